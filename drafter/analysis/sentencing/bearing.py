"""Which facts of a case bear on sentencing, and how: the choices that factors and weaknesses share.

Property, blackmail and lesser injury count here, though they do not reach the defense.
Economic pressure is barred from a departure.  What else was threatened is not shown to
count for one, and is weighed in the variance only.
"""

from __future__ import annotations

from collections.abc import Iterable

from drafter.analysis.predicates.counts import counts_left
from drafter.casefile.case import Case
from drafter.casefile.coercion import (
    Benefit,
    Opportunity,
    OtherAct,
    OtherActKind,
    Threat,
    ThreatKind,
)
from drafter.casefile.matter import Charge
from drafter.casefile.record import Event, EventKind, Invocation, Statement
from drafter.casefile.references import CLIENT
from drafter.facts.contacts import contacts_of
from drafter.facts.grave import GRAVE
from drafter.facts.milestones import over
from drafter.facts.moments import Moment
from drafter.facts.record import Record

SERIOUS = frozenset({
    ThreatKind.DEATH, ThreatKind.SERIOUS_INJURY, ThreatKind.OTHER_INJURY, ThreatKind.PROPERTY,
    ThreatKind.BLACKMAIL,
})  # fmt: skip
"""What reaches a departure: physical injury, damage to property, blackmail."""
ECONOMIC = frozenset({ThreatKind.ECONOMIC, ThreatKind.JOB})
_WILLING = frozenset({
    OtherActKind.EARLIER_TRIP, OtherActKind.SAME_CONDUCT_UNFORCED, OtherActKind.WILLINGNESS,
})  # fmt: skip


def serious(case: Case) -> tuple[Threat, ...]:
    """The threats that reach a departure."""
    return tuple(each for each in case.threats if SERIOUS.intersection(each.kinds))


def grave(case: Case) -> tuple[Threat, ...]:
    """The threats of death or serious bodily injury."""
    return tuple(each for each in case.threats if GRAVE.intersection(each.kinds))


def economic(case: Case) -> tuple[Threat, ...]:
    """Threats of economic harm or a job, whatever else they carry with them."""
    return tuple(each for each in case.threats if ECONOMIC.intersection(each.kinds))


def only_economic(case: Case) -> tuple[Threat, ...]:
    """The threats of nothing but economic harm or a job."""
    return tuple(each for each in case.threats if _only_economic(each))


def coercive(case: Case) -> tuple[Threat, ...]:
    """The threats that a variance may weigh: all but the merely economic."""
    return tuple(each for each in case.threats if not _only_economic(each))


def unspecific(case: Case) -> tuple[Threat, ...]:
    """The threats recorded as not specific."""
    return tuple(each for each in case.threats if each.specific is False)


def in_time(threats: Iterable[Threat], record: Record) -> tuple[Threat, ...]:
    """The threats that may have come before the end of some count, and so be a reason for it.

    Of a count without a recorded end, only what came before its beginning did for certain.
    """
    ends = [_end(each, record) for each in counts_left(record.case)]
    moments = record.moments
    return tuple(e for e in threats if not all(over(end, moments.get(e.id)) for end in ends))


def _end(charge: Charge, record: Record) -> Moment | None:
    end = record.moments.get(f"{charge.id}.end")
    settled = (end is not None and end.known) or charge.continuing
    return end if settled else record.moments.get(f"{charge.id}.start")


def missed(case: Case) -> tuple[Opportunity, ...]:
    """The chances recorded as safe at which no help was sought, or no authority called for it.

    To ask a relative is not to ask an authority, where the client had a telephone to call one:
    unless a contact with an authority is recorded for that very moment.
    """
    called = [each.when for each in contacts_of(case) if isinstance(each, Event | Statement)]
    return tuple(
        each
        for each in case.opportunities
        if each.safe and (not each.asked_for_help or (_by_others(each) and each.when not in called))
    )


def left_open(case: Case) -> tuple[Opportunity, ...]:
    """The chances recorded as not taken, of which safety is not recorded."""
    return tuple(
        each for each in case.opportunities if each.safe is None and each.asked_for_help is False
    )


def hindered(case: Case) -> tuple[Opportunity, ...]:
    """The chances that were unsafe or in corrupt hands, and those that were tried."""
    return tuple(
        each
        for each in case.opportunities
        if each.safe is False or each.asked_for_help or each.authority_corrupt
    )


def events(case: Case, *kinds: EventKind) -> tuple[Event, ...]:
    """The events of some kinds."""
    return tuple(each for each in case.events if each.kind in kinds)


def stood_to_gain(case: Case) -> tuple[Benefit, ...]:
    """What the client received, and what was promised whether or not anything came of it."""
    return tuple(each for each in case.benefits if each.received or each.promised)


def given_up(case: Case) -> tuple[Benefit, ...]:
    """What the client had and handed over at once: it speaks for as well as against."""
    return tuple(each for each in case.benefits if each.received and each.given_up)


def willing(case: Case) -> tuple[OtherAct, ...]:
    """Acts that speak for willingness."""
    return tuple(each for each in case.other_acts if each.kind in _WILLING)


def silent_accounts(case: Case) -> tuple[Statement, ...]:
    """The client's statements that leave the coercion out; an invoked right is never one."""
    return tuple(
        each
        for each in case.statements
        if each.speaker == CLIENT and each.omits_duress and each.invoked is Invocation.NO
    )


def _by_others(chance: Opportunity) -> bool:
    return bool(chance.phone) and chance.authority_present is False


def _only_economic(threat: Threat) -> bool:
    return bool(threat.kinds) and ECONOMIC.issuperset(threat.kinds)
