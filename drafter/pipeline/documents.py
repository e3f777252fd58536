"""Word files that somebody names: read once, and what is wrong with one said with its name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from drafter.errors import CaseFileError, Problem
from drafter.word.parts import DOCUMENT_TYPE
from drafter.word.reading.inspection import inspect
from drafter.word.reading.inventory import Inventory
from drafter.word.reading.opened import Opened

_LARGEST = 256 * 1024 * 1024


def contents(path: Path) -> bytes:
    """Return the bytes of a file; CaseFileError when it cannot be read, or is far too large."""
    try:
        size = path.stat().st_size
        if size > _LARGEST:
            raise CaseFileError(f"{path}: the file has {size:,} bytes, which is too much.")
        return path.read_bytes()
    except OSError as error:
        raise CaseFileError(f"{path}: the file cannot be read ({error.strerror}).") from error


def closed(path: Path) -> None:
    """CaseFileError when Word or LibreOffice has a file open: what is typed there is not in it.

    Both leave a file beside it that says so.  Word's has the name from its third character on,
    and a short name from an earlier one.
    """
    short = path.name[min(2, max(0, len(path.stem) - 6)) :]
    for name in (f"~${short}", f".~lock.{path.name}#"):
        if (mark := path.with_name(name)).exists():
            message = f"{path}: the file is open in Word or LibreOffice."
            hint = f"Save and close it there; if nobody has it open, delete {mark}."
            raise CaseFileError(Problem(None, message, hint))


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Put the name of the file before what is said to be wrong with it."""
    try:
        yield
    except CaseFileError as error:
        said = [Problem(None, f"{path}: {each.message}", each.hint) for each in error.problems]
        raise CaseFileError(said) from error


def a_document(path: Path, data: bytes) -> None:
    """CaseFileError where what is made of a Word file would not open as the ``.docx`` it is called.

    Word opens no template and nothing with macros under that name.
    """
    with naming(path):
        opened = Opened(data)
        if opened.content_type(opened.main) not in ("", DOCUMENT_TYPE):
            message = "The file is a template or has macros (.dotx, .docm)."
            raise CaseFileError(
                Problem(None, message, "Save it in Word as a Word document (.docx).")
            )


def inventory_of(path: Path) -> Inventory:
    """Return what a Word file holds; CaseFileError when it is none, or cannot be read."""
    data = contents(path)
    with naming(path):
        return inspect(data)
