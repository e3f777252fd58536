"""The order of tests for the Manual: every row, every boundary day, every open moment."""

from __future__ import annotations

from datetime import date

import pytest

from drafter.doctrine.manual_selection import ManualChoice, Road
from drafter.errors import CaseFileError
from tests.analysis.sentencing.sentences import computation, counts, found, readings

BOTH, VARIANCE = Road.DEPARTURE_AND_VARIANCE, Road.VARIANCE_ONLY
ALTERNATIVE = Road.VARIANCE_DEPARTURE_IN_ALTERNATIVE
LOWER_THEN = (computation("offense_manual", "2024-11-01", 20),)


def compared(
    earlier: int, later: int, *, then: str = "2024-11-01", manual: str = "2025-11-01"
) -> tuple[str, str]:
    return (
        computation("offense_manual", then, earlier),
        computation("sentencing_manual", manual, later),
    )


@pytest.mark.parametrize(
    ("charges", "dates", "more", "reading", "road", "manual"),
    [
        # 1. the end of the offense is unknown
        (counts(""), "sentencing: 2026-05-04", {}, "dates.offense_end_unknown", ALTERNATIVE,
         ManualChoice.UNDETERMINED),
        (counts("unknown"), "sentencing: 2025-05-04", {}, "dates.offense_end_unknown",
         ALTERNATIVE, ManualChoice.UNDETERMINED),
        # what began after the deletion cannot have ended before it
        (counts("").replace("2003-01-10", "2025-11-01"), "sentencing: 2026-05-04", {},
         "otherwise.sentencing_manual", VARIANCE, ManualChoice.SENTENCING_DATE),
        (counts("").replace("2003-01-10", "2025-10-31"), "sentencing: 2026-05-04", {},
         "dates.offense_end_unknown", ALTERNATIVE, ManualChoice.UNDETERMINED),
        # 2. remand after an appeal
        (counts("2023-03-14"), "first_sentencing: 2025-10-31, sentencing: 2026-12-04",
         {"proceeding": "remand"}, "remand.first_sentenced_before", BOTH,
         ManualChoice.FIRST_SENTENCING),
        (counts("2023-03-14"), "first_sentencing: 2025-11-01, sentencing: 2026-12-04",
         {"proceeding": "remand"}, "remand.first_sentenced_after", VARIANCE,
         ManualChoice.FIRST_SENTENCING),
        (counts("2023-03-14"), "sentencing: 2026-12-04", {"proceeding": "remand"},
         "remand.first_sentencing_unknown", ALTERNATIVE, ManualChoice.UNDETERMINED),
        (counts("2023-03-14"), "first_sentencing: 2024-06-03, sentencing: 2026-12-04", {},
         "remand.first_sentenced_before", BOTH, ManualChoice.FIRST_SENTENCING),
        # 4. sentenced before the pivot
        (counts("2025-03-14"), "sentencing: 2025-10-31", {}, "sentenced_before_pivot.before",
         BOTH, ManualChoice.SENTENCING_DATE),
        # 5. separate counts on both sides of the Manual of the day of sentencing
        (counts("2025-10-31", "2025-11-01"), "sentencing: 2026-05-04", {},
         "straddling_counts.straddle", VARIANCE, ManualChoice.SENTENCING_DATE),
        (counts("2026-10-31", "2026-11-01"), "sentencing: 2027-05-04", {},
         "straddling_counts.straddle", VARIANCE, ManualChoice.SENTENCING_DATE),
        # of an older one the Manual of the offense is compared, as for one count
        (counts("2025-08-08", "2025-10-24", "2025-11-02"), "sentencing: 2027-02-18",
         {"sentencing": compared(20, 24, then="2025-11-01", manual="2026-11-01")},
         "later_manual.later_higher", VARIANCE, ManualChoice.OFFENSE_DATE),
        (counts("2025-10-24", "2025-11-02"), "sentencing: 2027-02-18",
         {"sentencing": compared(24, 20, then="2025-11-01", manual="2026-11-01")},
         "later_manual.equal_or_lower", VARIANCE, ManualChoice.SENTENCING_DATE),
        (counts("2025-10-24", "2025-11-02"), "sentencing: 2027-02-18", {},
         "later_manual.not_compared", VARIANCE, ManualChoice.SENTENCING_DATE),
        # 6. the two ranges compared
        (counts("2025-03-14"), "sentencing: 2026-05-04", {"sentencing": compared(20, 24)},
         "later_manual.later_higher_departure", BOTH, ManualChoice.OFFENSE_DATE),
        (counts("2025-03-14"), "sentencing: 2026-05-04", {"sentencing": compared(24, 24)},
         "later_manual.equal_or_lower", VARIANCE, ManualChoice.SENTENCING_DATE),
        (counts("2025-03-14"), "sentencing: 2026-05-04", {"sentencing": compared(24, 20)},
         "later_manual.equal_or_lower", VARIANCE, ManualChoice.SENTENCING_DATE),
        (counts("2025-03-14"), "sentencing: 2026-05-04", {"sentencing": LOWER_THEN},
         "later_manual.not_compared", VARIANCE, ManualChoice.SENTENCING_DATE),
        (counts("2025-03-14"), "sentencing: 2026-05-04", {}, "later_manual.not_compared",
         VARIANCE, ManualChoice.SENTENCING_DATE),
        # 6 holds for the Manual of 2026 too
        (counts("2026-03-14"), "sentencing: 2026-11-01",
         {"sentencing": (computation("offense_manual", "2025-11-01", 20),
                         computation("sentencing_manual", "2026-11-01", 24))},
         "later_manual.later_higher", VARIANCE, ManualChoice.OFFENSE_DATE),
        (counts("2025-03-14"), "sentencing: 2026-11-01",
         {"sentencing": compared(20, 24, manual="2026-11-01")},
         "later_manual.later_higher_departure", BOTH, ManualChoice.OFFENSE_DATE),
        # 7. otherwise
        (counts("2025-11-01"), "sentencing: 2026-05-04", {}, "otherwise.sentencing_manual",
         VARIANCE, ManualChoice.SENTENCING_DATE),
        (counts("2026-11-03"), "sentencing: 2027-05-04", {}, "otherwise.sentencing_manual",
         VARIANCE, ManualChoice.SENTENCING_DATE),
    ],
)  # fmt: skip
def test_the_order_of_tests(
    charges: str, dates: str, more: dict[str, object], reading: str, road: Road, manual: str
) -> None:
    vehicle = found(charges=charges, dates=dates, **more).vehicle
    assert [each.id for each in vehicle.readings] == [reading]
    assert (vehicle.road, vehicle.manual, vehicle.settled) == (road, manual, True)


