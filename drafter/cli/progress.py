"""How far a run is, said once it has lasted a second."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock, Thread
from types import TracebackType

import click

FIRST = 1.0
"""Seconds after which a run says how far it is."""
_TERMINAL, _LINES = 0.2, 10.0
"""Seconds from one word to the next: on a terminal it overwrites itself."""
_FEW = 20
"""Cases up to which, where there is no terminal, the first word waits as long as the next."""
_CLEAR = "\r\x1b[K"


class Progress:
    """A word on standard error about a run that lasts; none about a quick or a quiet one."""

    def __init__(self, *, quiet: bool, first: float = FIRST) -> None:
        self.done = 0
        self.failed = 0
        self._total = 0
        self._first = first
        self._terminal = sys.stderr.isatty()
        self._over = Event()
        self._lock = Lock()
        self._shown = False
        self._thread = None if quiet else Thread(target=self._watch, daemon=True)

    def begin(self, total: int) -> None:
        """Count cases from now on."""
        self._total = total

    def __enter__(self) -> Progress:
        """Begin to watch."""
        if self._thread:
            self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop watching; a terminal's line is taken away."""
        self._over.set()
        if self._thread:
            self._thread.join()
        self._wipe()

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Let others print lines of their own."""
        with self._lock:
            self._wipe()
            yield

    def _watch(self) -> None:
        over = self._over.wait(self._first)
        if not self._terminal and self._total <= _FEW:
            over = over or self._over.wait(_LINES)
        while not over:
            self._say()
            over = self._over.wait(_TERMINAL if self._terminal else _LINES)

    def _say(self) -> None:
        with self._lock:
            if self._terminal:
                click.echo(f"{_CLEAR}{self._words()}", nl=False, err=True, color=True)
                self._shown = True
            else:
                click.echo(self._words(), err=True)

    def _words(self) -> str:
        return words(self.done, self._total, self.failed)

    def _wipe(self) -> None:
        if self._shown:
            click.echo(_CLEAR, nl=False, err=True, color=True)
            self._shown = False


def words(done: int, total: int, failed: int) -> str:
    """Say how far a run of some cases is; of one, or of none counted yet, what it is at."""
    if total < 2:
        return "At work on the case" if total else "Reading the law and the templates"
    failures = f", {failed:,} failed" if failed else ""
    return f"{done:,} of {total:,} cases{failures}"
