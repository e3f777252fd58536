from __future__ import annotations

from typing import Any

import pytest

from drafter.doctrine.claim import Claim
from drafter.doctrine.records import Record, RecordFault


def read(**changes: Any) -> Claim:
    raw: dict[str, object] = {
        "id": "L05",
        "claim": "C.",
        "verdict": "not_found",
        "finding": "F.",
        "treatment": "T.",
    }
    return Claim.from_record(Record(raw | changes))


def test_a_tier_and_a_level_have_their_numbers() -> None:
    with pytest.raises(RecordFault, match="both needed"):
        read(tiers=[{"low": "0", "reading": "weak"}])
    with pytest.raises(RecordFault, match="points: is missing"):
        read(parts=[{"id": "p", "title": "P", "levels": [{"reading": "r"}]}])


def test_a_verdict_is_one_of_five() -> None:
    with pytest.raises(RecordFault, match="'true' is not known"):
        read(verdict="true")
