"""The counts for which the threats that show an element were not made."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from drafter.analysis.elements.shown_types import Untied, UntiedCount
from drafter.analysis.findings import Reason
from drafter.analysis.predicates.several import Missed
from drafter.casefile.coercion import Threat
from drafter.casefile.matter import Charge
from drafter.doctrine.element import Element
from drafter.doctrine.vocabulary import Concept

OF_A_THREAT = frozenset({Concept.THREAT, Concept.IMMEDIACY, Concept.FEAR})
"""Elements on which whatever else shows them, violence before or an expert, is about a threat."""


def find_untied(
    element: Concept,
    showing: Iterable[Reason],
    bearing: Iterable[Reason],
    charges: Iterable[Charge],
    missed: Collection[Missed],
) -> tuple[Untied, ...]:
    """Find the counts that no threat by which an element is shown is recorded as demanding.

    None where what a threat demanded is not recorded, or where something shows the element
    that is about no threat.  ``bearing`` are all reasons on the element; ``missed``: those of
    the counts that a threat demanded among others and did not stand for.
    """
    facts = [each.fact for each in showing]
    threats = [each for each in facts if isinstance(each, Threat)]
    apart = element not in OF_A_THREAT and len(threats) < len(facts)
    if not threats or apart or not all(each.demanded_offense for each in threats):
        return ()
    others = {each.fact.id: each.fact for each in bearing if isinstance(each.fact, Threat)}
    found = (_untied(each, others.values(), missed) for each in charges)
    shown = {each.id for each in threats}
    return tuple(each for each in found if shown.isdisjoint(one.id for one in each.threats))


def _untied(charge: Charge, threats: Iterable[Threat], missed: Collection[Missed]) -> Untied:
    made = [each for each in threats if charge.id in each.demanded_offense]
    late = tuple(each for each in made if (each.id, charge.id) in missed)
    return Untied(charge, tuple(each for each in made if each not in late), late)


def by_count(found: Iterable[tuple[Element, Iterable[Untied]]]) -> tuple[UntiedCount, ...]:
    """Gather what was found on each element by count."""
    gathered: dict[str, list[tuple[Element, Untied]]] = {}
    for element, untied in found:
        for each in untied:
            gathered.setdefault(each.id, []).append((element, each))
    return tuple(map(_of_count, gathered.values()))


def _of_count(found: list[tuple[Element, Untied]]) -> UntiedCount:
    threats = {threat.id: threat for _, each in found for threat in each.threats}
    missed = {threat.id: threat for _, each in found for threat in each.missed}
    elements = tuple(element for element, _ in found)
    charge = found[0][1].charge
    return UntiedCount(charge, tuple(threats.values()), elements, tuple(missed.values()))
