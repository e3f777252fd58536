"""A row in which no word was changed, and the row that the draft has now."""

from __future__ import annotations

from collections.abc import Sequence

from lxml.etree import _Element

from drafter.versions.align import plain
from drafter.versions.revising.units import PARAGRAPH, cells_of
from drafter.word.reading.words import words

_PROPERTIES = f"{PARAGRAPH}Pr"


def cells_as_drafted(own: _Element, base: _Element) -> list[_Element]:
    """Return the cells of an edited row that are those of the drafted one.

    Somebody may have put an empty column between them.
    """
    wanted = [_said(cell) for cell in cells_of(base)]
    found: list[_Element] = []
    for cell in cells_of(own):
        if len(found) < len(wanted) and _said(cell) == wanted[len(found)]:
            found.append(cell)
    return found


def joined(lines: Sequence[_Element], most: int) -> list[_Element]:
    """Join what somebody parted in two by Enter until there are ``most`` lines; return them."""
    kept = list(lines[:most])
    for line in lines[most:]:
        for child in [each for each in line if each.tag != _PROPERTIES]:
            kept[-1].append(child)
        parent = line.getparent()
        if parent is not None:
            parent.remove(line)
    return kept


def _said(cell: _Element) -> str:
    return plain("\n".join(map(words, cell.iter(PARAGRAPH))))
