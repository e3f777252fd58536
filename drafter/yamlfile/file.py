"""Reading a file: its bytes, its values, and problems placed in it later."""

from __future__ import annotations

import stat
from dataclasses import dataclass, field
from pathlib import Path

from drafter.errors import CaseFileError, Problem, SourceLocation
from drafter.yamlfile.page import MAX_BYTES, Page
from drafter.yamlfile.places import Place, Value, YamlPath, find


@dataclass(frozen=True, slots=True)
class YamlFile:
    """A file that has been read: its values, and where each of them stands.

    ``path`` is the name that locations carry; the top of ``value`` is always a mapping.
    """

    path: str
    value: dict[str, Value]
    _lines: list[str] = field(repr=False, compare=False)
    _root: Place = field(repr=False, compare=False)

    def locate(self, path: YamlPath) -> SourceLocation:
        """Place of the value at ``path``, or of the nearest one above it that is there."""
        line, column, *_ = find(self._root, path)
        return SourceLocation(self.path, line, column)

    def locate_key(self, path: YamlPath) -> SourceLocation:
        """Place of the key of that value; a list item and the top are their own keys."""
        _, _, line, column, _ = find(self._root, path)
        return SourceLocation(self.path, line, column)

    def problem(
        self, path: YamlPath, message: str, hint: str = "", *, key: bool = False
    ) -> Problem:
        """Make a problem that stands at the value at ``path``, or at its key."""
        location = self.locate_key(path) if key else self.locate(path)
        return Problem(location, message, hint, self._lines[location.line - 1])


def read(path: Path | str) -> YamlFile:
    """Read a UTF-8 file of at most 16 MB; CaseFileError with every problem found."""
    return parse(contents(path), str(path))


def parse(text: str | bytes, name: str) -> YamlFile:
    """Read text that is at hand; ``name`` is what locations call it.

    Raises CaseFileError with every problem found, up to the fiftieth.
    """
    # Here, because yaml costs 15 ms and a case that has not changed is never parsed.
    from drafter.yamlfile.walk import Walk

    page = Page.decode(name, text)
    page.report_unreadable()
    value, root = Walk(page).document()
    if page.problems:
        raise CaseFileError(page.problems)
    return YamlFile(name, value, page.lines, root)


def readable(content: bytes, name: str) -> str:
    """Return the text of a file that is no YAML; CaseFileError when no document can hold it."""
    page = Page.decode(name, content)
    page.report_unreadable()
    if page.problems:
        raise CaseFileError(page.problems)
    return page.text


def contents(path: Path | str) -> bytes:
    """Return the bytes of a file for ``parse``; CaseFileError when it cannot be read.

    Of a file larger than ``parse`` takes, only as much as shows that it is.
    """
    path = Path(path)
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            kind = "a folder" if path.is_dir() else "not an ordinary file"
            raise CaseFileError(f"{path}: this is {kind}; a YAML file is needed.")
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise CaseFileError(f"{path}: there is no such file.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise CaseFileError(f"{path}: the file cannot be read ({reason}).") from None
