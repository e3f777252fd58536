"""Workers of a Dask scheduler that draft for a batch: other machines, which see the same folders.

A worker lives for days and works for others too.  So each share of the cases is drafted by a
process that the worker begins for it (``apart``), in the folder in which the batch was begun:
that one reads law and templates anew, and its paths mean what they mean here.
"""

from __future__ import annotations

import logging
import os
import pickle
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

from drafter.errors import CaseFileError, OutputError, Problem
from drafter.pipeline.apart import Basis, Given
from drafter.pipeline.session import Session
from drafter.pipeline.shares import Case, Crew, Done, Order

if TYPE_CHECKING:
    from distributed import Client

_ANSWERS = 5
"""Seconds in which a scheduler has to answer."""
_SMALLEST, _LARGEST = 8, 16
"""Cases of a share: to begin a process takes as long as to draft some."""
_SHARES = 4
"""For each thread of a worker where there are so many, so that none waits long for the last."""


@contextmanager
def cluster(address: str, session: Session, order: Order, cases: int) -> Iterator[Crew]:
    """The workers of the scheduler at that address, each of which would draft what this does.

    CaseFileError when it cannot be reached, has no workers, or one of them has another drafter,
    law or templates, or does not see the folders; OutputError when nothing can be written here.
    Then nothing was drafted.
    """
    with _client(address) as client:
        basis = Basis(session.basis, os.getcwd())
        threads = _threads(client, address)
        _require_alike(client, basis, order)
        share = min(_LARGEST, max(_SMALLEST, cases // (threads * _SHARES)))
        yield Crew(
            client.get_executor(pure=False),  # type: ignore[no-untyped-call]
            share,
            partial(_drafted_apart, basis),
            # Whatever it is that a worker, a scheduler or the way between them raises.
            (Exception,),
        )


@contextmanager
def _client(address: str) -> Iterator[Client]:
    try:
        from distributed import Client
    except ImportError as error:
        hint = "Install it: pip install 'drafter[cluster]'."
        raise CaseFileError(
            Problem(None, "--executor needs the package `distributed`, which is not here.", hint)
        ) from error
    # What it has to say of workers that come and go is no part of what became of the cases.
    for name in ("distributed", "distributed.client"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        client = Client(address, timeout=_ANSWERS, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        hint = "Begin one with `dask scheduler`, and give its address: tcp://host:8786."
        raise CaseFileError(
            Problem(None, f"--executor {address}: no scheduler answers there.", hint)
        ) from error
    with client:
        yield client


def _threads(client: Client, address: str) -> int:
    workers = client.scheduler_info(n_workers=-1)["workers"].values()
    if not workers:
        hint = f"Begin one, on each machine that is to draft: dask worker {address}."
        raise CaseFileError(Problem(None, f"--executor {address} has no workers.", hint))
    return sum(int(each["nthreads"]) for each in workers)


def _require_alike(client: Client, basis: Basis, order: Order) -> None:
    """Let each worker begin the process that would draft, and tell what keeps it from that."""
    with _token(order) as token:
        ask = Given(Basis(basis.inputs, basis.folder, token), order, ())
        found = client.run(_begun, ask, on_error="return")
    wrong = [(name, said) for name, said in sorted(found.items()) if said is not None]
    if wrong:
        raise CaseFileError(
            Problem(None, f"The worker {name} cannot draft this batch: {said}")
            for name, said in wrong
        )


@contextmanager
def _token(order: Order) -> Iterator[str]:
    """A file by which a worker sees that it would write where this machine reads; then no more."""
    if order.dry_run:
        yield ""
        return
    token = order.setup.output / f".batch-{uuid4().hex}"
    try:
        token.parent.mkdir(parents=True, exist_ok=True)
        token.touch()
    except OSError as error:
        raise OutputError(f"{token.parent}: cannot be written ({error.strerror}).") from error
    try:
        yield str(token.absolute())
    finally:
        token.unlink(missing_ok=True)


def _drafted_apart(basis: Basis, order: Order, share: Sequence[Case]) -> Sequence[Done]:
    """Run by a worker: draft a share in a process of its own."""
    run = _run(Given(basis, order, tuple(share)))
    if run.returncode:
        raise ChildProcessError(_said(run))
    found: Sequence[Done] = pickle.loads(run.stdout)
    return found


def _begun(ask: Given) -> str | None:
    """Run by a worker: why the process that would draft cannot, if so."""
    try:
        run = _run(ask)
    except OSError as error:
        return f"{ask.basis.folder}: {error.strerror}."
    return _said(run) if run.returncode else None


def _run(given: Given) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "drafter.pipeline.apart"]
    return subprocess.run(
        command, cwd=given.basis.folder, input=pickle.dumps(given), capture_output=True, check=False
    )


def _said(run: subprocess.CompletedProcess[bytes]) -> str:
    """The last line that a process wrote on standard error, where what ended it stands."""
    lines = run.stderr.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else f"its process ended with {run.returncode}."
