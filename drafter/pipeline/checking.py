"""Whether case files can be drafted, before any of them is."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from drafter import yamlfile
from drafter.casefile.migrations import PRESENT, head_problems, upgraded
from drafter.errors import CaseFileError, GapsError, Problem
from drafter.pipeline.session import Session
from drafter.pipeline.sources import Source, case_path, shared_ids
from drafter.pipeline.wanted import Wanted

if TYPE_CHECKING:
    from drafter.facts.record import Record


_FILED_WORDS = {
    "filing_theme": "The words of the filing’s theme",
    "filing_reasons": "The words of the filing’s reasons",
}
_TIE = "Tie each statement of fact in them to facts that may leave the office, or reword them."


def source_of(session: Session, case: str) -> Source:
    """Read the case file that a path or an id means; CaseFileError when it cannot be read."""
    return Source.read(case_path(case, session.store))


def check(session: Session, cases: Sequence[str]) -> Iterator[tuple[Source, Record]]:
    """Yield each sound case, then raise CaseFileError with every problem of the others."""
    sources, problems = _read(session, cases)
    shared = shared_ids([source.path for source in sources])
    for source in sources:
        try:
            record = session.record(source)
        except CaseFileError as error:
            problems += error.problems
        else:
            if source.path not in shared:
                yield source, record
    if problems or shared:
        raise CaseFileError([*problems, *shared.values()])


def schemas(paths: Sequence[Path]) -> Iterator[tuple[Path, int]]:
    """Yield each file of a known schema with its number, then raise CaseFileError with the others.

    Of a file only that much is judged; ``check`` tells the rest.
    """
    problems: list[Problem] = []
    for path in paths:
        try:
            file = upgraded(yamlfile.read(path))
        except CaseFileError as error:
            problems += error.problems
        else:
            head = list(head_problems(file))
            problems += head
            if not head:
                yield path, PRESENT
    if problems:
        raise CaseFileError(problems)


def unsourced_words(record: Record) -> Iterator[Problem]:
    """Yield what a filing prints in counsel's own words where nothing says what they rest on."""
    case_file = record.case_file
    sentencing = record.case.sentencing
    for field, name in _FILED_WORDS.items():
        if getattr(sentencing, field) and not getattr(sentencing, f"{field}_sources"):
            message = f"{name} carry no source, and no gate can tell what they rest on."
            yield case_file.file.problem(("sentencing", field), message, _TIE)


def ranges_off_the_table(session: Session, record: Record) -> Iterator[Problem]:
    """Yield each range entered that the sentencing table does not give, if nothing says why."""
    from drafter.analysis.filing.gates import range_problems
    from drafter.analysis.sentencing.computation import computations_of
    from drafter.analysis.sentencing.dates import dates_of

    dates = dates_of(record, session.doctrine)
    entered = computations_of(record.case.sentencing, dates, session.doctrine)
    yield from range_problems(entered, record)


def traits_unheard(session: Session, record: Record) -> Iterator[Problem]:
    """Yield each trait that changes nothing, since the kind of its item does not ask for it."""
    from drafter.analysis.evidence.idle_traits import idle_traits

    for each in idle_traits(record.case.evidence, session.doctrine):
        case_file, item = record.case_file, each.item
        message = (
            f"`{each.trait}` changes nothing: nothing asks it of an item of kind `{item.kind}`."
        )
        hint = f"It counts for {', '.join(each.kinds)}. If the item is none of these, leave it out."
        yield case_file.file.problem(
            (*case_file.paths[item.id], "traits", each.place), message, hint
        )


def sound_cases(
    session: Session, cases: Sequence[str], wanted: Sequence[Wanted], *, strict: bool = False
) -> list[Source]:
    """Return the cases of one command, of which each is then sure to be drafted.

    CaseFileError with every problem of every one; where facts are missing and ``strict``
    was asked for, GapsError with every gap.  A single case is read when it is drafted,
    and one that has not changed was sound when it was drafted last.
    """
    sources, problems = _read(session, cases)
    problems += shared_ids([source.path for source in sources]).values()
    gaps: list[Problem] = []
    for source in sources if len(cases) > 1 else ():
        if not strict and len(session.unchanged(source, wanted)) == len(wanted):
            continue
        try:
            if strict:
                session.draft(source, wanted, strict=True, dry_run=True)
            else:
                session.record(source)
        except GapsError as error:
            gaps += error.problems
        except CaseFileError as error:
            problems += error.problems
    if problems:
        raise CaseFileError(problems)
    if gaps:
        raise GapsError(gaps)
    return sources


def _read(session: Session, cases: Sequence[str]) -> tuple[list[Source], list[Problem]]:
    """The cases that can be read, each once; what is wrong with the others."""
    problems: list[Problem] = []
    found: dict[str, Source] = {}
    for case in cases:
        try:
            source = source_of(session, case)
        except CaseFileError as error:
            problems += error.problems
        else:
            found.setdefault(os.path.realpath(source.path), source)
    return list(found.values()), problems
