"""The lines of a template as blocks: headings, paragraphs, items, tables."""

from __future__ import annotations

import re
from collections.abc import Callable

from drafter.composition.blocks import BlockKind
from drafter.composition.templating.attributes import Attributes, read_table_head, split_attributes
from drafter.composition.templating.inline import read_inline
from drafter.composition.templating.nesting import Nesting
from drafter.composition.templating.pieces import BlockSpec, Cell, Close, CloseTable, Op, TableSpec
from drafter.composition.templating.syntax import MASK, Line, Source, Tag
from drafter.errors import SourceLocation, TemplateError

_HEADING = re.compile(r"\s{0,3}(#{1,4})\s+(.*)")
_ITEM = re.compile(r"(\s*)(-|[0-9]{1,3}\.)\s+(.*)")
_TABLE = re.compile(r"\s*:::\s*table\b(.*)")
_ROW = re.compile(r"\s*\|((?:\\.|[^\\])*)\|\s*(\{[^{}|]*\})?\s*")
_CELL = re.compile(r"((?:\\.|[^|\\])*)\|")
_FOREIGN = re.compile(r"\s*(?:#|>|[*+]\s|[0-9]+\)\s|\||:::|```|~~~|<[a-zA-Z/!]|[-=]{3,}\s*$)")
_DEEPEST = 3
_ONCE = ("if", "elif", "else", "endif", "set")
"""Tags around blocks which each stand there once at most."""
_BY_CLASS = {
    each.value: each
    for each in (
        *(BlockKind.TITLE, BlockKind.QUOTE, BlockKind.BOX),
        *(BlockKind.CAPTION, BlockKind.CONTENTS, BlockKind.FIGURE),
    )
}


