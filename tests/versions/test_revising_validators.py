"""Two validators report nothing on redlines and refreshed documents."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from drafter.versions.redline import Hand, redline
from drafter.versions.refresh import refresh
from tests.versions.handwork import PLAIN, TRACKED, comment, edited, saved
from tests.versions.redrafts import first as drafted
from tests.versions.redrafts import later, written
from tests.word.test_validators import SECOND, first, second

pytestmark = pytest.mark.no_cover

WITHOUT = tuple(act for act in PLAIN if act is not comment)
"""What python-docx writes for a comment names a style that it does not bring."""
HAND = Hand("A. Vega", "2026-11-28T00:00:00Z")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Redlines of drafts, of edited drafts and of quite different ones; refreshed drafts."""
    folder = tmp_path_factory.mktemp("revised")
    for seed in range(3):
        random = Random(seed)
        draft = drafted(random)
        old, new = written(draft), written(later(draft, random))
        plain, tracked = (saved(edited(old, seed, acts)) for acts in (WITHOUT, WITHOUT + TRACKED))
        other = written(drafted(Random(seed + 100)))
        pairs = {"later": (old, new), "edited": (old, plain), "other": (plain, other)}
        for name, (one, two) in pairs.items():
            (folder / f"{name}{seed}.docx").write_bytes(redline(one, two, HAND, {}))
        (folder / f"refreshed{seed}.docx").write_bytes(refresh(old, tracked, new, HAND, {}).data)
    return sorted(folder.iterdir())


def test_the_first_validator_reports_nothing(files: list[Path]) -> None:
    assert first(files) == {}


@pytest.mark.skipif(SECOND is None, reason="the second validator is not installed")
def test_the_second_validator_reports_nothing(files: list[Path]) -> None:
    assert second(files) == {}
