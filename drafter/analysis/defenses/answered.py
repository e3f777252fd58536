"""For which counts the common-law defense is shown, and has a place: the answer count by count."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from drafter.analysis.defenses.availability_types import ChargeAvailability
from drafter.analysis.elements.shown_types import Covered
from drafter.casefile.matter import Charge
from drafter.doctrine.offense import Availability


class Answered(Struct, frozen=True):
    """The counts parted by what can be said of them; each stands in one of the six."""

    clear: tuple[Charge, ...]
    """Shown as a whole; the court is known to have the defense, or to be of two minds."""
    unsettled: tuple[Charge, ...]
    """Shown as a whole; whether the court has the defense was not found."""
    partly: tuple[Charge, ...]
    """Shown for a part of them alone."""
    untied: tuple[Charge, ...]
    """No threat that reaches them shows some element."""
    closed: tuple[Charge, ...]
    """A rule of law defeats an element for them, where it does not for others."""
    barred: tuple[Charge, ...]
    """The court does not have the defense, whatever is shown."""

    @property
    def shown(self) -> tuple[Charge, ...]:
        """Those shown as a whole for which the defense is not known to be barred."""
        return (*self.clear, *self.unsettled)

    @property
    def divided(self) -> bool:
        """Whether what is shown reaches some of the counts and not others."""
        return bool(self.partly or self.untied or self.closed)


def answered(reach: Covered, availability: Iterable[ChargeAvailability]) -> Answered:
    """Part the counts, in their order."""
    status = {each.charge.id: each.status for each in availability}
    barred = {id for id, each in status.items() if each is Availability.UNAVAILABLE}
    unsettled = {id for id, each in status.items() if each is Availability.UNKNOWN}
    whole = [each for each in reach.whole if each.id not in barred]
    every = (*reach.whole, *reach.partly, *reach.untied, *reach.closed)
    return Answered(
        clear=tuple(each for each in whole if each.id not in unsettled),
        unsettled=tuple(each for each in whole if each.id in unsettled),
        partly=tuple(each for each in reach.partly if each.id not in barred),
        untied=tuple(each for each in reach.untied if each.id not in barred),
        closed=tuple(each for each in reach.closed if each.id not in barred),
        barred=tuple(each for each in every if each.id in barred),
    )
