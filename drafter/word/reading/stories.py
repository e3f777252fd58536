"""What stands between the words of one part: changes, marks, fields, what nobody sees."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from drafter.word.anchors import ANCHOR
from drafter.word.markup import W
from drafter.word.reading.inventory import Alternative, Change, Control, Field, Hidden, Mark
from drafter.word.reading.words import words

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{W}}}"
_VAL = f"{_W}val"
_OFF = ("0", "false", "off", "none")
_NEED = re.compile(r"\[NEED: [^\]]*\]")
_SMALLEST = 4
"""Half points under which nobody reads."""

_CHANGES = {
    **{"ins": "insertion", "del": "deletion", "moveFrom": "move from", "moveTo": "move to"},
    **{f"{name}PrChange": "look" for name in ("r", "p", "sect", "numbering")},
    **{f"{name}PrChange": "table" for name in ("tbl", "tblEx", "tr", "tc")},
    **{"numberingChange": "look", "tblGridChange": "table"},
    **dict.fromkeys(("cellIns", "cellDel", "cellMerge"), "table"),
}


def val(element: _Element, name: str) -> str | None:
    """Return what a child of that name says; None when there is none or it says ``off``."""
    found = element.find(f"{_W}{name}")
    if found is None:
        return None
    value = found.get(_VAL, "")
    return None if value in _OFF else value


def hidden_styles(styles: _Element | None) -> frozenset[str]:
    """Return the ids of the styles whose words are hidden, by themselves or by what they follow."""
    based: dict[str, str] = {}
    hidden: set[str] = set()
    for style in styles.iter(f"{_W}style") if styles is not None else ():
        id = style.get(f"{_W}styleId", "")
        based[id] = val(style, "basedOn") or ""
        look = style.find(f"{_W}rPr")
        if look is not None and val(look, "vanish") is not None:
            hidden.add(id)
    for _ in based:
        more = {id for id, parent in based.items() if parent in hidden} - hidden
        if not more:
            break
        hidden |= more
    return frozenset(hidden)


def changes(root: _Element, part: str) -> Iterator[Change]:
    """Yield every tracked change."""
    for name, kind in _CHANGES.items():
        for found in root.iter(f"{_W}{name}"):
            author, date = found.get(f"{_W}author", ""), found.get(f"{_W}date", "")
            yield Change(kind, author, date, _changed(found, kind), part)


def _changed(found: _Element, kind: str) -> str:
    if kind == "table":
        return ""
    if kind == "look":
        owner = found.getparent()
        owner = owner.getparent() if owner is not None else None
        return _all_words(owner) if owner is not None else ""
    return _all_words(found)


def _all_words(element: _Element) -> str:
    """The words of an element, those taken out too."""
    return "".join(each.text or "" for each in element.iter(f"{_W}t", f"{_W}delText"))


def hidden(root: _Element, part: str, styles: frozenset[str]) -> Iterator[Hidden]:
    """Yield the words that are not on the page, runs beside each other as one."""
    before: tuple[str, _Element | None] | None = None
    text = ""
    for run in root.iter(f"{_W}r"):
        how, said = _how_hidden(run, styles), _all_words(run)
        here = (how, run.getparent())
        if here != before and text and before is not None:
            yield Hidden(text, before[0], part)
            text = ""
        text = text + said if how else ""
        before = here
    if text and before is not None:
        yield Hidden(text, before[0], part)


def _how_hidden(run: _Element, styles: frozenset[str]) -> str:
    look = run.find(f"{_W}rPr")
    if look is not None:
        if val(look, "vanish") is not None or val(look, "webHidden") is not None:
            return "hidden"
        if val(look, "rStyle") in styles:
            return "hidden by its style"
        if (val(look, "color") or "").upper() == "FFFFFF":
            return "white"
        size = val(look, "sz") or ""
        if size.isdecimal() and int(size) < _SMALLEST:
            return "too small to read"
    owner = next(run.iterancestors(f"{_W}p"), None) if styles else None
    style = owner.find(f"{_W}pPr/{_W}pStyle") if owner is not None else None
    return "hidden by its style" if style is not None and style.get(_VAL) in styles else ""


def bookmarks(root: _Element, part: str) -> Iterator[Mark]:
    """Yield every bookmark, those of a draft told apart."""
    for found in root.iter(f"{_W}bookmarkStart"):
        name = found.get(f"{_W}name", "")
        yield Mark(name, ANCHOR.fullmatch(name) is not None, part)


def controls(root: _Element, part: str) -> Iterator[Control]:
    """Yield every content control."""
    for found in root.iter(f"{_W}sdt"):
        properties, content = found.find(f"{_W}sdtPr"), found.find(f"{_W}sdtContent")
        if properties is None:
            continue
        binding = properties.find(f"{_W}dataBinding")
        bound = binding.get(f"{_W}xpath", "") if binding is not None else ""
        said = words(content) if content is not None else ""
        tag, title = val(properties, "tag") or "", val(properties, "alias") or ""
        yield Control(tag, title, said, bound, part)


def fields(root: _Element, part: str) -> Iterator[Field]:
    """Yield every field; of one inside another, the inner one first."""
    for found in root.iter(f"{_W}fldSimple"):
        yield Field(_line(found.get(f"{_W}instr", "")), words(found), part)
    stack: list[list[str]] = []
    shown: list[bool] = []
    for found in root.iter(*(f"{_W}{name}" for name in ("fldChar", "instrText", "t"))):
        type = found.get(f"{_W}fldCharType", "")
        if type == "begin":
            stack.append(["", ""])
            shown.append(False)
        elif stack and type == "separate":
            shown[-1] = True
        elif stack and type == "end":
            instruction, said = stack.pop()
            shown.pop()
            yield Field(_line(instruction), said, part)
        elif stack and not type:
            apart = " " if found.tag == f"{_W}t" and not shown[-1] else ""
            stack[-1][shown[-1]] += f"{apart}{found.text or ''}"
    for instruction, said in stack:  # cut off before their ends
        yield Field(_line(instruction), said, part)


def _line(text: str) -> str:
    return " ".join(text.split())


def alternatives(root: _Element, part: str) -> Iterator[Alternative]:
    """Yield what pictures, shapes and tables are described as."""
    for found in root.iter("{*}docPr", "{*}cNvPr", "{*}shape"):
        for name in ("title", "descr", "alt"):
            if said := found.get(name):
                yield Alternative(said, part)
    for found in root.iter(f"{_W}tblCaption", f"{_W}tblDescription"):
        yield Alternative(found.get(_VAL, ""), part)


def revisions(root: _Element) -> Iterator[str]:
    """Yield every mark of a session of editing."""
    for found in root.iter():
        for name, value in found.attrib.items():
            if str(name).startswith(f"{_W}rsid"):
                yield str(value)
    for found in root.iter(f"{_W}rsid", f"{_W}rsidRoot"):
        yield found.get(_VAL, "")


def missing(root: _Element, part: str) -> Iterator[str]:
    """Yield the markers of missing facts, wherever the runs of a paragraph part them."""
    for paragraph in root.iter(f"{_W}p"):
        yield from _NEED.findall(words(paragraph))


Gatherer = Callable[["_Element", str], Iterable[object]]
GATHERERS: Mapping[str, Gatherer] = {
    "changes": changes,
    "bookmarks": bookmarks,
    "controls": controls,
    "fields": fields,
    "alternatives": alternatives,
    "missing": missing,
}
"""By the field of the inventory, what is gathered from each part with words in it."""
