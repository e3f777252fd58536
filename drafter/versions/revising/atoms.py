"""A paragraph as the smallest things that are compared: words, notes, fields, drawings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from itertools import accumulate

from lxml.etree import _Element, tostring
from msgspec import Struct

from drafter.versions.align import TOKEN
from drafter.versions.revising.notes import REFERENCES
from drafter.word.markup import W
from drafter.word.reading.words import words

_W = f"{{{W}}}"
PROPERTIES = f"{_W}pPr"
RUN = f"{_W}r"
_TEXT, _LOOK, _FIELD = f"{_W}t", f"{_W}rPr", f"{_W}fldChar"
_COMMENT = f"{_W}commentReference"
_MARKS = frozenset(
    f"{_W}{name}"
    for name in (
        *("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"),
        *("permStart", "permEnd"),
    )
)
"""What stands between words and takes no room: it is kept wherever its neighbors go."""
_LEFT = frozenset((f"{_W}proofErr", f"{_W}lastRenderedPageBreak"))
"""What Word writes down for itself, and writes anew."""
_TOGGLES = ("b", "i", "caps", "smallCaps", "strike", "dstrike", "vanish")
_VALUES = ("u", "vertAlign", "highlight")
_OFF = ("0", "false", "off", "none")
_IDS = re.compile(r' [\w:]*(?:id|Id|embed|name|anchorId|editId)="[^"]*"')
_COUNTS = re.compile(r"(?:PAGE|NUMPAGES|SECTIONPAGES|PAGEREF|SEQ)\b|REF\b.*\\[wrn]\b", re.I)
_MARKED = re.compile(r"\b_(?:d[0-9a-f]{16}|Ref\d+)\b")


class Look(Struct, frozen=True):
    """How a run looks, as far as it is compared: style, weight, slant, lines, place."""

    style: str = ""
    others: tuple[tuple[str, str], ...] = ()


_NO_LOOK = Look()


class Atom(Struct, frozen=True, eq=False):
    """One of them: text or an element within a run, or an element beside the runs."""

    key: tuple[object, ...]
    """Equal for what reads the same, however it looks; a number that Word computes is no part."""
    text: str = ""
    """Its words, where it is text."""
    element: _Element | None = None
    """Within a run, unless ``beside``."""
    look: _Element | None = None
    """The ``w:rPr`` of its run."""
    seen: Look = _NO_LOOK
    beside: tuple[_Element, ...] = ()
    """The elements of the paragraph it consists of: a link, a field."""
    before: tuple[_Element, ...] = ()
    """The marks that stand right before it."""


class Line(Struct, frozen=True, eq=False):
    """The atoms of one paragraph, and the marks after the last."""

    atoms: tuple[Atom, ...]
    after: tuple[_Element, ...]


def line_of(paragraph: _Element, styles: Mapping[str, str]) -> Line:
    """Take a paragraph apart; ``styles`` has the names of styles by their ids.

    No tracked change may be in it.  A field that does not end in the paragraph it began in
    leaves it whole: one atom.
    """
    taking = _Taking(styles)
    children = [child for child in paragraph if child.tag not in (PROPERTIES, *_LEFT)]
    has_fields = next(paragraph.iter(_FIELD), None) is not None
    steps = list(map(_steps, children)) if has_fields else [0] * len(children)
    if not _fields_close(steps):
        key = ("whole", canonical(paragraph))
        return Line((Atom(key, beside=tuple(children)),), ())
    for child, step in zip(children, steps, strict=True):
        taking.take(child, step)
    return Line(tuple(taking.atoms), tuple(taking.marks))


class _Taking:
    """The atoms taken so far, and the marks since the last."""

    def __init__(self, styles: Mapping[str, str]) -> None:
        self.atoms: list[Atom] = []
        self.marks: list[_Element] = []
        self._styles = styles
        self._field: list[_Element] = []
        self._depth = 0

    def take(self, child: _Element, steps: int) -> None:
        """Take the next child of the paragraph, by which more fields are open, or fewer."""
        if self._field or steps:
            self._depth += steps
            self._field.append(child)
            if self._depth == 0:
                self._put(_field_key(self._field), beside=tuple(self._field))
                self._field = []
        elif child.tag in _MARKS or _is_comment(child):
            self.marks.append(child)
        elif child.tag == RUN:
            self._run(child)
        else:
            self._put(_key_beside(child), beside=(child,))

    def _run(self, run: _Element) -> None:
        look = run.find(_LOOK)
        seen = look_of(look, self._styles)
        for piece in run:
            if piece.tag == _TEXT:
                self._words(piece.text or "", look, seen)
            elif piece.tag != _LOOK and piece.tag not in _LEFT:
                self._put(_key_within(piece), element=piece, look=look, seen=seen)

    def _words(self, text: str, look: _Element | None, seen: Look) -> None:
        """Nearly all of a paragraph: before the first word alone may marks stand."""
        marks = tuple(self.marks)
        for word in TOKEN.findall(text):
            self.atoms.append(Atom((word,), word, None, look, seen, (), marks))
            marks = ()
        if not marks:
            self.marks.clear()

    def _put(
        self,
        key: tuple[object, ...],
        *,
        element: _Element | None = None,
        look: _Element | None = None,
        seen: Look = _NO_LOOK,
        beside: tuple[_Element, ...] = (),
    ) -> None:
        self.atoms.append(Atom(key, "", element, look, seen, beside, tuple(self.marks)))
        self.marks.clear()


def look_of(look: _Element | None, styles: Mapping[str, str]) -> Look:
    """Return what is compared of the ``w:rPr`` of a run."""
    if look is None or not len(look):
        return _NO_LOOK
    style, others = "", []
    for each in look:
        name = each.tag.removeprefix(_W)
        value = each.get(f"{_W}val", "")
        if name == "rStyle":
            style = styles.get(value, value)
        elif name in _TOGGLES and value not in _OFF:
            others.append((name, ""))
        elif name in _VALUES and value not in (*_OFF, "baseline"):
            others.append((name, value))
    return Look(style, tuple(sorted(others)))


def _is_comment(child: _Element) -> bool:
    return child.tag == RUN and child.find(_COMMENT) is not None


def _steps(child: _Element) -> int:
    """How many more fields are open after a child than before it."""
    kinds = [each.get(f"{_W}fldCharType") for each in child.iter(_FIELD)]
    return kinds.count("begin") - kinds.count("end")


def _fields_close(steps: Sequence[int]) -> bool:
    depths = list(accumulate(steps, initial=0))
    return min(depths) == depths[-1] == 0


def _key_within(piece: _Element) -> tuple[object, ...]:
    if piece.tag in REFERENCES:
        return (piece.tag,)
    if len(piece):  # a drawing, a picture, an object
        return ("drawing", *_drawn(piece))
    return (piece.tag, *((k, v) for k, v in piece.items() if not str(k).endswith("}id")))


def _drawn(piece: _Element) -> Iterator[str]:
    """What a drawing says and shows, without the ids that a file gives it."""
    yield _IDS.sub("", canonical(piece))


def _key_beside(child: _Element) -> tuple[object, ...]:
    name = child.tag.removeprefix(_W)
    if name == "hyperlink":
        # The reader leaves out the number of a heading that is referred to.
        around = child.makeelement(PROPERTIES)
        around.append(deepcopy(child))
        return ("link", words(around))
    if name == "fldSimple":
        return ("field", *_field_says(child.get(f"{_W}instr", ""), [child]))
    return (name, _IDS.sub("", canonical(child)))


def _field_key(field: Sequence[_Element]) -> tuple[object, ...]:
    said = (each.text or "" for part in field for each in part.iter(f"{_W}instrText"))
    return ("field", *_field_says("".join(said), field))


def _field_says(instruction: str, field: Sequence[_Element]) -> tuple[str, str]:
    """What a field does, and what it shows unless that is a number, which Word counts."""
    does = _MARKED.sub("", " ".join(instruction.split()))
    if _COUNTS.match(does):
        return does, ""
    around = field[0].makeelement(PROPERTIES)
    around.extend(deepcopy(each) for each in field)
    return does, words(around)


def canonical(element: _Element) -> str:
    """Return an element as text that is equal for equal elements, of whatever file."""
    return str(tostring(element, method="c14n", exclusive=True), "utf-8")
