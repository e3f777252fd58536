"""Minutes as heights: one measure for the whole axis, whatever is left out at its breaks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from drafter.composition.figures import Bounds, Tick
from drafter.word.writing.timeline.letters import LINE, POINT

BREAK = 15 * POINT
"""The height of a break: the words at both its ends have room."""


class Scale:
    """The stretches of an axis between two heights.

    ``at`` is exact to one EMU: within a stretch, heights are as far apart as minutes.
    """

    def __init__(self, stretches: Sequence[tuple[int, int]], top: int, bottom: int) -> None:
        self._stretches = stretches
        self._minutes = max(1, sum(last - first for first, last in stretches))
        self._room = bottom - top - BREAK * (len(stretches) - 1)
        self._tops: list[int] = []
        elapsed = 0
        for number, (first, last) in enumerate(stretches):
            self._tops.append(top + number * BREAK + elapsed * self._room // self._minutes)
            elapsed += last - first
        self._firsts = [first for first, _ in stretches]

    def at(self, minute: int) -> int:
        """The height of a minute that the axis shows."""
        stretch = max(0, bisect_right(self._firsts, minute) - 1)
        return self._tops[stretch] + (minute - self._firsts[stretch]) * self._room // self._minutes

    def parts(self) -> Iterator[tuple[int, int]]:
        """The ends of each stretch."""
        for first, last in self._stretches:
            yield self.at(first), self.at(last)

    def closed(self, bounds: Bounds) -> tuple[int, int]:
        """Bounds, an open side put at the end of the axis."""
        first, last = self._stretches[0][0], self._stretches[-1][1]
        low, high = bounds
        return (first if low is None else low), (last if high is None else high)

    def pieces(self, bounds: Bounds) -> list[tuple[int, int]]:
        """The ends of what the axis shows of an interval, stretch by stretch."""
        low, high = self.closed(bounds)
        found = [
            (max(low, first), min(high, last), first == last)
            for first, last in self._stretches
            if max(low, first) <= min(high, last)
        ]
        # A stretch that the interval only touches shows nothing of it, unless it is all there is.
        long = [each for each in found if each[0] < each[1] or each[2]]
        return [(self.at(start), self.at(end)) for start, end, _ in long or found[:1]]

    def kept(self, ticks: Sequence[Tick]) -> list[int]:
        """Which ticks have room for their words, those of the lowest rank first."""
        chosen: dict[int, int] = {}
        for number in sorted(range(len(ticks)), key=lambda at: (ticks[at].rank, at)):
            height = self.at(ticks[number].at)
            if all(abs(height - other) > LINE for other in chosen.values()):
                chosen[number] = height
        return sorted(chosen)
