"""Blocks to .docx bytes: one style file read once, any number of documents."""

from __future__ import annotations

from pathlib import Path

from drafter.composition.blocks import Audience, Document
from drafter.word.markup import checked
from drafter.word.package import Part, compress, pack
from drafter.word.parts import CORE, DOCUMENT, core_properties
from drafter.word.writing.body import Body
from drafter.word.writing.comments import COMMENTS, Comments
from drafter.word.writing.margins import margin_xml
from drafter.word.writing.notes import NOTES, Notes
from drafter.word.writing.pruning import pruned
from drafter.word.writing.stationery import read_stationery


class WordWriter:
    """Writes documents on one office's stationery; threads may share a writer."""

    def __init__(self, office: bytes | Path) -> None:
        self._stationery = read_stationery(office)
        self._styled: dict[str, Part] = {}
        self._packaged: dict[tuple[str, ...], tuple[Part, ...]] = {}

    def write(self, document: Document) -> bytes:
        """Return the document as .docx bytes, the same for equal documents.

        Anchors go into internal documents only.  Raises ``TemplateError`` for a
        style the stationery lacks and ``ValueError``, naming the block, for a
        character that XML cannot hold.
        """
        stationery = self._stationery
        body = Body(stationery, document)
        content = body.part(document.blocks)
        numbering = stationery.numbering
        parts = {
            DOCUMENT: content,
            CORE: checked(core_properties(document.properties)),
            numbering.name: numbering.with_instances(body.lists.used),
        }
        added: dict[str, Notes | Comments] = {NOTES: body.notes, COMMENTS: body.comments}
        parts |= {name: each.part() for name, each in added.items() if each}
        for margin in stationery.margins:
            parts[margin.name] = margin.filled(margin_xml(margin, document, stationery.paragraphs))
        written: list[Part] = [compress(name, parts[name]) for name in parts]
        packaging = self._packaging(tuple(name for name in added if name in parts))
        language = document.properties.language
        if document.audience is Audience.INTERNAL:
            styles = self._styles(language)
        else:
            kept = pruned(self._text(language), parts.values())
            styles = compress(stationery.styles_name, kept.encode())
        own = (*packaging, styles)
        return pack((*stationery.frozen, *own, *written))

    def _packaging(self, added: tuple[str, ...]) -> tuple[Part, ...]:
        """What says which parts there are, compressed once for each choice of them."""
        if added not in self._packaged:
            self._packaged[added] = self._stationery.packaging(added)
        return self._packaged[added]

    def _styles(self, language: str) -> Part:
        """The styles, compressed once for each language that documents are in."""
        if language not in self._styled:
            content = self._text(language).encode()
            self._styled[language] = compress(self._stationery.styles_name, content)
        return self._styled[language]

    def _text(self, language: str) -> str:
        stationery = self._stationery
        own = language in ("", stationery.language)
        return stationery.styles if own else stationery.styles_in(language)
