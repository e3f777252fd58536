"""Stretches of a finished document, and how words are compared in them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from msgspec import Struct

_WORD = re.compile(r"\w+")


class Passage(Struct, frozen=True):
    """A stretch of a finished document, and what to call its place."""

    where: str
    text: str


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared: small letters, no accents."""
    return _WORD.findall(plain(text).casefold())


def line_of(words: Sequence[str]) -> str:
    """Words in small letters as one line, in which a shorter line can be looked for."""
    return f" {' '.join(words).casefold()} "


def plain(text: str) -> str:
    """Text without accents, so that `Lucia` is found for `Lucía`."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
