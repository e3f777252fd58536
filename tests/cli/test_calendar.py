"""``drafter analyze --ics``: the calendar that an office takes along."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import icalendar
import pytest

from tests.cli.running import AS_OF, WITHOUT_ROOT, drafter, files, process
from tests.samples import SAMPLES, read_sample


def calendar(sample: str | Path, folder: Path, *more: str | Path) -> list[icalendar.Event]:
    """The entries that an independent reader finds in the calendar of a case."""
    path = folder / "case.ics"
    done = drafter("analyze", sample, *AS_OF, *more, "--ics", path, "--force")
    assert done.exit_code == 0, done.output
    if not path.exists():
        return []
    return list(icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT"))


@pytest.mark.parametrize("sample", SAMPLES, ids=[path.stem for path in SAMPLES])
def test_every_dated_deadline_that_is_not_met_is_an_entry_on_its_day(
    sample: Path, tmp_path: Path
) -> None:
    shown = drafter("analyze", sample, *AS_OF, "--format", "json").stdout
    due = {
        f"{sample.stem}.{each['id']}@drafter": each
        for each in json.loads(shown)["deadlines"]
        if each["day"] and not each["done"]
    }
    found = {str(each["UID"]): each for each in calendar(sample, tmp_path)}
    kept = {uid for uid in found if ".preservation-" in uid}
    assert set(found) == set(due) | kept
    for uid, each in due.items():
        event = found[uid]
        assert event.decoded("DTSTART") == date.fromisoformat(each["day"])
        past = "PAST DUE: " if each["past"] else ""
        assert event["SUMMARY"] == f"{past}{sample.stem}: {each['title']}"
        assert "cite-check" in event["DESCRIPTION"]


def words_of(value: object) -> set[str]:
    """Every text of a case file of more than a few words."""
    match value:
        case str():  # a word of the program's own is a member of an enum
            return {value} if type(value) is str and len(value) > 12 else set()
        case dict():
            return {word for each in value.values() for word in words_of(each)}
        case list() | tuple():
            return {word for each in value for word in words_of(each)}
    return set()


@pytest.mark.parametrize("sample", SAMPLES, ids=[path.stem for path in SAMPLES])
def test_no_name_and_no_fact_of_the_case_is_in_it(sample: Path, tmp_path: Path) -> None:
    case = read_sample(sample).case.model_dump(exclude={"id"})
    told = " ".join(
        f"{each['UID']} {each['SUMMARY']} {each['DESCRIPTION']}"
        for each in calendar(sample, tmp_path)
    )
    names = {word for word in case["client"]["name"].split() if len(word) > 2}
    people = {word for each in case["people"] for word in each["name"].split() if len(word) > 3}
    assert bool(told) is (sample.stem != "murder-charge")  # which has no day
    assert not {word for word in names | people if word in told}
    assert not {text for text in words_of(case) if text in told}


def test_the_same_case_on_the_same_day_is_the_same_file_and_another_day_another_stamp(
    desk: Path,
) -> None:
    for name in ("one.ics", "two.ics"):
        assert drafter("analyze", "courier.yaml", *AS_OF, "--ics", name).exit_code == 0
    one = (desk / "one.ics").read_bytes()
    assert one == (desk / "two.ics").read_bytes()
    # Written again, an equal file is no other.
    assert drafter("analyze", "courier.yaml", *AS_OF, "--ics", "one.ics").exit_code == 0
    later = drafter("analyze", "courier.yaml", "--as-of", "2026-11-30", "--ics", "three.ics")
    assert later.exit_code == 0
    read = [
        icalendar.Calendar.from_ical((desk / name).read_bytes()).walk("VEVENT")
        for name in ("one.ics", "three.ics")
    ]
    assert [each["UID"] for each in read[0]] == [each["UID"] for each in read[1]]
    assert {str(each["DTSTAMP"].to_ical()) for each in read[0]} == {"b'20261128T000000Z'"}


def test_another_file_is_not_written_over_without_force(desk: Path) -> None:
    (desk / "mine.ics").write_text("mine", "utf-8")
    refused = drafter("analyze", "courier.yaml", *AS_OF, "--ics", "mine.ics")
    assert refused.exit_code == 4
    assert "mine.ics: there is such a file already" in refused.stderr
    assert "--force" in refused.stderr
    assert (desk / "mine.ics").read_text("utf-8") == "mine"
    assert files(desk) == {"courier.yaml", "mine.ics"}
    done = drafter("analyze", "courier.yaml", *AS_OF, "--ics", "mine.ics", "--force")
    assert done.exit_code == 0
    assert (desk / "mine.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert files(desk) == {"courier.yaml", "mine.ics"}


def test_force_alone_is_refused(desk: Path) -> None:
    refused = drafter("analyze", "courier.yaml", *AS_OF, "--force")
    assert refused.exit_code == 2
    assert "--ics" in refused.stderr


def test_a_folder_in_its_place_is_no_place_to_write(desk: Path) -> None:
    (desk / "folder.ics").mkdir()
    for more in ((), ("--force",)):
        refused = drafter("analyze", "courier.yaml", *AS_OF, "--ics", "folder.ics", *more)
        assert refused.exit_code == 4
        assert "folder.ics" in refused.stderr


@pytest.mark.skipif(WITHOUT_ROOT is None, reason="nothing binds this user to permissions")
def test_a_place_that_cannot_be_written_is_named(desk: Path) -> None:
    (desk / "shut").mkdir(mode=0o500)
    done = process("analyze", "courier.yaml", *AS_OF, "--ics", "shut/a.ics", cwd=desk,
        under=WITHOUT_ROOT)  # fmt: skip
    assert done.returncode == 4
    assert b"shut/a.ics: cannot be written" in done.stderr


def test_what_it_says_of_itself_leaves_the_json_alone(desk: Path) -> None:
    done = drafter("analyze", "courier.yaml", *AS_OF, "--format", "json", "--ics", "a.ics")
    assert json.loads(done.stdout)["format"] == 1
    assert done.stderr == "a.ics: 3 dates; 3 deadlines have no day yet.\n"


def test_a_case_without_a_date_makes_no_file_and_says_so(root: Path, desk: Path) -> None:
    case = root / "casefiles" / "murder-charge.yaml"
    done = drafter("analyze", case, *AS_OF, "--ics", "a.ics")
    assert done.exit_code == 0
    assert done.stderr == "a.ics: not written; no date of the case is known.\n"
    assert files(desk) == {"courier.yaml"}


def test_what_is_past_stays_and_is_marked(root: Path, tmp_path: Path) -> None:
    read = calendar(root / "casefiles" / "prison-escape.yaml", tmp_path)
    told = [(each.decoded("DTSTART"), str(each["SUMMARY"])) for each in read]
    assert told == [
        (
            date(2026, 9, 29),
            "PAST DUE: prison-escape: Written objections to the presentence report",
        ),
        (date(2026, 10, 20), "PAST DUE: prison-escape: Final presentence report and addendum"),
    ]
    gone = calendar(root / "casefiles" / "border-courier.yaml", tmp_path, "--as-of", "2026-12-02")
    assert str(gone[0]["SUMMARY"]) == "PAST: border-courier: Evidence may be gone after this day"


LAW = """\
id: {id}
title: {id}
statement: What is due is done in time.
party: defense
court: casd
authority: frcrp_45_a
marks: {{words: secondary, holding: direct, cite_check: null}}
{period}
"""


def test_a_period_in_hours_is_a_moment_and_both_readings_are_told(desk: Path) -> None:
    (desk / "law" / "deadlines").mkdir(parents=True)
    for id, period in (
        ("exhibits", "anchor: trial\nside: before\nhours: 24"),
        ("response", "anchor: service\nside: after\ndays: 14"),
    ):
        text = LAW.format(id=id, period=period)
        (desk / "law" / "deadlines" / f"{id}.yaml").write_text(text, "utf-8")
    paper = "{id: smith-motion, paper: Motion about Smith, served: 2026-12-01, starts: response}"
    case = (desk / "courier.yaml").read_text("utf-8")
    case = case.replace("trial: 2027-02-02", "trial: 2027-07-06, hours: {trial: 09:00}")
    case = case.replace("  motion_deadline:", f"  served: [{paper}]\n  motion_deadline:")
    (desk / "courier.yaml").write_text(case, "utf-8")
    read = calendar("courier.yaml", desk, "--law", "law")
    found = {str(each["SUMMARY"]): each for each in read}
    exhibits = found["border-courier: exhibits"]
    # Nine o'clock of Friday, July 2, 2027 in San Diego, on the earlier of two readings.
    assert exhibits.decoded("DTSTART") == datetime(2027, 7, 2, 16, tzinfo=UTC)
    told = str(exhibits["DESCRIPTION"])
    assert "Act by July 2, 2027, at 9:00 a.m. Pacific time." in told
    assert "later reading: July 5, 2027, at 9:00 a.m. Pacific time. Act on the earlier." in told
    assert "To confirm: Whether the day of observance is itself a legal holiday" in told
    response = found["border-courier: response"]
    assert response.decoded("DTSTART") == date(2026, 12, 15)
    assert "service may add: December 18, 2026. Act on the earlier." in response["DESCRIPTION"]
    assert "mith" not in (desk / "case.ics").read_text("utf-8")
