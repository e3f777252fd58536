"""Word files put together at random from everything that wraps words, each word known.

Of each word it is known whether it is there with all changes accepted, and whether it was there
before any.
"""

from __future__ import annotations

import re
from random import Random

from msgspec import Struct

from drafter.word.markup import W

M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
SPACES = f'xmlns:w="{W}" xmlns:m="{M}" xmlns:mc="{MC}" xmlns:wps="{WPS}" xmlns:v="urn:v"'
WORD = re.compile("w[0-9]+z")
_BY = 'w:author="Ann Poe" w:date="2026-11-01T00:00:00Z"'
_PUT_IN, _TAKEN_OUT = ("ins", "moveTo"), ("del", "moveFrom")


class Told(Struct, frozen=True):
    """A piece of a document, and the words that a reader meets in it, in order."""

    xml: str
    accepted: tuple[str, ...] = ()
    original: tuple[str, ...] = ()
    boxed: tuple[Told, ...] = ()
    """What stands in text boxes of a paragraph: it is read after the paragraph."""


def joined(pieces: list[Told], before: str = "", after: str = "") -> Told:
    """Pieces beside each other, in an element whose tags are given."""
    return Told(
        before + "".join(each.xml for each in pieces) + after,
        tuple(word for each in pieces for word in each.accepted),
        tuple(word for each in pieces for word in each.original),
        tuple(box for each in pieces for box in each.boxed),
    )


