"""Clients of the office whom the defense must blame, or who are charged with the client."""

from __future__ import annotations

import re

from drafter.casefile.case import Case
from drafter.casefile.matter import Person

_NOT = frozenset("no none not never refused declined rejected".split())
_SHORT = 3
"""Letters of which a name has more where it is looked for as a word."""


def denied(words: str) -> bool:
    """Whether an entry of the engagement says that there are none."""
    return not words_of(words).isdisjoint(_NOT)


def words_of(text: str) -> frozenset[str]:
    """The words of an entry, without their case."""
    return frozenset(re.findall(r"\w+", text.casefold()))


def clients_against(case: Case) -> tuple[Person, ...]:
    """The coercers and co-defendants whose last name what is recorded of other clients holds."""
    others = case.engagement.other_clients
    if others is None or denied(others):
        return ()
    speakers = (each.speaker for each in case.threats)
    ids = {*speakers, *(each.person for each in case.codefendants)}
    named = words_of(others)
    return tuple(each for each in case.people if each.id in ids and _last(each.name) in named)


def _last(name: str) -> str | None:
    """The last word of a name; None: it is too short to be looked for."""
    last = re.findall(r"\w+", name.casefold())[-1:]
    return last[0] if last and len(last[0]) > _SHORT else None
