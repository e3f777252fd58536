"""A new draft of a case, written into the Word file that counsel has edited."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from enum import StrEnum
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from drafter.composition.markdown import markdown
from drafter.errors import CaseFileError, GateError, Problem
from drafter.pipeline.baselines import as_drafted
from drafter.pipeline.bases import base_of
from drafter.pipeline.desk import Made, other_file
from drafter.pipeline.documents import a_document, closed, contents, naming
from drafter.pipeline.reasons import reasons
from drafter.pipeline.session import Session
from drafter.pipeline.sources import Source
from drafter.pipeline.wanted import Wanted
from drafter.versions.compare import compare
from drafter.versions.draft import Draft
from drafter.versions.origin import Naming, identical, namings
from drafter.versions.redline import Hand
from drafter.versions.refresh import Refreshed, refresh
from drafter.versions.serial import substance
from drafter.versions.store import StoredVersion
from drafter.word.parts import utc

AUTHOR = "drafter"
"""Whose the tracked changes and comments are that a refreshment makes."""


class Status(StrEnum):
    """What a refreshment came to."""

    NEW = "new"
    """It was written, as a version of its own."""
    NOT_EDITED = "not_edited"
    """Nobody has edited the file, so there is nothing to keep."""
    NOTHING_NEW = "nothing_new"
    """The draft says what it said, so the edited file is as it should be."""


class Outcome(Struct, frozen=True):
    """One document, and what became of it."""

    status: Status
    base: StoredVersion
    """The version that was edited."""
    file: Path
    """Where the edited file lies."""
    refreshed: Refreshed | None = None
    version: int | None = None
    """The version written or, in a dry run, to be written."""
    document: Path | None = None
    other_file: Path | None = None
    """The case file of that version, or of the newest, where that is another one still there."""
    left: StoredVersion | None = None
    """A later version with edits by hand that what came of it has not; where there was nothing
    to keep, also an earlier one with edits that no later one has."""
    passed_over: tuple[Path, ...] = ()
    """The damaged manifests of the series: nothing is known of their versions."""


def refresh_document(
    session: Session, source: Source, wanted: Wanted, file: Path | None, *, dry_run: bool
) -> Outcome:
    """Bring the edited file of a case up to date and store it as a new version.

    Without a file it is that of the newest version.  CaseFileError when there is none, when it
    came from no version or is another case's, or when a document of this kind is redrafted
    instead; else the errors of ``Session.draft``.  The edited file is only read.
    """
    base = base_of(session, source, wanted, file)
    path = file or base.document
    closed(path)
    edited = contents(path)
    a_document(path, edited)
    old = base.draft()
    made = session.compose(source, wanted)
    if not isinstance(made, Made):
        raise GateError(made.problems)
    edits = base.refreshed_from is not None or not identical(edited, [base])
    status = Status.NOTHING_NEW if edits else Status.NOT_EDITED
    told = Outcome(
        status,
        base,
        path,
        other_file=_other_file(session, made.draft, base),
        left=_left(session, base, after=edits),
        passed_over=tuple(session.store.damaged(base.case_id, base.series).values()),
    )
    if not edits or substance(old.document) == substance(made.draft.document):
        return told
    hand = Hand(AUTHOR, utc(made.draft.document.properties.created))
    case_file = os.path.basename(made.draft.case_file)
    drafted, why = as_drafted(session.folders, old), reasons(compare(old, made.draft), case_file)
    with naming(path):
        found = refresh(drafted, edited, made.docx, hand, why)
    version, document = _stored(session, made.draft, found, None if dry_run else base.number)
    return replace(told, status=Status.NEW, refreshed=found, version=version, document=document)


def _stored(session: Session, draft: Draft, found: Refreshed, base: int | None) -> tuple[int, Path]:
    """Store what was refreshed from a version; without one say where it would be."""
    if base is None:
        return session.store.next_version(draft)
    saved = session.store.save(draft, found.data, markdown(draft.document), refreshed_from=base)
    return saved.version.number, saved.version.document


def _other_file(session: Session, draft: Draft, base: StoredVersion) -> Path | None:
    """Another case file that has the id too, as ``draft`` would tell it.

    CaseFileError where the version drafted from it names another case: its words, and the edits
    of them, would become those of this one.
    """
    about = draft.document.properties
    ours, found = Naming(about.title, about.subject), None
    for version in (session.store.latest(draft.case_id, draft.series), base):
        other = other_file(version, draft, session.setup.output)
        if version is None or other is None:
            continue
        if theirs := next((each for each in namings([version]) if each != ours), None):
            message = f"{draft.case_id}: version {version.number} was drafted from {other}, which"
            message += f" is still there, and is of “{theirs.title}”, {theirs.subject}."
            raise CaseFileError(Problem(None, message, "Two cases need two ids."))
        found = other
    return found


def _left(session: Session, base: StoredVersion, *, after: bool) -> StoredVersion | None:
    """The last version with edits by hand that neither the base nor a later version has.

    ``after``: of those after the base alone; who drafted beside the others was told then.
    """
    versions = {v.number: v for v in session.store.versions(base.case_id, base.series)}
    brought = {each.refreshed_from for each in versions.values()}
    kept, at = {base.number}, base.refreshed_from
    while at is not None and at not in kept:
        kept.add(at)
        at = versions[at].refreshed_from if at in versions else None
    for version in reversed(versions.values()):
        if version.number in brought or version.number in kept or not version.by_hand:
            continue
        if version.number > base.number:
            if _has_more(version, versions, kept):
                return version
        elif not after:
            return version
    return None


def _has_more(
    version: StoredVersion, versions: Mapping[int, StoredVersion], kept: Collection[int]
) -> bool:
    """Whether somebody edited a version, or one that it took edits from, beside those kept."""
    if version.number in kept:
        return False
    before = versions.get(version.refreshed_from or 0)
    if version.edited or before is None or before.number >= version.number:
        return version.edited
    return _has_more(before, versions, kept)
