"""The hearings of a case whose hour is recorded, placed in time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time

from drafter.casefile.moments import Point, Precision, Relation, WrittenMoment
from drafter.casefile.reader import CaseFile
from drafter.errors import Problem
from drafter.facts.moments import Moment, NoSuchMoment, place_moment
from drafter.facts.place import Place


def hearings_of(
    case_file: CaseFile, place: Place
) -> tuple[Mapping[str, Moment], tuple[Problem, ...]]:
    """Every hearing with a day and an hour, by its name among the days of the matter.

    With them what is wrong with the others: an hour without its day, or one that clocks
    skipped on that day.
    """
    dates = case_file.case.matter.dates
    placed: dict[str, Moment] = {}
    problems: list[Problem] = []
    for name in type(dates.hours).model_fields:
        hour, day = getattr(dates.hours, name), getattr(dates, name)
        if hour is None:
            continue
        path = ("matter", "dates", "hours", name)
        if day is None:
            hint = f"Enter the day as `{name}:` under `dates:`."
            problems.append(case_file.file.problem(path, "This hour has no day.", hint))
            continue
        try:
            placed[name] = place_moment(_written(day, hour), place.zones)
        except NoSuchMoment as fault:
            problems.append(case_file.file.problem(path, fault.message, fault.hint))
    return placed, tuple(problems)


def _written(day: date, hour: time) -> WrittenMoment:
    point = Point(day.year, day.month, day.day, hour.hour, hour.minute, Precision.MINUTE, "")
    return WrittenMoment(f"{day} {hour:%H:%M}", Relation.AT, point)
