"""The time between two moments, in UTC: the shortest and the longest it can be."""

from __future__ import annotations

from datetime import timedelta

from msgspec import Struct

from drafter.facts.moments import Moment

LONG = timedelta(days=14)
"""From here on nothing turns on the hours and minutes of a length of time."""


class Span(Struct, frozen=True):
    """The time from one moment to another."""

    shortest: timedelta | None
    """None: unbounded; negative where the order may be reversed."""
    longest: timedelta | None
    """None: unbounded; negative where the order is reversed."""

    @property
    def known(self) -> bool:
        """Whether it is bounded on either side."""
        return self.shortest is not None or self.longest is not None

    @property
    def exact(self) -> bool:
        """Whether it is known to the minute."""
        return self.shortest is not None and self.shortest == self.longest

    @property
    def forward(self) -> bool | None:
        """Whether the second moment is at or after the first; None: it cannot be told."""
        later = self.within(-timedelta.resolution)
        return None if later is None else not later

    def within(self, limit: timedelta) -> bool | None:
        """Whether it is at most ``limit``; None: it cannot be told."""
        if self.longest is not None and self.longest <= limit:
            return True
        if self.shortest is not None and self.shortest > limit:
            return False
        return None

    def straddles(self, boundary: timedelta) -> bool:
        """Whether it may be at most ``boundary`` and may be more: both readings are open.

        An unbounded side reaches past every boundary, so a span that is not known
        straddles all of them.
        """
        return self.within(boundary) is None


def span_between(first: Moment | None, second: Moment | None, *, each_alone: bool = False) -> Span:
    """The time from the first moment to the second; unbounded where either is not recorded.

    Two times of one hour that occurred twice are taken to be of the same one of the two, as
    whoever told both by one clock and said nothing of its being set back will have meant, unless
    ``each_alone``.
    """
    if first is None or second is None:
        return Span(None, None)
    if not each_alone and _in_one_hour(first, second):
        apart = second.earliest - first.earliest if first.earliest and second.earliest else None
        return Span(apart, apart)
    shortest = longest = None
    if second.earliest is not None and first.latest is not None:
        shortest = second.earliest - first.latest
    if second.latest is not None and first.earliest is not None:
        longest = second.latest - first.earliest
    return Span(shortest, longest)


def _in_one_hour(first: Moment, second: Moment) -> bool:
    """Whether both are times of the same hour that one clock showed twice."""
    if not (first.twice and second.twice and first.zone == second.zone):
        return False
    one, two = first.local_earliest, second.local_earliest
    return one is not None and two is not None and one.date() == two.date()
