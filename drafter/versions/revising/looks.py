"""The styles and numberings that content brings along when it comes from another file."""

from __future__ import annotations

import re
from copy import deepcopy

from lxml.etree import _Element

from drafter.word.markup import W
from drafter.word.reading.altered import Altered
from drafter.word.reading.opened import Opened

_W = f"{{{W}}}"
_ID, _VAL = f"{_W}styleId", f"{_W}val"
_NUM, _ABSTRACT = f"{_W}num", f"{_W}abstractNum"
_NUM_ID, _ABSTRACT_ID = f"{_W}numId", f"{_W}abstractNumId"
_LISTED = re.compile("toc [1-9]", re.IGNORECASE)
_FOLLOWS = ("basedOn", "next", "link")


def is_listed(name: str) -> bool:
    """Whether paragraphs of a style, by its name, are entries of a list of contents.

    The heading of such a list is a heading.
    """
    return _LISTED.match(name) is not None


class Styles:
    """Styles are known by their names; one that the host lacks is brought."""

    def __init__(self, host: Altered, guest: Opened) -> None:
        self._host = host
        self._theirs = _by_id(_root(guest))
        own = _by_id(_root(host))
        self._own = {_key(style): id for id, style in own.items()}
        self._taken = set(own)
        self.own_names, self.their_names = (
            {id: _key(style)[1] for id, style in each.items()} for each in (own, self._theirs)
        )
        """Names of styles by their ids, in small letters."""
        both = self.own_names.keys() & self.their_names.keys()
        self.agree = all(self.own_names[id] == self.their_names[id] for id in both)
        """Whether an id that both have is of one style."""
        self.contents = tuple(
            frozenset(id for id, name in names.items() if is_listed(name))
            for names in (self.own_names, self.their_names)
        )
        """Of both, the ids of the styles of entries in a list of contents."""
        self._known: dict[str, str] = {}

    def brought(self, id: str) -> str:
        """Return the id in the host of a style of the guest."""
        if id not in self._known:
            style = self._theirs.get(id)
            self._known[id] = (
                id if style is None else self._own.get(_key(style)) or self._add(style)
            )
        return self._known[id]

    def named(self, type: str, name: str) -> str:
        """Return the id in the host of a style by its name; empty when it has none."""
        return self._own.get((type, name.casefold()), "")

    def _add(self, style: _Element) -> str:
        part = self._host.part("styles") or self._host.begin("styles", "styles")
        name = id = style.get(_ID, "")
        while name in self._taken:
            name += "x"
        self._taken.add(name)
        self._known[id] = self._own[_key(style)] = name
        added = deepcopy(style)
        added.set(_ID, name)
        for follows in _FOLLOWS:
            for each in added.findall(f"{_W}{follows}"):
                each.set(_VAL, self.brought(each.get(_VAL, "")))
        for numbered in list(added.iter(f"{_W}numPr")):
            parent = numbered.getparent()
            if parent is not None:
                parent.remove(numbered)
        self._host.changing(part).append(added)
        return name


class Numbers:
    """Lists go on where they stand beside one that both files have; others are brought."""

    def __init__(self, host: Altered, guest: Opened) -> None:
        self._host, self._guest = host, guest
        self._known: dict[str, str] = {"0": "0"}
        self._abstract: dict[str, str] = {}

    def same(self, own: _Element, theirs: _Element) -> None:
        """Learn that two paragraphs are items of one list."""
        mine, other = (_number(each) for each in (own, theirs))
        if mine and other:
            self._known.setdefault(other, mine)

    def brought(self, id: str) -> str:
        """Return the number in the host of a list of the guest."""
        if id not in self._known:
            self._known[id] = self._add(id)
        return self._known[id]

    def _add(self, id: str) -> str:
        found = _find(self._guest_root(), _NUM, _NUM_ID, id)
        if found is None:
            return "0"
        part = self._host.part("numbering") or self._host.begin("numbering", "numbering")
        root = self._host.changing(part)
        number = str(1 + max((int(each.get(_NUM_ID, "0")) for each in root.iter(_NUM)), default=0))
        added = deepcopy(found)
        added.set(_NUM_ID, number)
        for each in added.iter(_ABSTRACT_ID):
            each.set(_VAL, self._kind(root, each.get(_VAL, "")))
        last = root.findall(_NUM)
        at = list(root).index(last[-1]) + 1 if last else len(root)
        root.insert(at, added)
        return number

    def _kind(self, root: _Element, id: str) -> str:
        """Return the id in the host of a kind of list, brought where the host has none like it."""
        if id not in self._abstract:
            theirs = _find(self._guest_root(), _ABSTRACT, _ABSTRACT_ID, id)
            own = root.findall(_ABSTRACT)
            like = (each for each in own if theirs is not None and _shape(each) == _shape(theirs))
            known = next(like, None)
            if known is None and theirs is not None:
                known = deepcopy(theirs)
                taken = (int(each.get(_ABSTRACT_ID, "0")) for each in own)
                known.set(_ABSTRACT_ID, str(1 + max(taken, default=0)))
                root.insert(list(root).index(own[-1]) + 1 if own else 0, known)
            self._abstract[id] = id if known is None else known.get(_ABSTRACT_ID, id)
        return self._abstract[id]

    def _guest_root(self) -> _Element | None:
        name = next(iter(self._guest.named("numbering", self._guest.main)), "")
        return self._guest.tree(name) if name else None


def _root(file: Opened) -> _Element | None:
    name = next(iter(file.named("styles", file.main)), "")
    return file.tree(name) if name else None


def _by_id(root: _Element | None) -> dict[str, _Element]:
    found = root.iter(f"{_W}style") if root is not None else ()
    return {style.get(_ID, ""): style for style in found}


def _key(style: _Element) -> tuple[str, str]:
    name = style.find(f"{_W}name")
    said = name.get(_VAL, "") if name is not None else style.get(_ID, "")
    return style.get(f"{_W}type", ""), said.casefold()


def _number(paragraph: _Element) -> str:
    found = paragraph.find(f"{_W}pPr/{_W}numPr/{_NUM_ID}")
    return found.get(_VAL, "") if found is not None else ""


def _find(root: _Element | None, tag: str, name: str, id: str) -> _Element | None:
    found = root.findall(tag) if root is not None else []
    return next((each for each in found if each.get(name) == id), None)


def _shape(kind: _Element) -> list[tuple[str, ...]]:
    """What its levels count and how they are written."""
    return [
        (level.get(f"{_W}ilvl", ""), *(_said(level, name) for name in ("numFmt", "lvlText")))
        for level in kind.iter(f"{_W}lvl")
    ]


def _said(level: _Element, name: str) -> str:
    found = level.find(f"{_W}{name}")
    return found.get(_VAL, "") if found is not None else ""
