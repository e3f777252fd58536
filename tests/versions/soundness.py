"""What would make Word complain of a file, or leave something in it that leads nowhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from lxml.etree import _Element

from drafter.word.markup import R, W
from drafter.word.reading.opened import Opened

_W, _R = f"{{{W}}}", f"{{{R}}}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_STORIES = ("header", "footer", "footnotes", "endnotes", "comments")
_CHANGES = ("ins", "del", "moveFrom", "moveTo", "pPrChange", "rPrChange")
_HOLD_CHANGES = ("p", "hyperlink", "sdtContent", "smartTag", "customXml", "dir", "bdo", "ins",
                 "del", "rPr", "trPr", "fldSimple", "moveFrom", "moveTo")  # fmt: skip


def faults(data: bytes) -> list[str]:
    """Return each thing that leads nowhere, is there twice, or stands where it may not."""
    file = Opened(data)
    stories = _stories(file)
    told = [each for name, tree in stories.items() for each in _of_story(file, name, tree)]
    everything = list(stories.values())
    told += _ranges(everything, "bookmark")
    told += _twice("change", (e.get(f"{_W}id") for e in _all(everything, *_CHANGES)))
    told += _twice("bookmark name", (e.get(f"{_W}name") for e in _all(everything, "bookmarkStart")))
    told += _twice("drawing", (e.get("id") for t in everything for e in t.iter("{*}docPr")))
    body = [file.document()]
    for kind, mark in (("footnotes", "footnote"), ("endnotes", "endnote"), ("comments", "comment")):
        told += _beside(file, body, kind, mark)
    told += _ranges(body, "commentRange")
    return [*told, *_threads(file), *_lists(file, everything)]


def _stories(file: Opened) -> dict[str, _Element]:
    names = (name for kind in _STORIES for name in file.named(kind, file.main))
    trees = {name: file.tree(name) for name in dict.fromkeys((file.main, *names))}
    return {name: tree for name, tree in trees.items() if tree is not None}


def _all(trees: list[_Element], *names: str) -> Iterator[_Element]:
    tags = [f"{_W}{name}" for name in names]
    for tree in trees:
        for each in tree.iter(*tags):
            if next(each.iterancestors(f"{_MC}Fallback"), None) is None:
                yield each


def _twice(what: str, ids: Iterator[Any]) -> list[str]:
    return [f"{what} {id} {count} times" for id, count in Counter(ids).items() if count > 1]


def _ranges(trees: list[_Element], name: str) -> list[str]:
    starts = [each.get(f"{_W}id") for each in _all(trees, f"{name}Start")]
    ends = [each.get(f"{_W}id") for each in _all(trees, f"{name}End")]
    odd = Counter(starts) - Counter(ends), Counter(ends) - Counter(starts)
    told = [f"{name} {id} has one end" for each in odd for id in each]
    return [*told, *_twice(name, iter(starts))]


def _of_story(file: Opened, name: str, tree: _Element) -> Iterator[str]:
    known = {p.id: p for p in file.pointers if p.source == name}
    styles = {
        each.get(f"{_W}styleId")
        for part in file.named("styles", file.main)
        if (root := file.tree(part)) is not None
        for each in root.iter(f"{_W}style")
    }
    for each in tree.iter():
        if not isinstance(each.tag, str):
            continue
        for key, value in each.items():
            if str(key).startswith(_R):
                pointer = known.get(str(value))
                if pointer is None or not (pointer.outside or pointer.target in file.sizes):
                    yield f"{name}: {each.tag} leads nowhere by {value}"
        wanted = each.get("Requires", "") if each.tag == f"{_MC}Choice" else ""
        for prefix in (wanted + " " + each.get(f"{_MC}Ignorable", "")).split():
            if prefix not in each.nsmap:
                yield f"{name}: no namespace has the prefix {prefix}"
        local = each.tag.removeprefix(_W)
        if (
            local in ("pStyle", "rStyle", "tblStyle")
            and styles
            and each.get(f"{_W}val") not in styles
        ):
            yield f"{name}: no style {each.get(f'{_W}val')}"
        if local in ("ins", "del"):
            around = each.getparent()
            if around is None or around.tag.removeprefix(_W) not in _HOLD_CHANGES:
                yield f"{name}: {local} in {around.tag if around is not None else None}"
        around = [str(a.tag).removeprefix(_W) for a in each.iterancestors()]
        if local == "t" and "del" in around and "txbxContent" not in around:
            yield f"{name}: w:t in w:del"
        if local == "pPr" and around[0] not in ("p", "pPrChange"):
            yield f"{name}: pPr in {around[0]}"
        if local in ("smartTag", "hyperlink") and around[0] in ("ins", "del"):
            yield f"{name}: {local} in {around[0]}"
        if local == "trPr" and len(each) and all(c.get(f"{_W}author") for c in each):
            yield f"{name}: trPr of changes alone"
        if local in ("tc", "hdr", "ftr", "footnote", "endnote", "txbxContent"):
            blocks = [c for c in each if c.tag in (f"{_W}p", f"{_W}tbl", f"{_W}sdt")]
            if not blocks or (local == "tc" and blocks[-1].tag == f"{_W}tbl"):
                yield f"{name}: {local} does not end with a paragraph"


def _beside(file: Opened, body: list[_Element], kind: str, mark: str) -> Iterator[str]:
    part = next(iter(file.named(kind, file.main)), "")
    tree = file.tree(part) if part else None
    known = [
        e.get(f"{_W}id")
        for e in (tree if tree is not None else ())
        if e.get(f"{_W}type", "normal") == "normal"
    ]
    used = [each.get(f"{_W}id") for each in _all(body, f"{mark}Reference")]
    yield from (f"{mark} {id} is not there" for id in set(used) - set(known))
    yield from (f"{mark} {id} is not referred to" for id in set(known) - set(used))
    yield from _twice(mark, iter(known))
    yield from _twice(f"reference to {mark}", iter(used))


def _threads(file: Opened) -> Iterator[str]:
    part = next(iter(file.named("comments", file.main)), "")
    tree = file.tree(part) if part else None
    paragraphs = [p.get(f"{_W14}paraId") for p in (tree.iter(f"{_W}p") if tree is not None else ())]
    yield from _twice("paragraph", (each for each in paragraphs if each))
    for name in file.named("commentsExtended"):
        extended = file.tree(name)
        for each in extended if extended is not None else ():
            for key in ("paraId", "paraIdParent"):
                if (id := each.get(f"{_W15}{key}")) and id not in paragraphs:
                    yield f"{key} {id} of a thread is not there"


def _lists(file: Opened, trees: list[_Element]) -> Iterator[str]:
    part = next(iter(file.named("numbering", file.main)), "")
    tree = file.tree(part) if part else None
    known = {"0"} | {
        e.get(f"{_W}numId") for e in (tree.iter(f"{_W}num") if tree is not None else ())
    }
    used = {each.get(f"{_W}val") for each in _all(trees, "numId")}
    yield from (f"no list {id}" for id in used - known)
