"""What counsel should settle before the exhibit is served; for the defense team only."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.analysis.exhibit.clocks import pins_off
from drafter.analysis.exhibit.concern_types import ExhibitDoubts, HeldSource, SponsorDoubt
from drafter.analysis.exhibit.sources import is_open, shown_sources, sponsors_of
from drafter.analysis.exhibit.title import rows_outside
from drafter.casefile.case import Exhibit, ExhibitMode
from drafter.casefile.record import Evidence
from drafter.facts.record import Record


def find_exhibit_doubts(record: Record) -> ExhibitDoubts:
    """Find sponsors that an item's way in does not name, sources held back, rows off the title
    and rows off the time at which their source has them.
    """
    exhibit = record.case.exhibit
    if exhibit is None:
        return ExhibitDoubts((), (), (), ())
    sponsors = _sponsor_doubts(exhibit, record) if exhibit.mode is ExhibitMode.FRE_107 else ()
    outside = tuple(rows_outside(exhibit, record))
    off = (record.facts[id] for id in exhibit.events if any(pins_off(record.facts[id], record)))
    return ExhibitDoubts(tuple(sponsors), tuple(_held(exhibit, record)), outside, tuple(off))


def _sponsor_doubts(exhibit: Exhibit, record: Record) -> Iterator[SponsorDoubt]:
    for item in _shown(exhibit, record):
        sponsors, way = sponsors_of(item, record), item.admissible_through
        if sponsors and way and not any(_surname(name) in way for name in sponsors):
            yield SponsorDoubt(item, sponsors)


def _shown(exhibit: Exhibit, record: Record) -> tuple[Evidence, ...]:
    """The items that the exhibit names, each once."""
    facts = (record.facts[id] for id in exhibit.events)
    shown = (item for fact in facts for _, item in shown_sources(fact, record, exhibit.mode))
    return tuple({item.id: item for item in shown}.values())


def _surname(name: str) -> str:
    """The last word before any title after the name: `Poe` of `Alan Poe, R.N.`."""
    return name.partition(",")[0].split()[-1]


def _held(exhibit: Exhibit, record: Record) -> Iterator[HeldSource]:
    """Events that rest on an item which may not be shown besides one that may."""
    for id in exhibit.events:
        fact = record.facts[id]
        items = {each.evidence: record.evidence.items[each.evidence] for each in fact.sources}
        held = tuple(item for item in items.values() if not is_open(item))
        if held:
            yield HeldSource(fact, held)
