"""What a letter must pass that says nothing of the case: no word of the case file but its view's.

The template of such a letter sees names alone.  Its own words are read here, in which an
office might write what is true of one case, and what a function may have printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import astuple

from drafter.analysis.letter import LetterView
from drafter.casefile.case import Case
from drafter.casefile.reader import CaseFile
from drafter.composition.blocks import Block
from drafter.composition.gates.leaks import word_problems
from drafter.composition.gates.letters import printed
from drafter.composition.gates.passages import Passage, words_of
from drafter.errors import Problem
from drafter.yamlfile import YamlPath

_BLANK = " ∎ "
"""Stands where a passage shows what it may, so that no words on both sides run together."""
_HINT = "such a letter may be read by anybody: take it out of the template"


def caseless_problems(
    blocks: Iterable[Block], passages: Sequence[Passage], case_file: CaseFile, shown: LetterView
) -> Iterator[Problem]:
    """Everything in a document that is of its case, beyond what its view shows."""
    for block in blocks:
        if block.sources:
            yield Problem(None, f"block {block.id} prints a fact of the case", _HINT)
    rest = [Passage(each.where, _without(each.text, shown)) for each in passages]
    for path, text in _told(case_file.case):
        words = words_of(text)
        for passage in rest:
            if words and _line(words) in _line(words_of(passage.text)):
                yield case_file.file.problem(path, f"{passage.where} says what stands here", _HINT)
    yield from word_problems(rest, case_file, None)


def _told(case: Case) -> Iterator[tuple[YamlPath, str]]:
    """What tells which case it is, and what it is about."""
    yield ("matter", "docket"), case.matter.docket
    yield ("matter", "judge"), case.matter.judge or ""
    for number, charge in enumerate(case.charges):
        yield ("charges", number, "statute"), charge.statute
        yield ("charges", number, "title"), charge.title
    for number, person in enumerate(case.people):
        yield ("people", number, "name"), person.name


def _without(text: str, shown: LetterView) -> str:
    """A passage, which is as it reads in print, without what the view shows; the longest first."""
    for value in sorted(map(printed, astuple(shown)), key=len, reverse=True):
        text = text.replace(value, _BLANK)
    return text


def _line(words: Sequence[str]) -> str:
    return f" {' '.join(words)} "
