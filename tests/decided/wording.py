"""What words of a record say: the patterns of `words.yaml`, the same for every opinion."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
WORDS: Mapping[str, Any] = yaml.safe_load((HERE / "words.yaml").read_text("utf-8"))
NOT_STATED = "not stated in the record"


def says(pattern: str, text: str | None) -> re.Match[str] | None:
    """Where a text says what a pattern of that name looks for."""
    return re.search(WORDS[pattern], text or "", re.IGNORECASE)


def without(pattern: str, text: str | None) -> str:
    """A text without what the pattern of that name finds in it."""
    return re.sub(WORDS[pattern], "", text or "", flags=re.IGNORECASE)


def all_of(pattern: str, text: str | None) -> list[str]:
    """Every word of a text that the pattern of that name finds, each once."""
    found = re.finditer(WORDS[pattern], text or "", re.IGNORECASE)
    return list(dict.fromkeys(match[0].lower() for match in found))


def flag(said: object) -> bool | None:
    """What a field of yes or no says; prose in it says neither."""
    return said if isinstance(said, bool) else None


def yes_no(field: str, said: object) -> bool | None:
    """What a field that may hold yes, no or prose says; None: it does not say."""
    if not isinstance(said, str):
        return flag(said)
    for word, pattern in WORDS[field].items():
        if re.search(pattern, said, re.IGNORECASE):
            return bool(word == "yes")
    return None


def known(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields that hold something."""
    return {name: deepcopy(value) for name, value in fields.items() if value not in (None, [])}
