"""What a filing does not state as the defense’s own computation: steps that others seek."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.analysis.sentencing.outlines import FULL, SENTENCE
from tests.analysis.sentencing.sentences import computation, counts
from tests.composition.test_mitigation_outline import outline
from tests.templates.test_mitigation_outline import blocks, told_in

STEP = (
    ", adjustments: [{id: courier, what: use of a courier, guideline: USSG § 2D1.1(b)(16),"
    " levels: 2, position: %s}%s]"
)
VALVE = ", {id: valve, what: safety valve, guideline: USSG § 2D1.1(b)(18), levels: -2, position: x}"
OBJECTED = (
    "psr_objections: [{id: p, paragraph: ¶ 34, resolved: %s,"
    " objection: The two levels for use of a courier have no basis.}]"
)
OTHER = tuple(each for each in SENTENCE if not each.startswith("psr_objections"))
DISPUTED = "computation/contested/sentencing_manual"


def one(position: str, *more: str) -> tuple[str, ...]:
    return (
        *OTHER,
        computation("sentencing_manual", "2025-11-01", 20, STEP % (position, "")),
        *more,
    )


def two(position: str, more: str = "") -> tuple[str, ...]:
    """Steps of the later Manual, which the earlier one has not."""
    steps = STEP % (position, more)
    none = re.sub(r"levels: -?\d", "levels: 0", re.sub(r"\{id: (\w+)", r"{id: no-\1", steps))
    return (
        *OTHER,
        computation("offense_manual", "2024-11-01", 20, none),
        computation("sentencing_manual", "2025-11-01", 20, steps),
    )


@pytest.mark.parametrize(
    ("position", "resolved", "contested"),
    [
        ("probation", None, True),
        ("the government", None, True),
        ("presentence report ¶ 34", None, True),
        ("disputed", None, True),
        ("expected", "no", True),
        ("stipulated", "no", True),
        ("expected", "yes", False),
        ("expected", None, False),
        ("stipulated", None, False),
        ("agreed with the government", None, False),
        ("probation; not disputed", None, False),
    ],
)
def test_what_others_seek_or_the_defense_objects_to_is_contested(
    position: str, resolved: str | None, contested: bool
) -> None:
    lines = one(position, *((OBJECTED % resolved,) if resolved else ()))
    told = blocks(FULL, lines, charges=counts("2025-11-02"))
    assert (DISPUTED in told) is contested


def test_the_working_edition_has_what_is_not_settled_and_what_a_filing_has() -> None:
    lines = one("probation")
    lines = tuple(
        each.replace("}]}", f"}}{VALVE.replace(': x', ': sought by the defense')}]}}")
        for each in lines
    )
    told = blocks(FULL, lines, charges=counts("2025-11-02"))[DISPUTED]
    assert told.startswith("Without what is not settled (use of a courier, 2; safety valve, −2)")
    assert "the level is 20 and the range 33 to 41 months." in told
    assert (
        "With what the defense itself seeks, and without the rest of that, the level is 18 and the"
        " range 27 to 33 months: so a filing has it." in told
    )
    alone = blocks(FULL, one("probation"), charges=counts("2025-11-02"))[DISPUTED]
    assert "so a filing has it" not in alone


@pytest.mark.parametrize(
    ("day", "words"),
    [("2026-11-20", "Disclosed on November 20, 2026"), ("2027-01-08", "Expected on January 8")],
)
def test_a_report_of_a_day_to_come_is_not_told_as_disclosed(day: str, words: str) -> None:
    dates = f"psr_disclosed: {day}, sentencing: 2027-02-18"
    told = told_in(outline(dates=dates, charges=counts("2025-11-02")))
    assert words in told["caption/heading/report"]


def test_an_objection_is_to_the_steps_that_counsel_names() -> None:
    said = "psr_objections: [{id: p, paragraph: ¶ 9, objection: No basis., resolved: no%s}]"
    for steps, contested in ((", steps: [courier]", True), ("", False)):
        lines = one("expected", said % steps)
        told = blocks(FULL, lines, charges=counts("2025-11-02"))
        assert (DISPUTED in told) is contested


def test_an_objection_that_a_reduction_is_left_out_contests_nothing_the_defense_has() -> None:
    line = computation("sentencing_manual", "2025-11-01", 20, STEP % ("expected", ""))
    lines = (*OTHER, line.replace("levels: 2", "levels: -2"), OBJECTED % "no")
    assert DISPUTED not in blocks(FULL, lines, charges=counts("2025-11-02"))


def test_a_filing_gives_the_range_with_and_without_what_is_contested() -> None:
    told = told_in(outline("filing", sentencing=one("probation"), charges=counts("2025-11-02")))
    assert told["computation/levels/step/courier"] == (
        "Use of a courier (USSG § 2D1.1(b)(16); contested)\t2"
    )
    assert told["computation/levels/total"] == "Total, with what is contested\t22"
    assert told["computation/levels/ours"] == "Level without what is contested\t20"
    assert "is 41 to 51 months" in told["computation/range"]
    assert "the level is 20 and the range 33 to 41 months." in told["computation/range"]
    assert "it lies 29 months below the low end of the range; without" in told["ask/asked"]
    assert "it lies 21 months below the low end of the range." in told["ask/asked"]
    assert "defense computes" not in " ".join(told.values())


def test_what_the_defense_itself_seeks_stays_its_computation() -> None:
    lines = one("sought by the defense")
    told = told_in(outline("filing", sentencing=lines, charges=counts("2025-11-02")))
    assert "range as the defense computes it is 41 to 51 months" in told["computation/range"]
    assert "contested" not in " ".join(told.values())


@pytest.mark.parametrize("lines", [one, two])
def test_what_the_defense_seeks_is_not_passed_off_as_settled(
    lines: Callable[[str], tuple[str, ...]],
) -> None:
    role = ", {id: role%s, what: minor role, guideline: USSG § 3B1.2, levels: -2, position: %s}]"
    days = counts("2025-11-02" if lines is one else "2025-03-14")
    for position, told in (("sought by the defense", True), ("stipulated", False)):
        steps = tuple(
            each.replace("position: probation}]", f"position: probation}}{role % (at, position)}")
            for at, each in enumerate(lines("probation"))
        )
        filed = told_in(outline("filing", sentencing=steps, charges=days))
        assert ("What the defense itself seeks" in filed["computation/computed"]) is told
    # Beside sealed steps it would tell that one of them is sought.
    sealed = tuple(each.replace("minor role", "safety valve") for each in steps)
    sealed = tuple(each.replace("stipulated", "sought by the defense") for each in sealed)
    filed = told_in(outline("filing", sentencing=sealed, charges=days))
    assert "What the defense itself seeks" not in filed["computation/computed"]
    supplement = told_in(outline("sealed", sentencing=sealed, charges=days))
    assert "What the defense itself seeks" in supplement["computation/contested"]


def test_where_a_contested_step_brings_back_the_earlier_manual_the_filing_says_so() -> None:
    told = told_in(outline("filing", sentencing=two("probation")))
    assert told["manual/manual"].startswith("With every step, those that are contested included,")
    assert told["manual/manual"].endswith("finds of the steps that are contested.")
    assert told["computation/beside/step/no-courier"].endswith(
        "\t2 (USSG § 2D1.1(b)(16); contested)"
    )
    assert told["computation/beside/ours"] == (
        "Range without what is contested\tLevel 20: 33 to 41 months\tLevel 20: 33 to 41 months"
    )
    assert "the first of them applies" not in told["computation/computed"]
    turns = blocks(FULL, two("probation"))["computation/turns"]
    assert "may turn on what the court finds" in turns
    plain = told_in(outline("filing", sentencing=two("stipulated")))
    assert plain["manual/manual"].startswith("The Manual in effect at sentencing gives a higher")
    assert plain["computation/computed"].endswith("the first of them applies.")


def test_beside_sealed_steps_the_range_without_a_contested_one_is_under_seal_too() -> None:
    lines = two("probation", VALVE)
    lines = (*lines[:-2], lines[-2].replace("level: 20", "level: 18"), lines[-1])
    told = told_in(outline("filing", sentencing=lines))
    assert told["computation/beside/range"].startswith("Range with what is contested\t")
    assert "computation/beside/ours" not in told
    assert "the range without those that are contested" in told["computation/steps"]
    sealed = told_in(outline("sealed", sentencing=lines))
    assert sealed["computation/beside/step/no-courier"].endswith("; contested)")
    assert "Level 18" in sealed["computation/beside/ours"]
    assert sealed["computation/contested"].endswith("is for the Court to decide.")


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        ("months: 36, words: '36 months, then supervision'", "36 months, then supervision"),
        ("months: 0, words: probation for three years", "probation for three years"),
        ("months: 24, words: two years and no more", "two years and no more"),
        ("months: 24, words: time served", "24 months, time served"),
        ("months: 24, words: three years of supervised release after it",
         "24 months, three years of supervised release after it"),
        ("months: 24", "24 months"),
    ],
)  # fmt: skip
def test_the_sentence_asked_for_is_said_once(ask: str, words: str) -> None:
    lines = tuple(each for each in OTHER if not each.startswith("ask"))
    told = told_in(outline("filing", sentencing=(*lines, f"ask: {{{ask}}}")))
    assert told["ask/asked"].startswith(f"The defense asks for a sentence of {words}.")