@pytest.mark.parametrize(
    ("ends", "outcomes"),
    [
        (("2025-10-30", "2025-10-31"), ["no_straddle"]),
        (("2025-10-31", "2025-11-01"), ["older_straddle"]),
        (("2025-10-31", "2025-11-01", "2026-11-01"), ["straddle"]),
        (("2025-11-01", "2025-11-02"), ["no_straddle"]),
        (("2024-10-31", "2024-11-01"), ["older_straddle"]),
        (("2026-10-31", "2026-11-01"), ["straddle"]),
        (("2026-11-01", "2026-11-02"), ["no_straddle"]),
        (("2025-10-31",), ["no_straddle"]),
    ],
)
def test_counts_lie_on_both_sides_of_a_manual_only_if_its_day_parts_them(
    ends: tuple[str, ...], outcomes: list[str]
) -> None:
    findings = found(charges=counts(*ends), dates="sentencing: 2027-01-15")
    (step,) = (each for each in findings.vehicle.steps if each.id == "straddling_counts")
    assert [each.id for each in step.outcomes] == outcomes


@pytest.mark.parametrize(
    ("end", "offense_manual", "reading", "road"),
    [
        ("2025-10-31", "2024-11-01", "later_manual.later_higher_departure", BOTH),
        ("2025-11-01", "2025-11-01", "later_manual.later_higher", VARIANCE),
        ("2026-10-31", "2025-11-01", "later_manual.later_higher", VARIANCE),
        ("2026-11-01", "2026-11-01", "otherwise.sentencing_manual", VARIANCE),
    ],
)
def test_the_departure_comes_back_only_with_a_manual_older_than_its_deletion(
    end: str, offense_manual: str, reading: str, road: Road
) -> None:
    entered = (
        computation("offense_manual", offense_manual, 20),
        computation("sentencing_manual", "2026-11-01", 24),
    )
    findings = found(charges=counts(end), dates="sentencing: 2027-01-15", sentencing=entered)
    assert readings(findings) == [reading]
    assert findings.vehicle.road is road


