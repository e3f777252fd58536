"""Who an alias is to the client, as a paper for others may say it."""

from __future__ import annotations

import pytest

from drafter.analysis.sentencing.filed import FiledFact
from drafter.composition.blocks import Audience
from drafter.composition.vocabulary.naming import Naming, Relative
from tests.composition.cases import CASE, record

TOLD = CASE.replace("You drive or she", "You drive or your daughter")
ENTERED = "relation: daughter, minor: yes"


def relatives(case: str, audience: Audience = Audience.OUTWARD) -> tuple[Relative, ...]:
    known = record(case)
    told = [FiledFact(known.facts[id], None) for id in ("threat-1", "arrest")]
    return Naming(known.case, audience).relatives(told)


@pytest.mark.parametrize("audience", [Audience.OUTWARD, Audience.SEALED])
def test_the_relation_of_somebody_called_by_an_alias_is_told(audience: Audience) -> None:
    assert relatives(TOLD, audience) == (Relative("L.R.", "daughter"),)
    free = TOLD.replace(ENTERED, "relation: 'daughter, who knows of nothing', minor: yes")
    assert relatives(free, audience) == (Relative("L.R.", "daughter"),)
    by_alias = TOLD.replace("against: [girl]", "against: [client]")
    by_alias = by_alias.replace("Officers arrested Ms. Ruiz.", "Officers met L.R. there.")
    assert relatives(by_alias, audience) == (Relative("L.R.", "daughter"),)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (ENTERED, "relation: foster daughter, minor: yes"),
        (ENTERED, "relation: daughter of the man, minor: yes"),
        (ENTERED, "relation: daughter, minor: yes, protected: hidden from the father"),
        (ENTERED, "relation: daughter"),
        ("your daughter", "she"),
        ("your daughter", "your granddaughter"),
        ("against: [girl]", "against: [client]"),
    ],
)
def test_it_is_not_where_it_may_not_be_or_was_not_told(old: str, new: str) -> None:
    assert old in TOLD
    assert relatives(TOLD.replace(old, new)) == ()


def test_the_office_calls_everybody_by_name() -> None:
    assert relatives(TOLD, Audience.INTERNAL) == ()
