"""Each argument at sentencing, checked against the plea agreement."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from drafter.analysis.sentencing.unsaid import unsaid
from drafter.casefile.plea import Argument, ArgumentTerm, Permission, PleaAgreement
from drafter.facts.gaps import Gap


class PleaState(StrEnum):
    """What the plea agreement does to an argument."""

    ALLOWED = "allowed"
    BARRED = "barred"
    UNCLEAR = "unclear"
    """The agreement says so, or does not speak of it."""
    UNSIGNED = "unsigned"
    """What is offered or drafted binds nobody yet; ``PleaCheck.term`` has what it would do."""
    NO_AGREEMENT = "no_agreement"
    """No agreement is recorded, or the one that was offered was refused."""


class PleaCheck(Struct, frozen=True):
    """One argument checked against the plea agreement."""

    argument: Argument
    term: ArgumentTerm | None
    """None: the agreement does not speak of it, or there is none."""
    agreement: PleaAgreement | None
    """None: there is none, or the one that was offered was refused."""
    arises: bool
    """Whether there is a place for it in the case."""

    @property
    def told(self) -> bool:
        """Whether there is something to say of it: a term that is recorded, or one to ask for."""
        return self.arises or self.term is not None

    @property
    def id(self) -> str:
        """The argument's word."""
        return self.argument.value

    @property
    def state(self) -> PleaState:
        """What follows; an agreement that is silent leaves it unclear.

        So does a bar in one that is not known to be signed.
        """
        if self.agreement is None:
            return PleaState.NO_AGREEMENT
        if self.agreement.binds is False:
            return PleaState.UNSIGNED
        permission = self.term.permission if self.term else Permission.UNCLEAR
        unknown = permission is Permission.BARRED and self.agreement.binds is None
        return PleaState.UNCLEAR if unknown else PleaState(permission.value)

    @property
    def allowed(self) -> bool:
        """Whether a term says that the argument is open."""
        return self.term is not None and self.term.permission is Permission.ALLOWED

    @property
    def may_bar(self) -> bool:
        """Whether a term bars it, of an agreement that is not known to be signed or not."""
        return self.barring and self.agreement is not None and self.agreement.binds is None

    @property
    def barring(self) -> bool:
        """Whether a term says that the argument is barred, whether or not it binds."""
        return self.term is not None and self.term.permission is Permission.BARRED

    @property
    def gap(self) -> Gap | None:
        """What is to be read in an agreement that is not recorded to speak of it."""
        return unsaid(self.argument, self.agreement) if self.agreement and not self.term else None
