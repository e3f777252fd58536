"""The computations under two Manuals set beside each other, step by step."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from drafter.analysis.sentencing.computation import CHOSEN, OFFENSE, SENTENCING, compared
from drafter.analysis.sentencing.computation_types import (
    Comparison,
    ComputationFinding,
    PairedStep,
    SideBySide,
)
from drafter.analysis.sentencing.vehicle_types import Vehicle
from drafter.casefile.resolution import Adjustment
from drafter.doctrine.sentencing_table import Range


def side_by_side(
    computations: tuple[ComputationFinding, ...], vehicle: Vehicle, *, remand: bool
) -> SideBySide | None:
    """Set the two computations beside each other; None: fewer are entered, and none is compared.

    ``computations`` are marked as `governed` marks them.
    """
    asked = any(
        step.id == "later_manual" and any(each.id != "same_manual" for each in step.outcomes)
        for step in vehicle.steps
    )
    by_id = {each.id: each for each in computations}
    if not asked and len(by_id) < 2:
        return None
    earlier, later = by_id.get(OFFENSE), by_id.get(SENTENCING)
    return SideBySide(
        earlier=earlier,
        later=later,
        remand=remand,
        chosen=CHOSEN.get(vehicle.manual),
        steps=tuple(_paired(_steps(earlier), _steps(later))),
        asked=asked,
        comparison=compared(computations),
        without=_compared_by(computations, lambda each: each.uncontested),
        ours=_compared_by(computations, lambda each: each.our_range),
    )


def _steps(computation: ComputationFinding | None) -> tuple[Adjustment, ...]:
    return computation.entered.adjustments if computation else ()


def _paired(earlier: Sequence[Adjustment], later: Sequence[Adjustment]) -> Iterator[PairedStep]:
    """Pair the steps of the same words, and of the rest those of the same guideline."""
    rest, found = list(later), dict[str, Adjustment]()
    for same in (_same_words, _same_guideline):
        for step in earlier:
            other = next((each for each in rest if same(step, each)), None)
            if other and step.id not in found:
                found[step.id] = other
                rest.remove(other)
    yield from (PairedStep(each, each, found.get(each.id)) for each in earlier)
    yield from (PairedStep(each, None, each) for each in rest)


def _same_words(step: Adjustment, other: Adjustment) -> bool:
    return step.what.casefold() == other.what.casefold()


def _same_guideline(step: Adjustment, other: Adjustment) -> bool:
    return step.guideline == other.guideline


def _compared_by(
    computations: tuple[ComputationFinding, ...], range_of: Callable[[ComputationFinding], Range]
) -> Comparison:
    """Compare without some steps; a range moved off the table is not known without them."""
    if any(each.overridden and range_of(each) is not each.range for each in computations):
        return Comparison.NOT_COMPARED
    return compared(computations, range_of)
