"""What the comparison of two Manuals in a filing may not rest on: what one of them lacks alone."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.analysis.filing.types import FiledArgument
from drafter.analysis.result import Analysis
from drafter.analysis.sentencing.computation import OFFENSE, SENTENCING
from drafter.analysis.sentencing.computation_types import ComputationFinding, PairedStep
from drafter.errors import Problem
from drafter.yamlfile import YamlPath


def comparison_problems(argument: FiledArgument, analysis: Analysis) -> Iterator[Problem]:
    """Yield each step under one Manual only, where the filing says which range is the higher.

    The other Manual may have no such step; that nothing is entered does not say so.  Yield too
    that the range under one alone is moved off the table, where the tests ask which is higher.
    """
    findings = analysis.sentencing
    beside = findings.beside
    if beside and beside.asked and (moved := beside.moved_alone):
        yield _moved_alone(moved, analysis)
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


def _moved_alone(moved: ComputationFinding, analysis: Analysis) -> Problem:
    other = SENTENCING if moved.id == OFFENSE else OFFENSE
    message = (
        f"The range under `{moved.id}:` is moved off the table, and that under `{other}:` is not, "
        "so the two are not compared: which Manual governs is not settled."
    )
    hint = (
        "What moves the one may move the other: enter `off_table:` with the range "
        f"under `{other}:` too, or take it out under `{moved.id}:`."
    )
    entered = moved.entered
    field = "off_table" if entered.off_table else "low_months"
    if field == "low_months" and entered.low_months is None:
        field = "high_months"
    path: YamlPath = ("sentencing", moved.id, field)
    return analysis.record.case_file.file.problem(path, message, hint)


def _place(step: PairedStep, entered: str, analysis: Analysis) -> int:
    found = {each.id: each.entered for each in analysis.sentencing.computations}
    return found[entered].adjustments.index(step.named)
