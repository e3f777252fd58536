"""What can go wrong, each kind with the exit code a user's script sees.

DrafterError
├── CaseFileError       2   something in a case file, or on the command line
├── TemplateError       2   something in a template
├── LawDataError        3   a law record is missing, doubled or malformed
├── OutputError         4   a document cannot be written
├── GapsError           5   facts are missing and ``--strict`` was asked for
├── GateError           6   an outward document was refused; nothing was written
└── NotAsDraftedError   7   ``verify``: the file is not as it was drafted

An error carries every problem found, never only the first.  Raising one never
prints; only ``drafter.cli`` turns errors into text.  Any other exception is a
bug and keeps its traceback.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from msgspec import Struct

_WIDEST = 120
"""Characters of a line that an excerpt shows around the place."""


class SourceLocation(Struct, frozen=True):
    """A place in a file; line and column count from 1."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Problem(Struct, frozen=True):
    """One thing wrong, where it is, and what would fix it."""

    location: SourceLocation | None
    message: str
    hint: str = ""
    excerpt: str = ""
    """The line of the file the problem stands in, without its line end."""

    def __str__(self) -> str:
        head = f"{self.location}: {self.message}" if self.location else self.message
        lines = [head]
        if self.excerpt and self.location:
            start = max(0, self.location.column - _WIDEST // 2)
            text = self.excerpt.expandtabs(1)[start : start + _WIDEST]
            lines += [f"    {text}", "    " + " " * (self.location.column - 1 - start) + "^"]
        if self.hint:
            lines.append(f"    {self.hint}")
        return "\n".join(lines)


class DrafterError(Exception):
    """A mistake the user can mend: every problem found, and the exit code."""

    exit_code: ClassVar[int] = 2

    def __init__(self, problems: Iterable[Problem] | Problem | str) -> None:
        if isinstance(problems, str):
            problems = Problem(None, problems)
        if isinstance(problems, Problem):
            problems = [problems]
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

    def __reduce__(self) -> tuple[type[DrafterError], tuple[tuple[Problem, ...]]]:
        # Survives the trip back from a worker process with its problems.
        return type(self), (self.problems,)


class CaseFileError(DrafterError):
    """The case file, or what was asked of it, is not usable."""


class TemplateError(DrafterError):
    """A template is not usable."""


class LawDataError(DrafterError):
    """A law record is missing, doubled or malformed."""

    exit_code = 3


class OutputError(DrafterError):
    """A document cannot be written where it belongs."""

    exit_code = 4


class GapsError(DrafterError):
    """Facts are missing and the caller asked for none to be."""

    exit_code = 5


class GateError(DrafterError):
    """An outward document was refused; nothing was written."""

    exit_code = 6


class NotAsDraftedError(DrafterError):
    """The file differs from the draft it claims to be."""

    exit_code = 7
