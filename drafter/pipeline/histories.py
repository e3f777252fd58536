"""What each version of a document moved against the one before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from drafter.errors import CaseFileError
from drafter.versions.compare import Comparison, compare
from drafter.versions.draft import Draft
from drafter.versions.store import StoredVersion


class Step(Struct, frozen=True):
    """A version, and what it says that the one before it did not."""

    version: StoredVersion
    before: StoredVersion | None = None
    """None: it is the first of its series."""
    comparison: Comparison | None = None
    """None: it is the first, or one of the two drafts cannot be read."""


def steps_of(versions: Sequence[StoredVersion]) -> Iterator[Step]:
    """Yield the versions of a case in their order, each beside the one before it in its series.

    Each draft is read once, and no more than two are held.
    """
    for _, series in groupby(versions, key=lambda each: each.series):
        before: tuple[StoredVersion | None, Draft | None] = None, None
        for version in series:
            draft = _draft(version)
            found = compare(before[1], draft) if before[1] and draft else None
            yield Step(version, before[0], found)
            before = version, draft


def _draft(version: StoredVersion) -> Draft | None:
    try:
        return version.draft()
    except CaseFileError:
        return None