def test_one_count_that_goes_on_over_the_day_lies_on_one_side() -> None:
    over = counts("2025-11-01").replace("minimum_months", "continuing: yes, minimum_months")
    findings = found(charges=over, dates="sentencing: 2026-05-04")
    assert readings(findings) == ["otherwise.sentencing_manual"]
    before = over.replace("end: 2025-11-01", "end: 2025-10-31")
    findings = found(charges=before, dates="sentencing: 2026-05-04")
    assert readings(findings) == ["later_manual.not_compared"]


@pytest.mark.parametrize("proceeding", ["remand", "sentencing", "section_2255"])
@pytest.mark.parametrize(
    ("sentencing", "reading"),
    [
        ("2025-10-31", "sentenced_before_pivot.before"),
        ("2025-11-01", "later_manual.not_compared"),
    ],
)
def test_after_a_vacatur_the_new_day_decides_and_not_the_first(
    proceeding: str, sentencing: str, reading: str
) -> None:
    findings = found(
        charges=counts("2023-03-14"),
        dates=f"first_sentencing: 2024-06-03, sentencing: {sentencing}",
        proceeding=proceeding,
        matter="after_2255_vacatur: yes",
    )
    assert readings(findings) == [reading]
    assert any("does not govern a resentencing" in task for task in findings.vehicle.tasks)


@pytest.mark.parametrize(
    ("sentencing", "reading"),
    [
        ("2025-10-31", "sentenced_before_pivot.before"),
        ("2025-11-01", "later_manual.not_compared"),
        ("2026-10-31", "later_manual.not_compared"),
        ("2026-11-01", "later_manual.not_compared"),
    ],
)
def test_the_pivot_day_itself_counts_as_after(sentencing: str, reading: str) -> None:
    assert readings(found(dates=f"sentencing: {sentencing}")) == [reading]


@pytest.mark.parametrize(
    ("sentencing", "stamped"),
    [("2026-10-31", False), ("2026-11-01", True), ("2027-01-15", True)],
)
def test_from_the_manual_of_2026_on_the_outline_is_stamped(sentencing: str, stamped: bool) -> None:
    findings = found(dates=f"sentencing: {sentencing}")
    assert (findings.stamp is not None) is stamped
    assert any(q.id == "amendments_2026" for q in findings.vehicle.open_questions) is stamped


def test_sentence_may_fall_on_the_day_on_which_the_offense_ended() -> None:
    same_day = found(charges=counts("2025-03-14"), dates="sentencing: 2025-03-14")
    assert readings(same_day) == ["sentenced_before_pivot.before"]


def test_sentence_cannot_come_before_the_offense_ended() -> None:
    with pytest.raises(CaseFileError) as caught:
        found(charges=counts("2025-03-14"), dates="sentencing: 2025-03-13")
    (problem,) = caught.value.problems
    assert problem.message == "The sentencing cannot lie before the end of the offense."
    assert problem.location is not None
    assert problem.excerpt[problem.location.column - 1 :].startswith("2025-03-13")


