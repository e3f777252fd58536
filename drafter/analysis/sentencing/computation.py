"""Guideline computations worked through the table, and two of them compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from math import inf

from msgspec.structs import replace

from drafter.analysis.sentencing.computation_types import (
    Comparison,
    ComputationFinding,
    RangeEffect,
    Uncontested,
    moved_alone,
)
from drafter.analysis.sentencing.contested import contested_steps, sought_by_the_defense
from drafter.analysis.sentencing.dates import Days, SentencingDates
from drafter.analysis.sentencing.law import law_of
from drafter.analysis.sentencing.vehicle_types import Vehicle
from drafter.casefile.matter import Charge
from drafter.casefile.resolution import Adjustment, Computation, Sentencing
from drafter.doctrine.in_force import Doctrine
from drafter.doctrine.manual_selection import ManualChoice, ManualSelection
from drafter.doctrine.sentencing_table import LIFE, Range, SentencingTable

OFFENSE = "offense_manual"
SENTENCING = "sentencing_manual"
CHOSEN = {
    ManualChoice.OFFENSE_DATE: OFFENSE,
    ManualChoice.SENTENCING_DATE: SENTENCING,
    ManualChoice.FIRST_SENTENCING: SENTENCING,
}
"""The computation that is under each Manual."""


def computations_of(
    sentencing: Sentencing, dates: SentencingDates, doctrine: Doctrine
) -> tuple[ComputationFinding, ...]:
    """Work every entered computation through the table; which governs is not yet said."""
    return tuple(_found(sentencing, dates, doctrine))


def running_apart(
    sentencing: Sentencing, dates: SentencingDates, doctrine: Doctrine
) -> tuple[Charge, ...]:
    """The counts to be sentenced whose own minimum may have to run after every other term.

    Not one that counsel's total leaves out, since it is to fall away; nor beside life.
    """
    floor = sentencing.floor_months
    if floor == LIFE:
        return ()
    total = inf if floor is None else int(floor)
    return tuple(
        charge
        for charge in (each.charge for each in dates.ends)
        if doctrine.offense(charge.offense).runs_apart(charge.statute)
        and 0 < _least(charge) <= total
    )


def _least(charge: Charge) -> float:
    """The minimum of a count; one month where none is entered, since it may have one."""
    least = charge.minimum_months
    return 1 if least is None else inf if least == LIFE else int(least)


def governed(
    computations: tuple[ComputationFinding, ...], vehicle: Vehicle
) -> tuple[ComputationFinding, ...]:
    """Mark the computation under the Manual that governs.

    One under another edition than that Manual's never governs.
    """
    chosen = CHOSEN.get(vehicle.manual)
    return tuple(
        replace(each, governs=each.id == chosen and each.right_edition is not False)
        for each in computations
    )


def compared(
    computations: tuple[ComputationFinding, ...],
    range_of: Callable[[ComputationFinding], Range] = lambda each: each.range,
) -> Comparison:
    """Compare the ranges; one that is missing, or under another edition, is not compared.

    Nor are two of which one alone is moved off the table: what moves it may move the other.
    """
    by_id = {each.id: each for each in computations if each.right_edition is not False}
    if len(by_id) < 2 or moved_alone(tuple(by_id.values())):
        return Comparison.NOT_COMPARED
    return _of_ranges(range_of(by_id[OFFENSE]), range_of(by_id[SENTENCING]))


def _of_ranges(earlier: Range, later: Range) -> Comparison:
    low = _sign(_months(earlier.minimum), _months(later.minimum))
    high = _sign(_months(earlier.maximum), _months(later.maximum))
    if low == high:
        return Comparison.HIGHER if low > 0 else Comparison.EQUAL_OR_LOWER
    return Comparison.CROSSED if low * high < 0 else Comparison.ONE_END


def edition_fits(manual: date, days: Days, selection: ManualSelection) -> bool | None:
    """Whether a Manual was the one in effect on a day; None: the day is not known enough.

    Only the editions that the law data lists can show that it was not.
    """
    answers = {
        None if day is None else manual <= day and not _superseded(manual, day, selection)
        for day in (days.first, days.last)
    }
    return answers.pop() if len(answers) == 1 else None


def _superseded(manual: date, day: date, selection: ManualSelection) -> bool:
    return any(manual < edition.effective <= day for edition in selection.editions)


def _found(
    sentencing: Sentencing, dates: SentencingDates, doctrine: Doctrine
) -> Iterator[ComputationFinding]:
    law = law_of(doctrine)
    # A term that runs after every other is no part of the range, nor its minimum one of the range.
    apart = running_apart(sentencing, dates, doctrine)
    floor = None if apart else sentencing.floor_months
    day = dates.first_sentencing if dates.remand else dates.taken
    for id, entered, days in (
        (OFFENSE, sentencing.offense_manual, dates.offense_end),
        (SENTENCING, sentencing.sentencing_manual, Days(day, day)),
    ):
        if entered:
            fits = edition_fits(entered.manual, days, law.selection)
            steps = contested_steps(entered.adjustments, sentencing.psr_objections)
            yield _compute(id, entered, fits, steps, law.table, floor)


def _compute(
    id: str,
    entered: Computation,
    fits: bool | None,
    contested: tuple[Adjustment, ...],
    table: SentencingTable,
    floor: int | str | None,
) -> ComputationFinding:
    total = entered.base_level + sum(each.levels for each in entered.adjustments)
    read = table.range(total, entered.category.value)
    own = _entered(entered, read)
    # What moves counsel's range off the table may be the minimum itself.
    held = floor if own is read else None
    left_open = tuple(each for each in contested if not sought_by_the_defense(each))
    return ComputationFinding(
        id=id,
        entered=entered,
        total=total,
        level=table.bounded(total),
        table=read,
        range=own,
        zone=table.zone(own.zone) if own.zone else None,
        right_edition=fits,
        governs=False,
        effect=effect_on(own, floor),
        contested=contested,
        without=_without(contested, total, entered, table, held) if contested else None,
        left_open=left_open,
        ours=_without(left_open, total, entered, table, held) if left_open else None,
    )


def effect_on(range: Range, floor: int | str | None) -> RangeEffect:
    """Say what a total minimum does to a range."""
    if floor is None:
        return RangeEffect.UNKNOWN
    least = inf if floor == LIFE else int(floor)
    if least > _months(range.maximum):
        return RangeEffect.BELOW
    return RangeEffect.ACROSS if least > _months(range.minimum) else RangeEffect.NONE


def _without(
    contested: tuple[Adjustment, ...],
    total: int,
    entered: Computation,
    table: SentencingTable,
    floor: int | str | None,
) -> Uncontested:
    left = total - sum(each.levels for each in contested)
    read = table.range(left, entered.category.value)
    return Uncontested(table.bounded(left), read, effect_on(read, floor))


def _entered(entered: Computation, read: Range) -> Range:
    """The range counsel entered, each end for itself; without zone where it is not the table's."""
    low = read.minimum if entered.low_months is None else _term(entered.low_months)
    high = read.maximum if entered.high_months is None else _term(entered.high_months)
    same = (low, high) == (read.minimum, read.maximum)
    return read if same else Range(low, high, "")


def _term(entered: int | str) -> int | None:
    return None if entered == LIFE else int(entered)


def _months(months: int | None) -> float:
    return inf if months is None else months


def _sign(earlier: float, later: float) -> int:
    return (later > earlier) - (later < earlier)
