"""Without one fact of a sample, only the conclusions that name it among their grounds move."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from drafter import yamlfile
from drafter.pipeline.conclusions import conclusions_of
from drafter.pipeline.sources import Source
from drafter.versions.draft import Conclusion
from drafter.yamlfile import Value
from tests.pipeline.cases import session
from tests.samples import NAMES, SAMPLES

LINKS = frozenset(
    """
    sources about derives_from conflicts_with sponsors events demanded_offense opportunity
    start end served_numbers
    """.split()
)
"""Keys whose words name a fact; anywhere else a word that is an id is a word."""


def concluded(value: Value, path: Path) -> Mapping[str, Conclusion]:
    text = json.dumps(value, ensure_ascii=False)
    analysis = session().analyze(Source(path, text.encode()))
    return {each.id: each for each in conclusions_of(analysis)}


def fact_ids(path: Path) -> list[str]:
    analysis = session().analyze(Source(path, path.read_bytes()))
    return list(analysis.record.facts)


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
    whole, ids = concluded(value, path), fact_ids(path)
    assert len(ids) > 15
    found: list[str] = []
    moved = 0
    for id in ids:
        less = concluded(without(value, id), path)
        moved += whole != less
        found += moved_without_ground(whole, less, id)
    assert found == []
    assert moved > len(ids) / 3
