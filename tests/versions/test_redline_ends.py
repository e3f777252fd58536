"""Where new words stand on both sides of the end of a paragraph, or a note is all new.

Of the ways to write these that say the same, one is read rightly by LibreOffice 7.4 too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from drafter.composition.blocks import Block, BlockKind, Run
from drafter.versions.redline import Hand, redline
from drafter.word.markup import W
from drafter.word.reading.opened import Opened
from tests.libreoffice import with_libreoffice
from tests.versions.agreeing import Asked, agrees
from tests.versions.redrafts import written
from tests.word.documents import document, in_note, paragraph

if TYPE_CHECKING:
    from lxml.etree import _Element

HAND = Hand("A. Vega", "2026-11-28T00:00:00Z")
_W = f"{{{W}}}"
_SIGNS = {f"{_W}ins": "+", f"{_W}del": "-"}

DROVE, TWICE = paragraph("a", "He drove."), paragraph("a", "He drove. Twice.")
WAITED, YET = paragraph("b", "She waited."), paragraph("b", "Yet She waited.")
RAIN, SNOW = paragraph("n", "It rained."), paragraph("o", "It snowed.")
HEADING = paragraph("h", "Later", BlockKind.HEADING)
LAST = paragraph("z", "End.")


def noted(text: str) -> Block:
    return Block("a", BlockKind.PARAGRAPH, (Run("He drove."), *in_note(text)))


CASES = {
    "a paragraph after new words": (
        (DROVE, WAITED, LAST),
        (TWICE, RAIN, WAITED, LAST),
        ["He drove.(+ Twice.)¶+", "(+It rained.)¶", "She waited.¶", "End.¶"],
    ),
    "two of them": (
        (DROVE, WAITED, LAST),
        (TWICE, RAIN, SNOW, WAITED, LAST),
        ["He drove.(+ Twice.)¶+", "(+It rained.)¶+", "(+It snowed.)¶", "She waited.¶", "End.¶"],
    ),
    "one of another style": (
        (DROVE, WAITED, LAST),
        (TWICE, HEADING, WAITED, LAST),
        ["He drove.(+ Twice.)¶+", "(+Later)¶ was BodyText", "She waited.¶", "End.¶"],
    ),
    "after a paragraph that got another style": (
        (paragraph("a", "He drove.", BlockKind.QUOTE), WAITED, LAST),
        (TWICE, RAIN, WAITED, LAST),
        [
            "He drove.(+ Twice.)¶+ was BlockQuotation",
            "(+It rained.)¶ was BlockQuotation",
            "She waited.¶",
            "End.¶",
        ],
    ),
    "after words that stay": (
        (DROVE, WAITED, LAST),
        (DROVE, RAIN, WAITED, LAST),
        ["He drove.¶", "(+It rained.)¶+", "She waited.¶", "End.¶"],
    ),
    "words at the beginning of the next": (
        (DROVE, WAITED, LAST),
        (TWICE, YET, LAST),
        ["He drove.(+ Twice.)¶", "(-She)(+Yet She) waited.¶", "End.¶"],
    ),
    "words at the beginning of the one after": (
        (DROVE, WAITED, LAST),
        (TWICE, RAIN, YET, LAST),
        ["He drove.(+ Twice.)¶+", "(+It rained.)¶", "(-She)(+Yet She) waited.¶", "End.¶"],
    ),
    "words at the beginning alone": (
        (DROVE, WAITED, LAST),
        (DROVE, YET, LAST),
        ["He drove.¶", "(+Yet )She waited.¶", "End.¶"],
    ),
    "a note that is all new": (
        (noted("Log 12"), LAST),
        (noted("Report of the agent."), LAST),
        ["He drove.¶", "End.¶", "(- Log 12)(+ Report of the agent.)¶"],
    ),
}


def made(old: tuple[Block, ...], new: tuple[Block, ...]) -> Asked:
    before, after = (written(document(*blocks)) for blocks in (old, new))
    return Asked("", before, after, redline(before, after, HAND, {}))


@pytest.mark.parametrize("what", CASES)
def test_it_is_written_so(what: str) -> None:
    old, new, wanted = CASES[what]
    file = Opened(made(old, new).redline)
    notes = file.tree("word/footnotes.xml")
    found = list(shapes(file.document())) + list(shapes(notes) if notes is not None else ())
    assert [each for each in found if each != "¶"] == wanted


@with_libreoffice
def test_libreoffice_reads_them_so(capsys: pytest.CaptureFixture[str]) -> None:
    agrees([made(old, new) for old, new, _ in CASES.values()], capsys)


def shapes(tree: _Element) -> Iterator[str]:
    """Paragraphs with their changes: of the words, of their ends, of their styles."""
    for line in tree.iter(f"{_W}p"):
        text = "".join(map(_shape, line.iterchildren(f"{_W}r", *_SIGNS)))
        ends = (_SIGNS.get(each.tag, "") for each in line.iterfind(f"{_W}pPr/{_W}rPr/*"))
        style = line.find(f"{_W}pPr/{_W}pPrChange/{_W}pPr/{_W}pStyle")
        was = f" was {style.get(f'{_W}val')}" if style is not None else ""
        yield f"{text}¶{''.join(ends)}{was}"


def _shape(part: _Element) -> str:
    said = "".join(each.text or "" for each in part.iter(f"{_W}t", f"{_W}delText"))
    numbers = "#" * len(list(part.iter(f"{_W}footnoteRef")))
    return f"({_SIGNS[part.tag]}{numbers}{said})" if part.tag in _SIGNS else said
