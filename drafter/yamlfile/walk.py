"""One walk over the parser's events: values, places, and what is refused.

Anchors, aliases, merge keys and tags, a key given twice, text lost behind a
``#``: what a case file has no use for and what could mislead its reader.  Depth
is counted here, because libyaml's own composer crashes on very deep nesting.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml

from drafter.errors import CaseFileError
from drafter.yamlfile.page import Page
from drafter.yamlfile.places import Inside, Place, Value
from drafter.yamlfile.syntax import ESCAPES, explain

MAX_DEPTH = 40

_NULLS = frozenset({"", "~", "null"})
# What XML 1.0, and so a Word document, cannot hold: only an escape can bring it in.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_GLUED_COMMENT = re.compile(r"[ \t]+#[^\s#]")
_GLUED = re.compile(r"#[^\s#]")  # found twenty times as fast, and almost never there

_QUOTE = "If it is part of the text, put the whole text in quotes."
_WRITE_OUT = f"Write the value out in each place. {_QUOTE}"
_MAPPING = "Begin with lines of the form `name: value`."
_COMMENT = "If it is text, put the whole text in quotes; if a comment, put a space after the #."

# The stubs leave an event's marks open to None; in an event from a parser they are
# there.  Any ends with this module.
_Event = Any
# A parser makes events of just these types, and asks for them a few thousand times.
_Scalar, _MappingEnd, _SequenceEnd = yaml.ScalarEvent, yaml.MappingEndEvent, yaml.SequenceEndEvent


class Walk:
    """Reads the events of one page, keeps what it understands, reports the rest to it."""

    def __init__(self, page: Page) -> None:
        loader = yaml.CLoader if yaml.__with_libyaml__ else yaml.Loader
        self._page = page
        self._next: Callable[[], _Event] = loader(page.readable).get_event
        self._may_lose_text = _GLUED.search(page.readable) is not None

    def document(self) -> tuple[dict[str, Value], Place]:
        """Give the top mapping and its place; CaseFileError if reading cannot go on."""
        try:
            return self._document()
        except yaml.MarkedYAMLError as error:
            self._page.report(*explain(error, self._page.lines))
        except (ValueError, OverflowError):  # yaml without libyaml, at "\UFFFFFFFF"
            self._page.report(1, 1, "An escape in this file names no character.", ESCAPES)
        raise CaseFileError(self._page.problems)

    def _document(self) -> tuple[dict[str, Value], Place]:
        self._next()  # the stream begins
        if isinstance(top := self._next(), yaml.StreamEndEvent):
            self._page.report(1, 1, "The file is empty.", _MAPPING)
            return {}, (1, 1, 1, 1, None)
        top = self._next()
        value, inside = self._node(top, 1)
        if value is None:
            self._page.report(1, 1, "The file is empty.", _MAPPING)
        elif not isinstance(value, dict):
            self._fault(top, "The file is not a mapping.", _MAPPING)
        self._next()  # the document ends
        if isinstance(second := self._next(), yaml.DocumentStartEvent):
            self._fault(second, "A second document begins here.", "Make it a file of its own.")
        at = _at(top)
        return value if isinstance(value, dict) else {}, (*at, *at, inside)

    def _node(self, event: _Event, depth: int) -> tuple[Value, Inside]:
        if event.anchor is not None:
            self._refuse_anchor(event)
            if isinstance(event, yaml.AliasEvent):
                return None, None
        if event.tag is not None:
            self._fault(event, "This is a tag (!); a case file may hold none.", _QUOTE)
        if type(event) is _Scalar:
            return self._scalar(event), None
        if depth > MAX_DEPTH:
            self._fault(event, f"This is nested more than {MAX_DEPTH} levels deep.")
            raise CaseFileError(self._page.problems)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(depth)
        return self._list(depth)

    def _mapping(self, depth: int) -> tuple[dict[str, Value], dict[str, Place]]:
        values: dict[str, Value] = {}
        places: dict[str, Place] = {}
        while type(name := self._next()) is not _MappingEnd:
            key = self._key(name, depth)
            event = self._next()
            value, inside = self._node(event, depth + 1)
            if key in values:
                message = f"{key!r:.60} is given twice, first on line {places[key][2]}."
                self._fault(name, message, "Keep one of them, or join the two.")
            elif key is not None:
                values[key] = value
                places[key] = (*_at(event), *_at(name), inside)
        return values, places

    def _key(self, event: _Event, depth: int) -> str | None:
        key, _ = self._node(event, depth + 1)
        if key == "<<" and not event.style:
            message = "This is a merge key (<<); a case file may hold none."
            self._fault(event, message, _WRITE_OUT)
        elif isinstance(key, str):
            return key
        elif isinstance(event, yaml.CollectionStartEvent):
            self._fault(event, "A name must be text, not a list or a mapping.", _QUOTE)
        elif isinstance(event, yaml.ScalarEvent):
            self._fault(event, "A value stands here without a name.", "Write `name: value`.")
        return None

    def _list(self, depth: int) -> tuple[list[Value], list[Place]]:
        values: list[Value] = []
        places: list[Place] = []
        while type(event := self._next()) is not _SequenceEnd:
            value, inside = self._node(event, depth + 1)
            at = _at(event)
            values.append(value)
            places.append((*at, *at, inside))
        return values, places

    def _scalar(self, event: _Event) -> str | None:
        value: str = event.value
        if not event.style:
            if self._may_lose_text:
                self._refuse_lost_text(event)
            return None if value in _NULLS else value
        if event.style == '"' and (bad := _NOT_XML.search(value)):
            code = f"U+{ord(bad.group()):04X}"
            message = f"This text has an escape for {code}, which no document can hold."
            self._fault(event, message, "Delete the escape.")
        return value

    def _refuse_lost_text(self, event: _Event) -> None:
        """Refuse ``Count #2``: YAML would read ``Count`` and drop the rest."""
        line, column = event.end_mark.line, event.end_mark.column
        if lost := _GLUED_COMMENT.match(self._page.lines[line], column):
            message = "What follows # is a comment to YAML, and is lost from the text."
            self._page.report(line + 1, lost.end() - 1, message, _COMMENT)

    def _refuse_anchor(self, event: _Event) -> None:
        alias = isinstance(event, yaml.AliasEvent)
        name = f"an alias (*{event.anchor:.30})" if alias else f"an anchor (&{event.anchor:.30})"
        self._fault(event, f"This is {name}; a case file may hold none.", _WRITE_OUT)

    def _fault(self, event: _Event, message: str, hint: str = "") -> None:
        self._page.report(*_at(event), message, hint)


def _at(event: _Event) -> tuple[int, int]:
    mark = event.start_mark
    return mark.line + 1, mark.column + 1
