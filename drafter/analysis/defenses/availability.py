"""Whether the court has the defense, count by count."""

from __future__ import annotations

from drafter.analysis.defenses.availability_types import ChargeAvailability
from drafter.casefile.case import Case
from drafter.casefile.matter import Charge
from drafter.doctrine.circuit import Circuit
from drafter.doctrine.in_force import Doctrine
from drafter.doctrine.offense import Availability, Offense, OffenseNature, OffenseRule
from drafter.doctrine.point import Point

_SUPREME_COURT = "scotus"


def find_availability(
    case: Case, doctrine: Doctrine, circuit: Circuit, charges: tuple[Charge, ...]
) -> tuple[ChargeAvailability, ...]:
    """Find what is known of duress as a defense to each count; `unknown` unless a record says."""
    return tuple(_of(charge, case, doctrine, circuit) for charge in charges)


def _of(charge: Charge, case: Case, doctrine: Doctrine, circuit: Circuit) -> ChargeAvailability:
    offense = doctrine.offense(charge.offense)
    rule = _rule(offense, circuit)
    return ChargeAvailability(
        charge=charge,
        offense=offense,
        status=rule.status if rule else Availability.UNKNOWN,
        rule=rule,
        point=_point(offense, circuit),
        elsewhere=_elsewhere(offense, circuit, rule),
        compound=offense.coercion_crime and bool(case.threats),
    )


def _rule(offense: Offense, circuit: Circuit) -> OffenseRule | None:
    """The circuit's answer; the Supreme Court's where the circuit's is not known."""
    own, highest = offense.rule_in(circuit.id), offense.rule_in(_SUPREME_COURT)
    if own is None or (own.status is Availability.UNKNOWN and highest):
        return highest or own
    return own


def _elsewhere(
    offense: Offense, circuit: Circuit, rule: OffenseRule | None
) -> tuple[OffenseRule, ...]:
    if rule and rule.status is not Availability.UNKNOWN:
        return ()
    own = (circuit.id, _SUPREME_COURT)
    others = (each for each in offense.availability if each.court not in own and each.authority)
    return tuple(each for each in others if each.status is not Availability.UNKNOWN)


def _point(offense: Offense, circuit: Circuit) -> Point | None:
    if OffenseNature.FIREARM in offense.nature:
        return circuit.firearm_possession
    return circuit.murder if OffenseNature.KILLING in offense.nature else None
