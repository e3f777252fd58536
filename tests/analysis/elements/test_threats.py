from __future__ import annotations

from datetime import timedelta

import pytest

from drafter.analysis.elements.threat_types import Reach, ThreatFinding
from drafter.analysis.elements.threats import REACH, find_threats
from drafter.casefile.coercion import ThreatKind
from tests.analysis.parts import ask, counts


def threats(body: str, **more: str) -> tuple[ThreatFinding, ...]:
    asked = ask(f"threats:\n{body}", **more)
    return find_threats(asked.setting, asked.circuit)


def threat(inside: str, **more: str) -> ThreatFinding:
    (found,) = threats(f"  - {{id: t, {inside}}}\n", **more)
    return found


def test_every_kind_of_threat_has_a_reach() -> None:
    assert set(REACH) == set(ThreatKind)
    assert [kind for kind, reach in REACH.items() if reach is Reach.COMMON_LAW] == [
        ThreatKind.DEATH,
        ThreatKind.SERIOUS_INJURY,
    ]


@pytest.mark.parametrize(
    ("kinds", "reach"),
    [
        ("[death]", Reach.COMMON_LAW),
        ("[economic, serious_injury]", Reach.COMMON_LAW),
        ("[blackmail]", Reach.SENTENCING_ONLY),
        ("[job, property]", Reach.SENTENCING_ONLY),
        ("[deportation]", Reach.NOT_SHOWN),
        ("[economic, job, embarrassment]", Reach.NOT_SHOWN),
    ],
)
def test_a_threat_reaches_as_far_as_the_best_of_its_kinds(kinds: str, reach: Reach) -> None:
    assert threat(f"kinds: {kinds}").reach is reach


def test_a_threat_of_no_recorded_kind_reaches_nobody_knows_how_far() -> None:
    found = threat("speaker: rolo")
    assert found.reach is Reach.UNKNOWN


@pytest.mark.parametrize(
    ("against", "others"),
    [("[client]", False), ("[girl, client]", True), ("[friend, rolo]", True)],
)
def test_what_the_court_says_of_third_persons_bears_on_a_threat_to_one(
    against: str, others: bool
) -> None:
    assert (threat(f"against: {against}").third_person is not None) is others


def test_the_court_speaks_of_third_persons_in_its_own_words() -> None:
    ninth, tenth = (threat("against: [girl]", district=each) for each in ("casd", "ksd"))
    assert ninth.third_person is not None
    assert tenth.third_person is not None
    assert ninth.third_person.value == "family"
    assert ninth.third_person != tenth.third_person


def test_whom_a_threat_was_against_may_not_be_known() -> None:
    found = threat("kinds: [death]")
    assert found.third_person is None


def test_the_time_to_the_offense_is_negative_for_a_threat_made_during_it() -> None:
    before = threat("when: 2026-03-14 02:10").to_offense
    during = threat("when: 2026-03-14 05:10").to_offense
    assert before is not None
    assert during is not None
    assert (before.shortest, during.longest) == (timedelta(hours=2), -timedelta(hours=1))
    assert threat("when: unknown").to_offense is None


def test_a_threat_that_names_no_count_is_measured_to_the_count_that_began_first() -> None:
    later = "offense: conspiracy, start: 2026-03-14 06:10, end: 2026-03-14 06:55"
    first = "offense: drug_possession, start: 2026-03-14 04:10, end: 2026-03-14 06:55"
    for charges in (counts(first, later), counts(later, first)):
        found = threat("when: 2026-03-14 02:10", charges=charges).to_offense
        assert found is not None
        assert found.shortest == timedelta(hours=2)


def test_threats_stand_in_the_order_of_the_file() -> None:
    body = "  - {id: late, when: 2026-03-13}\n  - {id: early, when: 2026-03-01}\n"
    assert [each.id for each in threats(body)] == ["late", "early"]
