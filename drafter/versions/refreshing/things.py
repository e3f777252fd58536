"""What stands in a passage beside its words: pictures, boxes, links, fields, breaks of the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256

from lxml.etree import _Element

from drafter.versions.align import plain
from drafter.word.markup import R, W
from drafter.word.reading.opened import Opened
from drafter.word.reading.words import BOXED, FALLBACK, counts_pages, is_in, words

_W, _R = f"{{{W}}}", f"{{{R}}}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_V = "{urn:schemas-microsoft-com:vml}"
_DRAWN = tuple(f"{_W}{name}" for name in ("drawing", "pict", "object"))
_OLD = frozenset((FALLBACK,))
_PAGES = ("page", "column")
_FIELDS = tuple(f"{_W}{name}" for name in ("fldSimple", "fldChar", "instrText"))
_READ = frozenset(("HYPERLINK", "REF", "SEQ", "TOC"))
"""Fields that are known by the words they show: other programs write them otherwise."""
_DESCRIBED = (f"{_WP}docPr", *(f"{_V}{name}" for name in ("shape", "rect", "oval")))
_STORIES = ("header", "footer", "footnotes", "endnotes")


def things_in(file: Opened, element: _Element, part: str) -> Iterator[str]:
    """Yield each such thing in an element of a part, as something that equal things have equal.

    A drawing of ours has no picture and no link: of it the words in its boxes are told.
    """
    yield from _fields(element)
    for each in element.iter(*_DRAWN, BOXED, f"{_W}hyperlink", f"{_W}br"):
        if each.tag == f"{_W}br":
            if each.get(f"{_W}type") in _PAGES:
                yield "break"
        elif each.tag == f"{_W}hyperlink":
            if id := each.get(f"{_R}id"):
                yield f"link {_target(file, part, id)}"
        elif not is_in(_OLD, each, element):
            if each.tag == BOXED:
                yield from filter(None, (plain(words(line)) for line in each.iter(f"{_W}p")))
            else:
                yield from _pictures(file, each, part)


def descriptions_in(element: _Element) -> Iterator[str]:
    """Yield what stands for a drawing where it is not seen; LibreOffice leaves it out."""
    for each in element.iter(*_DESCRIBED):
        if said := plain(each.get("descr") or each.get("alt") or ""):
            yield f"description {said}"


def things_of(file: Opened) -> Counter[str]:
    """Return all such things of a file, and descriptions: in its body, margins and notes."""
    names = (file.main, *(name for kind in _STORIES for name in file.named(kind, file.main)))
    found = Counter[str]()
    for name in names:
        tree = file.tree(name)
        if tree is not None:
            found.update(things_in(file, tree, name))
            found.update(descriptions_in(tree))
    return found


def _fields(element: _Element) -> Iterator[str]:
    """The fields in an element, of which the page may show nothing: marks for a list of authorities
    or an index, and numbers of pages, which Word computes.
    """
    open_: list[str] = []
    for each in element.iter(*_FIELDS):
        kind = each.get(f"{_W}fldCharType")
        if is_in(_OLD, each, element):
            continue
        if each.tag == _FIELDS[0]:
            yield from _field(each.get(f"{_W}instr", ""))
        elif each.tag == _FIELDS[2]:
            open_[-1:] = [told + (each.text or "") for told in open_[-1:]]
        elif kind == "begin":
            open_.append("")
        elif kind == "end":
            yield from _field(open_.pop()) if open_ else ("end of a field",)
    yield from (f"beginning of a field {told}" for told in open_)


def _field(instruction: str) -> Iterator[str]:
    verb = instruction.strip().partition(" ")[0].upper()
    if verb not in _READ:
        yield f"field {verb if counts_pages(instruction) else ' '.join(instruction.split())}"


def _pictures(file: Opened, drawing: _Element, part: str) -> Iterator[str]:
    for each in drawing.iter():
        for name, value in each.items():
            if name in (f"{_R}embed", f"{_R}link", f"{_R}id"):
                yield f"picture {_target(file, part, str(value))}"


def _target(file: Opened, part: str, id: str) -> str:
    """Where a relationship leads; of a part of the file, what is in it."""
    pointer = next((p for p in file.pointers if p.source == part and p.id == id), None)
    if pointer is None:
        return ""
    if pointer.outside or pointer.target not in file.sizes:
        return pointer.target
    return sha256(file.read(pointer.target)).hexdigest()