def test_a_vacatur_under_2255_is_no_remand_and_is_flagged() -> None:
    findings = found(
        charges=counts("2023-03-14"),
        dates="first_sentencing: 2024-06-03, sentencing: 2026-05-04",
        proceeding="remand",
        matter="after_2255_vacatur: yes",
    )
    assert readings(findings) == ["later_manual.not_compared"]
    assert any("§ 2255" in task for task in findings.vehicle.tasks)


@pytest.mark.parametrize(
    ("day", "reading"),
    [
        (date(2025, 10, 31), "sentencing_date.unknown_before_pivot"),
        (date(2025, 11, 1), "later_manual.not_compared"),
        (date(2026, 11, 24), "later_manual.not_compared"),
    ],
)
def test_without_a_day_of_sentencing_the_as_of_day_stands_for_it(day: date, reading: str) -> None:
    findings = found(day=day)
    assert readings(findings) == [reading]
    assert findings.vehicle.sentencing is None
    assert any("day of sentencing" in task for task in findings.vehicle.tasks)


def test_one_continuing_count_is_dated_by_its_end() -> None:
    findings = found(charges=counts("2025-12-02"), dates="sentencing: 2026-05-04")
    assert readings(findings) == ["otherwise.sentencing_manual"]
    (step,) = (each for each in findings.vehicle.steps if each.id == "straddling_counts")
    assert [each.id for each in step.outcomes] == ["no_straddle"]


def test_counts_on_both_sides_of_an_older_manual_leave_the_departure_to_the_ranges() -> None:
    charges, dates = counts("2024-06-03", "2025-02-03"), "sentencing: 2026-05-04"
    findings = found(charges=charges, dates=dates, sentencing=compared(20, 24))
    (step,) = (each for each in findings.vehicle.steps if each.id == "straddling_counts")
    assert [each.id for each in step.outcomes] == ["older_straddle"]
    assert findings.vehicle.road is BOTH


@pytest.mark.parametrize(
    ("earlier", "later", "reading"),
    [
        (("51", "63"), ("51", "71"), "equal_at_one_end"),
        (("51", "63"), ("46", "63"), "equal_at_one_end"),
        (("360", "life"), ("life", "life"), "equal_at_one_end"),
        (("51", "63"), ("57", "60"), "ranges_cross"),
        (("51", "63"), ("360", "life"), "later_higher_departure"),
        (("360", "life"), ("292", "365"), "equal_or_lower"),
    ],
)
def test_the_two_ranges(earlier: tuple[str, str], later: tuple[str, str], reading: str) -> None:
    entered = [
        computation(id, manual, more=f", low_months: {low}, high_months: {high}, off_table: a term")
        for id, manual, (low, high) in (
            ("offense_manual", "2024-11-01", earlier),
            ("sentencing_manual", "2025-11-01", later),
        )
    ]
    findings = found(dates="sentencing: 2026-05-04", sentencing=entered)
    assert readings(findings) == [f"later_manual.{reading}"]


def test_a_range_under_another_edition_is_not_compared() -> None:
    entered = compared(20, 24, manual="2025-11-01")
    findings = found(dates="sentencing: 2026-11-02", sentencing=entered)
    assert readings(findings) == ["later_manual.not_compared"]
    later = findings.computations[1]
    assert (later.right_edition, later.governs) == (False, False)


def test_where_the_end_straddles_both_readings_stand_and_the_moment_is_named() -> None:
    findings = found(
        charges=counts("between 2025-10-20 and 2025-11-10"),
        dates="sentencing: 2026-05-04",
        sentencing=compared(20, 24),
    )
    vehicle = findings.vehicle
    assert readings(findings) == [
        "later_manual.later_higher_departure",
        "otherwise.sentencing_manual",
    ]
    assert (vehicle.settled, vehicle.road) == (False, ALTERNATIVE)
    assert [(each.charge.id, each.boundary) for each in vehicle.pin_down] == [
        ("count-1", date(2025, 11, 1))
    ]


