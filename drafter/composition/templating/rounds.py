"""Rounds of a loop around blocks: each begins with a mark that gives the id of its thing."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from enum import Enum
from functools import cache, lru_cache

from drafter.composition.templating.pieces import Item
from drafter.composition.templating.values import Value, described, is_ours, refuse

_SAFE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}")


def item(thing: object) -> Item:
    """The mark that a round over ``thing`` begins.

    Its id is that of the thing, or the thing itself if it is a word, a number or a date.
    """
    raw = thing.raw if type(thing) is Value else thing
    kind: type = type(raw)
    if _may_have_id(kind):
        raw = getattr(raw, "id", raw)
    return Item(raw if type(raw) is str and _is_safe(raw) else _id_of(raw))


def _id_of(raw: object) -> str:
    if isinstance(raw, Enum):
        return raw.value if isinstance(raw.value, str) else raw.name.lower()
    if isinstance(raw, date):
        return raw.isoformat()
    if type(raw) is int:
        return str(raw)
    if isinstance(raw, str) and raw:
        return _digest(raw)
    raise refuse(
        f"a loop around blocks runs over {described(raw)} without an id",
        "give what it runs over an `id`, or put the loop inside one line",
    )


@lru_cache(maxsize=4096)
def _is_safe(id: str) -> bool:
    return _SAFE_ID.fullmatch(id) is not None


@cache
def _may_have_id(kind: type) -> bool:
    return is_ours(kind) and not issubclass(kind, Enum)


def _digest(text: str) -> str:
    return "~" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
