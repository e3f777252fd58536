"""One walk over the pieces of a rendering: they become blocks with ids."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from drafter.composition.blocks import Audience, Block, BlockKind, Table
from drafter.composition.templating.line import Line
from drafter.composition.templating.pieces import (
    BlockSpec,
    Captured,
    Cell,
    Close,
    CloseTable,
    Drawn,
    Emphasis,
    Item,
    Leave,
    Spoken,
    TableSpec,
)
from drafter.composition.templating.referring import referred
from drafter.composition.templating.values import Value, Words
from drafter.errors import Problem, SourceLocation, TemplateError

_FRONT = "front"
"""The section of what stands before the first heading."""

# Named once: finding a member through its enum is slow, and a document asks 1,000 times.
_HEADING, _ROW = BlockKind.HEADING, BlockKind.ROW
_Takes = dict[type, Callable[[Any], None]]
"""For each kind of piece, what takes it in."""


class Walk:
    """Lays out one rendering; made anew for each."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._ids: dict[str, SourceLocation] = {}
        self._section = _FRONT
        self._audiences: list[tuple[int, Audience]] = [(0, Audience.OUTWARD)]
        self._loops: list[str] = []
        self._table: Table | None = None
        self._table_name = ""
        self._line = line = Line()
        self._open: BlockSpec | None = None
        """The block that the line is of, while there is one."""
        self._inside = 0
        """Paragraphs around this place that became part of a line."""
        self._taken_in = 0
        """How many of them this macro made."""
        self._place: SourceLocation | None = None
        self._in_a_block: _Takes = {
            str: line.literal,
            Value: line.value,
            Spoken: line.spoken,
            Words: line.words,
            Cell: line.cell,
            Drawn: line.drawn,
        }
        self._in_none: _Takes = dict.fromkeys(self._in_a_block, self._nowhere)
        self._take: _Takes = {
            Captured: self._captured,
            Emphasis: line.emphasis,
            Item: self._enter,
            BlockSpec: self._begin,
            TableSpec: self._begin_table,
            Close: self._close,
            CloseTable: self._close_table,
            Leave: self._leave,
            **self._in_none,
        }

    def blocks(self, pieces: Iterable[object]) -> tuple[Block, ...]:
        """The blocks of a rendering, in order.

        TemplateError for two of one id, and for a reference to a heading that there is not.
        """
        self._all(pieces)
        if referring := self._line.referring:
            return referred(self._blocks, referring, self._ids)
        return tuple(self._blocks)

    def _all(self, pieces: Iterable[Any]) -> None:
        take = self._take
        for piece in pieces:
            take[type(piece)](piece)

    def _captured(self, pieces: Captured) -> None:
        before, self._taken_in = self._taken_in, 0
        take = self._take
        for piece in pieces:
            take[type(piece)](piece)
        self._taken_in = before

    def _nowhere(self, piece: object) -> None:
        hint = "what stands around whole blocks must make whole blocks"
        raise self._fault(self._place, "words that stand in no block", hint)

    def _enter(self, item: Item) -> None:
        self._loops.append(item.id)

    def _begin(self, spec: BlockSpec) -> None:
        outer, self._place = self._open, spec.place
        if outer is not None and not (outer.alone and self._line.is_empty):
            if not spec.plain or self._taken_in:
                raise self._fault(spec.place, "a block inside the line of another block", _ALONE)
            self._taken_in = 1
            self._inside += 1
            return
        if spec.kind is _HEADING:
            self._open_section(spec)
        self._taken_in = 0
        audience = max(spec.audience, self._audiences[-1][1])
        self._line.begin(spec, self._id(spec), audience)
        self._open = spec
        self._take |= self._in_a_block

    def _open_section(self, spec: BlockSpec) -> None:
        self._section = spec.name
        while self._audiences[-1][0] >= spec.level:
            self._audiences.pop()
        audience = max(spec.audience, self._audiences[-1][1])
        self._audiences.append((spec.level, audience))

    def _id(self, spec: BlockSpec) -> str:
        if spec.kind is _HEADING:
            return "/".join((self._section, *self._loops))
        table = (self._table_name,) if self._table else ()
        return "/".join((self._section, *table, spec.name, *self._loops))

    def _begin_table(self, spec: TableSpec) -> None:
        self._place = spec.place
        if self._open is not None and not (self._open.alone and self._line.is_empty):
            raise self._fault(spec.place, "a table inside the line of a block", _ALONE)
        table_id = "/".join((self._section, spec.id, *self._loops))
        self._claim(table_id, spec.place)
        shape = spec.widths, spec.header_rows, spec.landscape, spec.style
        self._table = Table(table_id, *shape)
        self._table_name = spec.id

    def _close_table(self, mark: CloseTable) -> None:
        self._table = None

    def _leave(self, mark: Leave) -> None:
        self._loops.pop()

    def _close(self, mark: Close) -> None:
        spec = self._open
        if self._inside:
            self._inside -= 1
            return
        if spec is None:  # it stood aside for whole blocks
            return
        self._open = None
        self._take |= self._in_none
        block = self._line.finish(self._table if spec.kind is _ROW else None)
        if block is not None:
            self._claim(block.id, spec.place)
            self._blocks.append(block)

    def _claim(self, block_id: str, place: SourceLocation) -> None:
        if first := self._ids.get(block_id):
            hint = f"the other stands at {first}; give one of them {{#name}}"
            raise self._fault(place, f"two blocks have the id `{block_id}`", hint)
        self._ids[block_id] = place

    def _fault(self, place: SourceLocation | None, message: str, hint: str) -> TemplateError:
        return TemplateError(Problem(place, message, hint))


_ALONE = "a macro that makes whole blocks is called alone on its line: {{ macro() }}"
