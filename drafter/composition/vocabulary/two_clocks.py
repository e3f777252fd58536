"""A moment by the clock by which it was written, and beside that by another one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from drafter.casefile.moments import Precision, Relation
from drafter.composition.vocabulary.dates import clock, day, elapsed, moment, zone_words
from drafter.facts.clocks import ClockChange, showed
from drafter.facts.moments import Moment
from drafter.facts.zones import season

_AN_HOUR = timedelta(minutes=59)


def moment_by_two(when: Moment | None, by: str = "") -> str | None:
    """A moment as exactly as it was written; a missing one stays missing.

    With ``by``, the name of a zone, what the clocks there showed follows in parentheses,
    where that was another time of day.
    """
    words = moment(when)
    if when is None or words is None or not by:
        return words
    there = showed(when, by)
    if there is None or there.alike:
        return words
    return f"{words} ({_told(when, there.first, there.last)})"


def clocks_set(changes: Sequence[ClockChange]) -> str:
    """How clocks were set in a time that was told, which explains it beside its ends' times.

    ` (clocks were set back 1 hour in between)`; of some clocks of several, by which.  Empty
    where none was set.
    """
    told = "; ".join(map(_set, changes))
    return f" ({told})" if told else ""


def _set(change: ClockChange) -> str:
    whose = " and ".join(dict.fromkeys(map(zone_words, change.zones)))
    how = "back" if change.back else "forward"
    told = f"clocks were set {how} {elapsed(change.by)} in between"
    return f"by {whose}, {told}" if whose else told


def _told(when: Moment, first: datetime, last: datetime) -> str:
    """What the clocks showed: of a time known to the minute that time, or either of two."""
    relation, start = when.written.relation, when.written.start
    hour = start is not None and start.precision is Precision.HOUR
    if relation is Relation.BETWEEN:
        return _between(first, last)
    near = "at about" if relation is Relation.ABOUT else "at"
    if hour:
        whole = first.minute == 0 and last - first == _AN_HOUR
        if not whole:
            return _between(first, last)
        near = "in the hour from" if relation is not Relation.ABOUT else near
    loose = f"{relation.value} " if relation in (Relation.BEFORE, Relation.AFTER) else ""
    return loose + (_at(first, near) if hour or first == last else _either(first, last, near))


def _at(shown: datetime, near: str) -> str:
    return f"{day(shown.date())}, {near} {_timed(shown)}"


def _timed(shown: datetime) -> str:
    return f"{clock(shown.hour, shown.minute)} {_zone(shown)}"


def _either(first: datetime, last: datetime, near: str) -> str:
    """The two times that a clock may have shown."""
    if first.date() != last.date():
        return f"{_at(first, near)} or {_at(last, near)}"
    early = _timed(first)
    if _zone(first) == _zone(last):
        early = clock(first.hour, first.minute)
    return f"{day(first.date())}, {near} {early} or {_timed(last)}"


def _between(first: datetime, last: datetime) -> str:
    if first.date() != last.date():
        return f"between {_at(first, 'at')} and {_at(last, 'at')}"
    early = _timed(first) if _zone(first) != _zone(last) else clock(first.hour, first.minute)
    return f"{day(first.date())}, between {early} and {_timed(last)}"


def _zone(shown: datetime) -> str:
    """The name of the clock; where it showed the hour twice, by which of its times."""
    words, part = zone_words(str(shown.tzinfo)), season(shown)
    return f"{words.removesuffix('time')}{part} time" if part else words
