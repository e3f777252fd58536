"""Occasions of the law of the place, of the elements and of the statutory route."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.analysis.defenses.statutory_types import CoveredLevel, ScreenResult
from drafter.analysis.elements.proof import borne_out, only_client
from drafter.analysis.elements.threat_types import Reach
from drafter.analysis.evidence.own_words import holding_own_words
from drafter.analysis.findings import Production
from drafter.analysis.occasions.bearing import (
    NO,
    Asked,
    Bearing,
    missing,
    on_charges,
    on_facts,
)
from drafter.analysis.position import Position
from drafter.casefile.coercion import Threat, ThreatKind
from drafter.casefile.fact import Basis, Fact, Handling
from drafter.doctrine.circuit import ListStatus
from drafter.doctrine.occasion import Occasion
from drafter.doctrine.offense import Availability
from drafter.facts.grave import is_lesser

_PRODUCTION = {Production.SUPPORTED: True, Production.UNSUPPORTED: False, Production.UNKNOWN: None}
_SIGNS = (ScreenResult.SIGNALS, ScreenResult.VICTIM)
_NOT_ALL_ASKED = (ScreenResult.NOT_SCREENED, ScreenResult.UNFINISHED)
_SETTLED = (Availability.AVAILABLE, Availability.UNAVAILABLE)


def _list_is(status: ListStatus) -> Asked:
    return lambda at: Bearing(at.common_law.circuit.list_status is status)


def _available(at: Position) -> Bearing:
    """Open or shut by every count alike; otherwise open, with the counts that are in question.

    A count for which the defense is not available is in question only where no other is.
    """
    answers = {each.status for each in at.availability}
    barred = [e.charge for e in at.availability if e.status is Availability.UNAVAILABLE]
    open_ = [e.charge for e in at.availability if e.status not in _SETTLED]
    if not barred and not open_:
        return Bearing(bool(answers), charges=at.left)
    shut = answers == {Availability.UNAVAILABLE}
    return Bearing(False if shut else None, charges=tuple(open_ or barred))


def _supported(at: Position) -> Bearing:
    """As the worst element has it.

    Open where the court's list is not known, and at best so where for some count, or a part of a
    count that lasts, no threat that demanded it shows an element, or law defeats one.
    """
    law = at.common_law
    found = [(each, each.production) for each in law.elements]
    worst = min(production for _, production in found)
    reach = law.covered
    short = bool(reach.untied or reach.partly or reach.closed)
    doubted = law.capped or (short and worst is Production.SUPPORTED)
    holds = None if doubted else _PRODUCTION[worst]
    alone = worst is Production.SUPPORTED and short and not law.capped
    return Bearing(
        holds,
        elements=tuple(
            each
            for each, p in found
            if p is worst and (not alone or each.untied or each.stretches or each.closed)
        ),
    )


def _threat_recorded(at: Position) -> Bearing:
    if at.case.threats:
        return Bearing(True, at.case.threats)
    return Bearing(None, gaps=missing(at.record, "threats"))


def _read_as_lesser(at: Position) -> Bearing:
    return on_facts(each for each in at.case.threats if is_lesser(each) and _to_be_read(each))


def _to_be_read(threat: Threat) -> bool:
    """Whether it is for somebody to say how far words went, or a note leaves it open."""
    worded = bool(threat.words) and ThreatKind.OTHER_INJURY in threat.kinds
    return worded or bool(threat.note)


def _threat_shown(at: Position) -> Bearing:
    """Open for a threat known from the client alone: that account is privileged."""
    shown = tuple(
        each
        for each in at.case.threats
        if each.basis is not Basis.CLIENT_ACCOUNT
        or any(i.handling is not Handling.PRIVILEGED for i in at.record.evidence.items_for(each.id))
    )
    return Bearing(True, shown) if shown else Bearing(None, _threat_recorded(at).facts)


def _short_of_common_law(at: Position) -> Bearing:
    reaches = {each.reach for each in at.threats if not each.late}
    if not reaches or Reach.COMMON_LAW in reaches:
        return NO
    gaps = missing(at.record, *(f"{each.id}.kinds" for each in at.threats))
    return Bearing(None if Reach.UNKNOWN in reaches else True, at.case.threats, gaps)


def _beside_client(at: Position) -> Bearing:
    """What first bears out each element that is borne out; the elements tell the others."""
    found = borne_out(at.common_law, at.record)
    facts = {fact.id: fact for _, fact in found}
    return Bearing(bool(found), tuple(facts.values()), elements=tuple(each for each, _ in found))


def _only_client(at: Position) -> Bearing:
    found = only_client(at.common_law)
    facts = {fact.id: fact for each in found for fact in each.facts}
    elements = {each.element.id: each.element for each in found}
    return Bearing(bool(found), tuple(facts.values()), elements=tuple(elements.values()))


def _own_words(at: Position) -> Bearing:
    """Each item, or statement without one, that holds them; the elements that it helps."""
    found: dict[str, Fact] = {}
    elements = []
    for element in at.common_law.elements:
        held = {
            e.id: e
            for group in element.helping_facts
            for e in holding_own_words(group.fact, at.setting)
        }
        found |= held
        if held:
            elements.append(element)
    return Bearing(bool(found), tuple(found.values()), elements=tuple(elements))


def _unscreened(at: Position) -> Bearing:
    unasked = at.statutory.result in _NOT_ALL_ASKED
    return Bearing(unasked, at.statutory.facts, missing(at.record, "trafficking"))


def _signals(at: Position) -> Bearing:
    if at.statutory.result in _NOT_ALL_ASKED:
        return Bearing(None, at.statutory.facts, missing(at.record, "trafficking"))
    return Bearing(at.statutory.result in _SIGNS, at.statutory.facts)


def _victim(at: Position) -> Bearing:
    """Open unless recorded either way: a screen without a sign is no finding."""
    screen = at.case.trafficking
    found = {ScreenResult.VICTIM: True, ScreenResult.NOT_VICTIM: False}.get(at.statutory.result)
    asked = f"{screen.id}.victim_at_offense" if screen else "trafficking"
    return Bearing(found, at.statutory.facts, missing(at.record, asked))


def _covered(at: Position) -> Bearing:
    """Certain for counts that are not violent; a violent one may have a child as its victim."""
    open_ = tuple(e.charge for e in at.statutory.coverage if e.level is not CoveredLevel.LEVEL_A)
    gaps = missing(at.record, *(f"{each.id}.violent" for each in open_))
    return Bearing(None if open_ else True, gaps=gaps, charges=open_ or at.left)


def _before_statute(at: Position) -> Bearing:
    """Whether the statute must reach back; not asked of a client whose screen excludes it."""
    ruled_out = at.statutory.result in (ScreenResult.NO_SIGNAL, ScreenResult.NOT_VICTIM)
    return NO if ruled_out else _began_before(at)


def _began_before(at: Position) -> Bearing:
    """Whether a count began before the statute was law."""
    earlier = tuple(e.charge for e in at.statutory.coverage if e.began_before_statute)
    if earlier:
        return Bearing(True, charges=earlier)
    open_ = tuple(e.charge for e in at.statutory.coverage if e.began_before_statute is None)
    gaps = missing(at.record, *(f"{each.id}.start" for each in open_))
    return Bearing(None if open_ else False, gaps=gaps, charges=open_)


def _reaches(at: Position) -> Bearing:
    """Certain of an offense that began under the statute; of an earlier one it is not known.

    That is a question of law: what the screen found of the client does not answer it.
    """
    earlier = _began_before(at)
    return Bearing(
        True if earlier.holds is False else None, gaps=earlier.gaps, charges=earlier.charges
    )


DEFENSE: Mapping[Occasion, Asked] = {
    Occasion.CIRCUIT_LIST_UNKNOWN: _list_is(ListStatus.UNKNOWN),
    Occasion.CIRCUIT_LIST_IN_SUBSTANCE: _list_is(ListStatus.SUBSTANCE),
    Occasion.CIRCUIT_LEADS: lambda at: Bearing(bool(at.common_law.circuit.research)),
    Occasion.DEFENSE_AVAILABLE: _available,
    Occasion.ELEMENTS_SUPPORTED: _supported,
    Occasion.COUNT_SHOWN_IN_PART: lambda at: on_charges(
        each.charge for each in at.common_law.stretches
    ),
    Occasion.COUNT_ON_WORD: lambda at: on_charges(
        one.charge for each in at.common_law.on_word for one in each.on_word
    ),
    Occasion.COUNT_NOT_TIED: lambda at: on_charges(
        each.charge for each in at.untied_counts if each.charge in at.pending and not each.missed
    ),
    Occasion.THREAT_RECORDED: _threat_recorded,
    Occasion.THREAT_CAN_BE_SHOWN: _threat_shown,
    Occasion.THREAT_READ_AS_LESSER: _read_as_lesser,
    Occasion.THREAT_SHORT_OF_COMMON_LAW: _short_of_common_law,
    Occasion.VOICE_BESIDE_CLIENT: _beside_client,
    Occasion.ONLY_CLIENT_PROVES: _only_client,
    Occasion.OWN_WORDS_PROVE: _own_words,
    Occasion.TRAFFICKING_UNSCREENED: _unscreened,
    Occasion.TRAFFICKING_SIGNALS: _signals,
    Occasion.VICTIM_AT_OFFENSE: _victim,
    Occasion.STATUTE_IN_FORCE: lambda at: Bearing(at.statutory.in_force),
    Occasion.OFFENSE_COVERED: _covered,
    Occasion.OFFENSE_BEFORE_STATUTE: _before_statute,
    Occasion.STATUTE_REACHES_OFFENSE: _reaches,
    Occasion.COERCION_CHARGED: lambda at: on_charges(
        each.charge for each in at.availability if each.coercion_crime
    ),
}
