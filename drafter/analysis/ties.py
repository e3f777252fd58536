"""What ties facts to each other and to what is missing, looked up by id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from msgspec import Struct

from drafter.casefile.fact import Fact
from drafter.facts.gaps import Gap
from drafter.facts.record import Record


class Ties(Struct, frozen=True):
    """Two indexes of one record; an id without an entry has none."""

    gaps: Mapping[str, tuple[Gap, ...]]
    """The missing fields of each fact and count, in file order."""
    conflicts: Mapping[str, tuple[Fact, ...]]
    """The facts recorded as conflicting with each fact, whichever of the two names the other."""

    def gaps_of(self, owner: str) -> tuple[Gap, ...]:
        """What is missing of a fact or count."""
        return self.gaps.get(owner, ())

    def conflicts_of(self, fact: str) -> tuple[Fact, ...]:
        """What conflicts with a fact."""
        return self.conflicts.get(fact, ())


def ties_of(record: Record) -> Ties:
    """Index a record."""
    gaps: dict[str, list[Gap]] = defaultdict(list)
    for gap in record.gaps:
        if gap.owner:
            gaps[gap.owner].append(gap)
    conflicts: dict[str, dict[str, Fact]] = defaultdict(dict)
    for fact in record.facts.values():
        for id in fact.conflicts_with:
            conflicts[fact.id][id] = record.facts[id]
            conflicts[id][fact.id] = fact
    return Ties(
        {owner: tuple(found) for owner, found in gaps.items()},
        {id: tuple(found.values()) for id, found in conflicts.items()},
    )
