from __future__ import annotations

from collections.abc import Mapping

import pytest

from drafter.analysis.evidence.account_types import Account, Accounts, Constancy, Use
from drafter.analysis.evidence.accounts import find_accounts
from tests.analysis.parts import ask

OTHERS = """\
  - {id: later, to: an agent, when: 2026-03-20, summary: Said so.,
     says: [{element: threat, text: The men came on March 12.}]}
  - {id: earlier, to: her cousin, when: 2026-03-13, summary: Said so.,
     says: [{element: threat, text: The men came on March 11.}, {element: fear, text: Afraid.}]%s}
"""


def accounts(statements: str) -> Accounts:
    asked = ask(f"statements:\n{statements}")
    return find_accounts(asked.record, asked.doctrine, asked.ties)


def account(inside: str) -> Account:
    (found,) = accounts(f"  - {{id: s, to: an agent, summary: Said so., {inside}}}\n").accounts
    return found


@pytest.mark.parametrize(
    ("inside", "use"),
    [
        ("protection: privileged", Use.PRIVILEGED),
        ("protection: proffer_letter", Use.PROTECTED),
        ("protection: asylum_interview", Use.PROTECTED),
        ("invoked: counsel", Use.INVOKED),
        ("suppression_issue: The warning was short.", Use.SUPPRESSION_ISSUE),
        ("custodial: yes, warned: no", Use.UNWARNED_IN_CUSTODY),
        ("custodial: yes", Use.WARNING_UNKNOWN),
        ("warned: no", Use.CUSTODY_UNKNOWN),
        ("custodial: unknown, warned: unknown", Use.NEITHER_KNOWN),
        ("speaker: rolo", Use.NOT_THE_CLIENTS),
    ],
)
def test_what_limits_the_use_of_an_account(inside: str, use: Use) -> None:
    assert account(inside).uses == (use,)


def test_an_account_without_a_limit_says_that_none_is_recorded() -> None:
    assert account("custodial: no, warned: no").uses == (Use.NO_LIMIT_RECORDED,)
    assert account("custodial: yes, warned: yes").uses == (Use.NO_LIMIT_RECORDED,)
    free = "custodial: no"
    assert account(f"{free}, recorded: no").uses == (Use.NO_LIMIT_RECORDED, Use.NOT_RECORDED)
    assert account(f"{free}, recorded: unknown").uses == (Use.NO_LIMIT_RECORDED,)


def test_warnings_are_the_clients_question() -> None:
    assert account("speaker: rolo, custodial: yes, warned: no").uses == (Use.NOT_THE_CLIENTS,)


def test_silence_leaves_nothing_out() -> None:
    assert account("omits_duress: yes").leaves_out_duress is True
    assert account("omits_duress: yes, invoked: silence").leaves_out_duress is None
    assert account("recorded: yes").leaves_out_duress is None


@pytest.mark.parametrize(
    ("inside", "denies"),
    [
        ("omits_duress: yes, says: [{element: threat, text: Nobody made her.}]", True),
        ("omits_duress: yes, says: [{element: fear, text: Not afraid.}]", False),
        ("omits_duress: no, says: [{element: threat, text: Named him.}]", False),
    ],
)
def test_what_speaks_to_the_threat_and_tells_of_none_denies_it(inside: str, denies: bool) -> None:
    assert account(inside).denies_duress is denies


def test_an_account_names_how_its_items_come_in() -> None:
    body = "  - {id: s, to: an agent, summary: Said so., sources: [ev]}\n"
    item = "evidence: [{id: ev, kind: document, form: writing, what: A, admissible_through: her}]\n"
    asked = ask(f"statements:\n{body}{item}")
    (found,) = find_accounts(asked.record, asked.doctrine, asked.ties).accounts
    assert found.ways_in == ("her",)


def elements(conflict: str) -> Mapping[str, tuple[Constancy, list[str]]]:
    found = accounts(OTHERS % conflict)
    assert [each.id for each in found.accounts] == ["earlier", "later"]
    return {each.id: (each.constancy, [said.id for said in each.said]) for each in found.by_element}


def test_accounts_are_compared_in_time_order_element_by_element() -> None:
    both = ["earlier", "later"]
    assert elements("") == {
        "threat": (Constancy.NO_CONFLICT_RECORDED, both),
        "fear": (Constancy.SAID_ONCE, ["earlier"]),
    }


def test_an_account_that_conflicts_with_another_has_moved() -> None:
    assert elements(", conflicts_with: [later]")["threat"][0] is Constancy.MOVED
    assert elements(", conflicts_with: [later]")["fear"][0] is Constancy.SAID_ONCE


def test_a_conflict_with_another_fact_moves_no_account_and_is_not_passed_over() -> None:
    body = OTHERS % ", conflicts_with: [rain]"
    asked = ask(f"statements:\n{body}events: [{{id: rain, what: It rained., when: 2026-03-12}}]\n")
    found = find_accounts(asked.record, asked.doctrine, asked.ties)
    assert [fact.id for fact in found.accounts[0].conflicts] == ["rain"]
    threat, fear = found.by_element
    assert threat.constancy is Constancy.DISPUTED
    assert [each.id for each in threat.disputed] == ["earlier"]
    assert fear.constancy is Constancy.SAID_ONCE


def test_a_conflict_between_accounts_weighs_more_than_one_with_another_fact() -> None:
    body = OTHERS % ", conflicts_with: [rain, later]"
    asked = ask(f"statements:\n{body}events: [{{id: rain, what: It rained., when: 2026-03-12}}]\n")
    threat, _ = find_accounts(asked.record, asked.doctrine, asked.ties).by_element
    assert threat.constancy is Constancy.MOVED
    assert [each.id for each in threat.disputed] == ["earlier"]
