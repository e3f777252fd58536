"""What a brief answer says of the whole record: the elements that have its verdict, and why."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from drafter.analysis.elements.common_law import CommonLaw
from drafter.analysis.elements.shown_types import Shown
from drafter.analysis.elements.types import ElementFinding
from drafter.analysis.elements.weighing import first_open
from drafter.analysis.findings import Persuasion, Production, Reason
from drafter.analysis.reasons.grouped import is_short


class Tally(Struct, frozen=True):
    """How many elements stand alike on the whole record."""

    word: str
    count: int


class Weakest(Struct, frozen=True):
    """The elements behind the verdict on the whole record; never none."""

    law: CommonLaw

    @property
    def level(self) -> tuple[ElementFinding, ...]:
        """Every element that is worst on the whole record."""
        least = min(each.persuasion for each in self.law.elements)
        return tuple(each for each in self.law.elements if each.persuasion is least)

    @property
    def elements(self) -> tuple[ElementFinding, ...]:
        """Of these, those that are worst before the jury, too."""
        least = min(each.production for each in self.level)
        return tuple(each for each in self.level if each.production is least)

    @property
    def tallies(self) -> tuple[Tally, ...]:
        """Where the list that could not be read holds the whole down, how the elements stand."""
        standings = Counter(each.persuasion for each in self.law.elements)
        if not self.law.capped or min(standings) <= Persuasion.UNKNOWN:
            return ()
        return tuple(Tally(each.word, standings[each]) for each in sorted(standings))

    @property
    def deciding(self) -> Reason | None:
        """What decides the first of them: what defeats it, or else hurts it and is not met.

        A threat that is merely not enough decides nothing while something is missing.
        """
        least = self.elements[0]
        if least.defeated_by or self.absent:
            return _first(least.defeated_by)
        if self.open is None:
            return _first(least.unmet)
        hurts = tuple(each for each in least.unmet if not is_short(each))
        return _first(hurts) if least.persuasion is Persuasion.WEAK else None

    @property
    def open(self) -> Reason | None:
        """What is missing of it, where it is not defeated."""
        least = self.elements[0]
        asked = first_open(least.open) if least.missing and not least.defeated_by else ()
        return _first(asked)

    @property
    def absent(self) -> tuple[Shown, ...]:
        """What it needs and the record denies, where no rule defeats it."""
        least = self.elements[0]
        unsupported = least.production is Production.UNSUPPORTED
        return least.absent if unsupported and not least.defeated_by else ()


def _first(reasons: tuple[Reason, ...]) -> Reason | None:
    return reasons[0] if reasons else None
