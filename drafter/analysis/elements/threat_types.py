"""Findings on each threat: what it can reach, and how long before the offense it came."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from drafter.casefile.coercion import Threat
from drafter.casefile.matter import Charge
from drafter.doctrine.point import Point
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


class ThreatFinding(Struct, frozen=True):
    """One threat."""

    threat: Threat
    moment: Moment | None
    reach: Reach
    """The furthest reach of its kinds."""
    third_person: Point | None
    """What the circuit says of threats to others; None: the threat is to nobody else."""
    to_offense: Span | None
    """From the threat to the start of the count it was tied to, or of the first count."""
    late: tuple[Charge, ...] = ()
    """Where it was certainly made when every count that it can bear on was over, those counts."""

    @property
    def id(self) -> str:
        """The threat's id."""
        return self.threat.id
