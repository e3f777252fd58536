"""Which of the program's own readings matter in a case, for each part of a memo."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from drafter.analysis.elements.common_law import CommonLaw
from drafter.analysis.occasions.table import Bearings
from drafter.analysis.position import Position
from drafter.analysis.tasks.types import TaskFinding
from drafter.doctrine import kinds
from drafter.doctrine.in_force import Doctrine
from drafter.doctrine.reading import Place, Reading


class ReadingsMade(Struct, frozen=True):
    """The readings that matter, by the part in which they are printed."""

    defenses: tuple[Reading, ...]
    elements: tuple[Reading, ...]
    surrender: tuple[Reading, ...]
    statute: tuple[Reading, ...]
    strategy: tuple[Reading, ...]
    tasks: tuple[Reading, ...]
    score: tuple[Reading, ...]


def find_readings(at: Position, bearings: Bearings, raised: Iterable[TaskFinding]) -> ReadingsMade:
    """A reading matters where something in the case turns on it; see the fields of ``Reading``.

    A reason that is open, on some fact, counts as much as a known one.
    """
    law, record = at.common_law, at.record
    turned_on = frozenset(_predicates(at.doctrine, law))
    tasks, several = {each.task.id for each in raised}, len(law.charges) > 1
    items = (i.kind for each in at.case.threats for i in record.evidence.items_for(each.id))
    kinds_of_threats = frozenset(items)

    def matters(each: Reading) -> bool:
        return (
            each.always
            or not turned_on.isdisjoint(each.of)
            or not tasks.isdisjoint(each.tasks)
            or not kinds_of_threats.isdisjoint(each.evidence)
            or any(bearings.of(one).holds for one in each.when)
        )

    made = [
        each
        for each in at.doctrine.only(kinds.READINGS).readings
        if (several or not each.several_counts) and matters(each)
    ]
    return ReadingsMade(
        **{place.value: tuple(e for e in made if e.place is place) for place in Place}
    )


def _predicates(doctrine: Doctrine, law: CommonLaw) -> Iterator[str]:
    """Yield what the rules that gave a reason ask, and what would answer them."""
    known = doctrine.library.shelf(kinds.RULES)
    reasons = (each for element in law.elements for each in element.reasons)
    ids = {each.rule for each in reasons if each.facts}
    for id in ids:
        if known.versions(id):  # an item is rated by its kind, not by a rule
            rule = doctrine.rule(id)
            yield from (*rule.when, *rule.unless)
