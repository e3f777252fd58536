"""Why the analysis concluded something: the conclusion, its reasons and what it rests on."""

from __future__ import annotations

from msgspec import Struct

from drafter.analysis.findings import Reason
from drafter.analysis.result import Analysis
from drafter.casefile.suggest import did_you_mean
from drafter.errors import CaseFileError, Problem
from drafter.pipeline.conclusions import conclusions_of
from drafter.versions.draft import Conclusion


class Ground(Struct, frozen=True):
    """Something a conclusion rests on."""

    id: str
    """Of a fact, a count, a missing fact, a field or a law record."""
    place: str
    """`file:line` of what stands in the case file; empty for anything else."""
    missing: str
    """What to ask for, where it is a missing fact; else empty."""


class Why(Struct, frozen=True):
    """One conclusion, and why."""

    conclusion: Conclusion
    reasons: tuple[Reason, ...]
    """Of an element: what decides it first; empty for anything else."""
    grounds: tuple[Ground, ...]


def why(analysis: Analysis, finding: str) -> tuple[Why, ...]:
    """Explain the conclusion of that id, or those whose ids have it as a part (`escape`).

    CaseFileError where there is none.
    """
    found = conclusions_of(analysis)
    meant = [each for each in found if each.id == finding]
    meant = meant or [each for each in found if finding in each.id.split(".")]
    if not meant:
        place = analysis.record.case_file.file.locate(())
        ids = [each.id for each in found]
        hint = did_you_mean(finding, [*ids, *(part for id in ids for part in id.split("."))])
        raise CaseFileError(Problem(place, f"The analysis has no finding `{finding}`.", hint))
    return tuple(
        Why(each, _reasons(analysis, each), tuple(_ground(analysis, id) for id in each.because))
        for each in meant
    )


def _reasons(analysis: Analysis, conclusion: Conclusion) -> tuple[Reason, ...]:
    kind, _, rest = conclusion.id.partition(".")
    element = analysis.common_law.element(rest.partition(".")[0]) if kind == "element" else None
    if element is None:
        return ()
    return tuple({each.id: each for each in (element.deciding, *element.reasons)}.values())


def _ground(analysis: Analysis, id: str) -> Ground:
    case_file, gap = analysis.record.case_file, analysis.record.gap(id)
    known = id in case_file.paths
    place = f"{case_file.file.path}:{case_file.locate(id).line}" if known else ""
    return Ground(id, place, gap.phrase if gap else "")
