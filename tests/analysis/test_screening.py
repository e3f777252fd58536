from __future__ import annotations

import pytest

from drafter.analysis.screening import find_screening
from drafter.analysis.screening_types import Screening
from drafter.doctrine import Library
from tests.analysis.matters import position, record

THREAT = "threats:\n  - {id: t1, speaker: rolo, kinds: [death], %s}\n"
ENDED = "when: 2026-03-14 04:30, ended: 2026-03-14 07:00"
CHANCE = "opportunities: [{id: o1, what: stopped for fuel, when: 2026-03-14 05:00, %s}]\n"
ITEM = (
    "evidence: [{id: e1, kind: %s, form: writing, what: An item., about: [t1],"
    " when: 2026-03-13, admissible_through: the cousin%s}]\n"
)
EVENT = "events: [{id: v1, kind: %s, what: It happened., when: %s}]\n"


def screening(body: str = "") -> Screening:
    return find_screening(position(record(body)))


def part(body: str, id: str) -> tuple[int, int]:
    found = next(each for each in screening(body).parts if each.id == id)
    return found.low.points, found.high.points


def test_an_empty_record_leaves_every_part_open_and_says_what_is_missing() -> None:
    found = screening()
    assert (found.low, found.high, found.exact) == (0, 10, False)
    assert [each.id for each in found.parts] == [
        "evidence_of_threat",
        "immediacy",
        "escape",
        "surrender",
    ]
    gaps = {gap.id for each in found.parts for gap in each.moved_by}
    assert {"threats", "opportunities"} <= gaps
    assert [each.low for each in found.tiers] == [7, 4, 0]


@pytest.mark.parametrize(
    ("body", "points"),
    [
        (THREAT % "", (1, 1)),
        (THREAT % "" + ITEM % ("messages", ""), (2, 2)),
        (THREAT % "" + ITEM % ("contemporaneous_report", ""), (3, 3)),
        (THREAT % "" + ITEM % ("physical_evidence", ""), (3, 3)),
        (THREAT % "" + ITEM % ("recorded_threat", ""), (3, 3)),
        (THREAT % "" + ITEM % ("independent_witness", ""), (3, 3)),
        (THREAT % "basis: recording", (2, 2)),
        # Without a date or a way in an item counts at the high end only.
        ((THREAT % "" + ITEM % ("messages", "")).replace(" when: 2026-03-13,", ""), (1, 2)),
        (
            (THREAT % "" + ITEM % ("messages", "")).replace(", admissible_through: the cousin", ""),
            (1, 2),
        ),
    ],
)
def test_evidence_of_the_threat(body: str, points: tuple[int, int]) -> None:
    assert part(body, "evidence_of_threat") == points


@pytest.mark.parametrize(
    ("when", "points"),
    [
        ("when: 2026-03-14 05:00, continuing: no", (2, 2)),
        ("when: 2026-03-01, continuing: yes", (2, 2)),
        ("when: 2026-03-13 20:00, continuing: no", (1, 1)),
        ("when: 2026-03-12 20:00, continuing: no", (0, 0)),
        # On both sides of twenty-four hours.
        ("when: 2026-03-13, continuing: no", (0, 1)),
        ("when: 2026-03-12 20:00", (0, 2)),
        ("when: 2026-03-13 20:00", (1, 2)),
        ("continuing: no", (0, 2)),
    ],
)
def test_immediacy(when: str, points: tuple[int, int]) -> None:
    assert part(THREAT % when, "immediacy") == points


def test_the_best_of_several_threats_counts_for_immediacy() -> None:
    second = "  - {id: t2, speaker: rolo, kinds: [death], when: 2026-03-14 05:00, continuing: no}\n"
    body = THREAT % "when: 2026-03-01, continuing: no" + second
    assert part(body, "immediacy") == (2, 2)


@pytest.mark.parametrize(
    ("chance", "points"),
    [
        ("safe: yes, asked_for_help: no", (0, 0)),
        ("safe: yes, asked_for_help: yes", (2, 2)),
        ("safe: no, phone: yes", (1, 1)),
        ("safe: no, phone: no, alone: no, watched: yes", (2, 2)),
        ("safe: unknown", (0, 2)),
        ("safe: yes", (0, 2)),
    ],
)
def test_escape(chance: str, points: tuple[int, int]) -> None:
    assert part(CHANCE % chance, "escape") == points


def test_an_opportunity_after_the_offense_was_no_way_out_of_it() -> None:
    during = CHANCE % "safe: no, phone: yes"
    later = (
        "{id: o2, what: passed a station, when: 2026-03-19 05:00, safe: yes, asked_for_help: no}"
    )
    both = during.replace("]", f", {later}]")
    assert part(both.replace("2026-03-19", "2026-03-14"), "escape") == (0, 0)
    assert part(both, "escape") == (1, 1)


