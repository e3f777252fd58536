"""Deadlines that an office enters: hours before a hearing, days after service, local days."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from drafter import yamlfile
from drafter.analysis.analyze import analyze
from drafter.analysis.deadlines.types import Closed, CountingNote, DeadlineFinding
from drafter.analysis.result import Analysis
from drafter.casefile.reader import case_from
from drafter.doctrine import Library, kinds
from drafter.errors import CaseFileError, LawDataError
from drafter.facts.moments import Moment
from drafter.facts.record import record_of
from drafter.pipeline.words import vocabulary

HOURS = """\
id: exhibits
title: Exhibits to chambers
statement: Exhibits are delivered to chambers at least {hours} hours before the hearing.
anchor: {anchor}
side: before
hours: {hours}
party: parties
court: mad
authority: frcrp_45_a
marks: {{words: secondary, holding: direct, cite_check: null}}
"""
RESPONSE = """\
id: response
title: Response to a motion
statement: A response is filed within {days} days after service of the motion.
anchor: service
side: after
days: {days}
party: parties
court: mad
authority: frcrp_45_c
marks: {{words: secondary, holding: direct, cite_check: null}}
"""
LOCAL = """\
id: holidays
local:
- {id: patriots, court: mad, date: 2027-04-19, name: Patriots’ Day, source: Massachusetts}
- {id: snow, court: mad, date: 2026-12-18, name: Clerk’s office closed by snow, source: Notice}
"""


def library(folder: Path, *deadlines: str, local: bool = False) -> Library:
    (folder / "deadlines").mkdir()
    for text in deadlines:
        id = text.splitlines()[0].removeprefix("id: ")
        (folder / "deadlines" / f"{id}.yaml").write_text(text, "utf-8")
    if local:
        (folder / "holidays.yaml").write_text(LOCAL, "utf-8")
    return Library.load(folder)


def analysis(
    law: Library, matter: str, *, district: str = "mad", day: str = "2026-11-24"
) -> Analysis:
    text = f"""\
schema: 1
id: small
matter: {{docket: "1:26-cr-00001", office: Defenders, proceeding: trial, district: {district},
  attorneys: [{{id: atty, name: A. Pike, role: lead counsel}}], {matter}}}
client: {{name: Ana Ruiz, short_name: Ms. Ruiz, pronouns: she}}
charges:
  - {{id: count-1, count: 1, statute: 21 U.S.C. § 952, title: Importation,
     offense: drug_trafficking, start: 2025-03-14 04:10, end: 2025-03-14 06:55}}
