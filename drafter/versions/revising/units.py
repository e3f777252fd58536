"""The paragraphs, tables and rows of a Word file, and which of them are the same in two files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from lxml.etree import _Element
from msgspec import Struct

from drafter.versions.align import align
from drafter.word.anchors import ANCHOR
from drafter.word.markup import W
from drafter.word.reading.words import FALLBACK, is_in, words

_W = f"{{{W}}}"
PARAGRAPH, TABLE, ROW = f"{_W}p", f"{_W}tbl", f"{_W}tr"
_THROUGH = frozenset(f"{_W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag"))
"""What stands around paragraphs and rows and is no part of them."""
_OLD = frozenset((FALLBACK,))


Said = Callable[[_Element], str]
"""What a paragraph says."""


class Unit:
    """A paragraph, a table or a row."""

    def __init__(self, element: _Element, key: str, said: Said) -> None:
        """``key`` names it: its anchor; for a table, what the pairing gave it."""
        self.element, self.key, self._said = element, key, said

    @cached_property
    def text(self) -> str:
        """What it says; asked for before anything in it changes."""
        return text_of(self.element, self._said)

    def renamed(self, key: str) -> Unit:
        """Return the same by another name."""
        return Unit(self.element, key, self._said)

    @property
    def is_paragraph(self) -> bool:
        """Whether it is a paragraph."""
        return self.element.tag == PARAGRAPH

    @property
    def is_table(self) -> bool:
        """Whether it is a table."""
        return self.element.tag == TABLE


class Region(Struct, frozen=True):
    """What goes and what comes between two units that stay; then the one that stays."""

    gone: tuple[int, ...]
    come: tuple[int, ...]
    kept: tuple[int, int] | None
    """In the old and in the new; None after the last."""


def units_of(container: _Element, said: Said, *, listed: frozenset[str]) -> list[Unit]:
    """Return the units of a body, a cell, a note, a table, in order.

    Paragraphs of the styles ``listed``, by their ids, are the entries of a list of contents,
    which is no text; they are left out.
    """
    return [
        Unit(element, anchor_of(element), said)
        for element in within(container)
        if style_of(element) not in listed
    ]


def within(container: _Element) -> Iterator[_Element]:
    """Yield the paragraphs, tables and rows in a container, those in content controls too."""
    for child in container:
        if child.tag in (PARAGRAPH, TABLE, ROW):
            yield child
        elif child.tag in _THROUGH:
            yield from within(child)


def lines_in(container: _Element) -> list[_Element]:
    """Return the paragraphs of a cell or note, not those of tables in it."""
    return [each for each in within(container) if each.tag == PARAGRAPH]


def cells_of(row: _Element) -> list[_Element]:
    """Return the cells of a row, those in content controls too."""
    found: list[_Element] = []
    for child in row:
        if child.tag == f"{_W}tc":
            found.append(child)
        elif child.tag in _THROUGH:
            found += cells_of(child)
    return found


def rows_of(table: _Element) -> list[_Element]:
    """Return the rows of a table, not those of tables in it."""
    return [each for each in within(table) if each.tag == ROW]


def anchor_of(element: _Element) -> str:
    """Return the first anchor in a paragraph or row; empty for a table."""
    if element.tag == TABLE:
        return ""
    return next(iter(anchors_of(element)), "")


def anchors_of(element: _Element) -> list[str]:
    """Return every anchor in an element."""
    names = (each.get(f"{_W}name", "") for each in element.iter(f"{_W}bookmarkStart"))
    return [name for name in names if ANCHOR.fullmatch(name)]


def style_of(element: _Element) -> str:
    """Return the id of the style of a paragraph; empty where it names none."""
    if element.tag != PARAGRAPH or not len(element) or element[0].tag != f"{_W}pPr":
        return ""
    for each in element[0]:
        if each.tag == f"{_W}pStyle":
            return each.get(f"{_W}val", "")
    return ""


def depth_of(paragraph: _Element) -> str:
    """Return the depth of a paragraph in its list; empty where it names none."""
    if len(paragraph) and paragraph[0].tag == f"{_W}pPr":
        for each in paragraph[0]:
            if each.tag == f"{_W}numPr":
                depth = each.find(f"{_W}ilvl")
                return depth.get(f"{_W}val", "") if depth is not None else ""
    return ""


def text_of(element: _Element, said: Said) -> str:
    """Return what a paragraph, a table or a row says."""
    if element.tag == PARAGRAPH:
        return said(element) or "\t".join(_boxed(element)).strip()
    rows = rows_of(element) if element.tag == TABLE else [element]
    return "\n".join("\t".join(_cell(cell, said) for cell in cells_of(row)) for row in rows)


def _boxed(paragraph: _Element) -> Iterator[str]:
    """What stands in boxes alone; other programs write them a second time, for old Word."""
    for line in paragraph.iter(PARAGRAPH):
        if not is_in(_OLD, line, paragraph):
            yield words(line)


def _cell(cell: _Element, said: Said) -> str:
    return "\n".join(map(said, cell.iter(PARAGRAPH)))


def paired(old: Sequence[Unit], new: Sequence[Unit]) -> list[Region]:
    """Pair the units of two containers; what moved goes, and comes again."""
    old, new = _named(old, new)
    pairs = align(*([each.renamed(_name(each)) for each in units] for units in (old, new)))
    kept = [
        (pair.old, pair.new)
        for pair in pairs
        if pair.old is not None and pair.new is not None and not pair.moved
        if old[pair.old].element.tag == new[pair.new].element.tag
    ]
    return list(_regions(kept, len(old), len(new)))


def _name(unit: Unit) -> str:
    """A paragraph and a row of one name are not the same."""
    return f"{unit.element.tag}{unit.key}" if unit.key else ""


def _regions(kept: Sequence[tuple[int, int]], old: int, new: int) -> Iterator[Region]:
    i = j = 0
    for a, b in kept:
        yield Region(tuple(range(i, a)), tuple(range(j, b)), (a, b))
        i, j = a + 1, b + 1
    yield Region(tuple(range(i, old)), tuple(range(j, new)), None)


def _named(old: Sequence[Unit], new: Sequence[Unit]) -> tuple[list[Unit], list[Unit]]:
    """Give tables that have most in common one name."""
    names: dict[int, str] = {}
    taken: set[int] = set()
    features = [(at, _features(unit)) for at, unit in enumerate(old) if unit.is_table]
    for at, unit in enumerate(new):
        if not unit.is_table:
            continue
        wanted = _features(unit)
        likeness = (((wanted & have).total(), -i) for i, have in features if i not in taken)
        score, place = max(likeness, default=(0, 0))
        if score * 4 >= max(1, wanted.total()) and _columns(old[-place]) == _columns(unit):
            taken.add(-place)
            names[-place] = names[~at] = f"table {at}"
    return (
        [_renamed(unit, names.get(at, "")) for at, unit in enumerate(old)],
        [_renamed(unit, names.get(~at, "")) for at, unit in enumerate(new)],
    )


def _renamed(unit: Unit, name: str) -> Unit:
    return unit.renamed(name) if unit.is_table else unit


def _features(unit: Unit) -> Counter[str]:
    """What makes a table known: the anchors of its rows, else their words."""
    anchors = anchors_of(unit.element)
    return Counter(anchors or [line for line in unit.text.splitlines() if line.strip()])


def _columns(unit: Unit) -> int:
    return len(unit.element.findall(f"{_W}tblGrid/{_W}gridCol"))