@pytest.mark.parametrize(
    ("when", "points"),
    [
        ("2026-03-14 11:00", (3, 3)),
        ("2026-03-14 11:01", (2, 2)),
        ("2026-03-15 07:00", (2, 2)),
        ("2026-03-15 07:01", (1, 1)),
        ("2026-03-21 07:00", (1, 1)),
        ("2026-03-21 07:01", (0, 0)),
        # On both sides of four hours, and of a day.
        ("about 2026-03-14 11:00", (2, 3)),
        ("2026-03-15", (1, 2)),
    ],
)
def test_surrender_by_the_hours_from_the_threat_s_end(when: str, points: tuple[int, int]) -> None:
    assert part(THREAT % ENDED + EVENT % ("surrender", when), "surrender") == points


def test_an_arrest_and_no_word_of_a_surrender_leaves_open_whether_there_was_one() -> None:
    arrest = EVENT % ("arrest", "2026-03-14 07:30")
    assert part(THREAT % ENDED + arrest, "surrender") == (0, 3)


def test_a_surrender_after_the_arrest_is_being_caught() -> None:
    events = (
        "events:\n  - {id: v1, kind: arrest, what: Arrested., when: 2026-03-14 07:30}\n"
        "  - {id: v2, kind: surrender, what: Told., when: 2026-03-14 08:00}\n"
    )
    assert part(THREAT % ENDED + events, "surrender") == (0, 0)


def test_a_surrender_while_the_threat_went_on_leaves_every_reading_open() -> None:
    body = THREAT % "when: 2026-03-14 04:30, continuing: yes" + EVENT % (
        "surrender",
        "2026-03-14 07:30",
    )
    assert part(body, "surrender") == (0, 3)
    scored = screening(body).parts[3]
    assert "t1.ended" in {gap.id for gap in scored.moved_by}
    assert ["t1.ended"] in [[gap.id for gap in each.gaps] for each in scored.moving]


def test_an_end_not_recorded_beside_one_that_is_leaves_the_shorter_times_open() -> None:
    other = "  - {id: t2, speaker: rolo, kinds: [death], when: 2026-03-14 04:30}\n"
    body = THREAT % ENDED + other + EVENT % ("surrender", "2026-03-14 12:00")
    assert part(body.replace(other, ""), "surrender") == (2, 2)
    assert part(body, "surrender") == (2, 3)
    found = screening(body)
    assert "t2.ended" in {gap.id for gap in found.parts[3].moved_by}
    assert [each.id for each in found.bands] == ["within_4_hours", "within_24_hours"]


@pytest.mark.parametrize(
    ("when", "bands"),
    [
        ("2026-03-14 10:00", ["within_4_hours"]),
        ("2026-03-14 11:00", ["within_4_hours"]),
        ("2026-03-14 11:01", ["within_24_hours"]),
        ("about 2026-03-14 11:00", ["within_4_hours", "within_24_hours"]),
        ("2026-03-16 06:00", ["24_to_48_hours"]),
        ("2026-03-18 08:00", ["3_to_7_days"]),
        ("2026-04-18", ["week_or_more"]),
    ],
)
def test_the_bands_of_hours_with_the_holes_filled_on_the_harder_side(
    when: str, bands: list[str]
) -> None:
    found = screening(THREAT % ENDED + EVENT % ("surrender", when))
    assert [each.id for each in found.bands] == bands
    ids = {each.id: each for each in found.bands_claim.bands}
    filled = [each for each in ids.values() if each.filled]
    assert len(filled) == 3
    assert all(each.read_as in ids for each in filled)


def test_no_band_where_the_time_is_not_recorded() -> None:
    found = screening(THREAT % "")
    assert found.to_surrender is None
    assert found.bands == ()


def test_the_total_is_the_sum_and_the_tiers_are_those_it_touches() -> None:
    body = (
        THREAT % f"{ENDED}, continuing: no"
        + ITEM % ("contemporaneous_report", "")
        + CHANCE % "safe: no, phone: no, alone: no, watched: yes"
        + EVENT % ("surrender", "2026-03-14 08:00")
    )
    found = screening(body)
    assert (found.low, found.high, found.exact) == (10, 10, True)
    assert [each.reading for each in found.tiers] == ["consider trial"]


def test_the_score_is_the_ledger_s_claim_and_says_that_cases_do_not_follow_it() -> None:
    found = screening()
    assert found.claim == Library.load().in_force(position(record()).doctrine.day).claim("L46")
    assert "do not follow" in found.claim.finding
    for each in found.parts:
        assert each.low in each.part.levels
        assert each.high in each.part.levels
        assert each.low.points <= each.high.points
