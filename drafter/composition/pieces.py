"""What a rendering yields before it is laid out in blocks.

A rendering is a sequence of pieces: literals of the template, values, runs,
loop items, and captured sequences of the same (macros, set blocks, calls).
"""

from __future__ import annotations

from dataclasses import dataclass

from drafter.composition.blocks import Audience, BlockKind
from drafter.errors import SourceLocation


@dataclass(frozen=True, slots=True)
class BlockSpec:
    """A block as the template writes it."""

    kind: BlockKind
    place: SourceLocation
    name: str
    """Its own name, or that of its look or kind."""
    level: int = 1
    style: str = ""
    audience: Audience = Audience.OUTWARD
    header: bool = False
    alone: bool = False
    """Holds one expression and nothing else, so it gives way to whole blocks."""

    plain: bool = False
    """A paragraph with nothing said of it, which may stand inside a line."""


@dataclass(frozen=True, slots=True)
class TableSpec:
    """A table as the template opens it."""

    id: str
    widths: tuple[int, ...]
    header_rows: int
    place: SourceLocation


@dataclass(frozen=True, slots=True)
class Close:
    """The open block ends."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The next cell of a row begins."""


@dataclass(frozen=True, slots=True)
class CloseTable:
    """The open table ends."""


@dataclass(frozen=True, slots=True)
class Leave:
    """A round of a block-level loop ends."""


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Bold or italic type begins (1) or ends (-1)."""

    bold: int
    italic: int


Op = str | BlockSpec | TableSpec | Close | Cell | CloseTable | Leave | Emphasis


class Literal(tuple[Op, ...]):
    """What stands between two tags of a template, in order."""

    __slots__ = ()


class Captured(tuple[object, ...]):
    """Pieces that a macro, a set block, a call or a function made."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Item:
    """A round of a block-level loop begins."""

    id: str


@dataclass(frozen=True, slots=True)
class Origin:
    """The facts, and the audience, of the pieces that follow in a capture."""

    facts: tuple[str, ...]
    audience: Audience
