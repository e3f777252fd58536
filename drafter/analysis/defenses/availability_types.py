"""Whether the court has the defense for each count, and coercion charged as the crime."""

from __future__ import annotations

from msgspec import Struct

from drafter.casefile.matter import Charge
from drafter.doctrine.offense import Availability, Offense, OffenseRule
from drafter.doctrine.point import Point


class ChargeAvailability(Struct, frozen=True):
    """One count: is duress available for it in this circuit?"""

    charge: Charge
    offense: Offense
    status: Availability
    """`unknown` unless a record says otherwise."""
    rule: OffenseRule | None
    """The court's or the Supreme Court's answer, with marks and authority; None: none found."""
    point: Point | None
    """The circuit's own point on firearms or murder, where the count is of that sort."""
    elsewhere: tuple[OffenseRule, ...]
    """Where it is not known here, what other circuits that were read answered."""
    compound: bool
    """Coercion is charged as the crime, and the client was threatened too."""

    @property
    def id(self) -> str:
        """The count's id."""
        return self.charge.id

    @property
    def coercion_crime(self) -> bool:
        """Whether coercion is the crime charged: it is then not the defense."""
        return self.offense.coercion_crime
