"""What the comparison of two Manuals in a filing may not rest on: a step that was forgotten."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.analysis.result import Analysis
from drafter.analysis.sentencing.computation import OFFENSE, SENTENCING
from drafter.analysis.sentencing.computation_types import PairedStep
from drafter.analysis.sentencing.filing_types import FiledArgument
from drafter.errors import Problem
from drafter.yamlfile import YamlPath


def comparison_problems(argument: FiledArgument, analysis: Analysis) -> Iterator[Problem]:
    """Yield each step under one Manual only, where the filing says which range is the higher.

    The other Manual may have no such step; that nothing is entered does not say so.
    """
    findings = analysis.sentencing
    pair = findings.beside if argument.no_higher else findings.compared
    for step in pair.one_sided if pair else ():
        yield _one_sided(step, analysis)


def _one_sided(step: PairedStep, analysis: Analysis) -> Problem:
    entered, other = (OFFENSE, SENTENCING) if step.earlier else (SENTENCING, OFFENSE)
    message = (
        f"The filing compares the ranges under two Manuals, and the step `{step.id}` "
        f"({step.named.what}) is entered under one of them only, `{entered}:`."
    )
    hint = (
        f"Enter it under `{other}:` too, in the same words; with `levels: 0` if that Manual has no "
        "such step."
    )
    path: YamlPath = ("sentencing", entered, "adjustments", _place(step, entered, analysis))
    return analysis.record.case_file.file.problem(path, message, hint)


def _place(step: PairedStep, entered: str, analysis: Analysis) -> int:
    found = {each.id: each.entered for each in analysis.sentencing.computations}
    return found[entered].adjustments.index(step.named)
