"""The words of kinds and ids."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from enum import Enum
from functools import cache

import pytest

import drafter.analysis
import drafter.casefile
import drafter.doctrine
from drafter.analysis.findings import ComesIn, Production
from drafter.casefile.fact import Basis, Handling
from drafter.composition.vocabulary.answer_words import ANSWERS
from drafter.composition.vocabulary.label_words import CASE_FILE, FINDINGS, IDS, LAW, WORDS
from drafter.composition.vocabulary.labels import label
from drafter.doctrine import Library, kinds
from drafter.doctrine.vocabulary import Concept
from drafter.errors import TemplateError

UNPRINTED = frozenset(
    """
    Against DuressRuling EvidenceNature Grade Holding LeftOut NoteKind Occasion OffenseNature
    Outward OutlineEdition Place PleaStage Precision Pronouns Reader Relation Tie
    Weekday Words Written
    """.split()
)
"""Enums that decide something and are never said."""


@cache
def enums() -> Mapping[str, frozenset[str]]:
    """Every enum a template may meet: its values, or the names of an ordered one."""
    found: dict[str, frozenset[str]] = {}
    for package in (drafter.casefile, drafter.doctrine, drafter.analysis):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for each in vars(importlib.import_module(module.name)).values():
                if isinstance(each, type) and issubclass(each, Enum) and len(each):
                    found[each.__name__] = found.get(each.__name__, frozenset()) | values(each)
    return found


def values(of: type[Enum]) -> frozenset[str]:
    return frozenset(v if isinstance(v := kind.value, str) else kind.name.lower() for kind in of)


def test_every_kind_a_document_may_print_has_words() -> None:
    assert len(enums()) > 40
    assert set(enums()) - UNPRINTED - set(WORDS) == set()


def test_no_words_are_kept_for_what_is_not_there() -> None:
    for name, words in WORDS.items():
        assert set(words) <= enums()[name], name
    assert len(WORDS) == len(CASE_FILE) + len(LAW) + len(FINDINGS)


def test_whatever_may_answer_a_rule_has_words_and_nothing_else_has() -> None:
    library = Library.load()
    kinds_ = library.shelf(kinds.EVIDENCE).values()
    unless = [each.unless for each in library.shelf(kinds.RULES).values()]
    unless += [effect.unless for kind in kinds_ for effect in kind.effects]
    assert {name for names in unless for name in names} == set(ANSWERS)
    assert not set(ANSWERS) & set(IDS)


def test_words_are_fit_for_print() -> None:
    for name in set(enums()) - UNPRINTED:
        for value in enums()[name]:
            words = WORDS[name].get(value) or value.replace("_", " ")
            assert words == words.strip()
            assert not {"_", "'", '"'} & set(words), words


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Basis.CLIENT_ACCOUNT, "client’s account"),
        (Handling.WORK_PRODUCT, "work product"),
        (ComesIn.CLIENT_TESTIMONY, "the client’s testimony"),
        (Production.SUPPORTED, "supported"),
        (Concept.IMMEDIACY, "immediacy"),
        ("first_safe", "first safe opportunity"),
        ("documents_taken", "documents taken"),
    ],
)
def test_labels(kind: object, words: str) -> None:
    assert label(kind) == words


def test_a_missing_kind_stays_missing() -> None:
    assert label(None) is None


@pytest.mark.parametrize("other", [3, "two words", "Ms. Reyes", ("a",), ""])
def test_what_is_neither_kind_nor_id_is_refused(other: object) -> None:
    with pytest.raises(TemplateError, match="kinds and ids"):
        label(other)
