"""The evidence index: which item proves which fact, and who can bring it in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from msgspec import Struct

from drafter.casefile.case import Case
from drafter.casefile.fact import Fact
from drafter.casefile.record import Evidence, Witness

_TO_BRIEF = re.compile(r"\bto be (?:\w+ )?briefed\b")
_HEARSAY = re.compile(r"\b(?:is|as) hearsay\b")
_ON_WAIVER = re.compile(r"\b(?:if|unless|once|when)\b.*\bwaive[sd]?\b")
_ROUND_IT = re.compile(r"\b80[1-7]\b|exception|utterance|\bnot\b|state of mind|for its effect")


class EvidenceIndex(Struct, frozen=True):
    """Every item of evidence by id, tied to facts and to witnesses."""

    items: Mapping[str, Evidence]
    """In the order of the case file."""
    unsponsored: tuple[Evidence, ...]
    """Items for which the file names neither a witness nor another way in."""
    unbriefed: tuple[Evidence, ...]
    """Items whose way in is, by its own words, still to be argued: it brings nothing in yet."""
    unavailable: frozenset[str]
    """The people listed as witnesses whose testimony cannot be had."""
    _of_fact: Mapping[str, Mapping[str, Evidence]]
    _of_item: Mapping[str, Mapping[str, Fact]]
    _sponsors: Mapping[str, tuple[Witness, ...]]

    def items_for(self, fact_id: str) -> tuple[Evidence, ...]:
        """The items a fact names as sources, then those said to be about it, each once."""
        return tuple(self._of_fact.get(fact_id, {}).values())

    def facts_for(self, item_id: str) -> tuple[Fact, ...]:
        """The facts that name an item as a source, then those it is about, each once."""
        return tuple(self._of_item.get(item_id, {}).values())

    def sponsors_of(self, item_id: str) -> tuple[Witness, ...]:
        """The witnesses recorded as able to bring an item in: its own, if listed, come first."""
        return self._sponsors.get(item_id, ())


def index_of(case: Case, facts: Mapping[str, Fact]) -> EvidenceIndex:
    """Index the evidence of a case; ``facts`` are all of its facts by id."""
    items = {item.id: item for item in case.evidence}
    of_fact: dict[str, dict[str, Evidence]] = defaultdict(dict)
    of_item: dict[str, dict[str, Fact]] = defaultdict(dict)
    for fact in facts.values():
        for source in fact.sources:
            of_fact[fact.id][source.evidence] = items[source.evidence]
            of_item[source.evidence][fact.id] = fact
    for item in case.evidence:
        for id in item.about:
            of_fact[id][item.id] = item
            of_item[item.id][id] = facts[id]
    unbriefed = tuple(filter(_unbriefed, case.evidence))
    sponsors = _sponsors(case)
    return EvidenceIndex(
        items, unsponsored(case), unbriefed, _gone(case), dict(of_fact), dict(of_item), sponsors
    )


def unsponsored(case: Case) -> tuple[Evidence, ...]:
    """The items for which a case names no witness, no expert and no other way in."""
    gone = _gone(case)
    by_witness = {id for each in case.witnesses if not each.unavailable for id in each.sponsors}
    sponsored = by_witness | {id for each in case.experts for id in each.sponsors}
    return tuple(
        item
        for item in case.evidence
        if not (item.admissible_through or item.id in sponsored)
        and (item.witness is None or item.witness in gone)
    )


def _gone(case: Case) -> frozenset[str]:
    return frozenset(each.person for each in case.witnesses if each.unavailable)


def _unbriefed(item: Evidence) -> bool:
    """Whether by its words its way in is to be briefed, hangs on a waiver, or is bare hearsay."""
    way = (item.admissible_through or "").strip().casefold()
    hearsay = _HEARSAY.search(way) is not None and _ROUND_IT.search(way) is None
    return hearsay or any(each.search(way) for each in (_TO_BRIEF, _ON_WAIVER))


def _sponsors(case: Case) -> Mapping[str, tuple[Witness, ...]]:
    """By item: the witness list's entries of who can speak to it, then those that name it."""
    listed: dict[str, list[Witness]] = defaultdict(list)
    heard = [each for each in case.witnesses if not each.unavailable]
    for witness in heard:
        listed[witness.person].append(witness)
    found: dict[str, dict[str, Witness]] = defaultdict(dict)
    for item in case.evidence:
        if item.witness in listed:
            found[item.id] |= {each.id: each for each in listed[item.witness]}
    for witness in heard:
        for id in witness.sponsors:
            found[id].setdefault(witness.id, witness)
    return {id: tuple(witnesses.values()) for id, witnesses in found.items()}
