"""What each verdict turns on: the smallest sets of missing or disputed facts that move it.

A verdict stands behind obstacles: a reason that defeats the element, something it needs that
is not shown, a reason that hurts.  Each can be got over in one or more ways, and a set takes
one way over each.  Every set is then put to the test by ``supposing``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from drafter.analysis.elements.common_law import CommonLaw
from drafter.analysis.elements.types import ElementFinding
from drafter.analysis.findings import Persuasion, Production
from drafter.analysis.predicates.table import SECTIONS
from drafter.analysis.reasons.types import Reasons
from drafter.analysis.ties import Ties
from drafter.analysis.turning.obstacles import Obstacles, by_size, joined, smallest
from drafter.analysis.turning.openings import Ids, Openings, key_of
from drafter.analysis.turning.supposing import Supposing
from drafter.analysis.turning.types import FactSet, Move, Turning
from drafter.doctrine.element import Element
from drafter.facts.record import Record

_PARTS = frozenset(map(key_of, SECTIONS.values()))
"""Parts of the record that are missing as a whole: no fact that could be established by itself."""
TRIED = 24
"""How many sets are put to the test for one element, or the whole, and one side: the smallest."""


class Outcome(NamedTuple):
    """What the verdicts would be where they are not what they are; None: they stay."""

    for_us: bool
    production: Production | None
    persuasion: Persuasion | None


Moved = tuple[tuple[Ids, Outcome], ...]
"""Sets that move a verdict, with what they make of it on one side."""
Verdicts = tuple[Production, Persuasion]


def find_turnings(
    record: Record, law: CommonLaw, reasons: Reasons, ties: Ties
) -> tuple[Turning, ...]:
    """The whole first, then each element in the order of the list."""
    search = _Search(record, reasons, ties)
    moved = {each.id: tuple(search.moved(each)) for each in law.elements}
    whole = search.turning(None, law, tuple(_whole(law, moved)))
    elements = (search.turning(e.element, e, moved[e.id]) for e in law.elements)
    return (whole, *elements)


class _Search:
    def __init__(self, record: Record, reasons: Reasons, ties: Ties) -> None:
        self.record = record
        self.openings = Openings(reasons, ties)
        self.obstacles = Obstacles(self.openings)

    def moved(self, finding: ElementFinding) -> Iterator[tuple[Ids, Outcome]]:
        """Yield the sets that move a verdict on an element."""
        now, supposing = (finding.production, finding.persuasion), Supposing(finding, self.openings)
        for for_us, sets in ((True, self._for_us(finding)), (False, self._against(finding))):
            facts = (ids for ids in sets if ids.isdisjoint(_PARTS))
            for ids in by_size(facts, TRIED):
                then = supposing.when(ids, for_us=for_us)
                outcome = _outcome(now, (then.production, then.persuasion), for_us=for_us)
                if outcome:
                    yield ids, outcome

    def _for_us(self, finding: ElementFinding) -> Iterator[Ids]:
        """Sets that get over what stands before the one verdict, or before the other."""
        first = [*map(self.obstacles.meeting, finding.defeated_by)]
        first += [self.obstacles.over(each, finding) for each in finding.absent]
        unshown = (*finding.missing, *finding.unsettled)
        rest = [self.obstacles.over(each, finding) for each in unshown]
        if not any(each.admissible for each in finding.helps) and not finding.element.needs:
            rest.append(self.obstacles.helping(finding))
        defeats = {each.id for each in finding.defeated_by}
        hurts = [each for each in finding.unmet if each.id not in defeats]
        last = [*map(self.obstacles.meeting, hurts)] or [self.obstacles.helping(finding)]
        for obstacles in (first, rest and [*first, *rest], [*first, *rest, *last]):
            yield from joined(obstacles) if obstacles else ()

    def _against(self, finding: ElementFinding) -> Iterator[Ids]:
        """Sets that set up a defeat, leave the element without what it needs, or hurt it."""
        for each in finding.reasons:
            if not each.for_us:
                yield from self.obstacles.setting_up(each)
        for shown in finding.showings:
            yield from self.obstacles.losing(shown)

    def turning(
        self, element: Element | None, of: ElementFinding | CommonLaw, moved: Moved
    ) -> Turning:
        """What the verdicts on an element, or on the whole, turn on."""
        sets: dict[Outcome, list[Ids]] = {}
        for ids, outcome in moved:
            sets.setdefault(outcome, []).append(ids)
        moves = [
            Move(*outcome, tuple(map(self._set, smallest(sets[outcome]))))
            for outcome in sorted(sets, key=_furthest)
        ]
        capped = isinstance(of, CommonLaw) and of.capped
        return Turning(element, of.production, of.persuasion, tuple(moves), capped)

    def _set(self, ids: Ids) -> FactSet:
        """The set with what its ids name."""
        gaps = [self.openings.gaps[id] for id in sorted(ids) if id in self.openings.gaps]
        facts = [self.record.facts[id] for id in sorted(ids) if id in self.record.facts]
        disputed = self.openings.disputed(facts)
        return FactSet(
            tuple(gaps),
            tuple(each for each in facts if each.id in disputed),
            tuple(each for each in facts if each.id not in disputed),
        )


def _outcome(now: Verdicts, then: Verdicts, *, for_us: bool) -> Outcome | None:
    """What became of the verdicts on that side; None: nothing."""
    production, persuasion = (
        after if after != before and (after > before) is for_us else None
        for before, after in zip(now, then, strict=True)
    )
    if production is None and persuasion is None:
        return None
    return Outcome(for_us, production, persuasion)  # type: ignore[arg-type]


def _furthest(outcome: Outcome) -> tuple[bool, int, int]:
    """Where an outcome stands: for the defense first, and what moves furthest."""
    side = -1 if outcome.for_us else 1
    production = 0 if outcome.production is None else side * (outcome.production + 1)
    persuasion = 0 if outcome.persuasion is None else side * (outcome.persuasion + 1)
    return not outcome.for_us, production, persuasion


def _whole(law: CommonLaw, moved: Mapping[str, Moved]) -> Iterator[tuple[Ids, Outcome]]:
    """Sets that move the defense as a whole, which is as good as its worst element."""
    now = (law.production, law.persuasion)
    elements = {each.id: (each.production, each.persuasion) for each in law.elements}
    for for_us in (True, False):
        if for_us and law.capped:
            continue
        for ids in by_size(_together(elements, moved, now) if for_us else _any(moved), TRIED):
            then = [_with(elements[id], moved[id], ids, for_us=for_us) for id in elements]
            worst = (min(each[0] for each in then), min(each[1] for each in then))
            if outcome := _outcome(now, worst, for_us=for_us):
                yield ids, outcome


def _with(verdicts: Verdicts, moved: Moved, ids: Ids, *, for_us: bool) -> Verdicts:
    """The verdicts on one element, given what a set does to it in whole or in part."""
    best = max if for_us else min
    production, persuasion = verdicts
    for each, outcome in moved:
        if outcome.for_us is for_us and each <= ids:
            if outcome.production is not None:
                production = best(production, outcome.production)
            if outcome.persuasion is not None:
                persuasion = best(persuasion, outcome.persuasion)
    return production, persuasion


def _any(moved: Mapping[str, Moved]) -> Iterator[Ids]:
    """Every set against the defense: one element lost is the defense lost."""
    for each in moved.values():
        yield from (ids for ids, outcome in each if not outcome.for_us)


def _together(
    elements: Mapping[str, Verdicts], moved: Mapping[str, Moved], now: Verdicts
) -> Iterator[Ids]:
    """Sets that raise every element which is no better than the whole."""
    for which in (0, 1):
        ways = [
            tuple(ids for ids, outcome in moved[id] if _raises(outcome, which))
            for id, verdicts in elements.items()
            if verdicts[which] == now[which]
        ]
        yield from joined(ways)


def _raises(outcome: Outcome, which: int) -> bool:
    """Whether an outcome raises the verdict of that place."""
    return outcome.for_us and outcome[1 + which] is not None
