"""The spine of every document: typed blocks of typed runs.

Composition makes blocks, Word writes them, versions compare them.  Text in a
run is final text: no layer after composition parses it again.
"""

from __future__ import annotations

from enum import IntEnum, StrEnum

from msgspec import Struct

from drafter.composition.figures import Figure

STAMP = "@"
"""A run whose ``ref`` starts so prints the day or the input of a draft, not its substance."""
UNNUMBERED = "unnumbered"
"""The class of a heading that takes no number and counts for none: an appendix, a sign-off."""


class Audience(IntEnum):
    """Who may read a block, from widest to narrowest; the strictest wins."""

    OUTWARD = 0
    """The court, the government, a jury."""
    SEALED = 1
    """The court only: a sealed supplement."""
    INTERNAL = 2
    """The defense team only."""


class RunKind(StrEnum):
    """What a run is, for the writer's character styles."""

    TEXT = "text"
    GAP = "gap"
    """A visible marker that stands where a fact is missing."""
    WEAK = "weak"
    """A visible marker of a weak point of the case."""
    CITE = "cite"
    """A citation to law; ``Run.ref`` is the authority's id."""
    SOURCE = "source"
    """A record cite; ``Run.ref`` is the fact's id."""
    MARK = "mark"
    """What is known of a citation's standing ("not cite-checked")."""
    REFERENCE = "reference"
    """The words of a heading of this document; ``Run.ref`` is its id."""


# A document has thousands of runs and blocks; they hold text and each other and can be in no
# cycle, so `gc=False` spares the garbage collector from looking at them.
class Run(Struct, frozen=True, gc=False):
    """A stretch of text with one look."""

    text: str
    bold: bool = False
    italic: bool = False
    kind: RunKind = RunKind.TEXT
    ref: str = ""
    note: bool = False
    """Whether it stands in a note at this place; runs of a note that follow each other are one."""
    remark: str = ""
    """What the draft says of it to counsel, in the margin; not part of the text."""


Runs = tuple[Run, ...]


NOTE_OPENS, NOTE_ENDS = " ((", "))"
"""Around the words of a note, where a line and its notes are read as one text."""


def text_of(runs: Runs, stamp: str | None = None) -> str:
    """The words of a line; ``stamp`` stands for what prints the day or the input of a draft."""
    if len(runs) == 1 and not runs[0].note and stamp is None:
        return runs[0].text  # as most cells are
    pieces: list[str] = []
    inside = False
    for run in runs:
        if run.note is not inside:
            pieces.append(NOTE_OPENS if run.note else NOTE_ENDS)
            inside = run.note
        stamped = stamp is not None and run.ref.startswith(STAMP)
        pieces.append(stamp if stamped and stamp is not None else run.text)
    if inside:
        pieces.append(NOTE_ENDS)
    return "".join(pieces)


class BlockKind(StrEnum):
    """What a block is; the style map of a document kind gives each its look."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    NUMBERED = "numbered"
    QUOTE = "quote"
    BOX = "box"
    """A paragraph in a border: a warning, an objection, a stamp."""
    ROW = "row"
    FIGURE = "figure"
    """A drawing: ``runs`` say what it shows, ``cells`` are the words in it."""
    CAPTION = "caption"
    """The words at a table or a figure; Word counts which it is."""
    CONTENTS = "contents"
    """The words over a list of the document's headings, which Word makes."""


class Table(Struct, frozen=True):
    """The shape of a table, shared by all its rows."""

    id: str
    widths: tuple[int, ...]
    """Column widths in per mille of the text width; they add up to 1000."""
    header_rows: int = 1
    landscape: bool = False
    """Whether it stands on wide pages."""
    style: str = ""
    """A named table style that overrides the usual one, from the table's ``.class``."""


class Block(Struct, frozen=True, gc=False):
    """One paragraph, heading, list item or table row.

    ``id`` is section/name/ids of the loops around it, written by people, never
    by position, so that two versions of a document can be compared.
    """

    id: str
    kind: BlockKind
    runs: Runs = ()
    cells: tuple[Runs, ...] = ()
    """For a row: one entry a column; for a figure: one a place of the drawing.  Else empty."""
    level: int = 1
    """Heading level 1-4, or list depth 1-3."""
    table: Table | None = None
    header: bool = False
    """A row that repeats at the top of each page."""
    style: str = ""
    """A named style that overrides the kind's, from the block's ``.class``."""
    sources: tuple[str, ...] = ()
    """Ids of the facts the block prints."""
    authorities: tuple[str, ...] = ()
    """Ids of the law records the block prints."""
    audience: Audience = Audience.OUTWARD
    figure: Figure | None = None

    @property
    def parts(self) -> tuple[Runs, ...]:
        """All its words: a figure has runs and cells, a row cells, any other kind runs."""
        if self.kind is BlockKind.FIGURE:
            return (self.runs, *self.cells)
        return self.cells if self.kind is BlockKind.ROW else (self.runs,)

    @property
    def text(self) -> str:
        """The words alone, cells parted by tabs; a note in double parentheses at its place."""
        return "\t".join(map(text_of, self.parts))

    @property
    def told(self) -> str:
        """What a figure shows, in words: its own, then those of each mark and span on a line."""
        cells = self.cells[: self.figure.told] if self.figure else ()
        return "\n".join("".join(run.text for run in runs) for runs in (self.runs, *cells) if runs)


class Properties(Struct, frozen=True):
    """What a document says of itself outside its body."""

    title: str
    subject: str = ""
    author: str = ""
    """The office, never a person's login name."""
    language: str = "en-US"
    created: str = ""
    """ISO date-time in UTC, from the as-of date; the same inputs give the same."""


class Document(Struct, frozen=True):
    """A composed document, ready to be written or compared."""

    kind: str
    audience: Audience
    properties: Properties
    header: tuple[str, ...]
    """Lines at the top of each page, the legend among them."""
    footer: str
    """The line over "Page X of Y"; empty for none."""
    blocks: tuple[Block, ...] = ()
    running: str = ""
    """The short caption at the top of each page but the first; empty for none."""
