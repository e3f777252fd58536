"""Every document of every sample: every kind and edition that may be drafted of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from drafter.composition.blocks import Audience
from drafter.pipeline.outcomes import Outcome
from tests.planting import compose, drafted, every_edition, fileable, load, word_file
from tests.samples import SAMPLES, cite_checked


class Paper(Struct, frozen=True):
    """A Word file, and for whom it is."""

    data: bytes
    audience: Audience


@cache
def papers() -> Mapping[str, Paper]:
    """Every paper by its name, composed once in a process; nothing is stored."""
    with TemporaryDirectory() as folder:
        law = cite_checked(Path(folder) / "law")
        return {
            _name(sample, outcome): _paper(outcome)
            for sample in SAMPLES
            for outcome in _outcomes(sample, law)
        }


def _outcomes(sample: Path, law: Path) -> list[Outcome]:
    """The sample as it stands, and the editions that it needs more for, with that."""
    as_it_is = drafted(compose(load(sample), law))
    known = {outcome.wanted.edition.series for outcome in as_it_is}
    others = tuple(each for each in every_edition(law) if each.edition.series not in known)
    return [*as_it_is, *drafted(compose(fileable(sample), law, others))]


def _name(sample: Path, outcome: Outcome) -> str:
    return f"{sample.stem}-{outcome.wanted.edition.series}"


def _paper(outcome: Outcome) -> Paper:
    assert outcome.draft
    return Paper(word_file(outcome).getvalue(), outcome.draft.document.audience)
