"""The article's screening score: a claim, read by the claims appendix and by nothing else."""

from __future__ import annotations

from msgspec import Struct

from drafter.casefile.fact import Fact
from drafter.doctrine.claim import Band, Claim, ScoreLevel, ScorePart, Tier
from drafter.facts.gaps import Gap, GapGroup, grouped
from drafter.facts.intervals import Span


class ScoredPart(Struct, frozen=True):
    """One of the four parts, as a range of points."""

    part: ScorePart
    low: ScoreLevel
    """The level of the fewest points that the record allows."""
    high: ScoreLevel
    """The level of the most."""
    facts: tuple[Fact, ...]
    """The facts it was read from."""
    moved_by: tuple[Gap, ...]
    """Missing facts that would narrow the range."""
    to_pin_down: tuple[Fact, ...]
    """Facts whose time is too wide to say on which side of a bound they lie."""

    @property
    def id(self) -> str:
        """The part's id."""
        return self.part.id

    @property
    def moving(self) -> tuple[GapGroup, ...]:
        """The same gaps by the fact that each belongs to."""
        return grouped(self.moved_by)

    @property
    def exact(self) -> bool:
        """Whether the record allows one level only."""
        return self.low.points == self.high.points


class Screening(Struct, frozen=True):
    """The four parts, their total and what the article would conclude from it."""

    claim: Claim
    """The ledger entry with the verdict of the check."""
    bands_claim: Claim
    """The ledger entry on hours between a threat's end and surrender."""
    parts: tuple[ScoredPart, ...]
    """In the claim's order."""
    tiers: tuple[Tier, ...]
    """Every tier that the range of totals touches, the highest first."""
    to_surrender: Span | None
    """From the objective end of the threat to surrender; None: one of them is not recorded."""
    bands: tuple[Band, ...]
    """Every band of hours in which that time may lie; empty: it is not recorded."""

    @property
    def low(self) -> int:
        """The fewest points in all."""
        return sum(part.low.points for part in self.parts)

    @property
    def high(self) -> int:
        """The most points in all."""
        return sum(part.high.points for part in self.parts)

    @property
    def exact(self) -> bool:
        """Whether the total is one number."""
        return self.low == self.high
