"""Promises about the defenses."""

from __future__ import annotations

from drafter.doctrine import Library, kinds
from drafter.doctrine.defense import Defense, Denies

LIBRARY = Library.load()
DEFENSES = LIBRARY.shelf(kinds.DEFENSES)


def test_each_defense_has_a_record_and_a_place() -> None:
    assert {each.id for each in DEFENSES.values()} == set(Defense)
    assert sorted(each.order for each in DEFENSES.values()) == list(range(1, len(Defense) + 1))


def test_duress_denies_nothing_and_its_notice_is_not_known() -> None:
    duress = DEFENSES["coercion"]
    assert (duress.denies, duress.notice, duress.authority) == (Denies.NOTHING, None, None)


def test_what_is_cited_was_read() -> None:
    cited = [id for each in DEFENSES.values() for id in (each.authority, each.notice) if id]
    assert set(cited) == {"mathews_scotus_1988", "frcrp_12_2_b", "usc18_28"}
    assert not [id for id in cited if LIBRARY.get(kinds.AUTHORITIES, id).is_lead]
