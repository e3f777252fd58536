"""Which of the program's own readings matter in a case, for each part of a memo."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from drafter.analysis.element_types import CommonLaw
from drafter.analysis.task_types import TaskFinding
from drafter.doctrine import kinds
from drafter.doctrine.in_force import Doctrine
from drafter.doctrine.reading import Place, Reading


class ReadingsMade(Struct, frozen=True):
    """The readings that matter, by the part in which they are printed."""

    elements: tuple[Reading, ...]
    surrender: tuple[Reading, ...]
    statute: tuple[Reading, ...]
    tasks: tuple[Reading, ...]


def find_readings(
    doctrine: Doctrine, law: CommonLaw, raised: Iterable[TaskFinding]
) -> ReadingsMade:
    """A reading matters where a reason on some fact, open or not, turns on it, or a task does."""
    turned_on = frozenset(_predicates(doctrine, law))
    tasks, several = {each.task.id for each in raised}, len(law.charges) > 1
    made = [
        each
        for each in doctrine.only(kinds.READINGS).readings
        if (each.always or not turned_on.isdisjoint(each.of) or not tasks.isdisjoint(each.tasks))
        and (several or not each.several_counts)
    ]
    return ReadingsMade(*(tuple(e for e in made if e.place is place) for place in Place))


def _predicates(doctrine: Doctrine, law: CommonLaw) -> Iterator[str]:
    """Yield what the rules that gave a reason ask, and what would answer them."""
    known = doctrine.library.shelf(kinds.RULES)
    reasons = (each for element in law.elements for each in element.reasons)
    ids = {each.rule for each in reasons if each.facts}
    for id in ids:
        if known.versions(id):  # an item is rated by its kind, not by a rule
            rule = doctrine.rule(id)
            yield from (*rule.when, *rule.unless)
