"""A demand that covered several counts is held against each of them, by that count's own days."""

from __future__ import annotations

from datetime import timedelta

import pytest

from drafter.analysis.elements.threats import find_threats
from drafter.analysis.findings import Production
from tests.analysis.parts import ask, case, counts
from tests.analysis.route import OFFENSE, element, searched, threat, threats

TWO = counts(f"offense: fraud, {OFFENSE}", f"offense: robbery, {OFFENSE}")
NEAR = "against: [client], when: 2026-03-14 05:00"
APART = counts(
    "offense: robbery, start: 2026-03-14 04:10, end: 2026-03-14 06:55",
    "offense: fraud, start: 2026-03-16 10:00, end: 2026-03-16 11:00",
)


def demanding(words: str, more: str = NEAR, id: str = "t", kinds: str = "death") -> str:
    return threat(f"{more}, demanded_offense: {words}", id, kinds)


def ids(found: object) -> list[str]:
    assert isinstance(found, tuple)
    return [each.id for each in found]


def test_one_threat_shows_an_element_for_each_count_that_it_demanded() -> None:
    three = (
        TWO + "  - {id: count-3, count: 3, statute: a statute, title: A title, offense: fraud}\n"
    )
    for concept in ("threat", "immediacy"):
        found = element(threats(demanding("[count-2, count-1]")), concept, charges=three)
        assert found.production is Production.SUPPORTED
        assert ids(found.covered.whole) == ["count-1", "count-2"]
        assert ids(found.untied) == ["count-3"]


def test_what_demanded_a_count_among_others_and_does_not_show_it_is_named_beside_it() -> None:
    body = threats(
        demanding("count-1"),
        demanding("[count-1, count-2]", "against: [rolo], when: 2026-03-14 05:00", "u"),
    )
    (untied,) = element(body, "threat", charges=TWO).untied
    assert (untied.id, ids(untied.threats), untied.missed) == ("count-2", ["u"], ())


MISSED = [
    ("made when the second had ended", "count-2", "when: 2026-03-14 05:00", "03:00", "04:30"),
    ("over before the second", "count-2", "when: 2026-03-14 05:00, ended: 2026-03-14 06:00",
     "06:30", "06:40"),
]  # fmt: skip


@pytest.mark.parametrize(("missed", "more", "start", "end"), [each[1:] for each in MISSED])
def test_a_count_for_which_such_a_threat_did_not_stand_is_not_tied_to_it(
    missed: str, more: str, start: str, end: str
) -> None:
    charges = counts(
        f"offense: robbery, {OFFENSE}",
        f"offense: fraud, start: 2026-03-14 {start}, end: 2026-03-14 {end}",
    )
    body = threats(demanding("[count-1, count-2]", f"against: [client], {more}"))
    found = element(body, "threat", charges=charges)
    assert ids(found.covered.whole) == ["count-1"]
    (untied,) = found.untied
    assert (untied.id, untied.threats, ids(untied.missed)) == (missed, (), ["t"])
    # It is judged by the count for which it stood, as if it had demanded that alone.
    alone = element(body.replace("[count-1, count-2]", "count-1"), "immediacy", charges=charges)
    several = element(body, "immediacy", charges=charges)
    assert [each.id for each in several.reasons] == [each.id for each in alone.reasons]


def test_a_count_that_is_gone_takes_nothing_from_those_demanded_beside_it() -> None:
    gone = APART.replace("offense: fraud,", "offense: fraud, disposition: acquitted,")
    body = threats(demanding("[count-1, count-2]", f"{NEAR}, ended: 2026-03-14 06:55"))
    several, alone = (
        element(each, "brevity", "ca6", gone.replace("robbery", "firearm_possession"))
        for each in (body, body.replace("[count-1, count-2]", "count-1"))
    )
    assert [each.id for each in several.reasons] == [each.id for each in alone.reasons]


def test_the_time_to_the_offense_is_to_the_next_of_its_counts() -> None:
    charges = counts(
        "offense: conspiracy, start: 2026-03-13, end: 2026-03-14 06:55",
        "offense: robbery, start: 2026-03-14 04:10, end: 2026-03-14 06:55",
        "offense: firearm_in_crime, start: 2026-03-14 05:10, end: 2026-03-14 05:20",
    )

    def hours(words: str, when: str = "2026-03-14 02:10") -> timedelta | None:
        line = f"  - {{id: t, when: {when}, demanded_offense: {words}}}\n"
        asked = ask("threats:\n" + line, charges=charges)
        (found,) = find_threats(asked.setting, asked.circuit)
        return found.to_offense.longest if found.to_offense else None

    assert hours("[count-1, count-2, count-3]") == timedelta(hours=2)
    assert hours("[count-3, count-1]") == timedelta(hours=3)
    late = "2026-03-14 05:15"
    assert hours("[count-2, count-3]", late) == hours("count-2", late) == -timedelta(minutes=65)


YEAR = "start: 2024-03, end: 2025-06-17 13:25"
LONG = counts(f"offense: fraud, continuing: yes, {YEAR}", f"offense: robbery, {YEAR}")
LATE = "against: [client], specific: yes, when: 2024-09-14, continuing: yes, watching: yes"


def test_a_lasting_count_among_several_is_covered_from_that_threat_on_only() -> None:
    early = LATE.replace("2024-09-14", "2024-02-20")
    body = threats(demanding("[count-1, count-2]", LATE), demanding("count-2", early, "other"))
    found = element(body, "threat", "ca2", LONG)
    assert ids(found.covered.partly) == ["count-1"]
    covered = body.replace("demanded_offense: count-2", "demanded_offense: [count-1, count-2]")
    assert element(covered, "threat", "ca2", LONG).stretches == ()


def test_lesser_harm_that_demanded_a_lasting_count_among_others_is_told_with_its_first_part() -> (
    None
):
    child = "against: [girl], when: 2024-02, continuing: yes"
    body = threats(threat(LATE), demanding("[count-2, count-1]", child, "child", "child_taken"))
    (stretch,) = element(body, "threat", "ca2", LONG).stretches
    assert ids(stretch.lesser) == ["child"]


def test_a_count_goes_on_without_a_threat_by_the_threats_of_that_count_alone() -> None:
    """The second was over before the threat; the first had another threat to its end."""
    charges = counts(
        "offense: firearm_possession, start: 2026-03-14 04:10, end: 2026-03-14 06:55",
        "offense: fraud, start: 2026-03-14 04:10, end: 2026-03-14 04:50",
    )
    ends = f"{NEAR.replace('05:00', '04:30')}, continuing: no, ended: 2026-03-14 05:00"
    stands = f"{NEAR}, continuing: no, ended: 2026-03-14 06:55"
    body = threats(demanding("[count-1, count-2]", ends), demanding("count-1", stands, "u"))
    asked, found = searched(case(body, charges=charges))
    first = asked.record.facts["t"]
    assert found.answers.of(first, "continued_after_every_threat_ended").holds is False
    # With the other over too, the first count did go on without any.
    over = body.replace("ended: 2026-03-14 06:55", "ended: 2026-03-14 05:30")
    asked, found = searched(case(over, charges=charges))
    first = asked.record.facts["t"]
    assert found.answers.of(first, "continued_after_every_threat_ended").holds is True
