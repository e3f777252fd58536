"""Page setup: upright pages, and wide ones for a table that needs them."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree

from msgspec import Struct

from drafter.composition.blocks import Block, BlockKind
from drafter.word.officefile import w

_LEADS = (BlockKind.HEADING, BlockKind.CAPTION)
"""What goes with a table onto its page."""
_LETTER = {"w": "12240", "h": "15840"}
_INCH = "1440"


class PageSetup(Struct, frozen=True):
    """The paper and margins of a style file, and what stands in its margins."""

    references: str
    """The elements that point to headers and footers: the same in every section."""
    paper: dict[str, str]
    """``w`` and ``h`` in twentieths of a point."""
    around: dict[str, str] | None
    """The margins, by side."""
    own_first_page: bool
    """Whether the first page of a document has a header and footer of its own."""

    def xml(self, *, first: bool, wide: bool) -> str:
        """Return the ``w:sectPr`` of a section; ``first`` if a document begins with it."""
        paper = self.paper
        if wide:
            turned = {"w": paper["h"], "h": paper["w"], "orient": "landscape"}
            paper = {name: value for name, value in paper.items() if name != "code"} | turned
        inside = f"{self.references}{_element('pgSz', paper)}"
        if self.around:
            inside += _element("pgMar", self.around)
        if first and self.own_first_page:
            inside += "<w:titlePg/>"
        return f"<w:sectPr>{inside}</w:sectPr>"

    def text_width(self, *, wide: bool) -> int:
        """Return what is between the margins, in twentieths of a point."""
        around = self.around or {}
        sides = int(around.get("left", _INCH)) + int(around.get("right", _INCH))
        return int(self.paper["h" if wide else "w"]) - sides


def read_page_setup(
    section: ElementTree.Element, references: str, *, own_first_page: bool
) -> PageSetup:
    """Read the page setup of a style file: Letter where it says nothing."""
    paper, around = (section.find(w(name)) for name in ("pgSz", "pgMar"))
    return PageSetup(
        references,
        _LETTER | (_attributes(paper) if paper is not None else {}),
        _attributes(around) if around is not None else None,
        own_first_page,
    )


def _attributes(element: ElementTree.Element) -> dict[str, str]:
    return {key.rpartition("}")[2]: value for key, value in element.items()}


def _element(name: str, attributes: dict[str, str]) -> str:
    pairs = "".join(f' w:{key}="{value}"' for key, value in attributes.items())
    return f"<w:{name}{pairs}/>"


class Sections:
    """Parts a document where pages turn: a wide table stands on pages of its own.

    The headings right before it and its caption stand there with it.
    """

    def __init__(self, blocks: Sequence[Block], setup: PageSetup) -> None:
        wide = _wide(blocks)
        turns = [place for place in range(1, len(wide)) if wide[place] != wide[place - 1]]
        self._ends = {
            blocks[place - 1].id: setup.xml(first=number == 0, wide=wide[place - 1])
            for number, place in enumerate(turns)
        }
        self.last = setup.xml(first=not turns, wide=bool(wide) and wide[-1])
        """The ``w:sectPr`` that ends the body."""

    def end(self, block: Block) -> str:
        """Return the ``w:sectPr`` for the last paragraph of a block, empty for most."""
        return self._ends.get(block.id, "")


def _wide(blocks: Sequence[Block]) -> list[bool]:
    """Whether each block stands on a wide page."""
    wide = [block.table is not None and block.table.landscape for block in blocks]
    for place in range(len(blocks) - 2, -1, -1):
        wide[place] = wide[place] or (wide[place + 1] and blocks[place].kind in _LEADS)
    return wide
