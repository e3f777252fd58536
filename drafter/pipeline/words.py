"""The words that the law library gives to the validation of case files."""

from __future__ import annotations

from drafter.casefile.vocabulary import Vocabulary
from drafter.doctrine import Library, kinds
from drafter.doctrine.deadline import Anchor
from drafter.doctrine.kinds import Kind
from drafter.doctrine.predicate_words import PREDICATE_WORDS
from drafter.doctrine.vocabulary import Concept


def vocabulary(library: Library) -> Vocabulary:
    """Return what a case file may name: kinds of evidence, offenses, courts, and the like."""
    return Vocabulary(
        evidence_kinds=_ids(library, kinds.EVIDENCE),
        traits=PREDICATE_WORDS,
        offenses=_ids(library, kinds.OFFENSES),
        elements=frozenset(Concept),
        districts={
            name: frozenset(division.id for division in district.divisions)
            for district in library.only(kinds.DISTRICTS).districts
            for name in (district.id, district.abbreviation)
        },
        from_service=frozenset(
            each.id
            for each in library.shelf(kinds.DEADLINES).values()
            if each.anchor is Anchor.SERVICE
        ),
    )


def _ids(library: Library, kind: Kind[object]) -> frozenset[str]:
    """The ids of a folder of records; an earlier version has the id of the current one."""
    return frozenset(key.partition("@")[0] for key in library.shelf(kind))
