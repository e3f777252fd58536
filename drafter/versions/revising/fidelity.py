"""Whether a redline gives back both texts, read once as accepted and once as rejected."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence

from lxml.etree import _Element

from drafter.errors import DrafterError
from drafter.versions.revising.around import lines_of, margins_of
from drafter.versions.revising.atoms import PROPERTIES
from drafter.versions.revising.bringing import Bringer
from drafter.versions.revising.looks import is_listed
from drafter.versions.revising.units import (
    PARAGRAPH,
    TABLE,
    Said,
    rows_of,
    style_of,
    text_of,
    within,
)
from drafter.versions.revising.written import Written
from drafter.word.markup import W
from drafter.word.reading.opened import Opened
from drafter.word.reading.reader import blocks_of, style_names
from drafter.word.reading.resolved import Reading, settle
from drafter.word.reading.unmarking import CHANGES

_BODY = f"{{{W}}}body"

Told = str | tuple[str]
"""What a file says at one place: as it reads, or (apart, in a tuple) as it is written."""


class Unfaithful(DrafterError):
    """A redline that does not give back the one text or the other; none is written."""


class Texts:
    """What the old and the new file say, taken down before the one is changed into the other.

    What both have written the same is known by that and not read: most of two drafts.
    """

    def __init__(self, bringer: Bringer, written: tuple[Written, Written]) -> None:
        files = bringer.host, bringer.guest
        old, new = (
            {each.of(part): part for part in _parts(body_of(file))}
            for file, each in zip(files, written, strict=True)
        )
        self._says = written[1].says
        both = old.keys() & new.keys() if bringer.styles.agree else frozenset[str]()
        self._same = {form: new[form] for form in both}
        """As it stands in the new file, which is never changed, to be read where that is asked."""
        self._wanted = {
            reading: list(_told(file, each.of, each.says, both))
            for reading, file, each in zip(
                (Reading.ORIGINAL, Reading.ACCEPTED), files, written, strict=True
            )
        }

    def check(self, redline: bytes, old: bytes, new: bytes) -> None:
        """``Unfaithful`` unless a redline, accepted and rejected, says what the files said."""
        file = Opened(redline)
        kept = _untouched(file)
        for part, form in zip(_parts(body_of(file)), kept, strict=True):
            if form in self._same:  # it is known by that, and need not be copied and looked through
                _empty(part)
        for (reading, wanted), read, source in zip(
            self._wanted.items(), (file.copy(), file), (old, new), strict=True
        ):
            forms = dict(zip(_parts(body_of(read)), kept, strict=True))
            settle(read, reading)
            told = list(_told(read, forms.get, Written(read).says, self._same))
            if not self._agree(wanted, told):
                # An empty part is left out here; where it was kept, it may be empty there too.
                whole = Opened(redline)
                settle(whole, reading)
                found, said = _read(whole), _read(Opened(source))
                if found != said:
                    raise Unfaithful(_lost(found, said, reading))

    def _agree(self, wanted: Sequence[Told], told: Sequence[Told]) -> bool:
        """Whether the same is told, of a part as it reads or as it is written."""
        return len(wanted) == len(told) and all(
            one == other or self._text(one) == self._text(other)
            for one, other in zip(wanted, told, strict=True)
        )

    def _text(self, told: Told) -> str:
        return told if isinstance(told, str) else text_of(self._same[told[0]], self._says)


def body_of(file: Opened) -> _Element:
    """Return the body of a document, which every document has."""
    found = file.document().find(_BODY)
    assert found is not None
    return found


def _untouched(file: Opened) -> list[str | None]:
    """How each part is written that has no change in it, nor in the one before; else None.

    The end of a paragraph that goes changes the next one too, that of a row nothing.  Of both
    readings these are the same, and told once.
    """
    body, written = body_of(file), Written(file)
    changed = {around for mark in body.iter(*CHANGES) for around in mark.iterancestors()}
    kept: list[str | None] = []
    after = False
    for part in _parts(body):
        touched = part in changed
        kept.append(None if touched or after else written.of(part))
        after = touched and part.tag == PARAGRAPH
    return kept


def _empty(part: _Element) -> None:
    """Take out what need not be read, but for what tells of the list of contents and sections."""
    del part[1 if len(part) and part[0].tag == PROPERTIES else 0 :]


def _told(
    file: Opened, form_of: Callable[[_Element], str | None], says: Said, same: Container[str]
) -> Iterator[Told]:
    """What a file says, in order, and in its margins; its list of contents is left out.

    ``form_of``: how a part is written, where that is known; ``same``: what is told by that.
    """
    listed = {id for id, name in style_names(file).items() if is_listed(name)}
    for part in _parts(body_of(file)):
        if style_of(part) in listed:
            continue
        form = form_of(part)
        if form is not None and form in same:
            yield (form,)
        elif text := text_of(part, says):
            yield text
    yield from _margins(file)


def _read(file: Opened) -> list[str]:
    """The same as our reader of Word files has it."""
    return [*(block.text for block in blocks_of(file)), *_margins(file)]


def _margins(file: Opened) -> Iterator[str]:
    return filter(
        None, (text for name in margins_of(file).values() for text in lines_of(file, name))
    )


def _parts(body: _Element) -> Iterator[_Element]:
    """The paragraphs in a body, and the rows of its tables."""
    for each in within(body):
        yield from rows_of(each) if each.tag == TABLE else (each,)


def _lost(found: Iterable[str], wanted: Iterable[str], reading: Reading) -> str:
    pairs = zip(found, wanted, strict=False)
    lost = next((pair for pair in pairs if pair[0] != pair[1]), None)
    place = f" One says: {lost[0][:80]!r}, the other: {lost[1][:80]!r}." if lost else ""
    message = f"The redline, {reading.value}, does not say what the file says.{place}"
    return f"{message} It is not written; please report it."
