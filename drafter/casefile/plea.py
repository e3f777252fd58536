"""A plea agreement: its terms, and how far it has come."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from drafter.casefile.fact import Basis, Fact, Section, Wanted
from drafter.casefile.scalars import Months, Text, YesNo

_NOTHING = ("none", "no", "nothing", "n/a", "no waiver")
_NO_AGREEMENT = (*_NOTHING, "no agreement", "no plea agreement", "there is none")


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


class AgreedRange(Section):
    """The range of the sentence that the agreement fixes or promises, from low to high."""

    low: Months | None = None
    """Left out where the agreement has a cap alone."""
    high: Months

    @property
    def text(self) -> str:
        """`36 to 48 months`, `no more than 48 months`."""
        least = "no more than" if self.low is None else f"{self.low} to"
        return f"{least} {self.high} months"

    def holds(self, months: int) -> bool:
        """Whether a sentence of so many months lies in it."""
        return (self.low or 0) <= months <= self.high


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
    agreed_range: AgreedRange | None = None
    """What Rule 11(c)(1)(C) fixes, or a cap that is promised; a filing may not ask outside it."""
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
        return not self.absent and self.stage is not PleaStage.REFUSED

    @property
    def absent(self) -> bool:
        """Whether the entry says that there is none, by its stage or, without one, its status."""
        said = self.status.strip(" .").casefold() in _NO_AGREEMENT
        return self.stage is PleaStage.NONE or (self.stage is None and said)

    @property
    def binds(self) -> bool | None:
        """Whether its terms bind; None: not known, whatever the words of its status."""
        if self.absent:
            return False
        return None if self.stage is None else self.stage is PleaStage.SIGNED

    @property
    def waives_appeal(self) -> str | None:
        """What it says of an appeal that is given up; None where it says that none is."""
        words = self.appeal_waiver
        return None if words is None or words.strip(" .").casefold() in _NOTHING else words
