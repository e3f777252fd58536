from __future__ import annotations

from copy import deepcopy
from datetime import date
from typing import Any

import pytest

from drafter import yamlfile
from drafter.doctrine.bundle import LAW
from drafter.doctrine.manual_selection import ManualChoice, ManualSelection, Road, SelectionTest
from drafter.doctrine.records import Record, RecordFault


def raw() -> dict[str, Any]:
    return deepcopy(yamlfile.read(LAW / "guidelines/manual_selection.yaml").value)


@pytest.fixture(scope="module")
def selection() -> ManualSelection:
    return ManualSelection.from_record(Record(raw()))


def named(selection: ManualSelection, id: str) -> SelectionTest:
    (found,) = [each for each in selection.tests if each.id == id]
    return found


def test_the_seven_tests_in_their_order(selection: ManualSelection) -> None:
    assert [each.id for each in selection.tests] == [
        *("dates", "remand", "sentencing_date", "sentenced_before_pivot"),
        *("straddling_counts", "later_manual", "otherwise"),
    ]


def test_the_last_test_always_decides_and_every_other_can_pass_on(
    selection: ManualSelection,
) -> None:
    *earlier, last = selection.tests
    assert all(any(o.road is Road.GO_ON for o in test.outcomes) for test in earlier)
    assert all(o.road is not Road.GO_ON for o in last.outcomes)


@pytest.mark.parametrize(
    ("test", "outcome", "manual", "road"),
    [
        ("dates", "impossible", "undetermined", "refused"),
        ("dates", "offense_end_unknown", "undetermined", "variance_departure_in_alternative"),
        ("dates", "ended_after_pivot", "undetermined", "go_on"),
        ("remand", "first_sentenced_before", "first_sentencing", "departure_and_variance"),
        ("remand", "first_sentenced_after", "first_sentencing", "variance_only"),
        ("remand", "vacated_2255", "undetermined", "go_on"),
        ("sentencing_date", "unknown_after_pivot", "undetermined", "go_on"),
        ("sentenced_before_pivot", "before", "sentencing_date", "departure_and_variance"),
        ("straddling_counts", "straddle", "sentencing_date", "variance_only"),
        ("later_manual", "later_higher_departure", "offense_date", "departure_and_variance"),
        ("later_manual", "later_higher", "offense_date", "variance_only"),
        ("later_manual", "equal_or_lower", "sentencing_date", "variance_only"),
        ("later_manual", "equal_at_one_end", "sentencing_date", "variance_only"),
        ("later_manual", "not_compared", "sentencing_date", "variance_only"),
        ("later_manual", "one_off_table", "sentencing_date", "variance_only"),
        ("otherwise", "sentencing_manual", "sentencing_date", "variance_only"),
    ],
)
def test_what_each_outcome_opens(
    selection: ManualSelection, test: str, outcome: str, manual: str, road: str
) -> None:
    found = named(selection, test).outcome(outcome)
    assert (found.manual, found.road) == (ManualChoice(manual), Road(road))


@pytest.mark.parametrize("outcome", ["not_compared", "one_off_table", "equal_at_one_end"])
def test_ranges_that_leave_it_open_raise_a_task(selection: ManualSelection, outcome: str) -> None:
    assert named(selection, "later_manual").outcome(outcome).task


def test_no_test_states_a_departure_that_its_road_does_not_open(
    selection: ManualSelection,
) -> None:
    checked = 0
    for outcome in (o for test in selection.tests for o in test.outcomes):
        if outcome.road is Road.VARIANCE_ONLY:
            checked += 1
            assert "departure" not in outcome.statement
    assert checked == 9


def test_the_pivot_and_the_reading(selection: ManualSelection) -> None:
    assert selection.pivot == date(2025, 11, 1)
    assert selection.reading.endswith("counsel to confirm.")
    assert selection.marks.holding == "derived"


@pytest.mark.parametrize(
    ("day", "effective"),
    [
        (date(2016, 10, 31), None),
        (date(2025, 10, 31), date(2024, 11, 1)),
        (date(2025, 11, 1), date(2025, 11, 1)),
        (date(2026, 10, 31), date(2025, 11, 1)),
        (date(2026, 11, 1), date(2026, 11, 1)),
    ],
)
def test_the_edition_of_a_day(
    selection: ManualSelection, day: date, effective: date | None
) -> None:
    edition = selection.edition(day)
    assert (edition and edition.effective) == effective


def test_only_the_manual_that_was_not_read_is_stamped(selection: ManualSelection) -> None:
    stamps = {each.effective: each.stamp for each in selection.editions if each.stamp}
    assert stamps == {date(2026, 11, 1): "Manual effective Nov. 1, 2026 not read by this tool"}


def test_an_unknown_outcome_is_a_key_error(selection: ManualSelection) -> None:
    with pytest.raises(KeyError):
        named(selection, "dates").outcome("odd")


def test_tests_out_of_order_are_refused() -> None:
    swapped = raw()
    swapped["tests"].reverse()
    with pytest.raises(RecordFault, match="numbered"):
        ManualSelection.from_record(Record(swapped))


@pytest.mark.parametrize("missing", ["pivot", "reading", "marks"])
def test_a_selection_without_what_it_needs_is_refused(missing: str) -> None:
    record = raw()
    del record[missing]
    with pytest.raises(RecordFault, match=missing):
        ManualSelection.from_record(Record(record))
