"""What the outline leaves open: not known, not sourced, not confirmed, not to be told unread."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from drafter.casefile.coercion import Benefit, Threat
from drafter.casefile.fact import Fact
from drafter.casefile.record import Statement
from drafter.casefile.resolution import Cooperation
from drafter.facts.gaps import Gap


class Confirmation(Struct, frozen=True):
    """Something a law record asks counsel to confirm before relying on it."""

    id: str
    title: str
    statement: str


class LeftOut(StrEnum):
    """Why a paper for the court does not tell a statement of the client's."""

    LIMITED = "limited"
    """A letter, an examination, a motion or an invoked right limits its use."""
    SILENT = "silent"
    """It leaves the coercion out."""
    ADMISSION = "admission"
    """All that is recorded of it speaks against an element."""
    UNSAID = "unsaid"
    """What it says on any element is not recorded."""
    CONFLICT = "conflict"
    """It is recorded as in conflict with what the defense tells."""
    GOVERNMENTS = "governments"
    """It speaks against an element too, and its source is the government's to offer."""

    @property
    def by_choice(self) -> bool:
        """Whether it is told where counsel chooses it."""
        return self not in (LeftOut.LIMITED, LeftOut.SILENT)


class UntoldStatement(Struct, frozen=True):
    """A statement that a paper for the court leaves out, and why."""

    statement: Statement
    why: LeftOut

    @property
    def id(self) -> str:
        """The statement's id."""
        return self.statement.id


class OpenItems(Struct, frozen=True):
    """What is not known, not sourced or not confirmed."""

    gaps: tuple[Gap, ...]
    """Missing facts that bear on the sentence."""
    tasks: tuple[str, ...]
    """What the order of tests asks of counsel, in the law record's own words."""
    confirm: tuple[Confirmation, ...]
    unsourced: tuple[Fact, ...]
    """Facts told in the outline that name no source."""
    held_back: tuple[Threat, ...]
    """Threats that the public filing leaves out as they are marked, though an item behind them
    may be shown."""
    cooperation: tuple[Fact, ...]
    """Facts that the public filing may tell and whose words speak of cooperation, of anybody’s."""
    untold: tuple[UntoldStatement, ...]
    """Statements of the client's that what goes to the court leaves out, though it might tell
    them."""
    with_admissions: tuple[Statement, ...]
    """Those that it tells, though they speak against an element as well."""
    given_up: tuple[Benefit, ...]
    """What was received and given up, of which it does not tell."""
    unclear: tuple[Threat, ...]
    """Threats to others whose `how` has a pronoun, which may seem to mean one of them: what goes to
    the court leaves it out."""
    undisclosed: Cooperation | None
    """Cooperation whose particulars the supplement leaves out: the client has not told all."""
    unfounded: bool
    """Whether a departure would be asked for, and nothing may be filed for it."""
