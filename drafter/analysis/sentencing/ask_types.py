"""Where the sentence asked for lies, as to a range."""

from __future__ import annotations

from msgspec import Struct

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
