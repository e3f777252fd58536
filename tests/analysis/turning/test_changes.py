from __future__ import annotations

from collections.abc import Mapping

import pytest
from msgspec.structs import replace

from drafter.analysis.findings import ComesIn, Met, Persuasion, Production, Reason
from drafter.analysis.turning.change_types import Change
from drafter.analysis.turning.changes import find_changes
from drafter.analysis.turning.types import FactSet, Move, Turning
from drafter.doctrine.vocabulary import Concept, Direction
from tests.analysis.parts import Asked, ask, common_law, element, reason

BODY = """\
threats:
  - {id: t, speaker: rolo, kinds: [death], when: 2026-03-12, sources: [ev]}
events:
  - {id: e, what: She called home., when: 2026-03-14 05:00}
  - {id: f, what: She called nobody., when: 2026-03-14 05:00, conflicts_with: [e]}
evidence:
  - {id: ev, kind: messages, form: writing, what: Texts, witness: friend,
     preservation: {status: at_risk, holder: the carrier}}
witnesses:
  - {id: w, basis: witness, person: girl, sponsors: [ev], knows: the texts}
"""
ESCAPE, FEAR = Concept.ESCAPE, Concept.FEAR


def changes(
    *reasons: Reason,
    asked: Asked,
    predicates: Mapping[str, tuple[str, ...]] | None = None,
    turnings: tuple[Turning, ...] = (),
) -> tuple[Change, ...]:
    made = [
        (element(concept, "watched"), tuple(each for each in reasons if each.element is concept))
        for concept in dict.fromkeys(each.element for each in reasons)
    ]
    route = common_law(asked, *made)
    law = asked.doctrine
    return find_changes(asked.record, law, route, predicates or {}, asked.ties, turnings)


def turning(concept: Concept, asked: Asked, gap: str, production: Production | None) -> Turning:
    """An element that one missing fact moves, against the defense."""
    missing = asked.record.gap(gap)
    assert missing
    sets = (FactSet((missing,), (), ()),)
    move = Move(False, production, Persuasion.WEAK, sets)
    return Turning(element(concept), Production.UNKNOWN, Persuasion.UNKNOWN, (move,))


def test_a_missing_fact_is_one_question_with_both_directions() -> None:
    asked = ask(BODY)
    helps = reason(asked.record, "t.watching", ESCAPE, Direction.HELPS)
    hurts = reason(asked.record, "t.watching", ESCAPE, Direction.HURTS, rule="other")
    (change,) = changes(helps, hurts, asked=asked)
    assert (change.better, change.worse) == ((helps,), (hurts,))
    assert change.id == "escape.t.watching"
    assert change.gap
    assert change.gap.phrase.startswith("whether")
    assert change.disputed_by == ()


def test_one_gap_is_asked_about_under_each_element_it_moves() -> None:
    asked = ask(BODY)
    both = [reason(asked.record, "t.watching", each, Direction.HELPS) for each in (FEAR, ESCAPE)]
    assert [each.id for each in changes(*both, asked=asked)] == [
        "fear.t.watching",
        "escape.t.watching",
    ]


def test_what_moves_production_by_itself_or_with_others_comes_first() -> None:
    asked = ask(BODY)
    first = reason(asked.record, "t.watching", ESCAPE, Direction.HELPS)
    second = reason(asked.record, "t.ended", ESCAPE, Direction.DEFEATS)
    turns = turning(ESCAPE, asked, "t.ended", production=Production.UNSUPPORTED)
    idle = turning(ESCAPE, asked, "t.watching", production=None)
    for element_, moves in ((turns, True), (idle, False)):
        found = changes(first, second, asked=asked, turnings=(element_,))
        assert {each.id: each.moves_production for each in found}["escape.t.ended"] is moves
    found = changes(first, second, asked=asked, turnings=(turns,))
    assert [(each.id, each.moves_production) for each in found] == [
        ("escape.t.ended", True),
        ("escape.t.watching", False),
    ]


def test_what_shows_what_the_element_still_needs_comes_first_too() -> None:
    asked = ask(BODY)
    first = reason(asked.record, "t.ended", ESCAPE, Direction.HELPS, rule="idle")
    second = reason(asked.record, "t.watching", ESCAPE, Direction.HELPS, rule="client_watched")
    found = changes(
        first,
        second,
        asked=asked,
        predicates={"idle": ("client_alone",), "client_watched": ("watched",)},
    )
    assert [(each.id, each.moves_production) for each in found] == [
        ("escape.t.watching", True),
        ("escape.t.ended", False),
    ]


@pytest.mark.parametrize("id", ["e", "f"])
def test_a_disputed_fact_is_asked_about_whichever_side_recorded_the_dispute(id: str) -> None:
    asked = ask(BODY)
    (change,) = changes(reason(asked.record, id, ESCAPE), asked=asked)
    assert change.fact is asked.record.facts[id]
    assert [fact.id for fact in change.disputed_by] == ["f" if id == "e" else "e"]
    assert change.gap is None


