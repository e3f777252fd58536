"""Every reason of a case: the rules of its court and the effects of its evidence, on its facts.

A rule is asked of one fact after another.  Where all it asks holds, there is a reason;
where a missing fact leaves it open, the reason says what the answer would do; where
anything it asks is known not to hold, there is none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import cast

from drafter.analysis.findings import Direction, Met, Reason
from drafter.analysis.predicates.answer import YES, Answer, together
from drafter.analysis.predicates.answers import Answers
from drafter.analysis.predicates.chances import answer_for, chances_in
from drafter.analysis.predicates.hours import PROMPT
from drafter.analysis.predicates.opportunities import no_way_out
from drafter.analysis.predicates.setting import Setting, lasted
from drafter.analysis.predicates.standing import (
    TO_THE_END,
    WHILE_IT_STANDS,
    StandingThreats,
    outlasting,
)
from drafter.analysis.predicates.table import SECTIONS, TESTS, Sort
from drafter.analysis.reasons.forms import CLIENTS, NOT_SHOWN, Proof, proof_for, proof_of, retold
from drafter.analysis.reasons.plans import Ground, Plans, plans_for
from drafter.analysis.reasons.types import Reasons
from drafter.casefile.coercion import Opportunity, Threat
from drafter.casefile.fact import Fact
from drafter.casefile.matter import Charge
from drafter.casefile.record import Event, Evidence
from drafter.doctrine.circuit import Circuit
from drafter.doctrine.in_force import Doctrine
from drafter.doctrine.vocabulary import Concept
from drafter.facts.gaps import Gap


def find_reasons(
    setting: Setting, doctrine: Doctrine, circuit: Circuit, charges: tuple[Charge, ...]
) -> Reasons:
    """Find every reason in a court for some counts."""
    offenses = frozenset(charge.offense for charge in charges)
    search = _Search(setting, plans_for(doctrine, circuit.id, offenses))
    search.run()
    return search.found()


class _Search:
    """One walk over the facts, in the order of the case file."""

    def __init__(self, setting: Setting, plans: Plans) -> None:
        self.setting = setting
        self.plans = plans
        self.answers = Answers(setting)
        self.known: list[Reason] = []
        self.open: dict[str, Reason] = {}
        self.of_item: dict[str, list[Reason]] = {}
        self.elsewhere: dict[str, Fact | None] = {}
        self.standing: dict[str, StandingThreats] = {}
        self.past: dict[tuple[str, ...], Fact | None] = {}

    def run(self) -> None:
        """Ask every rule of every fact, and every effect of every item."""
        for sort, section in SECTIONS.items():
            if gap := self.setting.record.gap(section):
                self._empty(sort, gap)
        sorts, by_sort = self.answers.sorts, self.plans.by_sort
        for fact in self.setting.facts.values():
            sort = sorts[fact.id]
            if sort is Evidence:
                self._item(cast(Evidence, fact))
            elif (grounds := by_sort.get(sort)) and self.setting.threatened_at(fact):
                self._fact(fact, grounds)

    def found(self) -> Reasons:
        """Sort what was found by element: facts in the order of the walk, then gaps."""
        of: dict[Concept, list[Reason]] = defaultdict(list)
        for each in (*self.known, *self.open.values()):
            of[each.element].append(each)
        return Reasons(
            self.answers,
            self.plans.asked,
            self.plans.unless,
            self._answering,
            {concept: tuple(reasons) for concept, reasons in of.items()},
            {item: tuple(reasons) for item, reasons in self.of_item.items()},
        )

    def _empty(self, sort: Sort, gap: Gap) -> None:
        """Leave open what the facts of an empty section would answer, had it any."""
        for ground in self.plans.by_sort.get(sort, ()):
            if TESTS[ground.own[0]][sort].fields:
                self._open(ground, gap, ())

    def _fact(self, fact: Fact, grounds: Iterable[Ground]) -> None:
        known = self.answers.all_of(fact)
        for ground in grounds:
            answer = known[ground.own[0]]
            if answer.holds or answer.gap:
                self._conclude(ground, fact, self._rest(ground, fact, answer))

    def _rest(self, ground: Ground, fact: Fact, answer: Answer) -> Answer:
        """The answer to everything a rule asks, its first predicate being answered so."""
        if len(ground.own) > 1:
            answer = self.answers.together(fact, ground.own)
        if ground.elsewhere:
            answer = together((answer, *map(self.answers.somewhere, ground.elsewhere)))
        return answer

    def _item(self, item: Evidence) -> None:
        """Ask the rules of the traits of an item, and the effects of its kind of it."""
        found, open_ = [], []
        for trait in self.answers.own_traits.get(item.id, ()):
            for ground in self.plans.by_trait.get(trait, ()):
                found.append(self._conclude(ground, item, self._rest(ground, item, YES)))
        over = self._over(item)
        for ground in self.plans.by_kind[item.kind]:
            if over and ground.element is Concept.ESCAPE and ground.direction is Direction.HURTS:
                continue
            answer = self.answers.all_near(item, ground.own)
            if answer.holds:
                found.append(self._conclude(ground, item, answer))
            elif answer.gap:
                open_.append(self._conclude(ground, item, answer))
        self.of_item[item.id] = [each for each in (*found, *open_) if each]

    def _over(self, item: Evidence) -> bool:
        """Whether all that an item shows of the ways out was none: the offense was over, or
        nothing had been threatened yet.

        Of one that shows the client on the way and no opportunity: it, and whatever it shows.
        """
        shown: tuple[Fact, ...] = chances_in(item, self.setting)
        if not shown and "item_shows_movement" in item.traits:
            shown = (item, *self.setting.record.evidence.facts_for(item.id))
        return bool(shown) and all(no_way_out(each, self.setting) for each in shown)

    def _conclude(self, ground: Ground, fact: Fact, answer: Answer) -> Reason | None:
        if answer.gap:
            facts = _once((fact, *answer.others))
            return self._open(ground, answer.gap, facts, answer.also)
        return self._reason(ground, fact, answer) if answer.holds else None

    def _open(
        self, ground: Ground, gap: Gap, facts: tuple[Fact, ...], also: tuple[Gap, ...] = ()
    ) -> Reason:
        reason = Reason(
            ground.id,
            ground.element,
            ground.direction,
            ground.because,
            ground.authority,
            ground.persuasive,
            gap=gap,
            others=facts,
            marks=ground.marks,
            also=also,
        )
        self.open.setdefault(reason.id, reason)
        return reason

    def _reason(self, ground: Ground, fact: Fact, answer: Answer) -> Reason:
        forms, voices = self._proof(ground, fact, answer)
        reason = Reason(
            ground.id,
            ground.element,
            ground.direction,
            ground.lasting if self._lasted(fact, answer) else ground.because,
            ground.authority,
            ground.persuasive,
            fact,
            None,
            _once((*answer.others, *self._opening(fact, answer))),
            forms,
            voices,
            self._answering(fact, ground.unless) if ground.unless else (),
            ground.marks,
        )
        self.known.append(reason)
        return reason

    def _lasted(self, fact: Fact, answer: Answer) -> bool:
        chances = (each for each in (fact, *answer.others) if isinstance(each, Opportunity))
        return any(lasted(self.setting.moment(each.id)) for each in chances)

    def _opening(self, fact: Fact, answer: Answer) -> Iterable[Threat]:
        """The threats without which no rule would be asked of the moments a reason rests on."""
        shown = chances_in(fact, self.setting) if isinstance(fact, Evidence) else ()
        for each in (fact, *answer.others, *shown):
            if isinstance(each, Opportunity):
                yield from self.setting.opened_by(each)

    def _proof(self, ground: Ground, fact: Fact, answer: Answer) -> Proof:
        """How a reason comes in: an item as it does itself, a fact as what bears it out does.

        All else that a rule needs must come in too.
        """
        if ground.by_kind:
            forms, voices = proof_of(fact, self.setting)
            again = retold(ground.own, cast(Evidence, fact), self.setting)
            return forms, CLIENTS if again and voices else voices
        forms, voices = proof_for(ground.own, answer.shown_by or fact, self.setting)
        if answer.others and not all(map(self._comes_in, answer.others)):
            forms = NOT_SHOWN
        return forms, voices

    def _comes_in(self, fact: Fact) -> bool:
        return proof_of(fact, self.setting)[0] is not NOT_SHOWN

    def _answering(self, fact: Fact, predicates: Iterable[str]) -> tuple[Met, ...]:
        """What answers a reason on a fact: of each predicate the first fact that comes in."""
        found: dict[str, tuple[Fact, list[str]]] = {}
        for predicate in predicates:
            if answer := self._answer(fact, predicate):
                found.setdefault(answer.id, (answer, []))[1].append(predicate)
        return tuple([Met(answer, tuple(names)) for answer, names in found.values()])

    def _answer(self, fact: Fact, predicate: str) -> Fact | None:
        """The fact that bears an answer out and comes in.

        What is said of one opportunity, or by one item, answers that one alone (of an item, see
        ``answer_for``); a threat that went on, or whose
        maker watched, answers for what happened before it was over, and an opportunity for what
        is not after it; anything else answers wherever it stands in the case.
        """
        tests, sort = TESTS[predicate], self.answers.sorts[fact.id]
        if sort is Evidence and (Opportunity in tests or Evidence in tests):
            answer = answer_for(cast(Evidence, fact), predicate, self.answers)
        elif sort is Opportunity and Opportunity in tests:
            answer = self.answers.of(fact, predicate)
        elif predicate in WHILE_IT_STANDS and isinstance(fact, (Event, Opportunity)):
            return self._standing(predicate).at(fact)
        elif predicate == TO_THE_END and isinstance(fact, Threat):
            return self._outlasting(fact)
        elif Opportunity in tests and isinstance(fact, (Event, Threat)):
            return self._later(fact, predicate)
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
        if counts not in self.past:
            found = outlasting(threat, self.answers)
            self.past[counts] = next(filter(self._comes_in, found), None)
        return self.past[counts]

    def _standing(self, predicate: str) -> StandingThreats:
        if predicate not in self.standing:
            threats = filter(self._comes_in, self.answers.bearing_out(predicate))
            self.standing[predicate] = StandingThreats(threats, self.setting)
        return self.standing[predicate]

    def _anywhere(self, predicate: str) -> Fact | None:
        if predicate not in self.elsewhere:
            facts = self.answers.bearing_out(predicate)
            self.elsewhere[predicate] = next(filter(self._comes_in, facts), None)
        return self.elsewhere[predicate]


def _once(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    return tuple({each.id: each for each in facts}.values()) if len(facts) > 1 else facts
