"""Which counts the defense is tested on."""

from __future__ import annotations

from drafter.casefile.case import Case
from drafter.casefile.matter import Charge, Disposition

_GONE = (Disposition.ACQUITTED, Disposition.DISMISSED)


def counts_left(case: Case) -> tuple[Charge, ...]:
    """The counts pending or ended in a conviction; every count where none is left."""
    left = tuple(each for each in case.charges if each.disposition not in _GONE)
    return left or case.charges
