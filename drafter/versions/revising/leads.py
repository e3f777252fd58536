"""Where links, pictures and other parts of a guest lead, so that they lead there in the host."""

from __future__ import annotations

from copy import deepcopy

from lxml.etree import _Element, tostring

from drafter.word.officefile import relationships_of
from drafter.word.reading.altered import Altered
from drafter.word.reading.opened import Opened, Pointer

_NOTED = ("footnotes", "endnotes", "comments")


class Leads:
    """Relationships of the guest in the host; each part that is pointed at is brought once."""

    def __init__(self, host: Altered, guest: Opened) -> None:
        self._host, self._guest = host, guest
        self._into = {guest.main: host.main}
        """The part of the host in which what comes from a part of the guest is written."""
        self._parts: dict[str, str] = {}
        self._known: dict[tuple[str, str], str] = {}
        self._roots = {guest.document(): guest.main}
        for kind in _NOTED:
            for name in guest.named(kind, guest.main):
                self._register(name)
        self.source = guest.main
        """The part of the guest from which something is taken now."""

    def into(self, theirs: _Element, part: str) -> None:
        """Say in which part of the host something of a part of the guest is written."""
        self._roots[theirs] = name = self._named(theirs)
        self._into[name] = part

    def turn(self, element: _Element) -> str:
        """Take from the part that an element of the guest is in; return the one before."""
        before = self.source
        self.source = self._roots.get(element.getroottree().getroot(), before)
        return before

    def brought(self, id: str) -> str:
        """Return the relationship of the host that leads where one of the guest does."""
        key = (self.source, id)
        if key not in self._known:
            self._known[key] = self._lead(*key)
        return self._known[key]

    def _register(self, name: str) -> None:
        tree = self._guest.tree(name)
        if tree is not None:
            self._roots[tree] = name

    def _named(self, root: _Element) -> str:
        names = (p.target for p in self._guest.pointers if p.source == self._guest.main)
        return next((name for name in names if self._guest.tree(name) is root), "")

    def _lead(self, source: str, id: str) -> str:
        found = (p for p in self._guest.pointers if p.source == source and p.id == id)
        pointer = next(found, None)
        if pointer is None:
            return id
        into = self._into.get(source) or self._same_kind(source)
        if pointer.outside:
            return self._host.point(pointer.kind, pointer.target, outside=True, source=into)
        return self._host.point(pointer.kind, f"/{self._part(pointer)}", source=into)

    def _same_kind(self, source: str) -> str:
        kinds = (p.kind for p in self._guest.pointers if p.target == source)
        return self._host.part(next(kinds, "")) or self._host.main

    def _part(self, pointer: Pointer) -> str:
        """Return the name in the host of a part of the guest, brought with all that it needs."""
        guest, name = self._guest, pointer.target
        if name not in self._parts:
            content, type = guest.read(name), guest.content_type(name)
            held = self._host.hold(name.rpartition("/")[2], content, type)
            self._parts[name] = held
            needs = {p.id: p for p in guest.pointers if p.source == name and not p.outside}
            links = guest.tree(relationships_of(name))
            if links is not None:
                links = deepcopy(links)
                for each in links:
                    if (inner := needs.get(each.get("Id", ""))) is not None:
                        each.set("Target", f"/{self._part(inner)}")
                self._host.relate(held, tostring(links, encoding="UTF-8", standalone=True))
        return self._parts[name]
