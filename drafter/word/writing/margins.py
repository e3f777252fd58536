"""Headers and footers: the office's letterhead above, our lines below, on every page.

Where the style file has a first page of its own, the short caption of the case stands on the
pages after it only: the first says whose case it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree

from msgspec import Struct

from drafter.composition.blocks import Document
from drafter.word.fields import field
from drafter.word.markup import DECLARATION, ROOT_NAMESPACES, checked, text_xml
from drafter.word.officefile import Link, OfficeFile, r, w
from drafter.word.writing.styles import FOOTER, HEADER, RUNNING, style_key

PARTS = {"hdr": "header", "ftr": "footer"}
"""Root element of a margin part, and what Word calls the part."""

_USED = ("default", "first")
_CONTENT = ("w:t", "w:drawing", "w:pict", "w:object")


class Margin(Struct, frozen=True):
    """A header or footer part: what stands before and after our lines."""

    name: str
    root: str
    """``hdr`` or ``ftr``."""
    page: str
    """``default`` or ``first``."""
    link: str
    """Id of the document's relationship to it."""
    before: str
    after: str

    @property
    def reference(self) -> str:
        """The element of the page setup that points to it."""
        return f'<w:{PARTS[self.root]}Reference w:type="{self.page}" r:id="{self.link}"/>'

    def filled(self, paragraphs: str) -> bytes:
        """Return the whole part with our paragraphs in it."""
        return checked(f"{self.before}{paragraphs}{self.after}")


def read_margins(
    file: OfficeFile, section: ElementTree.Element, links: Mapping[str, Link]
) -> tuple[Margin, ...]:
    """Return a header and a footer for each kind of page the style file has.

    A letterhead keeps its place, on the first page only or on all; a part that
    holds nothing is written anew.
    """
    pages = [_USED[0], *(["first"] if section.find(w("titlePg")) is not None else [])]
    return tuple(
        _margin(file, root, page, _target(section, root, page, links))
        for root in PARTS
        for page in pages
    )


def _target(
    section: ElementTree.Element, root: str, page: str, links: Mapping[str, Link]
) -> str | None:
    for item in section.iter(w(f"{PARTS[root]}Reference")):
        if item.get(w("type")) == page:
            return links[item.get(r("id"), "")].target
    return None


def _margin(file: OfficeFile, root: str, page: str, target: str | None) -> Margin:
    link = f"rId{PARTS[root].capitalize()}{page.capitalize()}"
    closing = f"</w:{root}>"
    if target is None:
        name = f"word/{PARTS[root]}-{page}.xml"
        return Margin(name, root, page, link, *_blank(root))
    text = file.parts[target].decode("utf-8-sig").rstrip().removesuffix(closing)
    if not any(f"<{tag}" in text for tag in _CONTENT):
        return Margin(target, root, page, link, *_blank(root))
    return Margin(target, root, page, link, text, closing)


def _blank(root: str) -> tuple[str, str]:
    return f"{DECLARATION}<w:{root} {ROOT_NAMESPACES}>", f"</w:{root}>"


def margin_xml(margin: Margin, document: Document, paragraphs: Mapping[str, str]) -> str:
    """Return our paragraphs in a header or footer; ``paragraphs`` has the ids of styles."""
    if margin.root == "ftr":
        return footer_xml(document.footer, paragraphs[style_key(FOOTER)])
    written = header_xml(document.header, paragraphs[style_key(HEADER)])
    if margin.page == _USED[0] and document.running:
        running = paragraphs[style_key(RUNNING)]
        written = (written if any(document.header) else "") + _line(document.running, running)
    return written


def header_xml(lines: tuple[str, ...], style: str) -> str:
    """Return the header's paragraphs, one a line."""
    return "".join(_line(line, style) for line in lines if line) or _paragraph("", style)


def footer_xml(text: str, style: str) -> str:
    """Return the footer's paragraphs: its text, where it has one, and ``Page X of Y``."""
    page, pages = (field(name, "<w:r><w:t>1</w:t></w:r>") for name in ("PAGE", "NUMPAGES"))
    count = f"<w:r>{text_xml('Page ')}</w:r>{page}<w:r>{text_xml(' of ')}</w:r>{pages}"
    return (_line(text, style) if text else "") + _paragraph(count, style)


def _line(text: str, style: str) -> str:
    return _paragraph(f"<w:r>{text_xml(text)}</w:r>", style)


def _paragraph(content: str, style: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'
