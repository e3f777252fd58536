"""A .docx in which parts are changed; what nobody changed stays as it is, byte for byte."""

from __future__ import annotations

import posixpath
from functools import cached_property
from typing import TYPE_CHECKING

from drafter.word.markup import DECLARATION, ROOT_NAMESPACES, W
from drafter.word.officefile import relationships_of
from drafter.word.package import CONTENT_TYPES, compress, pack
from drafter.word.parts import OFFICE_RELATIONSHIP, relationships, word_type
from drafter.word.reading.opened import Opened

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROOTS = {"header": "hdr", "footer": "ftr"}
"""Names of roots, where they are not those of the kinds."""
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


class Altered(Opened):
    """The parts of one file, to be changed and written again."""

    def __init__(self, data: bytes) -> None:
        self._touched: set[str] = set()
        self._added: dict[str, bytes] = {}
        super().__init__(data)

    @cached_property
    def body(self) -> _Element:
        """The body of the document, to be changed."""
        self._touched.add(self.main)
        found = self.document().find(f"{{{W}}}body")
        assert found is not None
        return found

    def changing(self, name: str) -> _Element:
        """The root of a part, to be changed; ``ValueError`` when it is no XML."""
        tree = self.tree(name)
        if tree is None:
            raise ValueError(f"{name} cannot be read")
        self._touched.add(name)
        return tree

    def part(self, kind: str) -> str:
        """The name of the part of a kind that the document has; empty when it has none."""
        return next(iter(self.named(kind, self.main)), "")

    def add(self, kind: str, name: str, content: bytes, type: str) -> str:
        """Add a part that the document points at, and return its name; a free one like ``name``."""
        name = self.hold(name, content, type)
        self.point(kind, posixpath.relpath(name, posixpath.dirname(self.main) or "."))
        return name

    def begin(self, kind: str, name: str, content: str = "") -> str:
        """Add a part of Word's own that the document points at, and return its name."""
        root = _ROOTS.get(kind, kind)
        whole = f"{DECLARATION}<w:{root} {ROOT_NAMESPACES}>{content}</w:{root}>"
        return self.add(kind, f"{name}.xml", whole.encode(), word_type(kind))

    def hold(self, name: str, content: bytes, type: str = "") -> str:
        """Add a part at which nothing points yet, and return its name.

        ``type``: its content type; empty for what its extension says.
        """
        folder = posixpath.dirname(self.main)
        name = self._free(f"{folder}/{name}" if folder else name)
        self._put(name, content)
        if type:
            types = self.changing(CONTENT_TYPES)
            told = {"PartName": f"/{name}", "ContentType": type}
            tag = f"{{{_PACKAGE}/content-types}}Override"
            types.append(types.makeelement(tag, told))
        return name

    def relate(self, name: str, links: bytes) -> None:
        """Give a part that was added what it points at, as a relationships part."""
        self._put(relationships_of(name), links)

    def point(self, kind: str, target: str, *, outside: bool = False, source: str = "") -> str:
        """Add a relationship of a part, the document itself if none is named; return its id."""
        name = relationships_of(source or self.main)
        if self.tree(name) is None:
            self._put(name, relationships(()))
        links = self.changing(name)
        taken = {item.get("Id") for item in links}
        id = next(id for count in range(1, len(taken) + 2) if (id := f"rIdA{count}") not in taken)
        told = {"Id": id, "Type": OFFICE_RELATIONSHIP + kind, "Target": target}
        if outside:
            told["TargetMode"] = "External"
        links.append(links.makeelement(f"{{{_PACKAGE}/relationships}}Relationship", told))
        self.__dict__.pop("pointers", None)
        return id

    def _put(self, name: str, content: bytes) -> None:
        self._added[name] = content
        self._trees.pop(name, None)
        self.sizes = {**self.sizes, name: len(content)}
        for known in ("pointers", "_types", "reached"):
            self.__dict__.pop(known, None)

    def read(self, name: str) -> bytes:
        """Return the bytes of a part, one that was added too."""
        return self._added[name] if name in self._added else super().read(name)

    def packed(self) -> bytes:
        """Return the file as it is now: equal changes of equal files give equal bytes."""
        return pack(compress(name, self._content(name)) for name in self.sizes)

    def _content(self, name: str) -> bytes:
        if name not in self._touched:
            return self.read(name)
        from lxml.etree import tostring

        written: bytes = tostring(self.changing(name), encoding="UTF-8", standalone=True)
        return written

    def _free(self, name: str) -> str:
        stem, dot, extension = name.rpartition(".")
        count = 1
        while name in self.sizes:
            count += 1
            name = f"{stem}{count}{dot}{extension}"
        return name
