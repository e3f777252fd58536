"""Deadlines as the documents print them, with what an office adds in its overlay."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.running import AS_OF, drafter

RECORD = """\
id: {id}
title: {title}
statement: {title} within the period.
party: parties
court: casd
authority: frcrp_45_a
marks: {{words: secondary, holding: direct, cite_check: null}}
{period}
"""
HEAD = "trial: 2027-02-02"


@pytest.fixture
def office(desk: Path) -> Path:
    """The desk with an overlay: a period in hours before the trial, one after service."""
    folder = desk / "law" / "deadlines"
    folder.mkdir(parents=True)
    periods = {
        "exhibits": "anchor: trial\nside: before\nhours: 24",
        "response": "anchor: service\nside: after\ndays: 14",
    }
    for id, period in periods.items():
        text = RECORD.format(id=id, title=id.title(), period=period)
        (folder / f"{id}.yaml").write_text(text, "utf-8")
    return desk


def change(desk: Path, old: str, new: str) -> None:
    case = desk / "courier.yaml"
    text = case.read_text("utf-8")
    assert old in text
    case.write_text(text.replace(old, new), "utf-8")


def rows(kind: str = "duress_memo") -> list[str]:
    """The rows and notes of the deadlines of a document, in its order."""
    done = drafter("draft", "courier.yaml", *AS_OF, "--law", "law", "--kind", kind,
        "--format", "md", "--dry-run")  # fmt: skip
    assert done.exit_code == 0, done.output
    return [line for line in done.stdout.splitlines() if line.startswith(("| ", "- ", "[^"))]


def row(title: str, kind: str = "duress_memo") -> str:
    [found] = [line for line in rows(kind) if line.startswith(f"| {title}")]
    return found


def test_a_period_in_hours_prints_its_time_and_zone_or_asks_for_the_hour(office: Path) -> None:
    assert "NEED: the hour at which the trial starts" in row("Exhibits")
    change(office, HEAD, f"{HEAD}, hours: {{trial: 09:00}}")
    assert "| February 1, 2027, at 9:00 a.m. Pacific time |" in row("Exhibits")
    assert "| February 2, 2027, at 9:00 a.m. Pacific time |" in row("Trial |")
    assert any(line.startswith("- A period in hours begins at once") for line in rows())


def test_a_contested_holiday_prints_both_times_and_what_was_passed_over(office: Path) -> None:
    # Tuesday, July 6, 2027 less a day is Monday the 5th, on which Independence Day is observed.
    change(office, HEAD, "trial: 2027-07-06, hours: {trial: 09:00}")
    found = row("Exhibits")
    assert "| July 2, 2027, at 9:00 a.m. Pacific time (on a contested holiday’s later" in found
    assert "July 5, 2027, at 9:00 a.m. Pacific time)" in found
    assert "July 5, 2027 (Independence Day, legal holiday as observed)" in found
    assert "Act on the earlier day." in found
    [note] = [line for line in rows() if line.startswith("- A fixed holiday that falls")]
    assert "neither read" in note
    label = re.search(r"\[\^[0-9a-f]+\]", note)
    assert label
    [mark] = [line for line in rows() if line.startswith(f"{label[0]}: ")]
    assert "counsel to check" in mark


@pytest.mark.parametrize(
    ("under", "day", "said"),
    [
        (", under: 49(a)(4)(D)", "December 18, 2026", "three days are added for service under"),
        (", under: other", "December 15, 2026", "the day of service"),
        ("", "December 15, 2026", "the day is December 18, 2026; act on the earlier"),
    ],
)
def test_a_period_after_service_says_whether_days_were_added(
    office: Path, under: str, day: str, said: str
) -> None:
    paper = f"{{id: mil, paper: Motion in limine, served: 2026-12-01, starts: response{under}}}"
    change(office, "  motion_deadline:", f"  served: [{paper}]\n  motion_deadline:")
    found = row("Response: Motion in limine")
    assert f"| {day} |" in found
    assert said in found
    assert ("NEED: the paragraph" in found) is (not under)
    confirmed = [line for line in rows() if "was not read: set the certificate" in line]
    assert len(confirmed) == (under != ", under: other")


def test_what_was_answered_is_met_and_in_both_papers(office: Path) -> None:
    paper = (
        "{id: m, paper: Motion, served: 2026-11-02, starts: response, under: other,"
        " answered: 2026-11-16}"
    )
    change(office, "  motion_deadline:", f"  served: [{paper}]\n  motion_deadline:")
    for kind in ("duress_memo", "mitigation_outline"):
        assert "| November 16, 2026; met on November 16, 2026 |" in row("Response: Motion", kind)
        assert not any(line.startswith("- Where a period runs from being") for line in rows(kind))


def test_a_note_stands_in_the_outline_for_its_own_dates_only(office: Path) -> None:
    change(office, HEAD, f"{HEAD}, hours: {{trial: 09:00}}")
    assert any(line.startswith("- A period in hours") for line in rows())
    assert not any(line.startswith("- A period in hours") for line in rows("mitigation_outline"))


def test_a_report_that_came_late_is_marked_in_both_papers(office: Path) -> None:
    late = "psr_disclosed: 2026-11-20, sentencing: 2026-12-15"
    change(office, HEAD, f"trial: 2026-11-10, {late}")
    for kind in ("duress_memo", "mitigation_outline"):
        found = row("Presentence report given", kind)
        # Thirty-five days before December 15 are November 10.
        assert "| November 10, 2026; **late**: done on November 20, 2026 |" in found


def test_each_choice_of_counting_is_told_once_in_a_paper_and_dates_name_their_rule(
    office: Path,
) -> None:
    change(office, HEAD, "psr_disclosed: 2026-11-12, sentencing: 2027-01-25")
    for kind in ("duress_memo", "mitigation_outline"):
        told = [line for line in rows(kind) if line.startswith("- ")]
        for start in ("- Whether a day on which the President", "- A day declared a holiday by"):
            assert sum(line.startswith(start) for line in told) == 1, (kind, start)
        objections = row("Written objections", kind)
        assert "Counted forward from November 12, 2026 under Fed. R. Crim. P. 45(a)" in objections
        # Fourteen days on is Thanksgiving.
        assert "| November 27, 2026 **past** |" in objections
        assert "November 26, 2026 (Thanksgiving Day, legal holiday)" in objections
        assert "Counted back from January 25, 2027" in row("Final presentence report", kind)
