"""The decisions that are the client's: advised, decided, or neither."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from drafter.analysis.occasions.decided import settled
from drafter.casefile.matter import ClientDecision, DecisionKind
from drafter.facts.gaps import Gap


class DecisionState(StrEnum):
    """How far a decision of the client's has come."""

    DECIDED = "decided"
    ADVISED = "advised"
    """Advised; no decision is recorded."""
    NOT_ADVISED = "not_advised"
    """No advice is recorded."""


_ADVICE = {
    DecisionKind.RAISE_DURESS: "advice to the client on raising duress",
    DecisionKind.TESTIFY: "advice to the client on testifying",
    DecisionKind.COOPERATE: "advice to the client on cooperating",
    DecisionKind.PLEAD: "advice to the client on pleading guilty",
}
"""What to ask for where no advice on a decision is recorded."""


class DecisionFinding(Struct, frozen=True):
    """One decision that is the client's alone."""

    decision: DecisionKind
    recorded: ClientDecision | None
    """The last entry of the case file; None: there is none."""

    @property
    def id(self) -> str:
        """The decision's word."""
        return self.decision.value

    @property
    def advised(self) -> date | None:
        """The day on which the client was advised."""
        return self.recorded.advised if self.recorded else None

    @property
    def decided(self) -> str | None:
        """What the client decided, in counsel's words; None: nothing, or nothing yet."""
        return self.recorded.decided if self.recorded and settled(self.recorded) else None

    @property
    def decided_on(self) -> date | None:
        """The day of the decision."""
        return self.recorded.decided_on if self.recorded else None

    @property
    def state(self) -> DecisionState:
        """Decided, advised, or neither."""
        if self.decided:
            return DecisionState.DECIDED
        return DecisionState.ADVISED if self.advised else DecisionState.NOT_ADVISED

    @property
    def gap(self) -> Gap | None:
        """The advice that is missing; None: there was some, or there is a decision."""
        if self.state is not DecisionState.NOT_ADVISED:
            return None
        return Gap(f"engagement.decisions.{self.id}", _ADVICE[self.decision], "", "")
