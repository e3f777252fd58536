"""Small cases put to the common law of a court, for the tests of rules and elements."""

from __future__ import annotations

from drafter.analysis.elements.common_law import CommonLaw
from drafter.analysis.elements.elements import find_common_law
from drafter.analysis.elements.types import ElementFinding
from drafter.analysis.findings import Reason
from drafter.analysis.reasons.reasons import find_reasons
from drafter.analysis.reasons.types import Reasons
from drafter.facts.record import Record
from tests.analysis.parts import DRUGS, Asked, case, counts

DISTRICTS = {
    "ca1": "mad",
    "ca2": "nyed",
    "ca3": "paed",
    "ca4": "mdd",
    "ca5": "laed",
    "ca6": "ohnd",
    "ca7": "ilnd",
    "ca8": "mnd",
    "ca9": "casd",
    "ca10": "nmd",
    "ca11": "flmd",
    "cadc": "dcd",
}
"""A district of each circuit that keeps one clock."""
OFFENSE = "start: 2026-03-14 04:10, end: 2026-03-14 06:55"


def count(offense: str, inside: str = OFFENSE) -> str:
    """One count of an offense."""
    return counts(f"offense: {offense}, {inside}")


def threat(inside: str = "", id: str = "t", kinds: str = "death") -> str:
    """One threat of death to the daughter, unless something else is said."""
    return f"  - {{id: {id}, speaker: rolo, kinds: [{kinds}], {inside}}}\n"


def threats(*each: str) -> str:
    """The section of threats."""
    return "threats:\n" + "".join(each)


def chance(inside: str, id: str = "opp") -> str:
    """The section of opportunities with one before the offense."""
    return f"opportunities:\n  - {{id: {id}, what: a stop, when: 2026-03-14 03:00, {inside}}}\n"


def searched(record: Record) -> tuple[Asked, Reasons]:
    """A record with its reasons on the counts left."""
    asked = Asked(record)
    found = find_reasons(asked.setting, asked.doctrine, asked.circuit, asked.charges)
    return asked, found


def route_of(record: Record) -> CommonLaw:
    """The common-law route of a record."""
    asked, found = searched(record)
    return find_common_law(asked.setting, asked.doctrine, asked.circuit, found)


def route(body: str = "", court: str = "ca9", charges: str = DRUGS) -> CommonLaw:
    """The common-law route of a small case."""
    return route_of(case(body, charges=charges, district=DISTRICTS[court]))


def element(body: str, id: str, court: str = "ca9", charges: str = DRUGS) -> ElementFinding:
    """One element of a small case."""
    found = route(body, court, charges).element(id)
    assert found is not None
    return found


def reason(finding: ElementFinding, rule: str) -> Reason | None:
    """The first reason of a rule, if there is one."""
    return next((each for each in finding.reasons if each.rule == rule), None)


def rules(finding: ElementFinding) -> set[str]:
    """The rules that apply to known facts."""
    return {each.rule for each in finding.reasons if not each.is_open}


def asked_about(finding: ElementFinding) -> set[str]:
    """The gaps of an element."""
    return {gap.id for gap in finding.gaps}
