"""What is left of a memo and a working outline when counsel opens them in LibreOffice and saves.

Refreshing a document that was edited by hand stands on this: on the anchors above all.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from msgspec import Struct

from drafter.word.reading.inspection import inspect
from drafter.word.reading.inventory import Inventory
from drafter.word.reading.reader import ReadBlock, read_blocks
from tests.libreoffice import resaved, with_libreoffice
from tests.papers import papers
from tests.samples import SAMPLES

pytestmark = [pytest.mark.no_cover, with_libreoffice]
KINDS = ("duress_memo", "mitigation_outline")
RENAMED = {"Contents Heading": "TOC Heading"}
"""What LibreOffice calls a style after saving; all others keep their names."""


class Trip(Struct, frozen=True):
    """A document as drafted, and as LibreOffice saved it."""

    before: bytes
    after: bytes


@pytest.fixture(scope="module")
def trips() -> Mapping[str, Trip]:
    names = [f"{sample.stem}-{kind}" for sample in SAMPLES for kind in KINDS]
    files = [papers()[name].data for name in names]
    return {name: Trip(*both) for name, *both in zip(names, files, resaved(files), strict=True)}


def test_every_anchor_is_kept(trips: Mapping[str, Trip]) -> None:
    total = 0
    for trip in trips.values():
        before, after = read_blocks(trip.before), read_blocks(trip.after)
        assert all(block.anchor for block in before)
        assert [block.anchor for block in after] == [block.anchor for block in before]
        total += len(before)
    print(f"{total} of {total} anchors in {len(trips)} documents came back from LibreOffice")
    assert total > 200 * len(trips)


def test_every_block_says_the_same(trips: Mapping[str, Trip]) -> None:
    """Footnotes stand in the text of a block; headings and rows are told by their style."""
    for trip in trips.values():
        before = [_renamed(block) for block in read_blocks(trip.before)]
        assert read_blocks(trip.after) == before


def test_comments_margins_and_notes_are_kept(trips: Mapping[str, Trip]) -> None:
    comments = notes = 0
    for trip in trips.values():
        before, after = inspect(trip.before), inspect(trip.after)
        assert _beside(after) == _beside(before)
        comments, notes = comments + len(before.comments), notes + len(before.notes)
    print(f"{comments} comments and {notes} notes came back from LibreOffice")
    assert min(comments, notes) > 100


def _renamed(block: ReadBlock) -> ReadBlock:
    style = RENAMED.get(block.style, block.style)
    return ReadBlock(block.text, style, block.anchor, block.row)


def _beside(inventory: Inventory) -> object:
    """Comments with who said what of what and when, notes, and the lines of the margins."""
    comments = [(each.author, each.date, each.text, each.about) for each in inventory.comments]
    margins = {(each.kind, each.text) for each in inventory.margins if each.text}
    return comments, sorted(each.text for each in inventory.notes), margins
