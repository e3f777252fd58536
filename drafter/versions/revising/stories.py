"""A whole body, cell, note or margin made to say what another says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile

from lxml.etree import _Element

from drafter.versions.revising.bringing import Bringer
from drafter.versions.revising.lines import Lines, ends_anew
from drafter.versions.revising.pencils import Tracker
from drafter.versions.revising.units import (
    PARAGRAPH,
    Region,
    Unit,
    anchors_of,
    cells_of,
    depth_of,
    paired,
    style_of,
    units_of,
)
from drafter.versions.revising.written import Written
from drafter.word.markup import W

_W = f"{{{W}}}"
_STARTS = frozenset(f"{_W}{name}" for name in ("tcPr", "tblPr", "tblGrid", "tblPrEx", "trPr"))

Heard = Callable[[_Element, str, bool], None]
"""Told of each paragraph or row that changed, of its anchor in the new file, and whether it came.
"""


class Stories:
    """Revises what the host says after what the guest says, in tracked changes."""

    def __init__(
        self, bringer: Bringer, tracker: Tracker, written: tuple[Written, Written], heard: Heard
    ) -> None:
        """``written``: how host and guest are written before any change."""
        self._bringer = bringer
        self._tracker = tracker
        self._heard = heard
        self._lines = Lines(bringer, tracker, by_look=True)
        self._written = written
        self._listed = bringer.styles.contents

    def revise(self, own: _Element, theirs: _Element) -> None:
        """Make a container say what another says; its last paragraph is never taken away."""
        old, new = (
            units_of(each, written.says, listed=listed)
            for each, written, listed in zip(
                (own, theirs), self._written, self._listed, strict=True
            )
        )
        regions = paired(old, new)
        for region in regions:
            self._bringer.lose(old[at].element for at in region.gone)
        last: _Element | None = None
        for region in regions:
            end = region.kept is None and own.tag != f"{_W}tbl"
            last = self._region(own, region, old, new, last, end=end)
        self._revise_notes()

    def _revise_notes(self) -> None:
        while self._lines.notes:
            own, theirs = self._lines.notes.pop()
            if not self._alike(own, theirs):
                self.revise(own, theirs)

    def _region(
        self,
        container: _Element,
        region: Region,
        old: Sequence[Unit],
        new: Sequence[Unit],
        last: _Element | None,
        *,
        end: bool,
    ) -> _Element | None:
        """Revise one region after the unit ``last``; return the last unit of it."""
        gone = [old[at] for at in region.gone]
        come = [new[at] for at in region.come]
        if end and gone and come and gone[-1].is_paragraph and come[-1].is_paragraph:
            # Of a container the last paragraph cannot go: it says what the new one says.
            closing = (gone.pop(), come.pop())
        else:
            closing = None
        ends = [each[-1].is_paragraph for each in (gone, come) if each]
        mark = end and closing is None and all(ends) and _is_line(last)
        before = last
        for unit in gone:
            self._go(unit)
            last = unit.element
        joined = _joined(before, come) if come and not gone and not mark else 0
        for at, unit in enumerate(come, 1):
            last = self._come(container, unit, last)
            if before is not None and at == joined:
                self._reclose(before, last, "ins")
        if closing is not None:
            self._change(*closing, whole=True)
            last = closing[0].element
        elif mark and before is not None and last is not None and last is not before:
            self._reclose(before, last, "ins" if come else "del")
        elif region.kept is not None:
            own, theirs = old[region.kept[0]], new[region.kept[1]]
            self._change(own, theirs)
            last = own.element
        return last

    def _reclose(self, before: _Element, last: _Element, name: str) -> None:
        """Let the end of one paragraph stay where it is and that of one before change instead."""
        self._tracker.end(before, name)
        self._tracker.unend(last)
        if name == "ins":
            self._tracker.was(last, before)
        else:
            self._tracker.restyle(last, before.find(f"{_W}pPr"))

    def _go(self, unit: Unit) -> None:
        if unit.is_paragraph:
            self._tracker.paragraph_goes(unit.element)
        elif unit.is_table:
            self._tracker.table_goes(unit.element)
        else:
            self._tracker.row_goes(unit.element)

    def _come(self, container: _Element, unit: Unit, last: _Element | None) -> _Element:
        element = self._bringer.copy(unit.element)
        if unit.is_paragraph:
            self._tracker.paragraph_comes(element)
        elif unit.is_table:
            self._tracker.table_comes(element)
        else:
            self._tracker.row_comes(element)
        place(container, element, last)
        self._heard(element, unit.key or next(iter(anchors_of(unit.element)), ""), True)
        return element

    def _change(self, own: Unit, theirs: Unit, *, whole: bool = False) -> None:
        if self._alike(own.element, theirs.element):
            return
        if own.is_paragraph:
            reads_the_same = own.text == theirs.text
            changed = self._lines.revise(own.element, theirs.element, whole=whole)
            if self._styled(own.element) != self._styled(theirs.element, theirs=True):
                self._restyle(own.element, theirs.element)
            if changed or not reads_the_same:
                self._heard(own.element, theirs.key, False)
        elif own.is_table:
            self.revise(own.element, theirs.element)
        else:
            self._row(own, theirs)

    def _row(self, own: Unit, theirs: Unit) -> None:
        old, new = cells_of(own.element), cells_of(theirs.element)
        if len(old) != len(new):
            self._bringer.lose([own.element])
            self._go(own)
            parent = own.element.getparent()
            assert parent is not None
            self._come(parent, theirs, own.element)
            return
        reads_the_same = own.text == theirs.text
        for cell, other in zip(old, new, strict=True):
            if not self._alike(cell, other):
                self.revise(cell, other)
        if not reads_the_same:
            self._heard(own.element, theirs.key, False)

    def _alike(self, own: _Element, theirs: _Element) -> bool:
        """Whether two elements are written the same, and their notes."""
        mine, others = self._written
        return self._bringer.styles.agree and mine.of(own) == others.of(theirs)

    def _styled(self, paragraph: _Element, *, theirs: bool = False) -> tuple[str, str]:
        """The style of a paragraph and its depth in a list, which are compared."""
        names = self._bringer.styles.their_names if theirs else self._bringer.styles.own_names
        id = style_of(paragraph)
        return names.get(id, id), depth_of(paragraph)

    def _restyle(self, own: _Element, theirs: _Element) -> None:
        copied = self._bringer.copy(theirs)
        self._tracker.restyle(own, copied.find(f"{_W}pPr"))


def place(container: _Element, element: _Element, last: _Element | None) -> None:
    """Put an element after another one, or at the beginning of its container."""
    if last is not None:
        last.addnext(element)
        return
    at = next((i for i, each in enumerate(container) if each.tag not in _STARTS), len(container))
    container.insert(at, element)


def _joined(before: _Element | None, come: Sequence[Unit]) -> int:
    """How many of the paragraphs that come go on where words come at the end of one that stays.

    Whoever types them in Word writes the end of that one too; the last has the old end.
    """
    if before is None or not _is_line(before) or not ends_anew(before):
        return 0
    return sum(1 for _ in takewhile(lambda unit: unit.is_paragraph, come))


def _is_line(element: _Element | None) -> bool:
    return element is not None and element.tag == PARAGRAPH
