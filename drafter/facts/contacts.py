"""Contacts with an authority, and the hour of one that is known by its day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta

from drafter.casefile.case import Case
from drafter.casefile.coercion import Opportunity
from drafter.casefile.fact import Fact
from drafter.casefile.record import EventKind, Invocation, Protection, Statement
from drafter.casefile.references import CLIENT
from drafter.facts.moments import Moment

_KINDS = (EventKind.AUTHORITY_CONTACT, EventKind.SURRENDER)
_A_DAY = timedelta(hours=25)
"""The longest that a day can be by a clock."""
_BY_AUTHORITY = frozenset(
    {
        Protection.PROFFER_LETTER,
        Protection.IMMUNITY,
        Protection.PLEA_TALKS,
        Protection.ASYLUM_INTERVIEW,
    }
)


def contacts_of(case: Case) -> Iterator[Fact]:
    """Yield events recorded as contact with an authority or surrender, and what was told to one.

    A `report` may be to anyone, so it is none: one made to an authority is recorded as
    `authority_contact`.
    """
    yield from (each for each in case.events if each.kind in _KINDS)
    yield from (each for each in case.statements if _to_authority(each))


def hour_of(
    contact: Moment | None, case: Case, moments: Mapping[str, Moment]
) -> Opportunity | None:
    """Find the opportunity at which a contact of which only the day is known was made.

    It is the first recorded with its hour that day at which an authority was there and was
    asked for help: our reading is that they are the same.  None: there is no such one.
    """
    asked = (each for each in case.opportunities if each.authority_present and each.asked_for_help)
    return next((each for each in asked if _of_one_day(moments.get(each.id), contact)), None)


def hours_of(case: Case, moments: Mapping[str, Moment]) -> Mapping[str, Moment]:
    """The moment of that opportunity, by the id of each contact that has one."""
    chances = (
        (each.id, hour_of(moments.get(each.id), case, moments)) for each in contacts_of(case)
    )
    return {id: moments[chance.id] for id, chance in chances if chance}


def _of_one_day(moment: Moment | None, day: Moment | None) -> bool:
    """Whether a moment is told more closely than a day in which it lies."""
    if not (moment and day and moment.earliest and moment.latest and day.earliest and day.latest):
        return False
    inside = day.earliest <= moment.earliest and moment.latest <= day.latest
    closer = moment.latest - moment.earliest < day.latest - day.earliest
    return inside and closer and day.latest - day.earliest <= _A_DAY


def _to_authority(statement: Statement) -> bool:
    """Whether a statement is the client's to an authority.

    Custody, and warnings recorded as given or not, say that it was; so does a protection that
    only an authority can give.  That the client was free says of nobody that he was one.  Who
    invoked a right, and is not recorded as saying anything, told nobody anything.
    """
    if statement.invoked is not Invocation.NO and not statement.says:
        return False
    asked = bool(statement.custodial) or statement.warned is not None
    if statement.protection is Protection.NONE:
        return statement.speaker == CLIENT and asked
    return statement.speaker == CLIENT and statement.protection in _BY_AUTHORITY
