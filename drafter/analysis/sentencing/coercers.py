"""Whether the record tells of charges against the coercer, who stands in no list of codefendants.

No field says whom an event is about, so it is read off its words: they name who made a threat,
and nobody else of the case but the client.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.analysis.sentencing.coercer_types import CoercerFinding
from drafter.casefile.case import Case
from drafter.casefile.coercion import Threat
from drafter.casefile.fact import Fact
from drafter.casefile.matter import Person
from drafter.casefile.record import Event

_CHARGED = re.compile(r"\b(?:charged|indict\w*|convict\w*|pleaded|pled|sentenced)\b")
_HELD = re.compile(rf"{_CHARGED.pattern}|\barrest\w*")


def find_coercers(case: Case) -> CoercerFinding | None:
    """What is told of charges against the coercer.

    None where no threat is recorded, or a codefendant is or may be the coercer: the outline
    says then how that one stands.
    """
    if not case.threats or any(each.coercer is not False for each in case.codefendants):
        return None
    facts = tuple(_told(case))
    charged = any(_CHARGED.search(_words(each)) for each in facts)
    return CoercerFinding(facts, charged)


def _told(case: Case) -> Iterator[Fact]:
    speakers = {each.speaker for each in case.threats}
    coercers = [each for each in case.people if each.id in speakers]
    others = [each for each in case.people if each.id not in speakers]
    for fact in (*case.threats, *case.events):
        words = _words(fact)
        of_one = any(_named(each, words) for each in coercers)
        # How a threat ended may tell of its maker beside others.
        alone = isinstance(fact, Threat) or not any(_named(each, words) for each in others)
        if of_one and alone and _HELD.search(words):
            yield fact


def _words(fact: Fact) -> str:
    if isinstance(fact, Threat):
        return fact.ended_how or ""
    return fact.what if isinstance(fact, Event) else ""


def _named(person: Person, words: str) -> bool:
    """Whether words name a person, by the last of the names."""
    return re.search(rf"\b{re.escape(person.name.split()[-1])}\b", words) is not None
