from __future__ import annotations

from datetime import date

import pytest

from drafter.analysis.defenses.statutory import find_section_28
from drafter.analysis.defenses.statutory_types import CoveredLevel, ScreenResult, Section28
from tests.analysis.parts import AS_OF, ask, counts

NONE = "force: no, fraud: no, coercion: no"


def section_28(
    screen: str | None = None, day: date = AS_OF, charges: str = "", **more: str
) -> Section28:
    body = "" if screen is None else f"trafficking: {{id: s, basis: client_account, {screen}}}\n"
    asked = ask(body, day, **({"charges": charges} if charges else {}), **more)
    return find_section_28(asked.record, asked.doctrine, asked.charges, asked.ties)


def test_a_case_without_a_screen_has_a_gap_and_no_finding() -> None:
    found = section_28()
    assert (found.result, found.signals, found.facts) == (ScreenResult.NOT_SCREENED, (), ())
    assert found.gaps[0].id == "trafficking"
    assert not found.raised


@pytest.mark.parametrize(
    ("screen", "result"),
    [
        (NONE, ScreenResult.NO_SIGNAL),
        ("force: no, fraud: no", ScreenResult.UNFINISHED),
        ("screened_by: A. Pike", ScreenResult.UNFINISHED),
        ("force: no, fraud: no, coercion: yes", ScreenResult.SIGNALS),
        ("fraud: yes", ScreenResult.SIGNALS),
        (f"{NONE}, documents_taken: yes", ScreenResult.SIGNALS),
        (f"{NONE}, victim_at_offense: yes", ScreenResult.VICTIM),
        ("coercion: yes, victim_at_offense: no", ScreenResult.NOT_VICTIM),
    ],
)
def test_what_a_screen_shows(screen: str, result: ScreenResult) -> None:
    found = section_28(screen)
    assert found.result is result
    assert found.raised == (result in (ScreenResult.SIGNALS, ScreenResult.VICTIM))
    assert [fact.id for fact in found.facts] == ["s"]


@pytest.mark.parametrize(
    ("screen", "signals"),
    [
        (f"{NONE}, debt: the cost of the crossing", ("debt",)),
        (f"{NONE}, debt: none", ()),
        (f"{NONE}, debt: 'No, he owed nobody'", ()),
        (f"{NONE}, recruitment: answered an advertisement", ()),
        ("force: yes, recruitment: answered an advertisement", ("force",)),
        (f"{NONE}, kinds: [sex], age_then: 17", ("child",)),
        (f"{NONE}, kinds: [sex], age_then: 18", ()),
        (f"{NONE}, kinds: [labor], age_then: 16", ()),
    ],
)
def test_what_counts_as_a_sign(screen: str, signals: tuple[str, ...]) -> None:
    assert section_28(screen).signals == signals


def test_violence_decides_the_level_and_unknown_violence_is_a_gap() -> None:
    charges = counts("offense: fraud, violent: no", "offense: robbery, violent: yes",
                     "offense: assault")  # fmt: skip
    found = section_28(charges=charges)
    levels = [each.level for each in found.coverage]
    assert levels == [CoveredLevel.LEVEL_A, CoveredLevel.LEVEL_B, CoveredLevel.UNKNOWN]
    assert "count-3.violent" in [gap.id for gap in found.gaps]


@pytest.mark.parametrize(
    ("start", "before"),
    [
        ("2026-01-22 23:59", True),
        ("2026-01-23", False),
        ("2026-01-23 00:00", False),
        ("2026-01", None),
        ("before 2026-01-10", True),
        ("unknown", None),
    ],
)
def test_whether_the_offense_began_before_the_statute(start: str, before: bool | None) -> None:
    found = section_28(charges=counts(f"offense: fraud, start: {start}"))
    assert found.coverage[0].began_before_statute is before


@pytest.mark.parametrize(
    ("end", "before"), [("2025-12-31", True), ("2026-02-01", False), ("unknown", None)]
)
def test_an_offense_that_ended_before_the_statute_did_not_only_begin_then(
    end: str, before: bool | None
) -> None:
    found = section_28(charges=counts(f"offense: fraud, start: 2025-06-01, end: {end}"))
    assert found.coverage[0].began_before_statute
    assert found.coverage[0].ended_before_statute is before


def test_the_reach_to_earlier_offenses_is_a_question_of_earlier_offenses_only() -> None:
    later = section_28(charges=counts("offense: fraud, start: 2026-03-01"))
    assert "pending_cases" not in {each.id for each in later.unknown}
    assert "burden" in {each.id for each in later.unknown}
    undated = section_28(charges=counts("offense: fraud"))
    assert "pending_cases" in {each.id for each in undated.unknown}


def test_the_definitions_come_with_a_route_that_must_be_considered() -> None:
    ids = [each.id for each in section_28("coercion: yes").definitions]
    assert "coercion" in ids
    assert "level_a_offense" not in ids
    assert section_28(NONE).definitions == ()


def test_the_statute_has_a_first_day() -> None:
    assert not section_28(f"{NONE}, victim_at_offense: yes", date(2026, 1, 22)).in_force
    assert not section_28(f"{NONE}, victim_at_offense: yes", date(2026, 1, 22)).raised
    assert section_28(day=date(2026, 1, 23)).in_force


def test_the_open_questions_of_the_statute_come_with_it() -> None:
    assert {"burden", "common_law_limits"} <= {each.id for each in section_28().unknown}
