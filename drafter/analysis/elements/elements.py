"""The common-law route: the elements of the court's list, each with its reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from msgspec.structs import replace

from drafter.analysis.elements.common_law import CommonLaw
from drafter.analysis.elements.on_word import find_on_word
from drafter.analysis.elements.precedent_types import Precedent
from drafter.analysis.elements.shown_types import Shown, ShownState
from drafter.analysis.elements.stretches import find_stretches
from drafter.analysis.elements.to_others import find_on_others
from drafter.analysis.elements.types import ElementFinding
from drafter.analysis.findings import Direction, Reason
from drafter.analysis.predicates.counts import counts_over
from drafter.analysis.predicates.setting import Setting
from drafter.analysis.reasons.types import Reasons
from drafter.casefile.matter import Charge
from drafter.doctrine.authority import AuthorityKind
from drafter.doctrine.circuit import Circuit, ListStatus
from drafter.doctrine.element import Element, Showing
from drafter.doctrine.element_rule import ElementRule
from drafter.doctrine.in_force import Doctrine
from drafter.doctrine.marks import Marks
from drafter.doctrine.point import SurrenderRole
from drafter.doctrine.vocabulary import Concept
from drafter.facts.gaps import Gap


def find_common_law(
    setting: Setting, doctrine: Doctrine, circuit: Circuit, reasons: Reasons
) -> CommonLaw:
    """Test the counts pending or convicted on the court's list.

    Where the list is not known, they are tested on the protective list.  Either is joined by
    what surrender is in the court for an offense.
    """
    required = _required(doctrine, circuit, setting.charges)
    over = counts_over(setting.case, setting.charges, setting.record.moments)
    spared = {**over, **setting.not_demanded}
    elements = (
        replace(_finding(doctrine, concept, circuit, charges, reasons), spared=spared)
        for concept, charges in required
    )
    return CommonLaw(circuit, setting.charges, tuple(elements))


def _required(
    doctrine: Doctrine, circuit: Circuit, charges: tuple[Charge, ...]
) -> Iterator[tuple[Concept, tuple[Charge, ...]]]:
    """Yield the concepts in the order of the list, with the counts each is required for."""
    by_charge = {charge.id: _concepts(doctrine, circuit, charge.offense) for charge in charges}
    for concept in dict.fromkeys(each for concepts in by_charge.values() for each in concepts):
        yield concept, tuple(each for each in charges if concept in by_charge[each.id])


def _concepts(doctrine: Doctrine, circuit: Circuit, offense: str) -> tuple[Concept, ...]:
    if circuit.list_status is not ListStatus.UNKNOWN:
        return circuit.required(offense)
    listed = [
        each.id
        for each in doctrine.protective_list
        if not each.applies_to or offense in each.applies_to
    ]
    role = circuit.surrender_for(offense)
    joined = (role.concept,) if role and role.concept else ()
    return tuple(dict.fromkeys((*listed, *joined)))


def _finding(
    doctrine: Doctrine,
    concept: Concept,
    circuit: Circuit,
    charges: tuple[Charge, ...],
    reasons: Reasons,
) -> ElementFinding:
    element = doctrine.element(concept)
    found = reasons.of(element.id)
    showings = tuple(_shown(showing, found, reasons) for showing in element.needs)
    showing = [one for each in showings for one in each.reasons]
    missing = any(each.state is ShownState.MISSING for each in showings)
    if not found or (missing and not any(each.is_open for each in found)):
        found = (*found, _question(element))
    return ElementFinding(
        element=element,
        stated=tuple(_stated(element.id, circuit, charges)),
        role=_role(element.id, circuit, charges),
        charges=charges,
        reasons=found,
        showings=showings,
        precedents=_precedents(doctrine, concept, circuit.id),
        on_others=find_on_others(concept, circuit, showings, reasons.answers.setting),
        on_word=find_on_word(concept, charges, reasons, doctrine),
        stretches=find_stretches(concept, showing, charges, reasons.answers.setting, doctrine),
        missed=reasons.answers.setting.missed,
    )


def _question(element: Element) -> Reason:
    """The open reason of an element on which the record is silent."""
    return Reason(
        rule=f"{element.id}.asked",
        element=element.id,
        direction=Direction.HELPS,
        because=element.silent,
        gap=Gap(element.id.value, element.asks, "", ""),
    )


def _shown(showing: Showing, found: Iterable[Reason], reasons: Reasons) -> Shown:
    if shown := reasons.bearing(showing.any_of, found):
        return Shown(showing, ShownState.SHOWN, shown)
    asked = [reasons.answers.asked(each) for each in showing.any_of]
    if any(each.open for each in asked):
        return Shown(showing, ShownState.MISSING, ())
    if near := reasons.bearing(showing.left_open_by, found):
        return Shown(showing, ShownState.UNSETTLED, (), near=near)
    denied = tuple({fact.id: fact for each in asked for fact in each.denied}.values())
    first_told = reasons.answers.told(showing.any_of[0])
    near_open = any(reasons.answers.asked(each).open for each in showing.left_open_by)
    if not denied or not first_told or near_open:
        return Shown(showing, ShownState.MISSING, ())
    return Shown(showing, ShownState.ABSENT, (), denied)


def _stated(concept: Concept, circuit: Circuit, charges: Iterable[Charge]) -> Iterator[ElementRule]:
    """Yield what the court is known to say of a concept for any of the counts."""
    for rule in circuit.elements:
        if (
            concept in rule.concepts
            and rule.known
            and any(rule.applies(c.offense) for c in charges)
        ):
            yield rule


@cache
def _precedents(doctrine: Doctrine, concept: Concept, court: str) -> tuple[Precedent, ...]:
    """The court's own decided cases behind its rules on an element, with what those say of it.

    They are those on any offense and any fact: what went against another defendant has to be
    met, whether or not a rule finds its fact here.  A case is on more than one element, so its
    general proposition would not tell what it decided of this one.
    """
    found: dict[tuple[str, Marks | None], dict[str, None]] = {}
    for rule in doctrine.rules:
        if rule.element is concept and rule.authority and court in rule.circuits:
            found.setdefault((rule.authority, rule.marks), {})[rule.decided] = None
    cases = (
        Precedent(doctrine.authority(id), marks, " ".join(said))
        for (id, marks), said in found.items()
    )
    return tuple(
        each
        for each in cases
        if each.case_read.kind is AuthorityKind.CASE and each.case_read.court == court
    )


def _role(concept: Concept, circuit: Circuit, charges: Iterable[Charge]) -> SurrenderRole | None:
    roles = (circuit.surrender_for(charge.offense) for charge in charges)
    return next((role for role in roles if role and role.concept is concept), None)
