"""Which Manual governs and which road is open: the tests of the law data, asked in order.

Each test is answered with the outcomes that the record leaves open, one where it decides.
The first outcome that is not `go_on` decides; where a test leaves both, so does the vehicle.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from drafter.analysis.sentencing.answers import TESTS, Asked, divided
from drafter.analysis.sentencing.computation_types import ComputationFinding
from drafter.analysis.sentencing.dates import Days, SentencingDates
from drafter.analysis.sentencing.law import law_of
from drafter.analysis.sentencing.vehicle_types import PinDown, Reading, TestStep, Vehicle
from drafter.doctrine.guidelines import PolicyStatement
from drafter.doctrine.in_force import Doctrine
from drafter.doctrine.manual_selection import ManualChoice, OpenQuestion, Road
from drafter.errors import CaseFileError
from drafter.facts.record import Record


def find_vehicle(
    record: Record,
    doctrine: Doctrine,
    dates: SentencingDates,
    computations: tuple[ComputationFinding, ...],
) -> Vehicle:
    """Ask the tests in order.  CaseFileError: the sentencing lies before the offense ended."""
    asked = Asked.about(dates, law_of(doctrine).selection, computations)
    steps = tuple(_steps(asked))
    readings = tuple(
        Reading(step.test, outcome)
        for step in steps
        for outcome in step.outcomes
        if outcome.road is not Road.GO_ON
    )
    if readings[0].outcome.road is Road.REFUSED:
        path = ("matter", "dates", "sentencing")
        outcome = readings[0].outcome
        raise CaseFileError(
            record.case_file.file.problem(path, outcome.statement, outcome.task or "")
        )
    manuals = {each.outcome.manual for each in readings}
    return Vehicle(
        steps=steps,
        readings=readings,
        pin_down=_pin_down(asked, steps),
        sentencing=dates.sentencing,
        manual_day=_day_of(manuals.pop(), dates) if len(manuals) == 1 else None,
        open_questions=tuple(_open_questions(asked, readings)),
        texts=_texts(readings, asked, doctrine),
    )


def _steps(asked: Asked) -> Iterator[TestStep]:
    for test in asked.selection.tests:
        answer, looks_at = TESTS[test.id]
        outcomes = tuple(test.outcome(id) for id in answer(asked))
        yield TestStep(test, outcomes, looks_at(asked.dates, asked.manual_date, asked.computations))
        if all(each.road is not Road.GO_ON for each in outcomes):
            return


def _pin_down(asked: Asked, steps: tuple[TestStep, ...]) -> tuple[PinDown, ...]:
    """The ends of counts that lie on both sides of a day on which an open test turns."""
    days = sorted({day for step in steps if step.open for day in _turns(asked, step)})
    return tuple(
        PinDown(each.charge, each.moment, day)
        for each in asked.dates.ends
        for day in days
        if each.moment and each.days.before(day) is None
    )


def _turns(asked: Asked, step: TestStep) -> Iterator[date]:
    """The days on which the outcome of a test may turn."""
    if step.id == "straddling_counts":
        yield from (day for day in asked.boundaries if divided(asked.dates, day) is None)
    else:
        yield from (asked.manual_date, asked.selection.pivot)


def _open_questions(asked: Asked, readings: tuple[Reading, ...]) -> Iterator[OpenQuestion]:
    selection, edition = asked.selection, asked.selection.edition(asked.dates.taken)
    gone = any(each.outcome.road is Road.VARIANCE_ONLY for each in readings)
    raised = {
        "lost_departure": gone and asked.dates.offense_end.before(selection.pivot) is not False,
        "amendments_2026": edition is not None and edition.stamp is not None,
    }
    yield from (each for each in selection.open_questions if raised.get(each.id, True))


def _day_of(manual: ManualChoice, dates: SentencingDates) -> date | None:
    """A day on which the Manual of a choice was in effect."""
    match manual:
        case ManualChoice.SENTENCING_DATE:
            return dates.taken
        case ManualChoice.FIRST_SENTENCING:
            return dates.first_sentencing
        case ManualChoice.OFFENSE_DATE:
            return dates.offense_end.last
    return None


def _texts(
    readings: tuple[Reading, ...], asked: Asked, doctrine: Doctrine
) -> tuple[PolicyStatement, ...]:
    """The texts of § 5K2.12 under the readings that have a departure, the latest first.

    Where the day that counts is not known, the last text stands for it.
    """
    texts = law_of(doctrine).texts
    found: dict[date, PolicyStatement] = {}
    for reading in readings:
        if reading.outcome.road is Road.VARIANCE_ONLY:
            continue
        days = _text_days(reading, asked)
        for text in texts if days else texts[:1]:
            if days is None or _overlaps(text, days):
                found[text.ended.effective] = text
    return tuple(found[day] for day in sorted(found, reverse=True))


def _text_days(reading: Reading, asked: Asked) -> Days | None:
    """The days whose text counts under a reading; None: not known."""
    dates, pivot = asked.dates, asked.selection.pivot
    if reading.outcome.manual is ManualChoice.OFFENSE_DATE:
        return dates.offense_end if dates.offense_end.first else None
    if reading.test.id == "remand":
        day = dates.first_sentencing
    else:
        day = dates.taken if dates.taken < pivot else None
    return Days(day, day) if day else None


def _overlaps(text: PolicyStatement, days: Days) -> bool:
    start, end = text.period.start or date.min, text.period.end or date.max
    return (days.first or date.min) <= end and start <= (days.last or date.max)
