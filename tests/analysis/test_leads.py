from __future__ import annotations

import pytest

from drafter.analysis.analyze import analyze
from tests.analysis.parts import AS_OF, LIBRARY, case
from tests.analysis.route import DISTRICTS, threat, threats

ABSENT = "when: 2026-03-13 20:00, watching: %s"


@pytest.mark.parametrize(("watching", "named"), [("no", True), ("yes", False)])
def test_what_a_rule_that_bears_on_the_case_names_is_to_be_read(watching: str, named: bool) -> None:
    record = case(threats(threat(ABSENT % watching)), district=DISTRICTS["ca1"])
    found = analyze(record, LIBRARY.in_force(AS_OF))
    assert ("grover_pamd_2019" in found.research) is named
    assert all(LIBRARY.in_force(AS_OF).authority(id).is_lead for id in found.research)
    assert len(set(found.research)) == len(found.research)
