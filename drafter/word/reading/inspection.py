"""Takes the inventory of a .docx: any that Word opens, not only ours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from drafter.word.markup import W
from drafter.word.reading.inventory import (
    Author,
    Change,
    Comment,
    Embedded,
    Inventory,
    Link,
    Margin,
    Note,
    PartEntry,
    Property,
    Setting,
)
from drafter.word.reading.opened import Opened, is_xml
from drafter.word.reading.stories import GATHERERS, changes, hidden, hidden_styles, revisions
from drafter.word.reading.words import words

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{W}}}"
_STORIES = ("header", "footer", "footnotes", "endnotes", "comments", "glossaryDocument")
"""Kinds of parts that hold words, beside the main one."""
_PROPERTIES = {
    "core": ("core-properties",),
    "app": ("extended-properties", "extendedProperties"),
    "custom": ("custom-properties", "customProperties"),
}
"""Kinds of parts in which a file tells of itself, in both forms of the standard."""
_EMBEDDED = {
    "image": "image", "hdphoto": "image", "svg": "image", "oleObject": "object",
    "package": "object", "control": "object", "chart": "object", "diagramData": "object",
    "font": "font", "vbaProject": "macro", "wordVbaData": "macro", "thumbnail": "thumbnail",
    "customXml": "data", "aFChunk": "other document", "subDocument": "other document",
    "printerSettings": "data", "attachedToolbars": "macro", "keyMapCustomizations": "macro",
}  # fmt: skip
_TELLING = (
    *("trackRevisions", "documentProtection", "writeProtection", "attachedTemplate", "docVars"),
    *("mailMerge", "removePersonalInformation", "hideMark", "savePreviewPicture"),
)
"""Settings that say how, with what or by whom a document is worked on."""


def inspect(data: bytes) -> Inventory:
    """Return what a file holds; ``CaseFileError``, in plain words, when it cannot be read."""
    opened = Opened(data)
    main = opened.document()
    read = _stories(opened)
    styles = frozenset[str]().union(
        *(hidden_styles(opened.tree(n)) for n in opened.named("styles"))
    )
    gathered: dict[str, Any] = {
        field: tuple(each for name, tree in read for each in gather(tree, name))
        for field, gather in GATHERERS.items()
    }
    gathered["hidden"] = tuple(each for name, tree in read for each in hidden(tree, name, styles))
    comments = tuple(_comments(opened, main))
    properties = tuple(_properties(opened))
    return Inventory(
        parts=tuple(_parts(opened)),
        properties=properties,
        authors=_authors(opened, properties, comments, gathered["changes"]),
        comments=comments,
        notes=tuple(_notes(opened)),
        links=tuple(Link(p.kind, p.target, p.source) for p in opened.pointers if p.outside),
        embedded=tuple(_embedded(opened)),
        margins=tuple(_margins(opened)),
        settings=tuple(_settings(opened)),
        revisions=len({id for tree in _with_revisions(opened, read) for id in revisions(tree)}),
        unread=tuple(n for n in opened.sizes if is_xml(n) and opened.tree(n) is None),
        **gathered,
    )


def remarks(opened: Opened) -> tuple[tuple[Comment, ...], tuple[Change, ...]]:
    """Return the comments and the tracked changes that ``inspect`` tells, and take nothing else."""
    told = (each for name, tree in _stories(opened) for each in changes(tree, name))
    return tuple(_comments(opened, opened.document())), tuple(told)


def _stories(opened: Opened) -> list[tuple[str, _Element]]:
    """The parts that hold words, the main one first."""
    names = [opened.main, *(name for kind in _STORIES for name in opened.named(kind))]
    return [(name, tree) for name in names if (tree := opened.tree(name)) is not None]


def _parts(opened: Opened) -> Iterator[PartEntry]:
    for name, size in sorted(opened.sizes.items()):
        reached = name in opened.reached or _describes(opened, name)
        yield PartEntry(name, opened.content_type(name), size, reached)


def _describes(opened: Opened, name: str) -> bool:
    """Whether a part is of the package itself: its types, or the relationships of a part."""
    if name == "[Content_Types].xml" or name == "_rels/.rels":
        return True
    folder, _, file = name.rpartition("/")
    owner = f"{folder.removesuffix('_rels')}{file.removesuffix('.rels')}"
    return folder.endswith("_rels") and owner in opened.reached


def _properties(opened: Opened) -> Iterator[Property]:
    for group, kinds in _PROPERTIES.items():
        for name in (name for kind in kinds for name in opened.named(kind, "")):
            tree = opened.tree(name)
            for item in tree if tree is not None else ():
                if isinstance(item.tag, str) and (
                    said := "".join(map(str, item.itertext())).strip()
                ):
                    label = item.get("name") or item.tag.rpartition("}")[2]
                    yield Property(group, label, said)


def _comments(opened: Opened, main: _Element) -> Iterator[Comment]:
    about = _commented(main)
    for name in opened.named("comments"):
        tree = opened.tree(name)
        for found in tree.iter(f"{_W}comment") if tree is not None else ():
            id = found.get(f"{_W}id", "")
            author, date = found.get(f"{_W}author", ""), found.get(f"{_W}date", "")
            yield Comment(id, author, date, _paragraphs(found), about.get(id, ""))


def _commented(main: _Element) -> dict[str, str]:
    """By the comment's id, the words between its start and its end."""
    about: dict[str, str] = {}
    open_: set[str] = set()
    for found in main.iter(f"{_W}commentRangeStart", f"{_W}commentRangeEnd", f"{_W}t"):
        id = found.get(f"{_W}id", "")
        if found.tag == f"{_W}commentRangeStart":
            open_.add(id)
            about[id] = ""
        elif found.tag == f"{_W}commentRangeEnd":
            open_.discard(id)
        else:
            for each in open_:
                about[each] += found.text or ""
    return about


