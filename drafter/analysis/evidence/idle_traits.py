"""Traits by which counsel says what an item shows, where nothing asks that of its kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from drafter.analysis.predicates.items import BY_TRAIT
from drafter.analysis.predicates.table import TESTS
from drafter.casefile.record import Evidence
from drafter.doctrine import kinds
from drafter.doctrine.evidence import EvidenceKind
from drafter.doctrine.in_force import Doctrine

_HEARD_ANYWAY = frozenset({"item_shows_movement"})
"""Of every kind: what was shown when the offense was over is taken for no way out."""


class IdleTrait(Struct, frozen=True):
    """A trait that changes nothing where it stands."""

    item: Evidence
    place: int
    """Which of the item's traits it is, from 0."""
    kinds: tuple[str, ...]
    """Ids of the kinds of evidence by which it is asked for, sorted; never empty."""

    @property
    def trait(self) -> str:
        """The trait itself."""
        return self.item.traits[self.place]


def idle_traits(items: Iterable[Evidence], doctrine: Doctrine) -> Iterator[IdleTrait]:
    """Yield the traits that say something of the item alone, where its kind asks for another.

    What a trait says of a threat or an opportunity is asked of that, whatever the item is; so
    is what a rule asks for, and what a field could answer.
    """
    asking = _by_kind(doctrine)
    for item in items:
        for place, trait in enumerate(item.traits):
            found = asking.get(trait, ())
            if found and item.kind not in found and trait not in _HEARD_ANYWAY:
                yield IdleTrait(item, place, found)


def _by_kind(doctrine: Doctrine) -> dict[str, tuple[str, ...]]:
    """The kinds that ask for each trait that nothing but an item can show, and no rule asks for."""
    rules = doctrine.every(kinds.RULES)
    asked = {each for rule in rules for each in (*rule.when, *rule.unless)}
    found: dict[str, list[str]] = {}
    for kind in doctrine.every(kinds.EVIDENCE):
        for trait in _asked_by(kind) - asked:
            if all(test is BY_TRAIT for test in TESTS[trait].values()):
                found.setdefault(trait, []).append(kind.id)
    return {trait: tuple(sorted(ids)) for trait, ids in found.items()}


def _asked_by(kind: EvidenceKind) -> set[str]:
    return {each for effect in kind.effects for each in (*effect.when, *effect.unless)}
