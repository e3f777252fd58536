"""Which comments were answered: what Word writes beside the comments themselves."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from drafter.word.markup import W
from drafter.word.reading.altered import Altered

_PARAGRAPH = f"{{{W}}}p"
_BESIDE = ("commentsExtended", "commentsIds", "commentsExtensible")
_PARENT, _PLACE, _LASTING = "paraIdParent", "paraId", "durableId"


class Threads:
    """The comments of a file as conversations.  A comment is known by its last paragraph."""

    def __init__(self, host: Altered) -> None:
        self._host = host
        self._parents = {_said(each, _PARENT) for _, each in self._entries()} - {""}

    def is_answered(self, comment: _Element) -> bool:
        """Whether another comment answers it."""
        return not self._parents.isdisjoint(_places(comment))

    def forget(self, comment: _Element) -> None:
        """Take out what is said of a comment that goes."""
        names = set(_places(comment))
        lasting = set[str]()
        for part, each in list(self._entries()):
            if _said(each, _PLACE) in names or _said(each, _LASTING) in lasting:
                lasting |= {_said(each, _LASTING)} - {""}
                self._host.changing(part).remove(each)

    def _entries(self) -> Iterator[tuple[str, _Element]]:
        for kind in _BESIDE:
            part = self._host.part(kind)
            tree = self._host.tree(part) if part else None
            for each in tree if tree is not None else ():
                yield part, each


def _places(comment: _Element) -> Iterator[str]:
    for line in comment.iter(_PARAGRAPH):
        if name := _said(line, _PLACE):
            yield name


def _said(element: _Element, name: str) -> str:
    """An attribute by its name, of whatever namespace."""
    found = (str(value) for key, value in element.items() if str(key).endswith(f"}}{name}"))
    return next(found, "")
