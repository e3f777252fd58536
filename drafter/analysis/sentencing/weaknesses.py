"""What the government will point to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from drafter.analysis.evidence.gains import possible_gains
from drafter.analysis.predicates.order import before, earlier
from drafter.analysis.sentencing import bearing
from drafter.analysis.sentencing.weakness_types import Weakness, WeaknessFinding
from drafter.casefile.case import Case
from drafter.casefile.fact import Fact
from drafter.casefile.record import EventKind, Invocation, Protection, Statement
from drafter.casefile.references import CLIENT
from drafter.casefile.resolution import CooperationStatus, Disclosure
from drafter.doctrine.vocabulary import Concept
from drafter.facts.intervals import span_between
from drafter.facts.record import Record
from drafter.facts.surrender_types import LabelledSpan

_TOLD = (EventKind.REPORT, EventKind.AUTHORITY_CONTACT)


def find_weaknesses(record: Record) -> tuple[WeaknessFinding, ...]:
    """The weaknesses that the record shows, and the chances of which it leaves safety open."""
    return tuple(
        _finding(weakness, facts, record) for weakness, facts in _weaknesses(record) if facts
    )


def _finding(weakness: Weakness, facts: tuple[Fact, ...], record: Record) -> WeaknessFinding:
    if weakness is Weakness.DELAY:
        meanwhile = tuple(_meanwhile(record, facts))
        return WeaknessFinding(weakness, facts, meanwhile, _since_the_end(record))
    interval = _beyond_the_end(record) if weakness is Weakness.WENT_ON else None
    return WeaknessFinding(weakness, facts, interval=interval)


def _weaknesses(record: Record) -> Iterator[tuple[Weakness, tuple[Fact, ...]]]:
    case = record.case
    yield Weakness.NOT_SPECIFIC, bearing.in_time(bearing.unspecific(case), record)
    yield Weakness.ECONOMIC_ONLY, bearing.in_time(bearing.only_economic(case), record)
    yield Weakness.MISSED_ESCAPE, bearing.missed(case)
    yield Weakness.OPEN_ESCAPE, bearing.left_open(case)
    yield Weakness.WENT_ON, _went_on(record)
    yield Weakness.DELAY, _delay(record)
    yield Weakness.BENEFIT, possible_gains(case)
    yield Weakness.OTHER_ACT, case.other_acts
    yield Weakness.ACCOUNT, bearing.silent_accounts(case)
    yield Weakness.NORMAL_LIFE, bearing.events(case, EventKind.NORMAL_ACTIVITY)
    chosen = (each for each in case.involvement if _chosen(each.voluntary_association, each))
    yield Weakness.ASSOCIATION, tuple(chosen)
    yield Weakness.CODEFENDANT, tuple(_others(case))
    known = tuple(each for each in case.statements if _known(each))
    conflicting = tuple(_conflicting(known, case))
    yield Weakness.CONFLICT, conflicting
    rest = (each for each in known if each not in conflicting)
    yield Weakness.WAY_OUT, tuple(each for each in rest if _of_a_way_out(each))
    yield Weakness.DISCLOSURE, tuple(_undisclosed(case))


def _others(case: Case) -> Iterator[Fact]:
    yield from (each for each in case.codefendants if each.spoke)
    told = {each.person for each in case.codefendants if each.spoke}
    for each in case.statements:
        if each.speaker != CLIENT and each.omits_duress and each.speaker not in told:
            yield each


def _known(statement: Statement) -> bool:
    """Whether it is an account of the client that the government may use, as far as recorded."""
    own = statement.speaker == CLIENT and statement.invoked is not Invocation.SILENCE
    return own and statement.protection is Protection.NONE


def _conflicting(known: tuple[Statement, ...], case: Case) -> Iterator[Statement]:
    named = {id for each in case.statements for id in each.conflicts_with}
    return (each for each in known if each.conflicts_with or each.id in named)


def _of_a_way_out(statement: Statement) -> bool:
    return any(said.element == Concept.ESCAPE for said in statement.says)


def _undisclosed(case: Case) -> Iterator[Fact]:
    told = case.cooperation
    less = (Disclosure.INCOMPLETE, Disclosure.WITHHELD_FOR_FEAR)
    if told and told.status is not CooperationStatus.NONE and told.disclosure in less:
        yield told


def _chosen(voluntary: bool | None, account: Fact) -> bool:
    return bool(voluntary or getattr(account, "could_foresee_demand", None))


def _delay(record: Record) -> tuple[Fact, ...]:
    """The end of the threat and what came of it, where time passed between them.

    It is counted from the last end that is recorded: what another threat’s end would change
    is told with it.
    """
    found = _since_the_end(record)
    shortest = found.counted.shortest if found else None
    if found is None or shortest is None or shortest <= timedelta():
        return ()
    return tuple(each for each in (found.start.fact, found.end.fact) if isinstance(each, Fact))


def _since_the_end(record: Record) -> LabelledSpan | None:
    """The time from the end of the threat to the surrender.

    Where none is recorded it runs to the first contact with an authority, and to the arrest
    only where neither is.
    """
    labelled = record.surrender.labelled
    spans = (labelled(id) for id in ("end_to_surrender", "end_to_contact", "end_to_arrest"))
    return next((each for each in spans if each), None)


def _went_on(record: Record) -> tuple[Fact, ...]:
    """The threat that was the last to end, where a count certainly went on after that."""
    found = _beyond_the_end(record)
    shortest = found.span.shortest if found else None
    if found is None or shortest is None or shortest <= timedelta():
        return ()
    return (found.start.fact,) if isinstance(found.start.fact, Fact) else ()


def _beyond_the_end(record: Record) -> LabelledSpan | None:
    """The time from the end of the last threat to that of the last count, on every reading."""
    start, end = record.surrender.threat_ended, record.surrender.offense_end
    if not (start.recorded and end.recorded):
        return None
    reach = span_between(start.reach, end.reach)
    counted = span_between(start.moment, end.moment)
    return LabelledSpan("end_to_offense_end", start, end, reach, counted)


def _meanwhile(record: Record, delay: tuple[Fact, ...]) -> Iterator[Fact]:
    """Yield what the client told somebody after the threat was over and before the delay was.

    An invoked right is silence; a report counts where it begins with the client’s name.
    """
    since, until = record.surrender.threat_ended.moment, record.moments.get(delay[-1].id)
    name = record.case.client.short_name
    own = (each for each in record.case.statements if each.speaker == CLIENT)
    spoke = (each for each in own if each.invoked is Invocation.NO)
    told = (e for e in bearing.events(record.case, *_TOLD) if e.what.startswith(name))
    spoken = {each.id: each for each in (*spoke, *told)}
    for entry in record.timeline:
        each, at = spoken.get(entry.id), record.moments.get(entry.id)
        if each and before(since, at) and earlier(at, until):
            yield each
