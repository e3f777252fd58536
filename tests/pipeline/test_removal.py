"""Without one fact of a sample, only the conclusions that name it among their grounds move."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from drafter import yamlfile
from drafter.analysis.findings import Reason
from drafter.analysis.result import Analysis
from drafter.casefile.record import Evidence
from drafter.facts.evidence import EvidenceIndex
from drafter.pipeline.conclusions import conclusions_of
from drafter.pipeline.sources import Source
from drafter.versions.draft import Conclusion
from drafter.yamlfile import Value
from tests.pipeline.cases import session
from tests.samples import NAMES, SAMPLES

pytestmark = pytest.mark.no_cover

LINKS = frozenset(
    """
    sources about derives_from conflicts_with sponsors events demanded_offense opportunity
    start end served_numbers filing_theme_sources filing_reasons_sources
    """.split()
)
"""Keys whose words name a fact; anywhere else a word that is an id is a word."""


def analyzed(value: Value, path: Path) -> Analysis:
    text = json.dumps(value, ensure_ascii=False)
    return session().analyze(Source(path, text.encode()))


def concluded(analysis: Analysis) -> Mapping[str, Conclusion]:
    return {each.id: each for each in conclusions_of(analysis)}


def known_reasons(analysis: Analysis) -> Mapping[tuple[str, str], Reason]:
    elements = analysis.common_law.elements
    return {
        (element.id, each.id): each
        for element in elements
        for each in element.reasons
        if not each.is_open
    }


def weight(reason: Reason | None) -> tuple[object, ...]:
    return (reason.direction, reason.answered, reason.admissible) if reason else ()


def stands_on(reason: Reason, index: EvidenceIndex) -> set[str]:
    """The facts of a reason, the items that prove them, and what an item among them holds."""
    facts = (*reason.facts, *reason.answered_by)
    items = {item.id for fact in facts for item in index.items_for(fact.id)}
    rated = [fact for fact in facts if isinstance(fact, Evidence)]
    held = {fact.id for item in rated for fact in index.facts_for(item.id)}
    return {fact.id for fact in facts} | items | held


def without(value: Value, id: str, key: str = "") -> Value:
    """The case without a fact, without what names it, and without what cannot do without it."""
    if isinstance(value, dict):
        kept = ((k, without(item, id, k)) for k, item in value.items() if not gone(item, id, k))
        return {k: item for k, item in kept if item != [] and (k != id or key not in LINKS)}
    if isinstance(value, list):
        return [without(item, id, key) for item in value if not gone(item, id, key)]
    return value


def gone(value: Value, id: str, key: str) -> bool:
    if isinstance(value, dict):
        return id in (value.get("id"), value.get("start"), value.get("end"))
    named = isinstance(value, str) and (value == id or value.startswith(f"{id} at "))
    return named and key in LINKS


def moved_without_ground(
    whole: Mapping[str, Conclusion], less: Mapping[str, Conclusion], id: str
) -> list[str]:
    """The conclusions that came out otherwise and name the fact in neither case.

    Which spans of time there are follows from the steps that are left, so that one is
    compared while both have it.
    """
    found = []
    for each in sorted(whole.keys() | less.keys()):
        was, now = whole.get(each), less.get(each)
        if each.startswith("span.") and not (was and now):
            continue
        grounds = {name for one in (was, now) if one for name in one.because}
        named = any(name == id or name.startswith(f"{id}.") for name in grounds)
        if (was and was.value) != (now and now.value) and not named:
            found.append(f"{id}: {each}")
    return found


@pytest.mark.parametrize("path", SAMPLES, ids=NAMES)
def test_without_a_fact_only_what_names_it_moves(path: Path) -> None:
    value = yamlfile.read(path).value
    full = analyzed(value, path)
    whole, reasons, ids = concluded(full), known_reasons(full), list(full.record.facts)
    assert len(ids) > 15
    found: list[str] = []
    moved = 0
    for id in ids:
        part = analyzed(without(value, id), path)
        less, left = concluded(part), known_reasons(part)
        moved += whole != less
        found += moved_without_ground(whole, less, id)
        # What arises when a fact is gone rests on its absence, and cannot name it.
        found += [
            f"{id}: {key}"
            for key, each in reasons.items()
            if weight(each) != weight(left.get(key))
            and id not in stands_on(each, full.record.evidence)
        ]
    assert found == []
    assert moved > len(ids) / 3
