"""The factors of the departure and of the variance, each tied to the facts that bear on it.

A factor not listed here rests on the computation, the ask or the road, and on no one fact.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec.structs import replace

from drafter.analysis.sentencing import bearing
from drafter.analysis.sentencing.law import law_of
from drafter.analysis.sentencing.types import FactorFinding
from drafter.analysis.sentencing.vehicle_types import Vehicle
from drafter.casefile.case import Case
from drafter.casefile.coercion import OtherActKind, Threat
from drafter.casefile.fact import Fact
from drafter.casefile.record import Event, EventKind, Statement
from drafter.casefile.references import CLIENT
from drafter.doctrine.guidelines import FactorGroup, SentencingFactor
from drafter.doctrine.in_force import Doctrine
from drafter.doctrine.vocabulary import Concept
from drafter.facts.contacts import hour_of
from drafter.facts.gaps import Gap
from drafter.facts.grave import is_lesser
from drafter.facts.milestones import over
from drafter.facts.moments import Moment, as_written
from drafter.facts.record import Record

Select = Callable[[Case], Iterable[Fact]]
Tie = tuple[Select, Select, tuple[str, ...]]
"""What helps, what hurts, and the fields whose absence leaves a gap: `threats.kinds`."""


def find_factors(record: Record, doctrine: Doctrine, vehicle: Vehicle) -> tuple[FactorFinding, ...]:
    """The factors that count, in their order.

    Those of the departure count under the text of § 5K2.12 that governs, and only where
    the road includes a departure; those of the variance always.
    """
    return tuple(
        _finding(each, record)
        for each in law_of(doctrine).factors
        if _counts(each, doctrine, vehicle)
    )


def _counts(factor: SentencingFactor, doctrine: Doctrine, vehicle: Vehicle) -> bool:
    if factor.group is FactorGroup.VARIANCE:
        return factor.in_force(doctrine.day)
    return any(factor.period.overlaps(text.period) for text in vehicle.texts)


def _finding(factor: SentencingFactor, record: Record) -> FactorFinding:
    helps, hurts, wanted = _TIES.get(factor.id, (_none, _none, ()))
    asked = _asked_for_help(record) if factor.id in _WAYS_OUT else ()
    for_us = tuple(e for e in (*helps(record.case), *asked) if _in_time(factor, e, record))
    told = not factor.coercion_where or any(_holds(factor, each) for each in for_us)
    gaps = [gap for id in _gap_ids(record.case, wanted) if (gap := record.gap(id))]
    gaps += _whose_act(record.case) if factor.id in _BY_OWN_ACT else ()
    return FactorFinding(
        factor if told else replace(factor, coercion=None),
        for_us,
        tuple(e for e in hurts(record.case) if _counted(factor, e, record)),
        tuple(gaps),
    )


def _asked_for_help(record: Record) -> Iterator[Fact]:
    """Yield the contacts with an authority that are an opportunity at which it was asked for help.

    Of contacts alone it is not said who turned to whom: an officer at a booth is one too.
    """
    case, moments = record.case, record.moments
    asked = [each for each in case.opportunities if each.authority_present and each.asked_for_help]
    for each in bearing.events(case, EventKind.AUTHORITY_CONTACT):
        at = moments.get(each.id)
        same = at is not None and any(moments.get(chance.id) == at for chance in asked)
        if same or hour_of(at, case, moments):
            yield each


def _holds(factor: SentencingFactor, fact: Fact) -> bool:
    """Whether the words of a fact are of what the factor’s sentence on coercion speaks of."""
    words = _OF_THE_BODY.sub(" ", str(getattr(fact, "what", "")).casefold())
    return any(re.search(rf"\b{re.escape(each)}", words) for each in factor.coercion_where)


def _in_time(factor: SentencingFactor, fact: Fact, record: Record) -> bool:
    """Whether a fact came in time for what the factor asks.

    A threat is a reason for some count only if it came before the end of one, and one that
    came later still counts for nothing but who is to be protected.  An event
    that is certainly later than the offense was no way out of it, and one that is recorded
    later than an arrest, no step by which the client ended it.
    """
    at = record.moments.get(fact.id)
    if factor.id not in _BY_OWN_ACT and isinstance(fact, Threat):
        return bool(bearing.in_time((fact,), record))
    if factor.id in _BY_OWN_ACT and isinstance(fact, Event):
        return not any(_later(at, record.moments.get(each)) for each in _arrests(record.case))
    if factor.id in _WAYS_OUT and isinstance(fact, Event):
        return not over(record.surrender.offense_end.moment, at)
    return True


def _counted(factor: SentencingFactor, fact: Fact, record: Record) -> bool:
    """Whether a fact counts against what the factor asks: a threat, as it would count for it."""
    return not isinstance(fact, Threat) or _in_time(factor, fact, record)


def _arrests(case: Case) -> Iterator[str]:
    return (each.id for each in bearing.events(case, EventKind.ARREST))


def _later(moment: Moment | None, other: Moment | None) -> bool:
    """Whether one moment as written is later than another, `about` a time being that time."""
    if moment is None or other is None:
        return False
    start, end = as_written(moment)[0], as_written(other)[1]
    return start is not None and end is not None and start > end


def _gap_ids(case: Case, wanted: tuple[str, ...]) -> Iterator[str]:
    for each in wanted:
        section, _, field = each.partition(".")
        if not field:
            yield section
        elif section == "threats":
            yield from (f"{threat.id}.{field}" for threat in case.threats)
        else:
            yield from (f"{chance.id}.{field}" for chance in case.opportunities)


def _none(_: Case) -> Iterable[Fact]:
    return ()


def _tied(case: Case) -> Iterable[Fact]:
    return (each for each in bearing.serious(case) if each.demanded_offense)


def _tried(case: Case) -> Iterable[Fact]:
    """What the client tried; a report that somebody else made is none of the client's doing."""
    tries = bearing.events(case, EventKind.AVOIDANCE, EventKind.REPORT)
    own = (each for each in tries if each.kind is EventKind.AVOIDANCE or _told_by(each, case))
    return (*bearing.hindered(case), *own)


