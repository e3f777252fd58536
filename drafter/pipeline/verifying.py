"""Whether a Word file is as it was drafted, what was changed in it, and where it is from."""

from __future__ import annotations

import os
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from drafter.errors import CaseFileError
from drafter.pipeline.baselines import as_stored
from drafter.pipeline.documents import contents, naming
from drafter.pipeline.session import Session
from drafter.pipeline.sources import Source, case_id
from drafter.versions.beside import BesideChange, beside
from drafter.versions.compare import BlockChange, compare_files
from drafter.versions.draft import Draft
from drafter.versions.origin import Likeness, Seen, identical, likeliest
from drafter.versions.store import StoredVersion
from drafter.word.anchors import anchor
from drafter.word.reading.inspection import inspect
from drafter.word.reading.reader import read_blocks


class Verdict(StrEnum):
    """What a file is to the drafts that are kept."""

    AS_DRAFTED = "as_drafted"
    """The Word file of a version, part for part."""
    SAVED_AGAIN = "saved_again"
    """Another program wrote it; no word of it differs."""
    EDITED = "edited"
    """It came from a version and says something else."""
    OTHER_CASE = "other_case"
    """It came from a version of another case than the one it was said to be of."""
    UNKNOWN = "unknown"
    """It came from no draft that is kept."""


class Untold(StrEnum):
    """What could not be told of a file."""

    LOOK = "look"
    """Fonts, spacing and page setup were not compared."""
    ANCHORS = "anchors"
    """It has no anchors, so that passages were matched by their words."""
    BASELINE = "baseline"
    """The draft cannot be written again exactly, so that its words alone were compared."""
    CASE = "case"
    """The case file is not where it was, so that nothing is known of it."""


class Verification(Struct, frozen=True):
    """What was found of one file."""

    file: Path
    verdict: Verdict
    version: StoredVersion | None = None
    """Where it came from; for an unknown file, the version that is most like it."""
    share: float = 1.0
    """Of the file's passages, how much the version has."""
    blocks: tuple[BlockChange, ...] = ()
    """What differs in the body; the ids are those of the draft's blocks."""
    beside: tuple[BesideChange, ...] = ()
    since: tuple[str, ...] = ()
    """What is no longer as it was: ``case``, ``law``, ``templates``, ``software``, ``options``."""
    newer: int | None = None
    """The newest version of the series, where that is a later one."""
    untold: tuple[Untold, ...] = ()
    unread: Path | None = None
    """Of an unknown file: the manifest beside it, where that is missing or damaged."""


def verify(session: Session, file: Path, case: str = "") -> Verification:
    """Find where a Word file is from, and what differs from its draft.

    ``case`` is the path or id of the case that it should be of.  CaseFileError when the
    file, or what is known of the case, cannot be read.
    """
    data = contents(file)
    wanted = case_id(case, session.store) if case else ""
    with naming(file):
        blocks = read_blocks(data)
        inventory = inspect(data)
    versions = list(session.store.every())
    same = identical(data, versions)
    if same:
        version = max(same, key=lambda each: (each.case_id == wanted, each.number))
        other = wanted not in ("", version.case_id)
        verdict = Verdict.OTHER_CASE if other else Verdict.AS_DRAFTED
        return _with_history(Verification(file, verdict, version), session)
    created, title = inventory.property("core", "created"), inventory.property("core", "title")
    found = likeliest(Seen(blocks, title, created), versions)
    if found is None or not found.enough:
        nearest = found.version if found else None
        share, unread = found.share if found else 0.0, _unread(session, file)
        return Verification(file, Verdict.UNKNOWN, nearest, share, unread=unread)
    return _with_history(_compared(session, file, data, found, wanted), session)


def _unread(session: Session, file: Path) -> Path | None:
    """The manifest of the version in whose folder a file lies, where it cannot be read."""
    folder = os.path.realpath(file.parent)
    unread = session.store.unread()
    return next((each for each in unread if os.path.realpath(each.parent) == folder), None)


def _compared(
    session: Session, file: Path, data: bytes, found: Likeness, wanted: str
) -> Verification:
    """Say what differs between a file and the draft it came from."""
    draft = found.version.draft()
    baseline, exact = as_stored(session.folders, found.version, draft)
    old, new = read_blocks(baseline), read_blocks(data)
    anchored = any(each.anchor for each in new)
    if not anchored:
        old = [replace(each, anchor="") for each in old]
    blocks = _named(compare_files(old, new, by_hand=True).blocks, draft)
    others = beside(inspect(baseline), inspect(data))
    verdict = Verdict.EDITED if blocks or others else Verdict.SAVED_AGAIN
    if wanted not in ("", found.version.case_id):
        verdict = Verdict.OTHER_CASE
    untold = [Untold.LOOK]
    untold += [] if anchored else [Untold.ANCHORS]
    untold += [] if exact else [Untold.BASELINE]
    return Verification(
        file, verdict, found.version, found.share, blocks, others, untold=tuple(untold)
    )


def _named(changes: Iterable[BlockChange], draft: Draft) -> tuple[BlockChange, ...]:
    """The changes, each with the id of its block in place of its anchor."""
    ids = {anchor(block.id): block.id for block in draft.document.blocks}
    return tuple(replace(each, id=ids.get(each.id, "")) for each in changes)


def _with_history(found: Verification, session: Session) -> Verification:
    """Add what came after the version: what it depends on changed, or there is a newer one."""
    version = found.version
    assert version is not None
    newest = session.store.latest(version.case_id, version.series)
    newer = newest.number if newest and newest.number > version.number else None
    path = Path(os.path.normpath(session.setup.output / version.case_file))
    try:
        source, untold = Source.read(path), found.untold
    except CaseFileError:
        source, untold = Source(path, b""), (*found.untold, Untold.CASE)
    differing = session.inputs(source).differing(version.inputs)
    since = tuple(name for name in differing if name != "case" or Untold.CASE not in untold)
    return replace(found, since=since, newer=newer, untold=untold)
