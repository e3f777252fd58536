"""Words in the corners of a .docx: names of pictures, tips, forms, drawings, numbers of lists.

Word shows them in a box, over a link or where nobody looks; whoever has the file reads them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING
from urllib.parse import unquote

from drafter.composition.gates.passages import Passage
from drafter.word.markup import W
from drafter.word.reading.inventory import Link
from drafter.word.reading.opened import Opened
from drafter.word.reading.words import FALLBACK, words

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{W}}}"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}p"
_STORIES = ("header", "footer", "footnotes", "endnotes", "comments")
_PICTURE, _LINK, _FORM = (
    "the name of a picture",
    "what shows over a link",
    "a field that is filled in",
)
_TELLING: Mapping[str, tuple[str, tuple[str, ...]]] = {
    **{f"{{*}}{tag}": (_PICTURE, ("name", "title", "href")) for tag in ("docPr", "cNvPr")},
    **{f"{{*}}{tag}": (_PICTURE, ("title", "href")) for tag in ("shape", "imagedata", "rect")},
    **{f"{{*}}{tag}": (_LINK, ("tooltip",)) for tag in ("hyperlink", "hlinkClick", "hlinkHover")},
    **{
        f"{_W}{tag}": (_FORM, ("val", "displayText", "value"))
        for tag in ("helpText", "statusText", "default", "listEntry", "listItem", "attr")
    },
}
"""By what an element is: where its words stand, and in which attributes."""


def cornered(opened: Opened) -> Iterator[Passage]:
    """Yield what ``passages_of`` finds neither on the page nor in the inventory."""
    stories = (opened.main, *(name for kind in _STORIES for name in opened.named(kind)))
    for tree in [tree for name in stories if (tree := opened.tree(name)) is not None]:
        yield from _told(tree)
        yield from _drawn(tree)
    for name in opened.named("glossaryDocument"):
        for element in _all(opened, name, f"{_W}p"):
            yield Passage("a building block", words(element))
    for name in opened.named("numbering"):
        for number in _all(opened, name, f"{_W}lvlText"):
            yield Passage("the number of a list", number.get(f"{_W}val", ""))
    for kind in ("footnote", "endnote"):
        for name in opened.named(f"{kind}s"):
            for note in _all(opened, name, f"{_W}{kind}"):
                if note.get(f"{_W}type", "normal") != "normal":
                    yield Passage("the line above notes", words(note))


def addressed(link: Link) -> Iterator[Passage]:
    """Yield where a link leads, as it is written and as it is read: `%C3%AD` is `í`."""
    for target in dict.fromkeys((link.target, unquote(link.target))):
        yield Passage("a link", target)


def _all(opened: Opened, name: str, tag: str) -> Iterator[_Element]:
    tree = opened.tree(name)
    if tree is not None:
        yield from tree.iter(tag)


def _told(tree: _Element) -> Iterator[Passage]:
    """What attributes say, whatever the space of their names: `o:title`, `w:val`."""
    for tag, (where, names) in _TELLING.items():
        for element in tree.iter(tag):
            for name, said in element.attrib.items():
                if str(name).rpartition("}")[2] in names:
                    yield Passage(where, str(said))


def _drawn(tree: _Element) -> Iterator[Passage]:
    """What the reader of the page leaves out: drawings for old Word, equations, small words."""
    for fallback in tree.iter(FALLBACK):
        for element in (fallback, *fallback.iter(f"{_W}p", f"{_W}r")):
            yield Passage("a drawing for old Word", words(element).strip())
    for paragraph in tree.iter(_DRAWN):
        said = (each.text or "" for each in paragraph.iter("{*}t"))
        yield Passage("a drawing", "".join(said))
    for element in tree.iter("{*}t"):
        if element.tag != f"{_W}t" and element.text:
            yield Passage("a drawing or an equation", element.text)
    for element in tree.iter(f"{_W}rt", f"{_W}rubyBase"):
        yield Passage("words above others", words(element))
