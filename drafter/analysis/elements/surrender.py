"""What surrender is in this case, count by count."""

from __future__ import annotations

from drafter.analysis.elements.stretches import lasts
from drafter.analysis.elements.surrender_types import ChargeSurrender, SurrenderRoles
from drafter.casefile.matter import Charge
from drafter.doctrine.circuit import Circuit
from drafter.doctrine.in_force import Doctrine
from drafter.facts.record import Record


def find_surrender(
    record: Record, doctrine: Doctrine, circuit: Circuit, charges: tuple[Charge, ...]
) -> SurrenderRoles:
    """Find the role of surrender for each count, beside the recorded steps."""
    by_charge = tuple(
        ChargeSurrender(charge, circuit.surrender_for(charge.offense), lasts(charge, doctrine))
        for charge in charges
    )
    return SurrenderRoles(by_charge, record.surrender)
