"""The surrender timeline: from the threat to the arrest, with bounds.

How each step is read is said at its function.  Throughout, an order counts only where
it is certain: what may have come at the same time or earlier is named in ``also``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from drafter.casefile.case import Case
from drafter.casefile.coercion import Threat
from drafter.casefile.fact import Fact
from drafter.casefile.matter import Charge, Disposition
from drafter.casefile.record import EventKind, Protection, Statement
from drafter.casefile.references import CLIENT
from drafter.facts.intervals import Span, span_between
from drafter.facts.milestones import Candidate, Milestone, Step, earliest, latest, over
from drafter.facts.moments import Moment

__all__ = ["LabelledSpan", "Milestone", "Step", "SurrenderTimeline", "surrender_of"]

_LIVE = (Disposition.PENDING, Disposition.CONVICTED)
_BY_AUTHORITY = frozenset(
    {
        Protection.PROFFER_LETTER,
        Protection.IMMUNITY,
        Protection.PLEA_TALKS,
        Protection.ASYLUM_INTERVIEW,
    }
)


class LabelledSpan(Struct, frozen=True):
    """The time from one step to another, both recorded."""

    id: str
    start: Milestone
    end: Milestone
    span: Span


class SurrenderTimeline(Struct, frozen=True):
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


class _Steps:
    """How each step is read from the record."""

    def __init__(self, case: Case, moments: Mapping[str, Moment]) -> None:
        self.case = case
        self.moments = moments

    def threat_made(self) -> Milestone:
        """The earliest threat tied to an offense; the earliest of all where none is."""
        tied = [each for each in self.case.threats if each.demanded_offense]
        return earliest(Step.THREAT_MADE, self._at(tied or self.case.threats))

    def offense_start(self) -> Milestone:
        """When the first of the counts began that are pending or ended in conviction."""
        return earliest(Step.OFFENSE_START, self._at(self._counts(), "start"))

    def offense_end(self) -> Milestone:
        """When the last of those counts ended."""
        return latest(Step.OFFENSE_END, self._at(self._counts(), "end"))

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
        return latest(Step.THREAT_ENDED, self._at(self.case.threats, "ended"))

    def believed_ended(self) -> Milestone:
        """The latest moment at which the client is recorded as believing a threat ended."""
        told = [each for each in self.case.threats if each.believed_ended is not None]
        return latest(Step.BELIEVED_ENDED, self._at(told, "believed_ended"))

    def first_safe(self, start: Milestone, ended: Milestone) -> Milestone:
        """The first safe opportunity that is not certainly over before offense and threat's end.

        An opportunity of which safety is not recorded is never it, but is named in
        ``also`` where it may have come before.
        """
        later = {
            chance.id: (chance, at)
            for chance, at in self._at(self.case.opportunities)
            if not over(at, start.moment) or (ended.moment and not over(at, ended.moment))
        }
        chances = [each for each in self.case.opportunities if each.id in later]
        first = earliest(Step.FIRST_SAFE, [later[each.id] for each in chances if each.safe])
        unclear = [later[each.id] for each in chances if each.safe is None]
        also = [fact for fact, at in unclear if not over(first.moment, at)]
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
        return earliest(Step.FIRST_CONTACT, self._since(made, [*events, *spoken]))

    def first_event(self, step: Step, kind: EventKind, start: Milestone) -> Milestone:
        """The first event of a kind that is not certainly over before the offense began."""
        events = [each for each in self.case.events if each.kind is kind]
        return earliest(step, self._since(start, events))

    def _counts(self) -> tuple[Charge, ...]:
        live = tuple(each for each in self.case.charges if each.disposition in _LIVE)
        return live or self.case.charges

    def _at(self, facts: Iterable[Fact | Charge], field: str = "") -> list[Candidate]:
        tail = f".{field}" if field else ""
        return [(each, self.moments.get(each.id + tail)) for each in facts]

    def _since(self, first: Milestone, facts: Iterable[Fact]) -> list[Candidate]:
        return [each for each in self._at(facts) if not over(each[1], first.moment)]

    def _ended(self, threat: Threat) -> bool:
        moment = self.moments.get(f"{threat.id}.ended")
        return moment is not None and moment.known


def _to_authority(statement: Statement) -> bool:
    """Whether a statement is the client's to an authority.

    Custody and warnings are asked of talk with an authority only: one of them recorded,
    either way, says that it was; so does a protection that only an authority can give.
    """
    asked = statement.custodial is not None or statement.warned is not None
    if statement.protection is Protection.NONE:
        return statement.speaker == CLIENT and asked
    return statement.speaker == CLIENT and statement.protection in _BY_AUTHORITY
