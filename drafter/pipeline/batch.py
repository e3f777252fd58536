"""Many cases, each on its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from drafter.errors import CaseFileError, Problem
from drafter.pipeline.outcomes import CaseOutcome
from drafter.pipeline.session import Session
from drafter.pipeline.sources import Source, shared_ids
from drafter.pipeline.wanted import Wanted

_FIRST_CLOSE = 32


def draft_all(
    session: Session,
    paths: Sequence[Path],
    wanted: Sequence[Wanted],
    *,
    force: bool = False,
    dry_run: bool = False,
) -> Iterator[CaseOutcome]:
    """Draft each case; what is wrong with one never stops the rest.

    Files that share an id are refused, all of them, before anything is written.
    """
    shared = shared_ids(paths)
    next_close = _FIRST_CLOSE
    try:
        for done, path in enumerate(paths, 1):
            yield _draft(session, path, wanted, shared.get(path), force=force, dry_run=dry_run)
            # Twice as far each time: the index is written whole, and the run stays linear.
            if done == next_close:
                session.close()
                next_close *= 2
    finally:
        session.close()


def _draft(
    session: Session,
    path: Path,
    wanted: Sequence[Wanted],
    shared: Problem | None,
    *,
    force: bool,
    dry_run: bool,
) -> CaseOutcome:
    try:
        if shared is not None:
            raise CaseFileError(shared)
        outcomes = session.draft(Source.read(path), wanted, force=force, dry_run=dry_run)
    except Exception as error:
        return CaseOutcome(path, error=error)
    return CaseOutcome(path, outcomes)
