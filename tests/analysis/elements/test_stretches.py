"""Counts that last, and the parts of them over which no threat stood that shows an element."""

from __future__ import annotations

import pytest

from drafter.analysis.elements.types import ElementFinding
from drafter.analysis.findings import Persuasion, Production
from tests.analysis.parts import counts
from tests.analysis.route import element, route, threat, threats

YEAR = "start: 2024-03, end: 2025-06-17 13:25"
LASTING = counts(f"offense: fraud, continuing: yes, {YEAR}")
LATE = "against: [client], specific: yes, when: 2024-09-14, continuing: yes, watching: yes"
CHILD = "against: [girl], when: 2024-02, continuing: yes, demanded_offense: count-1"
ABOUT_A_THREAT = ("threat", "immediacy", "fear")


def found(body: str, id: str = "threat", charges: str = LASTING) -> ElementFinding:
    """One element in a court that asks for every one of the three."""
    return element(body, id, "ca2", charges)


@pytest.mark.parametrize("concept", ABOUT_A_THREAT)
def test_a_lasting_count_that_no_threat_covers_at_first_is_not_shown_as_a_whole(
    concept: str,
) -> None:
    short = found(threats(threat(LATE)), concept)
    (stretch,) = short.stretches
    assert (stretch.charge.id, stretch.after, stretch.before.id) == ("count-1", None, "t")
    assert [each.id for each in short.covered.partly] == ["count-1"]
    assert short.production is Production.UNKNOWN
    assert short.persuasion <= Persuasion.UNKNOWN


def test_what_nobody_recorded_is_a_question_and_a_lesser_threat_is_a_finding() -> None:
    (unasked,) = found(threats(threat(LATE))).stretches
    assert not unasked.told
    (told,) = found(threats(threat(LATE), threat(CHILD, "child", "child_taken"))).stretches
    assert told.told
    assert [each.id for each in told.lesser] == ["child"]
    for changed in ("when: 2024-10", "when: unknown", "when: 2024-02, ended: 2024-02-20"):
        other = CHILD.replace("when: 2024-02", changed)
        (stretch,) = found(threats(threat(LATE), threat(other, "child", "child_taken"))).stretches
        assert not stretch.told


COVERED = [
    ("a threat from the beginning", LATE.replace("2024-09-14", "2024-02-20"), LASTING),
    ("within a month that is not told apart", LATE.replace("2024-09-14", "2024-03-30"), LASTING),
    ("a day that is not recorded", LATE.replace("when: 2024-09-14, ", ""), LASTING),
    ("a beginning that is not recorded", LATE, LASTING.replace("start: 2024-03, ", "")),
    ("a count that does not last", LATE, LASTING.replace("continuing: yes", "continuing: no")),
    ("a count of which that is not recorded", LATE, LASTING.replace("continuing: yes, ", "")),
    (
        "hours that are not counted",
        LATE.replace("2024-09-14", "2024-03-11 20:00"),
        LASTING.replace("start: 2024-03,", "start: 2024-03-11 04:00,"),
    ),
]


@pytest.mark.parametrize(("inside", "charges"), [each[1:] for each in COVERED])
def test_what_is_not_certain_leaves_no_part_without_a_threat(inside: str, charges: str) -> None:
    whole = found(threats(threat(inside)), charges=charges)
    assert whole.stretches == ()
    assert [each.id for each in whole.covered.whole] == ["count-1"]
    assert whole.production is Production.SUPPORTED


@pytest.mark.parametrize(("made", "told"), [("2024-03-12 04:00", 0), ("2024-03-12 04:01", 1)])
def test_a_part_is_counted_where_it_is_longer_than_a_day(made: str, told: int) -> None:
    charges = LASTING.replace("start: 2024-03,", "start: 2024-03-11 04:00,")
    late = threats(threat(LATE.replace("2024-09-14", made)))
    assert len(found(late, charges=charges).stretches) == told


def test_an_offense_that_lasts_by_its_nature_is_covered_through_its_period() -> None:
    held = counts(f"offense: firearm_possession, {YEAR}")
    assert found(threats(threat(LATE)), charges=held).stretches


def test_a_part_between_two_threats_is_told_and_the_part_after_the_last_is_not() -> None:
    first = "against: [client], when: 2024-02-20, ended: 2024-05-01"
    last = "against: [client], when: 2024-09-14, ended: 2024-10-01"
    (stretch,) = found(threats(threat(last, "last"), threat(first, "first"))).stretches
    assert stretch.after is not None
    assert (stretch.after.id, stretch.before.id) == ("first", "last")
    assert stretch.told
    overlapping = first.replace("2024-05-01", "2024-09-20")
    assert found(threats(threat(last, "last"), threat(overlapping, "first"))).stretches == ()


