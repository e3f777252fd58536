"""Short digests of law records: of what is named, by the record, and of the rest by the folder."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from drafter.doctrine import Library
from drafter.doctrine.digests import Digests

RECORDS: dict[str, dict[str, dict[str, Any]]] = {
    "": {"districts": {"id": "districts"}},
    "authorities": {"bailey": {"name": "Bailey"}, "dixon": {"name": "Dixon"}},
    "rules": {"r": {"because": "Now."}, "r@1990-01-01": {"because": "Then."}},
    "evidence": {"border_video": {"effects": [1, 2, 3]}},
    "tasks": {"t": {"title": "Ask"}},
}
NAMES = ("bailey", "r", "border_video.3", "opp-1", "matter.dates.trial")


def test_named_records_the_whole_of_parts_and_every_folder_of_the_rest() -> None:
    found = Digests(RECORDS).of(NAMES)
    assert set(found) == {"bailey", "r", "border_video", "districts/", "tasks/"}
    assert Digests(RECORDS).of(["r@1990-01-01"])["r"] == found["r"]
    assert all(len(digest) == 12 for digest in found.values())


@pytest.mark.parametrize(
    ("place", "key", "field", "moved"),
    [
        ("authorities", "bailey", "name", {"bailey"}),
        ("authorities", "dixon", "name", set()),
        ("rules", "r@1990-01-01", "because", {"r"}),
        ("evidence", "border_video", "effects", {"border_video"}),
        ("tasks", "t", "title", {"tasks/"}),
        ("", "districts", "id", {"districts/"}),
    ],
)
def test_a_digest_moves_with_its_record_and_with_no_other(
    place: str, key: str, field: str, moved: set[str]
) -> None:
    changed = deepcopy(RECORDS)
    changed[place][key][field] = "otherwise"
    before, after = Digests(RECORDS).of(NAMES), Digests(changed).of(NAMES)
    assert {name for name in before if before[name] != after[name]} == moved


def test_the_order_of_fields_and_files_is_no_matter() -> None:
    turned = {place: dict(reversed(inside.items())) for place, inside in RECORDS.items()}
    assert Digests(dict(reversed(turned.items()))).of(NAMES) == Digests(RECORDS).of(NAMES)


def test_the_library_has_its_digests_once() -> None:
    library = Library.load()
    assert library.digests is library.digests
    names = (*library.records["authorities"], *library.records["rules"])
    found = library.digests.of(names)
    assert {"bailey_scotus_1980", "deadlines/", "districts/", "strategy/options/"} <= set(found)
    assert not {"authorities/", "rules/", "/"} & set(found)
