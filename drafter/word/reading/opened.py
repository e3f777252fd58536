"""A .docx of any origin, opened with care: bounded, and never more than its parts.

Nothing a file says makes the reader fetch anything, expand anything or fill the machine.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from copy import copy, deepcopy
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING, Self
from zipfile import BadZipFile, ZipFile

from msgspec import Struct

from drafter.errors import CaseFileError, Problem
from drafter.word.markup import W
from drafter.word.officefile import relationships_of
from drafter.word.package import CONTENT_TYPES

if TYPE_CHECKING:
    from lxml.etree import _Element

LARGEST_XML = 64 * 1024 * 1024
"""Bytes of XML that are read; the longest memo has two million."""
_LARGEST = 512 * 1024 * 1024
"""Bytes of everything, pictures included."""
_MOST_PARTS = 10_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How an old .doc begins, and a .docx that has a password."""
_PDF = b"%PDF-"
_DAMAGED = (BadZipFile, RuntimeError, EOFError, KeyError, ValueError, OSError)
"""RuntimeError: a password, or a way to compress that zipfile does not know."""
_STRICT = b"http://purl.oclc.org/ooxml/"
_USUAL = b"http://schemas.openxmlformats.org/"
_YEAR = {b"wordprocessingml/main": b"wordprocessingml/2006/main",
         b"officeDocument/relationships": b"officeDocument/2006/relationships",
         b"drawingml/main": b"drawingml/2006/main",
         b"drawingml/wordprocessingDrawing": b"drawingml/2006/wordprocessingDrawing",
         b"officeDocument/extendedProperties": b"officeDocument/2006/extended-properties",
         b"officeDocument/customProperties": b"officeDocument/2006/custom-properties"}  # fmt: skip
"""Names of the strict form of the standard that the usual form writes with a year."""


class Pointer(Struct, frozen=True):
    """A relationship: which part (``""``: the file itself) points where, and as what."""

    source: str
    id: str
    kind: str
    """The last word of its type: ``comments``, ``image``, ``hyperlink``."""
    target: str
    """The part, or the address when it leads out of the file."""
    outside: bool


