"""Which of the client's own words count for the defense."""

from __future__ import annotations

import pytest

from tests.analysis.route import element, reason

SAID = """\
statements:
  - {id: s, basis: client_account, to: the prosecutor, summary: Told of it., omits_duress: no,
     when: 2026-05-01%s}
"""
RECORDED = """\
evidence:
  - {id: ev, kind: postarrest_statement, form: writing, what: A report, witness: friend}
"""


@pytest.mark.parametrize(
    ("protection", "helps"),
    [
        ("", True),
        (", protection: plea_talks", False),
        (", protection: proffer_letter", False),
        (", protection: examination", False),
        (", protection: privileged", False),
    ],
)
def test_what_was_said_under_a_protection_proves_nothing_for_the_defense(
    protection: str, helps: bool
) -> None:
    body = SAID % protection
    for concept, rule in (("threat", "statement_mentions_threat"), ("fear", "fear_statement")):
        found = reason(element(body, concept), rule)
        assert (found is not None) is helps


def test_an_item_that_holds_a_protected_statement_proves_no_more_than_the_statement() -> None:
    body = SAID.replace("omits_duress: no", "omits_duress: no, sources: [ev]") + RECORDED
    assert any(
        each.subject == "ev" and each.rule.startswith("postarrest_statement")
        for each in element(body % "", "threat").helps
    )
    protected = element(body % ", protection: proffer_letter", "threat")
    assert not any(each.subject == "ev" for each in protected.helps)
