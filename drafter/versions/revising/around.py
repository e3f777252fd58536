"""What stands around the text of a Word file: its headers and footers, its list of contents."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from drafter.versions.revising.bringing import Bringer
from drafter.versions.revising.units import PARAGRAPH, style_of
from drafter.word.markup import R, W
from drafter.word.reading.altered import Altered
from drafter.word.reading.opened import Opened
from drafter.word.reading.words import words

_W, _ID = f"{{{W}}}", f"{{{R}}}id"
_SECTION = f"{_W}sectPr"

Use = tuple[str, str]
"""``header`` or ``footer``, and the pages it stands on: ``default``, ``first``, ``even``."""


def margin_pairs(bringer: Bringer) -> Iterator[tuple[_Element, _Element]]:
    """Yield the headers and footers of the same pages; one that a file lacks is begun, empty.

    Sections may have their own: those of the one file are paired with those of the other in
    order, the rest with the last.
    """
    host, guest = bringer.host, bringer.guest
    own, theirs = _every_margin(host), _every_margin(guest)
    for use in sorted({*own, *theirs}):
        others = theirs.get(use, [])
        for place, name in enumerate(own.get(use) or [_begun(host, use)]):
            root = host.changing(name)
            tree = guest.tree(others[min(place, len(others) - 1)]) if others else None
            if tree is None:
                tree = root.makeelement(root.tag)
                tree.append(tree.makeelement(PARAGRAPH))
            else:
                bringer.leads.into(tree, name)
            yield root, tree


def _every_margin(file: Opened) -> dict[Use, list[str]]:
    """Return the parts of each use that can be read, each once."""
    found: dict[Use, list[str]] = {}
    for use, name in _margins(file):
        if name not in found.setdefault(use, []) and file.tree(name) is not None:
            found[use].append(name)
    return found


def _begun(host: Altered, use: Use) -> str:
    """Begin a header or footer for the pages of the last section; return the name of its part."""
    kind, pages = use
    name = host.begin(kind, kind, "<w:p/>")
    section = host.body.find(_SECTION)
    if section is None:
        section = host.body.makeelement(_SECTION)
        host.body.append(section)
    id = next(p.id for p in reversed(host.pointers) if p.target == name)
    told = {f"{_W}type": pages, _ID: id}
    section.insert(0, section.makeelement(f"{_W}{kind}Reference", told))
    return name


def margins_of(file: Opened) -> dict[Use, str]:
    """Return the parts of headers and footers, by what they are and the pages they stand on."""
    found: dict[Use, str] = {}
    for use, name in _margins(file):
        found.setdefault(use, name)
    return dict(sorted(found.items(), reverse=True))


def _margins(file: Opened) -> Iterator[tuple[Use, str]]:
    targets = {p.id: p.target for p in file.pointers if p.source == file.main and not p.outside}
    for each in file.document().iter(f"{_W}headerReference", f"{_W}footerReference"):
        kind = str(each.tag).removeprefix(_W).removesuffix("Reference")
        yield (kind, each.get(f"{_W}type", "default")), targets.get(each.get(_ID, ""), "")


def exchange_contents(bringer: Bringer, body: _Element) -> None:
    """Give the host the list of contents of the guest, which no change tracks."""
    own, theirs = bringer.styles.contents
    if not own:
        return
    old, new = list(_of_styles(bringer.host.body, own)), list(_of_styles(body, theirs))
    if not old:
        return
    before = old[0].getprevious()
    for each in new:
        copied = bringer.copy(each)
        old[0].addprevious(copied)
    if new or before is not None:
        for each in old:
            parent = each.getparent()
            if parent is not None:
                parent.remove(each)


def _of_styles(body: _Element, styles: frozenset[str]) -> Iterator[_Element]:
    """The paragraphs of some styles, by their ids."""
    for named in body.iter(f"{_W}pStyle"):
        if named.get(f"{_W}val") in styles:
            paragraph = next(named.iterancestors(PARAGRAPH), None)
            if paragraph is not None and style_of(paragraph) in styles:
                yield paragraph


def lines_of(file: Opened, name: str) -> list[str]:
    """Return the lines of a header or footer; none where there is no such part."""
    tree = file.tree(name)
    return [words(line) for line in tree.iter(PARAGRAPH)] if tree is not None else []


def contents_of(body: _Element, styles: frozenset[str]) -> list[str]:
    """Return the entries of the list of contents, without the numbers of pages."""
    found = map(words, _of_styles(body, styles))
    return [
        text.rpartition("\t")[0] if text.rpartition("\t")[2].isdecimal() else text for text in found
    ]
