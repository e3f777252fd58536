"""Missing facts as problems, for those who want none."""

from __future__ import annotations

from drafter.casefile.reader import CaseFile
from drafter.errors import Problem
from drafter.facts.gaps import Gap
from drafter.facts.record import Record


def gap_problems(record: Record) -> tuple[Problem, ...]:
    """Return a problem for each gap, at the item it belongs to, in the order of the gaps."""
    return tuple(_problem(gap, record.case_file) for gap in record.gaps)


def _problem(gap: Gap, case_file: CaseFile) -> Problem:
    owner = case_file.paths.get(gap.owner) if gap.owner else tuple(gap.id.split("."))
    message = f"Missing: {gap.phrase} (`{gap.id}`)."
    return case_file.file.problem(owner or (), message)
