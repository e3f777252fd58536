"""What surrender is in this case, count by count."""

from __future__ import annotations

from drafter.analysis.surrender_types import ChargeSurrender, SurrenderRoles
from drafter.casefile.matter import Charge
from drafter.doctrine.circuit import Circuit
from drafter.doctrine.in_force import Doctrine
from drafter.facts.record import Record


def find_surrender(
    record: Record, doctrine: Doctrine, circuit: Circuit, charges: tuple[Charge, ...]
) -> SurrenderRoles:
    """Find the role of surrender for each count, beside the recorded steps."""
    by_charge = tuple(
        ChargeSurrender(
            charge, circuit.surrender_for(charge.offense), _continuing(charge, doctrine)
        )
        for charge in charges
    )
    return SurrenderRoles(by_charge, record.surrender)


def _continuing(charge: Charge, doctrine: Doctrine) -> bool | None:
    """Whether the count lasts: as counsel recorded it, else by the nature of the offense."""
    if charge.continuing is not None:
        return charge.continuing
    return True if doctrine.offense(charge.offense).continuing else None
