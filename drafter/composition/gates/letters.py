"""Which letters of finished text are the same to whoever reads it.

A message that was copied from a telephone is full of marks that nobody sees, a page that a
machine has read has letters of another script, and a name is written with its accents or without.
"""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)
"""Hyphens that show at the end of a line alone, joiners, marks of direction, selectors."""
_JOINED = str.maketrans(
    dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))
)
_WHOLE = str.maketrans(
    dict(
        zip(
            "ıŁłØøĐđĦħŦŧÐðÞþÆæŒœ",
            "i L l O o D d H h T t D d Th th AE ae OE oe".split(),
            strict=True,
        )
    )
)
"""Letters that are written without their stroke where a keyboard has none."""
_ALIKE = str.maketrans(
    "АВЕЅІЈКМНОРСТХУаеорсухіјѕԁһԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορυ",
    "ABESIJKMHOPCTXYaeopcyxijsdhqwABEZHIKMNOPTYXaikvopu",
)
"""Letters of Cyrillic and Greek that look like Latin ones."""
_OTHER_SCRIPT = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_WORD = re.compile(r"\w+")
_LATIN = re.compile("[A-Za-z]")


def printed(text: str) -> str:
    """Text as it reads in print: without what nobody sees, joined letters apart."""
    return text if text.isascii() else _UNSEEN.sub("", text).translate(_JOINED)


def plain(text: str) -> str:
    """Text without accents and look-alikes, so that `Lucia` is found for `Lucía`.

    A letter of another script counts as the Latin one that it looks like in a word that has
    Latin letters too; a word all of whose letters are of that script is left as it is.
    """
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", _UNSEEN.sub("", text))
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    bare = bare.translate(_WHOLE)
    return _WORD.sub(_latin, bare) if _OTHER_SCRIPT.search(bare) else bare


def _latin(word: re.Match[str]) -> str:
    return word[0].translate(_ALIKE) if _LATIN.search(word[0]) else word[0]
