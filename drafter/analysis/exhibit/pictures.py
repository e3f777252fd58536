"""The memo's timeline: the chronology, what is disputed in it, and the time between the steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from drafter.analysis.exhibit.picture_types import (
    InternalGap,
    InternalPicture,
    InternalRow,
    is_drawable,
)
from drafter.analysis.ties import Ties
from drafter.facts.clocks import clocks_set
from drafter.facts.intervals import Span
from drafter.facts.record import Record
from drafter.facts.surrender_types import LabelledSpan
from drafter.facts.telling import Row


def find_picture(record: Record, ties: Ties) -> InternalPicture | None:
    """The picture of the chronology; None: it has too many rows for one page, or one instant."""
    numbered = tuple((str(at), row) for at, row in enumerate(record.chronology, 1))
    known = [(number, row) for number, row in numbered if row.moment.known]
    if len(known) < 2 or not is_drawable(row.moment for _, row in known):
        return None
    numbers = {fact.id: number for number, row in numbered for fact in row.facts}
    return InternalPicture(
        record.place.zones[0],
        tuple(_row(number, row, numbers, ties) for number, row in known),
        tuple(_gaps(record.surrender.spans, record.place.zones[0])),
        tuple(number for number, row in numbered if not row.moment.known),
    )


def _row(number: str, row: Row, numbers: Mapping[str, str], ties: Ties) -> InternalRow:
    against = (fact.id for each in row.facts for fact in ties.conflicts_of(each.id))
    found = dict.fromkeys(numbers[id] for id in against if id in numbers)
    return InternalRow(
        id=row.id,
        number=number,
        moment=row.moment,
        facts=row.facts,
        begun=row.begun,
        ended=row.ended,
        disputes=tuple(other for other in found if other != number),
    )


def _gaps(spans: Sequence[LabelledSpan], zone: str) -> Iterator[InternalGap]:
    """The time between steps, on every reading; where those leave it open, as it is counted."""
    for each in spans:
        start, end, span = each.start.reach, each.end.reach, each.span
        one = start is None or end is None or not _tells(span)
        if one:
            start, end, span = each.start.moment, each.end.moment, each.counted
        if start and end and _tells(span):
            steps = each.start.step, each.end.step
            clocks = clocks_set(start, end, zone)
            one = one and bool(each.conditions)
            yield InternalGap(each.id, start, end, span, "", False, clocks, steps, one)


def _tells(span: Span) -> bool:
    """Whether the second moment may come after the first, and a bound says how long after."""
    if span.longest is None:
        return span.shortest is not None and span.shortest > timedelta()
    return span.longest >= timedelta()
