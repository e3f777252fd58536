"""The readings of the library, beside the figures and the tasks they speak of."""

from __future__ import annotations

from datetime import timedelta

from drafter.analysis.predicates.conduct import PROMPT
from drafter.analysis.predicates.threats import DAYS, HOURS
from drafter.doctrine import Library, kinds
from drafter.doctrine.reading import Place

LIBRARY = Library.load()
READINGS = {each.id: each for each in LIBRARY.only(kinds.READINGS).readings}


def test_the_words_of_the_hours_are_the_figures_that_are_used() -> None:
    assert timedelta(hours=24) == HOURS == PROMPT
    assert timedelta(days=7) == DAYS
    for id in ("hours", "prompt", "arrest", "stopping"):
        assert "twenty-four hours" in READINGS[id].statement
    assert "a week seven days" in READINGS["hours"].statement


def test_every_place_has_readings_and_every_task_they_name_exists() -> None:
    assert {each.place for each in READINGS.values()} == set(Place)
    tasks = LIBRARY.shelf(kinds.TASKS)
    named = [id for each in READINGS.values() for id in each.tasks]
    assert named
    assert all(tasks.versions(id) for id in named)


def test_every_kind_of_evidence_that_a_reading_names_exists() -> None:
    known = LIBRARY.shelf(kinds.EVIDENCE)
    named = [kind for each in READINGS.values() for kind in each.evidence]
    assert named
    assert all(known.versions(kind) for kind in named)


def test_what_a_reading_is_about_is_asked_by_some_rule() -> None:
    rules = LIBRARY.shelf(kinds.RULES).values()
    asked = {each for rule in rules for each in (*rule.when, *rule.unless)}
    assert {of for each in READINGS.values() for of in each.of} <= asked
