"""The deadlines of one case: each rule that holds in its court, and the day it falls on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from drafter.analysis.counting import Calendar, count_days
from drafter.analysis.deadline_types import Counted, DeadlineFinding
from drafter.analysis.experts import notice_given
from drafter.analysis.stage import charges_convicted, charges_pending
from drafter.casefile.matter import Matter
from drafter.doctrine.deadline import Anchor, Deadline, Side
from drafter.doctrine.in_force import Doctrine
from drafter.doctrine.kinds import DEADLINES, HOLIDAYS
from drafter.doctrine.library import Library
from drafter.facts.record import Record

_BY_ORDER = (Anchor.COURT_ORDER, Anchor.MOTION_DEADLINE)
"""Anchors on a day that an order names."""
_NOTICE = "notice_12_2_b"
_REPORT = "frcrp_32_e2"
"""The rule by which the presentence report is given to the defense."""


def find_deadlines(record: Record, doctrine: Doctrine) -> tuple[DeadlineFinding, ...]:
    """Every deadline that holds in the case's court: by day, those without a day last.

    A rule of the district, or of its judge as recorded, takes the place of the national rule
    it names.  A practice of one judge, where it is not known whether this one is meant,
    stands beside the rule.  Pretrial deadlines are left out once no count is pending.
    """
    matter = record.case.matter
    court = record.place.district.id
    calendar = _calendar(doctrine.library, court)
    here = [(each, _holds(each, court, matter)) for each in doctrine.every(DEADLINES)]
    local = [each for each, holds in here if each.is_local and holds]
    replaced = {each.id: _replaced(each, [rule for rule, _ in here]) for each in local}
    gone = {each.id for rules in replaced.values() for each in rules}
    pending = charges_pending(record.case)
    found = [
        _find(each, record, doctrine.day, calendar, holds, replaced.get(each.id, ()))
        for each, holds in here
        if holds is not False and each.id not in gone and (pending or each.anchor not in _BY_ORDER)
    ]
    return tuple(sorted(found, key=_order))


def current_until(deadlines: Iterable[DeadlineFinding]) -> date | None:
    """The last day up to which no deadline passes; None: all passed, or none has a day."""
    ahead = (each.day for each in deadlines if each.day and not (each.passed or each.done))
    return min(ahead, default=None)


@lru_cache(maxsize=128)
def _calendar(library: Library, court: str) -> Calendar:
    return Calendar(library.only(HOLIDAYS), court)


def _holds(deadline: Deadline, court: str, matter: Matter) -> bool | None:
    """Whether the deadline is one of this court; None: of a judge who may be this one."""
    if deadline.court is None:
        return True
    if deadline.court != court:
        return False
    if not deadline.one_judge:
        return True
    if deadline.judge is None or matter.judge is None:
        return None
    return deadline.judge.casefold() in matter.judge.casefold().replace(",", " ").split()


def _replaced(local: Deadline, rules: Iterable[Deadline]) -> tuple[Deadline, ...]:
    return tuple(
        rule
        for rule in rules
        if not rule.is_local
        and rule.authority in local.authorities
        and (rule.anchor, rule.side) == (local.anchor, local.side)
    )


def _find(
    deadline: Deadline,
    record: Record,
    as_of: date,
    calendar: Calendar,
    holds: bool | None,
    replaces: tuple[Deadline, ...],
) -> DeadlineFinding:
    matter = record.case.matter
    anchor, field = _anchor(deadline.anchor, matter)
    counted = _counted(deadline, anchor, calendar)
    # An order that names a day is not counted, so its day does not move.
    ordered = anchor if deadline.anchor in _BY_ORDER and not deadline.days else None
    day = counted.day if counted else ordered
    done = _done(deadline, record)
    return DeadlineFinding(
        deadline=deadline,
        replaces=replaces,
        anchor=anchor,
        counted=counted,
        day=day,
        order=matter.motion_deadline.order if ordered and matter.motion_deadline else None,
        closed=calendar.closed(ordered, Side.AFTER) if ordered else None,
        gap=record.gap(field) if anchor is None else None,
        awaited=_awaited(deadline, record),
        holds=holds,
        passed=day is not None and day < as_of and not done,
        done=done,
    )


def _done(deadline: Deadline, record: Record) -> date | None:
    """The day on which what is due was done, where the case file has it."""
    if deadline.id == _NOTICE:
        return notice_given(record.case)
    reports = deadline.authority == _REPORT or _REPORT in deadline.authorities
    return record.case.matter.dates.psr_disclosed if reports else None


def _awaited(deadline: Deadline, record: Record) -> bool:
    """Whether there can be no presentence report yet."""
    received = record.case.matter.dates.psr_disclosed
    by_report = deadline.anchor is Anchor.PSR_DISCLOSED
    return by_report and received is None and not charges_convicted(record.case)


def _anchor(anchor: Anchor, matter: Matter) -> tuple[date | None, str]:
    """The day a deadline hangs on, and the field of the case file that has it."""
    if anchor is Anchor.SENTENCING:
        return matter.dates.sentencing, "matter.dates.sentencing"
    if anchor is Anchor.PSR_DISCLOSED:
        return matter.dates.psr_disclosed, "matter.dates.psr_disclosed"
    return matter.motion_deadline.date if matter.motion_deadline else None, "matter.motion_deadline"


def _counted(deadline: Deadline, anchor: date | None, calendar: Calendar) -> Counted | None:
    if anchor is None or not deadline.days or deadline.side is None:
        return None
    try:
        return count_days(calendar, anchor, deadline.days, deadline.side)
    except OverflowError:  # an anchor in the calendar's first or last weeks: no day can be given
        return None


def _order(finding: DeadlineFinding) -> tuple[date, str, int, str]:
    rule = finding.deadline
    return finding.day or date.max, rule.anchor, -(rule.days or 0), rule.id
