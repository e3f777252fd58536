"""What an element needs shown, and for which counts nothing shows it."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from drafter.analysis.findings import Reason
from drafter.casefile.coercion import Threat
from drafter.casefile.fact import Fact
from drafter.casefile.matter import Charge
from drafter.doctrine.element import Showing


class ShownState(StrEnum):
    """What the record does for one showing."""

    SHOWN = "shown"
    ABSENT = "absent"
    """The record answers every question behind it, and the answer is no."""
    UNSETTLED = "unsettled"
    """Not shown, and nothing behind it is missing: what stands near it is for counsel to argue."""
    MISSING = "missing"
    """Not shown, but not all is known."""


class Shown(Struct, frozen=True):
    """One thing the element needs shown, and the reasons that show it."""

    showing: Showing
    state: ShownState
    reasons: tuple[Reason, ...]
    """Admissible reasons for the defense that bear it out; client testimony counts."""
    denied_by: tuple[Fact, ...] = ()
    """Where it is absent, the facts that say so."""
    near: tuple[Reason, ...] = ()
    """Where it is unsettled, the reasons that stand near it and do not show it."""

    @property
    def id(self) -> str:
        """The showing's id."""
        return self.showing.id

    @property
    def left_open_by(self) -> tuple[Fact, ...]:
        """The facts that leave it unsettled, each once."""
        return tuple({each.fact.id: each.fact for each in self.near if each.fact}.values())


class Untied(Struct, frozen=True):
    """A count that no threat by which an element is shown is recorded as demanding."""

    charge: Charge
    threats: tuple[Threat, ...]
    """Those that did demand it, and bear on the element without showing it."""

    @property
    def id(self) -> str:
        """The id of the count."""
        return self.charge.id
