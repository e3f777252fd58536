"""What is said on an element, as counsel entered it, and no rule rates.

It moves no verdict; the jury may hear it all the same, so that a memo which told it in its
tables alone would not be candid, nor one that told only what is against the defense.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from drafter.analysis.elements.common_law import CommonLaw
from drafter.analysis.predicates.setting import CLIENT
from drafter.casefile.case import Case
from drafter.casefile.record import Invocation, Protection, Said, Statement, Witness


class SaidBy(Struct, frozen=True):
    """What one account or one witness says, all of it for the defense or all against it."""

    fact: Statement | Witness
    said: tuple[Said, ...]
    """Never empty."""

    @property
    def id(self) -> str:
        """The id of the fact."""
        return self.fact.id

    @property
    def own(self) -> bool:
        """Whether they are the client's words."""
        return isinstance(self.fact, Statement) and self.fact.speaker == CLIENT


SaidUnder = Mapping[str, tuple[SaidBy, ...]]
"""By element of the list, what is said on it; every element is a key."""


class SaidAll(Struct, frozen=True):
    """All of it.  Of the client's own words what is against the defense has rules of its own."""

    against: tuple[SaidBy, ...]
    """Of facts that no rule sets against any element: another list tells the rest."""
    against_under: SaidUnder
    """A fact that a rule sets against an element is told there by that."""
    helping: tuple[SaidBy, ...]
    """The same for the defense; and so of the next."""
    helping_under: SaidUnder


def find_said(case: Case, law: CommonLaw) -> SaidAll:
    """Find it, the accounts first; one whose use is limited is told among the accounts alone."""
    against, helping = (tuple(_entered(case, against=each)) for each in (True, False))
    return SaidAll(
        _beside(against, {each.id for each in law.hurting_facts}),
        {e.id: tuple(_on(e.id, against, {r.subject for r in e.hurts})) for e in law.elements},
        _beside(helping, {each.id for each in law.helping_facts}),
        {e.id: tuple(_on(e.id, helping, {r.subject for r in e.helps})) for e in law.elements},
    )


def _entered(case: Case, *, against: bool) -> Iterator[SaidBy]:
    for each in case.statements:
        usable = each.protection is Protection.NONE and each.invoked is Invocation.NO
        if usable and not (against and each.speaker == CLIENT):
            yield from _said(each, against=against)
    for witness in case.witnesses:
        if witness.person != CLIENT:
            yield from _said(witness, against=against)


def _said(fact: Statement | Witness, *, against: bool) -> Iterator[SaidBy]:
    said = tuple(each for each in fact.says if bool(each.against) is against)
    if said:
        yield SaidBy(fact, said)


def _on(element: str, found: Iterable[SaidBy], told: set[str]) -> Iterator[SaidBy]:
    for each in found:
        said = tuple(one for one in each.said if one.element == element)
        if said and each.id not in told:
            yield SaidBy(each.fact, said)


def _beside(found: Iterable[SaidBy], told: set[str]) -> tuple[SaidBy, ...]:
    return tuple(each for each in found if each.id not in told)
