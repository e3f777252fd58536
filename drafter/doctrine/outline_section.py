"""The sections of the sentencing outline: what they rest on and who may read them."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from drafter.doctrine.records import Record


class OutlineEdition(StrEnum):
    """In which edition of the outline a section stands."""

    WORKING = "working"
    """Internal only."""
    FILING = "filing"
    BOTH = "both"


class OutlineSection(Struct, frozen=True):
    """One section of the sentencing outline."""

    id: str
    number: int
    title: str
    edition: OutlineEdition
    authorities: tuple[str, ...]
    research: tuple[str, ...]
    working_only: str | None
    """The part of a section of both editions that stays in the working edition."""
    sealed: str | None
    """The part that a filing puts into the sealed supplement."""
    practice: str | None
    """Where the section comes from, if it is practice and not law."""

    @classmethod
    def from_record(cls, record: Record) -> OutlineSection:
        """Read a section."""
        record.only(cls)
        return cls(
            record.text("id"),
            record.number("number"),
            record.text("title"),
            record.choice("edition", OutlineEdition),
            record.texts("authorities"),
            record.texts("research"),
            record.optional("working_only"),
            record.optional("sealed"),
            record.optional("practice"),
        )


class OutlineSections(Struct, frozen=True):
    """The sections in their order."""

    id: str
    sections: tuple[OutlineSection, ...]
    authorities: tuple[str, ...]
    """Decisions on coercion at sentencing, to be weighed for and against."""
    working_authorities: tuple[str, ...]
    """More of them that are weighed in the working edition and never filed on that point."""

    @classmethod
    def from_record(cls, record: Record) -> OutlineSections:
        """Read the sections; they are numbered from 1 without a hole."""
        record.only(cls)
        sections = tuple(map(OutlineSection.from_record, record.children("sections")))
        if [each.number for each in sections] != list(range(1, len(sections) + 1)):
            raise record.fault("sections", "are numbered 1, 2, 3 in their order")
        return cls(
            record.text("id"),
            sections,
            record.texts("authorities"),
            record.texts("working_authorities"),
        )
