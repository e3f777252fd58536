"""Who of the witnesses was told something that is privileged."""

from __future__ import annotations

from drafter.casefile.case import Case
from drafter.casefile.fact import Fact
from drafter.casefile.record import Protection
from drafter.casefile.references import CLIENT


def told_in_privilege(case: Case) -> tuple[Fact, ...]:
    """The witnesses to whom, by name, the client told so, each with what was told."""
    names = {each.id: each.name for each in case.people}
    told = [
        each
        for each in case.statements
        if each.speaker == CLIENT and each.protection is Protection.PRIVILEGED
    ]
    found: dict[str, Fact] = {}
    for witness in case.witnesses:
        heard = [each for each in told if names.get(witness.person, witness.person) in each.to]
        found |= {each.id: each for each in (witness, *heard) if heard}
    return tuple(found.values())
