"""The body of a document: its blocks as WordprocessingML, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from operator import attrgetter

from drafter.composition.blocks import (
    UNNUMBERED,
    Audience,
    Block,
    BlockKind,
    Document,
    Run,
    Runs,
    Table,
)
from drafter.errors import Problem, TemplateError
from drafter.word.markup import (
    DECLARATION,
    ROOT_NAMESPACES,
    Texts,
    checked,
    encoded,
    runs_xml,
    unwritable,
)
from drafter.word.writing.captions import Captions
from drafter.word.writing.comments import Comments
from drafter.word.writing.contents import contents_xml
from drafter.word.writing.lists import ListNumbers
from drafter.word.writing.marks import Marks
from drafter.word.writing.notes import Notes
from drafter.word.writing.sections import Sections
from drafter.word.writing.stationery import Stationery
from drafter.word.writing.styles import (
    COMMENT_REFERENCE,
    COMMENT_TEXT,
    CONTENTS,
    FIGURE_CAPTION,
    FIGURE_LABEL,
    LEAD_IN,
    NOTE_REFERENCE,
    NOTE_TEXT,
    PARAGRAPHS,
    TABLE,
    TABLE_GAP,
    TABLE_HEADING,
    TABLE_TEXT,
    style_key,
)
from drafter.word.writing.timeline.figure import figure_xml

_PLAIN = (
    '<w:tblLook w:val="0600" w:firstRow="0" w:lastRow="0" w:firstColumn="0"'
    ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
)
"""Tells the table style that no row or column is special; 0600 says the same as the rest."""
_SHORT = 5
"""Rows of a table that is not parted: a sign-off, a caption."""
_KEEP_NEXT = "<w:keepNext/>"
_HEADED = _PLAIN.replace('"0600" w:firstRow="0"', '"0620" w:firstRow="1"')

_ASIDE: Callable[[Run], tuple[bool, str]] = attrgetter("note", "remark")
# Named once: finding a member through its enum is slow.
_CAPTION, _CONTENTS, _HEADING = BlockKind.CAPTION, BlockKind.CONTENTS, BlockKind.HEADING
_NUMBERED, _PARAGRAPH = BlockKind.NUMBERED, BlockKind.PARAGRAPH
_FIGURE = BlockKind.FIGURE


def _kept(rows: list[Block]) -> set[int]:
    """Which rows keep to the next: a short table whole, and the last two of a long one.

    Never the first of a long one too: where a page ended in such a table of rows that stay
    whole, LibreOffice lost the rows that followed.
    """
    return set(range(len(rows) - 1)) if len(rows) <= _SHORT else {len(rows) - 2}


class Body:
    """The body of one document, written block after block."""

    def __init__(self, stationery: Stationery, document: Document) -> None:
        self.lists = ListNumbers(stationery.numbering.first)
        self._stationery = stationery
        anchors = document.audience is Audience.INTERNAL
        self._figures = 0
        self._tabled = self._turned = False
        """Whether a table stands just before, and whether its section ended with it."""
        self._texts = Texts()
        self._marks = Marks(stationery.levels, self._texts, anchors=anchors)
        self._captions = Captions()
        paragraphs, characters = stationery.paragraphs, stationery.characters
        self.notes = Notes(paragraphs[style_key(NOTE_TEXT)], characters[style_key(NOTE_REFERENCE)])
        self.comments = Comments(
            document.properties,
            paragraphs[style_key(COMMENT_TEXT)],
            characters[style_key(COMMENT_REFERENCE)],
        )

    def part(self, blocks: tuple[Block, ...]) -> bytes:
        """Return ``document.xml``; ``ValueError`` names the block with what XML cannot hold."""
        self._marks.read(blocks)
        self._captions.read(blocks)
        self._sections = Sections(blocks, self._stationery.pages)
        pieces = [DECLARATION, f"<w:document {ROOT_NAMESPACES}><w:body>"]
        for table, group in groupby(blocks, attrgetter("table")):
            if table is None:
                pieces += map(self._paragraph, group)
            else:
                if self._tabled:
                    pieces.append(self._gap())
                pieces += self._table(table, group)
            self._tabled = table is not None and not self._turned
        pieces += (
            self._gap() if self._tabled else "",
            self._sections.last,
            "</w:body></w:document>",
        )
        self._check(blocks)
        return encoded(pieces)

    def _check(self, blocks: tuple[Block, ...]) -> None:
        """Read each text once, wherever it stands.

        What stands around it is constant, or of the style file and checked when that is read.
        """
        try:
            checked(f"<w:r {ROOT_NAMESPACES}>", *self._texts.values(), "</w:r>")
        except ValueError:
            for block in blocks:
                remarks = (run.remark for runs in (block.runs, *block.cells) for run in runs)
                if bad := unwritable("".join((block.text, *remarks))):
                    raise ValueError(f"block {block.id!r} holds {bad}, which XML cannot") from None
            raise

    def _paragraph(self, block: Block) -> str:
        numbers = ""
        if block.kind is _NUMBERED:
            instance = self.lists.number(block)
            depth = f'<w:ilvl w:val="{block.level - 1}"/>'
            numbers = f'<w:numPr>{depth}<w:numId w:val="{instance}"/></w:numPr>'
        else:
            self.lists.interrupt(block)
        usual = PARAGRAPHS.get((block.kind, block.level))
        if block.kind is _PARAGRAPH and block.runs and block.runs[-1].text.endswith(":"):
            usual = LEAD_IN
        elif block.kind is _CAPTION and self._captions.of_figure(block):
            usual = FIGURE_CAPTION
        style = self._style(block, usual)
        content = self._figure(block) if block.kind is _FIGURE else self._runs(block.runs)
        if block.kind is _CAPTION:
            content = self._captions.labeled(block, content)
        numbers += self._sections.end(block)
        written = self._p(style, numbers, self._marks.marked(block, content))
        return written + self._contents() if block.kind is _CONTENTS else written

    def _figure(self, block: Block) -> str:
        stationery = self._stationery
        self._figures += 1
        style = stationery.paragraphs[style_key(FIGURE_LABEL)]
        room = stationery.pages.text_width(wide=False)
        return figure_xml(block, self._figures, style, room, stationery.looks, self._texts)

    def _contents(self) -> str:
        known = self._stationery.paragraphs
        return contents_xml(self._marks.entries(), [known[style_key(each)] for each in CONTENTS])

    def _table(self, table: Table, rows: Iterator[Block]) -> Iterator[str]:
        body = list(rows)
        known = self._stationery.tables
        style = self._known(known, table.style or TABLE, f"table {table.id}: ", "table")
        width = self._stationery.pages.text_width(wide=table.landscape)
        widths = [share * width // 1000 for share in table.widths]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        yield (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>'
            f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            f"{_HEADED if table.header_rows else _PLAIN}{self._captions.alt_text(body)}</w:tblPr>"
            f"<w:tblGrid>{grid}</w:tblGrid>"
        )
        kept = _kept(body)
        for position, row in enumerate(body):
            self.lists.interrupt(row)
            yield self._row(row, widths, kept=position in kept)
        yield "</w:tbl>"
        ended = self._sections.end(body[-1])
        self._turned = bool(ended)
        if ended:
            yield self._gap(ended)

    def _gap(self, properties: str = "") -> str:
        """The paragraph that Word needs between two tables, after the last, and to turn a page."""
        return self._p(self._stationery.paragraphs[style_key(TABLE_GAP)], properties, "")

    def _row(self, row: Block, widths: list[int], *, kept: bool) -> str:
        next_too = _KEEP_NEXT if kept else ""
        style = self._style(row, TABLE_HEADING if row.header else TABLE_TEXT)
        contents = [self._runs(runs) for runs in row.cells]
        contents[0] = self._marks.marked(row, contents[0])
        start = f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{next_too}</w:pPr>'
        cells = [
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f"{start}{content}</w:p></w:tc>"
            for content, width in zip(contents, widths, strict=True)
        ]
        repeats = "<w:tblHeader/>" if row.header else ""
        return f"<w:tr><w:trPr><w:cantSplit/>{repeats}</w:trPr>{''.join(cells)}</w:tr>"

    @staticmethod
    def _p(style: str, more: str, content: str) -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{content}</w:p>'

    def _runs(self, runs: Runs) -> str:
        if not any(run.note or run.remark for run in runs):
            return self._plain(runs)
        xml = ""
        for (note, remark), group in groupby(runs, _ASIDE):
            written = self._plain(group)
            if note:
                written = self.notes.refer(written)
            elif remark:
                written = self.comments.on(written, self._texts[remark])
            xml += written
        return xml

    def _plain(self, runs: Iterable[Run]) -> str:
        return runs_xml(runs, self._stationery.looks, self._texts, self._marks.refer)

    def _style(self, block: Block, usual: str | None) -> str:
        name = block.style or usual
        if name is None:
            raise ValueError(f"block {block.id!r} is a {block.kind} of level {block.level}")
        known = self._stationery.paragraphs
        if name == UNNUMBERED and block.kind is _HEADING:
            name = f"{usual} {name}"
        return self._known(known, name, f"block {block.id}: ", "paragraph")

    @staticmethod
    def _known(styles: Mapping[str, str], name: str, where: str, kind: str) -> str:
        found = styles.get(style_key(name))
        if found is None:
            raise TemplateError(
                Problem(
                    None,
                    f"{where}the style file has no {kind} style {name!r}",
                    "Add the style to office.docx, or take another class in the template.",
                )
            )
        return found
