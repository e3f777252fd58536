"""Processes of this machine that draft for a batch."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from threading import Thread

from drafter.pipeline.setup import expect_many
from drafter.pipeline.shares import Crew, done


@contextmanager
def processes(workers: int) -> Iterator[Crew]:
    """So many processes, which begin anew: a copy would wait for threads that it has not.

    A case at a time: whoever stops the batch waits for no more than those at hand.
    """
    # Whoever kills this process is not to be told how Python tidies up after it.
    told = (os.environ.get("PYTHONWARNINGS", ""), "ignore:resource_tracker:UserWarning")
    os.environ["PYTHONWARNINGS"] = ",".join(filter(None, told))
    pool = ProcessPoolExecutor(workers, get_context("spawn"), _ready)
    try:
        yield Crew(pool, share=1, work=done, lost=(BrokenProcessPool,))
    finally:
        pool.shutdown(cancel_futures=True)


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
