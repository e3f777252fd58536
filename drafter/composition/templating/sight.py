"""The rules by which templates see: an allow-list, with provenance carried along."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, time, timedelta
from decimal import Decimal
from enum import Enum

from jinja2 import Undefined
from msgspec import Struct

from drafter.composition.audience import PRIVATE
from drafter.composition.blocks import Audience, Run
from drafter.composition.templating.pieces import Captured, Drawn, Spoken
from drafter.composition.templating.values import (
    Value,
    Words,
    described,
    is_ours,
    plain,
    refuse,
    unprintable,
)
from drafter.errors import TemplateError
from drafter.typography import curled

_SEEN = (str, int, float, date, time, timedelta, Decimal, tuple, list, frozenset, Mapping)
Key = tuple[int, tuple[str, ...], Audience]
"""A thing by its identity, and its provenance."""

_FACTS: set[type] = set()
"""Types that were admitted, whose things are facts."""
NO_FACTS: set[type] = set()
"""Types that were admitted, whose things are none: they have the provenance of where they are."""
_OWN = frozenset({Value, Captured, Spoken})
"""What needs no look before a function takes it as it is."""
_WORDS = frozenset({Run, Spoken, Captured})
"""What makes a tuple of a function words."""
_ONLY_RUNS = {Run}
READABLE: defaultdict[str, set[type]] = defaultdict(set)
"""For each field, the types of which it was found readable."""


class Function(Struct, frozen=True):
    """Something a template may call."""

    name: str
    body: Callable[..., object]
    sight: Sight
    whole: bool = False
    """Takes values as they are and carries their provenance itself."""
    facts: tuple[str, ...] = ()
    audience: Audience = Audience.OUTWARD
    unsettled: bool = False
    """Whether it may answer otherwise the next time, whatever it is given."""
    made: dict[Key, tuple[object, object]] = {}
    """Answers to single things, with the things: while these live, nothing else has their id."""

    def of(self, value: object) -> object:
        """Run the function on one thing, as most calls do; near half ask a second time."""
        if self.whole and type(value) in _OWN:
            return self.body(value)
        if type(value) is not Value:
            return self(value)
        raw, facts, audience = value.raw, value.facts, value.audience
        if self.facts or self.unsettled or type(raw) in (tuple, list):
            return self(value)
        known = self.made.get((id(raw), facts, audience))
        if known is None:
            answer = self.sight.answer(self.body(raw), facts, max(self.audience, audience))
            known = self.made[id(raw), facts, audience] = raw, answer
        return known[1]

    def __call__(self, *args: object, **named: object) -> object:
        """Run the function; what it returns keeps the provenance of its arguments."""
        if self.unsettled:
            self.sight.unsettled += 1
        if self.unsettled or not (args or named):
            self.sight.open_questions += 1
        if self.whole:
            for arg in (*args, *named.values()):
                _defined(arg)
            return self.body(*args, **named)
        seen = _Provenance(self.facts, self.audience)
        given = [seen.unwrap(arg) for arg in args]
        if named:
            answer = self.body(*given, **{key: seen.unwrap(arg) for key, arg in named.items()})
        else:
            answer = self.body(*given)
        return self.sight.answer(answer, tuple(seen.facts), seen.audience)


class Sight:
    """How the templates of one rendering see the case."""

    def __init__(self, audience_of: Callable[..., Audience]) -> None:
        self._audience_of = audience_of
        self.unsettled = 0
        """How often something was asked to which another composing may answer otherwise."""
        self.open_questions = 0
        """How often that was asked, or a function without saying of what: the next answer may
        be another."""
        self._told: dict[int, tuple[object, tuple[str, ...], Audience]] = {}
        """Facts met before, by identity, with their provenance; kept so that they stay alive."""

    def wrap(
        self, raw: object, facts: tuple[str, ...] = (), audience: Audience = Audience.OUTWARD
    ) -> object:
        """See ``raw``; a fact has its own provenance, anything else the one given."""
        kind = type(raw)
        if kind not in NO_FACTS and kind not in _FACTS:
            if raw is None or raw is True or raw is False or kind is Value:
                return raw
            if kind is Run:
                return self.answer(raw, facts, audience)
            (_FACTS if self._admit(raw) else NO_FACTS).add(kind)
        if kind in _FACTS:
            facts, audience = self.provenance(raw)
        return Value(raw, facts, audience, self)

    def things(
        self, raw: Iterable[object], facts: tuple[str, ...], audience: Audience
    ) -> list[object]:
        """See each thing of a list, as ``wrap`` does."""
        wrap = self.wrap
        return [
            Value(thing, facts, audience, self)
            if type(thing) in NO_FACTS
            else wrap(thing, facts, audience)
            for thing in raw
        ]

    def provenance(self, fact: object) -> tuple[tuple[str, ...], Audience]:
        """The id of a fact, and who may see it."""
        known = self._told.get(id(fact))
        if known is None:
            facts = (fact.id,)  # type: ignore[attr-defined]
            known = self._told[id(fact)] = (fact, facts, self._audience_of(fact))
        return known[1], known[2]

    def _admit(self, raw: object) -> bool:
        """Whether a thing is a fact; what templates may not see at all is refused."""
        if isinstance(raw, type) or not (is_ours(type(raw)) or isinstance(raw, _SEEN)):
            raise refuse(f"templates cannot see {described(raw)}")
        return hasattr(raw, "handling") and hasattr(raw, "id")

    def attribute(self, value: Value, name: str) -> object:
        """The field or property ``name`` of a record, or the entry of a mapping."""
        raw = value.raw
        audience = Audience.INTERNAL if name in PRIVATE else value.audience
        if type(raw) in READABLE[name]:
            return self.wrap(getattr(raw, name), value.facts, audience)
        if isinstance(raw, Mapping):
            return self.item(value, name)
        if name[0] == "_" or name.startswith("model_") or not is_ours(type(raw)):
            raise refuse(f"{described(raw)} has no field `{name}`")
        try:
            found = getattr(raw, name)
        except AttributeError:
            if hasattr(type(raw), name):
                raise
            raise _unknown(raw, name) from None
        if callable(found):
            if name not in getattr(type(raw), "template_methods", ()):
                raise refuse(f"`{name}` of {described(raw)} is not for templates")
            return Function(name, found, self, facts=value.facts, audience=value.audience)
        READABLE[name].add(type(raw))
        return self.wrap(found, value.facts, audience)

    def item(self, value: Value, key: object) -> object:
        """The entry of a mapping or list."""
        raw, key = value.raw, plain(key)
        if not isinstance(raw, (Mapping, tuple, list)):
            raise refuse(f"{described(raw)} has no entries")
        try:
            return self.wrap(raw[key], value.facts, value.audience)  # type: ignore[call-overload]
        except (LookupError, TypeError):
            raise refuse("the list has no such entry") from None

    def answer(self, made: object, facts: tuple[str, ...], audience: Audience) -> object:
        """What a function made, with the provenance of what it was given."""
        if type(made) is str:
            return Value(made, facts, audience, self)
        if isinstance(made, Value):
            together = tuple(dict.fromkeys((*facts, *made.facts)))
            return Value(made.raw, together, max(audience, made.audience), self)
        if type(made) is tuple and set(map(type, made)) == _ONLY_RUNS:
            return Spoken(made, facts, audience)
        if isinstance(made, Spoken):
            together = tuple(dict.fromkeys((*facts, *made.facts))) if made.facts else facts
            return Spoken(made.runs, together, max(audience, made.audience))
        if isinstance(made, Run):
            return Spoken((made,), facts, audience)
        if isinstance(made, Drawn):
            together = tuple(dict.fromkeys((*facts, *made.facts)))
            return Drawn(made.figure, made.cells, together, max(audience, made.audience))
        if isinstance(made, Captured) or (type(made) is tuple and _has_run(made)):
            words = map(self._words, made)
            return Captured((Spoken((), facts, audience), *words))
        return self.wrap(made, facts, audience)

    def _words(self, part: object) -> object:
        """A part of a function's words, checked: no date or record hides among them."""
        if type(part) is Run:
            return Spoken((part,))
        if isinstance(part, tuple) and not isinstance(part, Captured):
            return Captured(self._words(inner) for inner in part)
        if isinstance(part, str) and not isinstance(part, (Enum, Words)):
            return Value(str(part))
        if type(part) is int:
            return Words(part)
        if isinstance(part, (Captured, Words, Spoken)) or _is_text(part):
            return part
        raise unprintable(plain(part))


