"""Steps of a computation that their law records do not bear out."""

from __future__ import annotations

import pytest

from drafter.analysis.sentencing.against_types import Against
from tests.analysis.sentencing.sentences import computation, counts, found
from tests.analysis.sentencing.test_beside import ROLE, steps

CAP = "id: cap, what: base level, guideline: U.S.S.G. § 2D1.1(a)(5), levels: {}"
ZERO = "id: zero, what: zero points, guideline: USSG § 4C1.1(a), levels: -2"
ACCEPTED = "id: acc, what: acceptance, guideline: USSG § 3E1.1, levels: {}"
MINOR = f"id: role, {ROLE}"
MINIMAL = MINOR.replace("-2", "-4")


def against(
    *rows: str, level: int = 34, manual: str = "2025-11-01", category: str = "I"
) -> list[tuple[str, Against]]:
    entered = computation("sentencing_manual", manual, level, steps(*rows))
    entered = entered.replace("category: I", f"category: {category}")
    findings = found(
        charges=counts("2025-11-02"), dates="sentencing: 2026-05-04", sentencing=[entered]
    )
    return [(each.id, each.against) for each in findings.against]


@pytest.mark.parametrize(
    ("category", "manual", "why"),
    [
        ("I", "2025-11-01", None),
        ("II", "2025-11-01", Against.POINTS),
        ("III", "2025-11-01", Against.POINTS),
        ("I", "2023-11-01", None),
        ("I", "2021-11-01", Against.NOT_YET),
    ],
)
def test_no_points_and_a_category_that_takes_points_do_not_go_together(
    category: str, manual: str, why: Against | None
) -> None:
    expected = [("zero", why)] if why else []
    assert against(ZERO, category=category, manual=manual) == expected


@pytest.mark.parametrize(
    ("level", "role", "levels", "why"),
    [
        (34, MINOR, -3, None),
        (34, MINOR, -2, Against.SIZE),
        (34, MINIMAL, -4, None),
        (34, MINIMAL, -3, Against.SIZE),
        (32, MINOR, -2, None),
        (38, MINOR, -6, None),
        (30, MINOR, -2, Against.SIZE),
        (34, None, -3, Against.NO_ROLE),
        (34, None, 0, None),
    ],
)
def test_a_lower_base_level_goes_with_a_role_and_has_its_size(
    level: int, role: str | None, levels: int, why: Against | None
) -> None:
    rows = [CAP.format(levels), *([role] if role else ())]
    assert against(*rows, level=level) == ([("cap", why)] if why else [])
    # What an older Manual took off was not read.
    assert against(*rows, level=level, manual="2024-11-01") == []


@pytest.mark.parametrize(
    ("level", "rows", "why"),
    [
        (16, [ACCEPTED.format(-3)], None),
        (15, [ACCEPTED.format(-3)], Against.LEVEL),
        (15, [ACCEPTED.format(-2)], None),
        (14, [ACCEPTED.format(-3), "id: up, what: up, guideline: USSG § 3C1.1, levels: 2"], None),
        # Whether the role comes first is not judged.
        (16, [MINOR, ACCEPTED.format(-3)], None),
    ],
)
def test_the_third_level_of_acceptance_takes_the_level_that_its_record_asks_for(
    level: int, rows: list[str], why: Against | None
) -> None:
    assert against(*rows, level=level) == ([("acc", why)] if why else [])


def test_each_manual_is_looked_at_with_its_own_levels() -> None:
    lines = [
        computation("offense_manual", "2024-11-01", 15, steps(ACCEPTED.format(-3))),
        computation(
            "sentencing_manual", "2025-11-01", 20, steps(ACCEPTED.format(-3).replace("acc", "acd"))
        ),
    ]
    findings = found(dates="sentencing: 2026-05-04", sentencing=lines)
    assert [(each.computation, each.id) for each in findings.against] == [("offense_manual", "acc")]


@pytest.mark.parametrize(
    ("answers", "levels", "why"),
    [
        ("{history: yes, no_violence: yes, truthful_disclosure: no}", -2, Against.SHUT),
        ("{not_leader: no}", -2, Against.SHUT),
        # What is not answered yet may be by the hearing.
        ("{history: yes, no_violence: yes, truthful_disclosure: unknown}", -2, None),
        ("{not_leader: no}", 0, None),
    ],
)
def test_a_step_of_the_safety_valve_goes_with_all_of_its_facts(
    answers: str, levels: int, why: Against | None
) -> None:
    step = f"id: valve, what: safety valve, guideline: USSG § 2D1.1(b)(18), levels: {levels}"
    findings = found(
        charges=counts("2025-11-02"),
        dates="sentencing: 2026-05-04",
        sentencing=[
            computation("sentencing_manual", "2025-11-01", 32, steps(step)),
            f"safety_valve: {answers}",
        ],
    )
    assert [each.against for each in findings.against] == ([why] if why else [])
