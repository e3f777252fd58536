"""Every account compared: what limits its use, what conflicts with it, what it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafter.analysis.evidence.account_types import (
    Account,
    Accounts,
    AccountsOnElement,
    Constancy,
    SaidInAccount,
    Use,
)
from drafter.analysis.predicates.setting import CLIENT
from drafter.analysis.ties import Ties
from drafter.casefile.record import Event, EventKind, Invocation, Protection, Statement
from drafter.doctrine.in_force import Doctrine
from drafter.facts.milestones import over
from drafter.facts.record import Record
from drafter.facts.timeline import begins


def find_accounts(record: Record, doctrine: Doctrine, ties: Ties) -> Accounts:
    """Find every account in time order, and what the accounts do on each element."""
    accounts = tuple(
        sorted(
            (_account(each, record, ties) for each in record.case.statements),
            key=lambda each: begins(each.moment),
        )
    )
    said: dict[str, list[SaidInAccount]] = {}
    for account in accounts:
        for each in account.statement.says:
            said.setdefault(each.element, []).append(SaidInAccount(account, each.text))
    by_element = (
        AccountsOnElement(element, tuple(found), _constancy(found))
        for element in doctrine.elements
        if (found := said.get(element.id))
    )
    return Accounts(accounts, tuple(by_element), tuple(_elsewhere(record)))


def _elsewhere(record: Record) -> Iterator[Event]:
    """Yield the reports that are no account: none of that time rests on an item with them."""
    for event in record.case.events:
        if event.kind is EventKind.REPORT and not any(
            _of_one_talk(event, each, record) for each in record.case.statements
        ):
            yield event


def _of_one_talk(event: Event, statement: Statement, record: Record) -> bool:
    """Whether both are told of one minute, or may be of one time and rest on one item."""
    first, second = (record.moments.get(each.id) for each in (event, statement))
    if not (first and second and first.known and second.known):
        return False
    if first.exact and second.exact and first.earliest == second.earliest:
        return True
    items = {each.evidence for each in event.sources}
    apart = over(first, second) or over(second, first)
    return not apart and any(each.evidence in items for each in statement.sources)


def _account(statement: Statement, record: Record, ties: Ties) -> Account:
    limits = tuple(_limits(statement)) or (_unlimited(statement),)
    known = () if statement.recorded is not False else (Use.NOT_RECORDED,)
    silent = statement.invoked is not Invocation.NO
    return Account(
        statement=statement,
        moment=record.moments.get(statement.id),
        uses=(*limits, *known),
        conflicts=ties.conflicts_of(statement.id),
        leaves_out_duress=None if silent else statement.omits_duress,
        ways_in=tuple(_ways_in(statement, record)),
    )


def _ways_in(statement: Statement, record: Record) -> Iterable[str]:
    ways = (each.admissible_through for each in record.evidence.items_for(statement.id))
    return dict.fromkeys(each for each in ways if each)


def _limits(statement: Statement) -> Iterator[Use]:
    """What bears on the use of a statement; warnings and custody are the client's questions."""
    if statement.protection is Protection.PRIVILEGED:
        yield Use.PRIVILEGED
    elif statement.protection is not Protection.NONE:
        yield Use.PROTECTED
    if statement.invoked is not Invocation.NO:
        yield Use.INVOKED
    if statement.suppression_issue:
        yield Use.SUPPRESSION_ISSUE
    if statement.speaker != CLIENT:
        yield Use.NOT_THE_CLIENTS
        return
    match statement.custodial, statement.warned:
        case True, False:
            yield Use.UNWARNED_IN_CUSTODY
        case True, None:
            yield Use.WARNING_UNKNOWN
        case None, False:
            yield Use.CUSTODY_UNKNOWN


def _unlimited(statement: Statement) -> Use:
    """What to say where nothing limits the use: that none is recorded, if that was looked into."""
    unasked = statement.custodial is None and statement.warned is None
    return Use.NEITHER_KNOWN if unasked else Use.NO_LIMIT_RECORDED


def _constancy(said: Iterable[SaidInAccount]) -> Constancy:
    accounts = {each.account.id: each.account for each in said}
    if len(accounts) == 1:
        return Constancy.SAID_ONCE
    disputed = {fact.id for each in accounts.values() for fact in each.conflicts}
    if not disputed:
        return Constancy.NO_CONFLICT_RECORDED
    return Constancy.DISPUTED if disputed.isdisjoint(accounts) else Constancy.MOVED
