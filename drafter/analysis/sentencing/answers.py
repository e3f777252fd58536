"""How the order of tests is answered: for each test, the outcomes the record leaves open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta

from msgspec import Struct

from drafter.analysis.sentencing import inputs
from drafter.analysis.sentencing.computation import compared
from drafter.analysis.sentencing.computation_types import (
    Comparison,
    ComputationFinding,
    moved_alone,
)
from drafter.analysis.sentencing.dates import Days, SentencingDates
from drafter.doctrine.manual_selection import ManualSelection


class Asked(Struct, frozen=True):
    """What the tests are asked about."""

    dates: SentencingDates
    selection: ManualSelection
    computations: tuple[ComputationFinding, ...]

    manual_date: date
    """When the Manual of the day of sentencing took effect, as far as the law data lists it."""
    boundaries: tuple[date, ...]
    """The days on which Manuals took effect, up to that one."""

    @classmethod
    def about(
        cls,
        dates: SentencingDates,
        selection: ManualSelection,
        computations: tuple[ComputationFinding, ...],
    ) -> Asked:
        """Put the questions of one case."""
        edition = selection.edition(dates.taken)
        taken = edition.effective if edition else date.min
        days = (each.effective for each in selection.editions)
        return cls(dates, selection, computations, taken, tuple(d for d in days if d <= taken))


def _dates(asked: Asked) -> tuple[str, ...]:
    dates = asked.dates
    day = dates.sentencing
    if day and any(each.days.first and each.days.first > day for each in dates.ends):
        return ("impossible",)
    if dates.ends_known:
        return ("known",)
    end = dates.offense_end.first
    begun_after = end is not None and end >= asked.selection.pivot
    return ("ended_after_pivot",) if begun_after else ("offense_end_unknown",)


def _remand(asked: Asked) -> tuple[str, ...]:
    dates = asked.dates
    if not dates.remand:
        return ("vacated_2255",) if dates.after_2255 else ("no_remand",)
    if dates.first_sentencing is None:
        return ("first_sentencing_unknown",)
    earlier = dates.first_sentencing < asked.selection.pivot
    return ("first_sentenced_before",) if earlier else ("first_sentenced_after",)


def _sentencing_date(asked: Asked) -> tuple[str, ...]:
    if asked.dates.sentencing:
        return ("known",)
    later = asked.dates.as_of >= asked.selection.pivot
    return ("unknown_after_pivot",) if later else ("unknown_before_pivot",)


def _before_pivot(asked: Asked) -> tuple[str, ...]:
    return ("before",) if asked.dates.taken < asked.selection.pivot else ("after",)


def _straddling(asked: Asked) -> tuple[str, ...]:
    """Counts on both sides of the Manual of the sentencing, or of an older one only.

    The edition that governs every count is one whose date lies between them: where it is not that
    of the sentencing, it is still the older of the two that the next test compares.
    """
    newer = divided(asked.dates, asked.manual_date)
    older = _divides(asked, (day for day in asked.boundaries if day < asked.manual_date))
    found = ["straddle"] if newer is not False else []
    if newer is not True and older is not False:
        found.append("older_straddle")
    if newer is not True and older is not True:
        found.append("no_straddle")
    return tuple(found)


def _divides(asked: Asked, boundaries: Iterable[date]) -> bool | None:
    """Whether counts end on both sides of any of the days; None: they may."""
    found = [divided(asked.dates, day) for day in boundaries]
    return True if True in found else None if None in found else False


def divided(dates: SentencingDates, day: date) -> bool | None:
    """Whether counts end on both sides of a day; None: they may."""
    sides = [each.days.before(day) for each in dates.ends]
    if True in sides and False in sides:
        return True
    return None if len(sides) > 1 and None in sides else False


def _later_manual(asked: Asked) -> tuple[str, ...]:
    end = asked.dates.offense_end
    earlier = end.before(asked.manual_date)
    if earlier is False:
        return ("same_manual",)
    # On this branch it ended before that Manual, even where it may have ended later.
    found = _compared(asked, end.until(asked.manual_date - timedelta(days=1)))
    return found if earlier else (*found, "same_manual")


def _compared(asked: Asked, end: Days) -> tuple[str, ...]:
    match compared(asked.computations):
        case Comparison.HIGHER:
            old = end.before(asked.selection.pivot)
            if old is None:
                return ("later_higher_departure", "later_higher")
            return ("later_higher_departure",) if old else ("later_higher",)
        case Comparison.EQUAL_OR_LOWER:
            return ("equal_or_lower",)
        case Comparison.ONE_END:
            return ("equal_at_one_end",)
        case Comparison.CROSSED:
            return ("ranges_cross",)
    apart = moved_alone(asked.computations)
    return ("one_off_table",) if apart and _in_effect(asked) else ("not_compared",)


def _in_effect(asked: Asked) -> bool:
    """Whether each computation may be under the edition of its day; another is none at all."""
    return all(each.right_edition is not False for each in asked.computations)


TESTS: Mapping[str, tuple[Callable[[Asked], tuple[str, ...]], inputs.LooksAt]] = {
    "dates": (_dates, inputs.ends_and_sentencing),
    "remand": (_remand, inputs.first_sentencing),
    "sentencing_date": (_sentencing_date, inputs.sentencing_or_as_of),
    "sentenced_before_pivot": (_before_pivot, inputs.sentencing_or_as_of),
    "straddling_counts": (_straddling, inputs.ends),
    "later_manual": (_later_manual, inputs.ends_and_ranges),
    "otherwise": (lambda _: ("sentencing_manual",), inputs.nothing),
}
"""How each test is answered, by its id in the law data, and what it looks at."""
