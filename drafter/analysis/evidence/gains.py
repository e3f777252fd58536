"""What the client may have had of the offense."""

from __future__ import annotations

from drafter.casefile.case import Case
from drafter.casefile.coercion import Benefit


def possible_gains(case: Case) -> tuple[Benefit, ...]:
    """Return the benefits that were promised, or that are not recorded as not received.

    Of one of which that is not known the government will speak all the same.
    """
    return tuple(each for each in case.benefits if each.promised or each.received is not False)
