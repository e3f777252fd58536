"""Many cases, each on its own, in this process or by others."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from drafter.errors import CaseFileError
from drafter.pipeline.outcomes import CaseOutcome
from drafter.pipeline.session import Session
from drafter.pipeline.shares import Case, Crew, Done, Order, drafted
from drafter.pipeline.sources import Source, shared_ids

_FIRST_CLOSE = 32
_WORTH = 8
"""Cases a process; for fewer none is begun, since that takes as long."""


def draft_all(
    session: Session,
    paths: Sequence[Path],
    order: Order,
    jobs: int = 1,
    scheduler: str | None = None,
) -> Iterator[CaseOutcome]:
    """Draft each case; what is wrong with one never stops the rest.

    Files that share an id are refused, all of them, before anything is written.  ``jobs``: how
    many processes may draft at once; ``scheduler``: the address of one of Dask, whose workers
    draft instead (errors are those of ``cluster``).  What others make is what one would make.
    """
    shared = shared_ids(paths)
    cases = [(path, shared.get(path)) for path in paths]
    next_close = _FIRST_CLOSE
    try:
        with _crew(session, cases, order, jobs, scheduler) as crew:
            made = _drafted_by(crew, session, cases, order) if crew else None
            for count, case in enumerate(made or drafted(session, cases, order), 1):
                yield case
                # Twice as far each time: the index is written whole, and the run stays linear.
                if count == next_close:
                    session.close()
                    next_close *= 2
    finally:
        session.close()


def _crew(
    session: Session, cases: Sequence[Case], order: Order, jobs: int, scheduler: str | None
) -> AbstractContextManager[Crew | None]:
    """Who drafts in place of this process, where that is worth it or was asked for."""
    if jobs == 1 and scheduler is None:
        return nullcontext()
    left = _left(session, cases, order)
    if scheduler is not None and left:
        from drafter.pipeline.cluster import cluster

        return cluster(scheduler, session, order, left)
    workers = min(jobs, left // _WORTH)
    if workers > 1:
        from drafter.pipeline.processes import processes

        return processes(workers)
    return nullcontext()


def _left(session: Session, cases: Iterable[Case], order: Order) -> int:
    """How many cases have to be drafted: something changed, or it is not known that nothing did."""
    return sum(order.force or not _unchanged(session, path, order) for path, _ in cases)


def _unchanged(session: Session, path: Path, order: Order) -> bool:
    try:
        return len(session.unchanged(Source.read(path), order.wanted)) == len(order.wanted)
    except CaseFileError:
        return True  # nothing is drafted of it


def _drafted_by(
    crew: Crew, session: Session, cases: Sequence[Case], order: Order
) -> Iterator[CaseOutcome]:
    """Let others draft, in the order of the cases; this process keeps what they know.

    What is lost with one of them, as when it was stopped from outside, is drafted in this one.
    """
    shares = (cases[at : at + crew.share] for at in range(0, len(cases), crew.share))
    given = deque((share, crew.pool.submit(crew.work, order, share)) for share in shares)
    try:
        while given:
            share, future = given[0]
            try:
                found = future.result()
            except crew.lost:
                found = [(each, {}) for each in drafted(session, share, order)]
            given.popleft()  # nothing of a case is held once it is told
            for outcome, stored in found:
                session.store.keep(stored)
                yield outcome
    finally:
        for running in [future for _, future in given if not future.cancel()]:
            _keep(running, session)


def _keep(future: Future[Sequence[Done]], session: Session) -> None:
    """Keep what is known of cases that were at hand when the batch was stopped."""
    if future.exception() is None:
        for _, stored in future.result():
            session.store.keep(stored)
