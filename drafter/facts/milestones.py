"""Steps of the surrender timeline, and how one of several candidates is chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from drafter.casefile.fact import Fact
from drafter.casefile.matter import Charge
from drafter.facts.intervals import span_between
from drafter.facts.moments import Bounds, Moment, as_written

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
    EARLIER_CONTACT = "earlier_contact"
    """Before the offense."""
    FIRST_CONTACT = "first_contact"
    """From when the offense began."""
    LATER_CONTACT = "later_contact"
    """The first once the threat had ended, where the first of all came before that."""
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
    together: tuple[Fact | Charge, ...] = ()
    """Those of ``also`` recorded for the same moment: they may be one happening."""
    undated: tuple[Fact | Charge, ...] = ()
    """Those of ``also`` of which no moment is recorded: a later or earlier one is not shut out."""
    reach: Moment | None = None
    """``moment`` stretched over everything that could be it; None: not recorded."""

    @property
    def apart(self) -> tuple[Fact | Charge, ...]:
        """Those of ``also`` recorded for another moment, or for none."""
        together = {each.id for each in self.together}  # facts are slow to compare whole
        return tuple(each for each in self.also if each.id not in together)

    @property
    def id(self) -> str:
        """The step's word."""
        return self.step.value

    @property
    def recorded(self) -> bool:
        """Whether anything is known of when it was."""
        return self.moment is not None and self.moment.known

    @property
    def settled(self) -> bool:
        """Whether nothing in ``also`` would put it earlier or later than ``moment`` does."""
        return _bounds(self.moment) == _bounds(self.reach)


def earliest(
    step: Step, candidates: list[Candidate], doubtful: Iterable[Candidate] = ()
) -> Milestone:
    """The candidate that is over first as written, and those that may have come before it.

    An event `about 7:05` thus gives way to one at 6:55, though it may have been earlier,
    and a whole month to a day in it.  What is ``doubtful`` may be no candidate at all: it
    is never the step, and is named where it may have come before.
    """
    if not candidates:
        return Milestone(step, None, None, tuple(fact for fact, _ in doubtful))
    first = min(candidates, key=lambda each: _order(each[1], _FAR))
    also = [
        (fact, at)
        for fact, at in (*candidates, *doubtful)
        if fact is not first[0] and not over(first[1], at)
    ]
    ends = [at.latest for _, at in candidates if at and at.latest]
    starts = [at.earliest if at else None for _, at in (first, *also)]
    return _milestone(step, first, also, _all(min, starts), min(ends, default=None))


def latest(step: Step, candidates: list[Candidate]) -> Milestone:
    """The candidate that began last as written, and those that may have come after it."""
    dated = [each for each in candidates if each[1] and each[1].known]
    if not dated:
        return Milestone(step, None, None)
    last = max(dated, key=lambda each: _order(each[1], _LONG_AGO)[::-1])
    also = [(fact, at) for fact, at in candidates if fact is not last[0] and not over(at, last[1])]
    starts = [at.earliest for _, at in dated if at and at.earliest]
    ends = [at.latest if at else None for _, at in (last, *also)]
    return _milestone(step, last, also, max(starts, default=None), _all(max, ends))


def _milestone(
    step: Step,
    chosen: Candidate,
    also: list[Candidate],
    start: datetime | None,
    end: datetime | None,
) -> Milestone:
    fact, moment = chosen
    return Milestone(
        step,
        fact,
        moment,
        tuple(each for each, _ in also),
        tuple(each for each, at in also if at and at == moment),
        tuple(each for each, at in also if not (at and at.known)),
        replace(moment, earliest=start, latest=end) if moment else None,
    )


def _all(
    choose: Callable[[list[datetime]], datetime], bounds: list[datetime | None]
) -> datetime | None:
    """The least or the greatest of some bounds; None where one of them is open."""
    known = [each for each in bounds if each is not None]
    return choose(known) if known and len(known) == len(bounds) else None


def _bounds(moment: Moment | None) -> Bounds:
    return (moment.earliest, moment.latest) if moment else (None, None)


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
