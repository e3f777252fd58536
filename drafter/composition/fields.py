"""Chains of fields as the code of a template reads them: ``each.fact.what``, in one step each."""

from __future__ import annotations

from enum import Enum

from jinja2 import Undefined
from jinja2.environment import TemplateModule
from jinja2.runtime import LoopContext

from drafter.composition.blocks import Audience
from drafter.composition.printing import printable
from drafter.composition.sight import IS_FACT, PRIVATE, READABLE
from drafter.composition.values import Value, check_word, described, plain, refuse

_INTERNAL = Audience.INTERNAL
_LOOP = ("first", "last", "index", "length")


def path(obj: object, names: tuple[str, ...]) -> object:
    """What stands at the end of a chain, each field read as ``field`` reads it."""
    if type(obj) is not Value or (sight := obj.sight) is None:
        return _slowly(obj, names)
    found, facts, audience = obj.raw, obj.facts, obj.audience
    is_fact: bool | None = None
    for name in names:
        if (type(found), name) not in READABLE:
            return _slowly(obj, names)
        found = getattr(found, name)
        if name in PRIVATE:
            audience = _INTERNAL
        is_fact = IS_FACT.get(type(found))
        if is_fact:
            facts, audience = sight.provenance(found)
    if is_fact is None:
        # Missing, or yes or no, which are as they are; or of a type that was never met.
        return sight.wrap(found, facts, audience)
    return Value(found, facts, audience, sight)


def shown(obj: object, names: tuple[str, ...]) -> object:
    """What stands at the end of a chain, to be printed."""
    found = path(obj, names)
    if type(found) is Value and type(found.raw) is str:
        return found
    return printable(found)


def among(obj: object, names: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether what stands at the end of a chain is one of the words."""
    found = raw(obj, names)
    if type(found) is not str and isinstance(found, Enum):
        for word in words:
            check_word(found, word)  # all, so that a misspelt one is found wherever it stands
    return found in words


def raw(obj: object, names: tuple[str, ...]) -> object:
    """The thing itself at the end of a chain, for a question whose answer is not printed."""
    if type(obj) is Value:
        found = obj.raw
        for name in names:
            if (type(found), name) not in READABLE:
                break
            found = getattr(found, name)
        else:
            return found
    found = _slowly(obj, names)
    if isinstance(found, Undefined):
        str(found)  # Says which name is not defined.
    return plain(found)


def field(obj: object, name: str) -> object:
    """One field of anything, under the rules of Sight; loops and imports have a few of their own.

    TemplateError for what must not be read.
    """
    if type(obj) is Value and obj.sight is not None:
        return obj.sight.attribute(obj, name)
    if isinstance(obj, Undefined):
        return getattr(obj, name)
    if isinstance(obj, LoopContext) and name in _LOOP:
        return getattr(obj, name)
    if isinstance(obj, TemplateModule) and name[0] != "_" and hasattr(obj, name):
        return getattr(obj, name)
    raise refuse(f"{described(obj)} has no field `{name}`")


def _slowly(obj: object, names: tuple[str, ...]) -> object:
    for name in names:
        obj = field(obj, name)
    return obj
