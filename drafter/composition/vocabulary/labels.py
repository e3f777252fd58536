"""The words of a kind or an id, for print."""

from __future__ import annotations

import re
from enum import Enum

from drafter.composition.templating.values import described, refuse
from drafter.composition.vocabulary.answer_words import ANSWERS
from drafter.composition.vocabulary.label_words import IDS, WORDS

_ID = re.compile(r"[A-Za-z0-9]+(?:[_-][A-Za-z0-9]+)*")


def label(kind: object) -> str | None:
    """The words of an enum's value, or of an id: small letters, no underscore.

    A missing kind stays missing.  TemplateError for anything that is neither.
    """
    if kind is None:
        return None
    if isinstance(kind, Enum):
        # `str` and not `.value`, which is found by way of a descriptor written in Python.
        value = str.__str__(kind) if isinstance(kind, str) else kind.name.lower()
        return WORDS.get(type(kind).__name__, {}).get(value) or _spaced(value)
    if isinstance(kind, str) and _ID.fullmatch(kind):
        return IDS.get(kind) or ANSWERS.get(kind) or _spaced(kind)
    raise refuse(f"`label` is for kinds and ids, not {described(kind)}")


def _spaced(value: str) -> str:
    return value.replace("_", " ")
