"""A redline of two versions, or of two Word files."""

from __future__ import annotations

from pathlib import Path

from drafter.composition.blocks import Audience
from drafter.composition.folders import template_folders
from drafter.pipeline.baselines import as_drafted
from drafter.pipeline.documents import contents, naming
from drafter.pipeline.reasons import reasons
from drafter.pipeline.setup import Setup
from drafter.pipeline.stored import Compared
from drafter.versions.redline import Hand, redline
from drafter.versions.store import StoredVersion
from drafter.word.parts import utc

AUTHOR = "drafter"
"""Whose the tracked changes are, unless somebody says otherwise."""


def redline_of(compared: Compared, setup: Setup, author: str = AUTHOR) -> bytes:
    """Return the older of two with what the newer says as tracked changes of ``author``.

    Versions are compared as they were drafted.  Their changes have comments that name the
    causes, unless the document is for others: then nothing of the case file is told in it.
    CaseFileError where a Word file cannot be read; ``Unfaithful`` where a redline would not
    give back both texts.
    """
    old, new = compared.old, compared.new
    if isinstance(old, StoredVersion) and isinstance(new, StoredVersion):
        return _of_versions(old, new, setup, author)
    hand = Hand(author, f"{setup.as_of.isoformat()}T00:00:00Z")
    assert isinstance(old, Path)
    assert isinstance(new, Path)
    with naming(new):
        return redline(contents(old), contents(new), hand, {})


def _of_versions(old: StoredVersion, new: StoredVersion, setup: Setup, author: str) -> bytes:
    before, after = old.draft(), new.draft()
    folders = template_folders(setup.templates)
    hand = Hand(author, utc(after.document.properties.created))
    inside = after.document.audience is Audience.INTERNAL
    causes = reasons(before, after, Path(new.case_file).name) if inside else {}
    return redline(as_drafted(folders, before), as_drafted(folders, after), hand, causes)
