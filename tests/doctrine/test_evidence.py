from __future__ import annotations

import pytest

from drafter.doctrine.evidence import EvidenceKind, EvidenceNature
from drafter.doctrine.records import Record, RecordFault
from drafter.doctrine.vocabulary import Concept, Direction


def read(**changes: object) -> EvidenceKind:
    effect: dict[str, object] = {"element": "threat", "direction": "helps", "because": "B."}
    raw: dict[str, object] = {"id": "k", "title": "K", "admissibility": "A.", "effects": [effect]}
    return EvidenceKind.from_record(Record(raw | changes))


def test_an_effect_cuts_one_way_on_one_element() -> None:
    effect = read().effects[0]
    assert (effect.element, effect.direction) == (Concept.THREAT, Direction.HELPS)


@pytest.mark.parametrize("direction", ["establishes", "defeats"])
def test_an_item_alone_never_settles(direction: str) -> None:
    with pytest.raises(RecordFault, match="helps or hurts, nothing more"):
        read(effects=[{"element": "threat", "direction": direction, "because": "B."}])


def test_an_effect_asks_only_known_predicates() -> None:
    effect = {"element": "threat", "direction": "hurts", "because": "B.", "when": ["rainy"]}
    with pytest.raises(RecordFault, match="'rainy' is not a predicate"):
        read(effects=[effect])


def test_a_kind_says_what_its_items_are_by_known_words() -> None:
    assert read().nature == ()
    assert read(nature=["video"]).nature == (EvidenceNature.VIDEO,)
    with pytest.raises(RecordFault, match="nature: 'film' is not known"):
        read(nature=["video", "film"])


def test_preservation_names_its_days() -> None:
    with pytest.raises(RecordFault, match="within_days: is missing"):
        read(preserve={"ask": "the carrier", "because": "B."})
    assert read().preserve is None
