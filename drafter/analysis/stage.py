"""Which counts are left, which of them are still to be decided, and what the client decides."""

from __future__ import annotations

from drafter.casefile.case import Case
from drafter.casefile.matter import Charge, DecisionKind, Disposition, Proceeding

_GONE = (Disposition.ACQUITTED, Disposition.DISMISSED)
_AFTER_CONVICTION = frozenset({
    Proceeding.SENTENCING, Proceeding.REMAND, Proceeding.REVOCATION, Proceeding.SECTION_2255,
    Proceeding.SENTENCE_REDUCTION, Proceeding.SECTION_3771A,
})  # fmt: skip


def charges_left(case: Case) -> tuple[Charge, ...]:
    """The counts that are pending or ended in a conviction."""
    return tuple(each for each in case.charges if each.disposition not in _GONE)


def charges_pending(case: Case) -> tuple[Charge, ...]:
    """The counts still to be decided; none in a proceeding that follows a conviction."""
    if case.matter.proceeding in _AFTER_CONVICTION:
        return ()
    return tuple(each for each in case.charges if each.disposition is Disposition.PENDING)


def charges_convicted(case: Case) -> tuple[Charge, ...]:
    """The counts that ended in a conviction.

    In a proceeding that follows a conviction, a count without an entry counts as one.
    """
    if case.matter.proceeding in _AFTER_CONVICTION:
        return charges_left(case)
    return tuple(each for each in case.charges if each.disposition is Disposition.CONVICTED)


def decisions_left(case: Case) -> tuple[DecisionKind, ...]:
    """The decisions that are still the client's: a plea only while a count is pending."""
    pending = charges_pending(case)
    return tuple(each for each in DecisionKind if pending or each is not DecisionKind.PLEAD)
