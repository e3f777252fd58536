"""The federal judicial districts: names, circuits, divisions and the clocks they keep."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from msgspec import Struct

from drafter.doctrine.marks import Marks
from drafter.doctrine.records import Record
from drafter.doctrine.vocabulary import COURTS


class Basis(StrEnum):
    """Where a division comes from."""

    STATUTE = "statute"
    LOCAL = "local"
    """Usage of the court; its rule was not read."""


class Division(Struct, frozen=True):
    """A division of a district."""

    id: str
    name: str
    zones: tuple[str, ...]
    """IANA names; the first is that of the place where court is held."""
    basis: Basis
    note: str | None

    @classmethod
    def from_record(cls, record: Record) -> Division:
        """Read a division."""
        record.only(cls)
        return cls(
            record.text("id"),
            record.text("name"),
            _zones(record),
            record.choice("basis", Basis),
            record.optional("note"),
        )


def caption_name(division: Division) -> str:
    """Return a division as captions have it: `Kansas City Division`."""
    name = division.name.partition(" (")[0]
    return name if "Division" in name else f"{name} Division"


class District(Struct, frozen=True):
    """One district court."""

    id: str
    """`casd`."""
    name: str
    """`Southern District of California`."""
    abbreviation: str
    """`S.D. Cal.`."""
    state: str
    circuit: str
    """Court id of the circuit whose law it follows: `ca9`, `cadc`."""
    zones: tuple[str, ...]
    """IANA names of every clock kept in the district."""
    statute: str
    divisions: tuple[Division, ...]
    note: str | None
    marks: Marks

    @classmethod
    def from_record(cls, record: Record) -> District:
        """Read a district; a division may not keep a clock the district does not."""
        record.only(cls)
        district = cls(
            record.text("id"),
            record.text("name"),
            record.text("abbreviation"),
            record.text("state"),
            record.text("circuit"),
            _zones(record),
            record.text("statute"),
            tuple(map(Division.from_record, record.children("divisions"))),
            record.optional("note"),
            Marks.from_record(record.child("marks")),
        )
        if district.circuit not in COURTS:
            raise record.fault("circuit", f"{district.circuit!r} is not a court here")
        kept = {zone for division in district.divisions for zone in division.zones}
        if kept and kept != set(district.zones):
            raise record.fault("zones", "the divisions keep other zones than the district")
        return district

    def division(self, name: str) -> Division | None:
        """The division of that id or name, without regard to case; None: it is not listed.

        In a district of which none is listed, whatever counsel names: it keeps the one clock.
        """
        wanted = _folded(name)
        for division in self.divisions:
            if wanted in (_folded(division.id), _folded(division.name)):
                return division
        return None if self.divisions else Division(wanted, name, self.zones, Basis.LOCAL, None)

    def zones_for(self, division: str | None) -> tuple[str, ...]:
        """The clocks that may have been kept; more than one is a gap for counsel to close.

        Without a division, or with one that is not listed, every zone of the district.
        """
        known = self.division(division) if division else None
        return known.zones if known else self.zones


@dataclass(frozen=True, slots=True)
class Districts:
    """Every federal judicial district."""

    id: str
    checked: str
    """What the table was compared with."""
    not_checked: str
    districts: tuple[District, ...]
    _names: dict[str, District] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the districts by id, abbreviation and name."""
        names = {
            _folded(name): each
            for each in self.districts
            for name in (each.id, each.abbreviation, each.name)
        }
        object.__setattr__(self, "_names", names)

    @classmethod
    def from_record(cls, record: Record) -> Districts:
        """Read the table; two districts under one name are refused."""
        record.only(cls)
        districts = cls(
            record.text("id"),
            record.text("checked"),
            record.text("not_checked"),
            tuple(map(District.from_record, record.children("districts"))),
        )
        # Guam's and the like never coincide: three names each.
        if len(districts._names) != 3 * len(districts.districts):
            raise record.fault("districts", "two districts share an id, abbreviation or name")
        return districts

    def find(self, name: str) -> District | None:
        """The district of that id, abbreviation or name, without regard to case and spaces."""
        return self._names.get(_folded(name))

    @property
    def names(self) -> tuple[str, ...]:
        """The id and the abbreviation of each district, for messages and the schema."""
        return tuple(name for each in self.districts for name in (each.id, each.abbreviation))


def _folded(name: str) -> str:
    return "".join(name.replace("_", " ").split()).casefold()


def _zones(record: Record) -> tuple[str, ...]:
    zones = record.texts("zones")
    if not zones or len(set(zones)) != len(zones):
        raise record.fault("zones", "at least one time zone, each once")
    return zones