class Maker:
    """Makes up pieces; ``chance`` decides, and words count on from one."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._words = self._ids = 0
        self._most = chance.choice((5, 20, 80))

    def document(self) -> Told:
        """A whole main part."""
        opens = f"<w:document {SPACES}><w:body>"
        last = self._paragraph(0, "")  # no mark of the last paragraph can be tracked
        return joined([*self._blocks(3), last], opens, "</w:body></w:document>")

    def _blocks(self, depth: int) -> list[Told]:
        return [self._block(depth) for _ in range(self._chance.randint(1, 3))]

    def _block(self, depth: int) -> Told:
        kinds = [self._any_paragraph, self._any_paragraph]
        if depth > 0 and self._words < self._most:
            kinds += [self._table, self._table, self._block_control, self._block_xml]
        return self._chance.choice(kinds)(depth - 1)

    def _any_paragraph(self, depth: int) -> Told:
        marks = ("", "", "", *_PUT_IN, *_TAKEN_OUT)
        return self._paragraph(depth, self._chance.choice(marks))

    def _paragraph(self, depth: int, mark: str) -> Told:
        inner = joined([self._inline(3 if depth > 0 else 1) for _ in range(3)])
        if mark and inner.boxed:
            mark = ""  # words would stand before those of the box
        look = f"<w:pPr><w:rPr><w:{mark} {self._id()}/></w:rPr></w:pPr>" if mark else ""
        boxes = joined(list(inner.boxed))
        xml = f"<w:p>{look}{inner.xml}</w:p>"
        return Told(xml, inner.accepted + boxes.accepted, inner.original + boxes.original)

    def _table(self, depth: int) -> Told:
        rows = [self._row(depth) for _ in range(self._chance.randint(1, 2))]
        return joined([*rows, self._row(depth, "")], "<w:tbl><w:tblPr/><w:tblGrid/>", "</w:tbl>")

    def _row(self, depth: int, mark: str | None = None) -> Told:
        mark = self._chance.choice(("", "", "ins", "del")) if mark is None else mark
        look = f"<w:trPr><w:{mark} {self._id()}/></w:trPr>" if mark else ""
        cells = [self._cell(depth) for _ in range(self._chance.randint(1, 2))]
        return self._maybe_controlled(_marked(joined(cells, f"<w:tr>{look}", "</w:tr>"), mark))

    def _cell(self, depth: int) -> Told:
        blocks = [*self._blocks(depth), self._paragraph(depth, "")]
        return self._maybe_controlled(joined(blocks, "<w:tc>", "</w:tc>"))

    def _maybe_controlled(self, piece: Told) -> Told:
        return self._controlled([piece]) if self._chance.random() < 0.3 else piece

    def _controlled(self, pieces: list[Told]) -> Told:
        return joined(pieces, "<w:sdt><w:sdtPr/><w:sdtContent>", "</w:sdtContent></w:sdt>")

    def _block_control(self, depth: int) -> Told:
        return self._controlled([*self._blocks(depth), self._paragraph(depth, "")])

    def _block_xml(self, depth: int) -> Told:
        last = self._paragraph(depth, "")
        return joined([*self._blocks(depth), last], '<w:customXml w:element="a">', "</w:customXml>")

    def _inline(self, depth: int) -> Told:
        kinds = [self._run, self._run]
        if depth > 0 and self._words < self._most:
            kinds += [
                *(self._changed, self._changed, self._link, self._simple_field, self._field),
                *(self._inline_control, self._tag, self._alternative, self._box, self._pages),
                *(self._equation, self._nested_field, self._symbol),
            ]
        return self._chance.choice(kinds)(depth - 1)

    def _inlines(self, depth: int) -> list[Told]:
        return [self._inline(depth) for _ in range(self._chance.randint(1, 2))]

    def _run(self, depth: int) -> Told:
        word = self._word()
        return Told(f'<w:r><w:t xml:space="preserve">{word} </w:t></w:r>', (word,), (word,))

    def _changed(self, depth: int) -> Told:
        name = self._chance.choice((*_PUT_IN, *_TAKEN_OUT))
        kinds = [
            *(self._run, self._field, self._inline_control, self._alternative, self._symbol),
        ]
        inner = joined([self._chance.choice(kinds)(min(depth, 1) - 1) for _ in range(2)])
        xml = inner.xml
        if name == "del":
            xml = xml.replace("<w:t>", "<w:delText>").replace("<w:t ", "<w:delText ")
            xml = xml.replace("</w:t>", "</w:delText>").replace("w:instrText>", "w:delInstrText>")
        xml = f"<w:{name} {self._id()}>{xml}</w:{name}>"
        return _marked(Told(xml, inner.accepted, inner.original), name)

    def _link(self, depth: int) -> Told:
        return joined(self._inlines(depth), '<w:hyperlink w:anchor="a">', "</w:hyperlink>")

    def _simple_field(self, depth: int) -> Told:
        return joined(self._inlines(depth), '<w:fldSimple w:instr=" REF a ">', "</w:fldSimple>")

    def _field(self, depth: int) -> Told:
        return joined(self._inlines(depth), f"{_char('begin')}{_does('REF a')}{SHOWS}", ENDS)

    def _nested_field(self, depth: int) -> Told:
        asks = f"{_char('begin')}{_does('IF ')}{self._field(0).xml}{_does(' = 1')}{SHOWS}"
        return joined(self._inlines(depth), asks, ENDS)

    def _pages(self, depth: int) -> Told:
        return Told(f"{_char('begin')}{_does('PAGE')}{SHOWS}{self._run(0).xml}{ENDS}")

    def _inline_control(self, depth: int) -> Told:
        return self._controlled(self._inlines(depth))

    def _tag(self, depth: int) -> Told:
        return joined(self._inlines(depth), '<w:smartTag w:element="a">', "</w:smartTag>")

    def _equation(self, depth: int) -> Told:
        word = self._word()
        return Told(f"<m:oMath><m:r><m:t>{word}</m:t></m:r></m:oMath>", (word,), (word,))

    def _symbol(self, depth: int) -> Told:
        word = self._word()
        first = f'<w:sym w:font="Arial" w:char="{ord(word[0]):04X}"/>'
        return Told(f"<w:r>{first}<w:t>{word[1:]}</w:t></w:r>", (word,), (word,))

    def _alternative(self, depth: int) -> Told:
        shown, old = self._word(), self._word()
        choice = f'<mc:Choice Requires="wps"><w:t>{shown}</w:t></mc:Choice>'
        fallback = f"<mc:Fallback><w:t>{old}</w:t></mc:Fallback>"
        xml = f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>"
        return Told(xml, (shown,), (shown,))

    def _box(self, depth: int) -> Told:
        content = joined([*self._blocks(0), self._paragraph(0, "")])
        held = f"<w:txbxContent>{content.xml}</w:txbxContent>"
        choice = f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{held}</wps:txbx></w:drawing>'
        fallback = f"<mc:Fallback><w:pict><v:textbox>{held}</v:textbox></w:pict></mc:Fallback>"
        whole = f"<mc:AlternateContent>{choice}</mc:Choice>{fallback}</mc:AlternateContent>"
        return Told(f"<w:r>{whole}</w:r>", boxed=(content,))

    def _word(self) -> str:
        self._words += 1
        return f"w{self._words}z"

    def _id(self) -> str:
        self._ids += 1
        return f'w:id="{self._ids}" {_BY}'


def _marked(piece: Told, mark: str) -> Told:
    """A piece all of which was put in, or taken out."""
    accepted = () if mark in _TAKEN_OUT else piece.accepted
    return Told(piece.xml, accepted, () if mark in _PUT_IN else piece.original, piece.boxed)


def _char(type: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{type}"/></w:r>'


def _does(what: str) -> str:
    return f"<w:r><w:instrText>{what}</w:instrText></w:r>"


SHOWS, ENDS = _char("separate"), _char("end")
