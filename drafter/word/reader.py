"""The one reader of .docx files: paragraphs and rows, in order, as text with their notes."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from msgspec import Struct

from drafter.composition.blocks import NOTE_ENDS, NOTE_OPENS
from drafter.errors import CaseFileError
from drafter.word.anchors import ANCHOR
from drafter.word.captions import without_label
from drafter.word.fields import REFERENCE
from drafter.word.package import unpack

if TYPE_CHECKING:
    from docx.opc.part import Part
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011"}
_LARGEST = 64 * 1024 * 1024
"""Bytes of XML that are read; the longest memo has two."""
_DAMAGED = (BadZipFile, RuntimeError, KeyError, ValueError)
"""RuntimeError: a version of zip that zipfile does not know."""
_GONE = {f"{_W}del", f"{_W}moveFrom"}


class ReadBlock(Struct, frozen=True):
    """One paragraph or one table row as it stands in the file."""

    text: str
    """As a reader of the page sees it, insertions accepted; cells parted by tabs.

    A footnote stands in double parentheses where the text refers to it, as in ``Block.text``.
    """
    style: str
    """Name of the paragraph style; of the first cell's in a row."""
    anchor: str
    """The hidden bookmark, empty when there is none."""
    row: bool = False


def read_blocks(data: bytes) -> list[ReadBlock]:
    """Return the body's paragraphs and rows that hold text.

    Raises ``CaseFileError`` when the bytes are not a Word document.
    """
    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import XMLSyntaxError

    try:
        _check_size(data)
        unpack(data)
        document = docx.Document(BytesIO(data))
        notes = _notes(document.part)
    except (*_DAMAGED, PackageNotFoundError, XMLSyntaxError) as error:
        raise CaseFileError("The file is not a Word document (.docx), or is damaged.") from error
    body = getattr(document.element, "body", None)
    if body is None:
        raise CaseFileError("The file is a Word document without a body.")
    names = {style.style_id: style.name or "" for style in document.styles}
    return list(_Reading(names, notes).blocks(body))


def _check_size(data: bytes) -> None:
    """Refuse what would unpack to more than anybody wrote: it was made to fill a machine."""
    with ZipFile(BytesIO(data)) as archive:
        size = sum(part.file_size for part in archive.infolist() if _is_xml(part.filename))
    if size > _LARGEST:
        raise CaseFileError(f"The file unpacks to {size:,} bytes of text, which is too much.")


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def _notes(part: Part) -> dict[str, _Element]:
    """The footnotes by id, as the document's own part holds them."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import parse_xml

    try:
        blob = part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES).blob
    except KeyError:
        return {}
    return {note.get(f"{_W}id") or "": note for note in parse_xml(blob).iter(f"{_W}footnote")}


class _Reading:
    """One file, with what its paragraphs refer to."""

    def __init__(self, names: dict[str, str], notes: dict[str, _Element]) -> None:
        self._names = names
        self._notes = notes

    def blocks(self, body: _Element) -> Iterator[ReadBlock]:
        """The paragraphs and rows that hold text."""
        for element in body.iter(f"{_W}p", f"{_W}tr"):
            row = element.tag == f"{_W}tr"
            if not row and any(parent.tag == f"{_W}tc" for parent in element.iterancestors()):
                continue
            cells = element.findall(f"{_W}tc") if row else [element]
            text = "\t".join("\n".join(self._paragraphs(cell)) for cell in cells)
            if text.strip("\t"):
                style = _style(element, self._names)
                if style.casefold().startswith("toc "):
                    continue  # the list of contents: the headings, over again
                yield ReadBlock(without_label(text, style), style, _anchor(element), row)

    def _paragraphs(self, cell: _Element) -> list[str]:
        paragraphs = [cell] if cell.tag == f"{_W}p" else list(cell.iter(f"{_W}p"))
        return ["".join(self._text(paragraph)) for paragraph in paragraphs]

    def _text(self, element: _Element) -> Iterator[str]:
        for child in element:
            if child.tag in _GONE:
                continue
            if child.tag == f"{_W}t":
                yield child.text or ""
            elif child.tag == f"{_W}hyperlink" and child.get(f"{_W}anchor"):
                # The number in a reference is Word's, like that at the heading.
                said = "".join(self._text(child))
                found = REFERENCE.fullmatch(said)
                yield found[1] if found else said
            elif child.tag in _BREAKS and element.tag == f"{_W}r":
                yield _BREAKS[child.tag]
            elif child.tag == f"{_W}footnoteReference":
                yield self._note(child.get(f"{_W}id") or "")
            else:
                yield from self._text(child)

    def _note(self, id: str) -> str:
        note = self._notes.get(id)
        # A note that refers to notes is nobody's work, and might refer to itself.
        inside = _Reading(self._names, {})
        words = "" if note is None else "\n".join(inside._paragraphs(note)).removeprefix(" ")
        return f"{NOTE_OPENS}{words}{NOTE_ENDS}"


def _style(element: _Element, names: dict[str, str]) -> str:
    for style in element.iter(f"{_W}pStyle"):
        identifier = style.get(f"{_W}val") or ""
        return names.get(identifier, identifier)
    return "Normal"


def _anchor(element: _Element) -> str:
    for mark in element.iter(f"{_W}bookmarkStart"):
        name = mark.get(f"{_W}name") or ""
        if ANCHOR.fullmatch(name):
            return name
    return ""
