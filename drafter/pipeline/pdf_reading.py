"""The words of a PDF of any origin, page by page, and what of it is unfit to leave.

Nothing in the file is run, followed or fetched.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from msgspec import Struct
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

from drafter.composition.gates.passages import Passage
from drafter.errors import CaseFileError, Problem
from drafter.pipeline.pdf_strings import MOST_NODES, resolved, shown, strings, without_tags

_MOST_PAGES = 5_000
_GARBLED = re.compile("[\x00-\x08\x0e-\x1f\ufffd\ue000-\uf8ff]")
_MOST_GARBLED = 0.05
"""Of a page's letters, how many may be none: signs of fonts that do not say what they show."""
_LINKS = frozenset(("/Link", "/Widget"))
_PROGRAMS = ("/JavaScript", "/JS", "/OpenAction", "/AA")

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it finds odd is no message of ours


class PdfWords(Struct, frozen=True):
    """What was read in a PDF."""

    title: str
    passages: tuple[Passage, ...]
    unfit: tuple[Problem, ...]
    pictures: int
    """Pages with pictures on them."""
    authors: tuple[str, ...]


def read_pdf(data: bytes) -> PdfWords:
    """Read a PDF; CaseFileError, in plain words, when it is none, damaged or has a password."""
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise CaseFileError("The PDF has a password; save it without one.")
        if len(reader.pages) > _MOST_PAGES:
            raise CaseFileError(f"The PDF has {len(reader.pages):,} pages, which is too much.")
        return _read(reader, data)
    except CaseFileError:
        raise
    except (Exception, RecursionError) as error:  # a damaged file makes it raise anything
        raise CaseFileError("The file is not a PDF, or is damaged.") from error


def _read(reader: PdfReader, data: bytes) -> PdfWords:
    pages = [page.extract_text() for page in reader.pages]
    drawn = sum(1 for page in reader.pages if _has_pictures(page))
    problems = (
        *_unreadable(reader, pages),
        *_remarks(reader),
        *_kept_inside(reader),
        *_saved_over(data),
    )
    passages = [Passage(f"page {at}", text) for at, text in enumerate(pages, 1)]
    about = reader.metadata
    title, author = (about.title, about.author) if about else (None, None)
    authors = (author,) if author else ()
    beside = tuple(_beside(reader))
    told = {each.text for each in beside}
    rest = (text for text in dict.fromkeys(strings(reader)) if text not in told)
    passages += (*beside, *(Passage("a part that no page shows", text) for text in rest))
    return PdfWords(title or "", tuple(passages), problems, drawn, authors)


def _unreadable(reader: PdfReader, pages: list[str]) -> Iterator[Problem]:
    for at, text in enumerate(pages, 1):
        letters = [letter for letter in text if not letter.isspace()]
        if not letters and reader.pages[at - 1].get_contents() is not None:
            message = f"page {at} has no words that can be read: it may be a picture of them"
            yield Problem(None, message, "recognize its text (OCR), or clear the Word file")
        elif letters and len(_GARBLED.findall(text)) > _MOST_GARBLED * len(letters):
            message = f"page {at} cannot be read: its fonts do not say which letters they show"
            yield Problem(None, message, "clear the Word file that it was made from")


def _remarks(reader: PdfReader) -> Iterator[Problem]:
    count = sum(1 for _, each in _annotations(reader) if each.get("/Subtype") not in _LINKS)
    if count:
        message = f"{count:,} comments or marks lie on its pages"
        yield Problem(None, message, "print a PDF without comments from the Word file")


def _kept_inside(reader: PdfReader) -> Iterator[Problem]:
    root = reader.root_object
    if reader.attachments or any(
        each.get("/Subtype") == "/FileAttachment" for _, each in _annotations(reader)
    ):
        yield Problem(None, "other files are attached to it", "take them out")
    names = resolved(root.get("/Names"))
    for place in (root, names if isinstance(names, DictionaryObject) else {}):
        for name in _PROGRAMS:
            action = resolved(place.get(name))
            # An action that only says where to open the file is none that runs.
            if action is not None and not _opens_at(action):
                yield Problem(None, "it runs something when it is opened", "print it anew")
                return
    if "/OCProperties" in root:
        message = "it has layers, which can be shown and hidden"
        yield Problem(None, message, "print it anew, flat")


def _opens_at(action: object) -> bool:
    return isinstance(action, list) or (
        isinstance(action, DictionaryObject) and action.get("/S") == "/GoTo"
    )


def _saved_over(data: bytes) -> Iterator[Problem]:
    """A file that is saved over itself keeps what it said before, for whoever looks."""
    ends = len(re.findall(rb"startxref\s+\d+", data))
    if ends > (2 if b"/Linearized" in data[:2048] else 1):
        message = "it was changed after it was made, and keeps what it said before"
        yield Problem(None, message, "print it anew, to a new file")


def _beside(reader: PdfReader) -> Iterator[Passage]:
    for name, value in (reader.metadata or {}).items():
        yield Passage(f"a property of the file ({name.lstrip('/')})", str(value))
    if (packet := resolved(reader.root_object.get("/Metadata"))) is not None:
        yield Passage("a property of the file (XMP)", without_tags(packet))
    for at, each in _annotations(reader):
        for name in ("/T", "/Contents", "/V", "/Subj", "/TU"):
            if (said := resolved(each.get(name))) is not None:
                yield Passage(f"a comment, field or link on page {at}", str(said))
        for said in shown(reader.pages[at - 1], each):
            yield Passage(f"a comment, field or link on page {at}", said)
        action = resolved(each.get("/A"))
        if isinstance(action, DictionaryObject) and "/URI" in action:
            yield Passage(f"a link on page {at}", str(resolved(action["/URI"])))
    yield from (Passage("a bookmark", each) for each in _outline(reader.outline))
    yield from (Passage("a description for who cannot see", each) for each in _described(reader))


def _annotations(reader: PdfReader) -> Iterator[tuple[int, DictionaryObject]]:
    for at, page in enumerate(reader.pages, 1):
        for each in resolved(page.get("/Annots")) or ():
            if isinstance(found := resolved(each), DictionaryObject):
                yield at, found


def _outline(entries: Any) -> Iterator[str]:
    for each in entries:
        if isinstance(each, list):
            yield from _outline(each)
        else:
            yield str(each.title)


def _described(reader: PdfReader) -> Iterator[str]:
    """What the tags of a PDF say in place of pictures, of words and of abbreviations."""
    waiting: list[object] = [reader.root_object.get("/StructTreeRoot")]
    seen = set[int]()
    while waiting and len(seen) < MOST_NODES:
        each = waiting.pop()
        if isinstance(each, IndirectObject):
            if each.idnum in seen:
                continue
            seen.add(each.idnum)
        node = resolved(each)
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, DictionaryObject):
            yield from (str(node[name]) for name in ("/Alt", "/ActualText", "/E") if name in node)
            waiting.append(node.get("/K"))


def _has_pictures(page: DictionaryObject) -> bool:
    resources = resolved(page.get("/Resources"))
    objects = resolved(resources.get("/XObject")) if resources else None
    return any(resolved(each).get("/Subtype") == "/Image" for each in (objects or {}).values())
