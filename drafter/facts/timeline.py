"""Every timed fact in time order."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from msgspec import Struct

from drafter.casefile.fact import Fact
from drafter.facts.moments import Moment, as_written

_NEVER = datetime.max.replace(tzinfo=UTC)


class TimelineEntry(Struct, frozen=True):
    """A fact at its moment."""

    fact: Fact
    moment: Moment

    @property
    def id(self) -> str:
        """The fact's id."""
        return self.fact.id


def timeline_of(
    facts: Mapping[str, Fact], moments: Mapping[str, Moment]
) -> tuple[TimelineEntry, ...]:
    """The facts whose moment is recorded, in time order; see ``begins``."""
    timed = [TimelineEntry(fact, moments[id]) for id, fact in facts.items() if id in moments]
    return tuple(sorted(timed, key=lambda entry: begins(entry.moment)))


def begins(moment: Moment | None) -> datetime:
    """Where a moment stands in an order of moments: at the earliest it can have been.

    One that is about a time stands at that time, one that is bounded only by an end
    (`before A`) at that end.  One that is not known or not recorded stands last; among
    equals the order of the case file holds.
    """
    if moment is None:
        return _NEVER
    first, last = as_written(moment)
    return first or last or _NEVER
