"""How a version gets its number, and a file that leaves the office its place.

The folder of a version is claimed in one step, with the outward file in it, and the file is put
in its place after that, by whoever comes first: the run that drafted it, or the next one.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from drafter.versions.files import sync_folder, write_synced
from drafter.versions.layout import Series

WAITING = "outward.docx"
"""An outward file in the folder of its version, until it is put where it may leave from."""


def placed(folder: Path, series: Series, number: int) -> bool:
    """Move what was drafted to its place; False when another run has the number."""
    if not _claim(folder, series.folder(number)):
        return False
    try:
        deliver(series, number)
        sync_folder(series.internal)
    except OSError:
        series.folder(number).rename(folder)
        raise
    return True


def deliver(series: Series, number: int) -> None:
    """Put an outward file that waits in the folder of its version in its place.

    The number is that version's, so whoever comes first does the same as the one who drafted it.
    """
    waiting = series.folder(number) / WAITING
    if not os.path.isfile(waiting):
        return
    series.outward.mkdir(parents=True, exist_ok=True)
    target = series.outward / series.file_name(number, ".docx")
    with suppress(FileExistsError, FileNotFoundError):  # another run has just done it
        _link(waiting, target)
    waiting.unlink(missing_ok=True)
    sync_folder(series.outward)


def _link(waiting: Path, target: Path) -> None:
    try:
        os.link(waiting, target)
    except (FileExistsError, FileNotFoundError):
        raise
    except OSError:  # a file system without links; exclusive creation is the next best
        write_synced(target, waiting.read_bytes())


def _claim(folder: Path, target: Path) -> bool:
    """Move the finished folder to its number; False when another run has that number."""
    if target.exists():
        return False
    try:
        folder.rename(target)
    except OSError:
        if target.exists():
            return False
        raise
    return True
