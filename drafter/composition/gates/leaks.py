"""Words that may not leave the office, looked for in finished text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from pydantic import BaseModel

from drafter.casefile.case import Case
from drafter.casefile.fact import Fact
from drafter.casefile.reader import CaseFile
from drafter.composition.audience import INTERNAL, PRIVATE, audience_of
from drafter.composition.blocks import Audience
from drafter.errors import Problem

_WORD = re.compile(r"\w+")
_LONG = 8
"""So many words in a row are one author's; fewer may be anybody's."""
_SHORT = 5
"""A text shorter than this is looked for by nobody: it is not distinctive."""
_NOBODY = -1
"""Below every audience."""
_SIZES = range(_SHORT, _LONG + 1)


class Passage(Struct, frozen=True):
    """A stretch of a finished document, and what to call its place."""

    where: str
    text: str


def line_of(words: Sequence[str]) -> str:
    """Words in small letters as one line, in which a shorter line can be looked for."""
    return f" {' '.join(words).casefold()} "


def word_problems(
    passages: Iterable[Passage], case_file: CaseFile, audience: Audience | None
) -> Iterator[Problem]:
    """Stretches of words that stand in the case file only where the readers may not look.

    Readers of no audience may look nowhere.
    """
    texts = list(_texts(case_file.case, "", Audience.OUTWARD))
    readers = _NOBODY if audience is None else int(audience)
    withheld = _withheld(texts, readers)
    found = [
        (stretch, passage.where)
        for passage in passages
        for stretch in _stretches(words_of(passage.text))
        if stretch in withheld
    ]
    # Most documents have nothing of the kind, and need no look at what they may say.
    open_texts = (text for _, text, may in texts if may <= readers) if found else ()
    allowed = {stretch for text in open_texts for stretch in _stretches(words_of(text))}
    leaks = {(withheld[stretch], where) for stretch, where in found if stretch not in allowed}
    for owner, where in sorted(leaks):
        message = f"{where} uses words that only the team may read, of `{owner}`"
        yield case_file.file.problem(case_file.paths.get(owner, ()), message, "take them out")


def _withheld(
    texts: Iterable[tuple[str, str, Audience]], readers: int
) -> dict[tuple[str, ...], str]:
    """The distinctive stretches of what some readers may not read, and whose they are."""
    found: dict[tuple[str, ...], str] = {}
    for owner, text, may in texts:
        if may > readers:
            words = words_of(text)
            size = min(_LONG, len(words))
            found |= dict.fromkeys(_stretches(words, (size,)), owner) if size >= _SHORT else {}
    return found


def texts_of(case: Case) -> Iterator[tuple[str, str]]:
    """Every text of a case with the id of what it stands in, but for those of the matter."""
    for name, value in case:
        if name != "matter":
            for owner, text, _ in _texts(value, name, Audience.OUTWARD):
                yield owner, text


def _texts(value: object, owner: str, audience: Audience) -> Iterator[tuple[str, str, Audience]]:
    """Every text of a case with the id of what it stands in, and who may see it."""
    if isinstance(value, str):
        yield owner, value, audience
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from _texts(item, owner, audience)
    elif isinstance(value, BaseModel):
        if isinstance(value, Fact):
            audience = max(audience, audience_of(value))
        for name, item in value:
            private = name in PRIVATE or name in INTERNAL
            below = Audience.INTERNAL if private else audience
            inside = getattr(value, "id", None) or owner or name
            yield from _texts(item, inside, below)


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared: small letters, no accents."""
    return _WORD.findall(plain(text).casefold())


def _stretches(words: list[str], sizes: Iterable[int] = _SIZES) -> Iterator[tuple[str, ...]]:
    return (tuple(words[at : at + size]) for size in sizes for at in range(len(words) - size + 1))


def plain(text: str) -> str:
    """Text without accents, so that `Lucia` is found for `Lucía`."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
