"""The Word file of a version as it was drafted, whatever became of it since."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from drafter.composition.templating.folders import OFFICE, find
from drafter.versions.draft import Draft
from drafter.versions.store import StoredVersion
from drafter.word.package import digest


def as_stored(folders: Sequence[Path], version: StoredVersion, draft: Draft) -> tuple[bytes, bool]:
    """Return the file as it was put there, and whether it is that, part for part.

    ``folders``: where templates and the style file are looked up.

    Where somebody edited it, it is written again from the draft; without the edits that a
    refreshed version came with.
    """
    if not version.edited:
        return version.document.read_bytes(), True
    written = as_drafted(folders, draft)
    return written, digest(written) == version.document_digest


def as_drafted(folders: Sequence[Path], draft: Draft) -> bytes:
    """Return the file that drafter writes of a draft, without an edit of anybody."""
    from drafter.word.writing.writer import WordWriter  # most versions have their file yet

    return WordWriter(find(folders, OFFICE)).write(draft.document)
