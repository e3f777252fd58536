"""Findings on each threat: what it can reach, whom it was against, its tie to the offense."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from drafter.casefile.coercion import Threat, ThreatKind
from drafter.casefile.matter import Charge
from drafter.doctrine.point import Point
from drafter.facts.gaps import Gap
from drafter.facts.intervals import Span
from drafter.facts.moments import Moment


class Reach(StrEnum):
    """How far a kind of threat goes at common law; 18 U.S.C. § 28 is its own test."""

    COMMON_LAW = "common_law"
    """Death or serious bodily injury: it can carry the element."""
    SENTENCING_ONLY = "sentencing_only"
    """Property, blackmail, lesser injury."""
    NOT_SHOWN = "not_shown"
    """Economic pressure, job, embarrassment, bare deportation, legal process: neither is shown."""
    UNKNOWN = "unknown"
    """The kind of the threat is not recorded."""


class Target(StrEnum):
    """Against whom a threat was made."""

    CLIENT = "client"
    FAMILY = "family"
    OTHER = "other"
    UNKNOWN = "unknown"


class ThreatFinding(Struct, frozen=True):
    """One threat."""

    threat: Threat
    moment: Moment | None
    reach: Reach
    """The furthest reach of its kinds."""
    by_kind: tuple[tuple[ThreatKind, Reach], ...]
    targets: tuple[Target, ...]
    """Each once, in the order of the record; (UNKNOWN,) when none is recorded."""
    third_person: Point | None
    """What the circuit says of threats to others; None: the threat is to the client alone."""
    specific: bool | None
    tied: bool | None
    """Whether the demand is tied to a charged count; None: not recorded."""
    to_offense: Span | None
    """From the threat to the start of the count it was tied to, or of the first count."""
    gaps: tuple[Gap, ...]
    late: tuple[Charge, ...] = ()
    """Where it was certainly made when every count that it can bear on was over, those counts."""

    @property
    def id(self) -> str:
        """The threat's id."""
        return self.threat.id
