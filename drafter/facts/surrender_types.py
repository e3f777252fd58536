"""The surrender timeline: its steps, and the time between them on every reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from operator import itemgetter

from msgspec import Struct

from drafter.casefile.coercion import Threat
from drafter.casefile.fact import Fact
from drafter.casefile.matter import Charge
from drafter.facts.clocks import ClockChange, clocks_set
from drafter.facts.intervals import Span, span_between
from drafter.facts.milestones import Milestone, Step


class LabelledSpan(Struct, frozen=True):
    """The time from one step to another, both recorded."""

    id: str
    start: Milestone
    end: Milestone
    span: Span
    """On every reading of the record: whatever could be a step is taken to be it in turn."""
    counted: Span
    """If the facts of ``start`` and ``end`` are the steps."""

    @property
    def clocks(self) -> tuple[ClockChange, ...]:
        """How the clocks by which the two are told, each by its own, were set in between."""
        ends = self.start.moment, self.end.moment
        return clocks_set(*ends, *(each.zone for each in ends if each))

    @property
    def conditions(self) -> tuple[Milestone, ...]:
        """The steps of which another reading gives another time; empty: ``counted`` is certain."""
        return tuple(
            step
            for step, (start, end) in (
                (self.start, (self.start.reach, self.end.moment)),
                (self.end, (self.start.moment, self.end.reach)),
            )
            if span_between(start, end) != self.counted
        )

    @property
    def only_longer(self) -> bool:
        """Whether another reading leaves the least as it is, and the most open."""
        counted, reach = self.counted, self.span
        longer = reach.longest is None and counted.longest is not None
        return longer and reach.shortest is not None and reach.shortest == counted.shortest


class LastThreat(Struct, frozen=True):
    """The last threat not certainly made after a count began, and how long before that it was."""

    charge: Charge
    threat: Fact
    span: Span
    """From the threat to the count; negative where it may have come after."""

    @property
    def id(self) -> str:
        """The count's id."""
        return self.charge.id


class EndedThreat(Struct, frozen=True):
    """A threat with an end, while another has none, and how long after that the surrender was."""

    threat: Threat
    span: Span

    @property
    def id(self) -> str:
        """The threat's id."""
        return self.threat.id


class SurrenderTimeline(Struct, frozen=True):
    """The steps, and the time between them."""

    threat_made: Milestone
    offense_start: Milestone
    offense_end: Milestone
    threat_ended: Milestone
    believed_ended: Milestone
    first_safe: Milestone
    earlier_contact: Milestone
    first_contact: Milestone
    later_contact: Milestone
    surrender: Milestone
    arrest: Milestone
    continuing: bool | None
    """Whether some threat is recorded as continuing and its end is not; None: not known."""
    spans: tuple[LabelledSpan, ...]
    """Those of which both ends are recorded."""
    last_threats: tuple[LastThreat, ...] = ()
    """By count, where it is another threat than the one the timeline starts from."""
    ended_threats: tuple[EndedThreat, ...] = ()
    """Those with an end, where the end of all is not recorded and a surrender is."""

    @property
    def steps(self) -> tuple[Milestone, ...]:
        """Every step, in the order in which they are asked."""
        return (
            self.threat_made,
            self.offense_start,
            self.offense_end,
            self.threat_ended,
            self.believed_ended,
            self.first_safe,
            self.earlier_contact,
            self.first_contact,
            self.later_contact,
            self.surrender,
            self.arrest,
        )

    @property
    def safe_since(self) -> datetime | None:
        """Before when the first safe opportunity cannot have come, recorded or not.

        It is none that was over before the offense and the end of the threats; None: it
        cannot be told when those were.
        """
        reach = self.safe_from.reach if self.safe_from else None
        return reach.earliest if reach else None

    @property
    def safe_from(self) -> Milestone | None:
        """The step before which it cannot have come; None: see ``safe_since``."""
        bounds = [self.offense_start, *([self.threat_ended] if self.threat_ended.moment else ())]
        known = [
            (each.reach.earliest, each) for each in bounds if each.reach and each.reach.earliest
        ]
        return min(known, key=itemgetter(0))[1] if len(known) == len(bounds) else None

    @property
    def ahead_of_arrest(self) -> bool | None:
        """Whether the surrender came before any arrest recorded; None: it cannot be told."""
        if not self.surrender.recorded or not self.arrest.recorded:
            return self.surrender.recorded or None
        found = self.labelled("surrender_to_arrest")
        return found.span.forward if found else None

    def labelled(self, id: str) -> LabelledSpan | None:
        """The time of that id (`first_safe_to_surrender`); None: an end is not recorded."""
        return next((each for each in self.spans if each.id == id), None)

    def span(self, id: str) -> Span | None:
        """That time on every reading of the record."""
        found = self.labelled(id)
        return found.span if found else None


_SPANS = (
    ("threat_to_offense", Step.THREAT_MADE, Step.OFFENSE_START),
    ("threat_to_earlier_contact", Step.THREAT_MADE, Step.EARLIER_CONTACT),
    ("earlier_contact_to_offense", Step.EARLIER_CONTACT, Step.OFFENSE_START),
    ("offense", Step.OFFENSE_START, Step.OFFENSE_END),
    ("offense_to_end", Step.OFFENSE_START, Step.THREAT_ENDED),
    ("end_to_belief", Step.THREAT_ENDED, Step.BELIEVED_ENDED),
    ("end_to_first_safe", Step.THREAT_ENDED, Step.FIRST_SAFE),
    ("first_safe_to_contact", Step.FIRST_SAFE, Step.FIRST_CONTACT),
    ("first_safe_to_surrender", Step.FIRST_SAFE, Step.SURRENDER),
    ("first_safe_to_arrest", Step.FIRST_SAFE, Step.ARREST),
    ("end_to_contact", Step.THREAT_ENDED, Step.FIRST_CONTACT),
    ("end_to_later_contact", Step.THREAT_ENDED, Step.LATER_CONTACT),
    ("end_to_surrender", Step.THREAT_ENDED, Step.SURRENDER),
    ("belief_to_surrender", Step.BELIEVED_ENDED, Step.SURRENDER),
    ("end_to_arrest", Step.THREAT_ENDED, Step.ARREST),
    ("offense_to_contact", Step.OFFENSE_END, Step.FIRST_CONTACT),
    ("offense_to_surrender", Step.OFFENSE_END, Step.SURRENDER),
    ("offense_to_arrest", Step.OFFENSE_END, Step.ARREST),
    ("surrender_to_arrest", Step.SURRENDER, Step.ARREST),
)


def spans_of(found: tuple[Milestone, ...]) -> Iterator[LabelledSpan]:
    """The time between steps, where the record has both."""
    steps = {each.step: each for each in found}
    for id, first, second in _SPANS:
        start, end = steps[first], steps[second]
        if start.recorded and end.recorded and not (_one(start, end) or _again(steps, second)):
            reach = span_between(start.reach, end.reach)
            yield LabelledSpan(id, start, end, reach, span_between(start.moment, end.moment))


def _one(start: Milestone, end: Milestone) -> bool:
    """Whether what came next is what the end of the offense is recorded by: no time passed."""
    same = start.moment is not None and start.moment.exact and start.moment == end.moment
    return start.step is Step.OFFENSE_END and same


def _again(steps: Mapping[Step, Milestone], second: Step) -> bool:
    """Whether a contact is the arrest, to which the time is told as that."""
    found = steps[second].fact
    contact = second in (Step.FIRST_CONTACT, Step.LATER_CONTACT)
    return contact and found is not None and found is steps[Step.ARREST].fact
