"""Every word in a .docx, with its place: what stands on the page and what does not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from drafter.composition.gates.passages import Passage
from drafter.word.markup import W
from drafter.word.reading.corners import addressed, cornered
from drafter.word.reading.inventory import Inventory
from drafter.word.reading.opened import Opened
from drafter.word.reading.reader import style_names
from drafter.word.reading.words import FALLBACK, words

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{W}}}"
_APART = (f"{_W}tc", FALLBACK)


def passages_of(data: bytes, inventory: Inventory) -> tuple[Passage, ...]:
    """Return what can be read in a file, by whatever means; no number of a page is known.

    A row is one passage, its paragraphs parted by tabs.  CaseFileError: no Word document.
    """
    opened = Opened(data)
    on_page = tuple(_body(opened))
    seen = {each.text for each in on_page}
    rest = (*cornered(opened), *_margins(opened), *_beside(inventory))
    return (*on_page, *(each for each in rest if each.text not in seen))


def _body(opened: Opened) -> Iterator[Passage]:
    names = style_names(opened)
    heading, count, row, tables = "", 0, 0, 0
    last: _Element | None = None
    for element in opened.document().iter(f"{_W}p", f"{_W}tr"):
        if any(each.tag in _APART for each in element.iterancestors()):
            continue
        if element.tag == f"{_W}tr":
            table = element.getparent()
            tables, row = (tables, row + 1) if table is last else (tables + 1, 1)
            last = table
            text = "\t".join(map(words, element.iter(f"{_W}p")))
            yield Passage(f"row {row} of table {tables}{_under(heading)}", text)
        elif text := words(element).strip():
            count += 1
            heading = text if _is_heading(element, names) else heading
            yield Passage(f"paragraph {count}{_under(heading)}", text)


def _under(heading: str) -> str:
    return f" (under “{' '.join(heading.split())}”)" if heading else ""


def _is_heading(element: _Element, names: dict[str, str]) -> bool:
    style = element.find(f"{_W}pPr/{_W}pStyle")
    id = style.get(f"{_W}val", "") if style is not None else ""
    return names.get(id, id).startswith("Heading")


def _margins(opened: Opened) -> Iterator[Passage]:
    """Headers and footers line by line; and what is drawn across a page, as a watermark is."""
    for kind in ("header", "footer"):
        for name in opened.named(kind):
            tree = opened.tree(name)
            for line in tree.iter(f"{_W}p") if tree is not None else ():
                yield Passage(f"the {kind}", words(line))
    for name in (opened.main, *opened.named("header"), *opened.named("footer")):
        tree = opened.tree(name)
        for drawn in tree.iter("{*}textpath") if tree is not None else ():
            yield Passage("a watermark", drawn.get("string", ""))


def _beside(inventory: Inventory) -> Iterator[Passage]:
    for count, note in enumerate(inventory.notes, 1):
        yield Passage(f"note {count}", note.text)
    for comment in inventory.comments:
        yield Passage(f"a comment by {comment.author}", comment.text)
    for change in inventory.changes:
        yield Passage(f"a tracked change by {change.author}", change.text)
    for alternative in inventory.alternatives:
        yield Passage("the description of a picture or table", alternative.text)
    for each in inventory.properties:
        yield Passage(f"a property of the file ({each.name})", each.value)
    for control in inventory.controls:
        yield Passage("the name of a content control", f"{control.title} {control.tag}")
    for field in inventory.fields:
        yield Passage("a field", f"{field.instruction}\t{field.shown}")
    for link in inventory.links:
        yield from addressed(link)
    for mark in inventory.bookmarks:
        yield Passage("a bookmark", mark.name)
    for author in inventory.authors:
        yield Passage(f"a name in the {', '.join(author.places)}", author.name)
