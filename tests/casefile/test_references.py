"""Every place that names something else is checked, and takes what it may name."""

from __future__ import annotations

import pytest

from drafter.errors import CaseFileError
from tests.casefile.cases import SMALL, small

FULL = (
    SMALL.replace(
        "pronouns: she}", "pronouns: she, conditions: [{id: cond, basis: expert, what: W}]}"
    )
    + """\
codefendants:
  - {id: co, basis: document, person: rolo, role: driver, status: pleaded}
opportunities:
  - {id: opp, basis: client_account, what: A stop for fuel., conflicts_with: [threat-1]}
statements:
  - id: st
    basis: recording
    speaker: client
    to: an agent
    summary: S
    derives_from: [threat-1]
    says: [{element: fear, text: T}]
witnesses:
  - {id: wit, basis: witness, person: rolo, knows: K, sponsors: [ev-log]}
experts:
  - {id: exp, name: H. Voss, field: digital, topic: T, sponsors: [ev-log, ev-log]}
answers:
  - {id: ans, basis: client_account, question: no_help, opportunity: opp, answer: A}
safety:
  - {id: safe, basis: client_account, at_risk: [girl, client], what: W}
sentencing:
  history: [{id: hist, basis: document, topic: work, what: W, sources: [ev-log at p. 2]}]
exhibit:
  mode: fre_107
  events: [arrest, threat-1, opp, st]
  intervals: [{id: int, start: arrest, end: st, words: W}]
  served_numbers: {arrest: 1}
"""
).replace("form: writing,", "form: writing, witness: rolo, about: [threat-1, cond, hist],")

WRONG = [
    ("against: [girl]", "against: [gril]", "`gril` names no person."),
    ("witness: rolo", "witness: nobody", "`nobody` names no person."),
    ("about: [threat-1", "about: [rolo", "`rolo` names no fact."),
    ("person: rolo, role", "person: ev-log, role", "`ev-log` names no person."),
    ("conflicts_with: [threat-1]", "conflicts_with: [girl]", "`girl` names no fact."),
    ("speaker: client", "speaker: opp", "`opp` names no person."),
    ("derives_from: [threat-1]", "derives_from: [threat-2]", "`threat-2` names no fact."),
    ("element: fear", "element: feer", "`feer` names no element."),
    ("person: rolo, knows", "person: roll, knows", "`roll` names no person."),
    ("sponsors: [ev-log]", "sponsors: [arrest]", "`arrest` names no item of evidence."),
    ("[ev-log, ev-log]", "[ev-log, wit]", "`wit` names no item of evidence."),
    ("opportunity: opp", "opportunity: arrest", "`arrest` names no opportunity."),
    ("at_risk: [girl", "at_risk: [gal", "`gal` names no person."),
    ("[ev-log at p. 2]", "[ev-lob at p. 2]", "`ev-lob` names no item of evidence."),
    ("events: [arrest", "events: [arrest, hist", "`hist` names no timed fact."),
    ("start: arrest", "start: cond", "`cond` names no event of the exhibit."),
    ("end: st", "end: safe", "`safe` names no event of the exhibit."),
    ("{arrest: 1}", "{cond: 1}", "`cond` names no event of the exhibit."),
]


def test_the_whole_case_is_valid() -> None:
    assert small(FULL).case.exhibit


@pytest.mark.parametrize(("old", "new", "message"), WRONG)
def test_each_wrong_reference_is_the_one_problem(old: str, new: str, message: str) -> None:
    assert FULL.count(old) == 1
    with pytest.raises(CaseFileError) as caught:
        small(FULL.replace(old, new))
    [problem] = caught.value.problems
    assert problem.message == message
    assert problem.location
    assert new.split("\n")[0][:8] in problem.excerpt
    assert problem.hint


def test_a_script_that_got_every_id_wrong_is_told_soon() -> None:
    """The nearest id takes time by the number of ids, so that it is looked for a hundred times."""
    count = 150
    events = "".join(
        f"  - {{id: seen-{n:03}, basis: document, what: W, when: 2026-03-12}}\n"
        for n in range(count)
    )
    about = ", ".join(f"sen-{n:03}" for n in range(count))
    text = FULL.replace("about: [threat-1, cond, hist]", f"about: [{about}]")
    with pytest.raises(CaseFileError) as caught:
        small(text.replace("events:\n", f"events:\n{events}"))
    hints = [each.hint for each in caught.value.problems if "names no fact" in each.message]
    assert len(hints) == count
    assert hints[7] == "Did you mean `seen-007`?"
    assert set(hints[100:]) == {"Name a fact of this file by its id."}


def test_an_id_that_is_near_none_of_many_is_no_word_of_the_schema() -> None:
    people = "".join(f"  - {{id: p{n:03}, name: N, relation: neighbor}}\n" for n in range(60))
    text = FULL.replace("people:\n", f"people:\n{people}").replace("speaker: rolo", "speaker: zz")
    with pytest.raises(CaseFileError) as caught:
        small(text)
    (problem,) = caught.value.problems
    assert problem.hint == "Name a person of this file by its id."


def test_a_sort_that_begins_with_a_vowel_has_its_article() -> None:
    chances = "".join(
        f"  - {{id: o{n:03}, basis: client_account, what: A stop.}}\n" for n in range(60)
    )
    text = FULL.replace("opportunities:\n", f"opportunities:\n{chances}")
    assert "opportunity: opp," in text
    with pytest.raises(CaseFileError) as caught:
        small(text.replace("opportunity: opp,", "opportunity: zzz,"))
    (problem,) = caught.value.problems
    assert problem.hint == "Name an opportunity of this file by its id."
