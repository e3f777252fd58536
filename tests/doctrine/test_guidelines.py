from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TypeVar

import pytest

from drafter import yamlfile
from drafter.doctrine.authority import Authority, Outward
from drafter.doctrine.bundle import LAW
from drafter.doctrine.guidelines import (
    Adjustment,
    AdjustmentPoint,
    Amendment,
    FactorGroup,
    FactorRole,
    LevelStep,
    PolicyStatement,
    SentencingFactor,
)
from drafter.doctrine.marks import Words
from drafter.doctrine.records import Record, RecordFault

T = TypeVar("T", PolicyStatement, SentencingFactor, Adjustment)
MARKS = {"words": "primary", "holding": "direct", "cite_check": None}


def load(folder: str, kind: type[T]) -> dict[str, T]:
    found = sorted((LAW / "guidelines" / folder).glob("*.yaml"))
    return {each.stem: kind.from_record(Record(yamlfile.read(each).value)) for each in found}


def authority(id: str) -> Authority:
    return Authority.from_record(Record(yamlfile.read(LAW / f"authorities/{id}.yaml").value))


@pytest.fixture(scope="module")
def statements() -> list[PolicyStatement]:
    found = load("ussg_5k2_12", PolicyStatement).values()
    return sorted(found, key=lambda each: each.period.start or date.min)


@pytest.fixture(scope="module")
def factors() -> dict[str, SentencingFactor]:
    return load("factors", SentencingFactor)


@pytest.fixture(scope="module")
def adjustments() -> dict[str, Adjustment]:
    return load("adjustments", Adjustment)


def test_the_three_texts_follow_each_other_without_a_hole(
    statements: list[PolicyStatement],
) -> None:
    assert len(statements) == 3
    for earlier, later in pairwise(statements):
        assert earlier.period.end is not None
        assert earlier.period.end + timedelta(days=1) == later.period.start
        assert earlier.ended == later.began
        assert earlier.ended.effective == later.period.start


@pytest.mark.parametrize(
    ("day", "at"),
    [
        (date(1987, 10, 31), None),
        (date(1987, 11, 1), 0),
        (date(2003, 10, 26), 0),
        (date(2003, 10, 27), 1),
        (date(2004, 10, 31), 1),
        (date(2004, 11, 1), 2),
        (date(2025, 10, 31), 2),
        (date(2025, 11, 1), None),
    ],
)
def test_the_text_of_a_day(statements: list[PolicyStatement], day: date, at: int | None) -> None:
    stood = [each for each in statements if each.in_force(day)]
    assert stood == ([] if at is None else [statements[at]])


def test_what_each_amendment_changed(statements: list[PolicyStatement]) -> None:
    first, second, third = statements
    assert [("proportionality" in each.text) for each in statements] == [False, True, True]
    assert "economic hardship" in first.text
    assert "Notwithstanding this policy statement" in second.text
    assert "decrease the sentence below the applicable guideline range" in second.text
    assert "the court may depart downward" in third.text
    assert third.ended.effective == date(2025, 11, 1)
    assert (first.began, third.ended.authority) == (None, "ussg_amend_836")


def test_the_authority_quotes_the_text_of_its_period(statements: list[PolicyStatement]) -> None:
    for each, id in zip(
        statements,
        ("ussg_5k2_12@1987-11-01", "ussg_5k2_12@2003-10-27", "ussg_5k2_12"),
        strict=True,
    ):
        cited = authority(id)
        assert cited.period == each.period
        assert cited.quote is not None
        assert each.text.startswith(cited.quote)


def test_a_text_prints_where_it_was_read(statements: list[PolicyStatement]) -> None:
    assert statements[0].label.startswith("quoted from an unofficial copy of Appendix C")
    assert all("not cite-checked" in each.label for each in statements)


def test_proportionality_is_a_factor_only_since_amendment_651(
    factors: dict[str, SentencingFactor],
) -> None:
    departure = {id: each for id, each in factors.items() if each.group is FactorGroup.DEPARTURE}
    assert len(departure) == 7
    old = {id for id, each in departure.items() if each.in_force(date(2003, 10, 26))}
    assert old == set(departure) - {"proportionality"}
    assert all(each.in_force(date(2003, 10, 27)) for each in departure.values())


def test_no_departure_factor_outlives_the_policy_statement(
    factors: dict[str, SentencingFactor],
) -> None:
    alive = [each for each in factors.values() if each.in_force(date(2025, 11, 1))]
    assert {each.group for each in alive} == {FactorGroup.VARIANCE}
    assert len(alive) == 12


def test_economic_pressure_is_the_only_bar(factors: dict[str, SentencingFactor]) -> None:
    bars = [id for id, each in factors.items() if each.role is FactorRole.BAR]
    assert bars == ["economic_bar"]


def test_factors_and_adjustments_have_one_order_each(
    factors: dict[str, SentencingFactor], adjustments: dict[str, Adjustment]
) -> None:
    assert len({each.order for each in factors.values()}) == len(factors) == 19
    assert sorted(each.order for each in adjustments.values()) == [1, 2, 3, 4, 5, 6]


