"""What the dates of a case cannot all be: each problem, at its place in the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from drafter.casefile.coercion import Threat
from drafter.casefile.matter import Charge, MatterDates
from drafter.casefile.reader import CaseFile
from drafter.errors import Problem
from drafter.facts.intervals import span_between
from drafter.facts.moments import Moment

_AFTER_OFFENSE = ("indictment", "arraignment", "trial", "plea", "psr_disclosed", "sentencing")
_BEFORE_SENTENCING = ("plea", "psr_disclosed", "trial", "first_sentencing")


def chronology_problems(case_file: CaseFile, moments: Mapping[str, Moment]) -> Iterator[Problem]:
    """Yield ends before their starts, and days of the court that cannot be in that order."""
    case = case_file.case
    for charge in case.charges:
        yield from _reversed(case_file, charge, "start", "end", moments)
    for threat in case.threats:
        yield from _reversed(case_file, threat, "", "ended", moments)
        yield from _reversed(case_file, threat, "", "believed_ended", moments)
    yield from _court_days(case_file, moments)


def _reversed(
    case_file: CaseFile,
    item: Charge | Threat,
    start: str,
    end: str,
    moments: Mapping[str, Moment],
) -> Iterator[Problem]:
    first = moments.get(f"{item.id}.{start}" if start else item.id)
    second = moments.get(f"{item.id}.{end}")
    longest = span_between(first, second).longest
    if first and second and longest is not None and longest < timedelta():
        said = f"`{second.written.text}` is before `{first.written.text}`, when it began."
        yield case_file.problem(item.id, end, said, "Check the two moments.")


def _court_days(case_file: CaseFile, moments: Mapping[str, Moment]) -> Iterator[Problem]:
    days = case_file.case.matter.dates
    began = _first_day(case_file, moments)
    for name in (*_AFTER_OFFENSE, "first_sentencing"):
        day = _day(days, name)
        if day and began and day < began:
            yield _problem(case_file, name, f"{day} is before any count began.")
    for name in _BEFORE_SENTENCING:
        day = _day(days, name)
        if day and days.sentencing and days.sentencing < day:
            yield _problem(case_file, name, f"{day} is after the sentencing on {days.sentencing}.")


def _first_day(case_file: CaseFile, moments: Mapping[str, Moment]) -> date | None:
    """A day before which no count can have begun; None: not bounded."""
    starts = [moments.get(f"{charge.id}.start") for charge in case_file.case.charges]
    instants = [moment.earliest if moment else None for moment in starts]
    known = [instant for instant in instants if instant]
    # A day less: the day at the court may be the one before the day in UTC.
    return min(known).date() - timedelta(days=1) if len(known) == len(starts) else None


def _day(days: MatterDates, name: str) -> date | None:
    found = getattr(days, name)
    return found if isinstance(found, date) else None


def _problem(case_file: CaseFile, name: str, message: str) -> Problem:
    path = ("matter", "dates", name)
    return case_file.file.problem(path, message, "Check the two days.")
