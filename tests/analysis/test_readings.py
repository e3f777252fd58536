"""Which of the program's own readings are told, and where."""

from __future__ import annotations

import pytest

from drafter.analysis.analyze import analyze
from drafter.analysis.readings import ReadingsMade
from drafter.analysis.result import Analysis
from tests.analysis.matters import record as by_docket
from tests.analysis.parts import AS_OF, DRUGS, LIBRARY, case, counts
from tests.analysis.route import DISTRICTS, chance, count, threat, threats

SAFE = chance("safe: yes").replace("03:00", "07:00")
EVENT = "events:\n  - {id: e, kind: %s, what: It happened., when: 2026-03-14 08:00}\n"


def made(body: str = "", court: str = "ca9", charges: str = DRUGS, **more: str) -> ReadingsMade:
    record = case(body, charges=charges, district=DISTRICTS[court], **more)
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


DECIDED = "engagement: {decisions: [{id: d, decision: plead, decided: to plead}]}\n"
SAID = "statements: [{id: s, to: an officer, summary: Said so.%s}]\n"
SET_OUT = [
    ("custody", {"client": "custody: held at the county jail"}, {"client": "custody: on bond"}),
    ("citizenship", {"client": "citizenship: Honduras"}, {"client": "citizenship: United States"}),
    (
        "abroad",
        {"body": threats(threat("when: 2026-03-12 20:30 America/Tijuana"))},
        {"body": threats(threat("when: 2026-03-12 20:30"))},
    ),
    ("conditions", {"body": SAID % ""}, {"body": SAID % ", recorded: no, warned: yes"}),
]


@pytest.mark.parametrize(("id", "turns", "does_not"), SET_OUT, ids=[each[0] for each in SET_OUT])
def test_how_an_entry_is_read_is_told_where_a_task_turns_on_it(
    id: str, turns: dict[str, str], does_not: dict[str, str]
) -> None:
    assert id in {each.id for each in made(**turns).tasks}
    assert id not in {each.id for each in made(**does_not).tasks}


def test_what_a_decision_at_the_stage_of_a_plea_is_taken_to_be_is_told() -> None:
    assert [each.id for each in made(DECIDED, proceeding="plea").strategy] == ["plea_decided"]
    assert made(DECIDED).strategy == made(proceeding="plea").strategy == ()


@pytest.mark.parametrize(
    ("docket", "told"), [("3:26-mj-00001", ["complaint"]), ("3:26-cr-00001", [])]
)
def test_that_a_complaint_is_not_yet_headed_for_trial_is_told(docket: str, told: list[str]) -> None:
    found = Analysis(by_docket(docket=docket), LIBRARY.in_force(AS_OF)).readings
    assert [each.id for each in found.strategy] == told


@pytest.mark.parametrize(("kind", "told"), [("recorded_threat", True), ("messages", False)])
def test_that_a_recording_of_the_threat_is_counted_as_strong_is_told(kind: str, told: bool) -> None:
    item = f"evidence: [{{id: ev, kind: {kind}, form: recording, what: An item, about: [t]}}]\n"
    found = made(threats(threat("when: 2026-03-12")) + item).score
    assert ("recorded_threat" in {each.id for each in found}) is told


def test_which_counts_raise_necessity_is_told_in_every_case() -> None:
    assert [each.id for each in made().defenses] == ["grounds"]
