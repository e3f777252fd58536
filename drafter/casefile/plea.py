"""A plea agreement: its terms, and how far it has come."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from drafter.casefile.fact import Basis, Fact, Section, Wanted
from drafter.casefile.scalars import Text, YesNo

_NOTHING = ("none", "no", "nothing", "n/a", "no waiver")


class Argument(StrEnum):
    """An argument at sentencing that a plea agreement may limit."""

    DEPARTURE = "departure"
    VARIANCE = "variance"
    ROLE = "role"
    ACCEPTANCE = "acceptance"
    SAFETY_VALVE = "safety_valve"
    CRIMINAL_HISTORY = "criminal_history"


class Permission(StrEnum):
    """What a plea agreement says of an argument."""

    ALLOWED = "allowed"
    BARRED = "barred"
    UNCLEAR = "unclear"


class ArgumentTerm(Section):
    """One argument, what the agreement says of it, and where."""

    argument: Argument
    permission: Permission
    paragraph: Text | None = None


class PleaStage(StrEnum):
    """How far a plea agreement has come."""

    OFFERED = "offered"
    DRAFT = "draft"
    SIGNED = "signed"
    REFUSED = "refused"
    NONE = "none"
    """There is none: the client pleads, or pleaded, without an agreement."""


class PleaAgreement(Fact):
    """The terms of a plea agreement; only signed ones bind."""

    noun = "plea agreement"
    basis: Basis = Basis.DOCUMENT
    status: Text
    """`signed June 9, 2026`, `draft, unsigned`."""
    stage: Annotated[
        PleaStage | None,
        Wanted("whether the plea agreement is offered, a draft, signed or refused"),
    ] = None
    """`none`: there is no agreement. Only the terms of one that is `signed` bind."""
    stipulations: tuple[Text, ...] = ()
    arguments: tuple[ArgumentTerm, ...] = ()
    """What each argument is: allowed, barred or unclear."""
    government_may: Text | None = None
    """What the government may argue."""
    appeal_waiver: Text | None = None
    """What the client gives up; `none` where it gives up nothing."""
    cooperation: Text | None = None
    """What it asks of the client."""
    factual_basis: Annotated[Text | None, Wanted("the factual basis of the plea")] = None
    narrative_conflict: Annotated[
        YesNo,
        Wanted("whether the client’s account departs from the factual basis", only_written=True),
    ] = None
    """The client's account departs from the factual basis."""

    @property
    def live(self) -> bool:
        """Whether it binds, or may still come to."""
        return self.stage not in (PleaStage.REFUSED, PleaStage.NONE)

    @property
    def binds(self) -> bool | None:
        """Whether its terms bind; None: not known, whatever the words of its status."""
        return None if self.stage is None else self.stage is PleaStage.SIGNED

    @property
    def waives_appeal(self) -> str | None:
        """What it says of an appeal that is given up; None where it says that none is."""
        words = self.appeal_waiver
        return None if words is None or words.strip(" .").casefold() in _NOTHING else words

    @property
    def pleads(self) -> bool:
        """Whether the client pleads by it, or without one; not if it was refused."""
        return self.stage is not PleaStage.REFUSED
