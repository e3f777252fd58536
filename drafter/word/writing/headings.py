"""How headings are numbered: read from the style file, counted only for what cites a number.

Word computes the number that stands at a heading; none is written there.  What a field
that cites the heading shows until Word updates it is computed here, the same way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from xml.etree import ElementTree

from msgspec import Struct

from drafter.composition.blocks import UNNUMBERED, Block, BlockKind
from drafter.word.officefile import w
from drafter.word.writing.styles import style_key

_DEEPEST = 4
_HEADING = BlockKind.HEADING


class Level(Struct, frozen=True):
    """How one level of headings is numbered."""

    form: str
    """As Word names it: ``upperRoman``, ``decimal``."""
    text: str
    """What stands at the heading, ``%1`` for the count of level 1: ``%2.``."""


Levels = tuple[Level | None, ...]
"""One entry a level from 1; None where the style file does not number it."""


def read_levels(
    styles: ElementTree.Element, numbering: ElementTree.Element, paragraphs: Mapping[str, str]
) -> Levels:
    """Return how the styles Heading 1 to 4 are numbered in a style file."""
    lists = {
        item.get(w("numId")): _value(item, "abstractNumId") for item in numbering.iter(w("num"))
    }
    levels = {
        (definition.get(w("abstractNumId")), _value(level, "pStyle")): Level(
            _value(level, "numFmt"), _value(level, "lvlText")
        )
        for definition in numbering.iter(w("abstractNum"))
        for level in definition.iter(w("lvl"))
    }
    numbered = {
        style.get(w("styleId"), ""): lists.get(_value(properties, "numId"))
        for style in styles.iter(w("style"))
        if (properties := style.find(f"{w('pPr')}/{w('numPr')}")) is not None
    }
    ids = [paragraphs[style_key(f"Heading {level}")] for level in range(1, _DEEPEST + 1)]
    return tuple(levels.get((numbered.get(id), id)) for id in ids)


def _value(element: ElementTree.Element, name: str) -> str:
    found = element.find(w(name))
    return "" if found is None else found.get(w("val"), "")


class Number(Struct, frozen=True):
    """The number of a heading, as Word counts it."""

    shown: str
    """As it stands there: ``B.``."""
    in_full: str
    """As a REF field with the switch ``\\w`` shows it: ``V.B``.

    The numbers of the headings above, then its own, without the full stop at the end.
    """


def heading_numbers(blocks: Iterable[Block], levels: Levels) -> dict[str, Number]:
    """Return the number of each heading by its id; none for a form that is not known here."""
    counts = [0] * _DEEPEST
    found: dict[str, Number] = {}
    for block in blocks:
        if block.kind is _HEADING and block.style != UNNUMBERED:
            counts[block.level - 1 :] = [counts[block.level - 1] + 1, *[0] * (4 - block.level)]
            if number := _shown(counts[: block.level], levels):
                in_full = _in_full(counts[: block.level], levels)
                found[block.id] = Number(number, in_full.rstrip("."))
    return found


def _in_full(counts: list[int], levels: Levels) -> str:
    level = levels[len(counts) - 1]
    alone = len(counts) == 1 or level is None or "%1" in level.text
    return ("" if alone else _in_full(counts[:-1], levels)) + _shown(counts, levels)


def _shown(counts: list[int], levels: Levels) -> str:
    level = levels[len(counts) - 1]
    if level is None:
        return ""
    number = level.text
    for place, count in enumerate(counts, 1):
        if f"%{place}" in number:
            form = levels[place - 1]
            write = _FORMS.get(form.form) if form else None
            if write is None or count == 0:
                return ""
            number = number.replace(f"%{place}", write(count))
    return number


def _letters(count: int) -> str:
    """Word goes on from Z with AA, BB."""
    turns, place = divmod(count - 1, 26)
    return chr(ord("a") + place) * (turns + 1)


@lru_cache(maxsize=256)
def _roman(count: int) -> str:
    number = ""
    for value, signs in _ROMAN:
        times, count = divmod(count, value)
        number += signs * times
    return number


_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "lowerLetter": _letters,
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
}