class _Provenance:
    """The arguments of one call, opened, and what is known of them together."""

    __slots__ = ("audience", "facts")

    def __init__(self, facts: tuple[str, ...], audience: Audience) -> None:
        self.facts = dict.fromkeys(facts)
        self.audience = audience

    def unwrap(self, arg: object) -> object:
        if type(arg) is Value:
            raw = arg.raw
            if arg.facts or arg.audience:
                self._note(arg)
            if isinstance(raw, (tuple, list)):
                for inner in arg:
                    if type(inner) is Value:
                        self._note(inner)
            return raw
        if isinstance(arg, Words):
            return curled(arg)
        if isinstance(arg, (Captured, Spoken)):
            return arg
        if isinstance(arg, (list, tuple)):
            return tuple(self.unwrap(inner) for inner in arg)
        if type(arg) is str:
            raise refuse("text that is neither the template's nor a value of the case")
        return _defined(arg)

    def _note(self, value: Value) -> None:
        for fact in value.facts:
            self.facts[fact] = None
        if value.audience > self.audience:
            self.audience = value.audience


def _defined(arg: object) -> object:
    if isinstance(arg, Undefined):
        str(arg)  # Says which name is not defined.
    return arg


def _is_text(part: object) -> bool:
    return type(part) is Value and type(part.raw) in (str, int)


def _has_run(parts: Sequence[object]) -> bool:
    for part in parts:
        kind = type(part)
        if kind in _WORDS or (isinstance(part, tuple) and _has_run(part)):
            return True
    return False


def _unknown(raw: object, name: str) -> TemplateError:
    close = difflib.get_close_matches(name, [n for n in dir(raw) if n[0] != "_"], 1)
    hint = f"did you mean `{close[0]}`?" if close else ""
    return refuse(f"{type(raw).__name__} has no field `{name}`", hint)
