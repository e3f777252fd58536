"""How much room words take, without opening a font: never less than a usual text face needs.

Lengths are in EMU, of which 12,700 make a point.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

POINT = 12_700
INCH = 72 * POINT
SIZE = 9 * POINT
"""Of the style `Figure Label`."""
LINE = 11 * POINT
"""From one line of it to the next."""

_NARROW, _DIGIT, _USUAL, _CAPITAL, _WIDE, _FULL = 34, 56, 50, 72, 92, 110
"""Hundredths of the size; those of a sans serif face, the wider of the usual ones."""
_SLIM = frozenset(" .,;:!|'’‘ijlIt()[]/-")
_BROAD = frozenset("mMwW@%—…")


@lru_cache(maxsize=512)
def _letter(letter: str) -> int:
    if letter in _SLIM:
        return _NARROW
    if letter in _BROAD:
        return _WIDE
    if letter.isascii():
        return _DIGIT if letter.isdigit() else _CAPITAL if letter.isupper() else _USUAL
    if unicodedata.combining(letter):
        return 0
    return _FULL if unicodedata.east_asian_width(letter) in "WF" else _CAPITAL


@lru_cache(maxsize=4096)
def width(text: str, *, bold: bool = False) -> int:
    """The room that one line of text takes."""
    hundredths = sum(map(_letter, text))
    return hundredths * (108 if bold else 100) // 100 * SIZE // 100


def lines(text: str, room: int) -> int:
    """How many lines text takes in a column; a word wider than the column is broken."""
    count, left = 1, room
    blank = width(" ")
    for word in text.split():
        needs = width(word)
        if needs > left and left < room:
            count, left = count + 1, room
        if needs > room:
            more = -(-needs // max(1, room - _SLACK))
            count, left = count + more - 1, 0
        else:
            left -= needs
        left -= blank
    return count


_SLACK = SIZE
"""What a line may lose at its end where a word is broken."""
