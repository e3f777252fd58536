"""Headers and footers: the office's letterhead above, our lines below, on every page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree import ElementTree

from msgspec import Struct

from drafter.word.markup import DECLARATION, ROOT_NAMESPACES, checked, text_xml
from drafter.word.officefile import Link, OfficeFile, r, w

PARTS = {"hdr": "header", "ftr": "footer"}
"""Root element of a margin part, and what Word calls the part."""

_USED = ("default", "first")
_OPENING = re.compile(r"^.*?<w:(?:hdr|ftr)\b[^>]*>", re.DOTALL)
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


def header_xml(lines: tuple[str, ...], style: str) -> str:
    """Return the header's paragraphs, one a line."""
    paragraph = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
    written = [f"{paragraph}<w:r>{text_xml(line)}</w:r></w:p>" for line in lines if line]
    return "".join(written) or f"{paragraph}</w:p>"


def footer_xml(text: str, style: str) -> str:
    """Return the footer's paragraph: its text, and at the right tab ``Page X of Y``."""
    page, pages = (
        f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        for name in ("PAGE", "NUMPAGES")
    )
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r>{text_xml(text)}'
        f"<w:tab/></w:r><w:r>{text_xml('Page ')}</w:r>{page}"
        f"<w:r>{text_xml(' of ')}</w:r>{pages}</w:p>"
    )
