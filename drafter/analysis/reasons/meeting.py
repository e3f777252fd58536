"""What meets a reason against the defense, of all that the record bears out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from drafter.analysis.findings import Met
from drafter.analysis.predicates.answers import Answers
from drafter.analysis.predicates.chances import answer_for
from drafter.analysis.predicates.hours import PROMPT
from drafter.analysis.predicates.standing import (
    OF_COUNTS,
    TO_THE_END,
    WHILE_IT_STANDS,
    StandingThreats,
    moments_in,
    outlasting,
    reaches,
    threats_in,
)
from drafter.analysis.predicates.table import TESTS
from drafter.analysis.reasons.forms import NOT_SHOWN, proof_of
from drafter.casefile.coercion import Opportunity, Threat
from drafter.casefile.fact import Fact
from drafter.casefile.record import Event, Evidence


class Meeting:
    """The answers of one case to what is said against it, each looked for once."""

    def __init__(self, answers: Answers) -> None:
        self.answers = answers
        self.setting = answers.setting
        self._known: dict[str, Fact | None] = {}
        self._stood: dict[str, StandingThreats] = {}
        self._past: dict[tuple[str, ...], Fact | None] = {}
        self._of_counts: dict[tuple[str, ...], Fact | None] = {}

    def by(self, fact: Fact, predicates: Iterable[str]) -> tuple[Met, ...]:
        """What meets a reason on a fact: of each predicate the first fact that comes in."""
        found: dict[str, tuple[Fact, list[str]]] = {}
        for predicate in predicates:
            if answer := self._answer(fact, predicate):
                found.setdefault(answer.id, (answer, []))[1].append(predicate)
        return tuple([Met(answer, tuple(names)) for answer, names in found.values()])

    def _answer(self, fact: Fact, predicate: str) -> Fact | None:
        """The fact that bears an answer out and comes in.

        What is said of one opportunity, or by one item, answers that one alone (of an item, see
        ``answer_for``); a threat that went on, or whose maker watched, answers for what happened
        before it was over; a threat for another, if it can bear on the counts of that one; an
        opportunity for what is not after it; anything else wherever it stands in the case.
        """
        tests, sort = TESTS[predicate], self.answers.sorts[fact.id]
        if sort is Evidence and (Opportunity in tests or Evidence in tests):
            answer = answer_for(cast(Evidence, fact), predicate, self.answers)
        elif sort is Opportunity and Opportunity in tests:
            answer = self.answers.of(fact, predicate)
        elif predicate in WHILE_IT_STANDS and (shown := moments_in(fact, self.setting)):
            stood = map(self._standing(predicate).at, shown)
            return next(filter(None, stood), None)
        elif predicate == TO_THE_END and isinstance(fact, Threat):
            return self._outlasting(fact)
        elif Opportunity in tests and isinstance(fact, (Event, Threat)):
            return self._later(fact, predicate)
        elif predicate in OF_COUNTS and (threats := threats_in(fact, self.setting)):
            return self._reaching(threats, predicate)
        else:
            return self._anywhere(predicate)
        shown_by = answer.shown_by or next(iter(answer.others), fact)
        return shown_by if answer.holds and self._comes_in(shown_by) else None

    def _later(self, fact: Event | Threat, predicate: str) -> Fact | None:
        """The first fact that bears an answer out, comes in and was not over long before.

        What was so at one moment says nothing of a day after it; and nothing before a threat
        says what the client did about the threat, nor what was so once the offense was over.
        """
        moment = self.setting.moment(fact.id)
        start = moment.earliest if moment else None
        if start and isinstance(fact, Event):
            start -= PROMPT
        for each, shown_by in self.answers.borne_out(predicate):
            at = self.setting.moment(each.id) if isinstance(each, Opportunity) else None
            over = start and at and at.latest and at.latest < start
            past = isinstance(fact, Threat) and at and self.setting.is_past(at, fact)
            if not over and not past and self._comes_in(shown_by):
                return shown_by
        return None

    def _outlasting(self, threat: Threat) -> Fact | None:
        counts = tuple(each.id for each in self.setting.charges_of(threat))
        if counts not in self._past:
            found = outlasting(threat, self.answers)
            self._past[counts] = next(filter(self._comes_in, found), None)
        return self._past[counts]

    def _reaching(self, threats: Iterable[Threat], predicate: str) -> Fact | None:
        """What is recorded of some threats themselves, else the first that can bear on their
        counts, and comes in.
        """
        for threat in threats:
            answer = self.answers.of(threat, predicate)
            shown_by = answer.shown_by or threat
            if answer.holds and self._comes_in(shown_by):
                return shown_by
        found = (self._first_reaching(threat, predicate) for threat in threats)
        return next(filter(None, found), None)

    def _first_reaching(self, threat: Threat, predicate: str) -> Fact | None:
        key = (predicate, *(each.id for each in self.setting.charges_of(threat)))
        if key not in self._of_counts:
            self._of_counts[key] = next(
                (
                    shown_by
                    for each, shown_by in self.answers.borne_out(predicate)
                    if reaches(predicate, each, threat, self.setting) and self._comes_in(shown_by)
                ),
                None,
            )
        return self._of_counts[key]

    def _standing(self, predicate: str) -> StandingThreats:
        if predicate not in self._stood:
            threats = filter(self._comes_in, self.answers.bearing_out(predicate))
            self._stood[predicate] = StandingThreats(threats, self.setting)
        return self._stood[predicate]

    def _anywhere(self, predicate: str) -> Fact | None:
        if predicate not in self._known:
            facts = self.answers.bearing_out(predicate)
            self._known[predicate] = next(filter(self._comes_in, facts), None)
        return self._known[predicate]

    def _comes_in(self, fact: Fact) -> bool:
        return proof_of(fact, self.setting)[0] is not NOT_SHOWN
