"""Which steps of the computations the law records do not bear out, as far as those say it.

What a record leaves to counsel, or what its text does not settle, is no contradiction.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from drafter.analysis.sentencing.adjustment_types import AdjustmentFinding
from drafter.analysis.sentencing.adjustments import AtSentencing, adjustment_of
from drafter.analysis.sentencing.against_types import Against, StepAgainst
from drafter.analysis.sentencing.computation_types import ComputationFinding
from drafter.analysis.sentencing.law import section_of
from drafter.casefile.resolution import Adjustment as Step
from drafter.doctrine.guidelines import Adjustment

_ACCEPTANCE, _ROLE, _CAPPED, _ZERO = "acceptance", "role", "drug_role", "zero_point"
_VALVE = "safety_valve"


def steps_against(at: AtSentencing) -> tuple[StepAgainst, ...]:
    """The steps that contradict their law record, under each Manual that is entered."""
    return tuple(
        found
        for each in at.computations
        for found in _in_one(each, replace(at, computations=(each,)))
    )


def _in_one(computation: ComputationFinding, at: AtSentencing) -> Iterator[StepAgainst]:
    zero = adjustment_of(_ZERO, at)
    for step in zero.claimed:
        if step.levels and any(each.answer is False for each in zero.conditions):
            yield _found(step, Against.POINTS, zero.adjustment, computation)
        elif step.levels and not zero.adjustment.in_force(computation.entered.manual):
            yield _found(step, Against.NOT_YET, zero.adjustment, computation)
    yield from _caps(computation, at)
    yield from _third_level(adjustment_of(_ACCEPTANCE, at), computation)
    valve = adjustment_of(_VALVE, at)
    for step in computation.valve_steps:
        if step.levels and any(each.answer is False for each in valve.conditions):
            yield _found(step, Against.SHUT, valve.adjustment, computation)


def _caps(computation: ComputationFinding, at: AtSentencing) -> Iterator[StepAgainst]:
    """Yield the steps that lower a base level without a role, or by another size."""
    law, entered = at.law.adjustments[_CAPPED], computation.entered
    # What an older Manual took off was not read.
    if law.caps is None or not law.in_force(entered.manual):
        return
    section = at.law.guidelines.get(_ROLE)
    roles = [e.levels for e in entered.adjustments if section in section_of(e.guideline)]
    role = min(0, sum(roles))
    for step in entered.adjustments:
        if law.caps.provision not in step.guideline.replace(" ", "") or not step.levels:
            continue
        size = law.caps.levels(entered.base_level, role)
        if not role:
            yield _found(step, Against.NO_ROLE, law, computation)
        elif step.levels != size:
            yield replace(_found(step, Against.SIZE, law, computation), size=size)


def _third_level(
    acceptance: AdjustmentFinding, computation: ComputationFinding
) -> Iterator[StepAgainst]:
    """Yield the last step of acceptance where it takes more than the level lets it."""
    open_to = sum(each.step.levels for each in acceptance.steps if each.reached is not False)
    shut = next((each for each in acceptance.steps if each.reached is False), None)
    if shut and sum(each.levels for each in acceptance.claimed) < open_to:
        last = acceptance.claimed[-1]
        found = _found(last, Against.LEVEL, acceptance.adjustment, computation)
        yield replace(found, least=shut.step.least_level, most=shut.most)


def _found(
    step: Step, against: Against, law: Adjustment, computation: ComputationFinding
) -> StepAgainst:
    entered = computation.entered
    return StepAgainst(
        computation=computation.id,
        place=entered.adjustments.index(step),
        step=step,
        against=against,
        law=law,
        category=entered.category.value,
        base_level=entered.base_level,
    )
