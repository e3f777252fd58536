from __future__ import annotations

from drafter.doctrine.predicate_words import PREDICATE_WORDS
from drafter.doctrine.vocabulary import (
    ADMISSION_PREDICATES,
    CONDUCT_PREDICATES,
    COURTS,
    ITEM_PREDICATES,
    OPPORTUNITY_PREDICATES,
    PREDICATES,
    THREAT_PREDICATES,
)


def test_each_predicate_is_asked_of_one_sort_of_fact() -> None:
    sorts = (THREAT_PREDICATES, OPPORTUNITY_PREDICATES, CONDUCT_PREDICATES, ITEM_PREDICATES)
    admissions = set(ADMISSION_PREDICATES.values())
    assert sum(len(sort) for sort in (*sorts, admissions)) == len(PREDICATES) > 80


def test_there_are_thirteen_courts() -> None:
    assert len(set(COURTS)) == 13


def test_each_predicate_is_told_in_a_sentence_of_its_own() -> None:
    """Counsel writes them as traits, and has nothing else to tell them apart by."""
    assert PREDICATE_WORDS.keys() == PREDICATES
    assert len(set(PREDICATE_WORDS.values())) == len(PREDICATES)
    assert all(words[0].isupper() and words.endswith(".") for words in PREDICATE_WORDS.values())
