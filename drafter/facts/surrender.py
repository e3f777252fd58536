"""The surrender timeline: from the threat to the arrest, with bounds.

How each step is read is said at its function.  Throughout, an order counts only where
it is certain: what may have come at the same time or earlier is named in ``also``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from drafter.casefile.case import Case
from drafter.casefile.coercion import Threat
from drafter.casefile.fact import Fact
from drafter.casefile.matter import Charge, Disposition
from drafter.casefile.record import EventKind, Protection, Statement
from drafter.casefile.references import CLIENT
from drafter.facts.intervals import Span, span_between
from drafter.facts.moments import Moment

_LONG_AGO = datetime.min.replace(tzinfo=UTC)
_FAR = datetime.max.replace(tzinfo=UTC)
_LIVE = (Disposition.PENDING, Disposition.CONVICTED)
_BY_AUTHORITY = frozenset(
    {
        Protection.PROFFER_LETTER,
        Protection.IMMUNITY,
        Protection.PLEA_TALKS,
        Protection.ASYLUM_INTERVIEW,
    }
)


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


@dataclass(frozen=True, slots=True)
class Milestone:
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


@dataclass(frozen=True, slots=True)
class LabelledSpan:
    """The time from one step to another, both recorded."""

    id: str
    start: Milestone
    end: Milestone
    span: Span


@dataclass(frozen=True, slots=True)
class SurrenderTimeline:
    """The steps, and the time between them."""

    threat_made: Milestone
    offense_start: Milestone
    offense_end: Milestone
    threat_ended: Milestone
    believed_ended: Milestone
    first_safe: Milestone
    first_contact: Milestone
    surrender: Milestone
    arrest: Milestone
    continuing: bool | None
    """Whether some threat is recorded as continuing and its end is not; None: not known."""
    spans: tuple[LabelledSpan, ...]
    """Those of which both ends are recorded."""

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
            self.first_contact,
            self.surrender,
            self.arrest,
        )

    def span(self, id: str) -> Span | None:
        """The time of that id (`first_safe_to_surrender`); None: an end is not recorded."""
        return next((each.span for each in self.spans if each.id == id), None)


_SPANS = (
    ("threat_to_offense", Step.THREAT_MADE, Step.OFFENSE_START),
    ("offense", Step.OFFENSE_START, Step.OFFENSE_END),
    ("offense_to_end", Step.OFFENSE_START, Step.THREAT_ENDED),
    ("end_to_belief", Step.THREAT_ENDED, Step.BELIEVED_ENDED),
    ("end_to_first_safe", Step.THREAT_ENDED, Step.FIRST_SAFE),
    ("first_safe_to_contact", Step.FIRST_SAFE, Step.FIRST_CONTACT),
    ("first_safe_to_surrender", Step.FIRST_SAFE, Step.SURRENDER),
    ("first_safe_to_arrest", Step.FIRST_SAFE, Step.ARREST),
    ("end_to_contact", Step.THREAT_ENDED, Step.FIRST_CONTACT),
    ("end_to_surrender", Step.THREAT_ENDED, Step.SURRENDER),
    ("belief_to_surrender", Step.BELIEVED_ENDED, Step.SURRENDER),
    ("end_to_arrest", Step.THREAT_ENDED, Step.ARREST),
    ("offense_to_contact", Step.OFFENSE_END, Step.FIRST_CONTACT),
    ("offense_to_surrender", Step.OFFENSE_END, Step.SURRENDER),
    ("offense_to_arrest", Step.OFFENSE_END, Step.ARREST),
    ("surrender_to_arrest", Step.SURRENDER, Step.ARREST),
)


def surrender_of(case: Case, moments: Mapping[str, Moment]) -> SurrenderTimeline:
    """Find the steps of a case; ``moments`` are those of its record."""
    steps = _Steps(case, moments)
    made, start, end = steps.threat_made(), steps.offense_start(), steps.offense_end()
    ended = steps.threat_ended()
    found = (
        made,
        start,
        end,
        ended,
        steps.believed_ended(),
        steps.first_safe(start, ended),
        steps.first_contact(made),
        steps.first_event(Step.SURRENDER, EventKind.SURRENDER, start),
        steps.first_event(Step.ARREST, EventKind.ARREST, start),
    )
    return SurrenderTimeline(*found, steps.continuing(), tuple(_spans(found)))


def _spans(found: Iterable[Milestone]) -> Iterator[LabelledSpan]:
    steps = {each.step: each for each in found}
    for id, first, second in _SPANS:
        start, end = steps[first], steps[second]
        if start.recorded and end.recorded:
            yield LabelledSpan(id, start, end, span_between(start.moment, end.moment))


_Candidate = tuple[Fact | Charge, Moment | None]


class _Steps:
    """How each step is read from the record."""

    def __init__(self, case: Case, moments: Mapping[str, Moment]) -> None:
        self.case = case
        self.moments = moments

    def threat_made(self) -> Milestone:
        """The earliest threat tied to an offense; the earliest of all where none is."""
        tied = [each for each in self.case.threats if each.demanded_offense]
        return _earliest(Step.THREAT_MADE, self._at(tied or self.case.threats))

    def offense_start(self) -> Milestone:
        """When the first of the counts began that are pending or ended in conviction."""
        return _earliest(Step.OFFENSE_START, self._at(self._counts(), "start"))

    def offense_end(self) -> Milestone:
        """When the last of those counts ended."""
        return _latest(Step.OFFENSE_END, self._at(self._counts(), "end"))

    def continuing(self) -> bool | None:
        """Whether a threat is recorded as continuing and its end is not."""
        if not self.case.threats:
            return None
        answers = {each.continuing for each in self.case.threats if not self._ended(each)}
        return True if True in answers else None if None in answers else False

    def threat_ended(self) -> Milestone:
        """The latest recorded end of a threat, objectively.

        Not recorded while some threat is recorded as continuing without an end.  A threat
        of which neither is recorded could have ended later, and is named in ``also``.
        """
        if self.continuing():
            return Milestone(Step.THREAT_ENDED, None, None)
        return _latest(Step.THREAT_ENDED, self._at(self.case.threats, "ended"))

    def believed_ended(self) -> Milestone:
        """The latest moment at which the client is recorded as believing a threat ended."""
        told = [each for each in self.case.threats if each.believed_ended is not None]
        return _latest(Step.BELIEVED_ENDED, self._at(told, "believed_ended"))

    def first_safe(self, start: Milestone, ended: Milestone) -> Milestone:
        """The first safe opportunity that is not certainly over before offense and threat's end.

        An opportunity of which safety is not recorded is never it, but is named in
        ``also`` where it may have come before.
        """
        later = {
            chance.id: (chance, at)
            for chance, at in self._at(self.case.opportunities)
            if not _over(at, start.moment) or (ended.moment and not _over(at, ended.moment))
        }
        chances = [each for each in self.case.opportunities if each.id in later]
        first = _earliest(Step.FIRST_SAFE, [later[each.id] for each in chances if each.safe])
        unclear = [later[each.id] for each in chances if each.safe is None]
        also = [fact for fact, at in unclear if not _over(first.moment, at)]
        return Milestone(first.step, first.fact, first.moment, (*first.also, *also))

    def first_contact(self, made: Milestone) -> Milestone:
        """The first contact with an authority not certainly before the threat.

        That is an event recorded as contact with an authority or as surrender, or a
        statement of the client to an authority.  A `report` may be to anyone, so it is
        none: one made to an authority is recorded as `authority_contact`.
        """
        kinds = (EventKind.AUTHORITY_CONTACT, EventKind.SURRENDER)
        events: list[Fact] = [each for each in self.case.events if each.kind in kinds]
        spoken = [each for each in self.case.statements if _to_authority(each)]
        return _earliest(Step.FIRST_CONTACT, self._since(made, [*events, *spoken]))

    def first_event(self, step: Step, kind: EventKind, start: Milestone) -> Milestone:
        """The first event of a kind that is not certainly over before the offense began."""
        events = [each for each in self.case.events if each.kind is kind]
        return _earliest(step, self._since(start, events))

    def _counts(self) -> tuple[Charge, ...]:
        live = tuple(each for each in self.case.charges if each.disposition in _LIVE)
        return live or self.case.charges

    def _at(self, facts: Iterable[Fact | Charge], field: str = "") -> list[_Candidate]:
        tail = f".{field}" if field else ""
        return [(each, self.moments.get(each.id + tail)) for each in facts]

    def _since(self, first: Milestone, facts: Iterable[Fact]) -> list[_Candidate]:
        return [each for each in self._at(facts) if not _over(each[1], first.moment)]

    def _ended(self, threat: Threat) -> bool:
        moment = self.moments.get(f"{threat.id}.ended")
        return moment is not None and moment.known


def _earliest(step: Step, candidates: list[_Candidate]) -> Milestone:
    """The candidate that is over first, and those that may have come before it.

    An event `about 7:05` thus gives way to one at 6:55, though it may have been earlier.
    """
    if not candidates:
        return Milestone(step, None, None)
    first = min(candidates, key=lambda each: _order(each[1], _FAR))
    also = (fact for fact, at in candidates if fact is not first[0] and not _over(first[1], at))
    return Milestone(step, *first, tuple(also))


def _latest(step: Step, candidates: list[_Candidate]) -> Milestone:
    """The candidate that began last, and those that may have come after it."""
    dated = [each for each in candidates if each[1] and each[1].known]
    if not dated:
        return Milestone(step, None, None)
    last = max(dated, key=lambda each: _order(each[1], _LONG_AGO)[::-1])
    also = (fact for fact, at in candidates if fact is not last[0] and not _over(at, last[1]))
    return Milestone(step, *last, tuple(also))


def _order(moment: Moment | None, unbounded: datetime) -> tuple[datetime, datetime]:
    """The end and the start of a moment, a bound that it lacks replaced."""
    if moment is None:
        return unbounded, unbounded
    return moment.latest or unbounded, moment.earliest or unbounded


def _over(moment: Moment | None, next: Moment | None) -> bool:
    """Whether a moment is certainly over before the next begins."""
    shortest = span_between(moment, next).shortest
    return shortest is not None and shortest > timedelta()


def _to_authority(statement: Statement) -> bool:
    """Whether a statement is the client's to an authority.

    Custody and warnings are asked of talk with an authority only: one of them recorded,
    either way, says that it was; so does a protection that only an authority can give.
    """
    asked = statement.custodial is not None or statement.warned is not None
    if statement.protection is Protection.NONE:
        return statement.speaker == CLIENT and asked
    return statement.speaker == CLIENT and statement.protection in _BY_AUTHORITY
