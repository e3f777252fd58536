"""Moments after the offense say nothing of how near the danger stood in it."""

from __future__ import annotations

import pytest

from tests.analysis.route import asked_about, element, reason

CHANCE = "opportunities:\n  - {id: o, what: a stop, when: %s, %s}\n"


@pytest.mark.parametrize(("when", "hurts"), [("2026-03-14 05:00", True), ("2026-03-15", False)])
def test_being_unwatched_after_the_offense_does_not_touch_immediacy(when: str, hurts: bool) -> None:
    found = element(CHANCE % (when, "watched: no"), "immediacy")
    assert (reason(found, "ca9_surveillance_incomplete") is not None) is hurts


@pytest.mark.parametrize(("when", "asked"), [("2026-03-14 05:00", True), ("2026-03-15", False)])
def test_whether_the_client_was_watched_then_is_not_asked(when: str, asked: bool) -> None:
    found = element(CHANCE % (when, "alone: yes"), "immediacy")
    assert ("o.watched" in asked_about(found)) is asked
