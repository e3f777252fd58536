"""Redlines of the versions of every sample, each document of it, give back both texts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from drafter.composition.blocks import Document
from drafter.versions.redline import Hand, redline
from drafter.word.reading.inspection import inspect
from drafter.word.reading.reader import read_blocks
from drafter.word.reading.resolved import Reading, resolved
from tests.pipeline.test_removal import without
from tests.planting import compose, drafted, every_edition, fileable
from tests.samples import SAMPLES
from tests.versions.redrafts import written

pytestmark = pytest.mark.no_cover

HAND = Hand("A. Vega", "2026-11-28T00:00:00Z")
PAIRS = ((0, 1), (1, 2), (0, 2))
"""The old version and the new one."""


def versions(sample: Path, law: Path) -> list[Mapping[str, Document]]:
    """Three versions: as it is, with an item of evidence less, with an event told otherwise."""
    one, three = fileable(sample), fileable(sample)
    two = without(one, one["evidence"][-1]["id"])
    assert isinstance(two, dict)
    event = three["events"][len(three["events"]) // 2]
    event["what"] = f"{event['what'].rstrip('.')}, as two of them say."
    return [_documents(raw, law) for raw in (one, two, three)]


def _documents(raw: Mapping[str, Any], law: Path) -> Mapping[str, Document]:
    found = drafted(compose(raw, law, every_edition(law)))
    return {each.wanted.edition.series: each.draft.document for each in found if each.draft}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_every_pair_of_versions(sample: Path, law: Path) -> None:
    every = versions(sample, law)
    marked = 0
    for old, new in PAIRS:
        for series in every[old].keys() & every[new].keys():
            before, after = (written(every[at][series]) for at in (old, new))
            found = redline(before, after, HAND, {})
            assert said(resolved(found, Reading.ORIGINAL)) == said(before), series
            assert said(resolved(found, Reading.ACCEPTED)) == said(after), series
            marked += bool(inspect(found).changes)
    assert marked > 3


def said(data: bytes) -> list[str]:
    return [each.text for each in read_blocks(data)]
