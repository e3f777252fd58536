"""A redline of two versions, or of two Word files."""

from __future__ import annotations

from pathlib import Path

from drafter.composition.blocks import Audience
from drafter.composition.folders import template_folders
from drafter.pipeline.baselines import as_drafted
from drafter.pipeline.documents import naming
from drafter.pipeline.reasons import reasons
from drafter.pipeline.settling import settled
from drafter.pipeline.setup import Setup
from drafter.pipeline.stored import Compared
from drafter.versions.redline import Hand, redline
from drafter.versions.store import StoredVersion
from drafter.word.parts import utc
from drafter.word.resolved import Reading


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
        return _of_versions(old, new, setup, author)
    hand = Hand(author, f"{setup.as_of.isoformat()}T00:00:00Z")
    assert isinstance(old, Path)
    assert isinstance(new, Path)
    before, after = settled(old, reading), settled(new, reading)
    with naming(new):
        return redline(before, after, hand, {})


def _of_versions(old: StoredVersion, new: StoredVersion, setup: Setup, author: str) -> bytes:
    before, after = old.draft(), new.draft()
    folders = template_folders(setup.templates)
    hand = Hand(author, utc(after.document.properties.created))
    inside = after.document.audience is Audience.INTERNAL
    causes = reasons(before, after, Path(new.case_file).name) if inside else {}
    return redline(as_drafted(folders, before), as_drafted(folders, after), hand, causes)
