"""The whole case file."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from drafter.casefile.coercion import (
    Answer,
    Benefit,
    Involvement,
    Opportunity,
    OtherAct,
    Threat,
    TraffickingScreen,
)
from drafter.casefile.fact import Basis, Fact, Handling, Section, TeamOnly, team_fields
from drafter.casefile.matter import (
    Charge,
    Client,
    Codefendant,
    Engagement,
    Matter,
    Person,
    Proceeding,
)
from drafter.casefile.plea import PleaAgreement
from drafter.casefile.record import Event, Evidence, Expert, Statement, Witness
from drafter.casefile.resolution import Checked, Cooperation, Safety, Sentencing
from drafter.casefile.scalars import CaseId, Id, Text


class SectionDefault(Section):
    """What stands for every fact of a section that does not say otherwise."""

    basis: Basis | None = None
    handling: Handling | None = None


class ExhibitMode(StrEnum):
    """Under what the exhibit is offered."""

    FRE_1006 = "fre_1006"
    FRE_107 = "fre_107"
    SENTENCING = "sentencing"


class ExhibitInterval(Section):
    """An interval counsel lets the exhibit print, between two of its events."""

    id: Id
    start: Id
    """Id of an event chosen for the exhibit."""
    end: Id
    words: Text
    """What the interval is called."""


class Exhibit(Section):
    """What counsel chose to show in the surrender-timeline exhibit."""

    mode: ExhibitMode
    title: Text = "Chronology of Events"
    number: Text | None = None
    """The exhibit's own number or letter, for its sticker."""
    events: tuple[Id, ...] = Field(min_length=1)
    """Ids of events and statements, in any order."""
    intervals: tuple[ExhibitInterval, ...] = ()
    """No interval prints unless it stands here."""
    approved: Checked | None = None
    """Without it each page says DRAFT, NOT FOR SERVICE."""
    served_numbers: dict[Id, Text] = Field(default_factory=dict)
    """Row numbers of an exhibit already served, by event id: a later row between is 6A."""


class Note(Section):
    """A note for the defense team; printed in internal documents only."""

    id: Id
    text: Text


class SignOff(Section):
    """Who stands behind the document; blank until entered."""

    reviewed: Checked | None = None
    cite_checked: Checked | None = None
    client_advised: Checked | None = None


class Case(Section):
    """One client's case, as counsel wrote it."""

    schema_: Literal["1"] = Field(alias="schema")
    id: CaseId
    """In every path and file name: neither a name nor a docket number."""
    defaults: dict[str, SectionDefault] = Field(default_factory=dict)
    """By section: the basis and handling of each fact that does not say otherwise."""
    matter: Matter
    client: Client
    engagement: Annotated[Engagement, TeamOnly()] = Engagement()
    charges: tuple[Charge, ...] = Field(min_length=1)
    people: tuple[Person, ...] = ()
    codefendants: tuple[Codefendant, ...] = ()
    involvement: tuple[Involvement, ...] = ()
    threats: tuple[Threat, ...] = ()
    opportunities: tuple[Opportunity, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    other_acts: tuple[OtherAct, ...] = ()
    benefits: tuple[Benefit, ...] = ()
    trafficking: TraffickingScreen | None = None
    evidence: tuple[Evidence, ...] = ()
    witnesses: tuple[Witness, ...] = ()
    experts: tuple[Expert, ...] = ()
    answers: Annotated[tuple[Answer, ...], TeamOnly()] = ()
    plea_agreement: PleaAgreement | None = None
    cooperation: Cooperation | None = None
    safety: tuple[Safety, ...] = ()
    sentencing: Sentencing = Sentencing()
    exhibit: Exhibit | None = None
    notes: Annotated[tuple[Note, ...], TeamOnly()] = ()
    sign_off: SignOff = SignOff()

    @property
    def agreement(self) -> PleaAgreement | None:
        """The plea agreement that binds or may come to; None: there is none, or it was refused."""
        plea = self.plea_agreement
        return plea if plea and plea.live else None

    @property
    def pleads(self) -> bool:
        """Whether a plea is recorded under that section: by an agreement, or without one.

        That there is no agreement makes no plea of a case that was, or is, tried.
        """
        plea, dates = self.plea_agreement, self.matter.dates
        if plea is None or not plea.absent:
            return plea is not None and plea.live
        tried = dates.trial is not None or self.matter.proceeding is Proceeding.TRIAL
        return dates.plea is not None or not tried


FACT_SECTIONS = (
    "codefendants",
    "involvement",
    "threats",
    "opportunities",
    "events",
    "statements",
    "other_acts",
    "benefits",
    "trafficking",
    "evidence",
    "witnesses",
    "experts",
    "answers",
    "plea_agreement",
    "cooperation",
    "safety",
)
"""The sections whose entries are facts; each may have a default basis and handling."""


def team_fields_of_facts() -> frozenset[str]:
    """Return the names of the fields of facts that are the team's, whoever may see the fact."""
    return frozenset(name for each in (Fact, *Fact.__subclasses__()) for name in team_fields(each))


def facts_of(case: Case) -> Iterator[tuple[tuple[str | int, ...], Fact]]:
    """Yield every fact of a case with its place in the file."""
    for at, condition in enumerate(case.client.conditions):
        yield ("client", "conditions", at), condition
    for section in FACT_SECTIONS:
        found = getattr(case, section)
        if isinstance(found, Fact):
            yield (section,), found
        elif found is not None:
            for at, fact in enumerate(found):
                yield (section, at), fact
    for at, history in enumerate(case.sentencing.history):
        yield ("sentencing", "history", at), history
