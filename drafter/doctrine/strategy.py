"""What a case can be used for: options with their conditions and risks, stakes, open questions."""

from __future__ import annotations

from msgspec import Struct

from drafter.doctrine.occasion import Occasion, occasions
from drafter.doctrine.records import Record


class StrategyPoint(Struct, frozen=True):
    """One sentence about an option, and when it is to be said."""

    id: str
    """Unique in its record."""
    statement: str
    """One sentence of ours, printable as it stands; law only with an authority."""
    when: tuple[Occasion, ...]
    """Occasions, each of which must hold."""
    authority: str | None
    """Authority id."""
    research: tuple[str, ...]
    """Authority ids of leads to read: the research list, never a citation."""
    unless_met: str | None = None
    """A second sentence, to be said unless the occasions hold: what is open then."""
    to_prove: str | None = None
    """Where they hold by what is recorded alone, a second sentence: what is still to be proved."""

    @classmethod
    def from_record(cls, record: Record) -> StrategyPoint:
        """Read a point; without an occasion it would be true of every case, so that is refused."""
        record.only(cls)
        point = cls(
            record.text("id"),
            record.text("statement"),
            occasions(record, "when"),
            record.optional("authority"),
            record.texts("research"),
            record.optional("unless_met"),
            record.optional("to_prove"),
        )
        if not point.when:
            raise record.fault("when", "is missing: what is true of every case is not said")
        return point


def _points(record: Record, name: str) -> tuple[StrategyPoint, ...]:
    return tuple(StrategyPoint.from_record(each) for each in record.children(name))


class StrategyOption(Struct, frozen=True):
    """One use of the coercion: at trial, in a plea, at sentencing, or beside cooperation."""

    id: str
    title: str
    order: int
    """Its place among the options."""
    decision: str | None
    """The client's decision it waits for: a word of the case file."""
    also_decisions: tuple[str, ...]
    """Further decisions of the client's that it needs, told where one is recorded."""
    arguments: tuple[str, ...]
    """Sentencing arguments it needs, which a plea agreement may bar: words of the case file."""
    when: tuple[Occasion, ...]
    """Occasions without which the option does not arise at all."""
    conditions: tuple[StrategyPoint, ...]
    """What must be true; an occasion that fails closes the option."""
    levers: tuple[StrategyPoint, ...]
    """What it can be used for here."""
    risks: tuple[StrategyPoint, ...]
    questions: tuple[StrategyPoint, ...]
    """What counsel must decide, since no record answers it."""
    tasks: tuple[str, ...]
    """Task ids that come next, as far as the case raises them."""

    @classmethod
    def from_record(cls, record: Record) -> StrategyOption:
        """Read an option; without a condition it could not be told from any other."""
        record.only(cls)
        option = cls(
            record.text("id"),
            record.text("title"),
            record.number("order"),
            record.optional("decision"),
            record.texts("also_decisions"),
            record.texts("arguments"),
            occasions(record, "when"),
            _points(record, "conditions"),
            _points(record, "levers"),
            _points(record, "risks"),
            _points(record, "questions"),
            record.texts("tasks"),
        )
        if not option.conditions:
            raise record.fault("conditions", "is missing")
        return option


class Stakes(Struct, frozen=True):
    """What a conviction touches beside the sentence, and questions no option owns."""

    id: str
    stakes: tuple[StrategyPoint, ...]
    questions: tuple[StrategyPoint, ...]

    @classmethod
    def from_record(cls, record: Record) -> Stakes:
        """Read the stakes."""
        record.only(cls)
        return cls(
            record.text("id"),
            _points(record, "stakes"),
            _points(record, "questions"),
        )
