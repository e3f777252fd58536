"""The memo and the outline in proceedings that are no trial and pass no sentence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from drafter.analysis.analyze import analyze
from tests.analysis.parts import LIBRARY, case, counts
from tests.composition.test_mitigation_outline import composer
from tests.templates.test_duress_memo import memo

AS_OF = date(2026, 11, 28)
IMPOSED = "{trial: 2024-10-07, psr_disclosed: 2025-01-06, sentencing: 2025-02-20}"
VACATED = "\n  after_2255_vacatur: yes"
HEARING = "{sentencing: 2027-01-26}"
FROM_TO = "start: 2023-03-14 04:10, end: 2023-03-14 06:55"
CONVICTED = counts(f"offense: drug_trafficking, violent: no, disposition: convicted, {FROM_TO}")
VIOLATION = counts("offense: other, violent: no, start: 2026-09-04 21:00, end: 2026-09-06 08:15")
THREAT = """\
threats: [{id: t, speaker: rolo, kinds: [death], against: [client], when: 2023-03-14 04:00}]
evidence:
  - {id: log, kind: document, form: writing, basis: document, what: A log}
experts: [{id: x, name: Dr. Katz, field: battering, topic: coercive control}]
trafficking: {id: screen, basis: client_account, force: yes, coercion: yes, kinds: [labor]}
"""
MOTIONS = ["section_2255", "sentence_reduction", "section_3771a"]
OTHERS = [*MOTIONS, "revocation"]


def told(proceeding: str, body: str = THREAT) -> Mapping[str, str]:
    """The memo in one of them, after a trial; of a revocation, before its hearing."""
    if proceeding == "revocation":
        return memo(body, charges=VIOLATION, dates=HEARING, proceeding=proceeding)
    return memo(body, charges=CONVICTED, dates=IMPOSED, proceeding=proceeding)


def outlined(proceeding: str) -> Mapping[str, str]:
    """The working outline in the same."""
    again = proceeding == "revocation"
    charges, dates = (VIOLATION, HEARING) if again else (CONVICTED, IMPOSED)
    record = case(THREAT, charges=charges, dates=dates, proceeding=proceeding)
    kind = composer().kind("mitigation_outline")
    analysis = analyze(record, LIBRARY.in_force(AS_OF))
    document = composer().compose(kind, kind.edition("working"), analysis)
    return {block.id: block.text for block in document.blocks}


def test_a_motion_under_2255_leads_with_what_it_asks_and_what_is_not_known_of_it() -> None:
    found = told("section_2255")
    assert found["question/asked"].startswith("On the motion under 28 U.S.C. § 2255 of Ms. Ruiz, ")
    assert "that a jury could have been given the defense then" in found["question/asked"]
    lead = found["answer/motion"]
    assert "not how what trial counsel did is judged, not what prejudice takes, not by when" in lead
    assert "[NEED: the day on which the judgment became final, and by what day the motion" in lead
    assert list(found).index("answer/motion") < list(found).index("answer/duress")


def test_decisions_on_counsel_stand_with_their_marks_and_of_which_court_they_are() -> None:
    cited = told("section_2255")["answer/counsel"]
    assert "prejudiced a duress defense. ((United States v. Nwoye, 824 F.3d 1129" in cited
    assert "known from a case-summary site’s parenthetical" in cited
    assert cited.count("(another circuit: persuasive only)") == 2


def test_a_motion_raises_its_own_tasks_and_none_of_a_trial() -> None:
    found = told("section_2255")
    raised = {id.rpartition("/")[2] for id in found if id.startswith("group/task/")}
    assert {"motion_limit", "read_motion_law", "counsel_then"} <= raised
    assert not {"court_examination", "motion_deadline", "psr_objections"} & raised
    assert not [each for each in raised if each.startswith("find_way_in")]


@pytest.mark.parametrize("proceeding", MOTIONS)
def test_a_sentence_already_imposed_is_told_as_imposed(proceeding: str) -> None:
    found = told(proceeding)
    assert "front/heading/at_once" not in found
    assert "answer/past" not in found
    assert "answer/fallback" not in found
    assert found["answer/imposed"].startswith("A sentence was imposed on February 20, 2025, as")
    assert found["deadlines/days/sentencing"].startswith("Sentence imposed\tFebruary 20, 2025\t")
    assert not [id for id in found if id.startswith("sentencing/reading/")]
    said = " ".join(found.values())
    assert "the deadline for pretrial motions" not in said
    assert "Presentence report given to the defense" not in said
    assert "Mitigation at sentencing" not in said
    assert "enter the new day" not in said


@pytest.mark.parametrize("proceeding", OTHERS)
def test_the_outline_computes_and_argues_nothing_there(proceeding: str) -> None:
    found = outlined(proceeding)
    sections = {id.partition("/")[0] for id in found}
    assert not sections & {"manual", "computation", "limits", "variance", "departure", "letters"}
    assert {"coercion", "argued", "history", "weaknesses", "exhibits"} <= sections
    assert "3E1.1" not in " ".join(found.values())
    assert "1B1.11" not in " ".join(found.values())
    assert "public filing" not in " ".join(found.values())


def test_a_revocation_is_asked_as_one_and_measured_by_a_trial_without_being_one() -> None:
    found = told("revocation")
    assert "support duress as an answer to a title (count 1, a statute), or in mitigation" in (
        found["question/asked"].lower().replace("\u00a0", " ")
    )
    assert found["question/burden"].startswith("At a trial: ")
    assert found["answer/motion"].startswith("It cannot be said. The law library holds no law of")
    assert found["strategy/options/option/answer_to_violation"].split("\t")[1] == "unsettled"
    assert "strategy/options/option/trial_common_law" not in found
    assert found["front/heading/due"].endswith(
        "Hearing on the violation, as entered for the day of sentencing."
    )
    assert "group/task/research/read_revocation_law" in found


def test_whether_section_28_reaches_a_violation_of_release_is_not_known() -> None:
    found = told("revocation")
    assert "whether a violation of release is one was not read" in found["statute/coverage/count-1"]
    assert "was not read" in found["answer/statute-here"]
    assert "Met. The statute must reach the offense" not in " ".join(found.values())
    assert "answer/statute-here" not in told("section_2255")


def test_after_a_vacatur_the_motion_is_a_sentencing_again() -> None:
    dates = IMPOSED.replace("2025-02-20", "2027-06-15") + VACATED
    found = memo(THREAT, charges=CONVICTED, dates=dates, proceeding="section_2255")
    assert "answer/motion" not in found
    assert "answer/fallback" in found
    assert "front/heading/at_once" not in found
    old = memo(THREAT, charges=CONVICTED, dates=IMPOSED + VACATED, proceeding="section_2255")
    assert "If that is the sentence that was vacated, enter" in old["front/heading/at_once"]


PLEADED = "{plea: 2026-10-06, sentencing: 2027-03-16}"


def test_after_a_plea_it_is_asked_whether_the_client_was_advised_before() -> None:
    found = memo(THREAT, charges=CONVICTED, dates=PLEADED, proceeding="sentencing")
    raised = {id.rpartition("/")[2] for id in found if id.startswith("group/task/")}
    assert {"immigration_advised", "immigration_after"} <= raised
    assert not {"immigration", "immigration_read"} & raised
    assert "before any plea" not in " ".join(found.values())
    assert "to testify" not in " ".join(t for id, t in found.items() if "decision" in id)
    pending = memo(THREAT, proceeding="plea")
    assert "group/task/advice/immigration" in pending


def test_what_is_not_the_defense_s_to_offer_needs_no_way_in() -> None:
    raised = [id for id in memo(THREAT) if "find_way_in" in id]
    assert raised == ["group/task/investigation/find_way_in.log"]
    for whose in ("government", "nobody"):
        body = THREAT.replace("what: A log", f"what: A log, offered_by: {whose}")
        assert not [id for id in memo(body) if "find_way_in" in id]
