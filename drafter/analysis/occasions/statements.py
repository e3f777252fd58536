"""Occasions of what was said: rights, warnings, translations, accounts in conflict."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from drafter.analysis.occasions.bearing import Asked, Bearing, on_facts
from drafter.analysis.occasions.client import is_english
from drafter.analysis.position import Position
from drafter.analysis.predicates.family import names_family
from drafter.analysis.predicates.order import earlier
from drafter.casefile.record import Invocation, Protection, Statement
from drafter.casefile.references import CLIENT
from drafter.doctrine.occasion import Occasion

_COURT = frozenset({"court", "judge", "jury"})


def _of_client(at: Position) -> Iterator[Statement]:
    return (each for each in at.case.statements if each.speaker == CLIENT)


def _to_suppress(at: Position) -> Bearing:
    """Where counsel recorded an issue, or of custody no warning, unless family alone listened."""
    family = [each.name for each in at.case.people if names_family(each.relation)]
    return on_facts(
        each
        for each in _of_client(at)
        if each.suppression_issue
        or (each.custodial and not each.warned and not _among_family(each, family))
    )


def _among_family(statement: Statement, family: Iterable[str]) -> bool:
    return names_family(statement.to) or any(each in statement.to for each in family)


def _warned_later(at: Position) -> Bearing:
    """Statements with warnings that may have followed one without, and those that they followed.

    Where nobody was in custody no warning was due; a right invoked, and nothing told, is none.
    """
    when = at.record.moments
    said = [each for each in _of_client(at) if each.protection is Protection.NONE]
    unwarned = [each for each in said if each.warned is False and each.custodial is not False]
    warned = [each for each in said if each.warned and _tells(each)]
    pairs = [
        (first.id, each.id)
        for each in warned
        for first in unwarned
        if earlier(when.get(each.id), when.get(first.id)) is not True
    ]
    named = {id for pair in pairs for id in pair}
    return on_facts(each for each in said if each.id in named)


def _tells(statement: Statement) -> bool:
    """Whether something is recorded of it beside a right that was invoked."""
    silent = statement.invoked is not Invocation.NO
    return not silent or bool(statement.says) or statement.omits_duress is not None


def _conditions_open(statement: Statement) -> bool:
    """Our reading: custody matters without warnings, and where a right was invoked.

    A recording matters always.
    """
    unprotected = statement.protection is Protection.NONE
    asked = statement.warned is False or statement.invoked is not Invocation.NO
    custody_open = statement.custodial is None and asked
    return unprotected and (custody_open or statement.recorded is None)


def _unprotected(at: Position) -> Bearing:
    in_writing = (Protection.PROFFER_LETTER, Protection.IMMUNITY)
    return Bearing(not any(each.protection in in_writing for each in _of_client(at)))


def _to_translate(statement: Statement) -> bool:
    """Whether agents may have put a statement into English.

    Our reading: what was said to a court or a jury went through the court’s own interpreter.
    Of what was not recorded there is nothing to translate.
    """
    if statement.language is None or is_english(statement.language):
        return False
    if statement.recorded is False:
        return False
    return _COURT.isdisjoint(re.findall(r"\w+", statement.to.casefold()))


def _conflicting(at: Position) -> Bearing:
    """The client’s accounts that conflict with something; the defense offers no other’s."""
    accounts = (each for each in at.accounts.accounts if each.conflicts)
    return on_facts(each.statement for each in accounts if each.statement.speaker == CLIENT)


STATEMENTS: Mapping[Occasion, Asked] = {
    Occasion.RIGHT_INVOKED: lambda at: on_facts(
        each for each in _of_client(at) if each.invoked is not Invocation.NO
    ),
    Occasion.STATEMENT_TO_SUPPRESS: _to_suppress,
    Occasion.STATEMENT_WARNED_LATER: _warned_later,
    Occasion.STATEMENT_CONDITIONS_OPEN: lambda at: on_facts(
        each for each in _of_client(at) if _conditions_open(each)
    ),
    Occasion.STATEMENT_TO_TRANSLATE: lambda at: on_facts(
        each for each in at.case.statements if _to_translate(each)
    ),
    Occasion.STATEMENT_PROTECTED: lambda at: on_facts(
        each
        for each in _of_client(at)
        if each.protection not in (Protection.NONE, Protection.PRIVILEGED)
    ),
    Occasion.PROFFER_UNPROTECTED: _unprotected,
    Occasion.STATEMENT_TELLING_OPEN: lambda at: on_facts(
        each.statement for each in at.accounts.accounts if each.telling_open
    ),
    Occasion.ACCOUNTS_CONFLICT: _conflicting,
}
