"""A share of a batch: some of its cases, drafted one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import replace
from functools import cache
from pathlib import Path
from traceback import format_exception

from msgspec import Struct, structs

from drafter.errors import CaseFileError, DrafterError, Problem
from drafter.pipeline.outcomes import CaseOutcome, Fault
from drafter.pipeline.session import Session
from drafter.pipeline.setup import Setup
from drafter.pipeline.sources import Source
from drafter.pipeline.wanted import Wanted
from drafter.versions.index import Entry


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
Done = tuple[CaseOutcome, Mapping[str, Entry]]
"""What became of a case in another process, and what that knows now of unchanged ones."""


class Crew(Struct, frozen=True):
    """Who drafts in place of this process."""

    pool: Executor
    share: int
    """How many cases are given at once."""
    work: Callable[[Order, Sequence[Case]], Sequence[Done]]
    lost: tuple[type[Exception], ...]
    """What is raised of a share that was given and of which nothing will come."""


def drafted(session: Session, cases: Iterable[Case], order: Order) -> Iterator[CaseOutcome]:
    """Draft each case; what is wrong with one, ours or the user's, never stops the rest."""
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


def done(order: Order, share: Sequence[Case]) -> list[Done]:
    """What a process makes of a share that another one gave it; the drafts are not sent back."""
    session = session_of(order.setup)
    return [(_sent(made), session.store.taken()) for made in drafted(session, share, order)]


def _sent(made: CaseOutcome) -> CaseOutcome:
    return structs.replace(
        made, outcomes=tuple(replace(each, draft=None) for each in made.outcomes)
    )


@cache
def session_of(setup: Setup) -> Session:
    """The session of a process that drafts for another one."""
    return Session(setup)
