"""Whom the entry on other clients of the office names, and as what."""

from __future__ import annotations

import pytest

from drafter.analysis.defenses.conflicts import clients_against
from tests.analysis.matters import record

BODY = """\
  - {id: brother, name: Dario Tapia, relation: his brother}
  - {id: bull, name: Vera Tall Bull, relation: driver}
threats: [{id: t, speaker: rolo, kinds: [death], when: 2026-03-12}]
codefendants:
  - {id: c1, basis: document, person: brother, role: drove, status: pending}
  - {id: c2, basis: document, person: bull, role: watched, status: pending}
engagement: {other_clients: "%s"}
"""
CLIENT, NAMED = True, False


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("the office represented Rogelio Tapia in 2022", {"rolo": CLIENT}),
        ("Vera and Dario Tapia, 2019", {"brother": CLIENT}),
        ("Rogelio and Dario Tapia, 2019", {"rolo": CLIENT, "brother": CLIENT}),
        ("Mr. Tapia, in 2022", {"rolo": NAMED, "brother": NAMED}),
        ("the office represented Ms. Tall Bull", {"bull": CLIENT}),
        ("Vera Tall Bull's appeal, 2020", {"bull": CLIENT}),
        ("the office represented Vera Tall Bull's cousin in 2022", {"bull": NAMED}),
        ("the office represented a cousin of Rogelio Tapia", {"rolo": NAMED}),
        ("the office represented Pedro Bull in 2022", {"bull": NAMED}),
        ("a witness in 2022", {}),
        ("none; Mr. Tapia was never a client", {}),
    ],
)
def test_a_full_name_comes_before_a_last_name_and_a_relative_is_not_the_client(
    entry: str, found: dict[str, bool]
) -> None:
    against = clients_against(record(BODY % entry).case)
    assert {each.id: each.was_client for each in against} == found


def test_who_threatened_and_who_is_charged_is_told_apart() -> None:
    against = clients_against(record(BODY % "Rogelio and Dario Tapia").case)
    assert [(each.name, each.threatened, each.charged) for each in against] == [
        ("Rogelio Tapia", True, False),
        ("Dario Tapia", False, True),
    ]
