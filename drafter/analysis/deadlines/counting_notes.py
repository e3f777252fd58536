"""What must be told of how the deadlines of a case were counted, each choice once."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from drafter.analysis.deadlines.types import (
    Closed,
    Counted,
    CountingNote,
    CountingRecord,
    DeadlineFinding,
    NoteKind,
)
from drafter.doctrine.deadline import Side
from drafter.doctrine.holidays import Holidays, NotCovered

_Test = Callable[[DeadlineFinding, Counted], bool]
_Choice = tuple[NoteKind, CountingRecord, _Test]


def find_counting_notes(
    deadlines: Iterable[DeadlineFinding], table: Holidays, court: str
) -> tuple[CountingNote, ...]:
    """Every choice of counting on which a date depends, with the deadlines it bears on.

    What has been done needs no date, and no note.
    """
    open_ = tuple(each for each in deadlines if each.day and not each.done)
    not_covered: Iterable[_Choice] = (
        (NoteKind.NOT_COVERED, each, _may_fall(each))
        for each in table.not_covered
        if not each.courts or court in each.courts
    )
    tests: tuple[_Choice, ...] = (
        (NoteKind.HOURS, table.hours, lambda found, _: found.at is not None),
        (NoteKind.SERVICE, table.service, lambda _, counted: counted.added is not None),
        (NoteKind.OBSERVANCE, table.observance, _passes(Closed.OBSERVED)),
        (NoteKind.CLOSINGS, table.closings, _meets_a_closing),
        *not_covered,
        (NoteKind.CLERK, table.clerk, lambda found, _: found.deadline.side is Side.AFTER),
    )
    notes = [
        CountingNote(record, kind, bearing)
        for kind, record, test in tests
        if (bearing := tuple(each for each in open_ if each.counted and test(each, each.counted)))
    ]
    if ordered := tuple(each for each in open_ if each.closed):
        notes.append(CountingNote(table.orders, NoteKind.ORDERS, ordered))
    return tuple(notes)


def _passes(why: Closed) -> _Test:
    return lambda _, counted: any(each.why is why for each in counted.skipped)


def _meets_a_closing(found: DeadlineFinding, counted: Counted) -> bool:
    """Whether a closing was passed over, or one may be that the list does not reach."""
    return not counted.closings_listed or _passes(Closed.CLOSING)(found, counted)


def _may_fall(day: NotCovered) -> _Test:
    def test(found: DeadlineFinding, counted: Counted) -> bool:
        here = day.side is None or day.side is found.deadline.side
        return here and (day.month is None or any(end.month == day.month for end in counted.ends))

    return test
