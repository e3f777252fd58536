"""What is recorded against the defense although no element of the list makes anything of it.

A court's list may have no element that an other act or a benefit bears on; the jury will
hear of it all the same, and a memo that left it out would not be candid.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct

from drafter.analysis.elements.common_law import CommonLaw
from drafter.analysis.evidence.acts import within_a_count
from drafter.analysis.evidence.gains import possible_gains
from drafter.analysis.predicates.setting import Setting
from drafter.analysis.ties import Ties
from drafter.casefile.case import Case
from drafter.casefile.coercion import Opportunity
from drafter.casefile.fact import Fact


class AgainstKind(StrEnum):
    """Why a fact stands among those against the defense."""

    OTHER_ACT = "other_act"
    ACT_IN_COUNT = "act_in_count"
    """Of the kind that is charged, and within the period of a count."""
    BENEFIT = "benefit"
    """Received, promised, or not recorded as either."""
    COMPANY = "company"
    """Kept with the coercers of free will, or with a demand that could be foreseen."""
    CONFLICT = "conflict"
    OPEN_CHANCE = "open_chance"
    """A moment at which no help was asked for, where it is not recorded if asking was safe."""
    CODEFENDANT = "codefendant"
    """What a co-defendant has said of the client: it may hurt or help."""


UNDECIDED = (AgainstKind.CODEFENDANT, AgainstKind.OPEN_CHANCE)
"""What may help or hurt, so that no item is set down as hurting by it."""


class AlsoAgainst(Struct, frozen=True):
    """One such fact."""

    fact: Fact
    kind: AgainstKind
    conflicts: tuple[Fact, ...] = ()
    """For a conflict: the facts with which it is recorded as conflicting."""

    @property
    def id(self) -> str:
        """The fact's id."""
        return self.fact.id


def find_also_against(setting: Setting, law: CommonLaw, ties: Ties) -> tuple[AlsoAgainst, ...]:
    """Find what hurts no element and is against the defense, each fact once, by kind."""
    case = setting.case
    told = {fact.id for each in law.elements for one in each.hurts for fact in one.facts}
    open_ = (each for each in filter(_open, case.opportunities) if setting.threatened_at(each))
    found = (
        *_acts(setting),
        *_conflicts(case, law, ties),
        *_said(case),
        *(AlsoAgainst(each, AgainstKind.OPEN_CHANCE) for each in open_),
    )
    return tuple(each for each in found if each.id not in told)


def _open(chance: Opportunity) -> bool:
    """Whether it will be pointed at, and may be answered: nothing of it is known to be safe."""
    asked, safe = chance.asked_for_help, chance.safe
    return asked is False and safe is None and not chance.authority_corrupt


def _acts(setting: Setting) -> Iterator[AlsoAgainst]:
    for each in setting.case.other_acts:
        within = within_a_count(each, setting)
        yield AlsoAgainst(each, AgainstKind.ACT_IN_COUNT if within else AgainstKind.OTHER_ACT)
    gained = possible_gains(setting.case)
    yield from (AlsoAgainst(each, AgainstKind.BENEFIT) for each in gained)
    for account in setting.case.involvement:
        if account.voluntary_association or account.could_foresee_demand:
            yield AlsoAgainst(account, AgainstKind.COMPANY)


def _conflicts(case: Case, law: CommonLaw, ties: Ties) -> Iterator[AlsoAgainst]:
    """Yield the accounts that conflict with anything, and what else conflicts with a helping fact.

    Of two that conflict with each other only, the first says it of both.
    """
    said: set[str] = set()
    for fact in (*case.statements, *_disputing(law, ties)):
        conflicts = ties.conflicts_of(fact.id)
        if fact.id not in said and any(each.id not in said for each in conflicts):
            said.add(fact.id)
            yield AlsoAgainst(fact, AgainstKind.CONFLICT, conflicts)


def _disputing(law: CommonLaw, ties: Ties) -> Iterable[Fact]:
    helping = dict.fromkeys(one.fact.id for each in law.elements for one in each.helps if one.fact)
    found = {fact.id: fact for id in helping for fact in ties.conflicts_of(id)}
    return (fact for id, fact in found.items() if id not in helping)


def _said(case: Case) -> Iterator[AlsoAgainst]:
    speakers = {each.speaker for each in case.statements}
    for each in case.codefendants:
        if each.spoke and each.person not in speakers:
            yield AlsoAgainst(each, AgainstKind.CODEFENDANT)
