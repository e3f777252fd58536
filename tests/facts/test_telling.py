"""One row for one moment, in time order, the counts with the facts."""

from __future__ import annotations

from tests.facts.records import record


def rows(body: str, **place: str) -> list[tuple[list[str], list[str], list[str]]]:
    return [
        ([fact.id for fact in row.facts], [c.id for c in row.begun], [c.id for c in row.ended])
        for row in record(body, **place).chronology
    ]


BEGIN, END = ([], ["count-1"], []), ([], [], ["count-1"])


def test_what_is_recorded_for_one_minute_is_one_row_the_event_before_what_was_said() -> None:
    body = (
        "opportunities: [{id: o, what: a clerk, when: 2026-03-14 04:10}]\n"
        "events: [{id: e, what: She bought water., when: 2026-03-14 04:10}]\n"
        "statements: [{id: s, to: a clerk, summary: Spoke., when: 2026-03-14 06:55}]\n"
    )
    assert rows(body) == [(["e", "o"], ["count-1"], []), (["s"], [], ["count-1"])]


def test_two_facts_of_a_day_are_two_rows_and_stand_after_what_has_an_hour() -> None:
    body = (
        "events:\n  - {id: a, what: One., when: 2026-03-14}\n"
        "  - {id: b, what: Two., when: between 2026-03-14 and 2026-03-15}\n"
        "  - {id: c, what: Three., when: 2026-03}\n"
    )
    assert rows(body) == [(["c"], [], []), BEGIN, END, (["a"], [], []), (["b"], [], [])]


def test_evidence_is_no_row() -> None:
    item = "{id: e, kind: messages, form: writing, what: Messages, when: 2026-03-14 04:10}"
    assert rows(f"evidence: [{item}]\n") == [BEGIN, END]


def test_moments_of_an_unknown_clock_stand_as_by_one_clock() -> None:
    body = (
        "events:\n  - {id: a, what: One., when: before 2026-03-14 03:30}\n"
        "  - {id: b, what: Two., when: 2026-03-14 04:05}\n"
    )
    found = rows(body, district="flnd")
    assert [facts for facts, _, _ in found] == [["a"], ["b"], [], []]


def test_facts_of_one_source_give_it_once() -> None:
    body = (
        "events:\n  - {id: a, what: One., when: 2026-03-14 05:00}\n"
        "  - {id: b, what: Two., when: 2026-03-14 05:00}\n"
        "  - {id: c, what: Three., when: 2026-03-14 05:00, basis: recording}\n"
    )
    row = record(body).chronology[1]
    assert [each.id for each in row.facts] == ["a", "b", "c"]
    assert [each.id for each in row.sourced] == ["a", "c"]


def test_of_two_moments_that_may_be_one_the_exact_one_is_told_first() -> None:
    body = (
        "statements: [{id: s, to: agents, summary: Spoke., when: about 2026-03-14 17:30}]\n"
        "events: [{id: e, what: Agents came., when: 2026-03-14 17:30}]\n"
    )
    assert [each.id for each in record(body).told] == ["e", "s"]
    assert [each.id for each in record(body, district="flnd").told] == ["e", "s"]


def test_what_is_about_the_moment_of_a_count_is_told_before_the_count() -> None:
    body = "events: [{id: shot, what: A shot was heard., when: about 2026-03-14 04:10}]\n"
    assert rows(body) == [(["shot"], [], []), BEGIN, END]


def test_a_contact_known_by_its_day_stands_at_the_hour_recorded_of_it_elsewhere() -> None:
    body = (
        "opportunities: [{id: o, what: a station, when: 2026-03-14 11h, authority_present: yes,"
        " asked_for_help: yes}]\n"
        "events:\n  - {id: fire, kind: violence, what: It burned., when: 2026-03-14 23h}\n"
        "  - {id: report, kind: authority_contact, what: He told them., when: 2026-03-14}\n"
    )
    told = [each.id for each in record(body).told]
    assert told == ["o", "report", "fire"]
    unasked = body.replace("asked_for_help: yes", "asked_for_help: no")
    assert [each.id for each in record(unasked).told] == ["o", "fire", "report"]
