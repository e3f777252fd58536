from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from drafter.doctrine import Library, kinds
from drafter.errors import LawDataError

Raw = dict[str, Any]
DAY = date(2026, 11, 24)
CHECK = """\
id: dixon_scotus_2006
marks:
  cite_check: {by: A. Vega, on: 2026-11-20, tool: citator, history: no negative history}
"""


def test_equal_libraries_have_equal_digests() -> None:
    assert Library.load() == Library.load()
    assert len(Library.load().digest) == 64


def test_an_overlay_changes_the_digest_and_the_mark(write: Callable[[str, str], Path]) -> None:
    plain = Library.load()
    laid = Library.load(write("authorities/dixon_scotus_2006.yaml", CHECK))
    assert laid.digest != plain.digest
    dixon = laid.get(kinds.AUTHORITIES, "dixon_scotus_2006")
    assert dixon.label == "cite-checked by A. Vega on November 20, 2026"
    assert dixon.may_go_outward(DAY)
    assert not plain.get(kinds.AUTHORITIES, "dixon_scotus_2006").may_go_outward(DAY)
    assert dixon.proposition == plain.get(kinds.AUTHORITIES, "dixon_scotus_2006").proposition


def test_due_lists_what_nobody_checked_lately(write: Callable[[str, str], Path]) -> None:
    laid = Library.load(write("authorities/dixon_scotus_2006.yaml", CHECK))
    every = len(laid.shelf(kinds.AUTHORITIES))
    assert len(Library.load().due(DAY)) == every
    assert len(laid.due(DAY)) == every - 1
    assert len(laid.due(date(2027, 6, 1))) == every


def test_an_unknown_id_is_a_fault_of_the_law() -> None:
    with pytest.raises(LawDataError, match="there is no circuit 'ca12'"):
        Library.load().get(kinds.CIRCUITS, "ca12")
    with pytest.raises(LawDataError, match="there is no authority 'x'"):
        Library.load().get(kinds.AUTHORITIES, "x")


def test_one_file_may_be_a_kind_of_its_own() -> None:
    single = kinds.Kind("deep/one.yaml", lambda record: record.text("id"), "thing")
    library = Library("d", None, {"deep": {"one": {"id": "one"}, "two": {"id": "two"}}})
    assert dict(library.shelf(single)) == {"one": "one"}
    assert library.only(single) == library.in_force(DAY).only(single) == "one"
    assert dict(Library("d", None, {}).shelf(single)) == {}
