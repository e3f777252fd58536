"""Whether a redline gives back both texts, read once as accepted and once as rejected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from lxml.etree import _Element

from drafter.errors import DrafterError
from drafter.versions.revising.around import lines_of, margins_of
from drafter.versions.revising.bringing import Bringer
from drafter.versions.revising.looks import is_listed
from drafter.versions.revising.units import TABLE, rows_of, style_of, text_of, within
from drafter.versions.revising.written import Written
from drafter.word.markup import W
from drafter.word.opened import Opened
from drafter.word.reader import blocks_of, style_names
from drafter.word.resolved import Reading, settle
from drafter.word.unmarking import CHANGES

_BODY = f"{{{W}}}body"

Told = bytes | str
"""What a file says at one place: as it reads, or as it is written."""


class Unfaithful(DrafterError):
    """A redline that does not give back the one text or the other; none is written."""


class Texts:
    """What the old and the new file say, taken down before the one is changed into the other.

    What both have written the same is known by that and not read: most of two drafts.
    """

    def __init__(self, bringer: Bringer, written: tuple[Written, Written]) -> None:
        files = bringer.host, bringer.guest
        old, new = (
            set(map(each.of, _parts(body_of(file))))
            for file, each in zip(files, written, strict=True)
        )
        self._same = old & new if bringer.styles.agree else frozenset[bytes]()
        self._wanted = {
            reading: list(_told(file, each, self._same))
            for reading, file, each in zip(
                (Reading.ORIGINAL, Reading.ACCEPTED), files, written, strict=True
            )
        }

    def check(self, redline: bytes, old: bytes, new: bytes) -> None:
        """``Unfaithful`` unless a redline, accepted and rejected, says what the files said."""
        file = Opened(redline)
        kept = _untouched(file)
        for (reading, wanted), read, source in zip(
            self._wanted.items(), (file.copy(), file), (old, new), strict=True
        ):
            parts = list(_parts(body_of(read)))
            settle(read, reading)
            written = Written(read)
            for part, form in zip(parts, kept, strict=True):
                if form:
                    written.take(part, form)
            if wanted != list(_told(read, written, self._same)):
                # What is written otherwise may say the same.
                found, said = _read(read), _read(Opened(source))
                if found != said:
                    raise Unfaithful(_lost(found, said, reading))


def body_of(file: Opened) -> _Element:
    """Return the body of a document, which every document has."""
    found = file.document().find(_BODY)
    assert found is not None
    return found


def _untouched(file: Opened) -> list[bytes]:
    """How each part is written that has no change in it, nor in the one before; else nothing.

    The end of a paragraph that goes changes the next one too.  Of both readings these are the
    same, and told once.
    """
    body, written = body_of(file), Written(file)
    changed = {around for mark in body.iter(*CHANGES) for around in mark.iterancestors()}
    kept: list[bytes] = []
    after = False
    for part in _parts(body):
        before, after = after, part in changed
        kept.append(b"" if before or after else written.of(part))
    return kept


def _told(file: Opened, written: Written, same: Set[bytes]) -> Iterator[Told]:
    """What a file says, in order, and in its margins; its list of contents is left out.

    ``same``: what is told as it is written.
    """
    listed = {id for id, name in style_names(file).items() if is_listed(name)}
    for part in _parts(body_of(file)):
        if style_of(part) in listed:
            continue
        form = written.of(part)
        if form in same:
            yield form
        elif text := text_of(part, written.says):
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
