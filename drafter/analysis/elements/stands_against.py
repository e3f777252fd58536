"""The facts on which authority of this court stands against an element, and nothing meets it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from drafter.analysis.elements.types import ElementFinding
from drafter.analysis.findings import Reason
from drafter.analysis.reasons.grouped import is_short
from drafter.casefile.fact import Fact
from drafter.doctrine.element import Element


class StandsAgainst(Struct, frozen=True):
    """Some facts, and the elements on which the same facts stand unmet under an authority."""

    facts: tuple[Fact, ...]
    """Never empty."""
    elements: tuple[Element, ...]
    reasons: tuple[Reason, ...]
    """One of each authority."""

    @property
    def id(self) -> str:
        """The ids of the facts."""
        return ".".join(each.id for each in self.facts)


def find_stands_against(findings: Iterable[ElementFinding]) -> tuple[StandsAgainst, ...]:
    """Find them in the order of the list, elements on which the same facts stand together."""
    found: dict[tuple[str, ...], list[tuple[Element, list[Reason]]]] = {}
    for finding in findings:
        for reasons in _by_authority(finding.unmet):
            ids = tuple(each.subject for each in reasons)
            found.setdefault(ids, []).append((finding.element, reasons))
    return tuple(map(_together, found.values()))


def _by_authority(unmet: Iterable[Reason]) -> Iterable[list[Reason]]:
    found: dict[str, dict[str, Reason]] = {}
    for each in unmet:
        if each.fact and each.authority and not each.persuasive and not is_short(each):
            found.setdefault(each.authority, {}).setdefault(each.subject, each)
    return [list(each.values()) for each in found.values()]


def _together(found: list[tuple[Element, list[Reason]]]) -> StandsAgainst:
    elements = {element.id: element for element, _ in found}
    reasons = {first.authority: first for _, (first, *_) in found}
    facts = (each.fact for each in found[0][1])
    return StandsAgainst(
        tuple(each for each in facts if each), tuple(elements.values()), tuple(reasons.values())
    )
