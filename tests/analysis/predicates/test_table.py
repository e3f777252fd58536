from __future__ import annotations

import pytest

from drafter.analysis.predicates.table import ASKED, LESSER, SECTIONS, TESTS, sort_of
from drafter.casefile.case import facts_of
from drafter.casefile.coercion import OtherAct, OtherActKind, Threat
from drafter.casefile.record import Event, EventKind, Evidence, Expert, ExpertField
from drafter.doctrine.vocabulary import PREDICATES
from tests.analysis.parts import case

BODY = """\
threats:
  - {id: grave, speaker: rolo, kinds: [death, property]}
  - {id: bare, speaker: rolo}
  - {id: light, speaker: rolo, kinds: [property, job]}
events:
  - {id: fled, kind: avoidance, what: She left the house.}
other_acts:
  - {id: trip, basis: government_allegation, kind: earlier_trip, what: A trip.}
experts:
  - {id: exp, name: Dr. Ito, field: battering, topic: battering}
evidence:
  - {id: ev, kind: document, form: writing, what: A paper}
"""


@pytest.mark.parametrize("predicate", sorted(PREDICATES))
def test_every_predicate_has_an_answer(predicate: str) -> None:
    assert predicate in TESTS


def test_nothing_is_asked_that_no_law_may_ask() -> None:
    assert set(TESTS) == PREDICATES


def test_a_fact_is_of_one_sort() -> None:
    sorts = {fact.id: sort_of(fact) for _, fact in facts_of(case(BODY).case)}
    assert sorts == {
        "grave": Threat,
        "bare": Threat,
        "light": LESSER,
        "fled": EventKind.AVOIDANCE,
        "trip": OtherActKind.EARLIER_TRIP,
        "exp": ExpertField.BATTERING,
        "ev": Evidence,
    }
    assert not {Event, OtherAct, Expert} & set(sorts.values())


def test_a_threat_of_lesser_harm_is_asked_all_that_a_grave_one_is() -> None:
    assert ASKED[LESSER].keys() == ASKED[Threat].keys()


def test_an_empty_section_is_a_gap_where_its_facts_are_asked_for() -> None:
    gaps = {gap.id for gap in case().gaps}
    assert set(SECTIONS.values()) <= gaps
