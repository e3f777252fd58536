"""A new draft of a case, written into the Word file that counsel has edited."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from drafter.composition.blocks import Audience
from drafter.composition.markdown import markdown
from drafter.errors import CaseFileError, GateError, Problem
from drafter.pipeline.baselines import as_drafted
from drafter.pipeline.desk import Made
from drafter.pipeline.documents import closed, contents, naming
from drafter.pipeline.reasons import reasons
from drafter.pipeline.session import Session
from drafter.pipeline.sources import Source
from drafter.pipeline.wanted import Wanted
from drafter.versions.compare import compare
from drafter.versions.origin import Seen, identical, likeliest
from drafter.versions.redline import Hand
from drafter.versions.refresh import Refreshed, refresh
from drafter.versions.serial import substance
from drafter.versions.store import StoredVersion
from drafter.word.inspection import inspect
from drafter.word.parts import utc
from drafter.word.reader import read_blocks

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
    left: StoredVersion | None = None
    """Where there was nothing to keep: an earlier version with edits that no later one has."""


def refresh_document(
    session: Session, source: Source, wanted: Wanted, file: Path | None, *, dry_run: bool
) -> Outcome:
    """Bring the edited file of a case up to date and store it as a new version.

    Without a file it is that of the newest version.  CaseFileError when there is none, when it
    came from no version, or when a document of this kind is redrafted instead; else the errors
    of ``Session.draft``.  The edited file is only read.
    """
    base = _base(session, source, wanted, file)
    path = file or base.document
    closed(path)
    edited = contents(path)
    old = base.draft()
    made = session.compose(source, wanted)
    if not isinstance(made, Made):
        raise GateError(made.problems)
    if base.refreshed_from is None and identical(edited, [base]):
        return Outcome(Status.NOT_EDITED, base, path, left=_left(session, base))
    if substance(old.document) == substance(made.draft.document):
        return Outcome(Status.NOTHING_NEW, base, path)
    hand = Hand(AUTHOR, utc(made.draft.document.properties.created))
    case_file = os.path.basename(made.draft.case_file)
    drafted, why = as_drafted(session.folders, old), reasons(compare(old, made.draft), case_file)
    with naming(path):
        found = refresh(drafted, edited, made.docx, hand, why)
    if dry_run:
        return Outcome(Status.NEW, base, path, found, *session.store.next_version(made.draft))
    twin = markdown(made.draft.document)
    saved = session.store.save(made.draft, found.data, twin, refreshed_from=base.number)
    version = saved.version
    return Outcome(Status.NEW, base, path, found, version.number, version.document)


def _base(session: Session, source: Source, wanted: Wanted, file: Path | None) -> StoredVersion:
    """The version that an edited file came from."""
    if wanted.edition.audience is not Audience.INTERNAL:
        title = wanted.edition.title
        message = f"A {title} leaves the office: it is drafted anew, never refreshed."
        hint = "`drafter diff DRAFTED.docx EDITED.docx` shows which edits a new one would lose."
        raise CaseFileError(Problem(None, message, hint))
    session.record(source)  # says what is wrong with the case file before anything else
    assert source.id is not None
    versions = session.store.versions(source.id, wanted.edition.series)
    if not versions:
        message = f"{source.id} has no version of `{wanted.edition.series}` to refresh."
        raise CaseFileError(Problem(None, message, "Draft it first: `drafter draft`."))
    if file is None:
        return _newest(versions[-1])
    data = contents(file)
    if same := identical(data, versions):
        return same[-1]
    with naming(file):
        inventory = inspect(data)
        told = (inventory.property("core", name) for name in ("title", "created"))
        found = likeliest(Seen(data, read_blocks(data), *told), versions)
    if found is None or not found.enough:
        series = f"`{wanted.edition.series}` of {source.id}"
        message = f"{file}: the file came from no version of {series}."
        raise CaseFileError(Problem(None, message, "`drafter verify` says where a file is from."))
    return found.version


def _newest(version: StoredVersion) -> StoredVersion:
    """The newest version, whose Word file has to be there."""
    if not version.document.is_file():
        message = f"{version.document}: the Word file of version {version.number} is not there."
        hint = "Name the edited file after the case, or draft anew: `drafter draft`."
        raise CaseFileError(Problem(None, message, hint))
    return version


def _left(session: Session, base: StoredVersion) -> StoredVersion | None:
    """The last version before that has edits by hand which were never brought over."""
    versions = session.store.versions(base.case_id, base.series)
    brought = {each.refreshed_from for each in versions}
    earlier = (v for v in reversed(versions) if v.number < base.number)
    return next((v for v in earlier if v.number not in brought and v.by_hand), None)
