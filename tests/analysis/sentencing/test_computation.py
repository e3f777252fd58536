"""Levels through the table, the floor under the ask, and the adjustments with their conditions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.analysis.sentencing.adjustment_types import AdjustmentFinding
from drafter.analysis.sentencing.computation_types import RangeEffect
from drafter.analysis.sentencing.floor_types import FloorState
from drafter.analysis.sentencing.types import SentencingFindings
from drafter.casefile.plea import Argument
from tests.analysis.sentencing.sentences import TABLE, computation, counts, factor, found

AFTER = "sentencing: 2026-05-04"
COOPERATION = "cooperation: {{id: coop, basis: document, status: {status}}}\n"


def entered(more: str = "", level: int = 24, category: str = "I") -> SentencingFindings:
    line = computation("sentencing_manual", "2025-11-01", level, more)
    return found(dates=AFTER, sentencing=[line.replace("category: I", f"category: {category}")])


@pytest.mark.parametrize(("cell", "words"), TABLE.items())
def test_levels_are_read_in_the_table_and_bounded_by_its_ends(
    cell: tuple[int, str], words: str
) -> None:
    level, category = cell
    (finding,) = entered(level=level, category=category).computations
    assert finding.range.text == words
    assert finding.bounded is (not 1 <= level <= 43)
    assert finding.total == level


@given(st.integers(-10, 60), st.lists(st.integers(-8, 8), max_size=6))
def test_the_total_is_the_base_and_its_steps(base: int, steps: list[int]) -> None:
    rows = ", ".join(
        f"{{id: s{at}, what: step, guideline: USSG § 3B1.2, levels: {n}, position: stipulated}}"
        for at, n in enumerate(steps)
    )
    (finding,) = entered(f", adjustments: [{rows}]", base).computations
    assert finding.total == base + sum(steps)
    assert 1 <= finding.level <= 43


def test_a_range_that_counsel_entered_takes_the_place_of_the_tables() -> None:
    (finding,) = entered(", low_months: 60").computations
    assert (finding.table.text, finding.range.text) == ("51 to 63 months", "60 to 63 months")
    assert (finding.overridden, finding.zone) == (True, None)


def test_a_range_entered_as_the_table_has_it_is_the_tables() -> None:
    (finding,) = entered(", low_months: 51, high_months: 63").computations
    assert not finding.overridden
    assert finding.zone is not None
    assert finding.zone.id == "D"


def test_on_remand_the_computation_under_the_first_manual_governs() -> None:
    findings = found(
        charges=counts("2023-03-14"),
        proceeding="remand",
        dates="first_sentencing: 2024-06-03, sentencing: 2026-12-04",
        sentencing=[computation("sentencing_manual", "2023-11-01")],
    )
    assert findings.governing is not None
    assert findings.governing.id == "sentencing_manual"


def test_no_computation_governs_while_the_manual_is_not_settled() -> None:
    findings = found(
        charges=counts("unknown"),
        dates=AFTER,
        sentencing=[computation("sentencing_manual", "2025-11-01")],
    )
    assert findings.governing is None
    assert findings.computations


@pytest.mark.parametrize(
    ("lines", "state", "supported"),
    [
        ([], FloorState.NO_ASK, None),
        (["ask: {months: 36}"], FloorState.FLOOR_UNKNOWN, None),
        (["ask: {months: 36}", "floor_months: 0"], FloorState.NOT_BELOW, None),
        (["ask: {months: 60}", "floor_months: 60"], FloorState.NOT_BELOW, None),
        (["ask: {months: 59}", "floor_months: 60"], FloorState.BELOW_WITHOUT_ROAD, None),
        (["ask: {months: 59}", "floor_months: life"], FloorState.BELOW_WITHOUT_ROAD, None),
        (["ask: {months: 59, legal_road: none_needed}", "floor_months: 60"],
         FloorState.BELOW_WITHOUT_ROAD, None),
        (["ask: {months: 59, legal_road: section_3553f}", "floor_months: 60"],
         FloorState.BELOW_WITH_ROAD, None),
        (["ask: {months: 59, legal_road: section_3553f}", "floor_months: 60",
          "safety_valve: {no_violence: no}"], FloorState.BELOW_WITH_ROAD, False),
        (["ask: {months: 59, legal_road: section_3553f}", "floor_months: 60",
          "safety_valve: {history: yes, no_violence: yes, no_death_or_injury: yes,"
          " not_leader: yes, truthful_disclosure: yes}"], FloorState.BELOW_WITH_ROAD, True),
        (["ask: {months: 59, legal_road: section_3553e}", "floor_months: 60"],
         FloorState.BELOW_WITH_ROAD, None),
    ],
)  # fmt: skip
def test_the_minimum_is_a_floor(
    lines: list[str], state: FloorState, supported: bool | None
) -> None:
    floor = found(dates=AFTER, charges=counts("2025-12-02").replace(
        "minimum_months: 0, ", ""), sentencing=lines).floor  # fmt: skip
    assert (floor.state, floor.road_supported) == (state, supported)
    assert floor.below is state.value.startswith("below")


def test_until_the_total_is_entered_the_largest_minimum_of_one_count_binds() -> None:
    charges = counts("2025-12-02", "2025-12-03").replace("minimum_months: 0", "minimum_months: 60")
    floor = found(dates=AFTER, charges=charges, sentencing=["ask: {months: 100}"]).floor
    assert (floor.bound, floor.state) == (60, FloorState.FLOOR_UNKNOWN)
    lower = found(dates=AFTER, charges=charges, sentencing=["ask: {months: 59}"]).floor
    assert (lower.months, lower.state) == (None, FloorState.BELOW_WITHOUT_ROAD)
    total = found(
        dates=AFTER, charges=charges, sentencing=["ask: {months: 59}", "floor_months: 0"]
    ).floor
    assert (total.bound, total.state) == (0, FloorState.NOT_BELOW)
    assert [each.id for each in total.above] == ["count-1", "count-2"]
    assert lower.above == ()


@pytest.mark.parametrize(
    ("status", "supported"), [("none", False), ("motion_expected", None), ("motion_filed", True)]
)
def test_a_sentence_for_assistance_needs_the_governments_motion(
    status: str, supported: bool | None
) -> None:
    findings = found(
        COOPERATION.format(status=status),
        dates=AFTER,
        sentencing=["ask: {months: 30, legal_road: section_3553e}", "floor_months: 60"],
    )
    assert findings.floor.road_supported is supported


@pytest.mark.parametrize(
    ("floor", "effect"),
    [
        ("0", RangeEffect.NONE),
        ("51", RangeEffect.NONE),
        ("52", RangeEffect.ACROSS),
        ("63", RangeEffect.ACROSS),
        ("64", RangeEffect.BELOW),
        ("life", RangeEffect.BELOW),
    ],
)
def test_what_the_minimum_does_to_the_range(floor: str, effect: RangeEffect) -> None:
    findings = found(
        charges=counts("2025-12-02"),
        dates=AFTER,
        sentencing=[computation("sentencing_manual", "2025-11-01"), f"floor_months: {floor}"],
    )
    assert findings.floor.effect is effect
    cautions = {each.id for each in findings.floor.adjustment.cautions}
    assert ("range_across" in cautions) is (effect is RangeEffect.ACROSS)
    assert ("range_below" in cautions) is (effect is RangeEffect.BELOW)


@pytest.mark.parametrize(
    ("statute", "offense", "minimum", "floor", "apart"),
    [
        ("18 U.S.C. §§ 924(c)(1)(A) and 2", "firearm_in_crime", "60", "60", True),
        ("18 U.S.C. § 1028A(a)(1)", "identity_theft", "24", "24", True),
        ("18 U.S.C. § 1028A(a)(1)", "identity_theft", "24", "0", False),
        ("18 U.S.C. § 1028A(a)(1)", "identity_theft", "24", "life", False),
        ("18 U.S.C. § 1028(a)(7)", "identity_theft", "24", "24", False),
        ("18 U.S.C. § 922(g)(1)", "firearm_possession", "60", "60", False),
    ],
)
def test_no_range_is_held_against_a_term_that_may_run_after_every_other(
    statute: str, offense: str, minimum: str, floor: str, apart: bool
) -> None:
    charges = counts("2025-12-02", offense=offense).replace("21 U.S.C. § 952", f'"{statute}"')
    findings = found(
        charges=charges.replace("minimum_months: 0", f"minimum_months: {minimum}"),
        dates=AFTER,
        sentencing=[
            computation("sentencing_manual", "2025-11-01"),
            f"floor_months: {floor}",
            "ask: {months: 24, legal_road: none_needed, reasons: The threat.}",
        ],
    )
    assert bool(findings.floor.apart) is apart
    assert (findings.below_range is None) is apart
    assert (findings.floor.effect is RangeEffect.UNKNOWN) is apart
    (entered,) = findings.computations
    assert (entered.effect is RangeEffect.UNKNOWN) is apart


@pytest.mark.parametrize(
    ("title", "minimum", "noted"),
    [
        ("Murder in the first degree", "life", True),
        ("First-degree murder", "", True),
        ("Murder", "life", True),
        ("Murder in the second degree", "0", False),
    ],
)
def test_murder_in_the_first_degree_means_life(title: str, minimum: str, noted: bool) -> None:
    charges = counts("2025-12-02", offense="murder").replace(
        "title: Importation", f"title: {title}"
    )
    charges = charges.replace(
        "minimum_months: 0, ", f"minimum_months: {minimum}, " if minimum else ""
    )
    floor = found(dates=AFTER, charges=charges).floor
    assert [each.id for each in floor.mandatory_life] == (["count-1"] if noted else [])
    assert ("life" in {each.id for each in floor.adjustment.cautions}) is noted


def adjustment(findings: SentencingFindings, id: str) -> AdjustmentFinding | None:
    return next((each for each in findings.adjustments if each.id == id), None)


@pytest.mark.parametrize(
    ("offense", "dates", "more", "shown"),
    [
        ("drug_trafficking", AFTER, {}, True),
        ("fraud", AFTER, {}, False),
        ("drug_trafficking", "sentencing: 2025-10-31", {}, False),
        ("drug_trafficking", "first_sentencing: 2025-10-01, sentencing: 2026-12-04",
         {"proceeding": "remand"}, False),
    ],
)  # fmt: skip
def test_the_drug_role_instruction_counts_from_the_manual_of_2025_in_drug_cases(
    offense: str, dates: str, more: dict[str, str], shown: bool
) -> None:
    findings = found(charges=counts("2024-12-02", offense=offense), dates=dates, **more)
    assert (adjustment(findings, "drug_role") is not None) is shown
    ids = [each.id for each in findings.adjustments]
    assert ids == [id for id in ("acceptance", "drug_role", "role", "zero_point") if id in ids]


def test_the_earlier_manual_in_its_entirety_loses_the_drug_role_instruction() -> None:
    findings = found(
        charges=counts("2024-12-02"),
        dates=AFTER,
        sentencing=[
            computation("offense_manual", "2024-11-01", 20),
            computation("sentencing_manual", "2025-11-01", 24),
        ],
    )
    assert findings.governing is not None
    assert findings.governing.id == "offense_manual"
    assert adjustment(findings, "drug_role") is None


def test_what_counsel_claims_stands_with_its_guideline() -> None:
    steps = (
        ", adjustments: [{id: r, what: minor role, guideline: USSG § 3B1.2(b), levels: -2,"
        " position: disputed}]"
    )
    findings = entered(steps)
    role, acceptance = adjustment(findings, "role"), adjustment(findings, "acceptance")
    assert role is not None
    assert acceptance is not None
    assert ([each.id for each in role.claimed], acceptance.claimed) == (["r"], ())


@pytest.mark.parametrize(
    ("position", "words"),
    [
        ("sought by the defense", "63 to 78 months"),
        ("disputed", "63 to 78 months"),
        ("not opposed", None),
        ("stipulated", None),
        ("undisputed", None),
    ],
)
def test_a_contested_step_is_left_out_beside(position: str, words: str | None) -> None:
    step = (
        ", adjustments: [{id: r, what: minor role, guideline: USSG § 3B1.2(b), levels: -2,"
        f" position: {position}}}]"
    )
    (finding,) = entered(step, level=26).computations
    assert (finding.level, finding.range.text) == (24, "51 to 63 months")
    assert (finding.without.range.text if finding.without else None) == words


@pytest.mark.parametrize(
    ("level", "more", "reached"),
    [
        (16, "", True),
        (15, "", False),
        (15, "{id: l, what: loss, guideline: USSG § 2B1.1, levels: 2, position: disputed}", None),
        (15, "{id: l, what: loss, guideline: USSG § 2B1.1, levels: 2, position: stipulated}", True),
        (17, "{id: r, what: role, guideline: USSG § 3B1.2, levels: -2, position: agreed}", None),
    ],
)
def test_the_third_level_of_acceptance_takes_sixteen(
    level: int, more: str, reached: bool | None
) -> None:
    acceptance = adjustment(entered(f", adjustments: [{more}]", level=level), "acceptance")
    assert acceptance is not None
    assert [each.reached for each in acceptance.steps] == [None, reached]
    none_entered = adjustment(found(dates=AFTER), "acceptance")
    assert none_entered is not None
    assert [each.reached for each in none_entered.steps] == [None, None]


@pytest.mark.parametrize(("level", "told"), [(16, True), (15, False)])
def test_what_does_not_cost_the_third_level_is_told_where_there_is_one(
    level: int, told: bool
) -> None:
    line = computation("sentencing_manual", "2025-11-01", level)
    findings = found(dates=f"trial: 2026-01-12, {AFTER}", sentencing=[line])
    acceptance = adjustment(findings, "acceptance")
    assert acceptance is not None
    assert ("preparing" in {each.id for each in acceptance.cautions}) is told


def test_surrender_counts_toward_acceptance() -> None:
    body = """\
