"""Words that may not leave the office, looked for in finished text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct
from pydantic import BaseModel

from drafter.casefile.case import Case
from drafter.casefile.fact import Fact, TeamOnly, team_fields
from drafter.casefile.reader import CaseFile
from drafter.composition.audience import audience_of
from drafter.composition.blocks import Audience
from drafter.composition.gates.citations import citations, even
from drafter.composition.gates.passages import Passage, words_of
from drafter.errors import Problem
from drafter.facts.disclosure import may_be_named

_LONG = 8
"""So many words in a row are one author's; fewer may be anybody's."""
_SHORT = 5
"""A text shorter than this is looked for by nobody: it is not distinctive."""
_NOBODY = -1
"""Below every audience."""
_SIZES = range(_SHORT, _LONG + 1)
_RULE = re.compile(r"\bRules? \d+(?:\.\d+)?(?:\(\w+\))*")
_TESTIMONY = "testimony of {}"
"""How an exhibit names the source of a row that somebody testifies to."""


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
        (stretch, where)
        for where, words, new in _running(passages)
        for stretch in _stretches(words, new=new)
        if stretch in withheld
    ]
    # Most documents have nothing of the kind, and need no look at what they may say.
    said = [each.text for each in texts if each.may <= readers] if found else []
    said += _testimony(case_file.case) if found else ()
    allowed = {stretch for text in said for stretch in _stretches(words_of(text))}
    leaks = {(withheld[stretch], where) for stretch, where in found if stretch not in allowed}
    for owner, where in sorted(leaks):
        message = f"{where} uses words that only the team may read, of `{owner}`"
        yield case_file.file.problem(case_file.paths.get(owner, ()), message, "take them out")


def _running(passages: Iterable[Passage]) -> Iterator[tuple[str, list[str], int]]:
    """The words of each passage after the last ones before it: a line may be a paragraph.

    And where its own words begin among them.
    """
    before: list[str] = []
    for passage in passages:
        words = [*before, *words_of(passage.text)]
        yield passage.where, words, len(before)
        before = words[1 - _LONG :]


class _Text(Struct, frozen=True):
    """A text of a case with the id of what it stands in, and who may see it."""

    owner: str
    text: str
    may: Audience
    around: Audience
    """Who may see what it stands in."""
    terse: bool = False


def _withheld(texts: Iterable[_Text], readers: int) -> dict[tuple[str, ...], str]:
    """The distinctive stretches of what some readers may not read, and whose they are."""
    found: dict[tuple[str, ...], str] = {}
    for each in texts:
        if each.may > readers:
            terse = each.terse and each.around <= readers
            least, parts = (_LONG, _without_law(each.text)) if terse else (_SHORT, [each.text])
            for words in map(words_of, parts):
                size = min(_LONG, len(words))
                if size >= least:
                    found |= dict.fromkeys(_stretches(words, (size,)), each.owner)
    return found


def _without_law(text: str) -> list[str]:
    """What a text says between the law that it cites, which is everybody's."""
    text = even(text)
    for _, said in citations(text):
        text = text.replace(said, "\n")
    return _RULE.sub("\n", text).splitlines()


def _testimony(case: Case) -> Iterator[str]:
    """What an exhibit calls the testimony of everybody whom it may name."""
    named = (each.name for each in case.people if may_be_named(each, case))
    return (_TESTIMONY.format(each) for each in named)


def texts_of(case: Case) -> Iterator[tuple[str, str]]:
    """Every text of a case with the id of what it stands in, but for those of the matter."""
    for name, value in case:
        if name != "matter":
            for each in _texts(value, name, Audience.OUTWARD):
                yield each.owner, each.text


def _texts(
    value: object, owner: str, around: Audience, mark: TeamOnly | None = None
) -> Iterator[_Text]:
    """Every text of a part of a case; ``mark``: that of the field whose value it is."""
    if isinstance(value, str):
        may = around if mark is None else Audience.INTERNAL
        yield _Text(owner, value, may, around, mark is not None and mark.terse)
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from _texts(item, owner, around, mark)
    elif isinstance(value, BaseModel):
        if isinstance(value, Fact):
            around = max(around, audience_of(value))
        marks = team_fields(type(value))
        for name, item in value:
            inside = getattr(value, "id", None) or owner or name
            yield from _texts(item, inside, around, mark or marks.get(name))


def _stretches(
    words: list[str], sizes: Iterable[int] = _SIZES, new: int = 0
) -> Iterator[tuple[str, ...]]:
    """Every stretch of words of some sizes that ends after the first ``new`` of them."""
    for size in sizes:
        for at in range(max(0, new - size + 1), len(words) - size + 1):
            yield tuple(words[at : at + size])