def test_two_counts_of_which_one_straddles_leave_the_test_open() -> None:
    findings = found(
        charges=counts("2025-12-02", "2025-11"),
        dates="sentencing: 2026-05-04",
    )
    assert readings(findings) == ["otherwise.sentencing_manual"]
    open_ = found(charges=counts("2025-12-02", "about 2025-11-01"), dates="sentencing: 2026-05-04")
    (step,) = (each for each in open_.vehicle.steps if each.id == "straddling_counts")
    assert [each.id for each in step.outcomes] == ["straddle", "no_straddle"]
    assert [each.id for each in open_.vehicle.pin_down] == ["count-2.2025-11-01"]


def test_a_late_evening_in_the_west_is_still_the_day_before() -> None:
    west = found(charges=counts("2025-10-31 23:30"), dates="sentencing: 2026-05-04")
    assert readings(west) == ["later_manual.not_compared"]


@pytest.mark.parametrize(
    ("end", "reading"),
    [
        ("2025-10-31", "later_manual.not_compared"),
        ("2025-10-31 23:30", "later_manual.not_compared"),
        ("before 2025-11-01", "later_manual.not_compared"),
        ("2025-11-01", "otherwise.sentencing_manual"),
        ("2025-11-01 00:10", "otherwise.sentencing_manual"),
    ],
)
def test_a_day_by_a_clock_that_is_not_known_is_that_day_by_either(end: str, reading: str) -> None:
    # Oregon keeps two clocks, and no division says which.
    charge = counts(end)
    findings = found(charges=charge, dates="sentencing: 2026-05-04", district="ord")
    assert readings(findings) == [reading]
    assert findings.vehicle.pin_down == ()


@pytest.mark.parametrize(
    ("sentenced", "ends_with"),
    [
        ("2003-10-26", "do not warrant a decrease in sentence."),
        ("2003-10-27", "do not warrant a downward departure."),
        ("2004-10-31", "do not warrant a downward departure."),
        ("2004-11-01", "do not warrant a downward departure."),
    ],
)
def test_the_text_is_that_of_the_day(sentenced: str, ends_with: str) -> None:
    findings = found(charges=counts("2003-02-03"), dates=f"sentencing: {sentenced}")
    (text,) = findings.vehicle.texts
    assert text.period.in_force(date.fromisoformat(sentenced))
    assert text.text.endswith(ends_with)
    counted = {each.id for each in findings.departure}
    assert ("proportionality" in counted) is (sentenced >= "2003-10-27")


def test_without_a_departure_there_is_no_text_and_no_factor_of_it() -> None:
    findings = found(dates="sentencing: 2026-05-04")
    assert (findings.vehicle.texts, findings.departure) == ((), ())
    assert findings.variance


def test_each_test_shows_what_it_looked_at() -> None:
    findings = found(dates="sentencing: 2026-05-04", sentencing=compared(20, 24))
    by_id = {step.id: step for step in findings.vehicle.steps}
    assert [each.id for each in by_id["dates"].inputs] == ["offense_end.count-1", "sentencing"]
    seen = {each.given: each for each in by_id["later_manual"].inputs}
    assert seen["manual_date"].day == date(2025, 11, 1)
    offense, later = seen["offense_range"].range, seen["sentencing_range"].range
    assert offense is not None
    assert later is not None
    assert (offense.text, later.text) == ("33 to 41 months", "51 to 63 months")
    assert list(by_id)[-1] == "later_manual"


@pytest.mark.parametrize(
    ("dates", "day", "until"),
    [
        ("sentencing: 2026-12-04", date(2026, 10, 1), None),
        ("", date(2026, 10, 1), date(2026, 10, 31)),
        ("", date(2025, 10, 1), date(2025, 10, 31)),
        ("", date(2026, 11, 24), None),
    ],
)
def test_until_when_nothing_moves(dates: str, day: date, until: date | None) -> None:
    assert found(dates=dates, day=day).date_dependent_until == until
