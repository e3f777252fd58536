"""Findings on the statutory route, 18 U.S.C. § 28; never merged with the common law."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from drafter.casefile.coercion import TraffickingScreen
from drafter.casefile.fact import Fact
from drafter.casefile.matter import Charge
from drafter.doctrine.route import Definition, Route, Unknown
from drafter.facts.gaps import Gap


class CoveredLevel(StrEnum):
    """Whether a count is a covered Federal offense."""

    LEVEL_A = "level_a"
    """Not a violent crime."""
    LEVEL_B = "level_b"
    """A violent crime; covered unless a child was a victim of it, which counsel must confirm."""
    UNKNOWN = "unknown"
    """Whether the count is a crime of violence is not recorded."""
    NOT_READ = "not_read"
    """It is a violation of a release: whether that is an offense prosecuted was not read."""


class ScreenResult(StrEnum):
    """What the trafficking screen shows."""

    NOT_SCREENED = "not_screened"
    NO_SIGNAL = "no_signal"
    """Screened; no sign of force, fraud or coercion, and no finding of a victim."""
    UNFINISHED = "unfinished"
    """Begun; whether there was force, fraud or coercion is not all recorded, and no sign is."""
    SIGNALS = "signals"
    """Screened; signs, and whether the client was a victim at the offense is open."""
    VICTIM = "victim"
    """Recorded: a victim of trafficking at the time of the offense."""
    NOT_VICTIM = "not_victim"
    """Recorded: not a victim at the time of the offense."""


class ChargeCoverage(Struct, frozen=True):
    """One count under § 28(a)(1)."""

    charge: Charge
    level: CoveredLevel
    began_before_statute: bool | None
    """Whether the offense began before the route was law; None: not known."""
    ended_before_statute: bool | None
    """Whether it had ended by then, too; None: not known."""

    @property
    def id(self) -> str:
        """The count's id."""
        return self.charge.id


class Section28(Struct, frozen=True):
    """The statutory route by itself.

    It has no production or persuasion standing: the burden, and whether the limits of the
    common law play a part, are not known, and the memo says so from ``unknown``.
    """

    route: Route
    in_force: bool
    """On the as-of day."""
    screen: TraffickingScreen | None
    result: ScreenResult
    signals: tuple[str, ...]
    """Fields of the screen that point to trafficking: `force`, `fraud`, `coercion`, `debt`,
    `documents_taken`, `child` (under 18 and sex trafficking)."""
    facts: tuple[Fact, ...]
    """The screen, if there is one."""
    coverage: tuple[ChargeCoverage, ...]
    gaps: tuple[Gap, ...]

    @property
    def unknown(self) -> tuple[Unknown, ...]:
        """The questions about the statute that no text read answers, those that arise here."""
        unknown = self.route.unknown
        return tuple(each for each in unknown if self.reaches_back or not each.earlier_only)

    @property
    def reaches_back(self) -> bool:
        """Whether the statute may have to reach an offense that began before it was law."""
        return any(each.began_before_statute is not False for each in self.coverage)

    @property
    def all_ended_before(self) -> bool:
        """Whether every count began and ended before it was law."""
        return bool(self.coverage) and all(each.ended_before_statute for each in self.coverage)

    @property
    def definitions(self) -> tuple[Definition, ...]:
        """What trafficking is, in the words read; empty where the route need not be considered."""
        found = self.route.definitions if self.raised else ()
        return tuple(each for each in found if each.of_trafficking and each.words)

    @property
    def raised(self) -> bool:
        """Whether the route must be considered: § 28(c) sealing is then a task."""
        return self.in_force and self.result in (ScreenResult.SIGNALS, ScreenResult.VICTIM)
