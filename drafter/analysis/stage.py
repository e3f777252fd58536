"""Which counts are left, which of them are still to be decided, and what the client decides."""

from __future__ import annotations

from drafter.casefile.case import Case
from drafter.casefile.matter import Charge, DecisionKind, Disposition
from drafter.facts.proceedings import course_of

_GONE = (Disposition.ACQUITTED, Disposition.DISMISSED)
_OF_A_TRIAL = (DecisionKind.PLEAD, DecisionKind.TESTIFY)


def charges_left(case: Case) -> tuple[Charge, ...]:
    """The counts that are pending or ended in a conviction."""
    return tuple(each for each in case.charges if each.disposition not in _GONE)


def charges_pending(case: Case) -> tuple[Charge, ...]:
    """The counts still to be decided; none in a proceeding that follows a conviction."""
    if not course_of(case.matter).tries:
        return ()
    return tuple(each for each in case.charges if each.disposition is Disposition.PENDING)


def charges_convicted(case: Case) -> tuple[Charge, ...]:
    """The counts that ended in a conviction.

    In a proceeding that follows a conviction, a count without an entry counts as one.
    """
    if not course_of(case.matter).tries:
        return charges_left(case)
    return tuple(each for each in case.charges if each.disposition is Disposition.CONVICTED)


def decisions_left(case: Case) -> tuple[DecisionKind, ...]:
    """The decisions that are still the client's.

    A plea only while a count is pending; to testify then, or at the hearing on a violation.
    """
    if charges_pending(case):
        return tuple(DecisionKind)
    gone = (DecisionKind.PLEAD,) if course_of(case.matter).violation else _OF_A_TRIAL
    return tuple(each for each in DecisionKind if each not in gone)
