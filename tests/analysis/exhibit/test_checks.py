"""The gates of the exhibit, each both ways."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.analysis.exhibit.checks import row_problems
from drafter.analysis.exhibit.view import exhibit_view
from drafter.casefile.case import ExhibitMode
from drafter.doctrine import Library
from drafter.errors import GateError
from tests.analysis.exhibit.exhibits import APPROVED, DAY, changed, law, refusals, view
from tests.facts.records import record

SENTENCING = ("mode: fre_107", "mode: sentencing")
SUMMARY = ("mode: fre_107", "mode: fre_1006")


def test_the_case_as_it_is_passes_in_every_mode() -> None:
    assert refusals() == refusals(SENTENCING) == refusals(SUMMARY) == []


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ("basis: client_account", "rests on `basis: client_account`"),
        ("basis: counsel_inference", "rests on `basis: counsel_inference`"),
        ("basis: government_allegation", "is an allegation, not a recorded event"),
        *(
            (f"handling: {each}", f"has `handling: {each}`")
            for each in (
                *("privileged", "work_product", "protective_order", "sealed"),
                *("presentence_report", "grand_jury", "cooperation", "medical"),
                "victim_identifying",
            )
        ),
    ],
)
def test_only_open_recorded_events(field: str, message: str) -> None:
    (said,) = refusals(("{id: call,", f"{{id: call, {field},"))
    assert f"`call` {message}" in said
    assert said.startswith("small.yaml:")
    assert "{id: call," in said


@pytest.mark.parametrize("basis", ["document", "recording", "witness", "court_finding", "expert"])
def test_every_recorded_basis_passes(basis: str) -> None:
    assert refusals(("{id: call,", f"{{id: call, basis: {basis},")) == []


@pytest.mark.parametrize("id", ["threat-1", "chance"])
def test_a_threat_or_an_opportunity_is_the_reading_of_the_defense(id: str) -> None:
    (said,) = refusals(("events: [call,", f"events: [{id}, call,"))
    assert f"`{id}` is recorded as a" in said
    assert "the defense's reading" in said


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ("protection: proffer_letter", "is protected (`proffer_letter`)"),
        ("protection: plea_talks", "is protected (`plea_talks`)"),
        ("invoked: silence", "a right was invoked"),
        ("suppression_issue: No warning was given", "A suppression issue is open"),
    ],
)
def test_a_statement_whose_use_is_limited(field: str, message: str) -> None:
    (said,) = refusals(("{id: spoken,", f"{{id: spoken, {field},"))
    assert message in said
    assert "No warning was given" not in said.splitlines()[0]


@pytest.mark.parametrize(
    ("when", "message"),
    [
        ("when: unknown, ", "`call` has no recorded date"),
        ("", "`call` has no recorded date"),
        ("when: 2026-03, ", None),
        ("when: before 2026-03-14, ", None),
    ],
)
def test_an_event_without_a_date(when: str, message: str | None) -> None:
    said = refusals(("when: 2026-03-14 05:48, ", when))
    assert [message in each for each in said if message] == ([True] if message else [])


@pytest.mark.parametrize(
    ("when", "passes"),
    [
        ("2026-03-14 05:48", False),
        ("2026-03-14 05h", False),
        ("2026-03-14", True),
        ("2026-03-14 05:48 America/Chicago", True),
    ],
)
def test_a_time_by_an_unknown_clock(when: str, passes: bool) -> None:
    body = changed(("2026-03-14 05:48", when))
    found = record(body, district="flnd")
    problems = list(row_problems(found.facts["call"], found, ExhibitMode.FRE_107))
    assert [problem.message for problem in problems] == (
        [] if passes else ["It is not known by which clock the time of `call` is."]
    )


@pytest.mark.parametrize(
    ("place", "hint"),
    [
        (
            {"district": "flnd"},
            "Write the zone after the time (America/Chicago or America/New_York), or enter"
            " `division:` under `matter:`.",
        ),
        (
            {"district": "txwd", "division": "pecos"},
            "Clocks of America/Chicago and of America/Denver are kept in the Pecos Division:"
            " write one of these after the time.",
        ),
    ],
)
def test_what_settles_by_which_clock_a_time_is(place: dict[str, str], hint: str) -> None:
    """Of a division that keeps two clocks it is no use to enter the division."""
    found = record(changed(), **place)
    (problem,) = row_problems(found.facts["call"], found, ExhibitMode.FRE_107)
    assert problem.hint == hint


def test_an_event_without_a_source_that_may_be_shown() -> None:
    (said,) = refusals(("sources: [log at call 7]}", "sources: []}"))
    assert "`call` has no source that may be shown" in said
    hidden = ("form: writing, handling: open, what: Call log", "form: writing, what: Call log")
    (said,) = refusals(hidden)
    assert "`call` has no source that may be shown" in said


def test_a_source_that_may_not_be_shown_is_not_named() -> None:
    hidden = ("recording, handling: open, what: Video", "recording, what: Video")
    held = next(row for row in view(hidden, ("held, spoken]", "held]")).rows if row.id == "held")
    assert [source.id for source in held.sources] == ["report"]
    assert held.sponsors == ("Officer M. Diaz",)


def test_both_accounts_of_a_moment_each_need_an_open_source() -> None:
    other = (
        "events:\n  - {id: call",
        "events:\n  - {id: other, conflicts_with: [call], what: No call was made,"
        " when: 2026-03-14 05:48, sources: [video]}\n  - {id: call",
    )
    chosen = ("events: [call,", "events: [call, other,")
    assert refusals(other, chosen) == []
    (said,) = refusals((other[0], other[1].replace("[video]", "[]")), chosen)
    assert "`other` has no source" in said


@pytest.mark.parametrize(
    ("form", "passes"),
    [
        ("writing", True),
        ("recording", True),
        ("photograph", True),
        ("testimony", False),
        ("object", False),
        ("opinion", False),
    ],
)
def test_a_summary_is_of_records_that_can_be_produced(form: str, passes: bool) -> None:
    log = ("phone_records, form: writing", f"phone_records, form: {form}")
    assert (refusals(log, SUMMARY) == []) is passes
    assert refusals(log, SENTENCING) == []


def test_a_summary_needs_the_number_of_the_record() -> None:
    bare = ("what: Call log, bates: G-0211", "what: Call log")
    (said,) = refusals(bare, SUMMARY)
    assert "with a Bates or exhibit number" in said
    assert refusals(bare) == []


def test_an_aid_needs_a_sponsor() -> None:
    nobody = ("bates: G-0211,\n     witness: officer}", "bates: G-0211}")
    (said,) = refusals(nobody)
    assert "`call` has no sponsor" in said
    assert refusals(nobody, SENTENCING) == refusals(nobody, SUMMARY) == []


def test_a_sponsor_the_team_keeps_to_itself_is_none() -> None:
    """Even if the item names that person, the exhibit must not tell who will testify."""
    kept = ("basis: witness, handling: open, person: officer", "basis: witness, person: officer")
    said = refusals(kept)
    assert [each.partition("`")[2].partition("`")[0] for each in said] == ["call", "told"]


def test_somebody_whom_only_the_item_names_is_no_sponsor() -> None:
    other = ("bates: G-0211,\n     witness: officer", "bates: G-0211,\n     witness: cousin")
    (said,) = refusals(other)
    assert "`call` has no sponsor: no open witness is listed" in said


def test_every_problem_at_once() -> None:
    said = refusals(
        ("{id: call,", "{id: call, handling: sealed,"),
        ("{id: held,", "{id: held, basis: client_account,"),
        ("  number: Defense Exhibit 4\n", ""),
        tail=APPROVED,
    )
    assert len(said) == 4


@pytest.mark.parametrize("mode", ["fre_107", "fre_1006", "sentencing"])
def test_an_approved_exhibit_needs_a_fresh_cite_check_of_its_rule(
    mode: str, tmp_path: Path
) -> None:
    change = ("mode: fre_107", f"mode: {mode}")
    (said,) = refusals(change, tail=APPROVED)
    assert "An approved exhibit cites" in said
    assert refusals(change, tail=APPROVED, checked=tmp_path) == []
    assert refusals(change) == []
    (said,) = refusals(change, tail=APPROVED, checked=tmp_path, on="2026-08-29")
    assert "no cite-check of the 90 days up to 2026-11-28" in said
    assert refusals(change, tail=APPROVED, checked=tmp_path, on="2026-08-30") == []


def test_an_approved_exhibit_cites_no_rule_that_may_never_leave(tmp_path: Path) -> None:
    law(tmp_path)
    path = tmp_path / "authorities" / "fre_107.yaml"
    path.write_text(f"{path.read_text('utf-8')}outward: never\n", encoding="utf-8")
    with pytest.raises(GateError) as refused:
        exhibit_view(record(changed() + APPROVED), Library.load(tmp_path).in_force(DAY))
    (said,) = map(str, refused.value.problems)
    assert "(`fre_107`), which may never be cited outside the office." in said
    assert said.endswith("Take it out of the paper.")
    assert "cite_check:" not in said


def test_an_approval_cannot_come_after_the_draft(tmp_path: Path) -> None:
    later = APPROVED.replace("2026-11-20", "2026-11-29")
    (said,) = refusals(tail=later, checked=tmp_path)
    assert "later than the day of the draft" in said


@pytest.mark.parametrize(
    ("served", "message"),
    [
        ("{call: '1', held: '2'}", None),
        ("{call: one}", "`one` is not the number of a row"),
        ("{call: '1', held: '1'}", "`call` has the number 1 as well"),
    ],
)
def test_numbers_as_they_were_served(served: str, message: str | None) -> None:
    said = refusals(tail=f"  served_numbers: {served}\n")
    assert [message in each for each in said if message] == ([True] if message else [])


@pytest.mark.parametrize(
    ("changes", "ends", "message"),
    [
        ([], ("call", "held"), None),
        ([], ("call", "told"), None),
        ([], ("held", "call"), "does not fix the interval"),
        ([("2026-03-14 05:48", "2026-03-14")], ("call", "held"), "needs the time of day"),
        ([("2026-03-14 05:48", "2026-03-14 05h")], ("call", "held"), "needs the time of day"),
        ([("05:48", "07:06")], ("call", "told"), "does not fix the interval"),
        (
            [("when: 2026-03-14 05:48", "when: between 2026-03-14 05:00 and 2026-03-14 06:00")],
            ("call", "held"),
            None,
        ),
        (
            [("when: 2026-03-14 05:48", "when: between 2026-03-14 05:00 and 2026-03-14 06:00")],
            ("call", "told"),
            "does not fix the interval",
        ),
        ([("when: 2026-03-14 05:48", "when: before 2026-03-14 05:48")], ("call", "held"), None),
    ],
)
def test_an_interval_is_printed_only_where_the_record_fixes_it(
    changes: list[tuple[str, str]], ends: tuple[str, str], message: str | None
) -> None:
    tail = f"  intervals: [{{id: int, start: {ends[0]}, end: {ends[1]}, words: between them}}]\n"
    said = refusals(*changes, tail=tail)
    assert [message in each for each in said if message] == ([True] if message else [])


def test_within_an_hour_that_occurred_twice_the_record_fixes_no_interval() -> None:
    said = refusals(
        ("2026-03-14 05:48", "2026-11-01 01:10"),
        ("2026-03-14 08:40", "2026-11-01 01:20"),
        tail="  intervals: [{id: int, start: call, end: held, words: between them}]\n",
    )
    assert any("does not fix the interval" in each for each in said)


@pytest.mark.parametrize("by", ["A. Pike", "a. PIKE", "Ms. A. Pike"])
def test_an_attorney_of_the_matter_may_approve_it(by: str, tmp_path: Path) -> None:
    approved = APPROVED.replace("A. Pike", by)
    assert view(tail=approved, checked=tmp_path).approved


@pytest.mark.parametrize("by", ["Teresa Ocampo", "Pike", "J. Pike"])
def test_nobody_else_takes_the_stamp_off(by: str, tmp_path: Path) -> None:
    (said,) = refusals(tail=APPROVED.replace("A. Pike", by), checked=tmp_path)
    assert f"`exhibit.approved` names {by}, who is none of the attorneys of the matter" in said
    assert "as `matter.attorneys` does (A. Pike)" in said
    assert f"by: {by}" in said
