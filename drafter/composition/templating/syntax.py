"""A template file as lines in which every tag is one opaque token.

Jinja's own lexer finds the tags, so a bar, an asterisk or a brace inside a tag
never meets the Markdown rules.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from jinja2 import TemplateSyntaxError
from jinja2.lexer import Lexer
from msgspec import Struct

from drafter.errors import Problem, SourceLocation, TemplateError

MASK = re.compile("\x02([0-9]+)\x03")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_NEWLINE = re.compile(r"\r\n|\r")
_OPENERS = {"if": "endif", "for": "endfor", "macro": "endmacro", "call": "endcall"}
_TURNS = ("else", "elif")
_PLAIN = ("include", "import", "from", "set")
_CLOSERS = (*_OPENERS.values(), "endset")
_NO_TRIMMING = "write `{%` and `%}`: blank space takes care of itself"
_ASSIGNMENT = re.compile(r"\{%\s*set\s+[\w\s,.]+=")


class Tag(Struct, frozen=True):
    """One ``{{ }}`` or ``{% %}`` and where it stands."""

    text: str
    keyword: str
    """The first word of a ``{% %}``; empty for ``{{ }}``."""
    place: SourceLocation
    assigns: bool = False
    """Holds a single ``=``: tells ``set x = 1`` from a set block."""

    @property
    def closer(self) -> str:
        """The tag that must close this one, if any must."""
        if self.keyword == "set" and not self.assigns:
            return "endset"
        return _OPENERS.get(self.keyword, "")

    @property
    def is_turn(self) -> bool:
        """Whether it is an ``else`` or ``elif``."""
        return self.keyword in _TURNS

    @property
    def is_closer(self) -> bool:
        """Whether it closes another tag."""
        return self.keyword.startswith("end")


class Line(Struct, frozen=True):
    """One line with its tags masked; ``number`` is its first line in the file."""

    number: int
    text: str


@dataclass(slots=True)
class Source:
    """A template file, masked."""

    path: str
    text: str
    tags: list[Tag] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    starts: list[int] = field(init=False)
    """Where each line of ``text`` begins."""

    def __post_init__(self) -> None:
        self.starts = [0, *(found.end() for found in re.finditer("\n", self.text))]

    def place(self, line: Line, offset: int = 0) -> SourceLocation:
        """The place in the file of a position in a masked line."""
        column = offset + 1
        for found in MASK.finditer(line.text, 0, offset):
            column += len(self.tags[int(found[1])].text) - len(found[0])
        return SourceLocation(self.path, line.number, column)

    def fault(self, place: SourceLocation, message: str, hint: str = "") -> TemplateError:
        """Make the error for a fault at ``place``, with the line it stands in."""
        return TemplateError(Problem(place, message, hint, excerpt_of(self.text, place.line)))


def read_source(text: str, path: str, lexer: Lexer) -> Source:
    """Find the tags of a template; raises TemplateError for what the language leaves out."""
    source = Source(path, _NEWLINE.sub("\n", text.removeprefix("\ufeff")))
    if found := _CONTROL.search(source.text):
        raise source.fault(_place(source, found.start()), "a control character", "delete it")
    masker = _Masker(source)
    try:
        for start, kind, value in _parts(source, lexer):
            masker.take(start, kind, value)
    except TemplateSyntaxError as error:
        place = SourceLocation(path, error.lineno, 1)
        raise source.fault(place, error.message or "cannot be read") from None
    masker.end_line()
    return source


class _Masker:
    """Writes the lines of a source, tag by tag."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._number = self._next = 1
        self._text = ""
        self._had_comment = False

    def take(self, start: int, kind: str, value: str) -> None:
        """Add a stretch of text, a tag or a comment."""
        if kind == "data":
            first, *rest = value.split("\n")
            self._text += first
            for text in rest:
                self._next += 1
                self.end_line()
                self._text = text
            return
        if kind == "tag":
            self._text += f"\x02{len(self._source.tags)}\x03"
            self._source.tags.append(_tag(self._source, start, value))
        self._had_comment |= kind == "comment"
        # Its line ends belong to it: the line goes on where it ends.
        self._next += value.count("\n")

    def end_line(self) -> None:
        """Close the line; one that held only a comment does not count, not even as blank."""
        if self._text.strip() or not self._had_comment:
            self._source.lines.append(Line(self._number, self._text))
        self._number, self._text, self._had_comment = self._next, "", False


def _parts(source: Source, lexer: Lexer) -> Iterator[tuple[int, str, str]]:
    """Stretches of the text as (start, ``data`` | ``tag`` | ``comment``, text)."""
    position, start, kind = 0, 0, ""
    for _, token, value in lexer.tokeniter(source.text, source.path):
        if token in ("raw_begin", "raw_end"):
            hint = 'print braces as words: {{ "{{" }}'
            raise source.fault(_place(source, position), "there is no `raw` tag", hint)
        if not kind and token != "data":
            start, kind = position, "comment" if token == "comment_begin" else "tag"
            if value[-1] in "-+" and kind == "tag":
                # The lexer has dropped the space before it, so the position is not exact.
                start = source.text.find(value, position)
                raise source.fault(_place(source, start), "a tag with `-` or `+`", _NO_TRIMMING)
        position += len(value)
        if token == "data":
            yield position - len(value), "data", value
        elif token in ("comment_end", "variable_end", "block_end"):
            yield start, kind, source.text[start:position]
            kind = ""
    if kind:
        raise source.fault(_place(source, start), "this tag is not closed")


def _tag(source: Source, start: int, text: str) -> Tag:
    place = _place(source, start)
    if text.rstrip()[-3] in "-+":
        raise source.fault(place, "a tag with `-` or `+`", _NO_TRIMMING)
    if text.startswith("{{"):
        return Tag(text, "", place)
    word = re.match(r"\s*(\w*)", text[2:-2])
    tag = Tag(text, word[1] if word else "", place, assigns=bool(_ASSIGNMENT.match(text)))
    if not (tag.closer or tag.is_turn or tag.keyword in _PLAIN or tag.keyword in _CLOSERS):
        known = ", ".join((*_OPENERS, *_TURNS, *_PLAIN))
        raise source.fault(place, f"there is no tag `{tag.keyword}`", f"there are {known}")
    return tag


def _place(source: Source, position: int) -> SourceLocation:
    line = bisect_right(source.starts, position)
    return SourceLocation(source.path, line, position - source.starts[line - 1] + 1)


def excerpt_of(text: str, line: int) -> str:
    """Line ``line`` of ``text``, counted from 1, or nothing."""
    lines = text.split("\n")
    return lines[line - 1] if 0 < line <= len(lines) else ""
