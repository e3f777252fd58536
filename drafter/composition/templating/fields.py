"""Chains of fields as the code of a template reads them: ``each.fact.what``.

Each chain is a function, made once for all templates, which finds at hand the types that
its field was found readable of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from functools import cache

from jinja2 import Undefined
from jinja2.environment import TemplateModule

from drafter.composition.audience import PRIVATE
from drafter.composition.blocks import Audience
from drafter.composition.templating.printing import printable
from drafter.composition.templating.sight import NO_FACTS, READABLE
from drafter.composition.templating.values import Value, check_word, described, plain, refuse

_INTERNAL = Audience.INTERNAL
LOOP_FIELDS = frozenset({"first", "last", "index", "length"})
"""What a template may ask a loop."""
Read = Callable[[object], object]
"""Reads something of what it is given."""


class Loop:
    """A loop as its rounds see it; takes the place of Jinja's own, which can do much more."""

    __slots__ = ("_things", "index")

    def __init__(self, things: Iterable[object], undefined: object) -> None:
        self._things = list(things)
        self.index = 0
        """Of the round that runs, from 1."""

    def __iter__(self) -> Iterator[tuple[object, Loop]]:
        for thing in self._things:
            self.index += 1
            yield thing, self

    @property
    def length(self) -> int:
        """How many rounds there are."""
        return len(self._things)

    @property
    def first(self) -> bool:
        """Whether this is the first round."""
        return self.index == 1

    @property
    def last(self) -> bool:
        """Whether no round follows."""
        return self.index == len(self._things)


@cache
def path(*names: str) -> Read:
    """What stands at the end of a chain, each field read as ``field`` reads it."""
    *before, name = names
    types, private = READABLE[name], name in PRIVATE

    def read(obj: object) -> object:
        if type(obj) is Value:
            whole, sight = obj.raw, obj.sight
            if type(whole) in types and sight is not None:
                found, audience = getattr(whole, name), _INTERNAL if private else obj.audience
                if type(found) in NO_FACTS:
                    return Value(found, obj.facts, audience, sight)
                return sight.wrap(found, obj.facts, audience)
        return field(obj, name)

    return _after(before, read)


@cache
def raw(*names: str) -> Read:
    """The thing itself at the end of a chain, for a question whose answer is not printed."""
    *before, name = names
    types = READABLE[name]

    def read(obj: object) -> object:
        if type(obj) is Value and type(obj.raw) in types:
            return getattr(obj.raw, name)
        return plain(field(obj, name))

    return _after(before, read)


@cache
def shown(*names: str) -> Read:
    """What stands at the end of a chain, to be printed."""
    *before, name = names
    types, private = READABLE[name], name in PRIVATE

    def read(obj: object) -> object:
        if type(obj) is Value and type(obj.raw) in types:
            found = getattr(obj.raw, name)
            if type(found) is str:
                return Value(found, obj.facts, _INTERNAL if private else obj.audience, obj.sight)
        return printable(field(obj, name))

    return _after(before, read)


@cache
def among(words: tuple[str, ...], *names: str) -> Read:
    """Whether what stands at the end of a chain is one of the words."""
    found = raw(*names)

    def read(obj: object) -> bool:
        said = found(obj)
        if type(said) is not str and isinstance(said, Enum):
            for word in words:
                check_word(said, word)  # all, so that a misspelt one is found wherever it stands
        return said in words

    return read


def field(obj: object, name: str) -> object:
    """One field of anything, under the rules of Sight; loops and imports have a few of their own.

    TemplateError for what must not be read.
    """
    if type(obj) is Value and obj.sight is not None:
        return obj.sight.attribute(obj, name)
    if type(obj) is Loop and name in LOOP_FIELDS:
        return getattr(obj, name)
    if isinstance(obj, Undefined):
        return getattr(obj, name)
    if isinstance(obj, TemplateModule) and name[0] != "_" and hasattr(obj, name):
        return getattr(obj, name)
    raise refuse(f"{described(obj)} has no field `{name}`")


def _after(before: list[str], read: Read) -> Read:
    """Read the last field of a chain after those before it."""
    if not before:
        return read
    found = path(*before)
    return lambda obj: read(found(obj))
