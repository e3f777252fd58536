"""One paragraph made to say what another says, word by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy

from lxml.etree import Element, SubElement, _Element

from drafter.versions.align import stretches
from drafter.versions.revising.atoms import PROPERTIES, RUN, Atom, Line, line_of
from drafter.versions.revising.bringing import Bringer
from drafter.versions.revising.notes import REFERENCES
from drafter.versions.revising.pencils import Pencil, is_mark
from drafter.versions.revising.units import PARAGRAPH
from drafter.word.markup import W

_W = f"{{{W}}}"
_TEXT, _COMES = f"{_W}t", f"{_W}ins"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NUMBERS = (f"{_W}footnoteRef", f"{_W}endnoteRef")
_COUNTED = ("link", "field")
"""What may show a number that Word has not computed anew."""

NotePair = tuple[_Element, _Element]
"""A note of the host, and the note of the guest that it is to say."""
_Stretch = tuple[bool, int, int, int, int]


class Lines:
    """Revises paragraphs of the host after those of the guest."""

    def __init__(self, bringer: Bringer, pencil: Pencil, *, by_look: bool) -> None:
        """``by_look``: words that only look otherwise have changed too."""
        self._bringer = bringer
        self._pencil = pencil
        self._by_look = by_look
        self.notes: list[NotePair] = []
        """Notes that are still to be revised: those of both at one place of the text."""

    def revise(self, own: _Element, theirs: _Element, *, whole: bool = False) -> bool:
        """Make a paragraph say what another says; return whether its words changed.

        ``whole``: nothing of the one is looked for in the other.
        """
        self._bringer.leads.turn(theirs)
        styles = self._bringer.styles
        line, other = line_of(own, styles.own_names), line_of(theirs, styles.their_names)
        found = list(_whole(line, other) if whole else self._stretches(line, other))
        if self._pencil.tracks and _follows_new(own):
            found = _apart(found)
        changed = any(not same for same, *_ in found)
        stale = not self._pencil.tracks and any(atom.key[0] in _COUNTED for atom in line.atoms)
        if changed or stale or any(map(self._bringer.wants, _marks(other))):
            parts = [part for stretch in found for part in self._stretch(line, other, stretch)]
            parts += (*line.after, *self._marks(other.after))
            for child in [each for each in own if each.tag != PROPERTIES]:
                own.remove(child)
            own.extend(parts)
        else:
            self._pair_notes(line.atoms, other.atoms)
        return changed

    def _stretches(self, line: Line, other: Line) -> Iterator[_Stretch]:
        old, new = (list(map(self._key, each.atoms)) for each in (line, other))
        return stretches(old, new, [atom.text for atom in line.atoms])

    def _key(self, atom: Atom) -> tuple[object, ...]:
        return (*atom.key, atom.seen) if self._by_look else atom.key

    def _stretch(self, line: Line, other: Line, stretch: _Stretch) -> list[_Element]:
        same, i1, i2, j1, j2 = stretch
        ours, theirs = line.atoms[i1:i2], other.atoms[j1:j2]
        if same:
            self._pair_notes(ours, theirs)
            return _joined(self._kept(ours, theirs))
        gone = self._pencil.go(_joined(_with_marks(ours)))
        come = [part for each in _joined(_with_marks(theirs)) for part in self._brought(each)]
        if not self._pencil.tracks:
            for note in _notes(ours):
                self._bringer.notes.remove(note)
        return [*gone, *self._pencil.come(come)]

    def _kept(self, ours: Sequence[Atom], theirs: Sequence[Atom]) -> Iterator[Atom | _Element]:
        """What stays, with the marks of both; in place of a number that is old, the new one."""
        for own, other in zip(ours, theirs, strict=True):
            if own.before or other.before:
                yield from (*own.before, *self._marks(other.before))
            if own.key[0] in _COUNTED and not self._pencil.tracks:
                yield from map(self._bringer.copy, other.beside)
            else:
                yield own

    def _brought(self, part: _Element) -> list[_Element]:
        return self._marks([part]) if is_mark(part) else [self._bringer.copy(part)]

    def _marks(self, marks: Iterable[_Element]) -> list[_Element]:
        return [mark for each in marks if (mark := self._bringer.mark(each)) is not None]

    def _pair_notes(self, ours: Sequence[Atom], theirs: Sequence[Atom]) -> None:
        notes = self._bringer.notes
        for own, other in zip(_notes(ours), _notes(theirs), strict=True):
            mine, wanted = notes.own(own), notes.theirs(other)
            if mine is not None and wanted is not None:
                self.notes.append((mine, wanted))


def _whole(line: Line, other: Line) -> Iterator[_Stretch]:
    """All of the one for all of the other, but for the number at the head of a note.

    With a number that goes and comes LibreOffice 7.4 keeps the words of both, whatever is asked.
    """
    heads = [each.atoms[0].key[0] if each.atoms else "" for each in (line, other)]
    same = int(heads[0] in _NUMBERS and heads[0] == heads[1])
    yield (True, 0, same, 0, same)
    yield (False, same, len(line.atoms), same, len(other.atoms))


def _follows_new(paragraph: _Element) -> bool:
    before = paragraph.getprevious()
    return before is not None and before.tag == PARAGRAPH and ends_anew(before)


def _apart(found: list[_Stretch]) -> list[_Stretch]:
    """Let what comes at the beginning of a paragraph take the place of the word after it."""
    match found:
        case [(False, 0, 0, 0, new), (True, _, i2, _, j2), *rest]:
            return [(False, 0, 1, 0, new + 1), (True, 1, i2, new + 1, j2), *rest]
    return found


def ends_anew(paragraph: _Element) -> bool:
    """Whether the last words of a paragraph come, and its end, which no section shares, stays.

    LibreOffice 7.4 takes them and what comes at the beginning of the next paragraph for one
    insertion, and rejects the end between them too.
    """
    ends = (f"{PROPERTIES}/{each}" for each in (f"{_W}rPr/{_W}ins", f"{_W}sectPr"))
    if any(paragraph.find(each) is not None for each in ends):
        return False
    last = next((each for each in reversed(paragraph) if not is_mark(each)), None)
    return last is not None and (last.tag == _COMES or last.find(_COMES) is not None)


def _joined(parts: Iterable[Atom | _Element]) -> list[_Element]:
    """Parts of a paragraph: what stands in runs and looks the same, in one run."""
    joined: list[_Element] = []
    run: _Element | None = None
    look: _Element | None = None
    words: list[str] = []
    for part in parts:
        if not isinstance(part, Atom) or part.beside:
            _write(words, run)
            run = None
            joined += part.beside if isinstance(part, Atom) else (part,)
            continue
        if run is None or part.look is not look:
            _write(words, run)
            run, look = Element(RUN), part.look
            if look is not None:
                run.append(deepcopy(look))
            joined.append(run)
        if part.element is None:
            words.append(part.text)
        else:
            _write(words, run)
            run.append(deepcopy(part.element))
    _write(words, run)
    return joined


def _write(words: list[str], run: _Element | None) -> None:
    """Write the words that wait at the end of their run; none waits after that."""
    if words and run is not None:
        SubElement(run, _TEXT, {_SPACE: "preserve"}).text = "".join(words)
        words.clear()


def _with_marks(atoms: Iterable[Atom]) -> Iterator[Atom | _Element]:
    for atom in atoms:
        yield from atom.before
        yield atom


def _marks(line: Line) -> Iterator[_Element]:
    for atom in line.atoms:
        yield from atom.before
    yield from line.after


def _notes(atoms: Iterable[Atom]) -> Iterator[_Element]:
    """The marks of notes among them."""
    for atom in atoms:
        if atom.element is not None and atom.element.tag in REFERENCES:
            yield atom.element