events:
  - {id: told, kind: surrender, when: 2025-03-15, what: Told an officer.}
"""
    acceptance = adjustment(found(body, dates=AFTER), "acceptance")
    assert acceptance is not None
    condition = next(each for each in acceptance.conditions if each.id == "surrendered")
    # Whether it came promptly is a judgment; how long it took is not.
    assert (condition.answer, [each.id for each in condition.facts]) == (None, ["told"])
    assert condition.interval is not None
    assert condition.interval.id == "offense_to_surrender"
    bare = adjustment(found(dates=AFTER), "acceptance")
    assert bare is not None
    assert [each.answer for each in bare.conditions] == [None, None]
    assert [each.interval for each in bare.conditions] == [None, None]


@pytest.mark.parametrize(
    ("benefit", "helps", "hurts"),
    [
        ("received: yes", [], ["b"]),
        ("received: no", ["b"], []),
        ("promised: no, received: no", ["b"], []),
        ("promised: yes, received: no", [], ["b"]),
        ("promised: yes", [], ["b"]),
        ("received: unknown", [], []),
        ("received: yes, given_up: yes", ["b"], ["b"]),
        ("received: yes, given_up: no", [], ["b"]),
    ],
)
def test_what_was_promised_was_stood_to_gain(
    benefit: str, helps: list[str], hurts: list[str]
) -> None:
    body = f"benefits:\n  - {{id: b, basis: document, what: Money, {benefit}}}\n"
    findings = found(body, dates=AFTER)
    role, drug_role = adjustment(findings, "role"), adjustment(findings, "drug_role")
    assert role is not None
    assert drug_role is not None
    gain = next(each for each in role.conditions if each.id == "gain")
    assert ([each.id for each in gain.facts], [each.id for each in gain.against]) == (helps, hurts)
    fear = next(each for each in drug_role.conditions if each.id == "threats_or_fear")
    assert [each.id for each in fear.against] == hurts
    # The government will speak of what may have been received, and counsel has to ask.
    told = any(each.id == "benefit" for each in findings.weaknesses)
    assert told is not (bool(helps) and not hurts)
    circumstances = factor(findings, "circumstances")
    assert [each.id for each in circumstances.helps] == (helps if hurts else [])


def test_what_is_told_of_the_client_and_the_plan_stands_beside_the_coercers_orders() -> None:
    body = (
        "threats: [{id: t, kinds: [death], demanded_offense: count-1}]\n"
        "codefendants:\n"
        "  - {id: said, basis: document, person: rolo, role: drove, status: pending,"
        " statements: Says that she agreed}\n"
        "  - {id: still, basis: document, person: rolo, role: waited, status: pending,"
        " spoke_of_client: no}\n"
        "other_acts: [{id: text, basis: document, kind: willingness, what: Wrote of money}]\n"
    )
    role = adjustment(found(body, dates=AFTER), "role")
    assert role is not None
    planning = next(each for each in role.conditions if each.id == "planning")
    assert [each.id for each in planning.facts] == ["t"]
    assert [each.id for each in planning.against] == ["text", "said"]


@pytest.mark.parametrize(
    ("answers", "met"),
    [
        ("", None),
        ("safety_valve: {history: yes, no_violence: yes, no_death_or_injury: yes, not_leader: yes}",
         None),
        ("safety_valve: {history: yes, no_violence: yes, no_death_or_injury: yes, not_leader: yes,"
         " truthful_disclosure: yes}", True),
        ("safety_valve: {not_leader: no}", False),
    ],
)  # fmt: skip
def test_the_safety_valve_has_five_facts(answers: str, met: bool | None) -> None:
    valve = found(dates=AFTER, sentencing=[answers] if answers else []).safety_valve
    assert len(valve.conditions) == 5
    assert (valve.applies, valve.met) == (True, met)


@pytest.mark.parametrize(
    ("offense", "statute", "listed"),
    [
        ("conspiracy", "21 U.S.C. § 846", True),
        ("conspiracy", "21 U.S.C. §§ 841(b)(1)(A), 846", True),
        ("conspiracy", "21 U.S.C. § 963", True),
        ("conspiracy", "18 U.S.C. § 371", False),
        ("conspiracy", "18 U.S.C. § 846", False),
        ("conspiracy", "21 U.S.C. § 8461", False),
        # A firearm carried in drug trafficking is none of it, whatever it names.
        ("firearm_in_crime", "18 U.S.C. § 924(c); 21 U.S.C. § 841", False),
    ],
)
def test_a_drug_conspiracy_is_listed_by_the_statute_that_it_is_charged_under(
    offense: str, statute: str, listed: bool
) -> None:
    charge = counts("2025-11-02", offense=offense).replace("21 U.S.C. § 952", f'"{statute}"')
    findings = found(dates=AFTER, charges=charge)
    valve = findings.safety_valve
    assert (bool(valve.charges), bool(valve.unlisted)) == (listed, not listed)
    assert ("drug_role" in [each.id for each in findings.adjustments]) is listed
    asked = [each.argument for each in findings.plea if each.arises]
    assert (Argument.SAFETY_VALVE in asked) is listed


def test_the_safety_valve_is_for_listed_offenses_only() -> None:
    valve = found(
        charges=counts("2025-12-02", offense="firearm_in_crime"), dates=AFTER
    ).safety_valve
    assert (valve.applies, valve.met) == (False, False)
    assert [each.id for each in valve.unlisted] == ["count-1"]
