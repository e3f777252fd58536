from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from drafter.doctrine.circuit import Circuit
from drafter.doctrine.records import Record, RecordFault
from drafter.doctrine.vocabulary import Concept

Raw = dict[str, object]


def read(raw: Raw) -> Circuit:
    return Circuit.from_record(Record(raw))


def test_a_list_in_words_needs_the_words_of_every_element(
    circuit: Callable[..., Raw], marks: Callable[..., Raw]
) -> None:
    unseen = {"id": "fear", "concepts": ["fear"], "marks": marks("none", "unknown")}
    raw = circuit()
    both = [*raw["elements"], unseen]  # type: ignore[misc]
    with pytest.raises(RecordFault, match="is `words`, but an element has none"):
        read(circuit(elements=both))
    with pytest.raises(RecordFault, match="is `substance`, but an element is not known"):
        read(circuit(elements=both, list_status="substance"))
    assert read(circuit(elements=both, list_status="unknown")).elements[1].known is False


def test_two_elements_have_two_ids(circuit: Callable[..., Raw]) -> None:
    elements = circuit()["elements"]
    with pytest.raises(RecordFault, match="two elements have one id"):
        read(circuit(elements=[*elements, *elements]))  # type: ignore[misc]


def test_a_point_takes_only_its_vocabulary(
    circuit: Callable[..., Raw], point: Callable[..., Raw]
) -> None:
    with pytest.raises(RecordFault, match="value: 'mother' is not known"):
        read(circuit(third_person=point(value="mother")))


def test_every_point_is_answered_even_if_unknown(circuit: Callable[..., Raw]) -> None:
    raw = circuit()
    del raw["murder"]
    with pytest.raises(RecordFault, match="murder: is missing"):
        read(raw)


def test_an_element_may_belong_to_one_offense(
    circuit: Callable[..., Raw], marks: Callable[..., Raw]
) -> None:
    bracketed = {
        "id": "surrender",
        "concepts": ["surrender"],
        "words": "surrendered",
        "grade": "A",
        "marks": marks(),
        "source": "https://example.org",
        "applies_to": ["escape"],
    }
    court = read(circuit(elements=[*circuit()["elements"], bracketed]))  # type: ignore[misc]
    assert [rule.id for rule in court.elements_for("escape")] == ["threat", "surrender"]
    assert [rule.id for rule in court.elements_for("fraud")] == ["threat"]


@pytest.mark.parametrize(
    ("role", "added"),
    [
        ("element", [Concept.SURRENDER]),
        ("bona_fide_effort", [Concept.SURRENDER]),
        ("dispossession_duty", [Concept.DISPOSSESSION]),
        ("evidence_on_escape", []),
    ],
)
def test_what_surrender_is_joins_the_required_list(
    circuit: Callable[..., Raw], marks: Callable[..., Raw], role: str, added: list[Concept]
) -> None:
    surrender = [{"role": role, "offenses": ["escape"], "statement": "S.", "marks": marks()}]
    court = read(circuit(surrender=surrender))
    listed = [Concept.THREAT, Concept.IMMEDIACY]
    assert list(court.required("escape")) == listed + added
    assert list(court.required("fraud")) == listed


def test_a_named_role_goes_before_the_general_one(
    circuit: Callable[..., Raw], marks: Callable[..., Raw]
) -> None:
    general = {"role": "evidence_on_escape", "statement": "E.", "marks": marks()}
    named = {"role": "element", "offenses": ["escape"], "statement": "S.", "marks": marks()}
    court = read(circuit(surrender=[general, named]))
    escape, fraud = court.surrender_for("escape"), court.surrender_for("fraud")
    assert escape is not None
    assert fraud is not None
    assert (escape.role, fraud.role) == ("element", "evidence_on_escape")
    assert read(circuit(surrender=[named])).surrender_for("fraud") is None


def test_an_unknown_role_is_refused(circuit: Callable[..., Raw], marks: Callable[..., Raw]) -> None:
    surrender = [{"role": "duty", "statement": "S.", "marks": marks()}]
    with pytest.raises(RecordFault, match="role: 'duty' is not known"):
        read(circuit(surrender=surrender))


def test_a_circuit_may_be_the_law_of_one_period(circuit: Callable[..., Raw]) -> None:
    court = read(circuit(period={"end": "2026-12-31"}))
    assert court.in_force(date(2026, 12, 31))
    assert not court.in_force(date(2027, 1, 1))
