from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from drafter.doctrine import Doctrine, Library, kinds
from drafter.doctrine.vocabulary import Concept
from drafter.errors import LawDataError

Raw = dict[str, Any]
RULE = {"id": "r", "element": "escape", "direction": "hurts", "when": ["client_alone"],
        "because": "B."}  # fmt: skip


def doctrine(day: date, **records: dict[str, Raw]) -> Doctrine:
    return Library("digest", None, records).in_force(day)


def test_a_look_up_gives_the_version_of_the_day(authority: Callable[..., Raw]) -> None:
    shelf = {
        "roe_ca9_2001": authority(period={"start": "2010-01-01"}, proposition="New."),
        "roe_ca9_2001@2001-01-01": authority(period={"end": "2009-12-31"}, proposition="Old."),
    }
    for day, expected in ((date(2009, 12, 31), "Old."), (date(2010, 1, 1), "New.")):
        assert doctrine(day, authorities=shelf).authority("roe_ca9_2001").proposition == expected


def test_what_was_repealed_can_still_be_cited(authority: Callable[..., Raw]) -> None:
    shelf = {"roe_ca9_2001": authority(period={"end": "2025-10-31"})}
    later = doctrine(date(2026, 1, 1), authorities=shelf)
    assert later.authority("roe_ca9_2001").id == "roe_ca9_2001"
    assert not later.stands("roe_ca9_2001")
    assert later.every(kinds.AUTHORITIES) == ()


def test_a_rule_falls_with_its_authority(authority: Callable[..., Raw]) -> None:
    rules = {"r": RULE | {"authority": "roe_ca9_2001"}, "s": RULE | {"id": "s"}}
    shelf = {"roe_ca9_2001": authority()}
    before = doctrine(date(2000, 1, 1), authorities=shelf, rules=rules)
    after = doctrine(date(2002, 1, 1), authorities=shelf, rules=rules)
    assert [rule.id for rule in before.rules] == ["s"]
    assert [rule.id for rule in after.rules] == ["r", "s"]


def test_a_rule_has_its_own_period() -> None:
    rules = {"r": RULE | {"period": {"start": "2026-01-23"}}}
    assert doctrine(date(2026, 1, 22), rules=rules).rules == ()
    assert len(doctrine(date(2026, 1, 23), rules=rules).rules) == 1


def test_elements_come_in_their_order() -> None:
    def element(id: str, order: str, protective: str) -> Raw:
        return {
            **{"id": id, "title": "T", "question": "Q?", "order": order},
            **{"protective": protective, "asks": "what", "silent": "Nothing."},
        }

    shelf = {"fear": element("fear", "2", "false"), "threat": element("threat", "1", "true")}
    view = doctrine(date(2026, 1, 1), elements=shelf)
    assert [each.id for each in view.elements] == [Concept.THREAT, Concept.FEAR]
    assert [each.id for each in view.protective_list] == [Concept.THREAT]


def test_an_id_that_does_not_exist_is_a_fault_of_the_law() -> None:
    view = doctrine(date(2026, 1, 1))
    with pytest.raises(LawDataError, match="authorities: there is no authority 'x'"):
        view.authority("x")
    with pytest.raises(LawDataError, match="circuits: there is no circuit 'ca12'"):
        view.circuit("ca12")
