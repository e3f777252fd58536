"""Which facts a factor of sentencing is argued from."""

from __future__ import annotations

import pytest

from tests.analysis.sentencing.sentences import counts, found

STEP = "events: [{id: step, kind: avoidance, what: The boys left the school., when: %s}]\n"


@pytest.mark.parametrize(
    ("when", "helps"), [("2025-03-10", True), ("2025-03-14", True), ("2025-04", False)]
)
def test_a_step_taken_after_the_offense_does_not_make_it_reasonable(when: str, helps: bool) -> None:
    ended = counts("2025-03-14")
    findings = found(STEP % when, charges=ended, dates="sentencing: 2025-10-31")
    factors = {each.factor.id: each for each in findings.factors}
    assert [each.id for each in factors["reasonableness"].helps] == (["step"] if helps else [])
