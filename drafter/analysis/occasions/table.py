"""Every occasion with the question that answers it, asked of one case once."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.analysis.occasions.bearing import Asked, Bearing, together
from drafter.analysis.occasions.client import CLIENT
from drafter.analysis.occasions.defense import DEFENSE
from drafter.analysis.occasions.ending import ENDING
from drafter.analysis.occasions.people import PEOPLE
from drafter.analysis.occasions.proof import PROOF
from drafter.analysis.occasions.stage import STAGE
from drafter.analysis.occasions.statements import STATEMENTS
from drafter.analysis.occasions.unheard import UNHEARD
from drafter.analysis.position import Position
from drafter.doctrine.occasion import Occasion

OCCASIONS: Mapping[Occasion, Asked] = {
    **STAGE,
    **CLIENT,
    **DEFENSE,
    **PROOF,
    **STATEMENTS,
    **PEOPLE,
    **UNHEARD,
    **ENDING,
}


class Bearings:
    """What one case says to the occasions; each is answered once, when first asked for."""

    def __init__(self, position: Position) -> None:
        self.position = position
        self._found: dict[Occasion, Bearing] = {}
        self._together: dict[tuple[Occasion, ...], Bearing] = {}

    def of(self, occasion: Occasion) -> Bearing:
        """The answer to one occasion."""
        if occasion not in self._found:
            self._found[occasion] = OCCASIONS[occasion](self.position)
        return self._found[occasion]

    def all_of(self, occasions: tuple[Occasion, ...]) -> Bearing:
        """The answer to several, each of which must hold; to none of them: it holds."""
        if occasions not in self._together:
            self._together[occasions] = together(map(self.of, occasions))
        return self._together[occasions]
