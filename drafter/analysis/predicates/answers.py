"""What the record answers to each predicate, fact by fact and for the case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import cast

from msgspec import Struct

from drafter.analysis.predicates.answer import NO, UNKNOWN, YES, Answer, together
from drafter.analysis.predicates.items import of_late
from drafter.analysis.predicates.narrowing import Narrowing
from drafter.analysis.predicates.setting import Setting, Test, alone
from drafter.analysis.predicates.table import ASKED, DENIED_BY, LATE, SECTIONS, TESTS, Sort, sort_of
from drafter.casefile.fact import Fact
from drafter.casefile.record import Evidence
from drafter.facts.gaps import Gap

_SAYS_TOO = {"threat_continuing": ("threat_to_the_end", "threat_unabated")}
"""The traits that a trait implies, unless an end of the threat is recorded."""
_NOTHING: Mapping[str, Test[Fact]] = {}


class Asked(Struct, frozen=True):
    """One predicate put to every fact that could bear it out."""

    denied: tuple[Fact, ...]
    """Facts with a field for it that says no, and those that say that there was none."""
    open: bool
    """Whether a fact that could bear it out leaves it open, or bears it out."""


class Answers:
    """The answers of one case, each found once, when first asked for.

    A trait of an item is a predicate that holds of the item and of what it is about.
    """

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self._narrowing = Narrowing(setting)
        self.sorts: Mapping[str, Sort] = {
            fact.id: sort_of(fact, setting.late) for fact in setting.facts.values()
        }
        """What each fact is, by its id."""
        self._known: dict[str, dict[str, Answer]] = {}
        self._somewhere: dict[tuple[str, ...], Answer] = {}
        self._near: dict[str, dict[str, Answer]] = {}
        self._bears_on: dict[str, Mapping[Sort, list[Fact]]] = {}
        self._traits: dict[tuple[str, str], Evidence] = {}
        """Fact and predicate to the first item about the fact that has it as a trait."""
        self.alone: dict[str, list[Evidence]] = {}
        """By trait, the items of which it says something and of nothing they are about."""
        self.own_traits: dict[str, list[str]] = {}
        """By item, those traits."""
        self._read_traits()

    @cached_property
    def by_sort(self) -> Mapping[Sort, list[Fact]]:
        """The facts of each sort, in the order of the case file."""
        return self._sorted(self.setting.facts.values())

    def _sorted(self, facts: Iterable[Fact]) -> Mapping[Sort, list[Fact]]:
        found: dict[Sort, list[Fact]] = {}
        for fact in facts:
            found.setdefault(self.sorts[fact.id], []).append(fact)
        return found

    def _read_traits(self) -> None:
        """Put each trait where it says something: of what the item is about, else of the item."""
        for item in self.setting.case.evidence:
            for trait in _all_said(item.traits):
                tests = TESTS[trait]
                ids = [id for id in item.about if self.sorts[id] in tests]
                for id in ids:
                    self._traits.setdefault((id, trait), item)
                if not ids and Evidence not in tests:
                    self.alone.setdefault(trait, []).append(item)
                    self.own_traits.setdefault(item.id, []).append(trait)

    def of(self, fact: Fact, predicate: str) -> Answer:
        """Whether a predicate holds of a fact."""
        known = self.all_of(fact)
        found = known.get(predicate)
        if found is None:
            found = known[predicate] = self._of_item(fact, predicate)
        return found

    def all_of(self, fact: Fact) -> dict[str, Answer]:
        """The answers found so far for a fact, by predicate.

        For an item only those that were asked for; for any other fact all there are.
        """
        known = self._known.get(fact.id)
        if known is None:
            known = self._known[fact.id] = {}
            sort = self.sorts[fact.id]
            if sort is not Evidence:
                setting = self.setting
                for predicate, test in ASKED.get(sort, _NOTHING).items():
                    holds = test.holds(fact, setting)
                    if holds is False:
                        known[predicate] = NO
                    elif holds and test.rests_on is alone:
                        known[predicate] = YES
                    else:
                        known[predicate] = self._ask(fact, predicate, test, holds)
        return known

    def _of_item(self, fact: Fact, predicate: str) -> Answer:
        if self.sorts[fact.id] is not Evidence:
            return UNKNOWN
        test = TESTS[predicate].get(Evidence)
        holds = test.holds(fact, self.setting) if test else None
        if test and holds is not None:
            return self._ask(fact, predicate, test, holds)
        if predicate in cast(Evidence, fact).traits:
            return YES
        return self._ask(fact, predicate, test, None) if test else UNKNOWN

    def _ask(self, fact: Fact, predicate: str, test: Test[Fact], holds: bool | None) -> Answer:
        if holds is False:
            return NO
        if holds:
            others = test.rests_on(fact, self.setting)
            return Answer(True, None, others) if others else YES
        item = self._traits.get((fact.id, predicate))
        return Answer(True, None, (item,), item) if item else self._open(fact, test)

    def _open(self, fact: Fact, test: Test[Fact]) -> Answer:
        if not test.askable(fact, self.setting):
            return UNKNOWN
        own = (self.setting.record.gap(f"{fact.id}.{field}") for field in test.fields)
        gaps = (*filter(None, own), *(self.setting.offense_gaps if test.timed else ()))
        if not test.timed:
            return Answer(None, gaps[0], also=gaps[1:]) if gaps else UNKNOWN
        if not gaps:
            # A moment settles nothing as wide as it is.
            wide = self._narrowing.settling(fact, test)
            return Answer(None, wide.gap, denies=wide.denies) if wide else UNKNOWN
        if unbounded := self._unbounded(fact):
            gaps = (*gaps, unbounded)
        return Answer(None, gaps[0], also=gaps[1:])

    def _unbounded(self, fact: Fact) -> Gap | None:
        """The moment to pin down beside what is missing: one that is open to a side."""
        moment = self.setting.moment(fact.id)
        unbounded = moment and moment.known and None in (moment.earliest, moment.latest)
        return self.setting.too_wide(fact) if unbounded else None

    def near(self, item: Evidence, predicate: str) -> Answer:
        """Whether a predicate holds of an item, of what names it as a source or it is about."""
        known = self._near.get(item.id)
        if known is None:
            known = self._near[item.id] = {}
        found = known.get(predicate)
        if found is None:
            found = known[predicate] = self._ask_near(item, predicate)
        return found

    def _ask_near(self, item: Evidence, predicate: str) -> Answer:
        tests = TESTS[predicate]
        if Evidence in tests:
            return self.of(item, predicate)
        if predicate in item.traits:
            return NO if LATE in tests and of_late(item, self.setting) else YES
        neighbors = self._neighbors(item)
        facts = [fact for sort in tests for fact in neighbors.get(sort, ())]
        return self._first(facts, (predicate,)) if facts else NO

    def all_near(self, item: Evidence, predicates: tuple[str, ...]) -> Answer:
        """Whether each of the predicates holds near an item."""
        match predicates:
            case ():
                return YES
            case (predicate,):
                return self.near(item, predicate)
        return together([self.near(item, each) for each in predicates])

    def _neighbors(self, item: Evidence) -> Mapping[Sort, list[Fact]]:
        found = self._bears_on.get(item.id)
        if found is None:
            facts = self.setting.record.evidence.facts_for(item.id)
            found = self._bears_on[item.id] = self._sorted(facts)
        return found

    def somewhere(self, predicates: tuple[str, ...]) -> Answer:
        """Whether all the predicates hold of one fact of the case."""
        found = self._somewhere.get(predicates)
        if found is None:
            found = self._first(self._facts_asked(predicates[0]), predicates)
            if found is NO and (gap := self.section_gap(predicates[0])):
                found = Answer(None, gap)
            # Whoever asks is about another fact, and it is that fact's form that counts.
            found = self._somewhere[predicates] = found._replace(shown_by=None)
        return found

    def section_gap(self, predicate: str) -> Gap | None:
        """The gap of an empty section whose facts would answer a predicate."""
        gaps = (
            self.setting.record.gap(SECTIONS[sort]) for sort in TESTS[predicate] if sort in SECTIONS
        )
        return next((gap for gap in gaps if gap), None)

    def _facts_asked(self, predicate: str) -> Iterable[Fact]:
        return (fact for sort in TESTS[predicate] for fact in self.by_sort.get(sort, ()))

    def _first(self, facts: Iterable[Fact], predicates: tuple[str, ...]) -> Answer:
        """The answer of the first fact that says yes; else one that a missing fact leaves open."""
        unsettled = NO
        for fact in facts:
            answer = self.together(fact, predicates)
            if answer.holds:
                shown_by = answer.shown_by or fact
                return Answer(True, None, (fact, *answer.others), shown_by)
            if answer.gap and unsettled is NO:
                unsettled = Answer(None, answer.gap, (fact,), also=answer.also)
        return unsettled

    def together(self, fact: Fact, predicates: tuple[str, ...]) -> Answer:
        """Whether all the predicates hold of a fact."""
        if len(predicates) == 1:
            return self.of(fact, predicates[0])
        return together(self.of(fact, each) for each in predicates)

    def bearing_out(self, predicate: str) -> Iterator[Fact]:
        """Yield every fact, or item by its trait, that bears a predicate out; items last."""
        return (shown_by for _, shown_by in self.borne_out(predicate))

    def borne_out(self, predicate: str) -> Iterator[tuple[Fact, Fact]]:
        """Yield the same after the fact of which the predicate holds; items alone stand twice."""
        for fact in self._facts_asked(predicate):
            answer = self.of(fact, predicate)
            if answer.holds:
                yield fact, answer.shown_by or fact
        yield from ((item, item) for item in self.alone.get(predicate, ()))

    def everywhere(self, predicate: str) -> Iterator[tuple[Fact, Answer]]:
        """Yield every fact that could bear a predicate out, with its answer; items alone last."""
        yield from ((fact, self.of(fact, predicate)) for fact in self._facts_asked(predicate))
        yield from ((item, YES) for item in self.alone.get(predicate, ()))

    def unsettled(self, predicate: str) -> Iterator[tuple[Fact, Answer]]:
        """Yield the facts that keep a predicate from being denied: whose answer is not no."""
        for sort, test in TESTS[predicate].items():
            for fact in self.by_sort.get(sort, ()) if test.fields else ():
                answer = self.of(fact, predicate)
                if answer.holds is not False:
                    yield fact, answer

    def asked(self, predicate: str) -> Asked:
        """What the fields of the case say to a predicate."""
        denied, open_ = list(self._contrary(predicate)), self.section_gap(predicate) is not None
        for sort, test in TESTS[predicate].items():
            for fact in self.by_sort.get(sort, ()) if test.fields else ():
                holds = self.of(fact, predicate).holds
                if holds is False:
                    denied.append(fact)
                else:
                    open_ = True
        return Asked(tuple(denied), open_)

    def told(self, predicate: str) -> bool:
        """Whether anything is recorded that could say yes or no to a predicate."""
        sorts = (sort for sort, test in TESTS[predicate].items() if test.fields)
        return any(map(self.by_sort.get, sorts)) or any(self._contrary(predicate))

    def _contrary(self, predicate: str) -> Iterator[Fact]:
        for each in DENIED_BY.get(predicate, ()):
            yield from self.bearing_out(each)


def _all_said(traits: Iterable[str]) -> Iterator[str]:
    for each in traits:
        yield from (each, *_SAYS_TOO.get(each, ()))