def test_a_disputed_fact_that_cuts_both_ways_is_one_question() -> None:
    asked = ask(BODY)
    helps = reason(asked.record, "e", ESCAPE, Direction.HELPS)
    hurts = reason(asked.record, "e", ESCAPE, Direction.HURTS, rule="other")
    (change,) = changes(helps, hurts, asked=asked)
    assert (change.better, change.worse) == ((helps,), (hurts,))


def test_a_fact_that_no_form_brings_in_is_asked_about() -> None:
    asked = ask(BODY)
    shown = reason(asked.record, "t", FEAR, Direction.HELPS)
    argued = reason(asked.record, "t", FEAR, Direction.HELPS, ComesIn.NOT_SHOWN)
    assert changes(shown, asked=asked) == ()
    assert [each.id for each in changes(argued, asked=asked)] == ["fear.t"]


def test_who_might_know_is_read_from_the_record() -> None:
    asked = ask(BODY)
    (threat,) = changes(reason(asked.record, "t.watching", FEAR), asked=asked)
    assert [each.id for each in threat.knowers] == [
        "client-client",
        "speaker-rolo",
        "witness-friend",
        "witness-girl",
    ]
    (item,) = changes(reason(asked.record, "ev.when", FEAR), asked=asked)
    assert [each.kind.value for each in item.knowers] == ["witness", "witness", "holder"]


def test_who_cannot_be_heard_any_more_is_nobody_to_ask() -> None:
    body = BODY.replace("speaker: rolo", "speaker: rolo, against: [friend]")
    gone = "  - {id: w%s, basis: witness, person: %s, knows: Made it., unavailable: died}\n"
    asked = ask(body + gone % (1, "rolo") + gone % (2, "friend"))
    (threat,) = changes(reason(asked.record, "t.watching", FEAR), asked=asked)
    assert [each.id for each in threat.knowers] == ["client-client", "witness-girl"]


@pytest.mark.parametrize(
    ("speaker", "knows"),
    [
        ("rolo", ["speaker-rolo", "hearer-an agent"]),
        ("client", ["client-client", "hearer-an agent"]),
    ],
)
def test_of_words_who_spoke_and_who_heard_may_know(speaker: str, knows: list[str]) -> None:
    said = f"statements: [{{id: s, speaker: {speaker}, to: an agent, summary: Said so.}}]\n"
    asked = ask(BODY + said)
    (change,) = changes(reason(asked.record, "s.when", FEAR), asked=asked)
    assert [each.id for each in change.knowers] == knows


@pytest.mark.parametrize(
    ("to", "knows"),
    [
        ("'the court, at his plea'", ["speaker-rolo"]),
        ("'the courtroom deputy, after it'", ["speaker-rolo", "hearer-the courtroom deputy"]),
    ],
)
def test_the_court_to_which_words_are_addressed_is_nobody_to_ask(to: str, knows: list[str]) -> None:
    asked = ask(BODY + f"statements: [{{id: s, speaker: rolo, to: {to}, summary: Said so.}}]\n")
    (change,) = changes(reason(asked.record, "s.when", FEAR), asked=asked)
    assert [each.id for each in change.knowers] == knows


def test_who_keeps_a_record_does_not_know_what_it_is_about() -> None:
    asked = ask(BODY.replace("kind: messages", "kind: phone_records"))
    (change,) = changes(reason(asked.record, "t.watching", FEAR), asked=asked)
    assert [each.kind.value for each in change.knowers] == ["client", "speaker"]


def test_who_was_present_stands_with_the_question() -> None:
    asked = ask(BODY + "opportunities: [{id: opp, what: a stop, present: the clerk}]\n")
    facts = ["opp.safe", "t.watching"]
    found = changes(*(reason(asked.record, each, FEAR) for each in facts), asked=asked)
    assert {each.gap.id: each.present for each in found if each.gap} == {
        "opp.safe": "the clerk",
        "t.watching": None,
    }


def test_proof_of_what_hurts_and_is_met_moves_nothing() -> None:
    asked = ask(BODY)
    hurts = reason(asked.record, "e", ESCAPE, Direction.HURTS)
    met = replace(hurts, met=(Met(asked.record.facts["t"], ("watched",)),))
    assert [each.id for each in changes(hurts, asked=asked)] == ["escape.e"]
    assert changes(met, asked=asked) == ()


def test_what_the_defense_cannot_offer_is_not_asked_to_be_proved() -> None:
    for who, asked_for in (("", ["escape.ev", "escape.e"]), (" offered_by: government,", [])):
        body = BODY.replace("what: Texts,", f"what: Texts,{who}")
        body = body.replace("what: She called home.,", "what: She called home., sources: [ev],")
        asked = ask(body.replace(", conflicts_with: [e]", ""))
        found = changes(
            *(reason(asked.record, each, ESCAPE, form=ComesIn.NOT_SHOWN) for each in ("ev", "e")),
            asked=asked,
        )
        assert [each.id for each in found] == asked_for