def test_a_threat_that_demanded_another_count_covers_no_part_of_this_one() -> None:
    two = counts(f"offense: fraud, continuing: yes, {YEAR}", f"offense: robbery, {YEAR}")
    early = LATE.replace("2024-09-14", "2024-02-20")
    both = threats(
        threat(f"{LATE}, demanded_offense: count-1"),
        threat(f"{early}, demanded_offense: count-2", "other"),
    )
    element_ = found(both, charges=two)
    assert [each.id for each in element_.covered.partly] == ["count-1"]
    assert [each.id for each in element_.covered.whole] == ["count-2"]
    # One count is shown as a whole: the element is, for that one.
    assert element_.production is Production.SUPPORTED


def test_elements_that_are_about_no_threat_are_left_alone() -> None:
    law = route(threats(threat(LATE)), "ca2", LASTING)
    apart = [each for each in law.elements if each.id not in ABOUT_A_THREAT]
    assert apart
    assert not any(each.stretches for each in apart)
    assert [each.id for each in law.covered.partly] == ["count-1"]


NUN = """\
evidence:
  - {id: seen, kind: independent_witness, form: testimony, basis: witness, what: An interview,
     when: 2026-11-02, witness: friend, admissible_through: testimony, about: [gate]}
"""
PHONE = """\
evidence:
  - {id: phone, kind: messages, form: writing, basis: document, what: A telephone,
     when: 2026-10-01, admissible_through: an examiner, about: [message]}
"""
REENTRY = counts(
    "offense: illegal_reentry, continuing: yes, start: 2026-09-11 23:50, end: 2026-09-14 07:15"
)
MESSAGE = "basis: document, when: 2026-08-19 22:14, continuing: yes, sources: [phone at p. 14]"
JUNE = "when: 2026-06-27, against: [client], continuing: yes"


def _gate(ended: str) -> str:
    return (
        "when: 2026-09-11 18:30, against: [client], specific: yes, continuing: yes,"
        f" watching: yes, sources: [seen]{ended}"
    )


@pytest.mark.parametrize(
    ("ended", "left"),
    [
        (", ended: 2026-09-12 00:20", True),
        # No more than a day of the count is left, which ended on September 14 at 7:15.
        (", ended: 2026-09-13 07:14", True),
        (", ended: 2026-09-13 07:15", False),
        (", ended: 2026-09-13 08:00", False),
        # The witness speaks of it as it is recorded: without an end.
        ("", False),
    ],
)
def test_over_the_later_part_of_a_count_the_clients_word_alone_is_not_strong(
    ended: str, left: bool
) -> None:
    threats_ = threats(threat(JUNE, "june"), threat(_gate(ended), "gate"))
    immediacy = element(threats_ + NUN, "immediacy", "ca10", REENTRY)
    told = [(each.id, [one.id for one in each.threats]) for each in immediacy.on_word]
    assert told == ([("count-1", ["june"])] if left else [])
    assert (immediacy.persuasion is Persuasion.STRONG) is not left
    assert immediacy.production is Production.SUPPORTED


def test_that_a_threat_made_long_before_still_stood_is_not_shown_by_the_record_of_it() -> None:
    found_ = element(threats(threat(MESSAGE, "message")) + PHONE, "immediacy", "ca10", REENTRY)
    stood = next(each for each in found_.helps if each.rule == "threat_continuing")
    assert stood.voices == {"client"}
    said = element(threats(threat(MESSAGE, "message")) + PHONE, "threat", "ca10", REENTRY)
    assert any("phone" in each.voices for each in said.helps)
    near = MESSAGE.replace("2026-08-19", "2026-09-11")
    found_ = element(threats(threat(near, "message")) + PHONE, "immediacy", "ca10", REENTRY)
    stood = next(each for each in found_.helps if each.rule == "threat_continuing")
    assert "phone" in stood.voices


def test_a_count_that_does_not_last_has_no_later_part() -> None:
    short = REENTRY.replace("continuing: yes", "continuing: no")
    body = threats(threat(JUNE, "june"), threat(_gate(", ended: 2026-09-12 00:20"), "gate")) + NUN
    assert not element(body, "immediacy", "ca10", short).on_word
