"""Who in the record may have something to tell and is not heard, or not with counsel."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from drafter.analysis.occasions.bearing import Asked, Bearing, on_facts
from drafter.analysis.position import Position
from drafter.analysis.predicates.order import earlier
from drafter.casefile.coercion import Opportunity
from drafter.casefile.fact import Fact
from drafter.casefile.matter import Charge, Person
from drafter.casefile.references import CLIENT
from drafter.doctrine.occasion import Occasion
from drafter.doctrine.offense import OffenseNature

_AS_BEFORE = re.compile(
    r"\b(?:as (?:before|always|usual)|again|once more|like (?:before|last time)|another time)\b"
)
_TAIL = re.compile(
    r"[,;(]|\b(?:of|who|whom|at|in|to|with|from|known|that"
    r"|for|by|on|under|near|over|whose|before|after|since|when)\b"
)
_ANYBODY = frozenset({"man", "woman", "person", "one", "officer", "agent", "friend"})
_HOUSE = r"’s (?:\w+ )?(?:house|home|apartment|flat|trailer|place|room)\b"


def unheard(at: Position) -> Iterator[tuple[Person, tuple[Fact, ...]]]:
    """Yield whoever is to be interviewed and is listed nowhere, with where the record has them.

    Our reading: a person is there where the moment names the person, or the relation to the
    client.  A child, whoever made a threat and whoever is charged are left out, and so is an
    authority that is recorded as corrupt: to ask it tells it of the defense.
    """
    known = _accounted_for(at)
    for person in at.case.people:
        if person.id not in known and not person.minor:
            found = (
                *(each for each in at.case.threats if person.id in each.against),
                *(
                    each
                    for each in at.case.opportunities
                    if not each.authority_corrupt and _is_there(person, each)
                ),
            )
            if found:
                yield person, found


def _accounted_for(at: Position) -> frozenset[str | None]:
    """Who is a witness or named for an item, made a threat, or is charged."""
    case = at.case
    return frozenset(
        {
            CLIENT,
            *(each.person for each in case.witnesses),
            *(each.witness for each in case.evidence),
            *(each.speaker for each in case.threats),
            *(each.person for each in case.codefendants),
        }
    )


def _is_there(person: Person, chance: Opportunity) -> bool:
    there = " ".join(filter(None, (chance.present, chance.where)))
    # What was said there names people who are elsewhere: a brother who is held.
    return person.name in f"{there} {chance.what}" or any(
        re.search(rf"\b{re.escape(word)}\b", there)
        for word in _called(person)
        if word not in _ANYBODY
    )


def _called(person: Person) -> Iterator[str]:
    """By what word the record may call a person: the relation, or its last word."""
    said = _TAIL.split(person.relation)[0].split()
    if said and len(said) <= 3:
        yield said[-1]


def _hosts(at: Position) -> Iterator[Fact]:
    """Yield each witness at whose house the client stayed during an escape, and that moment."""
    people = {each.id: each for each in at.case.people}
    escapes = [each for each in at.left if at.setting.is_a(each, OffenseNature.ABSENCE)]
    for witness in at.case.witnesses:
        stays = [
            each
            for each in at.case.opportunities
            if any(_began(charge, each, at) for charge in escapes)
            and _stays_with(people.get(witness.person), each)
        ]
        if stays:
            yield from (witness, *stays)


def _began(charge: Charge, chance: Opportunity, at: Position) -> bool:
    """Whether a moment is not known to lie before a count."""
    return not earlier(at.setting.moment(chance.id), at.setting.moment(charge.id, "start"))


def _stays_with(person: Person | None, chance: Opportunity) -> bool:
    told = " ".join(filter(None, (chance.where, chance.what))).replace("'", "’")
    words = (person.name, *_called(person)) if person else ()
    return any(re.search(rf"\b{re.escape(each)}{_HOUSE}", told) for each in words)


def _people(at: Position) -> Bearing:
    facts = {each.id: each for _, found in unheard(at) for each in found}
    return on_facts(facts.values())


def _behind_nothing(at: Position) -> Bearing:
    """The interviewed witnesses who speak to no item and whose knowledge helps an element."""
    listed = {each.id.value for each in at.matrix.columns}
    return on_facts(
        each
        for each in at.matrix.idle_witnesses
        if each.interviewed
        and not each.unavailable
        and any(e.element in listed and not e.against for e in each.says)
    )


def _as_before(at: Position) -> Bearing:
    return on_facts(
        each
        for each in at.case.threats
        if each.demand and _AS_BEFORE.search(each.demand.casefold())
    )


UNHEARD: Mapping[Occasion, Asked] = {
    Occasion.EARLIER_DEMAND: _as_before,
    Occasion.PERSON_UNHEARD: _people,
    Occasion.WITNESS_BEHIND_NOTHING: _behind_nothing,
    Occasion.HOST_AT_LARGE: lambda at: on_facts({e.id: e for e in _hosts(at)}.values()),
}
