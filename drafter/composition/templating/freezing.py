"""What code of a template needs beside itself, as a constant that Python source can hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, cast

from drafter.composition.blocks import Audience, BlockKind
from drafter.composition.templating.pieces import (
    BlockSpec,
    Cell,
    Close,
    CloseTable,
    Emphasis,
    Leave,
    Literal,
    Op,
    TableSpec,
)
from drafter.composition.templating.values import Words
from drafter.errors import SourceLocation

if TYPE_CHECKING:
    from drafter.composition.templating.compiler import Compiled, Piece

Frozen = tuple[Any, ...]
"""Text, numbers, and tuples of them."""

_SIMPLE: tuple[type, ...] = (Close, Cell, CloseTable, Leave)


def freeze(compiled: Compiled) -> Frozen:
    """The places and literals of a template, without the path of its file."""
    places = tuple((place.line, place.column) for place in compiled.places)
    return places, tuple(_frozen(piece) for piece in compiled.literals)


def thaw(frozen: Frozen, path: str) -> tuple[tuple[SourceLocation, ...], tuple[Piece, ...]]:
    """The places and literals that were frozen, those of the template at ``path``."""
    places, literals = frozen
    thawed = tuple(_thawed(piece, path) for piece in literals)
    return tuple(SourceLocation(path, *place) for place in places), thawed


def _frozen(op: Piece) -> str | Frozen:
    match op:
        case Words():
            return ("words", str(op))
        case str():
            return op
        case Literal():
            return ("literal", *map(_frozen, op))
        case BlockSpec():
            place = op.place.line, op.place.column
            audience, kind = int(op.audience), op.kind.value
            said = (op.name, op.level, op.style, audience, op.header, op.alone, op.plain)
            return ("block", place, kind, *said)
        case TableSpec():
            place = op.place.line, op.place.column
            return ("table", place, op.id, op.widths, op.header_rows, op.landscape, op.style)
        case Emphasis():
            return ("emphasis", op.bold, op.italic)
        case _:
            return (type(op).__name__,)


def _thawed(op: str | Frozen, path: str) -> Piece:
    return op if isinstance(op, str) else _MADE[op[0]](path, *op[1:])


def _block(path: str, place: Frozen, kind: str, name: str, *said: Any) -> BlockSpec:
    level, style, audience, *flags = said
    where = SourceLocation(path, *place)
    return BlockSpec(BlockKind(kind), where, name, level, style, Audience(audience), *flags)


def _table(
    path: str, place: Frozen, id: str, widths: Frozen, header_rows: int, *said: Any
) -> TableSpec:
    return TableSpec(id, widths, header_rows, SourceLocation(path, *place), *said)


def _literal(path: str, *ops: str | Frozen) -> Literal:
    return Literal(cast("Op", _thawed(op, path)) for op in ops)


_MADE: Mapping[str, Callable[..., Piece]] = {
    "words": lambda path, text: Words(text),
    "literal": _literal,
    "block": _block,
    "table": _table,
    "emphasis": lambda path, bold, italic: Emphasis(bold, italic),
    **{kind.__name__: lambda path, kind=kind: kind() for kind in _SIMPLE},
}
