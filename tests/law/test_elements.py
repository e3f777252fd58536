"""Promises about the nine concepts."""

from __future__ import annotations

from datetime import date

import pytest

from drafter.doctrine import Library, kinds
from drafter.doctrine.element import Element, Showing
from drafter.doctrine.vocabulary import COURTS, Concept, Direction

LIBRARY = Library.load()
LAW = LIBRARY.in_force(date(2026, 11, 24))
ELEMENTS = LIBRARY.shelf(kinds.ELEMENTS)
RULES = LIBRARY.shelf(kinds.RULES)
SHOWINGS = [
    pytest.param(element, showing, id=f"{element.id}-{showing.id}")
    for element in ELEMENTS.values()
    for showing in element.needs
]


def known_to_require(concept: Concept) -> tuple[str, ...]:
    """The courts whose records say so: an element known in substance, or a role of surrender."""
    return tuple(
        court
        for court in COURTS
        if any(concept in rule.concepts and rule.known for rule in LAW.circuit(court).elements)
        or any(role.concept is concept for role in LAW.circuit(court).surrender)
    )


@pytest.mark.parametrize("concept", Concept)
def test_courts_that_require_a_concept_are_those_whose_records_say_so(concept: Concept) -> None:
    assert ELEMENTS[concept].required_by == known_to_require(concept)


@pytest.mark.parametrize("concept", Concept)
def test_whatever_some_court_requires_is_on_the_protective_list(concept: Concept) -> None:
    element = ELEMENTS[concept]
    assert element.protective == bool(element.required_by)
    assert element.needs


def test_the_concepts_have_an_order() -> None:
    assert sorted(each.order for each in ELEMENTS.values()) == list(range(1, len(Concept) + 1))


@pytest.mark.parametrize("concept", Concept)
def test_questions_and_sentences_are_whole(concept: Concept) -> None:
    element = ELEMENTS[concept]
    assert element.question.endswith("?")
    assert element.silent.endswith(".")
    assert element.asks[0].islower()
    assert element.asks[-1] not in ".?"
    assert all(showing.phrase[0].islower() for showing in element.needs)


@pytest.mark.parametrize(("element", "showing"), SHOWINGS)
def test_what_an_element_needs_can_be_shown_in_every_court_that_requires_it(
    element: Element, showing: Showing
) -> None:
    for court in COURTS:
        shown = {
            asked
            for rule in RULES.values()
            if rule.element is element.id
            and rule.direction in (Direction.HELPS, Direction.ESTABLISHES)
            and (not rule.circuits or court in rule.circuits or rule.persuasive)
            for asked in rule.when
        }
        # An expert on battering shows nothing where the court keeps such an expert out.
        wanted = set(showing.any_of) - {"battering_expert"}
        if court in element.required_by and element.id not in (Concept.SURRENDER,):
            assert wanted <= shown, court


def test_surrender_can_be_shown_where_it_is_an_element() -> None:
    for court, offense in (("ca9", "escape"), ("ca2", "escape"), ("ca10", "illegal_reentry")):
        shown = {
            asked
            for rule in RULES.values()
            if rule.element is Concept.SURRENDER and rule.applies(court, {offense})
            for asked in rule.when
        }
        assert set(ELEMENTS[Concept.SURRENDER].needs[0].any_of) <= shown
