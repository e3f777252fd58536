"""What waits for a person in each case of a docket: days, signatures, decisions, drafts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path

from msgspec import Struct

from drafter.analysis.result import Analysis
from drafter.analysis.strategy.decision_types import DecisionFinding, DecisionState
from drafter.analysis.tasks.due import Due
from drafter.casefile.record import Evidence
from drafter.casefile.resolution import Checked
from drafter.composition.vocabulary.labels import label
from drafter.errors import Problem
from drafter.pipeline.session import Session
from drafter.pipeline.sources import Source
from drafter.versions.store import StoredVersion
from drafter.yamlfile import YamlPath

_SIGNATURES = {
    "reviewed": "reviewed by counsel",
    "cite_checked": "cite-checked",
    "client_advised": "gone through with the client",
}
"""By the entry of `sign_off:`, what was done with a draft."""


class DueDay(Struct, frozen=True):
    """A day, and what is due on it."""

    day: date
    what: str


class DraftState(Struct, frozen=True):
    """The newest version of a series, and how it stands to the case now."""

    version: StoredVersion
    since: tuple[str, ...]
    """What is no longer as it was: ``case``, ``law``, ``templates``, ``software``, ``options``,
    or ``day``: it told of days, and they have moved."""


class Review(Struct, frozen=True):
    """One case, as whoever answers for it looks at it; as privileged as the memo."""

    path: Path
    id: str
    client: str
    docket: str
    court: str
    production: str
    persuasion: str
    barred: tuple[str, ...]
    """The numbers of the counts for which the court does not have the defense."""
    overdue: tuple[DueDay, ...]
    coming: tuple[DueDay, ...]
    missing: int
    """How many facts are missing."""
    waiting: tuple[Problem, ...]
    """What somebody has still to enter, each at its place in the case file."""
    drafts: tuple[DraftState, ...]


def review(session: Session, source: Source) -> Review:
    """Look at one case; CaseFileError with every problem of it.  Nothing is drafted."""
    analysis = session.analyze(source)
    case, law = analysis.record.case, analysis.common_law
    kept = groupby(session.store.versions(case.id), key=lambda each: each.series)
    newest = [list(series)[-1] for _, series in kept]
    return Review(
        source.path,
        case.id,
        case.client.short_name,
        case.matter.docket,
        analysis.district.abbreviation,
        label(law.production) or "",
        label(law.persuasion) or "",
        tuple(str(each.charge.count) for each in analysis.barred),
        tuple(map(_due, analysis.due_next.overdue)),
        tuple(map(_due, analysis.due_next.coming)),
        len(analysis.missing),
        tuple(_waiting(analysis, newest)),
        tuple(DraftState(each, _since(session, source, each)) for each in newest),
    )


def _due(due: Due) -> DueDay:
    if due.task is not None:
        items = [fact.what if isinstance(fact, Evidence) else fact.id for fact in due.task.facts]
        return DueDay(due.day, f"evidence may be gone after it: {'; '.join(items)}")
    if due.deadline is not None:
        return DueDay(due.day, due.deadline.deadline.title)
    return DueDay(due.day, "plea hearing" if due.hearing == "plea" else due.hearing)


def _since(session: Session, source: Source, version: StoredVersion) -> tuple[str, ...]:
    through = version.current_through
    moved = through is not None and session.setup.as_of > through
    return (*session.inputs(source).differing(version.inputs), *(["day"] if moved else []))


def _waiting(analysis: Analysis, drafts: Sequence[StoredVersion]) -> Iterator[Problem]:
    if inside := [each for each in drafts if each.inside]:
        yield from _unsigned(analysis, max(inside, key=lambda each: each.as_of))
    yield from (_open(analysis, each) for each in analysis.strategy.decisions if not each.decided)
    exhibit, found = analysis.record.case.exhibit, analysis.sentencing
    if exhibit is not None and exhibit.approved is None:
        message = "The exhibit is not approved: each page of it says so."
        yield _at(analysis, ("exhibit",), message, "Enter `approved: {by: …, on: …}`.")
    if analysis.course.read and found.stamp and found.manual_checked is None:
        message = f"{found.stamp}: an attorney has to read it before anything is filed."
        hint = "Enter `manual_checked: {by: …, on: …}`."
        yield _at(analysis, ("sentencing", "manual_checked"), message, hint)


def _unsigned(analysis: Analysis, newest: StoredVersion) -> Iterator[Problem]:
    """Yield what is not entered, or was entered for a draft before the newest one."""
    sign_off = analysis.record.case.sign_off
    what = f"{newest.series} v{newest.number:03}, as of {newest.as_of},"
    for name, done in _SIGNATURES.items():
        entered: Checked | None = getattr(sign_off, name)
        if entered is None:
            message = f"{what} is not recorded as {done}."
        elif entered.on < newest.as_of:
            message = f"{what} came after a draft was {done} on {entered.on}."
        else:
            continue
        hint = f"Once it is, enter `sign_off: {{{name}: {{by: …, on: …}}}}`."
        yield _at(analysis, ("sign_off", name), message, hint)


def _open(analysis: Analysis, found: DecisionFinding) -> Problem:
    what = f"Whether to {label(found.decision)} is the client’s to decide"
    if found.state is DecisionState.ADVISED:
        message = f"{what}: advised on {found.advised}, and no decision is recorded."
    else:
        message = f"{what}: no advice on it is recorded."
    hint = f"Enter it under `engagement: {{decisions: …}}`, with `decision: {found.id}`."
    if found.recorded is None:
        return _at(analysis, ("engagement", "decisions"), message, hint)
    return analysis.record.case_file.problem(found.recorded.id, "decided", message, hint)


def _at(analysis: Analysis, path: YamlPath, message: str, hint: str) -> Problem:
    return analysis.record.case_file.file.problem(path, message, hint)