class Layout:
    """Reads a source once; ``out`` is then its blocks and tags in order."""

    def __init__(self, source: Source, faults: list[TemplateError] | None = None) -> None:
        """Read a source; faults stop the reading, unless there is a list to add them to."""
        self._faults = faults
        self.out: list[Op | Tag] = []
        self.around: set[SourceLocation] = set()
        """Places of the tags that stand around blocks."""
        self._source = source
        self._nesting = Nesting(source, "the file")
        self._text: list[str] = []
        self._start: tuple[Line, BlockKind, int] | None = None
        self._indents: list[int] = []
        self._table: TableSpec | None = None
        self._rows = 0
        for line in source.lines:
            self._try(self._line, line)
        self._try(self._end_block)
        self._try(self._nesting.end)

    def _try(self, read: Callable[..., None], *lines: Line) -> None:
        """Read on after a fault where faults are gathered; one tag out of place makes many."""
        try:
            read(*lines)
        except TemplateError as error:
            if self._faults is None:
                raise
            if not (self._faults and read == self._nesting.end):
                self._faults.append(error)

    def _line(self, line: Line) -> None:
        if not line.text.strip():
            self._end_block()
        elif tags := self._tags_alone(line):
            self._around(line, tags)
        elif self._table:
            self._in_table(line, self._table)
        elif found := _TABLE.fullmatch(line.text):
            self._open_table(line, found[1])
        elif found := _HEADING.fullmatch(line.text):
            self._begin(line, BlockKind.HEADING, len(found[1]), found[2])
            self._end_block()
        elif found := _ITEM.fullmatch(line.text):
            kind = BlockKind.BULLET if found[2] == "-" else BlockKind.NUMBERED
            self._begin(line, kind, self._depth(line, len(found[1].expandtabs(4))), found[3])
        elif _FOREIGN.match(line.text):
            hint = "put a backslash before the character that should be printed"
            raise self._fault(line, "this line starts like Markdown that is not used here", hint)
        elif self._start:
            self._text.append(line.text)
        else:
            self._begin(line, BlockKind.PARAGRAPH, 1, line.text)

    def _tags_alone(self, line: Line) -> list[Tag]:
        """The tags of a line that holds only ``{% %}`` tags."""
        if MASK.sub("", line.text).strip():
            return []
        tags = [self._source.tags[int(found[1])] for found in MASK.finditer(line.text)]
        return tags if all(tag.keyword for tag in tags) else []

    def _around(self, line: Line, tags: list[Tag]) -> None:
        indented = len(line.text.expandtabs(4)) - len(line.text.expandtabs(4).lstrip()) >= 4
        if indented and self._start and self._start[1] is BlockKind.PARAGRAPH:
            hint = "move it to the left margin, or into the line of the paragraph"
            raise self._fault(line, "a tag line indented under a paragraph", hint)
        self._end_block()
        for tag in tags:
            self._nesting.tag(tag)
            self.around.add(tag.place)
            if tag.keyword == "endmacro":
                self._put_in_line()
            self.out.append(tag)

    def _put_in_line(self) -> None:
        """Make words of a macro that holds one paragraph at most and says nothing of it.

        Whoever calls it has a paragraph open, which the words then stand in; that saves every
        call the opening and closing of a paragraph that is none.
        """
        begun = len(self.out)
        while not (isinstance(tag := self.out[begun - 1], Tag) and tag.keyword == "macro"):
            begun -= 1
            if isinstance(tag, Tag) and tag.place in self.around and tag.keyword not in _ONCE:
                return
        made = self.out[begun:]
        blocks = [op for op in made if isinstance(op, (BlockSpec, TableSpec))]
        if len(blocks) == 1 and isinstance(blocks[0], BlockSpec) and blocks[0].plain:
            self.out[begun:] = [op for op in made if not isinstance(op, (BlockSpec, Close))]

    def _begin(self, line: Line, kind: BlockKind, level: int, text: str) -> None:
        self._end_block()
        if kind not in (BlockKind.BULLET, BlockKind.NUMBERED):
            self._indents = []
        self._start, self._text = (line, kind, level), [text]

    def _depth(self, line: Line, indent: int) -> int:
        """List depth by indentation; tag lines and blank lines between items do not matter."""
        while self._indents and indent < self._indents[-1]:
            self._indents.pop()
        if not self._indents or indent >= self._indents[-1] + 2:
            self._indents.append(indent)
        if self._indents[-1] != indent or len(self._indents) > _DEEPEST:
            hint = "two to four more spaces make a level, three levels at most"
            raise self._fault(line, "the item lines up with no list above it", hint)
        return len(self._indents)

    def _end_block(self) -> None:
        if self._start is None:
            return
        (line, kind, level), self._start = self._start, None
        place = self._place(line)
        text, said = split_attributes(" ".join(self._text), self._source, place)
        words = list(read_inline(text, self._source, place, "this paragraph"))
        alone = len(words) == 1 and isinstance(words[0], Tag) and not said.written
        self.out += [self._spec(place, kind, level, said, alone), *words, Close()]

    def _spec(
        self, place: SourceLocation, kind: BlockKind, level: int, said: Attributes, alone: bool
    ) -> BlockSpec:
        if kind is BlockKind.HEADING and not said.name:
            raise self._source.fault(place, "a heading without an id", "end it with {#id}")
        style = said.style
        if style in _BY_CLASS:
            if kind is not BlockKind.PARAGRAPH:
                raise self._source.fault(place, f"`.{style}` is for paragraphs")
            kind, style = _BY_CLASS[style], ""
        name = said.name or style.lower() or kind.value
        alone = alone and kind is BlockKind.PARAGRAPH
        plain = kind is BlockKind.PARAGRAPH and not said.written
        return BlockSpec(kind, place, name, level, style, said.audience, alone=alone, plain=plain)

    def _open_table(self, line: Line, rest: str) -> None:
        self._end_block()
        place = self._place(line)
        self._nesting.open(":::", place, "a table")
        self._rows, self._indents = 0, []
        self._table = TableSpec("", (), 0, place)
        head = read_table_head(rest, self._source, place)
        if head.caption:
            spec = BlockSpec(BlockKind.CAPTION, place, f"{head.id}-caption")
            words = read_inline(head.caption, self._source, place, "this caption")
            self.out += [spec, *words, Close()]
        self._table = TableSpec(
            head.id, head.widths, head.header_rows, place, head.landscape, head.style
        )
        self.out.append(self._table)

    def _in_table(self, line: Line, table: TableSpec) -> None:
        if line.text.strip() == ":::":
            self._nesting.close(":::", self._place(line))
            self._table = None
            self.out.append(CloseTable())
            return
        if not table.widths:
            return  # nothing can be said of the rows of a table whose head is a fault
        row = _ROW.fullmatch(line.text)
        if not row:
            hint = "a row is `| cell | cell |`, then {#name} if it has one; `:::` ends the table"
            raise self._fault(line, "a line of a table that is not a row", hint)
        self._row(line, table, _CELL.findall(row[1] + "|"), row[2] or "")

    def _row(self, line: Line, table: TableSpec, cells: list[str], braces: str) -> None:
        place = self._place(line)
        if len(cells) != len(table.widths):
            message = f"{len(cells)} cells in a table of {len(table.widths)} columns"
            raise self._source.fault(place, message, r"a bar in a cell is written `\|`")
        if all(re.fullmatch(r"\s*:?-{2,}:?\s*", cell) for cell in cells):
            hint = "`header=1` makes the first row a header"
            raise self._source.fault(place, "a table needs no line of dashes", hint)
        said = split_attributes(braces, self._source, place)[1]
        header = self._rows < table.header_rows
        name = said.name or said.style.lower() or ("header" if header else "row")
        spec = BlockSpec(BlockKind.ROW, place, name, 1, said.style, said.audience, header=header)
        self._rows += 1
        self.out.append(spec)
        for cell in cells:
            self.out += [Cell(), *read_inline(cell, self._source, place, "this cell")]
        self.out.append(Close())

    def _place(self, line: Line) -> SourceLocation:
        return self._source.place(line, len(line.text) - len(line.text.lstrip()))

    def _fault(self, line: Line, message: str, hint: str) -> TemplateError:
        return self._source.fault(self._place(line), message, hint)
