"""What is said to change nothing does change nothing, and the rest is let be."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from drafter.analysis.analyze import analyze
from drafter.analysis.evidence.idle_traits import idle_traits
from drafter.casefile.reader import CaseFile
from drafter.facts.record import record_of
from drafter.pipeline.report import report_of
from tests.analysis.parts import LIBRARY, case
from tests.facts.records import districts
from tests.samples import AS_OF, SAMPLES, read_sample

LAW = LIBRARY.in_force(AS_OF)
SHOWN = (
    *("item_shows_absence", "item_shows_fear", "item_shows_movement", "item_shows_presence"),
    *("shows_call_for_help", "shows_other_calls", "battering_relationship", "client_had_phone"),
)


def report(file: CaseFile) -> object:
    return report_of(analyze(record_of(file, districts()), LAW))


@pytest.mark.parametrize("trait", SHOWN)
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_trait_that_is_said_to_change_nothing_changes_nothing(path: Path, trait: str) -> None:
    """Put to every item of a sample of which it is said."""
    file = read_sample(path)
    planted = [
        item.model_copy(update={"traits": (*item.traits, trait)}) for item in file.case.evidence
    ]
    idle = {each.item.id for each in idle_traits(planted, LAW) if each.trait == trait}
    evidence = tuple(
        new if new.id in idle else old for old, new in zip(file.case.evidence, planted, strict=True)
    )
    assert bool(idle) is (trait not in ("item_shows_movement", "client_had_phone"))
    changed = replace(file, case=file.case.model_copy(update={"evidence": evidence}))
    assert report(changed) == report(file)


def test_where_its_kind_asks_for_it_a_trait_is_let_be() -> None:
    body = """\
evidence:
  - {id: video, kind: surveillance_video, form: recording, what: V, traits: [item_shows_presence]}
  - {id: paper, kind: document, form: writing, what: P, traits: [battering_relationship, watched]}
"""
    (found,) = idle_traits(case(body).case.evidence, LAW)
    assert (found.item.id, found.trait) == ("paper", "battering_relationship")
    assert found.kinds == ("expert_opinion", "medical_record")
