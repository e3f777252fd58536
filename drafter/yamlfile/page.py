"""The text of one file before it is YAML: encoding, characters, problems found."""

from __future__ import annotations

import re
from typing import NoReturn

from drafter.errors import CaseFileError, Problem, SourceLocation

MAX_BYTES = 16_000_000
"""A case of 25,000 items of evidence and as many events is half of this."""
MAX_PROBLEMS = 50

# Control characters, what ends a line for YAML but not for an editor, a byte order
# mark inside the text, and the surrogates that stand for bytes that are not UTF-8.
# The bad ones are listed, not the good ones: a tenth of the time to compile, at each start.
_UNREADABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)
_INVISIBLE = frozenset({0x85, 0x2028, 0x2029, 0xFEFF})


class Page:
    """The text of a file, and the problems found in it so far.

    ``readable`` has a stand-in for each character the parser would stop at, one
    for one, so that the rest of the file is looked at too; ``lines`` are its
    lines without their ends.
    """

    def __init__(self, name: str, text: str) -> None:
        self.name, self.text = name, text
        self.readable = _UNREADABLE.sub("\ufffd", text)
        self.lines = _split(self.readable)
        self.problems: list[Problem] = []

    @classmethod
    def decode(cls, name: str, text: str | bytes) -> Page:
        """Take text or UTF-8, a leading byte order mark left out."""
        if len(text) > MAX_BYTES:
            _refuse(name, "The file is larger than 16 MB.", "Is it the right file?")
        if isinstance(text, bytes):
            if text.startswith((b"\xff\xfe", b"\xfe\xff")):
                _refuse(name, "The file is UTF-16.", "Save it again with encoding UTF-8.")
            text = text.decode("utf-8", "surrogateescape")
        return cls(name, text.removeprefix("\ufeff"))

    def report(self, line: int, column: int, message: str, hint: str = "") -> None:
        """Keep a problem; with the fiftieth, stop reading."""
        location = SourceLocation(self.name, line, column)
        self.problems.append(Problem(location, message, hint, self.lines[line - 1]))
        if len(self.problems) == MAX_PROBLEMS:
            self.problems.append(Problem(None, f"Only {MAX_PROBLEMS} problems are listed."))
            raise CaseFileError(self.problems)

    def report_unreadable(self) -> None:
        """Report each character that cannot stand in a file as it is."""
        if self.readable == self.text:
            return
        for number, line in enumerate(_split(self.text), 1):
            for match in _UNREADABLE.finditer(line):
                self.report(number, match.start() + 1, *_fault(ord(match.group())))


def _split(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _fault(code: int) -> tuple[str, str]:
    if 0xDC80 <= code <= 0xDCFF:
        hint = "Save the file again with encoding UTF-8, and look at the text here."
        return f"The byte 0x{code - 0xDC00:02X} is not UTF-8.", hint
    if code in _INVISIBLE:
        return f"An invisible character stands here (U+{code:04X}).", "Delete it and type a space."
    return f"A character stands here that no document can hold (U+{code:04X}).", "Delete it."


def _refuse(name: str, message: str, hint: str) -> NoReturn:
    raise CaseFileError(Problem(SourceLocation(name, 1, 1), message, hint))
