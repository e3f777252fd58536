"""What is open about a case's reasons: missing facts, disputed ones, ones nobody can prove."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cached_property

from drafter.analysis.findings import Met, Reason
from drafter.analysis.predicates.answer import Answer, together
from drafter.analysis.predicates.standing import (
    OF_COUNTS,
    WHILE_IT_STANDS,
    moments_in,
    reaches,
    stood,
    threats_in,
)
from drafter.analysis.predicates.table import TESTS
from drafter.analysis.reasons.forms import NOT_SHOWN, Proof, proof_for
from drafter.analysis.reasons.types import Reasons
from drafter.analysis.ties import Ties
from drafter.casefile.coercion import Opportunity, Threat
from drafter.casefile.fact import Fact
from drafter.casefile.record import Evidence
from drafter.doctrine.element import Showing
from drafter.facts.gaps import Gap

Ids = Set[str]
"""Open facts by their keys: of a missing one ``?`` and the gap's id, of another the fact's id.

A dispute goes by one of its facts: it comes out for the defense or against it as a whole.
"""
NONE: Ids = frozenset()


def key_of(gap: str) -> str:
    """The key of a missing fact, by the id of its gap."""
    return f"?{gap}"


class Openings:
    """The open facts of one case, and what each would do."""

    def __init__(self, reasons: Reasons, ties: Ties) -> None:
        self.reasons = reasons
        self.gaps: dict[str, Gap] = {}
        """By key, the gaps met with so far."""
        self._ties = ties
        self._meeting: dict[str, tuple[Ids, ...]] = {}
        self._denying: dict[str, tuple[tuple[Ids, ...], ...]] = {}
        self._lacking: dict[int, Ids] = {}
        """By the identity of a reason of the case, which lives as long as this does."""
        self._doubtful: dict[int, Ids] = {}

    def lacking(self, reason: Reason) -> Ids:
        """All that is missing before an open reason counts; of a known one, nothing."""
        if reason.gap is None:
            return NONE
        found = self._lacking.get(id(reason))
        if found is None:
            found = self._lacking[id(reason)] = self._keys((reason.gap, *reason.also))
        return found

    def _keys(self, gaps: Iterable[Gap]) -> Ids:
        found = {key_of(gap.id): gap for gap in gaps}
        self.gaps |= found
        return frozenset(found)

    def doubtful(self, reason: Reason) -> Ids:
        """The disputes over the facts of a known reason."""
        found = self._doubtful.get(id(reason))
        if found is None:
            found = self._doubtful[id(reason)] = self.disputed(reason.facts)
        return found

    def disputed(self, facts: Iterable[Fact]) -> Ids:
        """The disputes over some facts, each by that one of its facts which is recorded first."""
        return frozenset(self._disputes[e.id] for e in facts if e.id in self._disputes)

    @cached_property
    def _disputes(self) -> Mapping[str, str]:
        order = {id: at for at, id in enumerate(self.reasons.answers.setting.facts)}
        return {
            id: min((id, *(each.id for each in others)), key=order.__getitem__)
            for id, others in self._ties.conflicts.items()
        }

    def touching(self, reason: Reason) -> Ids:
        """Every open fact that would change something about a reason."""
        if reason.gap:
            return self.lacking(reason)
        disputed = self.doubtful(reason)
        if reason.for_us:
            open_ = disputed | self.undoing(reason)
            return open_ if reason.admissible else open_ | {e.id for e in reason.facts}
        if reason.met:
            return disputed | self.disputed(reason.answered_by)
        return frozenset(disputed).union(*self.meeting(reason))

    def undoing(self, reason: Reason) -> Ids:
        """What is missing and, answered no, would take away a known reason."""
        if reason.fact is None:
            return NONE
        sort, fact = self.reasons.answers.sorts[reason.fact.id], reason.fact.id
        tests = (TESTS[each].get(sort) for each in self.reasons.asked[reason.rule])
        fields = (field for test in tests if test for field in test.undone_by)
        gaps = (self.reasons.answers.setting.record.gap(f"{fact}.{each}") for each in fields)
        return self._keys(gap for gap in gaps if gap)

    def met(self, reason: Reason) -> tuple[Met, ...]:
        """What would meet an open reason against the defense, once it counted."""
        if not reason.others:
            return ()
        return self.reasons.answering(reason.others[0], self.reasons.unless[reason.rule])

    def meeting(self, reason: Reason) -> tuple[Ids, ...]:
        """The open facts that would meet a reason against the defense, each way by itself."""
        if reason.id not in self._meeting:
            self._meeting[reason.id] = tuple(dict.fromkeys(self._ways(reason)))
        return self._meeting[reason.id]

    def _ways(self, reason: Reason) -> Iterator[Ids]:
        if reason.fact is None:
            return
        for predicate in self.reasons.unless[reason.rule]:
            for fact, answer in self._asked(reason.fact, predicate):
                if answer.gap:
                    yield self._keys((answer.gap, *answer.also))
                elif answer.holds:
                    # It would meet the reason if it came in.
                    yield frozenset(((answer.shown_by or fact).id,))

    def _asked(self, fact: Fact, predicate: str) -> Iterator[tuple[Fact, Answer]]:
        """What could answer a reason on a fact, as ``reasons`` has it, with what it answers."""
        answers, tests = self.reasons.answers, TESTS[predicate]
        if isinstance(fact, Evidence) and Opportunity in tests:
            yield fact, together(answers.of(each, predicate) for each in self._shown_by(fact))
        elif isinstance(fact, Evidence) and Evidence in tests:
            yield fact, answers.near(fact, predicate)
        elif isinstance(fact, Opportunity) and Opportunity in tests:
            yield fact, answers.of(fact, predicate)
        elif predicate in WHILE_IT_STANDS and (shown := moments_in(fact, answers.setting)):
            standing = (each for each in self._threats if self._stood(each, shown))
            yield from ((each, answers.of(each, predicate)) for each in standing)
        elif predicate in OF_COUNTS and (own := threats_in(fact, answers.setting)):
            for each, answer in answers.everywhere(predicate):
                if any(reaches(predicate, each, threat, answers.setting) for threat in own):
                    yield each, answer
        else:
            yield from self.reasons.answers.everywhere(predicate)

    def _stood(self, threat: Fact, shown: Iterable[Fact]) -> bool:
        return any(stood(threat, each, self.reasons.answers.setting) for each in shown)

    def _shown_by(self, item: Evidence) -> tuple[Fact, ...]:
        """The opportunities that an item shows, each of which has to be answered; or itself."""
        facts = self.reasons.answers.setting.record.evidence.facts_for(item.id)
        return tuple(each for each in facts if isinstance(each, Opportunity)) or (item,)

    @cached_property
    def _threats(self) -> tuple[Fact, ...]:
        return tuple(self.reasons.answers.by_sort.get(Threat, ()))

    def proof(self, reason: Reason) -> Proof:
        """How the fact that an open reason asks about comes in for what it asks."""
        if not reason.others:
            return NOT_SHOWN, frozenset()
        setting = self.reasons.answers.setting
        return proof_for(self.reasons.asked[reason.rule], reason.others[0], setting)

    def denied(self, showing: Showing, ids: Ids) -> bool:
        """Whether nothing can make a showing any more, the open facts being denied."""
        ways = self.denying(showing)
        return bool(ways) and all(any(each <= ids for each in group) for group in ways)

    def denying(self, showing: Showing) -> tuple[tuple[Ids, ...], ...]:
        """Of each answer by which a showing may still be made, the ways to deny it.

        Empty: no list of missing facts ends it.
        """
        if showing.phrase not in self._denying:
            self._denying[showing.phrase] = tuple(dict.fromkeys(self._denials(showing)))
        return self._denying[showing.phrase]

    def _denials(self, showing: Showing) -> list[tuple[Ids, ...]]:
        found: list[tuple[Ids, ...]] = []
        if not self.reasons.answers.told(showing.any_of[0]):
            return []
        for predicate in (*showing.any_of, *showing.left_open_by):
            if self.reasons.answers.section_gap(predicate):
                return []
            for fact, answer in self.reasons.answers.unsettled(predicate):
                if answer.gap is None or not answer.denies:
                    return []
                kinds = self._kinds(fact)
                own = self._keys((answer.gap, *answer.also))
                found.append((own, kinds) if kinds else (own,))
        return found

    def _kinds(self, fact: Fact) -> Ids:
        """The gap of what was threatened: a lesser threat carries nothing at all."""
        gap = self.reasons.answers.setting.record.gap(f"{fact.id}.kinds")
        return self._keys((gap,)) if gap and isinstance(fact, Threat) else NONE
