"""The two questions every fact answers: who says so, and who may see it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Annotated, ClassVar

from msgspec import Struct
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    InstanceOf,
    WithJsonSchema,
)
from pydantic_core.core_schema import CoreSchema
from pydantic_core.core_schema import no_info_before_validator_function as before

from drafter.casefile.scalars import Id, Text, unknown_as_none


class Basis(StrEnum):
    """Whose word a fact is."""

    CLIENT_ACCOUNT = "client_account"
    WITNESS = "witness"
    DOCUMENT = "document"
    RECORDING = "recording"
    GOVERNMENT_ALLEGATION = "government_allegation"
    COURT_FINDING = "court_finding"
    EXPERT = "expert"
    COUNSEL_INFERENCE = "counsel_inference"


class Handling(StrEnum):
    """Who may see a fact, and why no one else may."""

    OPEN = "open"
    PRIVILEGED = "privileged"
    WORK_PRODUCT = "work_product"
    PROTECTIVE_ORDER = "protective_order"
    SEALED = "sealed"
    PRESENTENCE_REPORT = "presentence_report"
    GRAND_JURY = "grand_jury"
    COOPERATION = "cooperation"
    MEDICAL = "medical"
    VICTIM_IDENTIFYING = "victim_identifying"


class Wanted(Struct, frozen=True):
    """Marks a field whose absence is a gap: what to ask for, in the words of a gap marker."""

    phrase: str
    only_written: bool = False
    """Whether a field left out is no gap, since not every case has it, and `unknown` is one."""
    unless: str = ""
    """The field that, once filled, says by itself that this one is left out on purpose."""

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Where words are wanted, read `unknown` as none: it names a gap, and is no fact."""
        schema = handler(source)
        return before(unknown_as_none, schema) if source == Text | None else schema


class TeamOnly(Struct, frozen=True):
    """Marks a field that is the defense team's, whoever may see what it stands in.

    From this mark alone follows what is taken off a fact before it is filed, what a template
    prints for the team, and whose words the gate looks for in a paper for others.
    """

    terse: bool = False
    """Whether a few words of it are as often a term of art, or a name, as counsel's own."""


TeamText = Annotated[Text | None, TeamOnly()]
"""Words for the team, if there are any."""


class Source(Struct, frozen=True):
    """A piece of evidence and the place in it: page, line or time stamp."""

    evidence: str
    pin: str = ""


def parse_source(value: object) -> object:
    """Read `E3` or `E3 at 00:41`."""
    if isinstance(value, str):
        evidence, _, pin = value.strip().partition(" at ")
        if not evidence or " " in evidence:
            raise ValueError(
                "write an evidence id, or an id and a place: `E3 at 00:41`, `E3 at p. 12`"
            )
        return Source(evidence, pin.strip())
    return value


SourceRef = Annotated[
    InstanceOf[Source],
    BeforeValidator(parse_source),
    WithJsonSchema({"type": "string", "description": "evidence id, or `id at pin`"}),
]


class Section(BaseModel):
    """A part of the case file: unknown keys are refused, values never change."""

    # Deferred: the case is built once, at the first file read, not each of its parts at import.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


@cache
def team_fields(section: type[Section]) -> Mapping[str, TeamOnly]:
    """Return the fields of a part of the case file that are the team's, by name."""
    marked = (
        (name, mark)
        for name, field in section.model_fields.items()
        for mark in field.metadata
        if isinstance(mark, TeamOnly)
    )
    return dict(marked)


class Fact(Section):
    """Something the case file states, with whose word it is and who may see it."""

    noun: ClassVar[str] = "fact"
    """What counsel calls one of these, for messages and headings."""

    id: Id
    """Names the fact wherever another part of the file speaks of it."""
    basis: Basis
    """Whose word it is."""
    handling: Handling = Handling.PRIVILEGED
    """Who may see it; the strictest handling of what a passage prints governs the passage."""
    sources: tuple[SourceRef, ...] = ()
    """Items of evidence that show it, each with the place: `ev-video at 05:31`."""
    derives_from: tuple[Id, ...] = ()
    """Facts this one repeats: two from one mouth count as one."""
    conflicts_with: Annotated[tuple[Id, ...], TeamOnly()] = ()
    """Accounts that cannot both be right."""
    note: TeamText = Field(
        default=None, description="For the defense team only; never printed outward."
    )
    strategy: TeamText = Field(
        default=None, description="For the defense team only; never printed outward."
    )
