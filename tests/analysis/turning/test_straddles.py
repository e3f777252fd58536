from __future__ import annotations

import pytest

from drafter.analysis.turning.straddles import find_straddles
from tests.analysis.matters import position, record

THREAT = "threats:\n  - {id: t1, speaker: rolo, kinds: [death], %s}\n"
EVENT = "  - {id: %s, kind: %s, what: It happened., when: %s}\n"


def straddles(body: str, **case: str) -> dict[str, list[str]]:
    at = position(record(body, **case))
    found = find_straddles(at.record, at.threats)
    return {each.id: [other.id for other in each.others] for each in found}


def test_moments_in_a_certain_order_are_none() -> None:
    body = THREAT % "when: 2026-03-12 20:30, ended: 2026-03-14 07:00"
    assert straddles(body + "events:\n" + EVENT % ("v1", "surrender", "2026-03-14 08:00")) == {}


def test_two_steps_that_may_be_reversed_name_the_wider_one() -> None:
    body = THREAT % "when: 2026-03-12 20:30, ended: 2026-03-14 07:00"
    surrender = "events:\n" + EVENT % ("v1", "surrender", "about 2026-03-14 07:10")
    assert straddles(body + surrender) == {"v1": ["t1", "count-1"]}


def test_the_count_is_named_where_its_own_moment_is_the_wide_one() -> None:
    threat = THREAT % "when: 2026-03-13 12:00"
    assert straddles(threat, second="offense: fraud, start: 2026-03-13") == {"count-2": ["t1"]}


def test_two_facts_that_may_each_be_the_first_contact() -> None:
    events = (
        "events:\n"
        + EVENT % ("v1", "authority_contact", "2026-03-14 08:00")
        + EVENT % ("v2", "authority_contact", "about 2026-03-14 08:10")
    )
    assert straddles(events) == {"v2": ["v1"]}


@pytest.mark.parametrize(
    ("when", "open_"),
    [
        ("2026-03-13", True),  # on both sides of twenty-four hours before the offense
        ("2026-03-12", False),
        ("2026-03-07", True),  # of seven days
        ("2026-03-06", False),
        ("2026-03-13 04:09", False),
    ],
)
def test_a_threat_on_both_sides_of_a_bound_that_rules_turn_on(when: str, open_: bool) -> None:
    assert straddles(THREAT % f"when: {when}") == ({"t1": ["count-1"]} if open_ else {})


def test_what_is_not_recorded_is_a_gap_and_not_a_moment_to_pin_down() -> None:
    assert straddles(THREAT % "when: unknown") == {}
    assert straddles(THREAT % "specific: yes") == {}
    assert straddles("") == {}


RIVALS = """\
threats:
  - {id: t1, speaker: rolo, kinds: [death], when: 2026-03-14 05:00, sources: [ev at %s]}
  - {id: t2, speaker: rolo, kinds: [death], when: about 2026-03-14 05:10, sources: [ev at %s]}
evidence:
  - {id: ev, kind: recorded_threat, form: recording, what: A camera}
"""


@pytest.mark.parametrize(
    ("first", "second", "open_"),
    [
        ("05:00:12", "05:10:40", []),
        ("05:00:12", "05:00:12", ["t2"]),
        ("p. 3", "05:10:40", ["t2"]),
    ],
)
def test_one_recording_puts_what_it_shows_in_order(
    first: str, second: str, open_: list[str]
) -> None:
    assert list(straddles(RIVALS % (first, second))) == open_


def test_one_utterance_on_one_page_is_asked_about_once() -> None:
    kinds = ("authority_contact", "authority_contact", "authority_contact")
    whens = ("2026-03-14 08:00", "about 2026-03-14 08:10", "about 2026-03-14 08:10")
    pages = ("", ", sources: [ev at p. 3]", ", sources: [ev at p. 3]")
    events = "".join(
        f"  - {{id: v{n}, kind: {kind}, what: It happened., when: {when}{page}}}\n"
        for n, (kind, when, page) in enumerate(zip(kinds, whens, pages, strict=True), 1)
    )
    item = "evidence: [{id: ev, kind: document, form: writing, what: A report}]\n"
    assert list(straddles(f"events:\n{events}{item}")) == ["v2"]