def _told_by(report: Event, case: Case) -> bool:
    """Whether the words of a report name the client, or begin with a pronoun."""
    return _of_the_client(report, case) or _PRONOUN.match(report.what) is not None


def _says_fear(statement: Statement) -> bool:
    return any(said.element == Concept.FEAR for said in statement.says)


def _belief(case: Case) -> Iterable[Fact]:
    return (each for each in case.statements if each.speaker == CLIENT and _says_fear(each))


def _disbelief(case: Case) -> Iterable[Fact]:
    normal = bearing.events(case, EventKind.NORMAL_ACTIVITY)
    return (*bearing.silent_accounts(case), *normal)


def _motives(case: Case) -> Iterable[Fact]:
    return (*bearing.willing(case), *bearing.stood_to_gain(case))


def _history(case: Case) -> Iterable[Fact]:
    return (*case.sentencing.history, *case.client.conditions)


def _past(case: Case) -> Iterable[Fact]:
    past = (OtherActKind.DRUGS, OtherActKind.WEAPONS)
    return (each for each in case.other_acts if each.kind in past)


def _by_choice(case: Case) -> Iterable[Fact]:
    return (each for each in case.involvement if each.voluntary_association)


def _sentenced(case: Case) -> Iterable[Fact]:
    """The codefendants of whom a sentence is recorded: there is nothing else to compare."""
    return (each for each in case.codefendants if each.sentence)


def _cared_for(case: Case) -> Iterable[Fact]:
    """The conditions of the mind, and those not recorded as of the body only."""
    return (each for each in case.client.conditions if each.mental is not False)


def _for_the_reason(case: Case) -> Iterable[Fact]:
    return (*bearing.coercive(case), *bearing.given_up(case))


def _against_the_reason(case: Case) -> Iterable[Fact]:
    spoke = (each for each in case.codefendants if each.spoke)
    return (*_motives(case), *spoke)


def _coercers(case: Case) -> Iterable[Fact]:
    return (each for each in case.codefendants if each.coercer)


def _over(case: Case) -> Iterable[Fact]:
    """What the client did to end it: that one threat was over does not say the coercer is gone."""
    given = (e for e in bearing.events(case, EventKind.DISPOSSESSION) if _of_the_client(e, case))
    return (*bearing.events(case, EventKind.SURRENDER), *given)


def _of_the_client(event: Event, case: Case) -> bool:
    """Whether the words of an event name the client: a weapon may be gone by another’s hand."""
    return case.client.short_name in event.what


def _names_somebody(event: Event, case: Case) -> bool:
    """Whether the words of an event say by whose hand it was: by a part of a name."""
    names = (part for each in case.people for part in _NAME.findall(each.name.partition(",")[0]))
    return not set(_NAME.findall(event.what)).isdisjoint(names)


def _whose_act(case: Case) -> Iterator[Gap]:
    for each in bearing.events(case, EventKind.DISPOSSESSION):
        if not (_of_the_client(each, case) or _names_somebody(each, case)):
            phrase = "who gave up or removed the weapon, and where it is"
            yield Gap(f"{each.id}.by", phrase, each.id, each.noun)


def _still(case: Case) -> Iterable[Fact]:
    return (e for e in case.threats if e.continuing and e.ended is None and not is_lesser(e))


_NAME = re.compile(r"\b[A-Z][\w’'-]{2,}")
_PRONOUN = re.compile(r"(?:he|she|they|the client|the defendant)\b", re.IGNORECASE)
_OF_THE_BODY = re.compile(r"\btraumatic (?:brain|head) injur\w*")
"""An injury, which is no trauma of the mind."""
_BY_OWN_ACT = frozenset({"protection"})
"""Factors that turn on what the client did to end it, before officers did."""
_WAYS_OUT = frozenset({"reasonableness"})
"""Factors that turn on what the client did before the offense was over."""
_TIES: Mapping[str, Tie] = {
    "cause": (_tied, _motives, ("threats", "threats.demanded_offense")),
    "seriousness": (
        bearing.serious,
        bearing.unspecific,
        ("threats", "threats.kinds", "threats.specific"),
    ),
    "reasonableness": (_tried, bearing.missed, ("opportunities", "opportunities.safe")),
    "proportionality": (bearing.grave, _none, ("threats.kinds",)),
    "less_harmful": (_belief, _disbelief, ()),
    "economic_bar": (bearing.serious, bearing.economic, ("threats.kinds",)),
    "circumstances": (_for_the_reason, _against_the_reason, ("threats",)),
    "history": (_history, _past, ()),
    "just_punishment": (bearing.coercive, _by_choice, ()),
    "deterrence": (_coercers, _none, ()),
    "protection": (_over, _still, ()),
    "treatment": (_cared_for, _none, ()),
    "disparity": (_sentenced, _none, ()),
}
