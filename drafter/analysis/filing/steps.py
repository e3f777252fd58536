"""Steps that a filing may not compute with: the law records do not bear them out."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from drafter.analysis.result import Analysis
from drafter.analysis.sentencing.against_types import Against, StepAgainst
from drafter.errors import Problem
from drafter.yamlfile import YamlPath


def step_problems(filed: Collection[str], analysis: Analysis) -> Iterator[Problem]:
    """Yield each step of the computations that are filed which contradicts its law record.

    One that is contested too: the total that is printed counts it.
    """
    for each in analysis.sentencing.against:
        if each.computation in filed:
            path: YamlPath = ("sentencing", each.computation, "adjustments", each.place)
            file = f"guidelines/adjustments/{each.law.id}.yaml"
            hint = f"{_hint(each)}; or if the Manual reads otherwise correct {file} in --law."
            if each.against is Against.SHUT:  # counsel's own answer, which no record corrects
                hint = f"{_hint(each)}."
            yield analysis.record.case_file.file.problem(path, _message(each), hint)


def _message(found: StepAgainst) -> str:
    step, levels = found.step, -found.step.levels
    match found.against:
        case Against.POINTS:
            why = (
                "is for a defendant without criminal history points, and the computation has "
                f"category {found.category}"
            )
        case Against.NOT_YET:
            why = f"is under no Manual before {found.law.period.start}"
        case Against.NO_ROLE:
            why = "lowers the base level with a role adjustment, and the computation has none"
        case Against.SIZE:
            at_base = f"at base level {found.base_level} the law record takes {-(found.size or 0)}"
            why = f"takes {levels}, and {at_base}"
        case Against.LEVEL:
            why = (
                "takes the third level, for which the level before the first decrease is "
                f"{found.least} or more, and the computation has at most {found.most}"
            )
        case Against.SHUT:
            why = "is of the safety valve, and one of the five facts of that is answered no"
    return f"The step `{step.id}` ({step.what}, {step.guideline}) {why}."


def _hint(found: StepAgainst) -> str:
    match found.against:
        case Against.POINTS:
            return "Take the step out, or correct `category:`"
        case Against.NOT_YET:
            return "Take the step out, or correct `manual:`"
        case Against.NO_ROLE:
            return "Enter the role adjustment, or take the step out"
        case Against.SHUT:
            return "Take the step out, or correct the answer under `safety_valve:`"
    return "Correct `levels:`"
