"""The words in a PDF that are on none of its pages: in forms, links, places and their names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject, IndirectObject, StreamObject, TextStringObject

MOST_NODES = 500_000
"""Nodes that are looked at; a tagged page has a few dozen."""
_TAG = re.compile(r"<[^>]*>")


def strings(reader: PdfReader) -> Iterator[str]:
    """Yield every text of the file, in whatever it stands, as it is read: `%C3%AD` is `í`.

    What a page or a field draws is no such text; what the data of a form say is.
    """
    waiting: list[Any] = [reader.trailer]
    seen, looked = set[int](), 0
    while waiting and looked < MOST_NODES:
        looked += 1
        each = waiting.pop()
        if isinstance(each, IndirectObject):
            if each.idnum in seen:
                continue
            seen.add(each.idnum)
            each = resolved(each)
        if isinstance(each, TextStringObject):
            yield unquote(each)
        elif isinstance(each, list):
            waiting += each
        elif isinstance(each, DictionaryObject):
            waiting += each.values()
            yield from _data(each)


def _data(holder: DictionaryObject) -> Iterator[str]:
    """What the data of a form say, which its fields show."""
    form = resolved(holder.get("/XFA"))
    for part in form if isinstance(form, list) else (form,):
        if isinstance(stream := resolved(part), StreamObject):
            yield without_tags(stream)


def without_tags(stream: StreamObject) -> str:
    """Return the words of XML in a stream."""
    return _TAG.sub("\t", stream.get_data().decode("utf-8", "replace"))


def shown(page: PageObject, annotation: DictionaryObject) -> Iterator[str]:
    """Yield what a field or mark on a page shows there, in each of its states."""
    look = resolved(annotation.get("/AP"))
    normal = resolved(look.get("/N")) if isinstance(look, DictionaryObject) else None
    states = normal.values() if type(normal) is DictionaryObject else (normal,)
    drawn: list[Any] = [each for each in map(resolved, states) if isinstance(each, StreamObject)]
    yield from map(page.extract_xform_text, drawn)


def resolved(value: Any) -> Any:
    """Return what a reference leads to; anything else as it is."""
    return value.get_object() if isinstance(value, IndirectObject) else value
