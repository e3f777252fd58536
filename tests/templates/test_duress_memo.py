"""The memo as it is composed: what its sections print of a small case."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from drafter.analysis.analyze import analyze
from drafter.composition.documents import Composer
from drafter.composition.folders import template_folders
from tests.analysis.parts import AS_OF, LIBRARY, case


@cache
def composer() -> Composer:
    return Composer(template_folders())


def memo(body: str, **more: str) -> Mapping[str, str]:
    """Every block of the memo by its id."""
    analysis = analyze(case(body, **more), LIBRARY.in_force(AS_OF))
    kind = composer().kind("duress_memo")
    document = composer().compose(kind, kind.edition(), analysis)
    return {block.id: block.text for block in document.blocks}


SAID = """\
events: [{id: stop, what: She stopped at a store., when: 2026-03-14 05:00}]
statements:
  - {id: first, to: an officer, when: 2026-03-14 07:00, summary: Said so.,
     says: [{element: escape, text: She had not stopped.}], conflicts_with: [stop]}
  - {id: later, to: the court, when: 2026-03-20, summary: Said so.,
     says: [{element: escape, text: She had stopped once.}]}
"""


def test_a_conflict_of_an_account_with_another_fact_is_told_with_the_account() -> None:
    found = memo(SAID)
    assert (
        "Recorded as conflicting with it: She stopped at a store (document)."
        in found["accounts/list/account/first"]
    )
    assert "conflicting" not in found["accounts/list/account/later"]
    assert found["accounts/compared/escape"].endswith(
        "No conflict between these accounts is recorded, but what was said to an officer is"
        " recorded as conflicting with what stands beside it above: counsel must settle, before"
        " anyone testifies, which can be offered in good faith."
    )


def test_accounts_without_a_conflict_say_that_none_is_recorded() -> None:
    found = memo(SAID.replace(", conflicts_with: [stop]", ""))
    assert found["accounts/compared/escape"].endswith(
        "She had stopped once. No conflict between these accounts is recorded."
    )
    assert "conflicting" not in found["accounts/list/account/first"]
