"""The law of sentencing as one day has it, looked up once for any number of cases."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from drafter.analysis.sentencing.types import CaseToWeigh
from drafter.casefile.matter import Charge
from drafter.doctrine import kinds
from drafter.doctrine.guidelines import Adjustment, PolicyStatement, SentencingFactor
from drafter.doctrine.in_force import Doctrine
from drafter.doctrine.manual_selection import ManualSelection
from drafter.doctrine.offense import Offense, OffenseNature
from drafter.doctrine.route import Route
from drafter.doctrine.sentencing_table import SentencingTable
from drafter.doctrine.vocabulary import COURTS

_SECTION = re.compile(r"\d[A-Z]\d\.\d+")
_DEPARTURE = "ussg_5k2_12"


class SentencingLaw(Struct, frozen=True):
    """The records that findings on sentencing turn on."""

    selection: ManualSelection
    table: SentencingTable
    factors: tuple[SentencingFactor, ...]
    """Every factor, in force on the day or not, in order: an older Manual may govern."""
    adjustments: Mapping[str, Adjustment]
    """Every adjustment, likewise."""
    guidelines: Mapping[str, str]
    """Adjustment to the section it rests on, `3B1.2`; one that rests on none is not a key."""
    texts: tuple[PolicyStatement, ...]
    """The texts of § 5K2.12, the latest first."""
    route: Route
    offenses: Mapping[str, Offense]
    """The categories of offense."""


@lru_cache(maxsize=16)
def law_of(doctrine: Doctrine) -> SentencingLaw:
    """The law of sentencing; it holds nothing of any case."""
    library = doctrine.library
    factors, adjustments = library.shelf(kinds.FACTORS), library.shelf(kinds.ADJUSTMENTS)
    versions = library.shelf(kinds.POLICY_STATEMENTS).versions(_DEPARTURE)
    found = {id: adjustments[id] for id in adjustments}
    cites = {id: doctrine.authority(each.authority).cite for id, each in found.items()}
    return SentencingLaw(
        selection=doctrine.only(kinds.MANUAL_SELECTION),
        table=doctrine.only(kinds.SENTENCING_TABLE),
        factors=tuple(sorted((factors[id] for id in factors), key=lambda each: each.order)),
        adjustments=found,
        guidelines={id: named[0] for id, cite in cites.items() if (named := section_of(cite))},
        texts=tuple(
            # Each has the id of its version: two of them may stand in one paper.
            replace(each, id=each.authority.replace("@", "-"))
            for each in sorted(versions, key=lambda each: each.ended.effective, reverse=True)
        ),
        route=doctrine.route("section_28"),
        offenses=library.shelf(kinds.OFFENSES),
    )


def section_of(cite: str) -> list[str]:
    """The guideline sections a citation names: `U.S.S.G. § 3B1.2(b)` gives `3B1.2`."""
    return _SECTION.findall(cite)


def reaches(adjustment: Adjustment, charge: Charge, offenses: Mapping[str, Offense]) -> bool:
    """Whether a count is of an offense that an adjustment lists; one that lists none reaches all.

    An agreement to commit a listed offense is of it by the statute that it is charged under:
    the safety valve lists 21 U.S.C. § 846, which counsel may have entered as a conspiracy.
    """
    listed = adjustment.offenses
    if not listed or charge.offense in listed:
        return True
    agreed = OffenseNature.AGREEMENT in offenses[charge.offense].nature
    return agreed and any(offenses[each].named_in(charge.statute) for each in listed)


@lru_cache(maxsize=128)
def cases_to_weigh(doctrine: Doctrine, circuit: str) -> tuple[CaseToWeigh, ...]:
    """Decisions on coercion at sentencing: the circuit's first, then by court and year."""
    listed = doctrine.only(kinds.OUTLINE_SECTIONS)
    kept_back = listed.working_authorities
    found = (doctrine.authority(id) for id in (*listed.authorities, *kept_back))
    cases = (
        CaseToWeigh(each, each.court in (circuit, "scotus"), each.id in kept_back)
        for each in found
        if each.in_force(doctrine.day)
    )
    return tuple(sorted(cases, key=_rank))


def _rank(case: CaseToWeigh) -> tuple[bool, int, int, str]:
    court = case.authority.court
    place = COURTS.index(court) if court in COURTS else len(COURTS)
    return not case.controlling, place, case.authority.year or 0, case.id
