"""The list of contents: a TOC field with its entries filled in, which Word is to update."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

_DEEPEST = 2
"""Headings of these levels are listed."""
_INSTRUCTION = rf'TOC \o "1-{_DEEPEST}" \h \z \u'


class Entry(Struct, frozen=True):
    """A heading as the list has it."""

    level: int
    mark: str
    """The heading's bookmark."""
    number: str
    """As it stands at the heading, ``II.``; empty where it has none.

    This and the words as ``text_xml`` writes them.
    """
    words: str


def listed(level: int) -> bool:
    """Whether headings of a level are in the list."""
    return level <= _DEEPEST


def contents_xml(entries: Sequence[Entry], styles: Sequence[str]) -> str:
    """Return the paragraphs of the list; ``styles`` has the style id of each level.

    Page numbers are left out: only what lays the document out knows them.  The field is
    marked as out of date, so Word puts them in when it updates it.
    """
    last = len(entries) - 1
    return "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{styles[entry.level - 1]}"/></w:pPr>'
        f"{_BEGIN if place == 0 else ''}{_entry(entry)}{_END if place == last else ''}</w:p>"
        for place, entry in enumerate(entries)
    )


def _entry(entry: Entry) -> str:
    number = f"<w:r>{entry.number}<w:tab/></w:r>" if entry.number else ""
    return (
        f'<w:hyperlink w:anchor="{entry.mark}" w:history="1">{number}'
        f"<w:r>{entry.words}</w:r></w:hyperlink>"
    )


_BEGIN = (
    '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>'
    f'<w:r><w:instrText xml:space="preserve"> {_INSTRUCTION} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
