"""Whose word an element stands on: the client's alone, or somebody's beside it."""

from __future__ import annotations

from drafter.analysis.element_types import CommonLaw, ElementFinding
from drafter.analysis.strategy_types import OnlyClient
from drafter.casefile.fact import Fact

_CLIENT = frozenset({"client"})


def only_client(law: CommonLaw) -> tuple[OnlyClient, ...]:
    """What elements need that the client's word alone shows, in the order of the list."""
    return tuple(
        OnlyClient(element, shown, tuple(facts.values()))
        for element in law.elements
        for shown in element.showings
        if shown.reasons and all(each.voices == _CLIENT for each in shown.reasons)
        if (facts := {each.fact.id: each.fact for each in shown.reasons if each.fact})
    )


def borne_out(law: CommonLaw) -> tuple[tuple[ElementFinding, Fact], ...]:
    """The elements that another word than the client’s bears out, each with the first such fact."""
    found = ((element, _first_beside_client(element)) for element in law.elements)
    return tuple((element, fact) for element, fact in found if fact)


def _first_beside_client(element: ElementFinding) -> Fact | None:
    facts = (
        each.fact
        for each in element.reasons
        if each.fact and each.for_us and each.admissible and each.voices - _CLIENT
    )
    return next(facts, None)
