"""Every reason of a case: the rules of its court and the effects of its evidence, on its facts.

A rule is asked of one fact after another.  Where all it asks holds, there is a reason;
where a missing fact leaves it open, the reason says what the answer would do; where
anything it asks is known not to hold, there is none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import cast

from drafter.analysis.findings import Direction, Reason
from drafter.analysis.predicates.answer import YES, Answer, together
from drafter.analysis.predicates.answers import Answers
from drafter.analysis.predicates.chances import chances_in
from drafter.analysis.predicates.opportunities import no_way_out
from drafter.analysis.predicates.setting import Setting, lasted
from drafter.analysis.predicates.table import SECTIONS, TESTS, Sort
from drafter.analysis.reasons.forms import CLIENTS, NOT_SHOWN, Proof, proof_for, proof_of, retold
from drafter.analysis.reasons.meeting import Meeting
from drafter.analysis.reasons.plans import Ground, Plans, plans_for
from drafter.analysis.reasons.types import Reasons
from drafter.casefile.coercion import Opportunity, Threat
from drafter.casefile.fact import Fact
from drafter.casefile.matter import Charge
from drafter.casefile.record import Evidence
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
        self.met = Meeting(self.answers)

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
            self.met.by,
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
            self.met.by(fact, ground.unless) if ground.unless else (),
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


def _once(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    return tuple({each.id: each for each in facts}.values()) if len(facts) > 1 else facts
