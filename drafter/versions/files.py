"""Files that are whole or absent, whenever the process or the machine stops."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from drafter.errors import OutputError, Problem

TEMPORARY = ".drafting-"
_STALE = 24 * 60 * 60
"""Seconds after which a temporary folder is taken to be a stopped run's."""


_HINT = "Free some space, close the file elsewhere, or choose another folder with --output."


@contextmanager
def writing(path: Path, hint: str = _HINT) -> Iterator[None]:
    """Turn what the system says against writing to ``path`` into an OutputError."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(Problem(None, f"{path}: cannot be written ({reason})", hint)) from error


def write_synced(path: Path, content: bytes) -> None:
    """Write a new file and wait until the disk has it; nothing of it is left if that fails."""
    with path.open("xb") as file:
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            path.unlink(missing_ok=True)
            raise


def write_whole(path: Path, content: bytes, hint: str = _HINT) -> None:
    """Put a file in its place, over an older one, in one step; OutputError if that fails."""
    with writing(path, hint):
        path.parent.mkdir(parents=True, exist_ok=True)
        waiting = _temporary(path.parent)
        write_synced(waiting, content)
        try:
            waiting.replace(path)
        except BaseException:
            waiting.unlink(missing_ok=True)
            raise


def write_named(path: Path, content: bytes, *, force: bool) -> None:
    """Put a file where somebody asked for it to be.

    OutputError where it cannot be, or where another file is there and no ``force``; one that
    says the same already is no obstacle.
    """
    try:
        if path.exists() and not force and path.read_bytes() != content:
            hint = "Name another file, or say --force to write over it."
            raise OutputError(Problem(None, f"{path}: there is such a file already", hint))
    except OSError as error:
        raise OutputError(f"{path}: cannot be read ({error.strerror}).") from error
    write_whole(path, content, "Free some space, close the file elsewhere, or name another file.")


def _temporary(parent: Path) -> Path:
    """A name nobody has; not ``tempfile``, whose files only their owner may read."""
    return parent / f"{TEMPORARY}{os.urandom(8).hex()}"


@contextmanager
def workshop(parent: Path) -> Iterator[Path]:
    """Give a temporary folder in ``parent``; what is left in it afterwards is removed.

    Leftovers of runs that were stopped go too, once they are a day older than
    the new folder: the disk's own clock decides, not the machine's.
    """
    parent.mkdir(parents=True, exist_ok=True)
    folder = _temporary(parent)
    folder.mkdir()
    try:
        _sweep(parent, folder.stat().st_mtime - _STALE)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _sweep(parent: Path, before: float) -> None:
    for path in parent.glob(f"{TEMPORARY}*"):
        try:
            if path.stat().st_mtime < before:
                shutil.rmtree(path, ignore_errors=True)
        except FileNotFoundError:
            continue


def sync_folder(folder: Path) -> None:
    """Wait until the disk has the folder's names, where a system lets one ask."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
