"""Which statements of the client a paper for the court tells, and why another is left out.

A statement is told for what it says for the defense, and never for what it admits alone.  One
that hurts in a way that the rest of the paper cannot carry is told where counsel chose it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.analysis.sentencing.adjustments import MOTION
from drafter.analysis.sentencing.open_types import LeftOut, UntoldStatement
from drafter.casefile.coercion import Benefit, Opportunity, Threat
from drafter.casefile.fact import Basis, Fact
from drafter.casefile.record import Event, Invocation, Offeror, Protection, Statement
from drafter.casefile.references import CLIENT
from drafter.casefile.resolution import Cooperation
from drafter.doctrine.vocabulary import Concept
from drafter.facts.disclosure import Reader, reader_of
from drafter.facts.record import Record

_WORD = re.compile(r"[a-z0-9]{3,}")
_EMPTY = frozenset(
    """
    about after all also and any are before but did for from gave give had has have her him his how
    into its not off one or out said say says she than that the their them then there these they
    this those told tell under was were what when where which who whom with would you
    asked wanted
    """.split()
)
"""Words of which each account has some, whatever it says."""
_PRONOUN = re.compile(r"\b(?:he|him|his|she|her|hers|they|them|their)\b", re.IGNORECASE)
_STEM = 5
"""Letters by which two forms of a word are taken for one."""


def left_out(statement: Statement, record: Record) -> LeftOut | None:
    """Return why a paper for the court does not tell a statement of the client's; None: it does.

    Where counsel chose it, only what limits its use and what it leaves out of the coercion count.
    """
    if (
        statement.suppression_issue is not None
        or statement.protection is not Protection.NONE
        or statement.invoked is not Invocation.NO
    ):
        return LeftOut.LIMITED
    if statement.omits_duress:
        return LeftOut.SILENT
    if is_chosen(statement, record):
        return None
    return _unchosen(statement, record)


def _unchosen(statement: Statement, record: Record) -> LeftOut | None:
    helps = len(statement.says) > len(statement.admissions)
    if statement.admissions and not helps:
        return LeftOut.ADMISSION
    if not helps and statement.omits_duress is None:
        return LeftOut.UNSAID
    if any(_of_the_defense(record.facts[id]) for id in statement.conflicts_with):
        return LeftOut.CONFLICT
    if statement.admissions and _is_the_governments(statement, record):
        return LeftOut.GOVERNMENTS
    return None


def is_chosen(fact: Fact, record: Record) -> bool:
    """Whether counsel wants a fact told that a filing leaves out of itself."""
    return fact.id in record.case.sentencing.filing_also


def may_be_told(statement: Statement, record: Record) -> bool:
    """Whether a paper for the court tells a statement: one of the client's, for what it says."""
    return statement.speaker == CLIENT and left_out(statement, record) is None


def untold_statements(record: Record) -> Iterator[UntoldStatement]:
    """Yield the statements of the client's that such a paper leaves out, though it might tell them.

    A right that was invoked is no statement, and what stays with the team is none for the court.
    """
    for each in record.case.statements:
        ours = each.speaker == CLIENT and each.invoked is Invocation.NO
        if ours and reader_of(each) is not Reader.TEAM:
            why = left_out(each, record)
            if why is not None:
                yield UntoldStatement(each, why)


def told_with_admissions(record: Record) -> Iterator[Statement]:
    """Yield the statements that such a paper tells and that speak against an element as well."""
    for each in record.case.statements:
        told = may_be_told(each, record) and reader_of(each) is not Reader.TEAM
        if told and each.admissions:
            yield each


def given_up(record: Record) -> Iterator[Benefit]:
    """Yield what was received and given up, where counsel chose it or the paper tells of it.

    A filing volunteers no payment; of one that it tells it says what became of it.
    """
    told = " ".join(each.summary for each in record.case.statements if may_be_told(each, record))
    for each in record.case.benefits:
        if each.received and each.given_up:
            named = each.amount is not None and each.amount in told
            if named or is_chosen(each, record):
                yield each


def unfiled_given_up(record: Record) -> Iterator[Benefit]:
    """Yield what was given up and might be told to the court, of which no paper tells."""
    told = {each.id for each in given_up(record)}
    for each in record.case.benefits:
        kept = reader_of(each) is Reader.TEAM or each.id in told
        if each.received and each.given_up and not kept:
            yield each


def undisclosed(record: Record) -> Cooperation | None:
    """Cooperation of which the court is told the government's motion alone; None: of none.

    What counsel wrote of it may be what the client has not disclosed, or why.
    """
    told = record.case.cooperation
    if told is None or told.status not in MOTION or reader_of(told) is Reader.TEAM:
        return None
    kept = told.unfinished and told.what is not None and not is_chosen(told, record)
    return told if kept else None


def is_unclear(threat: Threat) -> bool:
    """Whether a threat to others has a pronoun in its `how`, which may seem to mean one of them."""
    return bool(set(threat.against) - {CLIENT} and _PRONOUN.search(threat.how or ""))


def says_the_same(event: Event, statement: Statement) -> bool:
    """Whether an event says what a statement does, the threat above all.

    That is: it has more than half of the words that tell something in the summary, and of what
    the statement says of a threat.
    """
    told = _telling(f"{event.what} {event.where or ''}")
    threats = (e.text for e in statement.says if e.element == Concept.THREAT and not e.against)
    return all(_mostly(_telling(text), told) for text in (statement.summary, *threats))


def _mostly(said: frozenset[str], told: frozenset[str]) -> bool:
    return not said or len(said & told) * 2 > len(said)


def _telling(text: str) -> frozenset[str]:
    words = _WORD.findall(text.casefold())
    return frozenset(word[:_STEM] for word in words if word not in _EMPTY)


def _of_the_defense(fact: Fact) -> bool:
    """Whether a fact is part of what the defense tells: what others say of it is no conflict."""
    if fact.basis is Basis.GOVERNMENT_ALLEGATION:
        return False
    if isinstance(fact, Statement):
        return fact.speaker == CLIENT
    return isinstance(fact, Threat | Opportunity | Event)


def _is_the_governments(statement: Statement, record: Record) -> bool:
    items = [record.evidence.items[source.evidence] for source in statement.sources]
    return bool(items) and all(each.offered_by is Offeror.GOVERNMENT for each in items)
