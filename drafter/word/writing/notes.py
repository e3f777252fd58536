"""Footnotes: the part that holds them, and the marks that refer to them.

Each note has one mark and each mark one note.  A source that is given twice has two notes, so
that neither needs the other where counsel takes a sentence out in Word.
"""

from __future__ import annotations

from drafter.word.markup import DECLARATION, ROOT_NAMESPACES, encoded

NOTES = "word/footnotes.xml"

_SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{id}"><w:p><w:r><w:{mark}/></w:r></w:p></w:footnote>'
    for id, kind, mark in (
        (-1, "separator", "separator"),
        (0, "continuationSeparator", "continuationSeparator"),
    )
)
"""The lines above the notes of a page, which Word wants of every document with notes."""


class Notes:
    """The notes of one document, numbered in the order in which they are met."""

    def __init__(self, text: str, reference: str) -> None:
        """Take the ids of the styles ``footnote text`` and ``footnote reference``."""
        self._look = f'<w:rPr><w:rStyle w:val="{reference}"/></w:rPr>'
        self._open = (
            f'<w:p><w:pPr><w:pStyle w:val="{text}"/></w:pPr><w:r>{self._look}<w:footnoteRef/></w:r>'
            '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
        )
        self._written: list[str] = []

    def __bool__(self) -> bool:
        return bool(self._written)

    def refer(self, content: str) -> str:
        """Keep a note, given its runs as XML, and return the mark that refers to it."""
        self._written.append(content)
        number = len(self._written)
        return f'<w:r>{self._look}<w:footnoteReference w:id="{number}"/></w:r>'

    def part(self) -> bytes:
        """Return ``footnotes.xml``; the texts in it are checked where they are written."""
        pieces = [DECLARATION, f"<w:footnotes {ROOT_NAMESPACES}>", _SEPARATORS]
        for number, content in enumerate(self._written, 1):
            pieces += (f'<w:footnote w:id="{number}">', self._open, content, "</w:p></w:footnote>")
        pieces.append("</w:footnotes>")
        return encoded(pieces)
