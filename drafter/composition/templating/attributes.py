"""``{#name .class audience=internal}`` at the end of a block, and the head of a table."""

from __future__ import annotations

import re

from msgspec import Struct

from drafter.composition.blocks import Audience
from drafter.composition.templating.syntax import Source
from drafter.errors import SourceLocation, TemplateError

# Braces after a backslash are text, and `{{`, `{%` never get here: tags are masked.
_GROUP = re.compile(r"(?<!\\)\{([^{}]*)\}\s*$")
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")
_HEAD = re.compile(
    r"\s*(?:(\{[^{}]*\})|widths=\"([^\"]*)\"|header=([0-9])"
    r"|caption=\"((?:\\.|[^\"\\])*)\"|(landscape)\b)"
)
_AUDIENCES = {"internal": Audience.INTERNAL, "sealed": Audience.SEALED}


class Attributes(Struct, frozen=True):
    """What a block says of itself."""

    name: str = ""
    style: str = ""
    audience: Audience = Audience.OUTWARD
    written: bool = False
    """Whether there were any braces."""


def split_attributes(text: str, source: Source, place: SourceLocation) -> tuple[str, Attributes]:
    """Part a block's text from the braces at its end; TemplateError for what they cannot say."""
    found = _GROUP.search(text)
    if not found:
        return text, Attributes()
    name, style, audience = "", "", Audience.OUTWARD
    for word in found[1].split() or [""]:
        if word[:1] == "#" and not name and _NAME.fullmatch(word[1:]):
            name = word[1:]
        elif word[:1] == "." and not style and _NAME.fullmatch(word[1:].lower()):
            style = word[1:]
        elif word.startswith("audience=") and word[9:] in _AUDIENCES:
            audience = _AUDIENCES[word[9:]]
        else:
            raise _not_an_attribute(found[0].strip(), source, place)
    return text[: found.start()], Attributes(name, style, audience, True)


def _not_an_attribute(braces: str, source: Source, place: SourceLocation) -> TemplateError:
    hint = r"write {#name .class audience=internal}, each at most once; text in braces is \{…}"
    shown = "{…}" if "\x02" in braces else braces
    return source.fault(place, f"`{shown}` is no name, class or audience", hint)


class TableHead(Struct, frozen=True):
    """What the line that opens a table says."""

    id: str
    widths: tuple[int, ...]
    header_rows: int
    landscape: bool = False
    style: str = ""
    caption: str = ""
    """As it is written, tags masked."""


def read_table_head(text: str, source: Source, place: SourceLocation) -> TableHead:
    """Read what follows ``::: table``; TemplateError unless id and widths make sense."""
    name, style, widths, header, caption, landscape, end = "", "", "", "1", "", False, 0
    while found := _HEAD.match(text, end):
        end = found.end()
        if found[1]:
            said = split_attributes(found[1], source, place)[1]
            name, style = said.name, said.style
        widths, header = found[2] or widths, found[3] or header
        caption, landscape = found[4] or caption, landscape or bool(found[5])
    numbers = tuple(int(width) for width in widths.split() if width.isdecimal())
    if text[end:].strip() or not name or len(numbers) != len(widths.split()):
        hint = '::: table {#id} widths="400 600" header=1 caption="Words above it"'
        raise source.fault(place, "a table opens with its id and its widths", hint)
    if sum(numbers) != 1000 or 0 in numbers:
        message = f"the widths add up to {sum(numbers)}, not 1000"
        raise source.fault(place, message, "widths are per mille of the text width")
    return TableHead(name, numbers, int(header), landscape, style, caption)
