"""What would change the conclusion: questions to investigate, in both directions.

A question asks whether; it never says what the answer should be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from drafter.analysis.elements.common_law import CommonLaw
from drafter.analysis.elements.types import ElementFinding
from drafter.analysis.findings import ComesIn, Reason
from drafter.analysis.predicates.setting import CLIENT
from drafter.analysis.reasons.grouped import by_fact
from drafter.analysis.ties import Ties
from drafter.analysis.turning.change_types import (
    Change,
    Knower,
    KnowerKind,
    OpenFact,
    OpenQuestion,
)
from drafter.analysis.turning.types import Turning
from drafter.casefile.coercion import Opportunity, Threat
from drafter.casefile.fact import Fact
from drafter.casefile.record import Evidence, Statement
from drafter.doctrine.evidence import EvidenceNature
from drafter.doctrine.in_force import Doctrine
from drafter.facts.gaps import Gap
from drafter.facts.record import Record


def find_changes(
    record: Record,
    doctrine: Doctrine,
    common_law: CommonLaw,
    asked: Mapping[str, Iterable[str]],
    ties: Ties,
    turnings: Iterable[Turning],
) -> tuple[Change, ...]:
    """Find every missing, disputed or unprovable fact that would move an element.

    By element in the order of the list; within one, those that bear on production first.
    ``asked`` has the predicates of each rule that a reason names, ``turnings`` what each
    element turns on.
    """
    turning = {each.id: each.on_production for each in turnings}
    investigation = _Investigation(record, doctrine, asked, ties, turning)
    return tuple(
        change
        for finding in common_law.elements
        for change in sorted(
            investigation.of_element(finding), key=lambda change: not change.moves_production
        )
    )


def open_facts(changes: Iterable[Change], record: Record) -> tuple[OpenFact, ...]:
    """Gather what is open by the fact or count it is open about, in order of first mention."""
    found: dict[str, dict[str, list[Change]]] = {}
    for each in changes:
        found.setdefault(each.owner, {}).setdefault(each.subject, []).append(each)
    return tuple(
        OpenFact(record.facts.get(owner), tuple(OpenQuestion(tuple(one)) for one in asked.values()))
        for owner, asked in found.items()
    )


class _Investigation(Struct, frozen=True):
    """The record, and who in it may know."""

    record: Record
    doctrine: Doctrine
    asked: Mapping[str, Iterable[str]]
    ties: Ties
    turning: Mapping[str, frozenset[str]]
    """By element, the ids of the facts in the sets that move its production."""

    def of_element(self, finding: ElementFinding) -> Iterator[Change]:
        """Yield the missing facts, then the disputed and the unprovable ones."""
        wanting = self._wanting(finding)
        for gap, reasons in _by_gap(finding.open):
            yield self._change(finding, reasons, wanting, gap=gap)
        for group in by_fact(each for each in finding.reasons if self._doubtful(each)):
            # Proof of what only hurts, and is met whether it is proved or not, moves nothing.
            if not all(each.answered for each in group.reasons):
                yield self._change(finding, group.reasons, wanting, fact=group.fact)

    def _doubtful(self, reason: Reason) -> bool:
        """Whether the fact of a reason is disputed, or no form brings it in."""
        if reason.fact is None:
            return False
        if reason.fact.id in self.ties.conflicts:
            return True
        return reason.forms[:1] == (ComesIn.NOT_SHOWN,) and not self._withheld(reason.fact)

    def _withheld(self, fact: Fact) -> bool:
        """Whether all that shows it is another's to offer: no inquiry brings that in."""
        named = (self.record.evidence.items[each.evidence] for each in fact.sources)
        items = (fact,) if isinstance(fact, Evidence) else tuple(named)
        return bool(items) and all(each.offered_by for each in items)

    def _change(
        self,
        finding: ElementFinding,
        reasons: Iterable[Reason],
        wanting: frozenset[str],
        gap: Gap | None = None,
        fact: Fact | None = None,
    ) -> Change:
        better = tuple(each for each in reasons if each.for_us)
        worse = tuple(each for each in reasons if not each.for_us)
        asked = (self.asked.get(each.rule, ()) for each in better)
        owner = gap.owner if gap else fact.id if fact else ""
        subject = gap.id if gap else owner
        about = self.record.facts.get(owner)
        gone = self.record.evidence.unavailable
        return Change(
            element=finding.element,
            gap=gap,
            fact=fact,
            disputed_by=self.ties.conflicts_of(owner) if fact else (),
            better=better,
            worse=worse,
            knowers=tuple(each for each in self._knowers(owner) if each.name not in gone),
            moves_production=subject in self.turning.get(finding.id, ())
            or not all(map(wanting.isdisjoint, asked)),
            present=about.present if isinstance(about, Opportunity) else None,
        )

    def _wanting(self, finding: ElementFinding) -> frozenset[str]:
        """The predicates of what the element needs and does not yet have shown."""
        shown = (*finding.missing, *finding.unsettled, *finding.absent)
        return frozenset(name for each in shown for name in each.showing.any_of)

    def _knowers(self, owner: str) -> Iterator[Knower]:
        """Who might know, by the record: the client of what is no item and no one else's words.

        Who keeps a record, or holds an item, knows of that and not of what it is about.
        """
        fact = self.record.facts.get(owner)
        if isinstance(fact, Evidence):
            yield from dict.fromkeys(self._keepers(fact))
            return
        spoken = isinstance(fact, Statement) and fact.speaker != CLIENT
        if not spoken:
            yield Knower(KnowerKind.CLIENT, CLIENT)
        if isinstance(fact, Threat | Statement) and fact.speaker not in (None, CLIENT):
            yield Knower(KnowerKind.SPEAKER, fact.speaker)
        if isinstance(fact, Threat):
            yield from self._targets(fact)
        items = self.record.evidence.items_for(owner)
        told = (each for each in items if not self._kept_by_others(each))
        witnesses = dict.fromkeys(each for item in told for each in self._witnesses(item))
        if isinstance(fact, Statement) and not witnesses:
            hearer = fact.to.partition(",")[0]
            if hearer != "the court":
                yield Knower(KnowerKind.HEARER, hearer)
        yield from witnesses

    def _targets(self, threat: Threat) -> Iterator[Knower]:
        """Whom it went against beside the client, children left out."""
        minors = {each.id for each in self.record.case.people if each.minor}
        for id in threat.against:
            if id != CLIENT and id not in minors:
                yield Knower(KnowerKind.TARGET, id)

    def _kept_by_others(self, item: Evidence) -> bool:
        kind = self.doctrine.evidence_kind(item.kind)
        return EvidenceNature.KEPT_BY_OTHERS in kind.nature

    def _witnesses(self, item: Evidence) -> Iterator[Knower]:
        if item.witness and item.witness != CLIENT:
            yield Knower(KnowerKind.WITNESS, item.witness)
        for witness in self.record.evidence.sponsors_of(item.id):
            yield Knower(KnowerKind.WITNESS, witness.person)

    def _keepers(self, item: Evidence) -> Iterator[Knower]:
        yield from self._witnesses(item)
        if item.preservation and item.preservation.holder:
            yield Knower(KnowerKind.HOLDER, item.preservation.holder)


def _by_gap(reasons: Iterable[Reason]) -> Iterator[tuple[Gap, tuple[Reason, ...]]]:
    """Gather open reasons by the gap that would close them, in order of first mention."""
    found: dict[str, tuple[Gap, list[Reason]]] = {}
    for each in reasons:
        if each.gap is not None:
            found.setdefault(each.gap.id, (each.gap, []))[1].append(each)
    return ((gap, tuple(each)) for gap, each in found.values())
