"""Which inputs gave which version, so that an unchanged case is never parsed.

The index is a convenience: lost, damaged or behind, it costs time and nothing else.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct

from drafter.versions.files import write_whole

NAME = ".index.json"
_FORMAT = 1


class Entry(Struct, frozen=True):
    """The version that some inputs gave, and the days for which it holds."""

    case_id: str
    number: int
    as_of: date
    current_through: date | None
    document: str
    """Path of the Word file, relative to the output folder."""

    def holds(self, day: date) -> bool:
        """Whether drafting on that day would say the same."""
        return self.as_of <= day and (self.current_through is None or day <= self.current_through)


class Index:
    """Entries by digest of the inputs and series; read once, written on ``flush``."""

    def __init__(self, output: Path) -> None:
        self._path = output / NAME
        self._entries = self._read()
        self._added: dict[str, Entry] = {}
        self._keys = {_owner(key, entry): key for key, entry in self._entries.items()}

    def find(self, inputs: str, series: str) -> Entry | None:
        """Return what those inputs gave, if it is known."""
        return self._entries.get(f"{inputs}/{series}")

    def record(self, inputs: str, series: str, entry: Entry) -> None:
        """Keep what those inputs gave; another process sees it after ``flush``.

        Of a case and series only the newest entry is kept: what older inputs gave is no
        longer what drafting them would repeat.
        """
        self._keep(f"{inputs}/{series}", entry)

    def taken(self) -> Mapping[str, Entry]:
        """Give away what was recorded since, for the index of another process to keep."""
        added, self._added = self._added, {}
        return added

    def keep(self, entries: Mapping[str, Entry]) -> None:
        """Keep what the index of another process gave away."""
        for key, entry in entries.items():
            self._keep(key, entry)

    def _keep(self, key: str, entry: Entry) -> None:
        owner = _owner(key, entry)
        before = self._keys.get(owner, key)
        if before != key:
            self._entries.pop(before, None)
            self._added.pop(before, None)
        self._keys[owner] = key
        self._entries[key] = self._added[key] = entry

    def flush(self) -> None:
        """Write what was added, beside what other processes wrote meanwhile."""
        if not self._added:
            return
        newest = {_owner(key, entry) for key, entry in self._added.items()}
        kept = {
            key: entry for key, entry in self._read().items() if _owner(key, entry) not in newest
        }
        entries = kept | self._added
        value = {
            "format": _FORMAT,
            "entries": {key: _value(entry) for key, entry in sorted(entries.items())},
        }
        write_whole(self._path, json.dumps(value, indent=0).encode())
        self._added = {}

    def _read(self) -> dict[str, Entry]:
        try:
            value = json.loads(self._path.read_text("utf-8"))
            if value["format"] != _FORMAT:
                return {}
            return {key: _entry(*each) for key, each in value["entries"].items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return {}


def _owner(key: str, entry: Entry) -> tuple[str, str]:
    """The case and the series that an entry is about."""
    return entry.case_id, key.partition("/")[2]


def _value(entry: Entry) -> list[object]:
    through = entry.current_through and entry.current_through.isoformat()
    document = entry.document.replace(os.sep, "/")
    return [entry.case_id, entry.number, entry.as_of.isoformat(), through, document]


def _entry(case_id: str, number: int, as_of: str, through: str | None, document: str) -> Entry:
    until = date.fromisoformat(through) if through else None
    return Entry(case_id, number, date.fromisoformat(as_of), until, document)
