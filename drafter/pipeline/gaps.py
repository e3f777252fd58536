"""Missing facts as problems, for those who want none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafter.casefile.reader import CaseFile
from drafter.composition.blocks import Document
from drafter.composition.vocabulary.gapping import marked_in
from drafter.errors import Problem
from drafter.facts.gaps import Gap
from drafter.facts.record import Record


def gap_problems(record: Record, documents: Iterable[tuple[str, Document]]) -> Iterator[Problem]:
    """Yield a problem for each missing fact, at the item it belongs to: those of the record first.

    ``documents``: each by its title.  One asks for more than the record knows to be missing, by
    what it concludes.
    """
    known = {gap.phrase for gap in record.gaps}
    told: set[str] = set()
    yield from (_problem(gap, record.case_file, f" (`{gap.id}`)") for gap in record.gaps)
    for title, document in documents:
        for gap in marked_in(document.blocks, record):
            if gap.phrase not in known and gap.id not in told:
                told.add(gap.id)
                yield _problem(gap, record.case_file, f"; the {title} asks for it")


def _problem(gap: Gap, case_file: CaseFile, which: str) -> Problem:
    owner = case_file.paths.get(gap.owner) if gap.owner else tuple(gap.id.split("."))
    return case_file.file.problem(owner or (), f"Missing: {gap.phrase}{which}.")
