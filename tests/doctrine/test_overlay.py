from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from drafter.doctrine import overlay
from drafter.errors import LawDataError

Raw = dict[str, Any]
Write = Callable[[str, str], Path]
CHECK = """\
id: roe_ca9_2001
marks:
  cite_check: {by: A. Vega, on: 2026-11-24, tool: citator, history: none}
"""


def test_the_same_id_replaces_only_the_fields_given(
    write: Write, authority: Callable[..., Raw]
) -> None:
    base = {"authorities": {"roe_ca9_2001": authority()}}
    raw: Raw = dict(
        overlay.apply(base, write("authorities/roe_ca9_2001.yaml", CHECK))["authorities"][
            "roe_ca9_2001"
        ]
    )
    assert raw["marks"]["cite_check"]["by"] == "A. Vega"
    assert raw["marks"]["words"] == "primary"
    assert raw["quote"] == authority()["quote"]
    assert base["authorities"]["roe_ca9_2001"]["marks"]["cite_check"] is None


def test_a_local_rule_is_added(write: Write) -> None:
    law = write("tasks/local.yaml", "id: local\nkind: motion\ntitle: T\nbecause: L.R.\n")
    assert overlay.apply({}, law)["tasks"]["local"]["because"] == "L.R."


def test_what_the_result_does_not_allow_is_named_at_its_line(
    write: Write, authority: Callable[..., Raw]
) -> None:
    law = write("authorities/roe_ca9_2001.yaml", "id: roe_ca9_2001\n\nkind: poem\n")
    with pytest.raises(LawDataError, match=r"roe_ca9_2001\.yaml:3:7: kind: 'poem' is not known"):
        overlay.apply({"authorities": {"roe_ca9_2001": authority()}}, law)


def test_a_misspelt_field_is_named(write: Write, authority: Callable[..., Raw]) -> None:
    law = write("authorities/roe_ca9_2001.yaml", "id: roe_ca9_2001\nqoute: x\n")
    with pytest.raises(LawDataError, match="qoute: is not a field here"):
        overlay.apply({"authorities": {"roe_ca9_2001": authority()}}, law)


def test_a_folder_of_no_kind_is_refused(write: Write) -> None:
    with pytest.raises(LawDataError, match="no kind of record lies in 'poems'"):
        overlay.apply({}, write("poems/x.yaml", "id: x\n"))


def test_a_missing_overlay_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(LawDataError, match="there is no such law folder"):
        overlay.apply({}, tmp_path / "nowhere")


def test_items_with_ids_merge_by_id() -> None:
    base = {"elements": [{"id": "a", "n": "1", "m": "1"}, {"id": "b", "n": "2"}]}
    over = {"elements": [{"id": "a", "n": "9"}, {"id": "c", "n": "3"}]}
    assert overlay.merge(base, over) == {
        "elements": [{"id": "a", "n": "9", "m": "1"}, {"id": "b", "n": "2"}, {"id": "c", "n": "3"}]
    }


def test_items_without_ids_are_replaced() -> None:
    assert overlay.merge({"open": ["a", "b"]}, {"open": ["c"]}) == {"open": ["c"]}
    assert overlay.merge({"open": ["a"]}, {"open": []}) == {"open": []}
