"""Promises about the tasks."""

from __future__ import annotations

import re

import pytest

from drafter.doctrine import Library, kinds
from drafter.doctrine.occasion import Occasion

LIBRARY = Library.load()
TASKS = LIBRARY.shelf(kinds.TASKS)
NAMES = sorted(TASKS)


def test_the_steps_for_the_client_stand_in_every_case() -> None:
    always = {each.id for each in TASKS.values() if not each.when}
    assert {"silence", "no_posts", "no_contact", "keep_everything", "account_to_counsel"} <= always
    assert "whether it seems to help or not" in TASKS["keep_everything"].title
    assert "delete and alter nothing" in TASKS["no_posts"].title


def test_reading_an_unknown_list_comes_first_but_for_what_may_be_lost_by_waiting() -> None:
    first = TASKS["read_list"].order
    before = {each.id for each in TASKS.values() if each.order < first}
    assert before == {"conflict_named", "judgment_and_appeal", "motion_limit"}
    assert TASKS["read_list"].when == (Occasion.CIRCUIT_LIST_UNKNOWN,)


def test_an_invocation_raises_a_motion() -> None:
    raised = [each for each in TASKS.values() if Occasion.RIGHT_INVOKED in each.when]
    assert [each.kind for each in raised] == ["motion"]


@pytest.mark.parametrize("name", NAMES)
def test_a_task_is_an_imperative_without_a_full_stop_and_a_reason_with_one(name: str) -> None:
    task = TASKS[name]
    assert re.fullmatch(r"[A-Z].*[^.]", task.title)
    assert re.fullmatch(r"[A-Z].*[.]", task.because)


def test_every_task_that_an_option_names_has_a_name_in_few_words() -> None:
    options = LIBRARY.shelf(kinds.STRATEGY).values()
    named = {id: TASKS[id].brief for each in options for id in each.tasks}
    assert {id: brief for id, brief in named.items() if len(brief) > 60} == {}
    assert all(re.fullmatch(r"[A-Z].*[^.]", brief) for brief in named.values())


@pytest.mark.parametrize("name", NAMES)
def test_law_is_stated_only_with_an_authority_that_was_read(name: str) -> None:
    task = TASKS[name]
    text = f"{task.title} {task.because}"
    if task.authority:
        assert not LIBRARY.get(kinds.AUTHORITIES, task.authority).is_lead
    else:
        assert not re.search(r"§|U\.S\.C|Fed\. R\.| v\. ", text)


@pytest.mark.parametrize("name", NAMES)
def test_no_task_counts_days_from_today_or_names_a_figure_of_the_article(name: str) -> None:
    text = f"{TASKS[name].title} {TASKS[name].because}"
    assert not re.search(r"today|60|90", text)
