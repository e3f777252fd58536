"""The word of a relation that a paper for others may print, from counsel's free text."""

from __future__ import annotations

import pytest

from drafter.analysis.predicates.family import kinship


@pytest.mark.parametrize(
    ("relation", "word"),
    [
        ("daughter", "daughter"),
        ("Son, six years old", "son"),
        ("her older half-sister", "half-sister"),
        ("the client's youngest daughter, who has not been told", "daughter"),
        ("twin sister", "sister"),
        ("mother-in-law", "mother-in-law"),
        ("foster son", None),
        ("former wife", None),
        ("great aunt", None),
        ("girlfriend’s son, ten months old", None),
        ("cousin of the coercer", None),
        ("member of the family", None),
        ("parents", None),
        ("aunt and uncle", None),
        ("said to be her daughter", None),
        ("landlord’s nephew", None),
        ("acquaintance, and daughter of a cousin", None),
        ("", None),
    ],
)
def test_only_a_word_of_kinship_that_nothing_qualifies(relation: str, word: str | None) -> None:
    assert kinship(relation) == word
