from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from drafter.doctrine.records import Record, RecordFault
from drafter.doctrine.route import Route

Raw = dict[str, object]


def read(marks: Raw, **changes: object) -> Route:
    raw: Raw = {
        "id": "r",
        "title": "R",
        "authority": "usc18_28",
        "period": {"start": "2026-01-23"},
        "enacted": "Pub. L.",
        "subsections": [{"id": "b", "pin": "§ 28(b)", "words": "w"}],
        "source": "https://example.org",
        "marks": marks,
    }
    return Route.from_record(Record(raw | changes))


def test_a_route_exists_from_its_first_day(marks: Callable[..., Raw]) -> None:
    route = read(marks())
    assert not route.in_force(date(2026, 1, 22))
    assert route.in_force(date(2026, 1, 23))


def test_a_subsection_is_found_and_a_term_may_have_no_words(
    marks: Callable[..., Raw],
) -> None:
    definition = {"id": "child", "term": "child", "authority": "a", "marks": marks("none")}
    route = read(marks(), definitions=[definition])
    assert route.subsection("b").words == "w"
    assert [(each.id, each.words) for each in route.definitions] == [("child", None)]
    with pytest.raises(KeyError):
        route.subsection("z")


def test_a_defined_term_in_words_has_a_source(marks: Callable[..., Raw]) -> None:
    definition = {"id": "c", "term": "c", "authority": "a", "marks": marks(), "words": "w"}
    with pytest.raises(RecordFault, match="where was this read"):
        read(marks(), definitions=[definition])
