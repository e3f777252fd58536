"""Kinds of evidence: which element each touches, in both directions, and what may be lost."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from drafter.doctrine.records import Record
from drafter.doctrine.vocabulary import PREDICATES, Concept, Direction


class EvidenceNature(StrEnum):
    """What every item of a kind is, whatever it shows: tasks and questions are chosen by it."""

    VIDEO = "video"
    """A camera's video, which is an electronic record too."""
    ELECTRONIC = "electronic"
    """Made or kept by a machine or a service, so that a custodian must vouch for it."""
    KEPT_BY_OTHERS = "kept_by_others"
    """Kept by people who were not there, and know of the record only."""
    STRONG = "strong"
    """Made of the threat, at its time or by somebody independent: what the article's score takes
    for more than some corroboration."""
    WORDS = "words"
    """What holds the words of a threat as they were spoken or written, where it is a writing or
    a recording."""


def predicates(record: Record, name: str) -> tuple[str, ...]:
    """The predicates a list field names; each must be in the vocabulary."""
    found = record.texts(name)
    for each in found:
        if each not in PREDICATES:
            raise record.fault(
                name, f"{each!r} is not a predicate", "see drafter/doctrine/vocabulary.py"
            )
    return found


class Effect(Struct, frozen=True):
    """What an item of the kind does to one element, when every predicate holds."""

    element: Concept
    direction: Direction
    when: tuple[str, ...]
    unless: tuple[str, ...]
    because: str
    paradox: bool
    """Whether it is the other edge of an effect that cuts the opposite way."""

    @classmethod
    def from_record(cls, record: Record) -> Effect:
        """Read an effect; an item alone helps or hurts, it never settles."""
        record.only(cls)
        direction = record.choice("direction", Direction)
        if direction not in (Direction.HELPS, Direction.HURTS):
            raise record.fault("direction", "an item of evidence helps or hurts, nothing more")
        return cls(
            record.choice("element", Concept),
            direction,
            predicates(record, "when"),
            predicates(record, "unless"),
            record.text("because"),
            record.flag("paradox"),
        )


class Preservation(Struct, frozen=True):
    """Whom to ask to keep it, and how soon."""

    ask: str
    within_days: int
    """Days from the event within which to ask: a working figure, no rule of law."""
    because: str

    @classmethod
    def from_record(cls, record: Record) -> Preservation:
        """Read a preservation task."""
        record.only(cls)
        return cls(record.text("ask"), record.number("within_days"), record.text("because"))


class EvidenceKind(Struct, frozen=True):
    """One kind of evidence, rated per element in both directions."""

    id: str
    title: str
    nature: tuple[EvidenceNature, ...]
    effects: tuple[Effect, ...]
    admissibility: str
    """How it usually comes in, as a question for counsel."""
    preserve: Preservation | None
    note: str | None

    @classmethod
    def from_record(cls, record: Record) -> EvidenceKind:
        """Read a kind of evidence."""
        record.only(cls)
        preserve = record.optional_child("preserve")
        return cls(
            record.text("id"),
            record.text("title"),
            record.choices("nature", EvidenceNature),
            tuple(Effect.from_record(each) for each in record.children("effects")),
            record.text("admissibility"),
            Preservation.from_record(preserve) if preserve else None,
            record.optional("note"),
        )
