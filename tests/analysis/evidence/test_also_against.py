"""What is against the defense although no element of the list makes anything of it."""

from __future__ import annotations

import pytest

from drafter.analysis.evidence.also_against import AgainstKind, find_also_against
from drafter.analysis.findings import Reason
from drafter.doctrine.vocabulary import Concept, Direction
from tests.analysis.parts import ask, common_law, element, reason

THREAT = "threats: [{id: t, speaker: rolo, kinds: [death], when: 2026-03-12}]\n"
ACT = "other_acts: [{id: act, basis: document, kind: earlier_trip, what: She drove before.}]\n"
BENEFIT = "benefits: [{id: ben, basis: client_account, what: Money was spoken of.%s}]\n"
SAID = """\
statements:
  - {id: s, basis: document, speaker: rolo, to: the court, when: 2026-08-13, summary: She agreed.%s}
  - {id: told, basis: client_account, to: an officer, when: 2026-03-14, summary: Told of it.}
"""
COD = """\
codefendants:
  - {id: cod, basis: document, person: rolo, role: gave orders, status: pending%s}
"""
SPOKE = ", statements: It was her idea."


def against(body: str, *reasons: tuple[str, Direction]) -> dict[str, AgainstKind]:
    asked = ask(body)
    made: tuple[Reason, ...] = tuple(
        reason(asked.record, id, Concept.THREAT, direction) for id, direction in reasons
    )
    law = common_law(asked, (element(Concept.THREAT), made))
    found = find_also_against(asked.setting, law, asked.ties)
    return {each.id: each.kind for each in found}


def test_an_other_act_is_told_once() -> None:
    assert against(ACT) == {"act": AgainstKind.OTHER_ACT}
    assert against(ACT, ("act", Direction.HURTS)) == {}


@pytest.mark.parametrize(
    ("kind", "when", "told"),
    [
        ("same_conduct_unforced", "2026-03-14 05:00", AgainstKind.ACT_IN_COUNT),
        ("same_conduct_unforced", "2026-03-14", AgainstKind.OTHER_ACT),
        ("same_conduct_unforced", "2026-01-10", AgainstKind.OTHER_ACT),
        ("drugs", "2026-03-14 05:00", AgainstKind.OTHER_ACT),
    ],
)
def test_an_act_of_the_kind_that_is_charged_within_a_count_is_no_other_act(
    kind: str, when: str, told: AgainstKind
) -> None:
    act = f"other_acts: [{{id: act, basis: document, kind: {kind}, what: W., when: {when}}}]\n"
    assert against(act) == {"act": told}


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        ("", True),
        (", received: yes", True),
        (", received: no", False),
        (", received: no, promised: yes", True),
    ],
)
def test_a_benefit_is_told_unless_it_is_known_to_be_none(inside: str, told: bool) -> None:
    assert against(BENEFIT % inside) == ({"ben": AgainstKind.BENEFIT} if told else {})


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        ("voluntary_association: yes", True),
        ("could_foresee_demand: yes", True),
        ("voluntary_association: no, could_foresee_demand: no", False),
        ("knew_of_violence: yes", False),
        ("voluntary_association: unknown", False),
    ],
)
def test_company_of_free_will_is_told_where_no_element_makes_anything_of_it(
    inside: str, told: bool
) -> None:
    body = f"involvement: [{{id: inv, basis: client_account, what: He worked there., {inside}}}]\n"
    assert against(body) == ({"inv": AgainstKind.COMPANY} if told else {})
    assert against(body, ("inv", Direction.HURTS)) == {}


@pytest.mark.parametrize("with_", ["t", "told"])
def test_an_account_that_conflicts_with_another_is_told_once(with_: str) -> None:
    found = against(THREAT + SAID % f", conflicts_with: [{with_}]", ("t", Direction.HELPS))
    assert found == {"s": AgainstKind.CONFLICT}


def test_what_conflicts_with_a_helping_fact_is_told_whatever_it_is() -> None:
    event = "events: [{id: e, what: He was elsewhere., when: 2026-03-12, conflicts_with: [t]}]\n"
    assert against(THREAT + event) == {}
    assert against(THREAT + event, ("t", Direction.HELPS)) == {"e": AgainstKind.CONFLICT}


def test_what_a_codefendant_has_said_is_told_where_no_statement_of_the_same_tells_it() -> None:
    assert against(COD % "") == {}
    assert against(COD % SPOKE) == {"cod": AgainstKind.CODEFENDANT}
    conflict = SAID % ", conflicts_with: [told]"
    assert against(COD % SPOKE + conflict) == {"s": AgainstKind.CONFLICT}
