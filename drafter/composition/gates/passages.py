"""Stretches of a finished document, and how words are compared in them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from drafter.composition.gates.letters import plain

WORD = re.compile(r"[^\W\d_]+|\d+")
"""A word or a number: of `IMG_Ana_2014` both are read.  No digit is part of a name."""


class Passage(Struct, frozen=True):
    """A stretch of a finished document, and what to call its place."""

    where: str
    text: str


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared: small letters, no accents."""
    return WORD.findall(plain(text).casefold())


def line_of(words: Sequence[str]) -> str:
    """Words in small letters as one line, in which a shorter line can be looked for."""
    return f" {' '.join(words).casefold()} "
