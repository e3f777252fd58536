"""Which arguments at sentencing can arise in a case at all."""

from __future__ import annotations

from drafter.analysis.predicates.counts import counts_left
from drafter.analysis.sentencing.law import law_of, reaches
from drafter.casefile.case import Case
from drafter.casefile.plea import Argument
from drafter.doctrine.in_force import Doctrine


def arises(argument: Argument, case: Case, doctrine: Doctrine) -> bool:
    """Whether there is a place for an argument, so that a plea agreement is asked of it.

    The safety valve is for the offenses that the statute lists, and a role is one beside others.
    """
    if argument is Argument.SAFETY_VALVE:
        law = law_of(doctrine)
        valve = law.adjustments["safety_valve"]
        return any(reaches(valve, each, law.offenses) for each in counts_left(case))
    return argument is not Argument.ROLE or not alone(case)


def alone(case: Case) -> bool:
    """Whether nobody else is recorded as taking part in the offense."""
    return not case.codefendants and not any(each.demanded_offense for each in case.threats)
