"""Many cases, each on its own, in this process or in several."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from functools import cache
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread
from traceback import format_exception

from msgspec import Struct, structs

from drafter.errors import CaseFileError, DrafterError, Problem
from drafter.pipeline.outcomes import CaseOutcome, Fault
from drafter.pipeline.session import Session
from drafter.pipeline.setup import Setup, expect_many
from drafter.pipeline.sources import Source, shared_ids
from drafter.pipeline.wanted import Wanted
from drafter.versions.index import Entry

_FIRST_CLOSE = 32
_WORTH = 8
"""Cases a process; for fewer none is begun, since that takes as long."""


class Order(Struct, frozen=True):
    """What is to be drafted of each case, and with what."""

    setup: Setup
    wanted: tuple[Wanted, ...]
    force: bool = False
    """Whether a version is written also where the newest says the same."""
    dry_run: bool = False
    """Whether nothing is written."""


Case = tuple[Path, Problem | None]
"""A case file, and what is wrong with it before it is read."""


def draft_all(
    session: Session, paths: Sequence[Path], order: Order, jobs: int = 1
) -> Iterator[CaseOutcome]:
    """Draft each case; what is wrong with one never stops the rest.

    Files that share an id are refused, all of them, before anything is written.  ``jobs``: how
    many processes may draft at once; what each of them makes is what one would make.
    """
    shared = shared_ids(paths)
    cases = [(path, shared.get(path)) for path in paths]
    workers = min(jobs, _left(session, cases, order) // _WORTH) if jobs > 1 else 1
    drafted = _drafted_by(workers, session, cases, order) if workers > 1 else None
    next_close = _FIRST_CLOSE
    try:
        for done, case in enumerate(drafted or _drafted(session, cases, order), 1):
            yield case
            # Twice as far each time: the index is written whole, and the run stays linear.
            if done == next_close:
                session.close()
                next_close *= 2
    finally:
        session.close()


def _left(session: Session, cases: Iterable[Case], order: Order) -> int:
    """How many cases have to be drafted: something changed, or it is not known that nothing did."""
    return sum(order.force or not _unchanged(session, path, order.wanted) for path, _ in cases)


def _unchanged(session: Session, path: Path, wanted: Sequence[Wanted]) -> bool:
    try:
        return len(session.unchanged(Source.read(path), wanted)) == len(wanted)
    except CaseFileError:
        return True  # nothing is drafted of it


def _drafted(session: Session, cases: Iterable[Case], order: Order) -> Iterator[CaseOutcome]:
    for path, problem in cases:
        try:
            if problem is not None:
                raise CaseFileError(problem)
            outcomes = session.draft(
                Source.read(path), order.wanted, force=order.force, dry_run=order.dry_run
            )
        except DrafterError as error:
            yield CaseOutcome(path, error=error)
        except Exception as error:
            yield CaseOutcome(path, fault=Fault(repr(error), "".join(format_exception(error))))
        else:
            yield CaseOutcome(path, outcomes)


Done = tuple[CaseOutcome, Mapping[str, Entry]]
"""What became of a case in another process, and what that knows now of unchanged ones."""


def _drafted_by(
    workers: int, session: Session, cases: Sequence[Case], order: Order
) -> Iterator[CaseOutcome]:
    """Draft in other processes, in the order of the cases; this one keeps what they know.

    What a process leaves that was stopped from outside is drafted in this one.
    """
    pool = _pool(workers)
    given = deque((case, pool.submit(_done, order, case)) for case in cases)
    try:
        while given:
            case, future = given[0]
            try:
                outcome, stored = future.result()
            except BrokenProcessPool:
                (outcome,) = _drafted(session, (case,), order)
                stored = {}
            given.popleft()  # nothing of a case is held once it is told
            session.store.keep(stored)
            yield outcome
    finally:
        pool.shutdown(cancel_futures=True)
        for _, future in given:
            _keep(future, session)


def _keep(future: Future[Done], session: Session) -> None:
    """Keep what is known of a case that was drafted though nobody waits for it any more."""
    if future.done() and not future.cancelled() and future.exception() is None:
        session.store.keep(future.result()[1])


def _pool(workers: int) -> Executor:
    """Processes that begin anew: a copy of this one would wait for threads that it has not."""
    # Whoever kills this process is not to be told how Python tidies up after it.
    told = (os.environ.get("PYTHONWARNINGS", ""), "ignore:resource_tracker:UserWarning")
    os.environ["PYTHONWARNINGS"] = ",".join(filter(None, told))
    return ProcessPoolExecutor(workers, get_context("spawn"), _ready)


def _ready() -> None:
    """Let a process end with the one that began it, and with nothing else."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal sends Ctrl-C to all of them
    Thread(target=_end_with_parent, daemon=True).start()
    expect_many()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
    os._exit(1)


def _done(order: Order, case: Case) -> Done:
    """What another process makes of a case; the draft itself is not sent."""
    session = _session(order.setup)
    (made,) = _drafted(session, (case,), order)
    outcomes = tuple(replace(each, draft=None) for each in made.outcomes)
    return structs.replace(made, outcomes=outcomes), session.store.taken()


@cache
def _session(setup: Setup) -> Session:
    return Session(setup)
