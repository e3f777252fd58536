"""What the XML of a document must be: each rule gives what breaks it, so nothing when it holds.

Formatting.  What a paragraph or a run looks like is its style's to say, so that an office
changes it in one place and a screen reader hears what the eye sees.  Allowed beside the style:
what is of this place in this document and of no style.  `numPr` says to which list an item
belongs; `keepNext`, `keepLines` and `pageBreakBefore` say which neighbors a paragraph stays
with; `sectPr` ends a section; `cnfStyle` and `rtl`, `lang` and `noProof` say what a text is,
not how it looks; `webHidden` is Word's own in a list of contents.

Empty paragraphs.  WordprocessingML wants a paragraph between two tables, which would be one
without it, after a table that ends the text or a cell, and in a cell with nothing in it.
Those are part of the structure.  Any other empty one is spacing, which a style should do.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

from drafter.word.markup import R, W

Tree = ElementTree.Element
_W, _R = f"{{{W}}}", f"{{{R}}}"
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/"
_PARAGRAPH = frozenset(
    "pStyle numPr keepNext keepLines pageBreakBefore sectPr cnfStyle rPr pPrChange".split()
)
_RUN = frozenset("rStyle rtl lang noProof webHidden ins del".split())
_TABLE = frozenset("tblStyle tblW tblLayout tblLook tblCaption tblDescription tblInd jc".split())
_CELL = frozenset("tcW gridSpan vMerge cnfStyle hideMark".split())
_ROW = frozenset("cantSplit tblHeader cnfStyle".split())
_ALLOWED = {"pPr": _PARAGRAPH, "rPr": _RUN, "tblPr": _TABLE, "tcPr": _CELL, "trPr": _ROW}
_CONTENT = frozenset(
    f"{_W}{name}"
    for name in "t tab br drawing pict object sym fldSimple instrText footnoteRef endnoteRef "
    "footnoteReference endnoteReference annotationRef separator continuationSeparator "
    "commentReference noBreakHyphen cr".split()
)
_AROUND = frozenset(
    f"{_W}{name}"
    for name in "bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd proofErr".split()
)
_IDS = {
    "bookmarkStart": "id", "comment": "id", "footnote": "id", "endnote": "id",
    "abstractNum": "abstractNumId", "num": "numId", "style": "styleId",
}  # fmt: skip
"""Elements of which no two may have one id, and the attribute that holds it."""


class File:
    """The parts of one document as trees."""

    def __init__(self, data: bytes) -> None:
        with ZipFile(BytesIO(data)) as archive:
            self.names = archive.namelist()
            self.trees: Mapping[str, Tree] = {
                name: ElementTree.fromstring(archive.read(name))
                for name in self.names
                if name.endswith((".xml", ".rels"))
            }

    @cached_property
    def stories(self) -> dict[str, Tree]:
        """The parts that hold paragraphs."""
        roots = ("document", "hdr", "ftr", "footnotes", "endnotes", "comments")
        return {n: t for n, t in self.trees.items() if t.tag in {f"{_W}{r}" for r in roots}}

    def every(self, name: str) -> Iterator[tuple[str, Tree]]:
        """Every element of that name, with its part; the settings only name some again."""
        for part, tree in self.trees.items():
            if tree.tag == f"{_W}settings":
                continue
            for found in tree.iter(f"{_W}{name}"):
                yield part, found

    def links(self, part: str) -> Iterator[Tree]:
        """The relationships of a part."""
        folder, _, name = part.rpartition("/")
        tree = self.trees.get(posixpath.join(folder, "_rels", f"{name}.rels"))
        yield from tree if tree is not None else ()


def _target(part: str, link: Tree) -> str:
    return posixpath.normpath(
        posixpath.join("/", posixpath.dirname(part), link.get("Target", ""))
    ).lstrip("/")


def direct_formatting(file: File) -> Iterator[str]:
    """What says in a paragraph, run or table how it looks."""
    for part, story in file.stories.items():
        for name, allowed in _ALLOWED.items():
            for properties in story.iter(f"{_W}{name}"):
                for each in properties:
                    if each.tag.rpartition("}")[2] not in allowed:
                        yield f"{part}: {name} has {each.tag.rpartition('}')[2]}"


def empty_paragraphs(file: File) -> Iterator[str]:
    """Paragraphs with nothing in them where none is needed."""
    for part, story in file.stories.items():
        parents = {child: parent for parent in story.iter() for child in parent}
        for paragraph in story.iter(f"{_W}p"):
            empty = not any(each.tag in _CONTENT for each in paragraph.iter())
            if empty and not _needed(paragraph, parents):
                yield f"{part}: {ElementTree.tostring(paragraph, 'unicode')[:300]}"


def _needed(paragraph: Tree, parents: Mapping[Tree, Tree]) -> bool:
    parent = parents[paragraph]
    beside = [each for each in parent if each.tag not in _AROUND]
    at = beside.index(paragraph)
    before = beside[at - 1].tag if at else ""
    after = beside[at + 1].tag if at + 1 < len(beside) else ""
    if parent.tag == f"{_W}tc" and [each.tag for each in beside].count(f"{_W}p") == 1:
        return True
    ends_section = paragraph.find(f"{_W}pPr/{_W}sectPr") is not None
    ends = after in ("", f"{_W}tbl", f"{_W}sectPr") or ends_section
    return (before == f"{_W}tbl" and ends) or parent.tag in (f"{_W}hdr", f"{_W}ftr")


def undefined_styles(file: File) -> Iterator[str]:
    """Styles that something takes or follows and that are not there, or are of another kind."""
    kinds = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
    defined = {(each.get(f"{_W}type"), each.get(f"{_W}styleId")) for _, each in file.every("style")}
    for name, kind in kinds.items():
        for part, each in file.every(name):
            if (kind, each.get(f"{_W}val")) not in defined:
                yield f"{part}: {kind} style {each.get(f'{_W}val')}"
    ids = {id for _, id in defined}
    for name in ("basedOn", "next", "link"):
        for part, each in file.every(name):
            if each.get(f"{_W}val") not in ids:
                yield f"{part}: {name} {each.get(f'{_W}val')}"


def undefined_numbers(file: File) -> Iterator[str]:
    """Lists that items belong to and that are not there."""
    abstract = {each.get(f"{_W}abstractNumId") for _, each in file.every("abstractNum")}
    numbers = {each.get(f"{_W}numId") for _, each in file.every("num")}
    for part, each in file.every("numId"):
        if each.get(f"{_W}val") not in numbers | {"0"}:
            yield f"{part}: list {each.get(f'{_W}val')}"
    for part, each in file.every("num"):
        definition = each.find(f"{_W}abstractNumId")
        if definition is None or definition.get(f"{_W}val") not in abstract:
            yield f"{part}: num {each.get(f'{_W}numId')}"


def loose_links(file: File) -> Iterator[str]:
    """Relationships to no part, ids that no relationship has, and parts nobody leads to."""
    reached = {"[Content_Types].xml", "_rels/.rels"}
    waiting = [""]
    while waiting:
        part = waiting.pop()
        for link in file.links(part):
            if link.get("TargetMode") == "External":
                continue
            target = _target(part, link)
            if target not in file.names:
                yield f"{part}: {link.get('Id')} leads to {target}"
            elif target not in reached:
                folder, _, name = target.rpartition("/")
                reached |= {target, posixpath.join(folder, "_rels", f"{name}.rels")}
                waiting.append(target)
    yield from (f"nothing leads to {name}" for name in file.names if name not in reached)
    for part, tree in file.stories.items():
        ids = {link.get("Id") for link in file.links(part)}
        for each in tree.iter():
            for key, value in each.items():
                if key.startswith(_R) and value not in ids:
                    yield f"{part}: {value} is no relationship"


def untyped_parts(file: File) -> Iterator[str]:
    """Parts without a content type, and types of parts that are not there."""
    types = file.trees["[Content_Types].xml"]
    named = {each.get("PartName", "").lstrip("/") for each in types if each.get("PartName")}
    endings = {each.get("Extension") for each in types if each.get("Extension")}
    yield from (f"{name} is typed and not there" for name in named - set(file.names))
    for name in set(file.names) - named - {"[Content_Types].xml"}:
        if name.rpartition(".")[2] not in endings:
            yield f"{name} has no type"


def doubled_ids(file: File) -> Iterator[str]:
    """Two elements with one id, two bookmarks with one name, one name twice in the package."""
    for name, count in Counter(file.names).items():
        if count > 1:
            yield f"{name} is there {count} times"
    for name, attribute in _IDS.items():
        yield from _doubled(name, (each.get(f"{_W}{attribute}") for _, each in file.every(name)))
    yield from _doubled("bookmark", (e.get(f"{_W}name") for _, e in file.every("bookmarkStart")))
    for part, tree in file.trees.items():
        if part.endswith(".rels"):
            yield from _doubled(part, (each.get("Id") for each in tree))
    drawn = (each for tree in file.stories.values() for each in tree.iter())
    yield from _doubled("docPr", (e.get("id") for e in drawn if e.tag.endswith("}docPr")))


def _doubled(what: str, ids: Iterator[str | None]) -> Iterator[str]:
    for id, count in Counter(ids).items():
        if count > 1 or id is None:
            yield f"{what}: id {id} is there {count} times"


def open_ranges(file: File) -> Iterator[str]:
    """Bookmarks, comments and fields that begin and do not end, or the other way round."""
    for part, tree in file.stories.items():
        for name in ("bookmark", "commentRange"):
            starts, ends = (
                Counter(each.get(f"{_W}id") for each in tree.iter(f"{_W}{name}{end}"))
                for end in ("Start", "End")
            )
            yield from (f"{part}: {name} {id}" for id in (starts - ends) + (ends - starts))
        types = [each.get(f"{_W}fldCharType") for each in tree.iter(f"{_W}fldChar")]
        depth = 0
        for type in types:
            depth += {"begin": 1, "end": -1}.get(str(type), 0)
            if depth < 0:
                yield f"{part}: a field ends that did not begin"
        if depth:
            yield f"{part}: {depth} fields do not end"


def loose_notes(file: File) -> Iterator[str]:
    """Notes and comments that nothing refers to, or the other way round; each once."""
    for kind in ("footnote", "endnote", "comment"):
        there = Counter(
            each.get(f"{_W}id")
            for _, each in file.every(kind)
            if each.get(f"{_W}type", "normal") == "normal"
        )
        referred = Counter(each.get(f"{_W}id") for _, each in file.every(f"{kind}Reference"))
        yield from (f"{kind} {id}" for id in (there - referred) + (referred - there))


def undescribed(file: File) -> Iterator[str]:
    """Pictures and drawings without words for those who cannot see them."""
    for part, tree in file.stories.items():
        for each in tree.iter():
            if each.tag.endswith("}docPr") and not each.get("descr"):
                yield f"{part}: drawing {each.get('id')}"


Rule = Callable[[File], Iterator[str]]
RULES: tuple[Rule, ...] = (
    *(direct_formatting, empty_paragraphs, undefined_styles, undefined_numbers, loose_links),
    *(untyped_parts, doubled_ids, open_ranges, loose_notes, undescribed),
)
