"""The place of the case: its court, and the clocks kept there."""

from __future__ import annotations

from msgspec import Struct

from drafter.casefile.reader import CaseFile
from drafter.casefile.suggest import did_you_mean
from drafter.doctrine.districts import District, Districts, Division
from drafter.errors import CaseFileError


class Place(Struct, frozen=True):
    """The district, and the division where one is recorded."""

    district: District
    division: Division | None
    zones: tuple[str, ...]
    """IANA names of the clocks a time without a zone may be by; the first is the court's."""

    @property
    def one_clock(self) -> bool:
        """Whether a time without a zone can only be by one clock."""
        return len(self.zones) == 1


def place_of(case_file: CaseFile, districts: Districts) -> Place:
    """Find the place of a case; CaseFileError when the table has no such district or division."""
    matter = case_file.case.matter
    district = districts.find(matter.district)
    if district is None:
        hint = did_you_mean(matter.district, districts.names)
        message = f"`{matter.district}` is no federal district."
        raise CaseFileError(case_file.file.problem(("matter", "district"), message, hint))
    if matter.division is None:
        return Place(district, None, district.zones)
    division = district.division(matter.division)
    if division is None:
        hint = did_you_mean(matter.division, [each.id for each in district.divisions])
        message = f"`{matter.division}` is no division of {district.abbreviation}."
        raise CaseFileError(case_file.file.problem(("matter", "division"), message, hint))
    return Place(district, division, division.zones)
