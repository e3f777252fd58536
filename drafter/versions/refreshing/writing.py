"""The steps of a refreshment, written into the document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from lxml.etree import _Element

from drafter.versions.redline import Hand
from drafter.versions.refreshing.copies import unname
from drafter.versions.refreshing.leaves import Leaf
from drafter.versions.refreshing.placing import Places, ends_own_section, fit_section
from drafter.versions.refreshing.plan import Fate, Step
from drafter.versions.refreshing.remarking import KEPT, OUTLIVED, Remark, is_ours
from drafter.versions.refreshing.rows import cells_as_drafted, joined
from drafter.versions.revising.bringing import Bringer
from drafter.versions.revising.lines import Lines
from drafter.versions.revising.notes import REFERENCES
from drafter.versions.revising.pencils import Eraser, Tracker
from drafter.versions.revising.units import PARAGRAPH, anchors_of, cells_of, lines_in
from drafter.word.markup import W
from drafter.word.reading.words import BOXED, is_in

_W = f"{{{W}}}"
_BOXES = frozenset((BOXED,))
_ID = f"{_W}id"
_REMARKED = tuple(
    f"{_W}{name}" for name in ("commentRangeStart", "commentRangeEnd", "commentReference")
)


class Writing:
    """Writes steps into the host; what no step names is not touched."""

    def __init__(
        self,
        bringer: Bringer,
        tracker: Tracker,
        steps: Sequence[Step],
        new: Sequence[Leaf],
        remarks: frozenset[Remark],
    ) -> None:
        """``remarks``: the comments that the old draft made, which go with what they are on."""
        self._bringer = bringer
        self._tracker = tracker
        self._remarks = remarks
        self._steps = steps
        self._lines = Lines(bringer, Eraser(), by_look=False)
        known = {step.anchor: step.edited.element for step in steps if step.edited is not None}
        self._places = Places(bringer, new, known)
        for step in steps:
            if step.edited is not None and step.new is not None:
                bringer.numbers.same(step.edited.element, step.new.element)

    def write_all(self, stale: Iterable[Leaf], causes: Mapping[str, str], hand: Hand) -> None:
        """Take out the offers that new ones replace, and write every step."""
        for leaf in stale:
            self.withdraw(leaf)
        for step in self._steps:
            self.write(step, causes.get(step.anchor, ""), hand)
        self._places.part_tables()

    def write(self, step: Step, because: str, hand: Hand) -> None:
        """Write one step; ``because``: why the draft says something new, for the comment."""
        act: Mapping[Fate, Callable[[Step], None]] = {
            Fate.UPDATED: self._update,
            Fate.MOVED: self._move,
            Fate.ADDED: self._add,
            Fate.REMOVED: self._remove,
        }
        if step.edited is not None and step.new is not None:
            self._named(step, step.edited.element)
        if step.fate in act:
            act[step.fate](step)
        elif step.fate is Fate.OFFERED:
            self._comment(self._offer(step), f"{KEPT} {because}".strip(), hand)
        elif step.fate is Fate.OUTLIVED and step.edited is not None:
            self._comment(step.edited.element, f"{OUTLIVED} {because}".strip(), hand)

    def _named(self, step: Step, element: _Element) -> None:
        """See to the anchor of a block; what was said of it when the draft had it no more goes."""
        if step.base is not None and step.base.anchor != step.anchor:
            unname(element, step.base.anchor)
        if step.fate in (Fate.KEPT, Fate.OFFERED):
            self._bringer.name(step.anchor, _paragraph(element))
            self._forget(element, lambda remark: remark[1].startswith(OUTLIVED))

    def withdraw(self, leaf: Leaf) -> None:
        """Take out an offer of an earlier refreshment, with its comment."""
        self._forget_notes(leaf.element)
        self._strip_remarks(leaf.element)
        _take_out(leaf.element)

    def margin(self, name: str, theirs: _Element) -> None:
        """Make a header or footer that nobody touched, by its name, say what another says."""
        own = self._bringer.host.changing(name)
        self._bringer.leads.into(theirs, name)
        lines, others = own.findall(PARAGRAPH), theirs.findall(PARAGRAPH)
        for line, other in zip(lines, others, strict=False):
            self._lines.revise(line, other)
        for line in lines[len(others) :]:
            own.remove(line)
        own.extend(map(self._bringer.copy, others[len(lines) :]))

    def _update(self, step: Step) -> None:
        assert step.edited is not None
        assert step.base is not None
        assert step.new is not None
        own, theirs = step.edited.element, step.new.element
        as_drafted = step.edited.written == step.base.written
        self._forget_remarks(own)
        if as_drafted and next(own.iter(_REMARKED[2]), None) is None:
            self._exchange(own, theirs)
        elif step.new.table is None:
            if _named_within(own):
                self._bringer.lose([own])
            self._revise(own, theirs)
        else:
            self._revise_row(cells_as_drafted(own, step.base.element), cells_of(theirs))
        if step.new.table is None:
            fit_section(own, step.base.element, theirs)

    def _exchange(self, own: _Element, theirs: _Element) -> None:
        """Put the new one in the place of one that nobody touched."""
        section = own.find(f"{_W}pPr/{_W}sectPr")
        self._forget_notes(own)
        self._bringer.lose([own])
        copied = self._bringer.copy(theirs)
        for child in list(own):
            own.remove(child)
        own.extend(list(copied))
        properties = own.find(f"{_W}pPr")
        if section is not None and properties is not None:
            properties.append(section)

    def _revise(self, own: _Element, theirs: _Element) -> None:
        self._lines.revise(own, theirs)
        while self._lines.notes:
            note, wanted = map(lines_in, self._lines.notes.pop())
            for line, other in zip(joined(note, len(wanted)), wanted, strict=False):
                self._lines.revise(line, other)

    def _revise_row(self, own: Sequence[_Element], theirs: Sequence[_Element]) -> None:
        for cell, other in zip(own, theirs, strict=False):
            wanted = lines_in(other)
            lines = joined(lines_in(cell), len(wanted))
            for line, each in zip(lines, wanted, strict=False):
                self._revise(line, each)
            for each in reversed(wanted[len(lines) :]):
                lines[-1].addnext(self._bringer.copy(each))

    def _move(self, step: Step) -> None:
        assert step.edited is not None
        assert step.new is not None
        self._update(step)
        self._places.move(step.new, step.edited.element)

    def _add(self, step: Step) -> None:
        assert step.new is not None
        element = self._bringer.copy(step.new.element)
        self._places.put(step.new, element)
        if step.new.table is None:
            fit_section(element, None, step.new.element)
            self._places.contents_after(step.new, element)

    def _remove(self, step: Step) -> None:
        assert step.edited is not None
        self._forget_notes(step.edited.element)
        self._forget_remarks(step.edited.element)
        self._bringer.lose([step.edited.element])
        if ends_own_section(step):
            _empty(step.edited.element)
        else:
            _take_out(step.edited.element)

    def _offer(self, step: Step) -> _Element:
        assert step.edited is not None
        assert step.new is not None
        element = self._bringer.copy(step.new.element)
        self._bringer.lose([element] if anchors_of(element) else [])
        self._strip_remarks(element)
        if step.new.table is None:
            self._tracker.paragraph_comes(element)
        else:
            self._tracker.row_comes(element)
        step.edited.element.addnext(element)
        self._places.follow(step.anchor, element)
        return element

    def _comment(self, element: _Element, text: str, hand: Hand) -> None:
        remarks = self._bringer.remarks
        remarks.on(_paragraph(element), remarks.add(text, hand.author, hand.date))

    def _forget_notes(self, element: _Element) -> None:
        for each in element.iter(*REFERENCES):
            self._bringer.notes.remove(each)

    def _forget_remarks(self, element: _Element) -> None:
        """Take the comments of drafter from an element; those of people stay."""
        self._forget(element, lambda each: each in self._remarks or is_ours(each))

    def _forget(self, element: _Element, unwanted: Callable[[Remark], bool]) -> None:
        remarks = self._bringer.remarks
        for id in {each.get(_ID, "") for each in element.iter(_REMARKED[2])}:
            if unwanted(remarks.told(id)) and not remarks.is_answered(id):
                remarks.forget(id)
                _unmark(element, id)

    def _strip_remarks(self, element: _Element) -> None:
        """An offer has the comment that says what it is, and no other."""
        for id in {each.get(_ID, "") for each in element.iter(_REMARKED[2])}:
            self._bringer.remarks.forget(id)
            _unmark(element, id)


def _paragraph(element: _Element) -> _Element:
    """A paragraph; of a row, the first in it."""
    return element if element.tag == PARAGRAPH else next(element.iter(PARAGRAPH))


def _empty(paragraph: _Element) -> None:
    for child in [each for each in paragraph if each.tag != f"{_W}pPr"]:
        paragraph.remove(child)


def _unmark(element: _Element, id: str) -> None:
    for each in [each for each in element.iter(*_REMARKED) if each.get(_ID) == id]:
        parent = each.getparent()
        if parent is not None and each.tag == _REMARKED[2] and parent.tag == f"{_W}r":
            _take_out(parent)
        else:
            _take_out(each)


def _named_within(paragraph: _Element) -> bool:
    """Whether its anchor stands in the drawing it holds, where LibreOffice puts it, and goes so."""
    starts = paragraph.iter(f"{_W}bookmarkStart")
    return any(is_in(_BOXES, each, paragraph) for each in starts)


def _take_out(element: _Element) -> None:
    """Take out an element; a table whose last row it was goes too."""
    parent = element.getparent()
    if parent is None:
        return
    parent.remove(element)
    if parent.tag == f"{_W}tbl" and parent.find(f"{_W}tr") is None:
        _take_out(parent)
