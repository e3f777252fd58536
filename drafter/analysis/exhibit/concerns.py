"""What the events chosen for the exhibit would prove against the defense."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import chain

from drafter.analysis.elements.common_law import CommonLaw
from drafter.analysis.exhibit.concern_types import ExhibitConcern, ExhibitWait
from drafter.analysis.findings import Reason
from drafter.analysis.predicates.order import earlier
from drafter.analysis.predicates.setting import CLIENT, Setting
from drafter.analysis.predicates.table import TESTS
from drafter.analysis.reasons.grouped import is_short
from drafter.casefile.coercion import Opportunity
from drafter.casefile.matter import Charge, Disposition
from drafter.casefile.record import Event, EventKind, Evidence, Statement
from drafter.doctrine.offense import OffenseNature
from drafter.doctrine.vocabulary import Concept
from drafter.facts.moments import Moment, as_written
from drafter.facts.record import Record

_TURNED = frozenset({EventKind.AUTHORITY_CONTACT, EventKind.SURRENDER, EventKind.ARREST})
_GIVEN_UP = "gave_up_weapon"
_UNDER_THREAT = frozenset({Concept.IMMEDIACY, Concept.FEAR, Concept.ESCAPE})


Predicates = Mapping[str, tuple[str, ...]]
"""By the rule that a reason names, the predicates it asks."""


def find_exhibit_concerns(
    setting: Setting, common_law: CommonLaw, asked: Predicates
) -> tuple[ExhibitConcern, ...]:
    """Find each chosen event that hurts, in the order of the exhibit.

    A reason may rest on it, a statement of the client's may be recorded as conflicting with it,
    or it may concede a possession, or another act, that is charged.

    A reason rests on the event itself, on an item that proves it, or on an opportunity that
    overlaps it in time, `about` a time being read as that time.  What an item shows of another
    time is not said of the event.  What one rule says of several of them is said once.
    """
    record = setting.record
    if record.case.exhibit is None:
        return ()
    events = record.case.exhibit.events
    hurts = (each for finding in common_law.elements for each in finding.hurts)
    by_fact = _by_fact(each for each in hurts if not is_short(each))
    meanwhile, rows = _meanwhile(events, record, by_fact), _Rows(setting, asked)
    found = (_concern(id, rows, by_fact, meanwhile.get(id, ())) for id in events)
    return tuple(
        each for each in found if each.hurts or each.conflicts or each.concedes or each.acts
    )


def find_exhibit_waits(record: Record) -> tuple[ExhibitWait, ...]:
    """Each interval that the exhibit will print, with what is recorded of it.

    That is each opportunity that may lie in it, and each threat that was made in it, which
    answers what was not done.
    """
    if record.case.exhibit is None:
        return ()
    chances = list(_timed((each.id for each in record.case.opportunities), record))
    threats = list(_timed((each.id for each in record.case.threats), record))
    found = []
    for each in record.case.exhibit.intervals:
        start, end = _time(record.moments.get(each.start)), _time(record.moments.get(each.end))
        if start and end:
            may = (at for at in chances if at[0] < end[0] and at[1] > start[1])
            made = (at for at in threats if start[1] <= at[0] and at[1] <= end[0])
            facts = tuple(record.facts[id] for _, _, id in sorted((*may, *made)))
            found.append(ExhibitWait(each, facts))
    return tuple(found)


def _by_fact(reasons: Iterable[Reason]) -> Mapping[str, list[Reason]]:
    found: dict[str, list[Reason]] = defaultdict(list)
    for reason in reasons:
        for fact in reason.facts:
            found[fact.id].append(reason)
    return found


def _concern(
    id: str, rows: _Rows, by_fact: Mapping[str, list[Reason]], meanwhile: Iterable[Reason]
) -> ExhibitConcern:
    record = rows.record
    items = record.evidence.items_for(id)
    of_items = (
        reason
        for item in items
        for reason in by_fact.get(item.id, ())
        if rows.said_of(reason, item, id)
    )
    shown = frozenset(each.id for each in items)
    hurts: dict[str, Reason] = {}
    for each in chain(by_fact.get(id, ()), of_items, meanwhile):
        # What only an item shows that does not prove the event, the exhibit does not show.
        if all(fact.id in shown for fact in each.facts if isinstance(fact, Evidence)):
            hurts.setdefault(each.rule, each)
    return ExhibitConcern(
        record.facts[id],
        tuple(hurts.values()),
        tuple(_conflicting(id, record)),
        _conceded(id, rows.setting),
        _acts(id, rows.setting),
    )


def _conflicting(id: str, record: Record) -> Iterator[Statement]:
    named = record.facts[id].conflicts_with
    for each in record.case.statements:
        if each.speaker == CLIENT and (id in each.conflicts_with or each.id in named):
            yield each


def _conceded(id: str, setting: Setting) -> tuple[Charge, ...]:
    """The counts of possession of a weapon in whose period the event gives one up.

    A surrender does where a source of it is recorded as showing that.
    """
    event, items = setting.record.facts[id], setting.record.evidence.items_for(id)
    kind = event.kind if isinstance(event, Event) else None
    shown = any(_GIVEN_UP in item.traits for item in items)
    if kind is EventKind.DISPOSSESSION or (kind is EventKind.SURRENDER and shown):
        held = OffenseNature.FIREARM_HELD
        return tuple(each for each in _within(id, setting) if setting.is_a(each, held))
    return ()


def _acts(id: str, setting: Setting) -> tuple[Charge, ...]:
    """The counts, not yet decided, within which an event is recorded as the offense."""
    event = setting.record.facts[id]
    if not isinstance(event, Event) or event.kind is not EventKind.OFFENSE:
        return ()
    pending = Disposition.PENDING
    return tuple(each for each in _within(id, setting) if each.disposition is pending)


def _within(id: str, setting: Setting) -> Iterator[Charge]:
    """The counts in whose period an event certainly lies."""
    when = setting.moment(id)
    for each in setting.charges:
        start, end = (setting.moment(each.id, bound) for bound in ("start", "end"))
        if earlier(when, start) is False and earlier(end, when) is False:
            yield each


class _Rows:
    """Whether what an item shows against the defense is shown at the time of an event."""

    def __init__(self, setting: Setting, asked: Predicates) -> None:
        self.record = setting.record
        self.asked = asked
        self.setting = setting

    def said_of(self, reason: Reason, item: Evidence, event: str) -> bool:
        """Whether a reason that rests on an item can be said of an event that the item proves.

        What is asked of an opportunity is of those that the reason rests on, or else of those
        that the item is about; before any threat there was nothing to escape or to fear.
        """
        if reason.element not in _UNDER_THREAT or reason.fact is not item:
            return True
        moment = self.record.moments.get(event)
        if self.setting.before_threats(moment):
            return False
        time, times = _time(moment), self._times(reason, item)
        if not times or time is None:
            return True
        return any(start <= time[1] and time[0] <= end for start, end, _ in times)

    def _times(self, reason: Reason, item: Evidence) -> list[tuple[datetime, datetime, str]]:
        if not any(Opportunity in TESTS[each] for each in self.asked.get(reason.rule, ())):
            return []
        own = [each.id for each in reason.others if isinstance(each, Opportunity)]
        about = (each for each in item.about if isinstance(self.record.facts[each], Opportunity))
        return list(_timed(own or about, self.record))


def _meanwhile(
    events: Iterable[str], record: Record, by_fact: Mapping[str, list[Reason]]
) -> Mapping[str, list[Reason]]:
    """The reasons on the opportunities that share a minute with each event of known bounds."""
    chances = (id for id in by_fact if isinstance(record.facts[id], Opportunity))
    # Whoever turns to an authority, or is held by one, lets no chance of it go by just then.
    events = (id for id in events if getattr(record.facts[id], "kind", None) not in _TURNED)
    waiting, begun = deque(sorted(_timed(chances, record))), _Begun()
    found: dict[str, list[Reason]] = {}
    # By their ends, so that what has begun by the end of one has by that of the next.
    for start, end, id in sorted(_timed(events, record), key=lambda event: event[1]):
        while waiting and waiting[0][0] <= end:
            _, last, chance = waiting.popleft()
            begun.add(last, by_fact[chance])
        found[id] = begun.lasting_to(start)
    return found


class _Begun:
    """The reasons on opportunities, added in the order in which these begin.

    Of a rule the one asked for is on the last that lasts long enough.  It never is on one
    that ends no later than another added after it, so such a one is dropped: those that
    are kept end the earlier, the later they were added, and can be searched by halves.
    """

    def __init__(self) -> None:
        self._added = 0
        self._by_rule: dict[str, list[tuple[datetime, int, Reason]]] = defaultdict(list)

    def add(self, end: datetime, reasons: Sequence[Reason]) -> None:
        """Add what rests on one opportunity; the first counts as added last."""
        for each in reversed(reasons):
            kept = self._by_rule[each.rule]
            while kept and kept[-1][0] <= end:
                kept.pop()
            self._added += 1
            kept.append((end, self._added, each))

    def lasting_to(self, start: datetime) -> list[Reason]:
        """One reason of each rule, the one added last first."""
        found = []
        for kept in self._by_rule.values():
            at = bisect_left(kept, True, key=lambda each: each[0] < start)
            if at:
                found.append(kept[at - 1])
        return [reason for _, _, reason in sorted(found, key=lambda each: -each[1])]


def _timed(ids: Iterable[str], record: Record) -> Iterator[tuple[datetime, datetime, str]]:
    """The bounds of moments as written; of those of which one is not known, none."""
    for id in ids:
        time = _time(record.moments.get(id))
        if time:
            yield (*time, id)


def _time(moment: Moment | None) -> tuple[datetime, datetime] | None:
    if moment is None:
        return None
    start, end = as_written(moment)
    return (start, end) if start is not None and end is not None else None
