"""Word files that others have edited with tracked changes, in the one reading that is asked."""

from __future__ import annotations

from pathlib import Path

from drafter.errors import CaseFileError, Problem
from drafter.pipeline.documents import contents, naming
from drafter.word.reading.opened import Opened
from drafter.word.reading.resolved import Reading, has_changes, resolved


def settled(path: Path, reading: Reading | None) -> bytes:
    """Return a Word file without tracked changes, as ``reading`` has it.

    A file that holds none comes as it is.  CaseFileError when it holds some and no reading was
    chosen, or when it cannot be read.
    """
    data = contents(path)
    with naming(path):
        if not has_changes(Opened(data)):
            return data
        if reading is not None:
            return resolved(data, reading)
    raise CaseFileError(
        Problem(
            None,
            f"{path}: the file holds tracked changes, and so two texts.",
            "accept or reject them in Word, or say --changes accepted|original",
        )
    )
