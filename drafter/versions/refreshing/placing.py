"""Where what is new in a draft is put into the document that counsel has edited."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy

from lxml.etree import _Element

from drafter.versions.refreshing.leaves import Leaf
from drafter.versions.refreshing.plan import Step
from drafter.versions.revising.bringing import Bringer
from drafter.versions.revising.stories import place
from drafter.versions.revising.units import PARAGRAPH, TABLE, rows_of, style_of
from drafter.word.markup import W

_W = f"{{{W}}}"
_SECTION = f"{_W}pPr/{_W}sectPr"


class Places:
    """Knows where each block of the new draft stands, as one after the other is put there."""

    def __init__(
        self, bringer: Bringer, new: Sequence[Leaf], known: Mapping[str, _Element]
    ) -> None:
        """``known``: the elements of the document, by the anchors of the blocks they are."""
        self._bringer = bringer
        self._new = new
        self._at = {leaf.anchor: place for place, leaf in enumerate(new)}
        self._known = dict(known)

    def move(self, leaf: Leaf, element: _Element) -> None:
        """Put a block where the new draft has it; a table goes there with its first row."""
        if leaf.table is not None and self._begins(leaf):
            table = next(element.iterancestors(TABLE))
            gap = _gap_after(table)
            _drop(table)
            self._put_paragraph(self._at[leaf.anchor], table)
            if gap is not None:
                table.addnext(gap)
        _drop(element)
        self.put(leaf, element)

    def _begins(self, leaf: Leaf) -> bool:
        rows = (each for each in self._new if each.table is leaf.table)
        return next(rows) is leaf

    def put(self, leaf: Leaf, element: _Element) -> None:
        """Put what stands for a block of the new draft where that draft has it."""
        at = self._at[leaf.anchor]
        if leaf.table is None:
            self._put_paragraph(at, element)
        else:
            self._put_row(at, leaf.table, element)
        self._known[leaf.anchor] = element

    def follow(self, anchor: str, element: _Element) -> None:
        """Say that what comes after a block comes after an element that was put behind it."""
        self._known[anchor] = element

    def contents_after(self, leaf: Leaf, element: _Element) -> None:
        """Bring the entries of a list of contents after its heading."""
        listed = self._bringer.styles.contents[1]
        each = leaf.element.getnext()
        while each is not None and style_of(each) in listed:
            copied = self._bringer.copy(each)
            element.addnext(copied)
            element, each = copied, each.getnext()

    def _put_paragraph(self, at: int, element: _Element) -> None:
        before = self._near(range(at - 1, -1, -1))
        if before is not None:
            _top(before).addnext(element)
            return
        after = self._near(range(at + 1, len(self._new)))
        if after is not None:
            _top(after).addprevious(element)
        else:
            place(self._bringer.host.body, element, None)

    def _put_row(self, at: int, table: _Element, row: _Element) -> None:
        before = self._near(self._of_table(range(at - 1, -1, -1), table))
        if before is not None:
            before.addnext(row)
            return
        after = self._near(self._of_table(range(at + 1, len(self._new)), table))
        if after is not None and after is not row:
            after.addprevious(row)
        else:
            self._put_paragraph(at, self._table_of(table, row))

    def _of_table(self, places: range, table: _Element) -> list[int]:
        return [at for at in places if self._new[at].table is table]

    def _near(self, places: Sequence[int]) -> _Element | None:
        """What stands in the document of the first of some blocks that is in it."""
        for at in places:
            found = self._known.get(self._new[at].anchor)
            if found is not None and found.getparent() is not None:
                return found
        return None

    def _table_of(self, table: _Element, row: _Element) -> _Element:
        """A new table with one row so far."""
        empty = deepcopy(table)
        for each in rows_of(empty):
            empty.remove(each)
        made = self._bringer.copy(empty)
        made.append(row)
        return made

    def part_tables(self) -> None:
        """Put the paragraph that Word wants between two tables, and after the last."""
        body = self._bringer.host.body
        for table in list(body.iterchildren(f"{_W}tbl")):
            after = table.getnext()
            if after is None or (after.tag != PARAGRAPH and not _through(after)):
                table.addnext(self._gap())

    def _gap(self) -> _Element:
        gap = self._bringer.host.body.makeelement(PARAGRAPH)
        style = self._bringer.styles.named("paragraph", "table gap")
        if style:
            properties = gap.makeelement(f"{_W}pPr")
            properties.append(gap.makeelement(f"{_W}pStyle", {f"{_W}val": style}))
            gap.append(properties)
        return gap


def _through(element: _Element) -> bool:
    return element.tag == f"{_W}sdt"


def _top(element: _Element) -> _Element:
    """What stands in the body: of a row, its table."""
    if element.tag == PARAGRAPH:
        return element
    return next(element.iterancestors(f"{_W}tbl"))


def _gap_after(table: _Element) -> _Element | None:
    """The empty paragraph that keeps a table from the next one."""
    after = table.getnext()
    empty = (
        after is not None
        and after.tag == PARAGRAPH
        and all(each.tag == f"{_W}pPr" and each.find(f"{_W}sectPr") is None for each in after)
    )
    return after if empty else None


def _drop(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def ends_own_section(step: Step) -> bool:
    """Whether a section ends with a block of the document that somebody put there."""
    ends = [
        leaf is not None and leaf.element.find(_SECTION) is not None
        for leaf in (step.edited, step.base)
    ]
    return ends == [True, False]


def fit_section(own: _Element, base: _Element | None, new: _Element) -> None:
    """Let a paragraph end a section where the new draft does, unless someone chose otherwise."""
    mine = own.find(_SECTION)
    was = base is not None and base.find(_SECTION) is not None
    wanted = new.find(_SECTION)
    if (mine is not None) is not was or (wanted is not None) is was:
        return
    properties = own.find(f"{_W}pPr")
    if mine is not None and properties is not None:
        properties.remove(mine)
    elif wanted is not None and properties is not None:
        section = deepcopy(wanted)
        for each in list(section):
            if each.tag in (f"{_W}headerReference", f"{_W}footerReference"):
                section.remove(each)  # those of the section before go on
        changes = properties.findall(f"{_W}pPrChange")
        if changes:
            changes[0].addprevious(section)
        else:
            properties.append(section)
