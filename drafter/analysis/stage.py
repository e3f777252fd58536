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
    return _of(case, Disposition.PENDING) if course_of(case.matter).tries else ()


def charges_left_open(case: Case) -> tuple[Charge, ...]:
    """The counts not recorded as decided beside others that are, after the conviction on these."""
    settled = not course_of(case.matter).tries and _of(case, Disposition.CONVICTED)
    return _of(case, Disposition.PENDING) if settled else ()


def charges_convicted(case: Case) -> tuple[Charge, ...]:
    """The counts that ended in a conviction.

    In a proceeding that follows a conviction, and where none is recorded as convicted, a count
    without an entry counts as one.
    """
    found = _of(case, Disposition.CONVICTED)
    return found if found or course_of(case.matter).tries else charges_left(case)


def _of(case: Case, disposition: Disposition) -> tuple[Charge, ...]:
    return tuple(each for each in case.charges if each.disposition is disposition)


def decisions_left(case: Case) -> tuple[DecisionKind, ...]:
    """The decisions that are still the client's.

    A plea only while a count is pending; to testify then, or at the hearing on a violation.
    """
    if charges_pending(case):
        return tuple(DecisionKind)
    gone = (DecisionKind.PLEAD,) if course_of(case.matter).violation else _OF_A_TRIAL
    return tuple(each for each in DecisionKind if each not in gone)