def _notes(opened: Opened) -> Iterator[Note]:
    for kind in ("footnote", "endnote"):
        for name in opened.named(f"{kind}s"):
            tree = opened.tree(name)
            for found in tree.iter(f"{_W}{kind}") if tree is not None else ():
                if found.get(f"{_W}type", "normal") == "normal":
                    yield Note(kind, found.get(f"{_W}id", ""), _paragraphs(found))


def _margins(opened: Opened) -> Iterator[Margin]:
    for kind in ("header", "footer"):
        for name in opened.named(kind):
            tree = opened.tree(name)
            if tree is not None:
                yield Margin(kind, _paragraphs(tree), name)


def _paragraphs(element: _Element) -> str:
    return "\n".join(filter(None, map(words, element.iter(f"{_W}p"))))


def _embedded(opened: Opened) -> Iterator[Embedded]:
    seen = set[str]()
    for each in opened.pointers:
        kind = _EMBEDDED.get(each.kind)
        if kind and not each.outside and each.target in opened.sizes and each.target not in seen:
            seen.add(each.target)
            type = opened.content_type(each.target)
            yield Embedded(kind, each.target, type, opened.sizes[each.target])


def _settings(opened: Opened) -> Iterator[Setting]:
    for name in opened.named("settings"):
        tree = opened.tree(name)
        for found in tree if tree is not None else ():
            label = str(found.tag).rpartition("}")[2]
            if label in _TELLING:
                inside = [dict(each.attrib) for each in (found, *found) if each.attrib]
                said = "; ".join(" ".join(map(str, each.values())) for each in inside)
                yield Setting(label, said)


def _with_revisions(opened: Opened, read: Iterable[tuple[str, _Element]]) -> Iterator[_Element]:
    yield from (tree for _, tree in read)
    for kind in ("settings", "styles", "numbering"):
        for name in opened.named(kind):
            if (tree := opened.tree(name)) is not None:
                yield tree


def _authors(
    opened: Opened,
    properties: Iterable[Property],
    comments: Iterable[Comment],
    changes: Iterable[Any],
) -> tuple[Author, ...]:
    found: dict[str, dict[str, None]] = {}
    for each in properties:
        if each.name in ("creator", "lastModifiedBy", "Manager"):
            found.setdefault(each.value, {})[f"property {each.name}"] = None
    for comment in comments:
        found.setdefault(comment.author, {})["comments"] = None
    for change in changes:
        found.setdefault(change.author, {})["tracked changes"] = None
    for name in opened.named("people"):
        tree = opened.tree(name)
        for person in tree.iter("{*}person") if tree is not None else ():
            who = next((str(v) for k, v in person.attrib.items() if str(k).endswith("author")), "")
            found.setdefault(who, {})["list of people"] = None
    return tuple(Author(name, tuple(places)) for name, places in found.items() if name)
