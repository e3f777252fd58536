"""Whether an item of evidence is safe: lost, asked for, in hand, or before the court."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.analysis.position import Position
from drafter.casefile.record import Evidence, Form, PreservationStatus

_RECEIVED = re.compile(r"\breceived\b(?! nothing)")
_OF_COURT = re.compile(r"\b(?:of record|judicial notice)\b")


def requested(at: Position) -> Iterator[Evidence]:
    """The items of which counsel recorded that they were asked for, and not that they are safe."""
    for item in at.case.evidence:
        if item.preservation and item.preservation.status is PreservationStatus.REQUESTED:
            yield item


def losable(at: Position) -> Iterator[Evidence]:
    """The items that counsel or their kind says may be lost, and that nobody has asked for.

    Our reading: where counsel recorded nothing, an item with a Bates or exhibit number is in
    hand, unless it is an object, of which no copy can be.
    """
    for item in at.case.evidence:
        if item.preservation is not None:
            lost = item.preservation.status is PreservationStatus.AT_RISK
        else:
            lost = not numbered(item) and at.doctrine.evidence_kind(item.kind).preserve is not None
        if lost:
            yield item


def numbered(item: Evidence) -> bool:
    """Whether an item has a number under which a copy of it is with the defense."""
    return bool(item.bates or item.exhibit) and item.form is not Form.OBJECT


def copied(item: Evidence) -> bool:
    """Whether a copy is with the defense: secured, or numbered and nothing else recorded."""
    return secured(item) or (item.preservation is None and numbered(item))


def before_court(item: Evidence) -> bool:
    """Whether an item is recorded as received, or as one that the court has by itself."""
    return (
        received(item) or _OF_COURT.search((item.admissible_through or "").casefold()) is not None
    )


def secured(item: Evidence) -> bool:
    """Whether counsel recorded that an item is safe."""
    kept = item.preservation
    return kept is not None and kept.status is PreservationStatus.SECURED


def received(item: Evidence) -> bool:
    """Whether an item is recorded as received in evidence: its holder keeps it no longer alone."""
    return _RECEIVED.search((item.admissible_through or "").casefold()) is not None
