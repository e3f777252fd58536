"""Steps of the surrender timeline, and how one of several candidates is chosen."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from drafter.casefile.fact import Fact
from drafter.casefile.matter import Charge
from drafter.facts.intervals import span_between
from drafter.facts.moments import Moment, as_written

_LONG_AGO = datetime.min.replace(tzinfo=UTC)
_FAR = datetime.max.replace(tzinfo=UTC)

Candidate = tuple[Fact | Charge, Moment | None]
"""A fact or count that may be the step, and its moment there."""


class Step(StrEnum):
    """A step of the surrender timeline."""

    THREAT_MADE = "threat_made"
    OFFENSE_START = "offense_start"
    OFFENSE_END = "offense_end"
    THREAT_ENDED = "threat_ended"
    """Objectively."""
    BELIEVED_ENDED = "believed_ended"
    """In the client's mind."""
    FIRST_SAFE = "first_safe"
    FIRST_CONTACT = "first_contact"
    SURRENDER = "surrender"
    ARREST = "arrest"


class Milestone(Struct, frozen=True):
    """One step, and the fact that is it."""

    step: Step
    fact: Fact | Charge | None
    """None: nothing recorded is it."""
    moment: Moment | None
    """None: not recorded."""
    also: tuple[Fact | Charge, ...] = ()
    """Others that could be it, where the record does not decide."""

    @property
    def id(self) -> str:
        """The step's word."""
        return self.step.value

    @property
    def recorded(self) -> bool:
        """Whether anything is known of when it was."""
        return self.moment is not None and self.moment.known


def earliest(step: Step, candidates: list[Candidate]) -> Milestone:
    """The candidate that is over first as written, and those that may have come before it.

    An event `about 7:05` thus gives way to one at 6:55, though it may have been earlier,
    and a whole month to a day in it.
    """
    if not candidates:
        return Milestone(step, None, None)
    first = min(candidates, key=lambda each: _order(each[1], _FAR))
    also = (fact for fact, at in candidates if fact is not first[0] and not over(first[1], at))
    return Milestone(step, *first, tuple(also))


def latest(step: Step, candidates: list[Candidate]) -> Milestone:
    """The candidate that began last as written, and those that may have come after it."""
    dated = [each for each in candidates if each[1] and each[1].known]
    if not dated:
        return Milestone(step, None, None)
    last = max(dated, key=lambda each: _order(each[1], _LONG_AGO)[::-1])
    also = (fact for fact, at in candidates if fact is not last[0] and not over(at, last[1]))
    return Milestone(step, *last, tuple(also))


def _order(moment: Moment | None, unbounded: datetime) -> tuple[datetime, datetime]:
    """The end and the start of a moment, a bound that it lacks replaced."""
    if moment is None:
        return unbounded, unbounded
    first, last = as_written(moment)
    return last or unbounded, first or unbounded


def over(moment: Moment | None, next: Moment | None) -> bool:
    """Whether a moment is certainly over before the next begins."""
    shortest = span_between(moment, next).shortest
    return shortest is not None and shortest > timedelta()
