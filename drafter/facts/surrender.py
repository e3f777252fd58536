"""The surrender timeline: from the threat to the arrest, with bounds.

How each step is read is said at its function.  Throughout, an order counts only where
it is certain: what may have come at the same time or earlier is named in ``also``, and the
time between two steps is bounded by every reading that this leaves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from drafter.casefile.case import Case
from drafter.casefile.coercion import Threat
from drafter.casefile.fact import Fact
from drafter.casefile.matter import Charge, Disposition
from drafter.casefile.record import Event, EventKind
from drafter.facts.contacts import contacts_of, hour_of
from drafter.facts.grave import is_lesser
from drafter.facts.intervals import span_between
from drafter.facts.milestones import Candidate, Milestone, Step, earliest, latest, over
from drafter.facts.moments import Moment
from drafter.facts.surrender_types import (
    EndedThreat,
    LabelledSpan,
    LastThreat,
    SurrenderTimeline,
    spans_of,
)

__all__ = ["LabelledSpan", "Milestone", "Step", "SurrenderTimeline", "surrender_of"]

_LIVE = (Disposition.PENDING, Disposition.CONVICTED)


def surrender_of(case: Case, moments: Mapping[str, Moment]) -> SurrenderTimeline:
    """Find the steps of a case; ``moments`` are those of its record."""
    steps = _Steps(case, moments)
    made, start, ended = steps.threat_made(), steps.offense_start(), steps.threat_ended()
    earlier, first, later = steps.contacts(made, start, ended)
    found = (
        made,
        start,
        steps.offense_end(),
        ended,
        steps.believed_ended(),
        steps.first_safe(made, start, ended),
        earlier,
        first,
        later,
        steps.first_event(Step.SURRENDER, EventKind.SURRENDER, start),
        steps.first_event(Step.ARREST, EventKind.ARREST, start),
    )
    last = tuple(each for each in steps.last_threats() if each.threat != made.fact)
    since = tuple(steps.ended_threats(found[-2])) if ended.moment is None else ()
    return SurrenderTimeline(*found, steps.continuing(), tuple(spans_of(found)), last, since)


class _Steps:
    """How each step is read from the record."""

    def __init__(self, case: Case, moments: Mapping[str, Moment]) -> None:
        self.case = case
        self.moments = moments
        self.threats = tuple(self._in_time()) or case.threats
        self.grave = tuple(e for e in self.threats if not is_lesser(e)) or self.threats
        """Those whose end is asked about: a job at stake holds no danger of death open."""

    def _in_time(self) -> Iterator[Threat]:
        """Yield the threats not certainly made when every count was over: those end nothing."""
        ends = [self.moments.get(f"{each.id}.end") for each in self._counts()]
        for each in self.case.threats:
            made = self.moments.get(each.id)
            if not all(over(end, made) for end in ends):
                yield each

    def threat_made(self) -> Milestone:
        """The earliest threat tied to an offense; the earliest of all where none is."""
        tied = [each for each in self.threats if each.demanded_offense]
        return earliest(Step.THREAT_MADE, self._at(tied or self.threats))

    def last_threats(self) -> Iterator[LastThreat]:
        """For each of those counts, the last threat of those not certainly made after it began."""
        for charge in self._counts():
            start = self.moments.get(f"{charge.id}.start")
            made = [each for each in self._at(self.threats) if not over(start, each[1])]
            last = latest(Step.THREAT_MADE, made)
            if start and start.known and isinstance(last.fact, Fact):
                yield LastThreat(charge, last.fact, span_between(last.moment, start))

    def ended_threats(self, surrender: Milestone) -> Iterator[EndedThreat]:
        """Each threat with an end that the surrender came after, or may have, and the time."""
        for each in self.case.threats:
            span = span_between(self.moments.get(f"{each.id}.ended"), surrender.moment)
            if span.known and span.forward is not False:
                yield EndedThreat(each, span)

    def offense_start(self) -> Milestone:
        """When the first of the counts began that are pending or ended in conviction."""
        return earliest(Step.OFFENSE_START, self._at(self._counts(), "start"))

    def offense_end(self) -> Milestone:
        """When the last of those counts ended."""
        return latest(Step.OFFENSE_END, self._at(self._counts(), "end"))

    def continuing(self) -> bool | None:
        """Whether a threat is recorded as continuing and its end is not."""
        if not self.threats:
            return None
        answers = {each.continuing for each in self.grave if not self._ended(each)}
        return True if True in answers else None if None in answers else False

    def threat_ended(self) -> Milestone:
        """The latest recorded end of a threat, objectively.

        Not recorded while some threat is recorded as continuing without an end.  A threat
        of which neither is recorded could have ended later: it is named in ``also``, and
        leaves the end of the coercion open.
        """
        if self.continuing():
            return Milestone(Step.THREAT_ENDED, None, None)
        return latest(Step.THREAT_ENDED, self._at(self.grave, "ended"))

    def believed_ended(self) -> Milestone:
        """The latest moment at which the client is recorded as believing a threat ended.

        A threat of which no such belief is recorded could have been feared for longer.
        """
        return latest(Step.BELIEVED_ENDED, self._at(self.grave, "believed_ended"))

    def first_safe(self, made: Milestone, start: Milestone, ended: Milestone) -> Milestone:
        """The first safe opportunity that is not certainly over before offense and threat's end.

        Nor before the first threat, where it is known of each when it was made.

        An opportunity of which safety is not recorded is never it, but is named in
        ``also`` where it may have come before.  So is one from before the offense, after
        the last end recorded of a threat, where another threat's end is not.
        """
        sure: list[Candidate] = []
        doubtful: list[Candidate] = []
        for chance in self.case.opportunities:
            at = self.moments.get(chance.id)
            in_time = not over(at, start.moment)
            between = ended.moment is not None and not over(at, ended.moment)
            if over(at, made.moment) and not made.undated:
                continue
            if chance.safe is not False and (in_time or between):
                certain = chance.safe and (in_time or not ended.undated)
                (sure if certain else doubtful).append((chance, at))
        return earliest(Step.FIRST_SAFE, sure, doubtful)

    def contacts(
        self, made: Milestone, start: Milestone, ended: Milestone
    ) -> tuple[Milestone, Milestone, Milestone]:
        """The first contacts with an authority not certainly before the threat.

        They are the first certainly before the offense, the first of the others, and,
        where that came before the threat's end, the first after it.  One of which only the
        day is known is told by the opportunity at which it was made.  An arrest is one too,
        from when the offense began, where it was over before any other: an authority made it.
        """
        every = [self._by_the_hour(each) for each in self._since(made, contacts_of(self.case))]
        early = [each for each in every if over(each[1], start.moment)]
        others = [each for each in every if not over(each[1], start.moment)]
        others += [each for each in self._arrests(start) if _first(each, others)]
        after = [each for each in others if not over(each[1], ended.moment)]
        later = after if len(after) < len(others) else []
        return (
            earliest(Step.EARLIER_CONTACT, early),
            earliest(Step.FIRST_CONTACT, others),
            earliest(Step.LATER_CONTACT, later),
        )

    def _arrests(self, start: Milestone) -> list[Candidate]:
        return self._since(start, self._of_kind(EventKind.ARREST))

    def _by_the_hour(self, contact: Candidate) -> Candidate:
        """The opportunity at which a contact known by its day was made, else the contact."""
        chance = hour_of(contact[1], self.case, self.moments)
        return contact if chance is None else (chance, self.moments.get(chance.id))

    def first_event(self, step: Step, kind: EventKind, start: Milestone) -> Milestone:
        """The first event of a kind that is not certainly over before the offense began."""
        return earliest(step, self._since(start, self._of_kind(kind)))

    def _of_kind(self, kind: EventKind) -> list[Event]:
        return [each for each in self.case.events if each.kind is kind]

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


def _first(arrest: Candidate, contacts: Iterable[Candidate]) -> bool:
    """Whether an arrest is certainly over before every contact."""
    return all(over(arrest[1], at) for _, at in contacts)
