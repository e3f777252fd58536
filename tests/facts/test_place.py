"""The place of the case."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from drafter.doctrine.districts import Basis, Districts, caption_name
from drafter.errors import CaseFileError
from drafter.facts.place import place_of
from tests.facts.records import case_file, districts, record

NONE = Districts("districts", "", "", ())


def test_a_district_by_id_and_by_abbreviation() -> None:
    assert record().place == record(district="S.D. Cal.").place
    assert record().place.zones == ("America/Los_Angeles",)


def test_a_division_narrows_the_clocks() -> None:
    both = record(district="flnd").place
    assert (both.zones, both.one_clock) == (("America/Chicago", "America/New_York"), False)
    one = record(district="flnd", division="pensacola").place
    assert one.division is not None
    assert (one.division.name, one.zones) == ("Pensacola", ("America/Chicago",))
    assert one.one_clock


def test_where_the_table_lists_no_division_counsel_names_the_one_of_the_caption() -> None:
    """The statute, or the court, may have divisions that were not read: a district of one clock."""
    place = record(district="iand", division="Cedar Rapids").place
    assert place.division is not None
    assert (place.division.name, place.zones) == ("Cedar Rapids", ("America/Chicago",))
    assert caption_name(place.division) == "Cedar Rapids Division"
    assert all(each.divisions for each in districts().districts if len(each.zones) > 1)


@pytest.mark.parametrize(("district", "count"), [("ilnd", 2), ("alnd", 7)])
def test_divisions_read_in_the_statute_are_listed(district: str, count: int) -> None:
    found = districts().find(district)
    assert found is not None
    assert [each.basis for each in found.divisions] == [Basis.STATUTE] * count
    with pytest.raises(CaseFileError, match="no division of"):
        record(district=district, division="atlantis")


def test_a_district_the_table_lacks_is_a_problem_of_the_case_file() -> None:
    with pytest.raises(CaseFileError) as caught:
        place_of(case_file(), NONE)
    assert str(caught.value.problems[0].location) == "small.yaml:10:13"


def test_so_is_a_division() -> None:
    other = case_file(district="idd", division="northern")
    florida = districts().find("flnd")
    assert florida is not None
    # A table in which `idd` is another district, as an overlay could make it.
    wrong = Districts("districts", "", "", (replace(florida, id="idd"),))
    with pytest.raises(CaseFileError, match=r"no division of N\.D\. Fla\."):
        place_of(other, wrong)
