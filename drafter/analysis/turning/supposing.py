"""The finding on an element, supposing that some open facts come out one way.

This says what the rules would do with an answer.  It is never an answer for the client.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from msgspec.structs import replace

from drafter.analysis.elements.shown_types import Shown, ShownState
from drafter.analysis.elements.types import ElementFinding
from drafter.analysis.findings import ComesIn, Reason
from drafter.analysis.reasons.forms import CLIENTS, NOT_SHOWN
from drafter.analysis.turning.openings import Ids, Openings

_TOLD = (ComesIn.CLIENT_TESTIMONY,)
"""How an open fact is supposed to come in: nobody else is known to tell it."""


class Supposing:
    """One finding, to be asked what it would be."""

    def __init__(self, finding: ElementFinding, openings: Openings) -> None:
        self.finding = finding
        self.openings = openings
        self._touched: dict[str, list[int]] = defaultdict(list)
        """By each open fact, the places of the reasons that it touches."""
        for place, reason in enumerate(finding.reasons):
            for id in openings.touching(reason):
                self._touched[id].append(place)

    def when(self, ids: Ids, *, for_us: bool) -> ElementFinding:
        """Return the finding with each of the facts known, and for the defense or against it.

        A missing fact is then what the rules that ask for it want on that side.  A disputed
        one is so where it serves that side, and not so where it does not.
        """
        side = _for_us if for_us else _against
        reasons: list[tuple[Reason, ...]] = [(each,) for each in self.finding.reasons]
        for place in {place for id in ids for place in self._touched[id]}:
            reasons[place] = tuple(side(reasons[place][0], ids, self.openings))
        left = tuple(chain.from_iterable(reasons))
        showings = self.finding.showings
        shown = tuple(_shown(each, left, ids, self.openings, for_us) for each in showings)
        return replace(self.finding, reasons=left, showings=shown)


def _for_us(reason: Reason, ids: Ids, openings: Openings) -> Iterator[Reason]:
    """What is left of a reason once the facts came out for the defense."""
    if lacking := openings.lacking(reason):
        if lacking.isdisjoint(ids) or (reason.for_us and not lacking <= ids):
            yield reason
        elif reason.for_us:
            yield _told(reason, openings)
    elif reason.for_us:
        proved = reason.admissible or ids.isdisjoint(each.id for each in reason.facts)
        yield reason if proved else replace(reason, forms=_TOLD, voices=CLIENTS)
    elif not (ids & openings.doubtful(reason) or _can_meet(reason, ids, openings)):
        yield reason


def _can_meet(reason: Reason, ids: Ids, openings: Openings) -> bool:
    return any(each <= ids for each in openings.meeting(reason))


def _against(reason: Reason, ids: Ids, openings: Openings) -> Iterator[Reason]:
    """What is left of a reason once the facts came out against the defense."""
    if lacking := openings.lacking(reason):
        if lacking.isdisjoint(ids) or (not reason.for_us and not lacking <= ids):
            yield reason
        elif not reason.for_us:
            yield replace(_told(reason, openings), met=openings.met(reason))
    elif not reason.for_us:
        left = (e for e in reason.met if ids.isdisjoint(openings.disputed((e.fact,))))
        yield replace(reason, met=tuple(left))
    elif ids.isdisjoint(openings.doubtful(reason) | openings.undoing(reason)):
        yield reason


def _told(reason: Reason, openings: Openings) -> Reason:
    """An open reason that counts; it comes in as the fact it asks about does, or is told."""
    forms, voices = openings.proof(reason)
    if forms is NOT_SHOWN:
        forms, voices = _TOLD, CLIENTS
    fact, others = next(iter(reason.others), None), reason.others[1:]
    return replace(reason, fact=fact, others=others, gap=None, also=(), forms=forms, voices=voices)


def _shown(
    shown: Shown, reasons: tuple[Reason, ...], ids: Ids, openings: Openings, for_us: bool
) -> Shown:
    showing = shown.showing
    if bearing := openings.reasons.bearing(showing.any_of, reasons):
        return Shown(showing, ShownState.SHOWN, bearing)
    disputed = for_us and not ids.isdisjoint(openings.disputed(shown.denied_by))
    if disputed or shown.state is ShownState.SHOWN:
        return Shown(showing, ShownState.MISSING, ())
    if not for_us and openings.denied(showing, ids):
        return Shown(showing, ShownState.ABSENT, ())
    return shown
