"""The sentence asked for, and where it lies as to a range."""

from __future__ import annotations

from msgspec import Struct

from drafter.casefile.fact import Fact
from drafter.doctrine.sentencing_table import Range


class Placed(Struct, frozen=True):
    """A term of months beside a range."""

    months: int
    range: Range

    @property
    def below(self) -> int | None:
        """How many months below the low end it lies; None: not below, or the low end is life."""
        low = self.range.minimum
        return None if low is None or self.months >= low else low - self.months

    @property
    def within(self) -> bool:
        """Whether it lies in the range."""
        low, high = self.range.minimum, self.range.maximum
        return low is not None and low <= self.months <= (self.months if high is None else high)

    @property
    def above(self) -> int | None:
        """How many months above the high end it lies; None: not above."""
        high = self.range.maximum
        return None if high is None or self.months <= high else self.months - high


class FiledAsk(Struct, frozen=True):
    """The sentence asked for, in public words."""

    months: int
    words: str | None
    whole: bool
    """Whether the words tell the term too, so that the months are not printed beside them."""
    reasons: str | None
    reasons_sources: tuple[Fact, ...]
    """What the filing may cite behind the reasons."""
    below_range: int | None
    """How many months below the low end of the governing range it lies; None: not below."""
    within_range: bool
    """Whether it lies in the governing range, so that it needs no road below it."""
    placed: Placed | None
    """It beside that range, which may hold steps that the filing leaves open."""
    ours: Placed | None
    """It beside the range without these; None: none is, or the public filing shows no step."""
    below_minimum: bool
    """Whether it lies below the statutory minimum; what opens the minimum is stated under seal."""
