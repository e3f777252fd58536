"""When a threat stood before the offense, and whom it was against."""

from __future__ import annotations

import pytest

from tests.analysis.parts import DRUGS, PEOPLE
from tests.analysis.route import DISTRICTS, element, reason, route_of, threat, threats
from tests.facts.records import record


@pytest.mark.parametrize(
    ("ended", "before"), [("2026-03-14 04:09", True), ("2026-03-14 04:10", False)]
)
def test_a_threat_that_ends_as_the_offense_begins_did_not_end_before_it(
    ended: str, before: bool
) -> None:
    body = threats(threat(f"when: 2026-03-14 03:00, continuing: no, ended: {ended}"))
    given = reason(element(body, "immediacy"), "threat_ended_before_offense")
    assert (given is not None) is before


@pytest.mark.parametrize(
    ("relation", "family"),
    [
        ("daughter", True),
        ("wife", True),
        ("mother-in-law", True),
        # The instruction's words are a family member; who else is one was not read.
        ("girlfriend", False),
        ("fiancé", False),
        ("business partner", False),
        ("the client’s former boyfriend", False),
        # Somebody else's family is not the client's.
        ("girlfriend’s son", False),
        ("Mr. Salas’s younger brother", False),
        ("brother of Mr. Krebs", False),
        ("the client’s brother", True),
        ("sister of the client", True),
        ('"wife, and mother of his sons"', True),
        ('"mother, at his sister’s house"', True),
    ],
)
def test_who_is_of_the_family(relation: str, family: bool) -> None:
    people = PEOPLE.replace("relation: friend", f"relation: {relation}")
    body = people + threats(threat("against: [friend], specific: yes"))
    found = route_of(record(body, charges=DRUGS, district=DISTRICTS["ca9"])).element("threat")
    assert found is not None
    assert (reason(found, "ca9_death_family") is not None) is family
    assert (reason(found, "ca9_threat_to_friend") is not None) is not family
