"""Records of one kind by key, each read when somebody first asks for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from drafter.doctrine.kinds import Kind
from drafter.doctrine.records import Record, RecordFault
from drafter.errors import LawDataError

T_co = TypeVar("T_co", covariant=True)
Raw = Mapping[str, object]


class Shelf(Mapping[str, T_co]):
    """A read-only mapping from key to record.

    A key is the name of the record's file: its id, or `id@first-day` for an
    earlier period of it.  A draft reads one circuit of thirteen and a third of
    the authorities, so nothing is read before it is asked for.
    """

    __slots__ = ("_earlier", "_kind", "_raw", "_read", "_versions")

    def __init__(self, kind: Kind[T_co], raw: Mapping[str, Raw]) -> None:
        self._kind = kind
        self._raw = raw
        self._read: dict[str, T_co] = {}
        self._versions: dict[str, tuple[T_co, ...]] = {}
        self._earlier: dict[str, list[str]] = {}
        for key in raw:
            if "@" in key:
                self._earlier.setdefault(key.partition("@")[0], []).append(key)

    def versions(self, id: str) -> tuple[T_co, ...]:
        """Every version of a record, the current one first; empty if there is no such id."""
        if id not in self._versions:
            keys = [id, *sorted(self._earlier.get(id, ()), reverse=True)]
            found = tuple(self[key] for key in keys if key in self._raw)
            if not found:
                return ()
            self._versions[id] = found
        return self._versions[id]

    def __getitem__(self, key: str) -> T_co:
        """Return the record; KeyError if there is none, LawDataError if it cannot be read."""
        record = self._read.get(key)
        if record is None:
            record = self._read[key] = self._make(key)
        return record

    def _make(self, key: str) -> T_co:
        raw = self._raw[key]
        try:
            return self._kind.read(Record(raw))
        except RecordFault as fault:
            raise LawDataError(f"{self._kind.place}, {key}: {fault.message}") from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._raw)

    def __len__(self) -> int:
        return len(self._raw)
