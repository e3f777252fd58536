"""The deadlines of one case: each rule that holds in its court, and the day it falls on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from msgspec import Struct

from drafter.analysis.deadlines.counting import (
    Calendar,
    count_days,
    count_from_service,
    count_hours,
)
from drafter.analysis.deadlines.experts import experts_on_condition, notice_given
from drafter.analysis.deadlines.types import Counted, CountedHours, DeadlineFinding
from drafter.analysis.stage import charges_convicted, charges_pending
from drafter.casefile.matter import Matter, ServedPaper
from drafter.casefile.moments import Point, Precision, Relation, WrittenMoment
from drafter.doctrine.deadline import Anchor, Deadline, Side
from drafter.doctrine.holidays import Holidays
from drafter.doctrine.in_force import Doctrine
from drafter.doctrine.kinds import DEADLINES, HOLIDAYS
from drafter.doctrine.library import Library
from drafter.facts.gaps import Gap
from drafter.facts.moments import Moment
from drafter.facts.proceedings import Course, course_of
from drafter.facts.record import Record
from drafter.facts.zones import zone_named

_BY_ORDER = (Anchor.COURT_ORDER, Anchor.MOTION_DEADLINE)
"""Anchors on a day that an order names."""
_PRETRIAL = (*_BY_ORDER, Anchor.PLEA, Anchor.TRIAL)
_SENTENCE = (Anchor.SENTENCING, Anchor.PSR_DISCLOSED)
_UNDER = "the paragraph of Fed. R. Crim. P. 49(a)(4) under which the paper was served"
_HOURS = {
    Anchor.PLEA: "the hour of the plea hearing",
    Anchor.TRIAL: "the hour at which the trial starts",
    Anchor.SENTENCING: "the hour of the sentencing hearing",
}
_NOTICE = "notice_12_2_b"
_REPORT = "frcrp_32_e2"
"""The rule by which the presentence report is given to the defense."""


def find_deadlines(record: Record, doctrine: Doctrine) -> tuple[DeadlineFinding, ...]:
    """Every deadline that holds in the case's court: by day, those without a day last.

    A rule of the district, or of its judge as recorded, takes the place of the national rule
    it names.  A practice of one judge, where it is not known whether this one is meant,
    stands beside the rule.  Pretrial deadlines are left out once no count is pending, those
    up to a sentence where the proceeding passes none.  What runs from service is found once for
    each served paper that starts it.
    """
    matter = record.case.matter
    court = record.place.district.id
    table = doctrine.library.only(HOLIDAYS)
    count = _Count(record, doctrine.day, table, _calendar(doctrine.library, court))
    here = [(each, _holds(each, court, matter)) for each in doctrine.every(DEADLINES)]
    local = [each for each, holds in here if each.is_local and holds]
    replaced = {each.id: _replaced(each, [rule for rule, _ in here]) for each in local}
    gone = {each.id for rules in replaced.values() for each in rules}
    past = _past(course_of(matter), bool(charges_pending(record.case)))
    found = [
        _find(each, paper, count, holds, replaced.get(each.id, ()))
        for each, holds in here
        if holds is not False and each.id not in gone and each.anchor not in past
        for paper in _papers(each, matter)
    ]
    return tuple(sorted(found, key=_order))


def _past(course: Course, pending: bool) -> tuple[Anchor, ...]:
    """The anchors of the stages that lie behind, or are none of the proceeding's."""
    return (*(() if pending else _PRETRIAL), *(() if course.read else _SENTENCE))


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


class _Count(Struct, frozen=True):
    """What every deadline of one case is counted with."""

    record: Record
    as_of: date
    table: Holidays
    calendar: Calendar


def _papers(deadline: Deadline, matter: Matter) -> tuple[ServedPaper | None, ...]:
    """What starts a deadline: the served papers that do, or nothing that is served."""
    if deadline.anchor is not Anchor.SERVICE:
        return (None,)
    return tuple(each for each in matter.served if each.starts == deadline.id)


