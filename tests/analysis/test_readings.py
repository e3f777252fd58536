"""Which of the program's own readings are told, and where."""

from __future__ import annotations

import pytest

from drafter.analysis.analyze import analyze
from drafter.analysis.readings import ReadingsMade
from tests.analysis.parts import AS_OF, DRUGS, LIBRARY, case, counts
from tests.analysis.route import DISTRICTS, chance, count, threat, threats

SAFE = chance("safe: yes").replace("03:00", "07:00")
EVENT = "events:\n  - {id: e, kind: %s, what: It happened., when: 2026-03-14 08:00}\n"


def made(body: str = "", court: str = "ca9", charges: str = DRUGS) -> ReadingsMade:
    record = case(body, charges=charges, district=DISTRICTS[court])
    return analyze(record, LIBRARY.in_force(AS_OF)).readings


def elements(body: str = "", court: str = "ca9", charges: str = DRUGS) -> set[str]:
    return {each.id for each in made(body, court, charges).elements}


def test_how_the_standings_are_found_is_told_in_every_case() -> None:
    always = {"production", "persuasion", "voices", "whole", "moments"}
    assert always <= elements()
    assert {each.id for each in made().surrender} == {"first_safe", "last_end", "contact"}
    assert {each.id for each in made().statute} == {"screen"}


TOLD = [
    ("hours", threats(threat("when: 2026-03-12")), "ca9", DRUGS),
    ("family", threats(threat("against: [girl]")), "ca9", DRUGS),
    ("continuing", threats(threat("continuing: yes")), "ca9", DRUGS),
    ("ways_out", chance("safe: yes"), "ca9", DRUGS),
    ("prompt", SAFE + EVENT % "surrender", "ca9", count("escape")),
    ("arrest", EVENT % "arrest", "ca10", count("escape")),
    ("stopping", threats(threat("continuing: no, ended: 2026-03-14 08:00")), "ca5", DRUGS),
]


@pytest.mark.parametrize(("id", "body", "court", "charges"), TOLD, ids=[each[0] for each in TOLD])
def test_a_reading_is_told_where_a_reason_turns_on_it(
    id: str, body: str, court: str, charges: str
) -> None:
    assert id in elements(body, court, charges)


@pytest.mark.parametrize("id", ["prompt", "arrest", "stopping", "no_telephone"])
def test_a_reading_on_which_nothing_turns_is_not(id: str) -> None:
    assert id not in elements(threats(threat("when: 2026-03-12")), charges=DRUGS)


def test_that_counts_are_not_parted_is_told_of_several() -> None:
    two = "offense: fraud, start: 2026-03-14 04:10, end: 2026-03-14 06:55"
    assert "by_count" in elements(charges=counts(two, two))
    assert "by_count" not in elements(charges=counts(two))


@pytest.mark.parametrize(("witness", "told"), [("", True), (", witness: friend", False)])
def test_a_reading_of_a_task_is_told_where_the_task_is_raised(witness: str, told: bool) -> None:
    item = "{id: ev, kind: surveillance_video, form: recording, what: A video" + witness + "}"
    found = {each.id for each in made(f"evidence:\n  - {item}\n").tasks}
    assert ("custodian" in found) is told
    assert "in_hand" in found
