"""Who is to be heard and is listed nowhere, and what the client is still to be asked."""

from __future__ import annotations

import pytest

from tests.templates.test_duress_memo import memo

PERSON = "group/task/investigation/interview_person"
STAY = """\
opportunities:
  - {id: opp, what: a night at rest, when: 2026-03-14 05:00, asked_for_help: no, %s}
"""
THREAT = "threats: [{id: t, speaker: rolo, words: Go., against: [client, %s], %s}]\n"
WITNESS = "witnesses: [{id: w, basis: witness, person: friend, knows: All., %s}]\n"


@pytest.mark.parametrize(
    "body",
    [
        STAY % "present: Teresa Soto",
        STAY % "present: her friend’s cousin; two officers",
        THREAT % ("friend", "kinds: [death]"),
    ],
)
def test_whoever_was_there_or_threatened_too_and_is_no_witness_is_interviewed(body: str) -> None:
    people = "  - {id: kin, name: Eva Soto, relation: cousin of a friend}\n"
    found = memo(people + body)
    named = [text for id, text in found.items() if id.startswith(PERSON)]
    assert len(named) == 1
    assert "Teresa Soto, for " in named[0] or "Eva Soto, for " in named[0]
    assert not any(id.startswith(PERSON) for id in memo(people))


def test_who_is_spoken_of_in_what_happened_is_not_put_there_by_the_relation() -> None:
    kin = "  - {id: kin, name: Eva Soto, relation: sister}\n"
    told = kin + STAY.replace("a night at rest", "a talk in which she said that a sister was held")
    assert not any(id.startswith(PERSON) for id in memo(told % "phone: no"))
    assert any(id.startswith(PERSON) for id in memo(told % "present: a sister"))
    named = STAY.replace("a night at rest", "a talk with Teresa Soto")
    assert any(id.startswith(PERSON) for id in memo(named % "phone: no"))


def test_who_was_threatened_elsewhere_is_not_put_there() -> None:
    threat = THREAT % ("friend", "when: 2026-03-12, target_location: in another country")
    (told,) = (v for k, v in memo(threat).items() if k.startswith(PERSON))
    assert "was against that person; recorded of where: in another country." in told
    assert "puts the person there" not in told
    (there,) = (v for k, v in memo(STAY % "present: Teresa Soto").items() if k.startswith(PERSON))
    assert "The record puts the person there: a night at rest" in there


@pytest.mark.parametrize(
    "body",
    [
        STAY % "present: her daughter; Rogelio Tapia" + THREAT % ("girl", "kinds: [death]"),
        STAY % "present: Teresa Soto" + WITNESS % "interviewed: yes",
        STAY % "present: Teresa Soto, authority_corrupt: yes",
        STAY % "present: an acquaintance",
    ],
)
def test_a_child_a_threatener_a_witness_and_a_corrupt_authority_are_not(body: str) -> None:
    body = body.replace("an acquaintance", "nobody")
    assert not any(id.startswith(PERSON) for id in memo(body))


def test_nobody_is_there_by_a_small_word_of_how_the_relation_is_put() -> None:
    people = "  - {id: capt, name: Wendell Moss, relation: captain for whom she worked}\n"
    stop = (STAY % "present: nobody").replace("a night at rest", "a stop for fuel")
    assert not any(id.startswith(PERSON) for id in memo(people + stop))
    there = STAY % "present: a captain and a mate"
    assert any(id.startswith(PERSON) for id in memo(people + there))


def test_whom_a_threat_went_against_may_know_of_it_unless_a_child() -> None:
    def may_know(whom: str) -> bool:
        found = memo(THREAT % (whom, "when: 2026-03-14 04:00"))
        told = found["open-facts/open/t"]
        return {"friend": "Teresa Soto", "girl": "Lucía Ruiz"}[whom] in told.replace("L.R.", "")

    assert may_know("friend")
    assert not may_know("girl")


def test_what_was_demanded_before_is_asked_about() -> None:
    task = "group/task/investigation/earlier_demand.t"
    found = memo(THREAT % ("friend", 'demand: "hold a bag, as before"'))
    assert found[task].endswith(
        "[NEED: what was demanded before, and whether anything was done under force]"
    )
    assert task not in memo(THREAT % ("friend", "demand: hold a bag"))


SAID = "statements: [{id: st, to: an agent, when: 2026-03-14 11:00, summary: Spoke., %s}]\n"


@pytest.mark.parametrize(
    ("more", "open_"),
    [
        ("recorded: yes", True),
        ("omits_duress: yes", False),
        ("omits_duress: no", False),
        ("invoked: silence", False),
        ("protection: privileged", False),
        ("says: [{element: threat, text: Told of it.}]", False),
        ("speaker: rolo", False),
    ],
)
def test_whether_a_statement_tells_of_the_threat_is_asked_where_it_is_not_known(
    more: str, *, open_: bool
) -> None:
    found = memo(SAID % more)
    gap = "[NEED: whether the statement tells of the threat]"
    assert (gap in found["accounts/list/account/st"]) is open_
    assert ("group/task/investigation/statement_tells" in found) is open_


def test_a_moment_without_a_call_for_help_stands_against_as_open_until_safety_is_known() -> None:
    stay = STAY % "phone: no, watched: yes"
    told = memo(stay)["bad/also/opp"]
    assert "no help was asked for there; whether it was safe to ask is not recorded" in told
    assert "bad/also/opp" not in memo(stay.replace("watched", "safe: no, watched"))
    assert "bad/also/opp" not in memo(stay.replace("asked_for_help: no", "asked_for_help: yes"))


def test_what_an_interviewed_witness_knows_is_to_be_entered_where_nothing_rests_on_it() -> None:
    task = "group/task/investigation/enter_knowledge"
    helps = WITNESS % "interviewed: %s, says: [{element: escape, %stext: Saw it.}]"
    assert "Teresa Soto: All" in memo(helps % ("yes", ""))[task]
    for told in (helps % ("no", ""), helps % ("yes", "against: yes, ")):
        assert task not in memo(told)
    off_list = (helps % ("yes", "")).replace("escape", "brevity")
    assert task not in memo(off_list)


def test_a_witness_who_housed_the_client_during_an_escape_may_need_counsel() -> None:
    task = "group/task/advice/host_counsel"
    stay = STAY % "where: at her friend’s house" + WITNESS % "interviewed: yes"
    escape = (
        "charges: [{id: count-1, count: 1, statute: S, title: T, offense: %s, start: 2026-03-13}]\n"
    )
    assert "Teresa Soto" in memo(stay, charges=escape % "escape")[task]
    assert task not in memo(stay, charges=escape % "fraud")
    assert task not in memo(
        stay.replace("at her friend’s house", "at a store"), charges=escape % "escape"
    )