def test_the_safety_valve_asks_its_five_facts(adjustments: dict[str, Adjustment]) -> None:
    valve = adjustments["safety_valve"]
    assert [each.authority for each in valve.conditions] == [
        f"usc18_3553_f{number}" for number in range(1, 6)
    ]
    assert valve.steps == ()
    assert valve.conditions[0].research == ("pulsifer_scotus_2024",)


def test_the_drug_role_comes_before_the_role_and_with_its_manual(
    adjustments: dict[str, Adjustment],
) -> None:
    drug = adjustments["drug_role"]
    assert drug.order < adjustments["role"].order
    assert not drug.in_force(date(2025, 10, 31))
    assert drug.in_force(date(2025, 11, 1))
    assert drug.offenses == ("drug_trafficking",)


def test_the_clause_on_threats_or_fear_never_goes_outward(
    adjustments: dict[str, Adjustment],
) -> None:
    fear = next(
        each for each in adjustments["drug_role"].conditions if each.id == "threats_or_fear"
    )
    assert fear.authority is not None
    assert authority(fear.authority).outward is Outward.NEVER
    assert adjustments["drug_role"].outward is Outward.QUOTED_WORDS_ONLY


@pytest.mark.parametrize(
    ("id", "levels"),
    [("acceptance", [-2, -1]), ("role", [-4, -3, -2]), ("zero_point", [-2])],
)
def test_steps_lower_the_level(
    adjustments: dict[str, Adjustment], id: str, levels: list[int]
) -> None:
    assert [step.levels for step in adjustments[id].steps] == levels


@pytest.mark.parametrize(
    ("ids", "outward"),
    [
        (
            "amparo_ca1_1992 keller_ca7_2004 coleman_ca6_1999 lopez_murcia_ca5 grimes_ca9_1994",
            Outward.NEVER,
        ),
        (
            "sachdev_ca1_2002 amor_ca2_1994 cotto_ca2_2003 johnson_ca9_1992 sammoury_cadc_1996 "
            "rooney_med_2005 enoch_ca11_2015",
            Outward.QUOTED_WORDS_ONLY,
        ),
        ("cheape_ca3_1989 peugh_scotus_2013 irizarry_scotus_2008", Outward.ALLOWED),
    ],
)
def test_what_may_go_outward(ids: str, outward: Outward) -> None:
    for id in ids.split():
        assert authority(id).outward is outward, id


def test_what_was_never_seen_is_a_lead() -> None:
    for id in ("rita_scotus_2007", "pulsifer_scotus_2024", "frcrp_32_i4", "mnd_lr_83_10"):
        assert authority(id).marks.words is Words.NONE
        assert authority(id).is_lead


def test_sentencing_law_ships_without_a_cite_check(
    factors: dict[str, SentencingFactor],
    adjustments: dict[str, Adjustment],
    statements: list[PolicyStatement],
) -> None:
    shipped = [
        *(each.marks for each in factors.values()),
        *(each.marks for each in adjustments.values()),
        *(each.marks for each in statements),
    ]
    assert len(shipped) == 28
    assert all(marks.cite_check is None for marks in shipped)


def cited(factor: SentencingFactor | Adjustment) -> set[str]:
    found = {factor.authority, *factor.authorities}
    if isinstance(factor, Adjustment):
        points = (*factor.conditions, *factor.cautions)
        found |= {each.authority for each in points if each.authority}
    return found


def test_everything_cited_was_seen(
    factors: dict[str, SentencingFactor], adjustments: dict[str, Adjustment]
) -> None:
    ids = set().union(*map(cited, factors.values()), *map(cited, adjustments.values()))
    assert len(ids) > 40
    assert [id for id in sorted(ids) if authority(id).is_lead] == []


FACTOR = {
    "id": "f",
    "order": "1",
    "group": "variance",
    "role": "ground",
    "title": "T",
    "statement": "S",
    "question": "Q",
    "authority": "a",
    "marks": MARKS,
}


@pytest.mark.parametrize("missing", ["order", "group", "role", "authority", "marks"])
def test_a_factor_without_what_it_needs_is_refused(missing: str) -> None:
    raw = {name: value for name, value in FACTOR.items() if name != missing}
    assert SentencingFactor.from_record(Record(FACTOR)).order == 1
    with pytest.raises(RecordFault):
        SentencingFactor.from_record(Record(raw))


def test_an_adjustment_needs_its_order_and_a_step_its_levels() -> None:
    raw = {"id": "x", "title": "T", "authority": "a", "marks": MARKS}
    with pytest.raises(RecordFault, match="order"):
        Adjustment.from_record(Record(raw))
    with pytest.raises(RecordFault, match="levels"):
        LevelStep.from_record(Record({"id": "s", "when": "w"}))
    with pytest.raises(RecordFault, match="levle"):
        LevelStep.from_record(Record({"id": "s", "levle": "-2", "when": "w"}))


def test_an_amendment_needs_its_day_and_a_point_its_statement() -> None:
    with pytest.raises(RecordFault, match="effective"):
        Amendment.from_record(Record({"authority": "a", "change": "c"}))
    with pytest.raises(RecordFault, match="statement"):
        AdjustmentPoint.from_record(Record({"id": "p"}))
