"""An office's style file as a package: its parts and how they point to each other."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree
from zipfile import BadZipFile

from msgspec import Struct

from drafter.errors import Problem, TemplateError
from drafter.word.markup import R, W
from drafter.word.package import CONTENT_TYPES, unpack

_OPC = "{http://schemas.openxmlformats.org/package/2006/"


def w(name: str) -> str:
    """Return a WordprocessingML name as ElementTree writes it."""
    return f"{{{W}}}{name}"


def r(name: str) -> str:
    """Return a relationship attribute's name as ElementTree writes it."""
    return f"{{{R}}}{name}"


class Link(Struct, frozen=True):
    """A relationship as the style file has it."""

    id: str
    kind: str
    """The last word of its type: ``styles``, ``header``, ``image``."""
    target: str
    """The part it points to, or the address when it leads outside."""
    outside: bool


class OfficeFile:
    """The parts of a style file; raises ``TemplateError`` where it is not usable."""

    def __init__(self, office: bytes | Path) -> None:
        self._label = "the style file" if isinstance(office, bytes) else str(office)
        try:
            data = office if isinstance(office, bytes) else office.read_bytes()
            self.parts = unpack(data)
        except (OSError, BadZipFile) as error:
            raise self.unusable(f"cannot be opened: {error}", _SAVE_AS_DOCX) from error
        documents = [link.target for link in self.links("") if link.kind == "officeDocument"]
        if not documents:
            raise self.unusable("is not a Word document", _SAVE_AS_DOCX)
        self.document = documents[0]

    def unusable(self, message: str, hint: str) -> TemplateError:
        """Return the error that says what is wrong with this file."""
        return TemplateError(Problem(None, f"{self._label}: {message}", hint))

    def tree(self, name: str) -> ElementTree.Element:
        """Return the root element of a part."""
        try:
            return ElementTree.fromstring(self.parts[name])
        except (KeyError, ElementTree.ParseError) as error:
            raise self.unusable(f"part {name} is missing or damaged", _SAVE_AS_DOCX) from error

    def links(self, name: str) -> tuple[Link, ...]:
        """Return what a part points to, the package itself being the part ``""``."""
        rels = relationships_of(name)
        if rels not in self.parts:
            return ()
        return tuple(self._links(name, rels))

    def _links(self, name: str, rels: str) -> Iterator[Link]:
        for item in self.tree(rels).iter(f"{_OPC}relationships}}Relationship"):
            target, outside = item.get("Target", ""), item.get("TargetMode") == "External"
            if not outside:
                target = posixpath.normpath(posixpath.join("/", posixpath.dirname(name), target))
                target = target.lstrip("/")
            kind = item.get("Type", "").rpartition("/")[2]
            yield Link(item.get("Id", ""), kind, target, outside)

    def content_type(self, name: str) -> str:
        """Return the content type the file gives a part."""
        types = self.tree(CONTENT_TYPES)
        for item in types.iter(f"{_OPC}content-types}}Override"):
            if item.get("PartName", "").lstrip("/") == name:
                return item.get("ContentType", "")
        extension = name.rpartition(".")[2].casefold()
        for item in types.iter(f"{_OPC}content-types}}Default"):
            if item.get("Extension", "").casefold() == extension:
                return item.get("ContentType", "")
        raise self.unusable(f"part {name} has no content type", _SAVE_AS_DOCX)

    def closure(self, name: str) -> Iterator[str]:
        """Yield a part and every part it needs, such as a letterhead's picture."""
        waiting, seen = [name], set[str]()
        while waiting:
            current = waiting.pop()
            if current in seen:
                continue
            seen.add(current)
            yield current
            for link in self.links(current):
                if link.outside:
                    raise self.unusable(
                        f"{current} points outside the file, to {link.target}",
                        "Remove the link, or insert the picture itself.",
                    )
                waiting.append(link.target)


def relationships_of(name: str) -> str:
    """Return the name of the part that holds another part's relationships."""
    folder, _, file = name.rpartition("/")
    return posixpath.join(folder, "_rels", f"{file}.rels")


_SAVE_AS_DOCX = "Open it in Word and save it as a Word document (.docx)."


def read_back(office: bytes, styles: Iterable[str]) -> None:
    """ValueError unless python-docx, which did not write the file, finds each style by its name."""
    import docx  # on no other path: what a draft or a reader loads has to be little

    known = docx.Document(BytesIO(office)).styles
    missing = [name for name in styles if name not in known]
    if missing:
        raise ValueError(f"the style file has no {', '.join(missing)}")
