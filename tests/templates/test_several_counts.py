"""What the memo prints where one demand covered several counts, and where counts part."""

from __future__ import annotations

from tests.analysis.parts import counts
from tests.templates.test_duress_memo import FROM_TO, LASTING, LATE, REST, TWO_COUNTS, memo

TWO = counts(f"offense: robbery, {FROM_TO}", f"offense: fraud, {FROM_TO}")
BOTH = TWO_COUNTS.replace("demanded_offense: count-1", "demanded_offense: [count-1, count-2]")
"""The threat to the client demanded both counts."""
BARRED = counts(f"offense: murder, {FROM_TO}", f"offense: fraud, {FROM_TO}")
MIXED = counts(f"offense: robbery, {FROM_TO}", f"offense: firearm_possession, {FROM_TO}")


def test_each_count_that_was_demanded_is_named_with_the_demand() -> None:
    assert (
        "Demanded: not recorded (counts 1 and 2)." in memo(BOTH, charges=TWO)["demands/demand/one"]
    )
    assert "Demanded: not recorded (count 2)." in memo(BOTH, charges=TWO)["demands/demand/two"]


def test_a_demand_for_both_counts_leaves_none_untied() -> None:
    found = memo(BOTH, charges=TWO)
    assert found["elements/standings/duress"].endswith("\t1, 2")
    assert found["answer/duress"].startswith("Probably yes, if the Ninth Circuit has the defense")
    assert "answer/reach_of_demand" not in found


def test_the_answer_parts_the_counts_by_what_can_be_said_of_each() -> None:
    clear = memo(
        TWO_COUNTS.replace("count-1", "count-9")
        .replace("count-2", "count-1")
        .replace("count-9", "count-2"),
        charges=MIXED,
    )["answer/duress"]
    assert clear.startswith("Probably yes for count 2. Not for count 1, as the record stands:")
    barred = memo(TWO_COUNTS, charges=BARRED)["answer/duress"]
    assert barred.startswith("Not for count 1, for which the authorities found say that")
    assert "Not for count 2, as the record stands: not every element is shown there" in barred
    assert "for no count to which the defense may be open as a whole" in barred
    over = memo(BOTH, charges=BARRED)["answer/duress"]
    assert "; for count 2 it cannot be said yet. Taken in its best light" in over


def test_a_count_that_no_threat_reaches_leaves_its_availability_a_further_condition() -> None:
    found = memo(
        TWO_COUNTS.replace("count-1", "count-9")
        .replace("count-2", "count-1")
        .replace("count-9", "count-2"),
        charges=MIXED,
    )
    assert found["answer/unsettled"].endswith(
        "for count 1 was not found; an answer for the defense would need that too."
    )


def test_a_part_of_a_lasting_count_is_told_in_a_sentence_of_its_own() -> None:
    two = LASTING + counts(
        "offense: robbery, start: 2024-10-01 10:00, end: 2024-10-01 11:00"
    ).replace("charges:\n", "").replace("count-1, count: 1", "count-2, count: 2")
    told = memo(LATE + REST, charges=two, district="nyed")["answer/duress"]
    assert "For count 1 in part only: no threat that shows every element stood over the" in told


MISSED = """\
threats:
  - {id: one, speaker: rolo, kinds: [death], against: [client], specific: yes, watching: yes,
     when: 2026-03-14 05:00, ended: 2026-03-14 06:55, demanded_offense: [count-1, count-2]}
opportunities: [{id: opp, what: a stop, when: 2026-03-14 05:00, watched: yes}]
"""


def test_a_count_that_the_threat_did_not_stand_for_is_not_asked_about_again() -> None:
    later = counts(
        f"offense: robbery, {FROM_TO}", "offense: fraud, start: 2026-03-16, end: 2026-03-17"
    )
    found = memo(MISSED, charges=later)
    assert "Not for count 2, as the record stands" in found["answer/duress"]
    told = found["answer/reach_of_demand"]
    assert "Recorded as demanding count 2 among others, and not standing while it went on:" in told
    assert "Nothing else that demanded it shows threat of death or serious bodily injury" in told
    assert "is not known" not in told
    assert "and not standing while it went on" in found["missing/untied/threat/count-2"]
    assert "group/task/investigation/reach_of_demand" not in found


def test_what_a_statute_leaves_open_is_called_an_inference() -> None:
    gun = counts(f"offense: firearm_in_crime, minimum_months: 84, {FROM_TO}")
    told = memo("sentencing: {floor_months: 84}\n", charges=gun)["answer/fallback"]
    assert "and coercion is none; that nothing else lets a court go below it is" in told
    assert "is derived" not in told
