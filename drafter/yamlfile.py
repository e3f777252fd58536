"""YAML into plain values, each with its line and column.

Scalars stay text, so that ``21:40``, ``no`` and ``010`` reach the models as they
were typed; only an unquoted ``~``, ``null`` or nothing at all is None.  What a
case file has no use for and what could mislead its reader (anchors, aliases,
merge keys, tags, a key given twice, text lost behind a ``#``) is refused with
the place, and all of it at once.  One walk over the parser's events does it:
the composer of libyaml would crash on deep nesting.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeAlias

from drafter.errors import CaseFileError, Problem, SourceLocation

if TYPE_CHECKING:
    import yaml

Value: TypeAlias = "dict[str, Value] | list[Value] | str | None"
"""What a node of a file comes out as."""

YamlPath: TypeAlias = tuple[str | int, ...]
"""Keys and list positions from the top of a file down to one value."""

MAX_BYTES = 4_000_000
MAX_DEPTH = 40
MAX_PROBLEMS = 50

_Inside: TypeAlias = "dict[str, _Place] | list[_Place] | None"
# Line and column of the value, line and column of its key, the places inside it:
# a bare tuple, because one is made for every node.
_Place: TypeAlias = tuple[int, int, int, int, _Inside]

_NULLS = frozenset({"", "~", "null"})
# What may not stand in a file as it is: control characters, what would end a line
# for YAML but not for an editor, an inner byte order mark, and the surrogates that
# stand for bytes that are not UTF-8.
_UNREADABLE = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
# What a document cannot hold (XML 1.0), even written as an escape.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_END = re.compile("\r\n|\r|\n")
_GLUED_COMMENT = re.compile(r"[ \t]+#[^\s#]")


@dataclass(frozen=True, slots=True)
class YamlFile:
    """A file that has been read: its values, and where each of them stands.

    ``path`` is the name that locations carry, ``text`` the text without a byte
    order mark.  The top of ``value`` is always a mapping.
    """

    path: str
    text: str
    value: dict[str, Value]
    _lines: list[str] = field(repr=False, compare=False)
    _root: _Place = field(repr=False, compare=False)

    def locate(self, path: YamlPath) -> SourceLocation:
        """Place of the value at ``path``, or of the nearest value above it that is there."""
        line, column, *_ = self._find(path)
        return SourceLocation(self.path, line, column)

    def locate_key(self, path: YamlPath) -> SourceLocation:
        """Place of the key that names the value; a list item or the top is its own key."""
        _, _, line, column, _ = self._find(path)
        return SourceLocation(self.path, line, column)

    def problem(
        self, path: YamlPath, message: str, hint: str = "", *, key: bool = False
    ) -> Problem:
        """Make a problem that stands at the value at ``path``, or at its key."""
        location = self.locate_key(path) if key else self.locate(path)
        return Problem(location, message, hint, self._lines[location.line - 1])

    def _find(self, path: YamlPath) -> _Place:
        place = self._root
        for step in path:
            inside = place[4]
            if isinstance(inside, dict) and isinstance(step, str) and step in inside:
                place = inside[step]
            elif isinstance(inside, list) and isinstance(step, int) and 0 <= step < len(inside):
                place = inside[step]
            else:
                break
        return place


def read(path: Path | str) -> YamlFile:
    """Read a UTF-8 file of at most 4 MB; CaseFileError with every problem found."""
    return parse(_contents(Path(path)), str(path))


def parse(text: str | bytes, name: str) -> YamlFile:
    """Read text that is at hand; ``name`` is what locations call it.

    Raises CaseFileError with every problem found, up to 50 of them.
    """
    page = _Page(name, _decoded(text, name))
    page.report_unreadable()
    value, root = _Walk(page).document()
    if page.problems:
        raise CaseFileError(page.problems)
    return YamlFile(name, page.text, value, page.lines, root)


def _refuse(name: str, message: str, hint: str = "") -> NoReturn:
    raise CaseFileError(Problem(SourceLocation(name, 1, 1), message, hint))


def _contents(path: Path) -> bytes:
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
        raise CaseFileError(f"{path}: the file cannot be read ({reason}).") from error


def _decoded(text: str | bytes, name: str) -> str:
    if len(text) > MAX_BYTES:
        _refuse(name, "The file is larger than 4 MB.", "Is it the right file? Split it if it is.")
    if isinstance(text, bytes):
        if text.startswith((b"\xff\xfe", b"\xfe\xff")):
            _refuse(name, "The file is UTF-16, not UTF-8.", "Save it again with encoding UTF-8.")
        text = text.decode("utf-8", "surrogateescape")
    return text.removeprefix("\ufeff")


def _character(code: int) -> tuple[str, str]:
    if 0xDC80 <= code <= 0xDCFF:
        hint = "Save the file again with encoding UTF-8, then mend what looks wrong here."
        return f"The byte 0x{code - 0xDC00:02X} is not UTF-8 text.", hint
    if code in (0x85, 0x2028, 0x2029, 0xFEFF):
        return f"An invisible character, U+{code:04X}, stands here.", "Delete it and retype the gap."
    return f"The control character U+{code:04X} stands here.", "Delete it."


def _split(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


class _Page:
    """The text of one file, and the problems found in it so far.

    ``readable`` has a stand-in for each character the parser would stop at, one
    for one, so that the rest of the file is looked at too.
    """

    def __init__(self, name: str, text: str) -> None:
        self.name, self.text = name, text
        self.readable = _UNREADABLE.sub("\ufffd", text)
        self.lines = _split(self.readable)
        self.problems: list[Problem] = []

    def report(self, line: int, column: int, message: str, hint: str = "") -> None:
        """Keep a problem; with the fiftieth, stop reading."""
        location = SourceLocation(self.name, line, column)
        self.problems.append(Problem(location, message, hint, self.lines[line - 1]))
        if len(self.problems) == MAX_PROBLEMS:
            last = Problem(None, f"Only the first {MAX_PROBLEMS} problems are listed.")
            raise CaseFileError([*self.problems, last])

    def report_unreadable(self) -> None:
        if self.readable == self.text:
            return
        for number, line in enumerate(_split(self.text), 1):
            for match in _UNREADABLE.finditer(line):
                self.report(number, match.start() + 1, *_character(ord(match.group())))


class _Walk:
    """One pass over the events of a file; keeps what it understands, reports the rest."""

    def __init__(self, page: _Page) -> None:
        import yaml  # here, because a case that has not changed is never parsed

        loader = yaml.CLoader if yaml.__with_libyaml__ else yaml.Loader
        self._page = page
        self._next = loader(page.readable).get_event
        self._syntax_errors = yaml.YAMLError
        self._sees_glued = _GLUED_COMMENT.search(page.readable) is not None

    def document(self) -> tuple[dict[str, Value], _Place]:
        ...
