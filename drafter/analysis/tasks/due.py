"""What comes next: days of the court, its deadlines, and days after which evidence may be gone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from drafter.analysis.deadlines.types import DeadlineFinding
from drafter.analysis.tasks.types import TaskFinding
from drafter.casefile.matter import MatterDates

_MOST = 3
_HEARINGS = ("plea", "trial", "sentencing")


class Due(Struct, frozen=True):
    """A day on which something is due; one of the three is set."""

    day: date
    hearing: str = ""
    """``plea``, ``trial`` or ``sentencing``."""
    deadline: DeadlineFinding | None = None
    task: TaskFinding | None = None
    """What may be lost after the day."""


class DueDays(Struct, frozen=True):
    """What is overdue, and what is due next."""

    overdue: tuple[Due, ...]
    """What has a day that is past, and nothing shows that it was done."""
    coming: tuple[Due, ...]


def due_next(
    dates: MatterDates,
    deadlines: Sequence[DeadlineFinding],
    tasks: Iterable[TaskFinding],
    as_of: date,
) -> DueDays:
    """Whatever is overdue, then the next few; none for what was done, or nothing calls for yet.

    A hearing that is past is told where the case stands, not here; and once the sentencing is,
    nothing that was due for it.
    """
    hearings = ((getattr(dates, each), each) for each in _HEARINGS)
    found = [Due(day, hearing=each) for day, each in hearings if day is not None and day >= as_of]
    found += (
        Due(each.day, deadline=each)
        for each in deadlines
        if each.day is not None and each.day >= as_of and each.done is None and each.called_for
    )
    lost = [(each.lost_after, each) for each in tasks]
    found += (Due(day, task=each) for day, each in lost if day is not None and day >= as_of)
    over = dates.sentencing is not None and dates.sentencing < as_of
    late = [
        Due(each.day, deadline=each)
        for each in deadlines
        if each.passed and each.day and not (over and each.at_sentencing)
    ]
    late += (Due(day, task=each) for day, each in lost if day is not None and day < as_of)
    return DueDays(tuple(sorted(late, key=_day)), tuple(sorted(found, key=_day)[:_MOST]))


def _day(due: Due) -> date:
    return due.day
