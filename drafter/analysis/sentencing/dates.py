"""The days on which the order of tests turns: ends of counts, sentencings, the as-of day.

A moment becomes the days it can fall on, by the clock it is printed in, or by every
clock of the place of the case.  The end of an offense lies no later than the sentence,
and where it is not recorded no earlier than the offense began.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date

from msgspec import Struct

from drafter.casefile.matter import Charge, Disposition, Proceeding
from drafter.casefile.moments import WrittenMoment
from drafter.doctrine.in_force import Doctrine
from drafter.facts.moments import Moment, NoSuchMoment, place_moment
from drafter.facts.record import Record


class Days(Struct, frozen=True):
    """The days something can fall on, both ends included; None: unbounded."""

    first: date | None
    last: date | None

    @property
    def known(self) -> bool:
        """Whether it is bounded on either side."""
        return self.first is not None or self.last is not None

    def before(self, day: date) -> bool | None:
        """Whether it lies before ``day``; None: it may lie on either side."""
        if self.last is not None and self.last < day:
            return True
        if self.first is not None and self.first >= day:
            return False
        return None

    def until(self, day: date) -> Days:
        """The same, no later than ``day``, unless all of it is later."""
        if self.first is not None and self.first > day:
            return self
        return Days(self.first, day if self.last is None else min(self.last, day))


class CountEnd(Struct, frozen=True):
    """When one count ended."""

    charge: Charge
    moment: Moment | None
    days: Days


class SentencingDates(Struct, frozen=True):
    """The days of one case."""

    as_of: date
    sentencing: date | None
    first_sentencing: date | None
    remand: bool
    """A resentencing after an appeal."""
    after_2255: bool
    """A resentencing after a vacatur under 28 U.S.C. § 2255."""
    ends: tuple[CountEnd, ...]
    """Of each count sentenced.  Never empty."""

    @property
    def taken(self) -> date:
        """The day of sentencing; while none is set, the as-of day in its place."""
        return self.sentencing or self.as_of

    @property
    def offense_end(self) -> Days:
        """When the last of the counts ended."""
        return _latest(each.days for each in self.ends)

    @property
    def ends_known(self) -> bool:
        """Whether something is known of when each count ended."""
        return all(each.moment is not None and each.moment.known for each in self.ends)


def charges_sentenced(charges: tuple[Charge, ...]) -> tuple[Charge, ...]:
    """The counts of conviction; without any those pending; without any of these, all."""
    for wanted in (Disposition.CONVICTED, Disposition.PENDING):
        if found := tuple(each for each in charges if each.disposition is wanted):
            return found
    return charges


def dates_of(record: Record, doctrine: Doctrine) -> SentencingDates:
    """Read the days of a case.

    A first sentencing recorded in a sentencing makes it a remand, since the case file
    records that day for a remand only.
    """
    matter = record.case.matter
    days, vacated = matter.dates, bool(matter.after_2255_vacatur)
    again = matter.proceeding is Proceeding.REMAND or (
        matter.proceeding is Proceeding.SENTENCING and days.first_sentencing is not None
    )
    taken = days.sentencing or doctrine.day
    return SentencingDates(
        as_of=doctrine.day,
        sentencing=days.sentencing,
        first_sentencing=days.first_sentencing,
        remand=again and not vacated,
        after_2255=vacated,
        ends=tuple(_end(each, record, taken) for each in charges_sentenced(record.case.charges)),
    )


def days_of(moment: Moment | None, zones: tuple[str, ...]) -> Days:
    """The days a moment can fall on; ``zones`` are those it may be in, if it names none.

    A day by a clock that is not known is that day by each: it is read by one clock at a time.
    """
    if moment is None:
        return Days(None, None)
    read = (moment,) if moment.zone else tuple(_by_each(moment.written, zones))
    firsts = [each.local_earliest.date() for each in read if each.local_earliest]
    lasts = [each.local_latest.date() for each in read if each.local_latest]
    return Days(min(firsts, default=None), max(lasts, default=None))


def _end(charge: Charge, record: Record, taken: date) -> CountEnd:
    moment = record.moments.get(f"{charge.id}.end")
    days = days_of(moment, record.place.zones)
    if days.known:
        return CountEnd(charge, moment, days.until(taken))
    begun = days_of(record.moments.get(f"{charge.id}.start"), record.place.zones)
    return CountEnd(charge, moment, Days(begun.first, None))


def _by_each(written: WrittenMoment, zones: tuple[str, ...]) -> Iterator[Moment]:
    """Yield the moment by each clock, but for one by which it never was."""
    for each in zones:
        with suppress(NoSuchMoment):
            yield place_moment(written, (each,))


def _latest(days: Iterable[Days]) -> Days:
    every = tuple(days)
    firsts = [each.first for each in every if each.first]
    lasts = [each.last for each in every if each.last]
    return Days(max(firsts, default=None), max(lasts) if len(lasts) == len(every) else None)
