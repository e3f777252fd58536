"""What counsel says must not be filed for the safety of others, looked for in finished text.

``safety.what`` is an instruction in counsel's own words: `The address on Dequincy Street`.
What tells in it are its proper nouns and its numbers, and these are looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pydantic import BaseModel

from drafter.casefile.case import Case
from drafter.casefile.reader import CaseFile
from drafter.composition.gates.letters import plain
from drafter.composition.gates.name_words import PLACE_KINDS
from drafter.composition.gates.names import open_names
from drafter.composition.gates.passages import Passage, line_of, words_of
from drafter.composition.vocabulary.dates import MONTHS
from drafter.doctrine import kinds
from drafter.doctrine.in_force import Doctrine
from drafter.errors import Problem

_TOKEN = re.compile(r"\w+|[^\w\s’'.-]|[.](?=\s|$)")
"""A word, or a mark that parts two names; a hyphen, a point of initials or an ’s parts none."""
_WORD = re.compile(r"\w+")
_NUMBER = 4
"""Digits from which a number tells by itself; a shorter one, or a year, may be any."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_FIRST = frozenset(
    """
    a all also an and any anything as at because both but do for from her his how if in is it its
    my name names neither no nobody none nor not nothing on one only or our she he so some that the
    their them then there these they this those to under until we what when where whether which who
    whoever whom whose why with without you your
    address addresses everything it identity location whereabouts
    """.split()
)
"""Words with which such an instruction begins, though they are no names."""
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_CALENDAR = frozenset(word.casefold() for word in (*MONTHS, *_DAYS))


def safety_problems(
    passages: Iterable[Passage], case_file: CaseFile, doctrine: Doctrine
) -> Iterator[Problem]:
    """Yield where a paper has a name or number of what must not be filed, without repeating it.

    Names that papers for others may print (those of people, the client, the court and the
    office) tell nothing here, and neither does the kind of a place alone.
    """
    printed = [(each.where, _WORD.findall(plain(each.text))) for each in passages]
    case = case_file.case
    spoken = frozenset((*open_names(case), *_of_the_matter(case, doctrine)))
    for number, concern in enumerate(case.safety):
        runs = [run for run in _runs(concern.what) if not spoken.issuperset(map(str.casefold, run))]
        for where, words in printed:
            if any(_stands(run, words, spoken) for run in runs):
                message = f"{where} has what `{concern.id}` says must not be filed"
                hint = "take it out, or say there more narrowly what must not be"
                yield case_file.file.problem(("safety", number, "what"), message, hint)


def _of_the_matter(case: Case, doctrine: Doctrine) -> Iterator[str]:
    """The words of the court and the office, which stand on each paper."""
    if district := doctrine.only(kinds.DISTRICTS).find(case.matter.district):
        yield from words_of(district.name)
    waiting: list[object] = [case.matter]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield from words_of(value)
        elif isinstance(value, (tuple, list)):
            waiting.extend(value)
        elif isinstance(value, BaseModel):
            waiting.extend(found for _, found in value)


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    """The proper nouns and numbers of a text, those that follow one another together."""
    run: list[str] = []
    begins = True
    for token in (*_TOKEN.findall(plain(text)), "."):
        if token[0].isdigit() or token[0].isupper():
            common = token.casefold() in _FIRST and (begins or not run)
            run += [] if common else [token]
            begins = False
            continue
        if _tells(run):
            yield tuple(run)
        run = []
        begins = not token[0].isalnum() and token != ","


def _tells(run: Sequence[str]) -> bool:
    """Whether a run is more than the kind of a place, a part of the calendar or initials."""
    proper = [each for each in run if _own(each)]
    return bool(proper) and (len(run) > 1 or not run[0].isdigit() or _alone(run[0]))


def _own(word: str) -> bool:
    if word.isdigit():
        return not _YEAR.fullmatch(word)
    folded = word.casefold()
    return len(word) > 1 and folded not in PLACE_KINDS and folded not in _CALENDAR


def _alone(word: str) -> bool:
    """Whether a word of a run tells without the others."""
    return _own(word) and (not word.isdigit() or len(word) >= _NUMBER)


def _stands(run: Sequence[str], words: Sequence[str], spoken: frozenset[str]) -> bool:
    """Whether the whole run stands among the words, or a part that is its own."""
    parts = {each for each in run if _alone(each) and each.casefold() not in spoken}
    parts |= {each.upper() for each in parts}
    return not parts.isdisjoint(words) or (len(run) > 1 and line_of(run) in line_of(words))
