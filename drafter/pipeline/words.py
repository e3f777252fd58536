"""The words that the law library gives to the validation of case files."""

from __future__ import annotations

from drafter.casefile.vocabulary import Vocabulary
from drafter.doctrine import Library, kinds
from drafter.doctrine.kinds import Kind
from drafter.doctrine.vocabulary import PREDICATES, Concept


def vocabulary(library: Library) -> Vocabulary:
    """Return what a case file may name: kinds of evidence, traits, offenses, elements, courts."""
    return Vocabulary(
        evidence_kinds=_ids(library, kinds.EVIDENCE),
        traits=PREDICATES,
        offenses=_ids(library, kinds.OFFENSES),
        elements=frozenset(Concept),
        districts={
            name: frozenset(division.id for division in district.divisions)
            for district in library.only(kinds.DISTRICTS).districts
            for name in (district.id, district.abbreviation)
        },
    )


def _ids(library: Library, kind: Kind[object]) -> frozenset[str]:
    """The ids of a folder of records; an earlier version has the id of the current one."""
    return frozenset(key.partition("@")[0] for key in library.shelf(kind))
