"""Every citation in a document that stays in the office carries the mark of its authority."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter.composition.blocks import Audience, Block, RunKind, Runs
from tests.holes import blocks
from tests.planting import compose, drafted, load
from tests.samples import NAMES, SAMPLES

MARKED_OTHERWISE = ("cited/list/", "departure/text/")
"""A table with a column for the mark; a quotation with the mark of the very text quoted."""


def unmarked(runs: Runs) -> Iterator[str]:
    """Yield the citations that no mark of the same authority follows."""
    for place, run in enumerate(runs):
        if run.kind is RunKind.CITE:
            following = [each for each in runs[place + 1 : place + 2] if each.ref == run.ref]
            if not any(each.kind in (RunKind.CITE, RunKind.MARK) for each in following):
                yield run.text


@pytest.mark.parametrize("sample", SAMPLES, ids=NAMES)
def test_every_citation_has_its_mark(sample: Path) -> None:
    documents = [
        each
        for each in drafted(compose(load(sample)))
        if each.draft and each.draft.document.audience is Audience.INTERNAL
    ]
    assert len(documents) >= 2
    bare = {
        (block.id, text)
        for document in documents
        for block in blocks(document)
        if not block.id.startswith(MARKED_OTHERWISE)
        for runs in (block.runs, *block.cells)
        for text in unmarked(runs)
    }
    assert bare == set()


def thin_block(id: str) -> Block:
    thin = next(sample for sample in SAMPLES if sample.stem == "thin-case")
    found = {block.id: block for each in drafted(compose(load(thin))) for block in blocks(each)}
    return found[id]


def test_what_a_threat_reaches_rests_on_authority() -> None:
    for id in ("threat-house", "threat-hand"):
        cited = thin_block(f"availability/threat/{id}").authorities
        assert cited == ("bailey_scotus_1980", "ussg_5k2_12")


def test_what_duress_leaves_of_the_state_of_mind_rests_on_authority() -> None:
    assert thin_block("defenses/lead").authorities == ("dixon_scotus_2006",)