def _find(
    deadline: Deadline,
    paper: ServedPaper | None,
    count: _Count,
    holds: bool | None,
    replaces: tuple[Deadline, ...],
) -> DeadlineFinding:
    record, matter = count.record, count.record.case.matter
    anchor, field = (paper.served, "") if paper else _anchor(deadline.anchor, matter)
    hours = _hours(deadline, count)
    counted = hours.counted if hours else _counted(deadline, anchor, paper, count)
    # An order that names a day is not counted, so its day does not move.
    ordered = anchor if deadline.anchor in _BY_ORDER and not deadline.days else None
    day = counted.day if counted else ordered
    done = paper.answered if paper else _done(deadline, record)
    return DeadlineFinding(
        deadline=deadline,
        replaces=replaces,
        anchor=anchor,
        counted=counted,
        day=day,
        at=_moment(hours.at) if hours else None,
        other_at=_moment(hours.other) if hours and hours.other else None,
        paper=paper,
        order=matter.motion_deadline.order if ordered and matter.motion_deadline else None,
        closed=count.calendar.closed(ordered, Side.AFTER) if ordered else None,
        gap=record.gap(field) if anchor is None else _inner_gap(deadline, paper, record),
        awaited=_awaited(deadline, record),
        holds=holds,
        passed=day is not None and day < count.as_of and not done,
        done=done,
        called_for=deadline.id != _NOTICE or bool(experts_on_condition(record.case)),
    )


def _hours(deadline: Deadline, count: _Count) -> CountedHours | None:
    """A period in hours, from the hour of its hearing; None: none, or not recorded."""
    hearing = count.record.hearings.get(deadline.anchor.value)
    zone = zone_named(hearing.zone) if hearing else None
    if not (deadline.hours and deadline.side and hearing and hearing.earliest and zone):
        return None
    return count_hours(count.calendar, hearing.earliest, deadline.hours, deadline.side, zone)


def _inner_gap(deadline: Deadline, paper: ServedPaper | None, record: Record) -> Gap | None:
    """What is missing beside the day: how a paper was served, a hearing's hour or its clock."""
    if paper and paper.under is None:
        return Gap(f"{paper.id}.under", _UNDER, paper.id, "served paper")
    hearing = record.hearings.get(deadline.anchor.value)
    if not deadline.hours or (hearing and hearing.zone):
        return None
    if hearing:
        return record.gap("matter.zone") or record.gap("matter.division")
    return Gap(f"matter.dates.hours.{deadline.anchor.value}", _HOURS[deadline.anchor], "", "")


def _moment(at: datetime) -> Moment:
    """A time to act by, as exact as it is, in the zone it is local to."""
    zone = at.tzinfo.key if isinstance(at.tzinfo, ZoneInfo) else ""
    when = Point(at.year, at.month, at.day, at.hour, at.minute, Precision.MINUTE, zone)
    written = WrittenMoment(f"{at:%Y-%m-%d %H:%M} {zone}", Relation.AT, when)
    instant = at.astimezone(UTC)
    return Moment(written, instant, instant, zone)


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
    if anchor in _BY_ORDER or anchor is Anchor.SERVICE:
        ordered = matter.motion_deadline.date if matter.motion_deadline else None
        return ordered, "matter.motion_deadline"
    found = getattr(matter.dates, anchor.value)
    return found if isinstance(found, date) else None, f"matter.dates.{anchor.value}"


def _counted(
    deadline: Deadline, anchor: date | None, paper: ServedPaper | None, count: _Count
) -> Counted | None:
    if anchor is None or not deadline.days or deadline.side is None:
        return None
    try:
        if paper:
            under = paper.under.value if paper.under else None
            law = count.table.service
            return count_from_service(count.calendar, anchor, deadline.days, law, under)
        return count_days(count.calendar, anchor, deadline.days, deadline.side)
    except OverflowError:  # an anchor in the calendar's first or last weeks: no day can be given
        return None


def _order(finding: DeadlineFinding) -> tuple[date, str, int, str]:
    rule = finding.deadline
    return finding.day or date.max, rule.anchor, -(rule.days or 0), finding.id
