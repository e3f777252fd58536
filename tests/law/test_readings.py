"""The readings of the library, beside the figures and the tasks they speak of."""

from __future__ import annotations

from datetime import timedelta

import pytest

from drafter.analysis.predicates.hours import DAYS, HOUR, HOURS, PART, PROMPT, STOPPED
from drafter.doctrine import Library, kinds
from drafter.doctrine.reading import Place

LIBRARY = Library.load()
READINGS = {each.id: each for each in LIBRARY.only(kinds.READINGS).readings}


@pytest.mark.parametrize(
    ("figure", "hours", "id", "words"),
    [
        (HOUR, 1, "hour", "made within the hour before the offense"),
        (HOURS, 24, "hours", "a day is twenty-four hours"),
        (HOURS, 24, "voices", "more than a day before the offense"),
        (DAYS, 7 * 24, "hours", "a week seven days"),
        (PROMPT, 24, "prompt", "within twenty-four hours"),
        (PROMPT, 24, "arrest", "within twenty-four hours"),
        (STOPPED, 24, "stopping", "no more than twenty-four hours"),
        (PART, 24, "whole_count", "no more than twenty-four hours"),
        (PART, 24, "on_word", "more than twenty-four hours"),
    ],
)
def test_the_words_of_a_reading_are_the_figure_that_is_used(
    figure: timedelta, hours: int, id: str, words: str
) -> None:
    assert figure == timedelta(hours=hours)
    assert words in " ".join(READINGS[id].statement.split())


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
