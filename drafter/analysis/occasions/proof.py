"""Occasions of evidence, witnesses and experts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from drafter.analysis.deadlines.experts import examined, experts_on_condition
from drafter.analysis.evidence.acts import within_a_count
from drafter.analysis.occasions.bearing import Asked, Bearing, missing, on_facts
from drafter.analysis.occasions.keeping import (
    before_court,
    copied,
    losable,
    received,
    requested,
    secured,
)
from drafter.analysis.position import Position
from drafter.casefile.coercion import Opportunity
from drafter.casefile.fact import Basis, Fact
from drafter.casefile.record import (
    EventKind,
    Evidence,
    ExpertField,
)
from drafter.casefile.references import CLIENT
from drafter.doctrine.evidence import EvidenceNature
from drafter.doctrine.kinds import DISTRICTS
from drafter.doctrine.library import Library
from drafter.doctrine.occasion import Occasion

_CERTIFIED = re.compile(r"\bcertifi")
_GOVERNMENT = re.compile(r"\bby the (?:government|prosecut)")
_ABROAD = re.compile(r"\babroad\b")
_TO_AUTHORITY = (EventKind.AUTHORITY_CONTACT, EventKind.SURRENDER, EventKind.ARREST)
_ELECTRONIC = frozenset({EvidenceNature.VIDEO, EvidenceNature.ELECTRONIC})
_AT_HOME = ("US/", "America/Indiana/", "America/Kentucky/", "America/North_Dakota/", "Etc/", "UTC")
"""Zones within the United States, or of no place, that no district keeps by that name."""


def _video(at: Position, *, here: bool) -> Bearing:
    """The video that was not received in evidence, with the defense or still to be had."""
    return on_facts(
        each
        for each in at.case.evidence
        if EvidenceNature.VIDEO in _nature(each, at) and not received(each) and copied(each) is here
    )


def _nature(item: Evidence, at: Position) -> tuple[EvidenceNature, ...]:
    return at.doctrine.evidence_kind(item.kind).nature


def _undated(at: Position) -> Bearing:
    items = tuple(each for each in at.case.evidence if at.record.gap(f"{each.id}.when"))
    gaps = missing(at.record, *(f"{each.id}.when" for each in items))
    return Bearing(bool(items), items, gaps)


def _unproved(at: Position) -> Iterator[Evidence]:
    """Yield the electronic records that still need a custodian.

    Our reading: one does where no witness is recorded, and where its way in names a
    certification; what the government is to offer is the government's to prove.
    """
    for item in at.case.evidence:
        way = (item.admissible_through or "").casefold()
        unvouched = item.witness is None or _CERTIFIED.search(way) is not None
        if unvouched and not _ELECTRONIC.isdisjoint(_nature(item, at)) and not _offered(item):
            yield item


def _told(at: Position) -> Bearing:
    """An authority that stood by and was told nothing has no record of the client.

    To ask one that was corrupt for its records tells it, and whoever it serves, of the defense.
    """
    events: list[Fact] = [each for each in at.case.events if each.kind in _TO_AUTHORITY]
    asked = (
        each for each in at.case.opportunities if each.authority_present and each.asked_for_help
    )
    corrupt = tuple(_untrusted(at))
    return on_facts(
        each
        for each in (*events, *asked)
        if not any(_may_meet(each, other, at) for other in corrupt)
    )


def _untrusted(at: Position) -> Iterator[Opportunity]:
    return (each for each in at.case.opportunities if each.authority_corrupt)


def _may_meet(fact: Fact, other: Fact, at: Position) -> bool:
    """Whether two facts are one, or may be of one time, so that one may tell of the other."""
    one, two = (at.record.moments.get(each.id) for each in (fact, other))
    if fact is other or one is None or two is None:
        return fact is other
    bounds = (one.earliest, two.latest), (two.earliest, one.latest)
    return all(start is None or end is None or start <= end for start, end in bounds)


@lru_cache(maxsize=8)
def _home_zones(library: Library) -> frozenset[str]:
    """The clocks that some federal district keeps."""
    districts = library.only(DISTRICTS).districts
    return frozenset(zone for each in districts for zone in each.zones)


def _abroad(at: Position) -> Bearing:
    """By the zone of a fact, or the word `abroad` of how an item comes in; not what is in hand."""
    home = _home_zones(at.doctrine.library)
    timed = [
        entry.fact
        for entry in at.record.timeline
        if (zone := entry.moment.zone) and zone not in home and not zone.startswith(_AT_HOME)
    ]
    named = [e for e in at.case.evidence if _ABROAD.search((e.admissible_through or "").casefold())]
    found = {each.id: each for each in (*timed, *named)}
    return on_facts(each for each in found.values() if not _in_hand(each, at))


def _in_hand(fact: Fact, at: Position) -> bool:
    """Whether an item is secured or before the court, or every item that shows another fact is."""
    if isinstance(fact, Evidence):
        return secured(fact) or before_court(fact)
    items = [at.record.evidence.items[each.evidence] for each in fact.sources]
    return bool(items) and all(_in_hand(each, at) for each in items)


def _unlisted(at: Position) -> Bearing:
    listed = {CLIENT, None, *(each.person for each in at.case.witnesses)}
    return on_facts(
        each for each in at.case.evidence if each.witness not in listed and not _offered(each)
    )


def _offered(item: Evidence) -> bool:
    """Whether the government is recorded as who will offer an item."""
    return _GOVERNMENT.search((item.admissible_through or "").casefold()) is not None


def _examination(at: Position) -> Bearing:
    """Ahead for as long as notice of an expert, or the examination, is not recorded."""
    done = examined(at.case)
    experts = experts_on_condition(at.case)
    return on_facts(each for each in experts if not (each.noticed and done))


def _request_open(at: Position) -> Bearing:
    return Bearing(not any(each.government_requested_disclosure for each in at.case.experts))


def _disclosure(at: Position) -> Bearing:
    noticed = {each.id for each in experts_on_condition(at.case) if each.noticed}
    return on_facts(
        each
        for each in at.case.experts
        if each.government_requested_disclosure or each.id in noticed
    )


def _acts(at: Position, *, within: bool) -> Bearing:
    """What others say that the client did, outside the counts or within one."""
    return on_facts(
        each
        for each in at.case.other_acts
        if each.basis is not Basis.CLIENT_ACCOUNT and within_a_count(each, at.setting) is within
    )


PROOF: Mapping[Occasion, Asked] = {
    Occasion.ITEM_CAN_BE_LOST: lambda at: on_facts(losable(at)),
    Occasion.ITEM_REQUESTED: lambda at: on_facts(requested(at)),
    Occasion.ITEM_WITHOUT_WAY_IN: lambda at: on_facts(
        each for each in at.record.evidence.unsponsored if each.offered_by is None
    ),
    Occasion.ITEM_DATE_MISSING: _undated,
    Occasion.VIDEO_NAMED: lambda at: _video(at, here=False),
    Occasion.VIDEO_IN_HAND: lambda at: _video(at, here=True),
    Occasion.ITEM_TO_AUTHENTICATE: lambda at: on_facts(_unproved(at)),
    Occasion.ITEM_TO_SUBPOENA: lambda at: on_facts(
        each for each in _unproved(at) if not secured(each)
    ),
    Occasion.WITNESS_TOLD_IN_PRIVILEGE: lambda at: on_facts(at.told_in_privilege),
    Occasion.WITNESS_NOT_INTERVIEWED: lambda at: on_facts(
        each for each in at.case.witnesses if not (each.interviewed or each.unavailable)
    ),
    Occasion.SPONSOR_NOT_LISTED: _unlisted,
    Occasion.AGENCY_WAS_TOLD: _told,
    Occasion.AUTHORITY_UNTRUSTED: lambda at: on_facts(_untrusted(at)),
    Occasion.RECORD_ABROAD: _abroad,
    Occasion.EXPERT_ON_CONDITION: lambda at: on_facts(experts_on_condition(at.case)),
    Occasion.EXPERT_ON_MENTAL_CONDITION: lambda at: on_facts(
        each for each in at.case.experts if each.field is ExpertField.MENTAL_CONDITION
    ),
    Occasion.EXPERT_NOTICE_DUE: lambda at: on_facts(
        each for each in experts_on_condition(at.case) if at.pending and each.noticed is None
    ),
    Occasion.EXAMINATION_AHEAD: _examination,
    Occasion.EXPERTS_REQUEST_OPEN: _request_open,
    Occasion.EXPERT_DISCLOSURE_TRIGGERED: _disclosure,
    Occasion.OTHER_ACT_ALLEGED: lambda at: _acts(at, within=False),
    Occasion.ACT_IN_COUNT_ALLEGED: lambda at: _acts(at, within=True),
}
