"""Small raw records, as they stand in a YAML file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Raw = dict[str, object]


@pytest.fixture
def marks() -> Callable[..., Raw]:
    """Marks, by their answers."""

    def make(words: str = "primary", holding: str = "direct", cite_check: object = None) -> Raw:
        return {"words": words, "holding": holding, "cite_check": cite_check}

    return make


@pytest.fixture
def cite_check() -> Raw:
    """A cite-check of the tests' day."""
    return {
        "by": "A. Vega",
        "on": "2026-11-24",
        "tool": "citator",
        "history": "no negative history",
    }


@pytest.fixture
def authority(marks: Callable[..., Raw]) -> Callable[..., Raw]:
    """A sound authority with some fields changed; None takes a field away."""

    def make(**changes: object) -> Raw:
        raw: Raw = {
            "id": "roe_ca9_2001",
            "kind": "case",
            "name": "United States v. Roe",
            "cite": "1 F.4th 1 (9th Cir. 2001)",
            "court": "ca9",
            "year": "2001",
            "proposition": "Something was held.",
            "quote": "it was held",
            "quoted_from": "the opinion",
            "source": "https://example.org/roe",
            "marks": marks(),
        } | changes
        return {name: value for name, value in raw.items() if value is not None}

    return make


@pytest.fixture
def point(marks: Callable[..., Raw]) -> Callable[..., Raw]:
    """A point that says its answer is not known, with some fields changed."""

    def make(**changes: object) -> Raw:
        unknown = {"value": "unknown", "statement": "Not found.", "marks": marks("none", "unknown")}
        return unknown | changes

    return make


@pytest.fixture
def circuit(marks: Callable[..., Raw], point: Callable[..., Raw]) -> Callable[..., Raw]:
    """A sound circuit of one element whose words were seen, with some fields changed."""

    def make(**changes: object) -> Raw:
        element: Raw = {
            "id": "threat",
            "concepts": ["threat", "immediacy"],
            "words": "an immediate threat",
            "grade": "A",
            "marks": marks(),
            "source": "https://example.org/pattern",
        }
        names = (
            *("burden", "immediacy", "third_person", "self_placement"),
            *("expert_battering", "firearm_possession", "murder"),
        )
        raw: Raw = {
            "id": "ca9",
            "court": "United States Court of Appeals for the Ninth Circuit",
            "short": "9th Cir.",
            "adjective": "Ninth Circuit",
            "list_status": "words",
            "elements": [element],
            "instruction": {"statement": "None was read.", "marks": marks("none", "unknown")},
        }
        return raw | {name: point() for name in names} | changes

    return make


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], Path]:
    """Write a file of a law folder; gives the folder."""

    def put(name: str, text: str) -> Path:
        path = tmp_path / "law" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return tmp_path / "law"

    return put
