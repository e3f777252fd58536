"""Facts on their way out of the office: which may go to whom, and what is taken off them first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypeVar

from msgspec import Struct

from drafter.analysis.sentencing import bearing
from drafter.analysis.sentencing.telling import (
    given_up,
    is_chosen,
    is_unclear,
    may_be_told,
    says_the_same,
)
from drafter.analysis.sentencing.types import FactorFinding
from drafter.casefile.coercion import Benefit, Threat
from drafter.casefile.fact import Basis, Fact, team_fields
from drafter.casefile.matter import Codefendant
from drafter.casefile.record import Event, EventKind, Evidence, Statement, Witness
from drafter.doctrine.guidelines import FactorRole
from drafter.doctrine.vocabulary import Concept
from drafter.facts.disclosure import Reader, reader_of
from drafter.facts.moments import Moment
from drafter.facts.record import Record

FactT = TypeVar("FactT", bound=Fact)

_PRINTED = ("what", "summary", "role", "status", "sentence", "how", "words")
"""What a filing prints of a fact."""
_OF_THREATS = ("cause", "seriousness", "circumstances")
"""Factors that rest on the threats, of which the client’s testimony may be all that is open."""
_COOPERATION = re.compile(
    r"cooperat|proffer|debrief|substantial assistance|5K1\.1|3553\W*\(e\)", re.IGNORECASE
)
_NOT_TOLD = (EventKind.NORMAL_ACTIVITY, EventKind.PAYMENT)
"""Events that a defense filing does not volunteer; the working edition weighs them."""
_NOT_CONCEDED = (EventKind.OFFENSE, EventKind.VIOLENCE)
"""Events that it does not tell either where the government’s allegation is all there is of them."""


class FiledFact(Struct, frozen=True):
    """One fact its readers may see, without what is written in it for the team."""

    fact: Fact
    moment: Moment | None

    @property
    def id(self) -> str:
        """The fact's id."""
        return self.fact.id


def cleared(fact: FactT) -> FactT:
    """A fact without what is written in it for the team, and without words that may mislead."""
    fields = type(fact).model_fields
    taken = {
        name: "" if fields[name].is_required() else fields[name].get_default()
        for name in team_fields(type(fact))
    }
    if isinstance(fact, Threat) and is_unclear(fact):
        taken = {**taken, "how": None}
    return fact.model_copy(update=taken)


def filed(facts: Iterable[Fact], record: Record, reader: Reader) -> tuple[FiledFact, ...]:
    """The facts meant for a reader: before the public the public ones, under seal the sealed.

    A fact for which no item that the reader may see is named cannot be cited, and is left
    out; the working edition lists it.
    """
    shown = submitted(facts, record, reader)
    return tuple(each for each in shown if items_behind((each,), record, reader))


def submitted(facts: Iterable[Fact], record: Record, reader: Reader) -> tuple[FiledFact, ...]:
    """The facts meant for a reader, whether or not an item stands behind them."""
    return tuple(
        FiledFact(cleared(each), record.moments.get(each.id))
        for each in facts
        if reader_of(each) is reader
    )


def held_back(facts: Iterable[FactT], record: Record) -> Iterator[FactT]:
    """The facts that the public is not told, though an item behind them may be shown."""
    for each in facts:
        behind = items_behind((FiledFact(each, None),), record, Reader.PUBLIC)
        if behind and reader_of(each) is not Reader.PUBLIC:
            yield each


def telling_of_cooperation(record: Record) -> Iterator[Fact]:
    """Yield the facts that the public may be told and whose words speak of cooperation."""
    case = record.case
    about = (*_told(record), *case.sentencing.history, *case.client.conditions, *case.codefendants)
    for each in about:
        words = " ".join(str(getattr(each, field, None) or "") for field in _PRINTED)
        if reader_of(each) is Reader.PUBLIC and _COOPERATION.search(words):
            yield each


