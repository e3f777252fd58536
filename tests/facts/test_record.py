"""A case file placed in time, or every reason why it cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter import yamlfile
from drafter.casefile.reader import case_from
from drafter.facts.record import record_of
from tests.facts.records import CHARGES, districts, problems, record, vocabulary

BODY = """\
people: [{id: rolo, name: R. Tapia, relation: acquaintance}]
threats:
  - {id: threat-1, kinds: [death], when: 2026-03-12 20:30, ended: 2026-03-15,
     believed_ended: about 2026-03-16}
events:
  - {id: event-1, what: A call was made., when: 2026-03-14 05:48}
  - {id: event-2, what: No day is known.}
trafficking: {id: screen, basis: client_account, screened_on: 2026-05-20}
evidence:
  - {id: ev-log, kind: phone_records, form: writing, what: Call log, when: unknown}
"""


def test_facts_and_moments_by_id() -> None:
    found = record(BODY)
    assert list(found.facts) == ["threat-1", "event-1", "event-2", "screen", "ev-log"]
    assert set(found.moments) == {
        *("count-1.start", "count-1.end", "threat-1", "threat-1.ended"),
        *("threat-1.believed_ended", "event-1", "screen.screened_on", "ev-log"),
    }
    assert not found.moments["ev-log"].known
    assert found.moments["event-1"].written is found.case.events[0].when


def test_every_written_moment_is_placed() -> None:
    """No field that holds a moment is left out, whatever section it is in."""
    found = record(BODY)
    texts = BODY.count("2026-") + CHARGES.count("2026-") + BODY.count("when: unknown")
    assert len(found.moments) == texts == 8


@pytest.mark.parametrize(
    ("when", "place", "message"),
    [
        ("2026-03-08 02:30", "", "did not exist in America/Los_Angeles"),
        ("2026-03-12 20:30 America/Tijuna", "", "is no time zone"),
        ("between 2026-03-12 and 2026-03-10", "", "ends before it begins"),
        ("0206-03-12", "", "year 0206"),
        ("2026-03-08 02:30", "Phoenix and Denver", ""),
    ],
)
def test_a_moment_that_cannot_have_been(when: str, place: str, message: str) -> None:
    district, charges = ("azd", CHARGES) if place else ("casd", CHARGES)
    body = BODY.replace("2026-03-14 05:48", when)
    found = problems(body, district=district, charges=charges)
    assert [message in problem.message for problem in found] == ([True] if message else [])
    if found:
        line = found[0].excerpt
        assert when in line
        assert found[0].location is not None
        assert line[found[0].location.column - 1 :].startswith(when)
        assert found[0].hint


def test_every_problem_at_once_in_the_order_of_the_file() -> None:
    body = BODY.replace("2026-03-12 20:30", "2026-03-08 02:30")
    body = body.replace("2026-05-20", "2026-05-20 Mars/Olympus").replace("05:48", "05:48 Nowhere")
    found = problems(body, charges=CHARGES.replace("06:55", "04:09"))
    assert [problem.message.split("`")[-2:][0] for problem in found[:1]] == ["2026-03-14 04:10"]
    lines = [problem.location.line for problem in found if problem.location]
    assert len(lines) == 4
    assert lines == sorted(lines)


@pytest.mark.parametrize(
    ("end", "wrong"),
    [
        ("2026-03-14 04:09", True),
        ("2026-03-13", True),
        ("before 2026-03-14 04:10", True),
        ("about 2026-03-14 04:00", False),  # it may have been later
        ("2026-03-14", False),
        ("2026-03-14 04:10", False),
        ("2026-03-14 07:05 America/New_York", True),  # 4:05 by the clock of the start
        ("unknown", False),
    ],
)
def test_an_offense_cannot_end_before_it_starts(end: str, wrong: bool) -> None:
    found = problems(charges=CHARGES.replace("2026-03-14 06:55", end))
    assert [problem.message for problem in found] == (
        [f"`{end}` is before `2026-03-14 04:10`, when it began."] if wrong else []
    )


def test_a_threat_cannot_end_before_it_is_made() -> None:
    found = problems(BODY.replace("2026-03-15", "2026-03-10").replace("-03-16", "-03-01"))
    assert [problem.message[:12] for problem in found] == ["`2026-03-10`", "`about 2026-"]


@pytest.mark.parametrize(
    ("dates", "wrong"),
    [
        ("{indictment: 2026-04-01, trial: 2026-09-01, sentencing: 2027-01-05}", []),
        ("{indictment: 2026-03-14}", []),
        ("{indictment: 2026-03-12}", ["2026-03-12 is before any count"]),
        ("{sentencing: 2025-12-01}", ["2025-12-01 is before any count"]),
        ("{first_sentencing: 2025-12-01}", ["2025-12-01 is before any count"]),
        ("{plea: 2026-09-02, sentencing: 2026-09-01}", ["2026-09-02 is after the sentencing"]),
        ("{first_sentencing: 2027-01-05, sentencing: 2026-09-01}", ["2027-01-05 is after"]),
        ("{plea: 2026-09-01, sentencing: 2026-09-01}", []),
    ],
)
def test_days_of_the_court_in_an_order_that_cannot_be(dates: str, wrong: list[str]) -> None:
    found = problems(dates=dates)
    assert len(found) == len(wrong)
    for problem, start in zip(found, wrong, strict=True):
        assert problem.message.startswith(start)
        assert problem.location is not None
        day = start.split()[0]
        assert problem.excerpt[problem.location.column - 1 :].startswith(day)


def test_the_evening_of_an_offense_is_its_day_at_the_court() -> None:
    charges = CHARGES.replace("start: 2026-03-14 04:10", "start: 2026-03-13 20:00")
    assert problems(dates="{indictment: 2026-03-13}", charges=charges) == []


def test_an_offense_without_a_start_bounds_no_day() -> None:
    charges = CHARGES.replace("    start: 2026-03-14 04:10\n", "")
    assert problems(dates="{sentencing: 2001-01-01}", charges=charges) == []


def test_the_sample_case(root: Path) -> None:
    """The border courier, whose times are written by clocks on both sides of the border."""
    path = root / "casefiles" / "border-courier.yaml"
    found = record_of(case_from(yamlfile.read(path), vocabulary()), districts())
    steps = found.surrender
    assert steps.threat_made.fact is not None
    assert steps.threat_made.fact.id == "threat-visit"
    assert steps.continuing is True
    assert steps.first_contact.fact is not None
    assert steps.first_contact.fact.id == "event-referral"
    assert [fact.id for fact in steps.first_safe.also] == ["opp-primary"]
