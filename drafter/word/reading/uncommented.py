"""A Word file without its comments."""

from __future__ import annotations

from drafter.word.markup import W
from drafter.word.reading.altered import Altered

_W = f"{{{W}}}"
_MARKS = tuple(
    f"{_W}{name}" for name in ("commentRangeStart", "commentRangeEnd", "commentReference")
)


def uncommented(data: bytes) -> bytes:
    """Return a file of which no word has a comment on it any more; equal bytes where none had.

    LibreOffice 7.4 mistakes the notes of a file where a comment stands between the first two
    of them: it repeats the first, or leaves both empty.
    """
    file = Altered(data)
    marks = list(file.body.iter(*_MARKS))
    if not marks:
        return data
    for mark in marks:
        parent = mark.getparent()
        assert parent is not None
        parent.remove(mark)
    return file.packed()
