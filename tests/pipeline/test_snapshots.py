"""What a draft remembers of the case file, so that two can be compared."""

from __future__ import annotations

from drafter.pipeline.snapshots import snapshots_of
from drafter.versions.draft import FactSnapshot
from tests.pipeline.cases import COURIER, changed, session, source


def snapshots(text: str = COURIER) -> dict[str, FactSnapshot]:
    return snapshots_of(session().record(source(text)))


def moved(*changes: tuple[str, str]) -> set[str]:
    before, after = snapshots(), snapshots(changed(*changes))
    return {id for id in before | after if before.get(id) != after.get(id)}


def test_every_item_is_there_with_its_line_and_words() -> None:
    found = snapshots()
    assert set(session().record(source()).facts) <= set(found)
    line = found["opp-line"].line
    assert COURIER.splitlines()[line - 1].strip() == "- id: opp-line"
    assert "watched: yes; authority_present: yes" in found["opp-line"].text
    assert found["matter.dates.trial"].text == "2027-02-02"
    assert {"count-1", "rolo", "dec-raise", "comp-2025", "sentencing.ask.months"} <= set(found)


def test_a_change_moves_the_item_it_is_in_and_no_other() -> None:
    assert moved(("    watched: unknown", "    watched: no")) == {"opp-primary"}
    assert moved(("trial: 2027-02-02", "trial: 2027-02-09")) == {"matter.dates.trial"}
    assert moved(("levels: -2", "levels: -3")) == {"adj-role"}


def test_an_item_that_only_moved_keeps_its_words() -> None:
    before, after = snapshots(), snapshots(f"# A line more.\n{COURIER}")
    assert {id: each.text for id, each in before.items()} == {
        id: each.text for id, each in after.items()
    }
    assert after["opp-line"].line == before["opp-line"].line + 1


def test_a_new_default_moves_each_fact_it_reaches() -> None:
    basis = ("opportunities: {basis: client_account}", "opportunities: {basis: counsel_inference}")
    assert moved(basis) == {
        *("opp-night", "opp-line", "opp-primary"),
        "defaults.opportunities.basis",
    }
