"""Every timed fact in time order."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from drafter.facts.timeline import begins
from tests.facts.records import points, record
from tests.facts.test_moments import placed


def order(*moments: str) -> list[str]:
    events = "".join(
        f"  - {{id: e{number}, what: Something., when: {when}}}\n"
        for number, when in enumerate(moments)
    )
    return [entry.id for entry in record(f"events:\n{events}").timeline]


def test_by_the_earliest_each_can_have_been() -> None:
    assert order("2026-03-14 09:00", "2026-03-14", "2026-03-13 23:00", "2026-03") == [
        *("e3", "e2", "e1", "e0")
    ]


def test_equal_moments_keep_the_order_of_the_file() -> None:
    assert order("2026-03-14", "2026-03-14 00:00", "2026-03-14") == ["e0", "e1", "e2"]


def test_a_time_known_only_as_before_another_stands_there() -> None:
    assert order("2026-03-14", "before 2026-03-14", "2026-03-12") == ["e2", "e1", "e0"]


def test_about_a_time_stands_at_that_time() -> None:
    assert order("about 2026-03-14 07:05", "2026-03-14 06:55", "about 2026-03-14 06h") == [
        *("e2", "e1", "e0")
    ]


def test_unknown_times_stand_last_and_untimed_facts_nowhere() -> None:
    assert order("unknown", "2026-03-14", "unknown") == ["e1", "e0", "e2"]
    found = record("events: [{id: e0, what: Something.}]\n")
    assert found.timeline == ()


def test_time_is_compared_across_zones() -> None:
    assert order("2026-03-14 08:00", "2026-03-14 10:30 America/New_York") == ["e1", "e0"]


@given(st.lists(points, min_size=2, max_size=6))
def test_the_order_never_runs_backward(texts: list[str]) -> None:
    moments = sorted((placed(text, "America/New_York") for text in texts), key=begins)
    starts = [at.earliest for at in moments if at.earliest]
    assert len(starts) == len(texts)
    assert all(one <= next for one, next in pairwise(starts))
