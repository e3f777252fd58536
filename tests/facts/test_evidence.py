"""The evidence index."""

from __future__ import annotations

from drafter.facts.evidence import EvidenceIndex
from tests.facts.records import record

BODY = """\
people: [{id: cousin, name: Teresa Ocampo, relation: cousin}]
threats:
  - {id: threat-1, kinds: [death], sources: [ev-log at call 7, ev-log at call 9, ev-letter]}
events:
  - {id: event-1, what: A call was made., sources: [ev-log]}
  - {id: event-2, what: Nothing proves this.}
evidence:
  - {id: ev-log, kind: phone_records, form: writing, what: Call log}
  - {id: ev-letter, kind: document, form: writing, what: A letter, about: [event-1],
     witness: cousin}
  - {id: ev-photo, kind: document, form: photograph, what: A photo, about: [threat-1, event-1],
     admissible_through: the photographer}
  - {id: ev-note, kind: document, form: writing, what: A note}
  - {id: ev-copy, kind: document, form: recording, what: A copy of a telephone}
experts: [{id: exp-1, name: H. Voss, field: digital, topic: Extraction, sponsors: [ev-copy]}]
witnesses:
  - {id: wit-1, basis: witness, person: cousin, sponsors: [ev-letter, ev-note], knows: The letter.}
  - {id: wit-2, basis: witness, person: cousin, sponsors: [ev-note], knows: The note.}
"""


def index() -> EvidenceIndex:
    return record(BODY).evidence


def test_the_items_of_a_fact_its_sources_first() -> None:
    found = index()
    assert [item.id for item in found.items_for("threat-1")] == ["ev-log", "ev-letter", "ev-photo"]
    assert [item.id for item in found.items_for("event-1")] == ["ev-log", "ev-letter", "ev-photo"]
    assert found.items_for("event-2") == ()


def test_the_facts_of_an_item() -> None:
    found = index()
    assert [fact.id for fact in found.facts_for("ev-log")] == ["threat-1", "event-1"]
    assert [fact.id for fact in found.facts_for("ev-photo")] == ["threat-1", "event-1"]
    assert found.facts_for("ev-note") == ()


def test_who_brings_an_item_in_and_what_nobody_does() -> None:
    found = index()
    assert [witness.id for witness in found.sponsors_of("ev-note")] == ["wit-1", "wit-2"]
    assert [witness.id for witness in found.sponsors_of("ev-letter")] == ["wit-1", "wit-2"]
    assert found.sponsors_of("ev-log") == ()
    assert [item.id for item in found.unsponsored] == ["ev-log"]


def test_every_item_by_its_id() -> None:
    assert list(index().items) == ["ev-log", "ev-letter", "ev-photo", "ev-note", "ev-copy"]
