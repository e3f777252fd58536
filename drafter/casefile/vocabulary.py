"""The words that come from the law library, handed to validation as an argument."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct


class Vocabulary(Struct, frozen=True):
    """What a case file may name that the law defines: ids, each set complete."""

    evidence_kinds: frozenset[str]
    traits: Mapping[str, str]
    """By word a sentence: what it says of an item."""
    offenses: frozenset[str]
    elements: frozenset[str]
    districts: Mapping[str, frozenset[str]]
    """District id, and abbreviation, to the ids of its divisions; empty: any may be named."""
    from_service: frozenset[str] = frozenset()
    """Ids of the deadlines that run from service; the shipped library has none."""
