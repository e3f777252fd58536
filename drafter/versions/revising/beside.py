"""What stands beside the text of a Word file: the comments on it."""

from __future__ import annotations

from typing import Protocol

from lxml.etree import _Element

from drafter.versions.revising.looks import Styles
from drafter.versions.revising.threads import Threads
from drafter.word.markup import W
from drafter.word.reading.altered import Altered
from drafter.word.reading.opened import Opened
from drafter.word.reading.words import words
from drafter.word.writing.styles import COMMENT_REFERENCE, COMMENT_TEXT

_W = f"{{{W}}}"
_ID = f"{_W}id"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Copies(Protocol):
    """Makes copies of what is in the guest that can stand in the host."""

    styles: Styles

    def copy(self, element: _Element) -> _Element:
        """Return a copy of an element of the guest."""


class Remarks:
    """The comments in a host, to which those of a guest and new ones are added."""

    def __init__(self, host: Altered, guest: Opened, copies: Copies, *, again: bool) -> None:
        """``again``: a comment is brought also where the host has one that says the same."""
        self._host, self._copies, self._again = host, copies, again
        part = next(iter(guest.named("comments", guest.main)), "")
        self._theirs = _by_id(guest.tree(part)) if part else {}
        self._known: dict[str, str] = {}
        own = self._existing()
        self._said = {_said(each) for each in own} if own is not None else set()
        ids = [each.get(_ID, "") for each in own] if own is not None else []
        self._last = max((int(id) for id in ids if id.isdecimal()), default=-1)
        self._threads = Threads(host)
        self._answered = {
            _said(each)
            for each in (own if own is not None else ())
            if self._threads.is_answered(each)
        }

    def brought(self, id: str) -> str:
        """Copy a comment of the guest and return its id; empty where the host has the same."""
        if id not in self._known:
            theirs = self._wanted(id)
            self._known[id] = "" if theirs is None else self._append(self._copies.copy(theirs))
        return self._known[id]

    def wants(self, id: str) -> bool:
        """Whether the host has no such comment as that of the guest."""
        return self._wanted(id) is not None

    def _wanted(self, id: str) -> _Element | None:
        theirs = self._theirs.get(id)
        said = self._answered if self._again else self._said
        known = theirs is None or _said(theirs) in said
        return None if known else theirs

    def forget(self, id: str) -> None:
        """Take a comment out of the host; what it stood on has no mark of it any more."""
        root = self._existing()
        found = _of(root, id) if root is not None else None
        if root is not None and found is not None:
            self._said.discard(_said(found))
            self._threads.forget(found)
            root.remove(found)

    def is_answered(self, id: str) -> bool:
        """Whether a comment of the host was answered."""
        return self.told(id) in self._answered

    def told(self, id: str) -> tuple[str, str]:
        """Return who wrote a comment of the host, and what it says."""
        root = self._existing()
        found = _of(root, id) if root is not None else None
        return _said(found) if found is not None else ("", "")

    def add(self, text: str, author: str, date: str) -> str:
        """Add a comment of one paragraph and return its id; ``date`` is ISO, in UTC, or empty."""
        root = self._root()
        comment = root.makeelement(f"{_W}comment", {f"{_W}author": author})
        if date:
            comment.set(f"{_W}date", date)
        comment.set(f"{_W}initials", "".join(each[0] for each in author.split())[:4])
        styles = self._copies.styles
        paragraph = comment.makeelement(f"{_W}p")
        if style := styles.named("paragraph", COMMENT_TEXT):
            properties = paragraph.makeelement(f"{_W}pPr")
            properties.append(paragraph.makeelement(f"{_W}pStyle", {f"{_W}val": style}))
            paragraph.append(properties)
        said = paragraph.makeelement(f"{_W}t", {_SPACE: "preserve"})
        said.text = text
        for inside in (paragraph.makeelement(f"{_W}annotationRef"), said):
            run = paragraph.makeelement(f"{_W}r")
            run.append(inside)
            paragraph.append(run)
        comment.append(paragraph)
        return self._append(comment)

    def on(self, paragraph: _Element, id: str) -> _Element:
        """Hang a comment on the whole of a paragraph; return the run of its mark, the last."""
        marks = [
            paragraph.makeelement(f"{_W}commentRange{end}", {_ID: id}) for end in ("Start", "End")
        ]
        run = paragraph.makeelement(f"{_W}r")
        if style := self._copies.styles.named("character", COMMENT_REFERENCE):
            look = run.makeelement(f"{_W}rPr")
            look.append(run.makeelement(f"{_W}rStyle", {f"{_W}val": style}))
            run.append(look)
        run.append(run.makeelement(f"{_W}commentReference", {_ID: id}))
        first = 1 if len(paragraph) and paragraph[0].tag == f"{_W}pPr" else 0
        paragraph.insert(first, marks[0])
        paragraph.extend((marks[1], run))
        return run

    def _append(self, comment: _Element) -> str:
        root = self._root()
        self._last += 1
        comment.set(_ID, id := str(self._last))
        root.append(comment)
        return id

    def _existing(self) -> _Element | None:
        part = self._host.part("comments")
        return self._host.changing(part) if part else None

    def _root(self) -> _Element:
        found = self._existing()
        if found is None:
            found = self._host.changing(self._host.begin("comments", "comments"))
        return found


def _of(root: _Element, id: str) -> _Element | None:
    return next((each for each in root if each.get(_ID) == id), None)


def _by_id(root: _Element | None) -> dict[str, _Element]:
    return {each.get(_ID, ""): each for each in root} if root is not None else {}


def _said(comment: _Element) -> tuple[str, str]:
    text = "\n".join(words(each) for each in comment.iter(f"{_W}p"))
    return comment.get(f"{_W}author", ""), text
