"""What became of each document of a run, and of each case."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from drafter.errors import DrafterError, Problem
from drafter.pipeline.wanted import Wanted
from drafter.versions.draft import Draft
from drafter.versions.store import StoredVersion


class Status(StrEnum):
    """What drafting one document came to."""

    NEW = "new"
    """It says something new: a version of its own."""
    SAME = "same"
    """It was composed, and says what its newest version says."""
    UNCHANGED = "unchanged"
    """Nothing it depends on changed, so it was not composed."""
    NOT_ASKED = "not_asked"
    """The case file asks for no document of its kind."""
    REFUSED = "refused"
    """It may not leave the office; nothing of it was written."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One document of one case."""

    wanted: Wanted
    status: Status
    case_id: str
    version: int | None = None
    """The version written or, in a dry run, to be written; or the one that says the same."""
    document: Path | None = None
    """The Word file of that version."""
    problems: tuple[Problem, ...] = ()
    """Why it was refused, all of it."""
    draft: Draft | None = field(default=None, repr=False)
    """What was composed; None where nothing was."""
    other_file: Path | None = None
    """The case file of the version before, where that is another one that is still there."""
    edited: StoredVersion | None = None
    """The version before, where it has edits by hand that this one has not."""
    passed_over: tuple[Path, ...] = ()
    """The manifests of newer versions that were there and could not be read."""
    supplement: str | None = None
    """Of a filing that was composed, the edition under seal for which the case has something."""


class Fault(Struct, frozen=True):
    """A fault of ours: what was raised, and where, as text."""

    raised: str
    trace: str


class CaseOutcome(Struct, frozen=True):
    """One case of a batch: its documents, or why it has none."""

    path: Path
    outcomes: tuple[Outcome, ...] = ()
    error: DrafterError | None = None
    """What the user can mend."""
    fault: Fault | None = None

    @property
    def failed(self) -> bool:
        """Whether some document that was asked for is not there."""
        refused = any(each.status is Status.REFUSED for each in self.outcomes)
        return self.error is not None or self.fault is not None or refused

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that the user can mend."""
        mine = self.error.problems if self.error else ()
        return (*mine, *(problem for each in self.outcomes for problem in each.problems))
