"""The exhibit's timeline, made of its rows and of the intervals that counsel listed."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.analysis.exhibit.picture_types import Picture, PictureGap, PictureRow, is_drawable
from drafter.analysis.exhibit.types import ExhibitRow, ShownInterval


def picture_of(
    rows: Sequence[ExhibitRow], intervals: Sequence[ShownInterval], zone: str
) -> Picture | None:
    """The picture of what the exhibit shows, and of nothing else; None: nothing to draw."""
    if len(rows) < 2 or not is_drawable(row.moment for row in rows):
        return None
    moments = {row.number: row.moment for row in rows}
    return Picture(
        zone,
        tuple(
            PictureRow(each.id, each.number, each.moment, each.speaker, each.to, each.what)
            for each in rows
        ),
        tuple(
            PictureGap(
                each.id,
                moments[each.start],
                moments[each.end],
                each.span,
                words=each.words,
                about=each.about,
                clocks=each.drawn_clocks,
            )
            for each in intervals
        ),
    )
