"""What the analysis says of each element a court ruled on, and how the two agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from msgspec import structs

from drafter import yamlfile
from drafter.analysis.analyze import analyze
from drafter.analysis.elements.shown_types import ShownState
from drafter.analysis.elements.types import ElementFinding
from drafter.analysis.findings import Production
from drafter.analysis.result import Analysis
from drafter.casefile.reader import case_from
from drafter.doctrine import Library, kinds
from drafter.facts.record import record_of
from drafter.pipeline.words import vocabulary
from tests.decided.store import ELEMENTS, case_text
from tests.samples import AS_OF

LIBRARY = Library.load()
WORDS = vocabulary(LIBRARY)
STANDS_FOR = {"surrender": ("surrender", "dispossession")}
"""What a ruling on surrender is compared with: the element of that name, else the duty to give
the weapon up, which is what surrender is where possession is charged."""


class Agreement(StrEnum):
    """A verdict beside a ruling."""

    RIGHT = "right"
    FALSE_SUPPORTED = "false supported"
    FALSE_UNSUPPORTED = "false unsupported"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Compared:
    """One scorable element of one opinion."""

    opinion: str
    element: str
    ruling: str
    strong: bool
    verdict: str
    """The production verdict; `no element`: the court's list has none, so none is given."""
    alone: str
    """The same without any rule that rests on the opinion itself."""

    @property
    def agreement(self) -> Agreement:
        return agreement(self.ruling, self.verdict)


def agreement(ruling: str, verdict: str) -> Agreement:
    """How a verdict stands to a ruling; one that is not given abstains."""
    if ruling == "not_required":
        listed = {"no element": Agreement.RIGHT, "unsupported": Agreement.FALSE_UNSUPPORTED}
        return listed.get(verdict, Agreement.UNKNOWN)
    right = {"met": "supported", "not_met": "unsupported"}[ruling]
    if verdict == right:
        return Agreement.RIGHT
    wrong = {
        "supported": Agreement.FALSE_SUPPORTED,
        "unsupported": Agreement.FALSE_UNSUPPORTED,
    }
    return wrong.get(verdict, Agreement.UNKNOWN)


def analyzed(record: Mapping[str, Any], *, read: bool = True) -> Analysis:
    """The analysis of an opinion's case file, under the law of the day of the samples."""
    file = yamlfile.parse(case_text(record, read=read), f"{record['id']}.yaml")
    districts = LIBRARY.only(kinds.DISTRICTS)
    return analyze(record_of(case_from(file, WORDS), districts), LIBRARY.in_force(AS_OF))


def compare(record: Mapping[str, Any], analysis: Analysis) -> Iterator[Compared]:
    """Yield each element on which the record says that the court ruled."""
    own = own_authorities(record)
    for element in (name for name in ELEMENTS if name in record["scorable"]):
        names = STANDS_FOR.get(element, (element,))
        found = [f for name in names if (f := analysis.common_law.element(name))]
        yield Compared(
            record["id"],
            element,
            record["holding"][element],
            element in record["scorable_strong"],
            found[0].production.word if found else "no element",
            without(found[0], own).production.word if found else "no element",
        )


def own_authorities(record: Mapping[str, Any]) -> frozenset[str]:
    """The authorities of the library that are the opinion itself, by its place in a reporter."""
    cite = (record["citation"] or "").partition(" (")[0]
    name, year = record["caption"].partition(" (")[0].casefold(), record["year"]
    return frozenset(
        key.partition("@")[0]
        for key, each in LIBRARY.shelf(kinds.AUTHORITIES).items()
        if (cite and each.cite and each.cite.startswith(cite))
        or (each.name.casefold() == name and each.year == year)
    )


def without(found: ElementFinding, authorities: frozenset[str]) -> ElementFinding:
    """A finding as it would be had nobody written a rule from these authorities."""
    kept = tuple(each for each in found.reasons if each.authority not in authorities)
    showings = []
    for shown in found.showings:
        left = tuple(each for each in shown.reasons if each in kept)
        state = ShownState.MISSING if shown.reasons and not left else shown.state
        showings.append(structs.replace(shown, reasons=left, state=state))
    return structs.replace(found, reasons=kept, showings=tuple(showings))


def constants(compared: Iterable[Compared]) -> Mapping[str, list[Agreement]]:
    """What an answer that is always the same would score."""
    all_ = tuple(compared)
    return {
        word: [agreement(each.ruling, word) for each in all_]
        for word in (each.word for each in reversed(Production))
    }
