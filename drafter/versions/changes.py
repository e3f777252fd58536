"""What can happen to a conclusion, a fact or a block, and the facts that changed."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from drafter.versions.draft import FactSnapshot


class Change(StrEnum):
    """What happened to a conclusion, a fact or a block."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


class FactChange(Struct, frozen=True):
    """A fact of the case file that was added, removed or says something else."""

    id: str
    change: Change
    old: str
    new: str
    line: int
    """In the newer case file; in the older one when the fact was removed."""


def changed_facts(
    old: Mapping[str, FactSnapshot], new: Mapping[str, FactSnapshot]
) -> tuple[FactChange, ...]:
    """Return the facts that differ, in the order of the newer case file, removed ones last."""
    found = []
    for id in sorted(old.keys() | new.keys()):
        before, after = old.get(id), new.get(id)
        if before is None and after is not None:
            found.append(FactChange(id, Change.ADDED, "", after.text, after.line))
        elif after is None and before is not None:
            found.append(FactChange(id, Change.REMOVED, before.text, "", before.line))
        elif before is not None and after is not None and before.text != after.text:
            found.append(FactChange(id, Change.CHANGED, before.text, after.text, after.line))
    return tuple(sorted(found, key=lambda fact: (fact.change is Change.REMOVED, fact.line)))
