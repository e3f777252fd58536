"""What a rendering yields before it is laid out in blocks.

A rendering is a sequence of pieces: what a template writes out, values, what functions
spoke, loop items, and captured sequences of the same (macros, set blocks, calls).
"""

from __future__ import annotations

from msgspec import Struct

from drafter.composition.blocks import Audience, BlockKind, Runs
from drafter.composition.figures import Figure
from drafter.errors import SourceLocation


class BlockSpec(Struct, frozen=True):
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


class TableSpec(Struct, frozen=True):
    """A table as the template opens it."""

    id: str
    widths: tuple[int, ...]
    header_rows: int
    place: SourceLocation
    landscape: bool = False
    style: str = ""


class Close(Struct, frozen=True):
    """The open block ends."""


class Cell(Struct, frozen=True):
    """The next cell of a row begins."""


class CloseTable(Struct, frozen=True):
    """The open table ends."""


class Leave(Struct, frozen=True):
    """A round of a block-level loop ends."""


class Emphasis(Struct, frozen=True):
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


class Item(Struct, frozen=True):
    """A round of a block-level loop begins."""

    id: str


class Spoken(Struct, frozen=True, gc=False):
    """Runs that a function made, if any, with the facts they come from and their audience."""

    runs: Runs
    facts: tuple[str, ...] = ()
    audience: Audience = Audience.OUTWARD


class Drawn(Struct, frozen=True):
    """What a block draws besides its words, and the words of the drawing, cell by cell."""

    figure: Figure
    cells: tuple[Runs, ...]
    facts: tuple[str, ...] = ()
    audience: Audience = Audience.OUTWARD
