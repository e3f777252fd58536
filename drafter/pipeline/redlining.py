"""A redline of two versions, or of two Word files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from drafter.composition.templating.folders import template_folders
from drafter.pipeline.baselines import as_drafted
from drafter.pipeline.documents import a_document, naming
from drafter.pipeline.reasons import reasons
from drafter.pipeline.settling import settled
from drafter.pipeline.setup import Setup
from drafter.pipeline.stored import Compared
from drafter.versions.compare import Comparison
from drafter.versions.redline import Hand, redline
from drafter.versions.store import StoredVersion
from drafter.word.reading.resolved import Reading


def redline_of(
    compared: Compared, setup: Setup, author: str, reading: Reading | None = None
) -> bytes:
    """Return the older of two with what the newer says as tracked changes of ``author``.

    Versions are compared as they were drafted.  Their changes have comments that name the
    causes, unless the document is for others: then nothing of the case file is told in it.
    Word files are compared without their tracked changes, as ``reading`` has it.  CaseFileError
    where one cannot be read, or holds tracked changes and no reading was chosen; ``Unfaithful``
    where a redline would not give back both texts.
    """
    old, new = compared.old, compared.new
    if isinstance(old, StoredVersion) and isinstance(new, StoredVersion):
        return _of_versions(old, new, compared.comparison, setup, author)
    hand = Hand(author, f"{setup.as_of.isoformat()}T00:00:00Z")
    assert isinstance(old, Path)
    assert isinstance(new, Path)
    before, after = settled(old, reading), settled(new, reading)
    a_document(old, before)
    with naming(new):
        return redline(before, after, hand, {})


def _of_versions(
    old: StoredVersion, new: StoredVersion, comparison: Comparison, setup: Setup, author: str
) -> bytes:
    folders = template_folders(setup.templates)
    hand = Hand(author, f"{new.as_of.isoformat()}T00:00:00Z")
    causes = reasons(comparison, Path(new.case_file).name) if new.inside else {}
    return redline(_as_drafted(folders, old), _as_drafted(folders, new), hand, causes)


def _as_drafted(folders: Sequence[Path], version: StoredVersion) -> bytes:
    """The file of a version without an edit of anybody; only one with edits is written again."""
    if version.refreshed_from is None and not version.edited:
        return version.document.read_bytes()
    return as_drafted(folders, version.draft())
