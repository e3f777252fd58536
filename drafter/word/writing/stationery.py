"""What an office's style file gives every document: styles, lists, page, letterhead.

Read once; nothing in it changes afterwards, so threads may share it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from xml.etree import ElementTree

from msgspec import Struct

from drafter.word.markup import ROOT_NAMESPACES, Look, checked
from drafter.word.officefile import Link, OfficeFile, relationships_of, w
from drafter.word.package import CONTENT_TYPES, Part, compress
from drafter.word.parts import (
    APP,
    DOCUMENT,
    FIXED_TYPES,
    OFFICE_RELATIONSHIP,
    SETTINGS,
    Relationship,
    app_properties,
    content_types,
    package_relationships,
    relationships,
    settings,
    word_type,
)
from drafter.word.writing.headings import Levels, read_levels
from drafter.word.writing.margins import PARTS, Margin, read_margins
from drafter.word.writing.numbering import Numbering, read_numbering
from drafter.word.writing.sections import PageSetup, read_page_setup
from drafter.word.writing.styles import (
    CAPTION_TABLE,
    CHARACTERS,
    REQUIRED_CHARACTERS,
    REQUIRED_PARAGRAPHS,
    STAND_INS,
    TABLE,
    style_key,
)

_WRITTEN = ("styles", "numbering")
"""Parts of the style file that are written anew in every document."""
_KEPT = ("fontTable", "theme")
"""Parts of the style file that go into documents as they are, pictures with them."""


class Stationery(Struct, frozen=True):
    """A style file, read and ready."""

    paragraphs: Mapping[str, str]
    """Style id by ``style_key`` of its name."""
    looks: Mapping[Look, str]
    """The ``w:rPr`` of a run, empty for plain text."""
    characters: Mapping[str, str]
    """Style id of a character style by ``style_key`` of its name."""
    tables: Mapping[str, str]
    """Style id of tables by ``style_key`` of its name."""
    numbering: Numbering
    levels: Levels
    """How headings are numbered."""
    pages: PageSetup
    margins: tuple[Margin, ...]
    styles_name: str
    styles: str
    language: str
    """What the styles say text is written in, empty when they disagree."""
    frozen: tuple[Part, ...]
    """Every part no document changes."""
    types: Mapping[str, str]
    """The content type of every part that each document has."""
    links: tuple[Relationship, ...]
    """What ``document.xml`` points to in each document."""

    def packaging(self, added: tuple[str, ...]) -> tuple[Part, ...]:
        """Return the parts that say which others there are, with those that a document adds.

        ``added``: names of parts in ``word/``, each called as its kind is: `word/footnotes.xml`.
        """
        kinds = {name: PurePosixPath(name).stem for name in added}
        types = {name: word_type(kind) for name, kind in kinds.items()}
        links = (
            Relationship(f"rId{kind.capitalize()}", OFFICE_RELATIONSHIP + kind, _relative(name))
            for name, kind in kinds.items()
        )
        return (
            compress(CONTENT_TYPES, content_types({**self.types, **types})),
            compress(relationships_of(DOCUMENT), relationships((*self.links, *links))),
            compress(SETTINGS, settings(notes="footnotes" in kinds.values())),
        )

    def styles_in(self, language: str) -> str:
        """Return the styles part for a document in another language."""
        return _LANGUAGE.sub(f'<w:lang w:val="{language}"/>', self.styles)


_LANGUAGE = re.compile(r"<w:lang [^>]*/>")


def read_stationery(office: bytes | Path) -> Stationery:
    """Read a style file; raises ``TemplateError`` that names all styles it lacks."""
    file = OfficeFile(office)
    links = {link.id: link for link in file.links(file.document)}
    named = {link.kind: link for link in links.values()}
    for kind in _WRITTEN:
        if kind not in named:
            raise file.unusable(f"has no {kind}", "Start again from the office.docx supplied.")
    styles = file.tree(named["styles"].target)
    paragraphs = _style_ids(styles, "paragraph")
    for name, stand_in in STAND_INS.items():
        if (known := style_key(stand_in)) in paragraphs:
            paragraphs.setdefault(style_key(name), paragraphs[known])
    characters = _style_ids(styles, "character")
    tables = _style_ids(styles, "table")
    _require(file, paragraphs, characters, tables)
    section = file.tree(file.document).find(f"{w('body')}/{w('sectPr')}")
    if section is None:
        raise file.unusable("has no page setup", "Set its margins in Word and save it.")
    margins = read_margins(file, section, links)
    languages = {item.get(w("val"), "") for item in styles.iter(w("lang"))}
    kept = [named[kind].target for kind in _KEPT if kind in named]
    stationery = Stationery(
        paragraphs=MappingProxyType(paragraphs),
        looks=MappingProxyType(_looks(characters)),
        characters=MappingProxyType(characters),
        tables=MappingProxyType({style_key(CAPTION_TABLE): tables[style_key(TABLE)], **tables}),
        numbering=read_numbering(file, named["numbering"].target, paragraphs),
        levels=read_levels(styles, file.tree(named["numbering"].target), paragraphs),
        pages=_pages(section, margins),
        margins=margins,
        styles_name=named["styles"].target,
        styles=file.parts[named["styles"].target].decode("utf-8-sig"),
        language=languages.pop() if len(languages) == 1 else "",
        frozen=_frozen(file, kept, margins),
        types=MappingProxyType(_types(file, kept, named, margins)),
        links=tuple(_document_links(kept, named, margins)),
    )
    _check(file, stationery)
    return stationery


def _check(file: OfficeFile, stationery: Stationery) -> None:
    """Refuse what would make every document unreadable: it is copied into each, unescaped."""
    ids = (*stationery.paragraphs.values(), *stationery.tables.values())
    copied = "".join(f'<w:pStyle w:val="{id}"/>' for id in ids)
    copied += "".join(stationery.looks.values()) + stationery.pages.xml(first=True, wide=False)
    try:
        checked(f"<w:body {ROOT_NAMESPACES}>{copied}</w:body>")
    except ValueError:
        raise file.unusable(
            "has an id or a page size that is no plain text",
            "Name its styles without &, < and quotation marks.",
        ) from None


def _style_ids(styles: ElementTree.Element, kind: str) -> dict[str, str]:
    ids: dict[str, str] = {}
    for style in styles.iter(w("style")):
        name = style.find(w("name"))
        if style.get(w("type")) == kind and name is not None:
            ids[style_key(name.get(w("val"), ""))] = style.get(w("styleId"), "")
    return ids


def _require(file: OfficeFile, *found: Mapping[str, str]) -> None:
    wanted = (REQUIRED_PARAGRAPHS, REQUIRED_CHARACTERS, (TABLE,))
    lacking = sorted(
        {
            name
            for names, ids in zip(wanted, found, strict=True)
            for name in names
            if style_key(name) not in ids
        }
    )
    if lacking:
        raise file.unusable(
            f"lacks the styles {', '.join(lacking)}",
            "Add them in Word, or start again from the office.docx supplied.",
        )


def _looks(characters: Mapping[str, str]) -> dict[Look, str]:
    return {
        look: f'<w:rPr><w:rStyle w:val="{characters[style_key(name)]}"/></w:rPr>' if name else ""
        for look, name in CHARACTERS.items()
    }


def _pages(section: ElementTree.Element, margins: tuple[Margin, ...]) -> PageSetup:
    """Return the office's paper and margins, with our references."""
    references = "".join(margin.reference for margin in margins)
    own = any(margin.page == "first" for margin in margins)
    return read_page_setup(section, references, own_first_page=own)


