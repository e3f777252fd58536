"""The one reader of .docx files: paragraphs and rows, in order, as text."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from msgspec import Struct

from drafter.errors import CaseFileError
from drafter.word.anchors import ANCHOR
from drafter.word.package import unpack

if TYPE_CHECKING:
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
    """As a reader of the page sees it, insertions accepted; cells parted by tabs."""
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
    except (*_DAMAGED, PackageNotFoundError, XMLSyntaxError) as error:
        raise CaseFileError("The file is not a Word document (.docx), or is damaged.") from error
    body = getattr(document.element, "body", None)
    if body is None:
        raise CaseFileError("The file is a Word document without a body.")
    names = {style.style_id: style.name or "" for style in document.styles}
    return list(_blocks(body, names))


def _check_size(data: bytes) -> None:
    """Refuse what would unpack to more than anybody wrote: it was made to fill a machine."""
    with ZipFile(BytesIO(data)) as archive:
        size = sum(part.file_size for part in archive.infolist() if _is_xml(part.filename))
    if size > _LARGEST:
        raise CaseFileError(f"The file unpacks to {size:,} bytes of text, which is too much.")


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def _blocks(body: _Element, names: dict[str, str]) -> Iterator[ReadBlock]:
    for element in body.iter(f"{_W}p", f"{_W}tr"):
        row = element.tag == f"{_W}tr"
        if not row and any(parent.tag == f"{_W}tc" for parent in element.iterancestors()):
            continue
        cells = element.findall(f"{_W}tc") if row else [element]
        text = "\t".join("\n".join(_paragraphs(cell)) for cell in cells)
        if text.strip("\t"):
            yield ReadBlock(text, _style(element, names), _anchor(element), row)


def _paragraphs(cell: _Element) -> list[str]:
    paragraphs = [cell] if cell.tag == f"{_W}p" else list(cell.iter(f"{_W}p"))
    return ["".join(_text(paragraph)) for paragraph in paragraphs]


def _text(element: _Element) -> Iterator[str]:
    for child in element:
        if child.tag in _GONE:
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _BREAKS and element.tag == f"{_W}r":
            yield _BREAKS[child.tag]
        else:
            yield from _text(child)


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