class Opened:
    """The parts of one file; CaseFileError, in plain words, where it cannot be read."""

    def __init__(self, data: bytes) -> None:
        if data.startswith(_OLE):
            message = "The file is a Word document with a password, or one of Word 97-2003 (.doc)."
            raise CaseFileError(
                Problem(None, message, "Save it in Word as .docx, without a password.")
            )
        if data.startswith(_PDF):
            message = "The file is a PDF, not a Word document (.docx)."
            raise CaseFileError(
                Problem(None, message, "Name the Word document that it was made of.")
            )
        try:
            self._archive = ZipFile(BytesIO(data))
        except _DAMAGED as error:
            raise _damaged() from error
        self.sizes: Mapping[str, int] = _bounded(self._archive)
        self._trees: dict[str, _Element | None] = {}
        if CONTENT_TYPES not in self.sizes or self.main not in self.sizes or not any(self._types):
            raise _damaged()

    @cached_property
    def pointers(self) -> tuple[Pointer, ...]:
        """Every relationship of every part, by the name of the part."""
        return tuple(each for name in ("", *sorted(self.sizes)) for each in self._pointers(name))

    @cached_property
    def main(self) -> str:
        """The name of the main part, empty when none is named."""
        found = (each.target for each in self._pointers("") if each.kind == "officeDocument")
        return next(found, "")

    @cached_property
    def reached(self) -> frozenset[str]:
        """The parts to which relationships lead from the file itself."""
        targets: dict[str, list[str]] = {}
        for each in self.pointers:
            if not each.outside:
                targets.setdefault(each.source, []).append(each.target)
        waiting, seen = [""], set[str]()
        while waiting:
            waiting += [name for name in targets.get(waiting.pop(), ()) if name not in seen]
            seen.update(waiting)
        return frozenset(seen)

    def document(self) -> _Element:
        """Return the main part; CaseFileError when it is damaged, or is not Word's."""
        main = self.tree(self.main)
        if main is None or main.tag != f"{{{W}}}document":
            raise _damaged()
        return main

    def named(self, kind: str, source: str | None = None) -> list[str]:
        """The parts of a kind, of any part or of the one given, each once."""
        found = (
            each.target
            for each in self.pointers
            if each.kind == kind and not each.outside and source in (None, each.source)
        )
        return [name for name in dict.fromkeys(found) if name in self.sizes]

    def content_type(self, name: str) -> str:
        """What the file says a part is; empty when it says nothing."""
        overrides, defaults = self._types
        extension = name.rpartition(".")[2].casefold()
        return overrides.get(name.casefold()) or defaults.get(extension, "")

    def read(self, name: str) -> bytes:
        """Return the bytes of a part; CaseFileError when they are damaged."""
        from zlib import error as zlib_error

        try:
            return self._archive.read(name)
        except (*_DAMAGED, zlib_error) as error:
            raise _damaged() from error

    def tree(self, name: str) -> _Element | None:
        """Return the root element of a part; None when it is not there or no XML."""
        if name not in self._trees:
            self._trees[name] = self._parsed(name) if name in self.sizes else None
        return self._trees[name]

    def copy(self) -> Self:
        """Return another such file as it is now, to be changed by itself."""
        other = copy(self)
        other._trees = {name: deepcopy(tree) for name, tree in self._trees.items()}
        return other

    def _parsed(self, name: str) -> _Element | None:
        from lxml.etree import XMLParser, fromstring

        if self.sizes[name] > LARGEST_XML:
            return None
        content = self.read(name)
        if _STRICT in content:
            for strict, usual in _YEAR.items():
                content = content.replace(_STRICT + strict, _USUAL + usual)
        try:
            parser = XMLParser(remove_blank_text=True, resolve_entities=False, no_network=True)
            return fromstring(content, parser)
        except (SyntaxError, ValueError):  # a fault in XML is a SyntaxError of Python's
            return None

    def _pointers(self, name: str) -> Iterator[Pointer]:
        tree = self.tree(relationships_of(name))
        for item in tree if tree is not None else ():
            kind = item.get("Type", "").rpartition("/")[2]
            target, outside = item.get("Target", ""), item.get("TargetMode") == "External"
            if not outside:
                folder = posixpath.dirname(name)
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            yield Pointer(name, item.get("Id", ""), kind, target, outside)

    @cached_property
    def _types(self) -> tuple[dict[str, str], dict[str, str]]:
        tree = self.tree(CONTENT_TYPES)
        overrides, defaults = dict[str, str](), dict[str, str]()
        for item in tree if tree is not None else ():
            type = item.get("ContentType", "")
            if name := item.get("PartName"):
                overrides[name.lstrip("/").casefold()] = type
            elif extension := item.get("Extension"):
                defaults[extension.casefold()] = type
        return overrides, defaults


def _bounded(archive: ZipFile) -> dict[str, int]:
    """The size of each part; CaseFileError for what was made to fill a machine."""
    entries = archive.infolist()
    sizes = {each.filename: each.file_size for each in entries if not each.is_dir()}
    xml = sum(each.file_size for each in entries if is_xml(each.filename))
    if xml > LARGEST_XML:
        raise CaseFileError(f"The file unpacks to {xml:,} bytes of text, which is too much.")
    whole = sum(each.file_size for each in entries)
    if whole > _LARGEST or len(entries) > _MOST_PARTS:
        message = f"The file unpacks to {whole:,} bytes in {len(entries):,} parts"
        raise CaseFileError(f"{message}, which is too much.")
    if any(each.flag_bits & 1 for each in entries):
        raise CaseFileError("The Word document has a password; save it without one.")
    return sizes


def is_xml(name: str) -> bool:
    """Whether a part is text by its name."""
    return name.lower().endswith((".xml", ".rels"))


def _damaged() -> CaseFileError:
    message = "The file is not a Word document (.docx), or is damaged."
    return CaseFileError(
        Problem(None, message, "Put it back from a copy, or save it again in Word.")
    )
