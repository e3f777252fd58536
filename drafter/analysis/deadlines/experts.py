"""The experts of whom notice may be due, and whether it was given."""

from __future__ import annotations

from datetime import date

from drafter.casefile.case import Case
from drafter.casefile.record import Expert, ExpertField, Protection
from drafter.casefile.references import CLIENT

_CONDITION = (ExpertField.BATTERING, ExpertField.MENTAL_CONDITION)


def experts_on_condition(case: Case) -> tuple[Expert, ...]:
    """Those on battering or a mental condition; whether notice is due of each is for counsel."""
    return tuple(each for each in case.experts if each.field in _CONDITION)


def notice_given(case: Case) -> date | None:
    """The day by which notice of each of them was given; None: of one it was not, or none is."""
    days = [each.noticed for each in experts_on_condition(case)]
    given = [day for day in days if day]
    return max(given) if given and len(given) == len(days) else None


def examined(case: Case) -> bool:
    """Whether a statement of the client in an examination is recorded."""
    return any(
        each.speaker == CLIENT and each.protection is Protection.EXAMINATION
        for each in case.statements
    )