def narrative(record: Record, reader: Reader) -> tuple[FiledFact, ...]:
    """The coercion and what followed, in the order of the chronology, each thing once."""
    found = filed(_told(record), record, reader)
    events = tuple(each for each in found if isinstance(each.fact, Event))
    once = (each for each in found if not _told_by(each, events))
    places = {fact.id: place for place, fact in enumerate(record.told)}
    return tuple(sorted(once, key=lambda each: places.get(each.id, len(places))))


def told_of_threats(record: Record, reader: Reader) -> tuple[FiledFact, ...]:
    """The statements of the client among what is told that say something of a threat."""
    return tuple(each for each in narrative(record, reader) if _of_a_threat(each.fact))


def filed_for(factor: FactorFinding, record: Record, reader: Reader) -> tuple[FiledFact, ...]:
    """What may be filed for a factor; for the threats that may not, the client’s word on them.

    A statement is pointed to where the facts tell it, so one that they may not is none; and
    money that was given up is a payment all the same, which a filing does not volunteer.  How
    the charge against another stands argues nothing by itself.
    """
    told = (each for each in factor.helps if not isinstance(each, Benefit | Codefendant))
    helps = (e for e in told if not isinstance(e, Statement) or may_be_told(e, record))
    found = filed(helps, record, reader)
    if found or not factor.helps or factor.id not in _OF_THREATS:
        return found
    return told_of_threats(record, reader)


def is_unfounded(factors: Iterable[FactorFinding], record: Record) -> bool:
    """Whether there are factors, and nothing may be filed for one, in public or under seal."""
    found = [each for each in factors if each.factor.role is not FactorRole.BAR]
    readers = (Reader.PUBLIC, Reader.SEALED)
    told = any(filed_for(each, record, reader) for each in found for reader in readers)
    return bool(found) and not told


def _of_a_threat(fact: Fact) -> bool:
    says = fact.says if isinstance(fact, Statement) else ()
    return any(said.element == Concept.THREAT and not said.against for said in says)


def _told_by(told: FiledFact, events: tuple[FiledFact, ...]) -> bool:
    """Whether an event of the same moment and source says what a statement does."""
    statement = told.fact
    if not isinstance(statement, Statement) or told.moment is None:
        return False
    same = (each.fact for each in events if each.moment == told.moment)
    return any(
        not set(each.sources).isdisjoint(statement.sources) and says_the_same(each, statement)
        for each in same
        if isinstance(each, Event)
    )


def items_behind(
    facts: Iterable[FiledFact], record: Record, reader: Reader
) -> tuple[Evidence, ...]:
    """The items the facts name as sources that a reader may see, each once."""
    named = dict.fromkeys(source.evidence for each in facts for source in each.fact.sources)
    items = (record.evidence.items[id] for id in named)
    return tuple(cleared(item) for item in items if reader_of(item) <= reader)


def behind_words(ids: Iterable[str], record: Record, reader: Reader) -> tuple[Fact, ...]:
    """The facts and items that counsel names behind words of the filing, as far as it may cite."""
    facts = [record.facts[id] for id in ids]
    shown = {each.id: each.fact for each in filed(facts, record, reader)}
    # A witness whom nothing in writing stands for is cited by name.
    alone = (e for e in facts if isinstance(e, Evidence | Witness) and reader_of(e) <= reader)
    shown |= {each.id: cleared(each) for each in alone}
    return tuple(shown[each.id] for each in facts if each.id in shown)


def _told(record: Record) -> Iterator[Fact]:
    case = record.case
    yield from case.threats
    yield from bearing.hindered(case)
    yield from (each for each in case.events if _volunteered(each, record))
    yield from (each for each in case.statements if may_be_told(each, record))
    yield from given_up(record)


def _volunteered(event: Event, record: Record) -> bool:
    alleged = event.basis is Basis.GOVERNMENT_ALLEGATION and event.kind in _NOT_CONCEDED
    return not alleged and (event.kind not in _NOT_TOLD or is_chosen(event, record))
