"""Whether the client may be a minor still on the day of a paper."""

from __future__ import annotations

from datetime import date

from drafter.casefile.case import Case
from drafter.casefile.moments import Point, Precision, Relation, WrittenMoment

OF_AGE = 18
"""From this age a person is no minor."""


def under_age_at_offense(case: Case) -> bool:
    """Whether the client is recorded as under age at the offense; not recorded: no."""
    age = case.client.age_at_offense
    return age is not None and age < OF_AGE


def may_be_minor(case: Case, day: date) -> bool:
    """Whether the client may be under age on a day, as far as the age at the offense tells.

    A date of birth is not recorded, so that certain is that age and the full years since the
    last day on which it may have been.
    """
    age = case.client.age_at_offense
    if age is None or age >= OF_AGE:
        return False
    last = _last_day(case)
    return last is None or age + _years(last, day) < OF_AGE


def _last_day(case: Case) -> date | None:
    """The last day on which a count can have gone on; None: it is open."""
    days = [_day(each.end or each.start) for each in case.charges]
    known = [each for each in days if each is not None]
    return max(known) if known and len(known) == len(days) else None


def _day(moment: WrittenMoment | None) -> date | None:
    """The last day of a moment, `about` what is no day by itself left open."""
    point = (moment.end or moment.start) if moment else None
    if moment is None or point is None or moment.relation is Relation.AFTER:
        return None
    return _end_of(point)


def _end_of(point: Point) -> date:
    if point.precision is not Precision.MONTH:
        return date(point.year, point.month, point.day)
    later, month = divmod(point.month, 12)
    return date(point.year + later, month + 1, 1)


def _years(since: date, until: date) -> int:
    """The full years from a day to another one."""
    turned = (until.month, until.day) >= (since.month, since.day)
    return max(until.year - since.year - (not turned), 0)