def _copied(file: OfficeFile, kept: list[str], margins: tuple[Margin, ...]) -> set[str]:
    """The parts that go into every document as they are."""
    pictures = {name for margin in margins for name in file.closure(margin.name)}
    top = {name for each in kept for name in file.closure(each)}
    return top | (pictures - {margin.name for margin in margins})


def _frozen(file: OfficeFile, kept: list[str], margins: tuple[Margin, ...]) -> tuple[Part, ...]:
    """Return every part that is the same in each document."""
    contents = {name: file.parts[name] for name in _copied(file, kept, margins)}
    for name in (*kept, *(margin.name for margin in margins)):
        if (rels := relationships_of(name)) in file.parts:
            contents[rels] = file.parts[rels]
    contents |= {APP: app_properties(), "_rels/.rels": package_relationships()}
    return tuple(compress(name, contents[name]) for name in sorted(contents))


def _types(
    file: OfficeFile, kept: list[str], named: Mapping[str, Link], margins: tuple[Margin, ...]
) -> dict[str, str]:
    """The content types of the parts of every document, by part."""
    types = {name: file.content_type(name) for name in _copied(file, kept, margins)}
    types |= {margin.name: word_type(PARTS[margin.root]) for margin in margins}
    types |= {named[kind].target: word_type(kind) for kind in _WRITTEN}
    return types | FIXED_TYPES


def _document_links(
    kept: list[str], named: Mapping[str, Link], margins: tuple[Margin, ...]
) -> list[Relationship]:
    kinds = {link.target: link.kind for link in named.values()}
    targets = sorted({*kept, *(named[kind].target for kind in _WRITTEN)})
    links = [(kinds[target], target) for target in targets]
    links += [("settings", SETTINGS)]
    found = [
        Relationship(f"rId{number}", OFFICE_RELATIONSHIP + kind, _relative(target))
        for number, (kind, target) in enumerate(links, 1)
    ]
    found += [
        Relationship(margin.link, OFFICE_RELATIONSHIP + PARTS[margin.root], _relative(margin.name))
        for margin in margins
    ]
    return found


def _relative(target: str) -> str:
    return target.removeprefix("word/") if target.startswith("word/") else f"/{target}"
