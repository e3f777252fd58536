"""What people other than the client say against an element, as counsel entered it.

No rule rates it, and it moves no verdict; the jury may hear it all the same, so that a memo
which told it in its tables alone would not be candid.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from drafter.analysis.common_law import CommonLaw
from drafter.analysis.predicates.setting import CLIENT
from drafter.casefile.case import Case
from drafter.casefile.record import Protection, Said, Statement, Witness


class SaidAgainst(Struct, frozen=True):
    """What one account of somebody else, or one witness, says against the defense."""

    fact: Statement | Witness
    said: tuple[Said, ...]
    """Never empty."""

    @property
    def id(self) -> str:
        """The id of the fact."""
        return self.fact.id


SaidUnder = Mapping[str, tuple[SaidAgainst, ...]]
"""By element of the list, what is said on it; every element is a key."""


def find_said_against(case: Case) -> tuple[SaidAgainst, ...]:
    """Find it, the accounts first; one whose use is limited is told among the accounts alone."""
    return tuple(SaidAgainst(fact, said) for fact, said in _entered(case) if said)


def _entered(case: Case) -> Iterator[tuple[Statement | Witness, tuple[Said, ...]]]:
    for each in case.statements:
        if each.speaker != CLIENT and each.protection is Protection.NONE:
            yield each, each.admissions
    for witness in case.witnesses:
        if witness.person != CLIENT:
            yield witness, tuple(one for one in witness.says if one.against)


def said_under(found: Iterable[SaidAgainst], law: CommonLaw) -> SaidUnder:
    """Set it under the elements; a fact that a rule sets against one is told there by that."""
    all_ = tuple(found)
    return {
        each.id: tuple(_on(each.id, all_, {one.fact.id for one in each.hurts if one.fact}))
        for each in law.elements
    }


def _on(element: str, found: Iterable[SaidAgainst], told: set[str]) -> Iterator[SaidAgainst]:
    for each in found:
        said = tuple(one for one in each.said if one.element == element)
        if said and each.id not in told:
            yield SaidAgainst(each.fact, said)


def said_beside(found: Iterable[SaidAgainst], law: CommonLaw) -> tuple[SaidAgainst, ...]:
    """What of it no rule sets against any element: another list tells the rest, with all it says.

    That is what is off the court's list too.
    """
    told = {each.id for each in law.hurting_facts}
    return tuple(each for each in found if each.id not in told)
