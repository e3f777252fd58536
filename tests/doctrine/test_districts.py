from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest

from drafter import yamlfile
from drafter.doctrine.bundle import LAW
from drafter.doctrine.districts import District, Districts
from drafter.doctrine.records import Record, RecordFault

Raw = dict[str, object]


@pytest.fixture(scope="module")
def districts() -> Districts:
    return Districts.from_record(Record(yamlfile.read(LAW / "districts.yaml").value))


def raw(marks: Raw, **changes: object) -> Raw:
    return {
        "id": "xyd",
        "name": "District of Xylos",
        "abbreviation": "D. Xyl.",
        "state": "Xylos",
        "circuit": "ca9",
        "zones": ["America/Chicago", "America/Denver"],
        "statute": "28 U.S.C. § 0",
        "divisions": [
            {"id": "north", "name": "North", "zones": ["America/Chicago"], "basis": "local"},
            {"id": "south_end", "name": "South End", "zones": ["America/Denver"], "basis": "local"},
        ],
        "marks": marks,
    } | changes


def test_there_are_94_districts_in_their_circuits(districts: Districts) -> None:
    assert len(districts.districts) == 94
    assert Counter(each.circuit for each in districts.districts) == {
        **{"ca1": 5, "ca2": 6, "ca3": 6, "ca4": 9, "ca5": 9, "ca6": 9, "ca7": 7},
        **{"ca8": 10, "ca9": 15, "ca10": 8, "ca11": 9, "cadc": 1},
    }


def test_every_zone_is_one_the_machine_knows(districts: Districts) -> None:
    zones = {zone for each in districts.districts for zone in each.zones}
    assert len(zones) > 10
    assert all(ZoneInfo(zone).key == zone for zone in zones)


def test_only_a_division_read_in_the_statute_says_so_and_nothing_is_cite_checked(
    districts: Districts,
) -> None:
    assert all(each.marks.cite_check is None for each in districts.districts)
    assert {str(each.marks.holding) for each in districts.districts} == {"derived"}


@pytest.mark.parametrize(
    "name", ["casd", "S.D. Cal.", "s.d.cal.", "Southern District of California"]
)
def test_a_district_is_found_by_id_abbreviation_or_name(districts: Districts, name: str) -> None:
    found = districts.find(name)
    assert found is not None
    assert (found.id, found.circuit) == ("casd", "ca9")


def test_every_district_is_found_by_each_of_its_names(districts: Districts) -> None:
    for each in districts.districts:
        assert {districts.find(n) for n in (each.id, each.abbreviation, each.name)} == {each}
    assert len(districts.names) == 188


def zones(districts: Districts, district: str, division: str | None) -> tuple[str, ...]:
    found = districts.find(district)
    assert found is not None
    return found.zones_for(division)


def test_an_unknown_district_is_none(districts: Districts) -> None:
    assert districts.find("S.D. Calif.") is None


@pytest.mark.parametrize(
    ("district", "division", "clocks"),
    [
        ("casd", None, ("America/Los_Angeles",)),
        ("W.D. Tex.", "El Paso", ("America/Denver",)),
        ("txwd", "san_antonio", ("America/Chicago",)),
        ("flnd", "Pensacola", ("America/Chicago",)),
        ("flnd", "tallahassee", ("America/New_York",)),
        ("tned", "Winchester", ("America/Chicago",)),
        ("sdd", "western", ("America/Denver",)),
    ],
)
def test_a_division_fixes_the_clock(
    districts: Districts, district: str, division: str | None, clocks: tuple[str, ...]
) -> None:
    assert zones(districts, district, division) == clocks


@pytest.mark.parametrize("division", [None, "", "Atlantis"])
def test_without_a_known_division_every_clock_remains(
    districts: Districts, division: str | None
) -> None:
    assert set(zones(districts, "txwd", division)) == {"America/Chicago", "America/Denver"}


def test_a_division_may_itself_keep_two_clocks(districts: Districts) -> None:
    assert len(zones(districts, "idd", "central")) == 2


def test_a_division_is_found_by_id_or_name(marks: Callable[..., Raw]) -> None:
    district = District.from_record(Record(raw(marks())))
    assert district.division("south end") == district.division("SOUTH_END")
    assert district.division("east") is None


@pytest.mark.parametrize(
    "changes",
    [
        {"zones": ["America/Chicago"]},
        {"zones": []},
        {"zones": ["America/Chicago", "America/Denver", "America/Denver"]},
        {"circuit": "ca12"},
    ],
)
def test_a_district_that_disagrees_with_itself_is_refused(
    marks: Callable[..., Raw], changes: Raw
) -> None:
    with pytest.raises(RecordFault):
        District.from_record(Record(raw(marks(), **changes)))


def test_two_districts_under_one_name_are_refused(marks: Callable[..., Raw]) -> None:
    twins = [raw(marks()), raw(marks(), id="xyz", name="Other")]
    table = {"id": "districts", "checked": "x", "not_checked": "y", "districts": twins}
    with pytest.raises(RecordFault, match="share"):
        Districts.from_record(Record(table))
