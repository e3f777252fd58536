"""The days that the title of an exhibit names, and the rows that lie outside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from drafter.casefile.case import Exhibit
from drafter.casefile.fact import Fact
from drafter.facts.moments import Moment
from drafter.facts.record import Record

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAY = re.compile(rf"\b({'|'.join(_MONTHS)}) (\d{{1,2}})\b(?:, (\d{{4}}))?")
_SLACK = timedelta(days=1)
"""No clock is further than this from the one in which moments are counted."""


def rows_outside(exhibit: Exhibit, record: Record) -> Iterator[Fact]:
    """Yield the rows that certainly lie before the first or after the last day of the title."""
    named = days_named(exhibit.title or "")
    if named is None:
        return
    for id in exhibit.events:
        moment = record.moments.get(id)
        if moment and _outside(moment, *named):
            yield record.facts[id]


def days_named(title: str) -> tuple[date, date] | None:
    """The first and the last of the days that a title names; None: it names no two.

    A day without a year is of the year that is named next.
    """
    days: list[date] = []
    year: str | None = None
    for month, day, said in reversed(_DAY.findall(title)):
        year = said or year
        if year is None:
            return None
        try:
            days.append(date(int(year), _MONTHS.index(month) + 1, int(day)))
        except ValueError:
            return None
    return (min(days), max(days)) if len(days) > 1 else None


def _outside(moment: Moment, first: date, last: date) -> bool:
    before = moment.latest is not None and moment.latest.date() < first - _SLACK
    after = moment.earliest is not None and moment.earliest.date() > last + _SLACK
    return before or after
