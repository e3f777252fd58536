"""Which named style each kind of block and run takes; names, never Word's ids."""

from __future__ import annotations

import re
from functools import cache
from itertools import product

from drafter.composition.blocks import BlockKind, RunKind
from drafter.word.markup import Look

PARAGRAPHS: dict[tuple[BlockKind, int], str] = {
    (BlockKind.TITLE, 1): "Title",
    **{(BlockKind.HEADING, level): f"Heading {level}" for level in range(1, 5)},
    (BlockKind.PARAGRAPH, 1): "Body Text",
    (BlockKind.BULLET, 1): "List Bullet",
    (BlockKind.BULLET, 2): "List Bullet 2",
    (BlockKind.BULLET, 3): "List Bullet 3",
    (BlockKind.NUMBERED, 1): "List Number",
    (BlockKind.NUMBERED, 2): "List Number 2",
    (BlockKind.NUMBERED, 3): "List Number 3",
    (BlockKind.QUOTE, 1): "Block Quotation",
    (BlockKind.BOX, 1): "Box",
    (BlockKind.FIGURE, 1): "Figure",
    (BlockKind.CAPTION, 1): "Caption",
    (BlockKind.CONTENTS, 1): "Contents Heading",
}
"""Paragraph style by kind and level; only headings and lists have levels past 1."""

LEAD_IN = "Lead In"
"""Of a paragraph that ends in a colon: it stays with what it introduces."""
TABLE = "Memo Table"
CAPTION_TABLE = "Caption Table"
"""Of the parties at the head of a paper for a court."""
TABLE_TEXT = "Table Text"
TABLE_HEADING = "Table Heading"
TABLE_GAP = "Table Gap"
NOTE_TEXT = "footnote text"
NOTE_REFERENCE = "footnote reference"
COMMENT_TEXT = "annotation text"
COMMENT_REFERENCE = "annotation reference"
FIGURE_LABEL = "Figure Label"
FIGURE_CAPTION = "Figure Caption"
"""Of a caption under its figure: unlike that over a table it is not kept to what follows."""
HEADER = "Header"
FOOTER = "Footer"
RUNNING = "Running Head"
"""Of the short caption at the top of the pages after the first."""

_RUNS = {
    RunKind.TEXT: "",
    RunKind.GAP: "Gap",
    RunKind.WEAK: "Weak Point",
    RunKind.CITE: "Citation",
    RunKind.SOURCE: "Source",
    RunKind.MARK: "Law Mark",
    RunKind.REFERENCE: "",
}


def character_style(kind: RunKind, bold: bool, italic: bool) -> str:
    """Return the character style of a run, or an empty string for plain text.

    A run holds one character style, so each kind has its bold and italic twins,
    ``Citation Emphasis`` for the case name in a citation.
    """
    words = (_RUNS[kind], "Strong" if bold else "", "Emphasis" if italic else "")
    return " ".join(word for word in words if word)


CHARACTERS: dict[Look, str] = {
    (kind, bold, italic): character_style(kind, bold, italic)
    for kind, bold, italic in product(RunKind, (False, True), (False, True))
}

CONTENTS = ("TOC 1", "TOC 2")
"""Of the entries in the list of contents, by level."""
STAND_INS = {
    **{f"Heading {level} Unnumbered": f"Heading {level}" for level in range(1, 5)},
    "Contents Heading": "Lead In",
    RUNNING: HEADER,
    FIGURE_CAPTION: "Caption",
    "Party": TABLE_TEXT,
    **dict.fromkeys(CONTENTS, "Small Print"),
}
"""What takes the place of a style that a style file may be without."""

REQUIRED_PARAGRAPHS = (
    *PARAGRAPHS.values(),
    *(LEAD_IN, NOTE_TEXT, COMMENT_TEXT, FIGURE_LABEL),
    *(TABLE_TEXT, TABLE_HEADING, TABLE_GAP, HEADER, FOOTER),
)
"""What a style file needs before anything can be written with it."""

REQUIRED_CHARACTERS = (*filter(None, CHARACTERS.values()), NOTE_REFERENCE, COMMENT_REFERENCE)

_SMALL = re.compile("Heading [1-9]|Caption|Header|Footer")
_NOT_IN_KEY = re.compile(r"[\W_]+")


@cache
def style_key(name: str) -> str:
    """Return what two spellings of a style's name share: ``Law Summary``, ``law-summary``."""
    return _NOT_IN_KEY.sub("", name).casefold()


def style_id(name: str) -> str:
    """Return the id Word gives a style of that name, in a file of ours."""
    return name.replace(" ", "")


def written_name(name: str) -> str:
    """Return a style's name as Word writes it in a file: some of its own in small letters."""
    return name.lower() if _SMALL.fullmatch(name) else name
