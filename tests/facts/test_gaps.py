"""Missing facts."""

from __future__ import annotations

import pytest

from drafter.facts.gaps import Gap, grouped
from tests.facts.records import record

THREAT = """\
threats:
  - id: threat-1
    words: Drive or else.
    kinds: [death]
    when: unknown
    specific: unknown
    watching: no
"""


def gaps(body: str = "", **place: str) -> dict[str, Gap]:
    found = record(body, **place).gaps
    assert len({gap.id for gap in found}) == len(found)
    return {gap.id: gap for gap in found}


def test_a_wanted_field_that_holds_nothing_is_a_gap_of_its_owner() -> None:
    found = gaps(THREAT)
    assert found["threat-1.speaker"] == Gap(
        "threat-1.speaker", "who made the threat", "threat-1", "threat"
    )
    assert "threat-1.against" in found
    assert "threat-1.words" not in found
    assert "threat-1.watching" not in found  # no is an answer


def test_unknown_is_a_gap_too() -> None:
    found = gaps(THREAT)
    assert "threat-1.when" in found
    assert "threat-1.specific" in found


def test_what_not_every_statement_raises_is_a_gap_once_it_is_written_as_unknown() -> None:
    said = "statements: [{id: s, basis: document, to: an agent, summary: Spoke., %s}]\n"
    found = gaps(said % "custodial: unknown, warned: no")
    assert found["s.custodial"].phrase == "whether the speaker was in custody"
    assert not {"s.warned", "s.recorded"} & set(found)
    assert "s.custodial" not in gaps(said % "language: Spanish")


def test_a_person_who_may_be_a_minor_is_asked_about_by_name() -> None:
    people = "people: [{id: p, name: Al Roe, alias: A.R., relation: roommate, minor: %s}]\n"
    assert gaps(people % "unknown")["p.minor"].phrase == "whether Al Roe is a minor"
    assert "p.minor" not in gaps(people % "no")


def test_sections_of_the_case_have_no_owner() -> None:
    found = gaps()
    assert found["matter.judge"] == Gap("matter.judge", "the judge’s name", "", "")
    assert {"client.custody", "engagement.paid_by", "sentencing.ask"} <= set(found)
    assert found["count-1.minimum_months"].noun == "count"


def test_what_no_case_may_leave_out() -> None:
    needed = {"involvement", "threats", "opportunities", "trafficking", "evidence"}
    assert needed <= set(gaps())
    assert "threats" not in gaps(THREAT)


def test_an_unasked_screen_is_one_gap_and_an_asked_one_has_its_own() -> None:
    found = gaps("trafficking: {id: screen, basis: client_account, screened_by: A. Pike}\n")
    assert "trafficking" not in found
    assert "screen.screened_by" not in found
    assert found["screen.victim_at_offense"].noun == "trafficking screen"


@pytest.mark.parametrize(
    ("district", "division", "expected"),
    [
        ("casd", "", set()),
        ("flnd", "", {"matter.division"}),
        ("flnd", "pensacola", set()),
        ("idd", "northern", set()),
        ("idd", "central", {"matter.zone"}),
    ],
)
def test_the_clock_of_a_place_that_keeps_two(
    district: str, division: str, expected: set[str]
) -> None:
    found = set(gaps(district=district, division=division))
    assert found & {"matter.division", "matter.zone"} == expected


@pytest.mark.parametrize(
    ("start", "asked"),
    [
        ("2026-03-14 05:00", True),
        ("about 2026-03-14 05h", True),
        ("2026-03-14 05:00 America/Boise", False),
        ("2026-03-14 America/Boise", False),
        # A day is no time of a clock.
        ("2026-03-14", False),
        ("between 2026-03-13 and 2026-03-14", False),
        ("between 2026-03-14 05:00 America/Boise and 2026-03-14 06:00 America/Denver", False),
        ("between 2026-03-14 05:00 America/Boise and 2026-03-14 06:00", True),
        ("unknown", False),
    ],
)
def test_in_a_division_with_two_clocks_only_a_clock_time_needs_its_zone(
    start: str, asked: bool
) -> None:
    charges = f"""\
charges:
  - {{id: count-1, count: 1, statute: 21 U.S.C. § 952, title: Importation,
     offense: drug_trafficking, start: {start}}}
"""
    found = gaps(district="idd", division="central", charges=charges)
    assert ("matter.zone" in found) is asked


@pytest.mark.parametrize(
    ("proceeding", "expected"),
    [
        ("trial", set()),
        ("sentencing", {"sentencing"}),
        ("remand", {"sentencing", "first_sentencing"}),
    ],
)
def test_the_days_that_the_stage_of_the_case_needs(proceeding: str, expected: set[str]) -> None:
    found = gaps(proceeding=proceeding)
    missing = {id.removeprefix("matter.dates.") for id in found if id.startswith("matter.dates.")}
    assert missing == expected


def test_a_gap_by_its_id() -> None:
    found = record(THREAT)
    gap = found.gap("threat-1.speaker")
    assert gap is not None
    assert gap.phrase == "who made the threat"
    assert found.gap("threat-1.words") is None
    assert found.gap("threat-1.note") is None  # nobody asks for a note


def test_gaps_stand_in_the_order_of_a_case_file() -> None:
    order = list(gaps(THREAT))
    picked = ["matter.judge", "client.custody", "count-1.violent", "threat-1.when"]
    assert sorted(picked, key=order.index) == picked
    assert order[-1].startswith("sentencing.")


def test_gaps_are_gathered_by_what_they_belong_to() -> None:
    first, second = Gap("t.words", "the words", "t", "threat"), Gap("t.how", "how", "t", "threat")
    of_case = Gap("matter.judge", "the judge’s name", "", "")
    groups = grouped((first, of_case, second))
    assert [(each.id, each.gaps) for each in groups] == [
        ("t", (first, second)),
        ("case", (of_case,)),
    ]
    assert [each.noun for each in groups] == ["threat", ""]


@pytest.mark.parametrize(("inside", "asked"), [("", True), (", demand: get in", False)])
def test_which_count_was_demanded_is_asked_only_while_no_demand_is_recorded(
    inside: str, asked: bool
) -> None:
    found = gaps(f"threats: [{{id: t, kinds: [death]{inside}}}]\n")
    assert ("t.demanded_offense" in found) is asked


@pytest.mark.parametrize(("watched", "asked"), [("yes", True), ("no", False), ("unknown", False)])
def test_a_moment_recorded_as_safe_and_as_watched_is_asked_about(
    watched: str, *, asked: bool
) -> None:
    body = f"opportunities:\n  - {{id: o, what: a stop, safe: yes, watched: {watched}}}\n"
    assert ("o.safe_and_watched" in gaps(body)) is asked


@pytest.mark.parametrize("written", ["unknown", "Unknown", "' unknown '"])
def test_words_written_as_unknown_are_a_gap_and_no_fact(written: str) -> None:
    found = record(f"{THREAT}    capacity: {written}\n")
    assert found.gap("threat-1.capacity") is not None
    assert found.case.threats[0].capacity is None


@pytest.mark.parametrize(("made", "asked"), [("2026-03-14 03:00", True), ("2026-03-16", False)])
def test_of_a_threat_after_the_offense_nothing_is_asked_about_the_offense(
    made: str, asked: bool
) -> None:
    found = gaps(THREAT.replace("when: unknown", f"when: {made}").replace("    watching: no\n", ""))
    of_the_offense = {f"threat-1.{name}" for name in ("watching", "continuing", "ended")}
    assert of_the_offense <= set(found) if asked else of_the_offense.isdisjoint(found)
    assert "threat-1.specific" in found
