"""Moments after the offense say nothing of how near the danger stood in it."""

from __future__ import annotations

import pytest

from tests.analysis.route import asked_about, element, reason

CHANCE = "opportunities:\n  - {id: o, what: a stop, when: %s, %s}\n"


@pytest.mark.parametrize(("when", "hurts"), [("2026-03-14 05:00", True), ("2026-03-15", False)])
def test_being_unwatched_after_the_offense_does_not_touch_immediacy(when: str, hurts: bool) -> None:
    found = element(CHANCE % (when, "watched: no"), "immediacy")
    assert (reason(found, "ca9_surveillance_incomplete") is not None) is hurts


@pytest.mark.parametrize(("ended", "met"), [("04:30", False), ("05:30", True), ("", True)])
def test_a_watcher_answers_for_no_moment_after_the_threat_was_over(ended: str, met: bool) -> None:
    end = ended and f", ended: 2026-03-14 {ended}"
    watcher = (
        f"threats:\n  - {{id: t, kinds: [death], watching: yes, when: 2026-03-13 20:00{end}}}\n"
    )
    found = element(watcher + CHANCE % ("2026-03-14 05:00", "watched: no"), "immediacy")
    unwatched = reason(found, "ca9_surveillance_incomplete")
    assert unwatched is not None
    assert ([each.id for each in unwatched.met] == ["t"]) is met


ORDERS = [("2026-03-14 05:00", False), ("2026-03-14", True), ("unknown", True)]


@pytest.mark.parametrize(("when", "open_"), ORDERS)
def test_a_safe_moment_of_which_it_is_not_known_whether_the_offense_was_over_defeats_nothing(
    when: str, open_: bool
) -> None:
    found = element(CHANCE % (when, "safe: yes, asked_for_help: no"), "escape", "ca1")
    given = reason(found, "safe_opportunity")
    assert given is not None
    assert given.is_open is open_


@pytest.mark.parametrize(("when", "asked"), [("2026-03-14 05:00", True), ("2026-03-15", False)])
def test_whether_the_client_was_watched_then_is_not_asked(when: str, asked: bool) -> None:
    found = element(CHANCE % (when, "alone: yes"), "immediacy")
    assert ("o.watched" in asked_about(found)) is asked


@pytest.mark.parametrize(("when", "hurts"), [("2026-03-14 05:00", True), ("2026-03-15", False)])
def test_a_moment_of_the_offense_that_nobody_watched_stands_against_who_is_said_to_watch(
    when: str, hurts: bool
) -> None:
    watcher = "threats:\n  - {id: t, kinds: [death], watching: yes, when: 2026-03-13 20:00}\n"
    found = element(watcher + CHANCE % (when, "watched: no"), "immediacy", "ca7")
    assert reason(found, "threatener_watching") is not None
    assert (reason(found, "unwatched_during_offense") is not None) is hurts


@pytest.mark.parametrize(
    ("when", "inside", "hurts"),
    [
        ("2026-03-14 08:00", "authority_present: yes, asked_for_help: no", True),
        ("2026-03-14 08:00", "safe: yes, asked_for_help: no", True),
        ("2026-03-14 08:00", "safe: yes, asked_for_help: yes", False),
        ("2026-03-14 08:00", "authority_present: no, asked_for_help: no", False),
        ("2026-03-14 05:00", "authority_present: yes, asked_for_help: no", False),
        ("2026-03-14 06:56", "authority_present: yes, asked_for_help: no", True),
        ("2026-03-14 06:55", "authority_present: yes, asked_for_help: no", False),
        (
            "between 2026-03-14 06:55 and 2026-03-14 06:56",
            "authority_present: yes, asked_for_help: no",
            False,
        ),
    ],
)
def test_help_within_reach_after_the_offense_is_not_passed_over(
    when: str, inside: str, hurts: bool
) -> None:
    found = element(CHANCE % (when, inside), "escape", "ca7")
    assert (reason(found, "help_not_sought_afterward") is not None) is hurts


@pytest.mark.parametrize(
    ("inside", "helps"),
    [("", True), (", authority_present: yes", False), (", safe: yes", False)],
)
def test_the_want_of_a_telephone_helps_only_where_there_was_no_other_way(
    inside: str, helps: bool
) -> None:
    found = element(CHANCE % ("2026-03-14 05:00", "phone: no" + inside), "escape")
    assert (reason(found, "no_phone") is not None) is helps


MAKER = "threats:\n  - {id: t, kinds: [death], speaker: rolo}\n"
THERE = [
    ("the clerk, watched: no", False),
    ("the clerk; Rogelio Tapia, watched: no", False),
    ("the clerk", False),
    ("the clerk, watched: yes", True),
    ("Mr. Tapia", True),
    ("nobody on the street, watched: no", True),
]


@pytest.mark.parametrize(("present", "helps"), THERE)
def test_the_want_of_a_telephone_helps_nobody_who_could_ask_somebody(
    present: str, helps: bool
) -> None:
    inside = f"phone: no, present: {present}"
    found = element(MAKER + CHANCE % ("2026-03-14 05:00", inside), "escape")
    assert (reason(found, "no_phone") is not None) is helps


@pytest.mark.parametrize(("asked", "futile"), [("yes", False), ("no", True)])
def test_whoever_asked_for_help_did_not_think_it_futile(asked: str, futile: bool) -> None:
    item = (
        "evidence:\n  - {id: ev, kind: document, form: writing, what: A finding,"
        " traits: [believed_police_futile], about: [o]}\n"
    )
    found = element(
        CHANCE % ("2026-03-14 05:00", f"asked_for_help: {asked}") + item, "escape", "ca2"
    )
    assert (reason(found, "ca2_futility") is not None) is futile
