"""Boxes spread along an axis: each as near to its place as the others allow, in their order."""

from __future__ import annotations

from collections.abc import Sequence


def spread(places: Sequence[int], apart: Sequence[int], low: int, high: int) -> list[int]:
    """Positions near ``places`` in the order given, between two bounds.

    ``apart[i]`` is the least distance of the positions ``i`` and ``i + 1``; together they go
    between the bounds.  The squares of the distances moved are the least possible, but for
    the rounding to whole numbers.
    """
    offsets = [0]
    for each in apart:
        offsets.append(offsets[-1] + each)
    shifted = [place - offset for place, offset in zip(places, offsets, strict=True)]
    top = max(low, high - offsets[-1])
    return [
        min(max(level, low), top) + offset
        for level, offset in zip(_rising(shifted), offsets, strict=True)
    ]


def _rising(values: Sequence[int]) -> list[int]:
    """The nearest numbers of which none is less than the one before it."""
    pools: list[tuple[int, int]] = []
    for value in values:
        total, size = value, 1
        while pools and pools[-1][0] * size > total * pools[-1][1]:
            before = pools.pop()
            total, size = total + before[0], size + before[1]
        pools.append((total, size))
    return [total // size for total, size in pools for _ in range(size)]


def lanes(extents: Sequence[tuple[int, int]]) -> list[int]:
    """A lane for each extent, the first that is free, so that none in one lane overlap."""
    ends: list[int] = []
    found = [0] * len(extents)
    for at in sorted(range(len(extents)), key=lambda at: (extents[at], at)):
        first, last = extents[at]
        free = next((lane for lane, end in enumerate(ends) if end < first), len(ends))
        ends[free:] = [last, *ends[free + 1 :]]
        found[at] = free
    return found
