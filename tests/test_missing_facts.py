"""Whatever a case file leaves out, each document is drafted, and what is missing is marked.

Every optional key of every sample is taken away: with others, in turns that share none, and
all together; then every section that nothing else names.  That takes seconds where each key
by itself would take many minutes.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from drafter.casefile.reader import CaseFile
from drafter.composition.blocks import Block, RunKind
from drafter.composition.templating.wording import number_word
from drafter.facts.record import record_of
from drafter.pipeline.outcomes import Outcome
from tests.holes import blocks, holes
from tests.planting import Place, at, case_of, compose, districts, drafted, fileable, load
from tests.samples import NAMES, SAMPLES, read_sample

pytestmark = pytest.mark.no_cover

TURNS = 4
LISTS = {
    "internal": re.compile(r"missing/(gap|also)/[^/]+"),
    "working": re.compile(r"open_items/(gap|also)/[^/]+"),
}
"""By edition, the blocks in which what is missing is listed."""
NEEDED = frozenset(
    "defaults people alias evidence threats opportunities events statements history".split()
)
"""Optional keys that other parts of a case count on."""
LINKS = frozenset(
    """
    about derives_from conflicts_with demanded_offense opportunity sponsors
    filing_theme_sources filing_reasons_sources
    """.split()
)
"""Keys that name a fact, which a section that is taken away may have held."""
SECTIONS = frozenset(
    """
    engagement codefendants involvement other_acts benefits trafficking witnesses experts answers
    plea_agreement cooperation safety sentencing exhibit notes sign_off
    """.split()
)


def optional(value: object, place: Place = ()) -> Iterator[Place]:
    """Yield the place of every optional key that a case has."""
    if isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            if name in value.model_fields_set:
                there = (*place, field.alias or name)
                if not field.is_required() and name not in NEEDED:
                    yield there
                yield from optional(getattr(value, name), there)
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from optional(item, (*place, number))


def without(raw: dict[str, Any], places: list[Place]) -> dict[str, Any]:
    """A case without what stands at some places."""
    kept = copy.deepcopy(raw)
    for place in sorted(places, key=len, reverse=True):  # what lies deepest first
        holder = at(kept, place[:-1])
        holder.pop(place[-1], None)  # absent where a default stood for it
    return kept


def turns(case_file: CaseFile) -> Iterator[list[Place]]:
    """Yield the keys to take away together, until each was taken once, and then all."""
    places = [place for place in optional(case_file.case) if place[0] not in SECTIONS or place[1:]]
    for turn in range(TURNS):
        yield places[turn::TURNS]
    yield places
    links = [place for place in places if place[-1] in LINKS]
    yield [*links, *((section,) for section in SECTIONS if hasattr(case_file.case, section))]


@pytest.mark.parametrize("sample", SAMPLES, ids=NAMES)
def test_a_case_without_its_optional_facts(sample: Path, law: Path) -> None:
    for places in turns(read_sample(sample)):
        assert places
        raw = without(fileable(sample), places)
        done = drafted(compose(raw, law))
        assert {each.wanted.kind.id for each in done} >= {"duress_memo", "mitigation_outline"}
        assert [hole for each in done for hole in holes(each)] == []
        marked = {run.text for each in done for block in blocks(each) for run in gaps(block)}
        missing = record_of(case_of(raw), districts()).gaps
        assert {gap.phrase for gap in missing if f"[NEED: {gap.phrase}]" not in marked} == set()
        assert [each for document in done for each in unlisted(document)] == []


@pytest.mark.parametrize("sample", SAMPLES, ids=NAMES)
def test_what_a_sample_marks_as_missing_is_listed_and_counted(sample: Path) -> None:
    done = {each.wanted.edition.id: each for each in drafted(compose(load(sample)))}
    for edition in LISTS:
        assert unlisted(done[edition]) == []
    memo = blocks(done["internal"])
    listed = [run for block in memo if LISTS["internal"].fullmatch(block.id) for run in gaps(block)]
    (stated,) = (block.text for block in memo if "listed under Missing facts" in block.text)
    number = f"{number_word(len(listed))} {'fact' if len(listed) == 1 else 'facts'}"
    assert stated.startswith(f"Missing\t{number[0].upper()}{number[1:]}, listed")


def unlisted(outcome: Outcome) -> list[str]:
    """The markers of a document that stand nowhere in its list of missing facts."""
    place = LISTS.get(outcome.wanted.edition.id)
    if place is None:
        return []
    marked: dict[bool, set[str]] = {True: set(), False: set()}
    for block in blocks(outcome):
        marked[bool(place.fullmatch(block.id))] |= {run.text for run in gaps(block)}
    return sorted(marked[False] - marked[True])


def gaps(block: Block) -> Iterator[Any]:
    return (run for runs in (block.runs, *block.cells) for run in runs if run.kind is RunKind.GAP)
