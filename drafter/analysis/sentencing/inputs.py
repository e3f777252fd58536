"""What each test looks at, to be shown beside its outcome."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from drafter.analysis.sentencing.computation import OFFENSE, SENTENCING
from drafter.analysis.sentencing.computation_types import ComputationFinding
from drafter.analysis.sentencing.dates import SentencingDates
from drafter.analysis.sentencing.vehicle_types import Given, Input

LooksAt = Callable[[SentencingDates, date, tuple[ComputationFinding, ...]], tuple[Input, ...]]
"""From the days, the date of the Manual of the sentencing, and the computations."""


def ends(dates: SentencingDates, *_: object) -> tuple[Input, ...]:
    """When each count ended."""
    return tuple(
        Input(Given.OFFENSE_END, charge=each.charge, moment=each.moment) for each in dates.ends
    )


def ends_and_sentencing(dates: SentencingDates, *_: object) -> tuple[Input, ...]:
    """When each count ended, and the day of sentencing."""
    return (*ends(dates), Input(Given.SENTENCING, day=dates.sentencing))


def first_sentencing(dates: SentencingDates, *_: object) -> tuple[Input, ...]:
    """On remand, the day of the first sentencing."""
    return (Input(Given.FIRST_SENTENCING, day=dates.first_sentencing),) if dates.remand else ()


def sentencing_or_as_of(dates: SentencingDates, *_: object) -> tuple[Input, ...]:
    """The day of sentencing; while none is set, the as-of day too."""
    day = Input(Given.SENTENCING, day=dates.sentencing)
    return (day,) if dates.sentencing else (day, Input(Given.AS_OF, day=dates.as_of))


def ends_and_ranges(
    dates: SentencingDates, manual_date: date, computations: tuple[ComputationFinding, ...]
) -> tuple[Input, ...]:
    """When each count ended, when the later Manual took effect, and the two ranges.

    A range under another edition than the test asks for is not one of them.
    """
    ranges = {each.id: each.range for each in computations if each.right_edition is not False}
    return (
        *ends(dates),
        Input(Given.MANUAL_DATE, day=manual_date),
        Input(Given.OFFENSE_RANGE, range=ranges.get(OFFENSE)),
        Input(Given.SENTENCING_RANGE, range=ranges.get(SENTENCING)),
    )


def nothing(*_: object) -> tuple[Input, ...]:
    """Nothing: the test asks what the others have left."""
    return ()
