"""Everything the templates of one document may call."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from drafter.casefile.coercion import Threat
from drafter.casefile.fact import Fact
from drafter.casefile.matter import Charge
from drafter.casefile.record import Statement
from drafter.composition.audience import audience_of
from drafter.composition.blocks import Audience
from drafter.composition.templating.line import new_line
from drafter.composition.templating.referring import see
from drafter.composition.templating.values import Functions, described, refuse
from drafter.composition.vocabulary import picturing
from drafter.composition.vocabulary.citing import Citing
from drafter.composition.vocabulary.dates import dated, day, elapsed, months, of_day, on_day, span
from drafter.composition.vocabulary.gapping import Needing, weak
from drafter.composition.vocabulary.labels import label
from drafter.composition.vocabulary.naming import Naming
from drafter.composition.vocabulary.sourcing import Sourcing, pin_words
from drafter.composition.vocabulary.two_clocks import clocks_set, moment_by_two

if TYPE_CHECKING:
    from drafter.facts.moments import Moment
    from drafter.facts.record import Record

_FILTERS: dict[str, Callable[..., object]] = {
    "clocks_set": clocks_set,
    "day": day,
    "elapsed": elapsed,
    "label": label,
    "moment": moment_by_two,
    "dated": dated,
    "months": months,
    "of_day": of_day,
    "on_day": on_day,
    "pin": pin_words,
    "span": span,
}


def functions_for(
    record: Record, citing: Citing, audience: Audience, needing: Needing | None = None
) -> Functions:
    """The filters and functions of a document for one audience."""
    needing = needing or Needing()
    naming = Naming(record.case, audience)
    sourcing = Sourcing(record.case, naming, audience, audience_of)
    given: dict[str, Callable[..., object]] = {
        **citing.functions,
        **naming.functions,
        **sourcing.functions,
        "need": needing.need,
        "fill": needing.fill,
        "needed": needing.needed,
        "weak": weak,
        **picturing.functions(),
        "see": see,
        "new_line": new_line,
        "moment_of": _moments(record),
        "shares_day": _shares_day(record),
    }
    return Functions(_FILTERS, given, audience_of, frozenset({"needed"}))


def _shares_day(record: Record) -> Callable[..., object]:
    named: Sequence[Threat | Statement] = (*record.case.threats, *record.case.statements)
    days = Counter(_day_of(each, record) for each in named)

    def shares_day(fact: object) -> bool:
        """Whether the day names another one too, so that only hours tell them apart.

        Of a threat, another by the same person; of a statement, one to the same hearer besides.
        """
        if not isinstance(fact, (Threat, Statement)):
            raise refuse(f"{described(fact)} is neither a threat nor a statement")
        return days[_day_of(fact, record)] > 1

    return shares_day


def _day_of(fact: Threat | Statement, record: Record) -> tuple[str | None, ...]:
    hearer = fact.to if isinstance(fact, Statement) else None
    return fact.noun, fact.speaker, hearer, dated(record.moments.get(fact.id))


def _moments(record: Record) -> Callable[..., object]:
    def moment_of(fact: object, field: str = "") -> Moment | None:
        """When a fact was, or one of its other moments (`ended`); missing: not recorded."""
        if not isinstance(fact, (Fact, Charge)):
            raise refuse(f"{described(fact)} has no moment", "give `moment_of` a fact")
        return record.moments.get(f"{fact.id}.{field}" if field else fact.id)

    return moment_of