"""
    case = case_from(yamlfile.parse(text, "small.yaml"), vocabulary(law))
    return analyze(
        record_of(case, law.only(kinds.DISTRICTS)), law.in_force(date.fromisoformat(day))
    )


def found(of: Analysis) -> dict[str, DeadlineFinding]:
    return {each.id: each for each in of.deadlines}


def notes(of: Analysis) -> dict[str, CountingNote]:
    return {each.id: each for each in of.counting_notes}


def utc(at: Moment | None) -> str | None:
    return f"{at.earliest:%Y-%m-%d %H:%M}" if at and at.exact else None


@pytest.mark.parametrize(
    ("day", "hour", "hours", "at", "other"),
    [
        # Tuesday at 10:30, a day before: Monday at 10:30 Eastern daylight time.
        ("2027-04-13", "10:30", 24, "2027-04-12 14:30", None),
        # Monday, a day before: Sunday, so back to Friday at the same time.
        ("2027-04-12", "10:30", 24, "2027-04-09 14:30", None),
        # Clocks go forward on Sunday, March 14, 2027: 72 real hours before Monday at 09:00
        # were Friday at 08:00 by the clock.
        ("2027-03-15", "09:00", 72, "2027-03-12 13:00", None),
        # And back on November 7, 2027: 72 hours before Monday at 09:00 were Friday at 10:00.
        ("2027-11-08", "09:00", 72, "2027-11-05 14:00", None),
        # Sunday, July 4, 2027 is observed on Monday: back to Friday, or Monday itself.
        ("2027-07-06", "09:00", 24, "2027-07-02 13:00", "2027-07-05 13:00"),
    ],
)
def test_hours_before_a_hearing_are_real_hours_by_the_clock_of_the_court(
    tmp_path: Path, day: str, hour: str, hours: int, at: str, other: str | None
) -> None:
    law = library(tmp_path, HOURS.format(hours=hours, anchor="sentencing"))
    of = analysis(law, f"dates: {{sentencing: {day}, hours: {{sentencing: {hour}}}}}")
    exhibits = found(of)["exhibits"]
    assert utc(exhibits.at) == at
    assert utc(exhibits.other_at) == other
    assert exhibits.day == date.fromisoformat(at[:10])
    assert exhibits.at is not None
    assert exhibits.at.zone == "America/New_York"
    assert exhibits.counted is not None
    assert exhibits.counted.rule == "frcrp_45_a"
    assert notes(of)["hours"].deadlines == (exhibits,)


def test_without_the_hour_of_the_hearing_no_time_is_given_and_it_is_asked_for(
    tmp_path: Path,
) -> None:
    law = library(tmp_path, HOURS.format(hours=24, anchor="trial"))
    of = analysis(law, "dates: {trial: 2027-04-13}")
    exhibits = found(of)["exhibits"]
    assert (exhibits.at, exhibits.day, exhibits.counted) == (None, None, None)
    assert exhibits.gap in of.missing
    assert exhibits.gap is not None
    assert exhibits.gap.id == "matter.dates.hours.trial"


def test_without_one_clock_no_time_is_given(tmp_path: Path) -> None:
    law = library(tmp_path, HOURS.format(hours=24, anchor="trial").replace("mad", "flnd"))
    matter = "dates: {trial: 2027-04-13, hours: {trial: 09:00}}"
    exhibits = found(analysis(law, matter, district="flnd"))["exhibits"]
    assert exhibits.day is None
    assert exhibits.gap is not None
    assert exhibits.gap.id == "matter.division"


@pytest.mark.parametrize(
    ("dates", "message"),
    [
        ("hours: {trial: 09:00}", "This hour has no day."),
        ("trial: 2027-03-14, hours: {trial: 02:30}", "clocks were set forward over it"),
        ("trial: 2027-03-15, hours: {trial: 9 am}", "HH:MM"),
    ],
)
def test_an_hour_that_cannot_be_is_a_problem_at_its_place(
    tmp_path: Path, dates: str, message: str
) -> None:
    with pytest.raises(CaseFileError, match=message) as raised:
        analysis(library(tmp_path), f"dates: {{{dates}}}")
    assert raised.value.problems[0].location is not None


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("hours: 24", "hours: 24\ndays: 2"), "in days or in hours"),
        (("side: before\n", ""), "go together"),
        (("anchor: sentencing", "anchor: psr_disclosed"), "no hour is known"),
    ],
)
def test_a_period_in_hours_that_cannot_be_counted_is_refused(
    tmp_path: Path, change: tuple[str, str], message: str
) -> None:
    text = HOURS.format(hours=24, anchor="sentencing").replace(*change)
    with pytest.raises(LawDataError, match=message):
        library(tmp_path, text)


def served(under: str, on: str = "2026-12-01") -> str:
    paper = f"{{id: mil, paper: Motion, served: {on}, starts: response{under}}}"
    return f"served: [{paper}]"


@pytest.mark.parametrize(
    ("under", "day", "later"),
    [
        # Fourteen days after Tuesday, December 1 are Tuesday, December 15; three more are Friday.
        (", under: 49(a)(4)(C)", date(2026, 12, 18), None),
        (", under: 49(a)(4)(E)", date(2026, 12, 18), None),
        (", under: other", date(2026, 12, 15), None),
        ("", date(2026, 12, 15), date(2026, 12, 18)),
    ],
)
def test_three_days_are_added_after_certain_service_and_both_readings_stand_where_it_is_open(
    tmp_path: Path, under: str, day: date, later: date | None
) -> None:
    of = analysis(library(tmp_path, RESPONSE.format(days=14)), served(under))
    response = found(of)["response.mil"]
    assert response.day == day
    assert response.counted is not None
    added = response.counted.added
    assert (added.until if added and not added.certain else None) == later
    assert (response.gap in of.missing) is (later is not None)
    assert ("service" in notes(of)) is (under != ", under: other")


def test_the_added_days_follow_the_end_of_the_period_and_run_on_themselves(tmp_path: Path) -> None:
    # Ten days after December 2 are Saturday the 12th, so Monday the 14th; three more: Thursday.
    # Ten after December 1 are Friday the 11th; three more are Monday, December 14.
    law = library(tmp_path, RESPONSE.format(days=10))
    for on, day in (("2026-12-02", 17), ("2026-12-01", 14), ("2026-12-06", 21)):
        response = found(analysis(law, served(", under: 49(a)(4)(D)", on)))["response.mil"]
        assert response.day == date(2026, 12, day), on
    assert response.counted is not None
    assert response.counted.added is not None
    assert response.counted.added.otherwise == date(2026, 12, 16)


def test_a_contested_end_keeps_both_readings_with_the_added_days(tmp_path: Path) -> None:
    # Fourteen days after December 10, 2025: the 24th, or over the closings the 29th.
    law = library(tmp_path, RESPONSE.format(days=14))
    matter = served(", under: 49(a)(4)(C)", "2025-12-10")
    text = found(analysis(law, matter, day="2025-12-01"))["response.mil"]
    assert text.day == date(2025, 12, 29)  # the 24th and three: Saturday the 27th, so Monday
    assert text.counted is not None
    assert text.counted.other == date(2026, 1, 2)  # the 29th and three: New Year's Day


def test_a_paper_that_starts_no_known_period_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(CaseFileError, match="deadline that runs from service") as raised:
        analysis(library(tmp_path), served(""))
    assert "--law" in raised.value.problems[0].hint


def test_nothing_served_is_no_deadline(tmp_path: Path) -> None:
    ours = found(analysis(library(tmp_path, RESPONSE.format(days=14)), "judge: A. Roe"))
    assert not any(id.startswith("response") for id in ours)


def test_a_closed_clerk_and_a_state_holiday_extend_forward_only(tmp_path: Path) -> None:
    back = HOURS.format(hours=24, anchor="sentencing").replace("hours: 24", "days: 1")
    law = library(tmp_path, RESPONSE.format(days=17), back, local=True)
    # Seventeen days after December 1 are Friday the 18th, when the clerk's office was closed.
    of = analysis(law, served(", under: other"))
    response = found(of)["response.mil"]
    assert response.day == date(2026, 12, 21)
    assert response.counted is not None
    first = response.counted.skipped[0]
    assert (first.why, first.source) == (Closed.LOCAL, "Notice")
    assert {"not_covered.state_holidays", "clerk"} <= set(notes(of))
    # A day before April 20, 2027 is Patriots' Day, on which a backward count may end.
    of = analysis(law, "dates: {sentencing: 2027-04-20}")
    assert found(of)["exhibits"].day == date(2027, 4, 19)
    assert not {"not_covered.state_holidays", "clerk"} & set(notes(of))


@pytest.mark.parametrize(
    ("ordered", "why"),
    [
        ("2026-12-25", Closed.HOLIDAY),
        ("2026-12-18", Closed.LOCAL),
        ("2025-12-24", Closed.CLOSING),
        ("2026-07-03", Closed.OBSERVED),
    ],
)
def test_a_day_that_an_order_names_stays_where_it_is(
    tmp_path: Path, ordered: str, why: Closed
) -> None:
    law = library(tmp_path, local=True)
    of = analysis(law, f"motion_deadline: {{date: {ordered}, order: ECF No. 3}}", day="2025-12-01")
    motions = found(of)["pretrial_motions"]
    assert motions.day == date.fromisoformat(ordered)
    assert motions.closed is not None
    assert motions.closed.why is why
    assert motions in notes(of)["orders"].deadlines


@pytest.mark.parametrize(
    ("sentencing", "district", "ids"),
    [
        # Past the list of closings nothing else is in doubt.
        ("2027-03-15", "mad", {"closings"}),
        # Within it, on plain days, nothing is.
        ("2025-10-28", "mad", set()),
        # July 3, 2026 is the day of observance, past the list.
        ("2026-07-10", "mad", {"closings", "observance"}),
        # A week before January 22, 2027, in and next to the capital.
        ("2027-01-27", "dcd", {"closings", "not_covered.inauguration_day"}),
        ("2027-01-27", "mad", {"closings"}),
        ("", "mad", set()),
    ],
)
def test_a_choice_of_counting_is_told_where_a_date_depends_on_it_and_nowhere_else(
    tmp_path: Path, sentencing: str, district: str, ids: set[str]
) -> None:
    dates = f"dates: {{sentencing: {sentencing}}}" if sentencing else "judge: A. Roe"
    law = library(tmp_path)
    of = analysis(law, dates, district=district, day="2025-09-01")
    told = notes(of)
    assert set(told) == ids
    assert all(each.deadlines for each in told.values())
    assert len(of.counting_notes) == len(told)


def test_what_was_done_depends_on_no_date(tmp_path: Path) -> None:
    dates = "dates: {psr_disclosed: 2026-11-01, sentencing: 2026-12-07}"
    done = found(analysis(library(tmp_path), dates))["psr_disclosure"]
    # Thirty-five days before December 7 are Monday, November 2.
    assert (done.done, done.day, done.done_late) == (date(2026, 11, 1), date(2026, 11, 2), False)
    (tmp_path / "b").mkdir()
    late = analysis(library(tmp_path / "b"), dates.replace("11-01", "11-03"))
    assert found(late)["psr_disclosure"].done_late
    told = {each.id for note in late.counting_notes for each in note.deadlines}
    assert "psr_disclosure" not in told
