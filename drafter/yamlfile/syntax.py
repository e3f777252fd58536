"""A parser's complaints, libyaml's or the Python one's, in plain words."""

from __future__ import annotations

import re

import yaml
from msgspec import Struct

ESCAPES = "Write each backslash twice, or use single quotes."
_QUOTE = "If it is part of the text, put the whole text in quotes."
_QUOTES = (
    "Put text that holds one kind of quotation mark between marks of the other kind, "
    "or under a |, indented."
)
_ALIGN = (
    "The lines of one group begin in the same column, each with a name and a colon, or each with -."
)


class _Fault(Struct, frozen=True):
    """What a parser says (``said``) at such a place, and what to tell the reader.

    ``before`` and ``here`` match the line up to the place and from it on.
    ``{char}`` and ``{seen}``: the character there, the line at which the parser gave up.
    """

    said: str
    message: str
    hint: str
    before: str = ""
    here: str = ""
    at_start: bool = False
    """The place is where the thing began, not where the parser gave up."""


_FAULTS = (
    _Fault(
        "any token|tab character",
        "A tab stands where only spaces may.",
        "Indent with spaces.",
        here=r"\t",
    ),
    _Fault("any token|node content", "A value cannot begin with {char}.", _QUOTE),
    _Fault(
        "scanning an? (alias|anchor|tag|directive)|parsing a tag",
        "A value cannot begin with {char}.",
        _QUOTE,
        at_start=True,
    ),
    _Fault(
        "mapping values",
        "A second `name:` stands in this line.",
        "If the colon is part of the text, put the whole text in quotes.",
        before=r"[^\s\[{-].*:\s",
    ),
    _Fault(
        "mapping values",
        "A `name:` cannot stand here.",
        "Check the indentation. If the line goes on with the text above, put that text in quotes "
        "or under a |.",
    ),
    _Fault(
        "quoted scalar.*(end of stream|document)",
        "A quotation mark is opened here and never closed.",
        f"Close it. {_QUOTES}",
        at_start=True,
    ),
    _Fault("escape|hexa?decimal", "A backslash begins an escape, but this is none.", ESCAPES),
    _Fault(
        "expected ':'",
        "This line has no `name:`.",
        "A name, a colon, a space, the value. A line that goes on with the text above is indented.",
        at_start=True,
    ),
    _Fault(
        "expected ','",
        "The {char} opened here is not closed, or a comma is missing (seen on line {seen}).",
        "Close the bracket, or put the text in quotes.",
        at_start=True,
    ),
    _Fault(
        "block sequence entries",
        "A list cannot begin in this place.",
        f"Put each `- ` on a line of its own. {_QUOTE}",
    ),
    _Fault(
        "expected key|<block end>",
        "Text goes on after a closing quotation mark.",
        _QUOTES,
        before=r"[\"'] *$",
    ),
    _Fault("'-' indicator|expected key|<block end>", "This line is out of place.", _ALIGN),
    _Fault(
        "block scalar",
        "After | or > the text begins on the next line.",
        _QUOTE,
    ),
    _Fault("document start", "The file goes on after its end.", "Delete the `...` above."),
    _Fault("", "This cannot be understood as YAML.", "Check quotes and indentation near here."),
)


def explain(error: yaml.MarkedYAMLError, lines: list[str]) -> tuple[int, int, str, str]:
    """Give line and column (from 1), what is wrong, and what would fix it."""
    said = f"{error.context or ''} {error.problem or ''}"
    seen = error.problem_mark or error.context_mark
    began = error.context_mark or seen
    for fault in _FAULTS:
        mark = began if fault.at_start else seen
        line, column = _place(mark, lines)
        before, here = lines[line - 1][: column - 1], lines[line - 1][column - 1 :]
        if (
            re.search(fault.said, said)
            and re.search(fault.before, before)
            and re.match(fault.here, here)
        ):
            words = {"char": here[:1] or "nothing", "seen": _place(seen, lines)[0]}
            return line, column, fault.message.format(**words), fault.hint
    raise AssertionError("the last fault matches anything")


def _place(mark: yaml.Mark | None, lines: list[str]) -> tuple[int, int]:
    """Return line and column from 1, inside the text even when the mark is past its end."""
    if mark is None:
        return 1, 1
    line = min(mark.line, len(lines) - 1)
    return line + 1, min(mark.column, len(lines[line])) + 1
