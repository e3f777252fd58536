"""The statutory route, as it was read."""

from __future__ import annotations

from datetime import date

import pytest

from drafter.doctrine import Library, kinds
from drafter.doctrine.marks import Words
from drafter.doctrine.route import Route


@pytest.fixture(scope="module")
def route() -> Route:
    return Library.load().get(kinds.ROUTES, "section_28")


def test_it_exists_from_its_enactment(route: Route) -> None:
    assert not route.in_force(date(2026, 1, 22))
    assert route.in_force(date(2026, 1, 23))


def test_its_words(route: Route) -> None:
    assert [each.id for each in route.subsections] == ["a1", "a2", "b", "c", "d", "e"]
    assert route.marks.words is Words.PRIMARY
    assert "may establish duress by demonstrating" in route.subsection("b").words
    assert "shall, on motion, be placed under seal" in route.subsection("c").words
    assert "as a mitigating factor, at sentencing" in route.subsection("d").words


def test_covered_offenses_leave_out_violence_against_a_child(route: Route) -> None:
    words = {each.id: each.words for each in route.definitions}
    assert words["level_a_offense"] == "a Federal offense that is not a violent crime"
    assert "of which a child was a victim" in (words["level_b_offense"] or "")


def test_the_definition_of_a_victim_was_not_read(route: Route) -> None:
    (victim,) = [each for each in route.definitions if each.id == "victim_of_trafficking"]
    assert "section 103" in (victim.words or "")
    assert victim.lead is not None
    assert "Lead(...)" in repr(victim)


def test_what_is_unknown_is_said(route: Route) -> None:
    assert {each.id for each in route.unknown} == {
        *("burden", "common_law_limits"),
        *("pending_cases", "decisions"),
    }
