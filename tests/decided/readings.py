"""Readings of prose by a person, put into a translated case; see `readings.yaml`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

_SAID = {"basis": "court_finding", "handling": "open"}


def apply_readings(case: dict[str, Any], readings: Iterable[Mapping[str, Any]]) -> None:
    """Set or add what each reading says; KeyError or IndexError for a place that is not there."""
    for number, reading in enumerate(readings, 1):
        if "set" in reading:
            section, at, field = reading["set"].split(".")
            case[section][int(at) - 1][field] = reading["to"]
        else:
            added = {"id": f"read-{number}", **_SAID, **reading["item"]}
            case[reading["add"]].append(added)
