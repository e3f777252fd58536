"""Typed access to one raw law record.

A raw record is what stands in one YAML file: mappings, lists, text and nothing
else (``yamlfile`` keeps every scalar as text).  Each record type has a
``from_record`` that reads its fields through :class:`Record`; a field that is
missing, misspelt or of the wrong kind raises :class:`RecordFault`, which knows
the path of the field, so that the library can name file, line and column.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from msgspec import Struct

Choice = TypeVar("Choice", bound=StrEnum)
Given = TypeVar("Given")
Path = tuple[str | int, ...]

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class RecordFault(Exception):
    """A field of a law record is missing or malformed; never leaves the law library."""

    def __init__(self, path: Path, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.path = path
        self.message = message
        self.hint = hint


class Record(Struct, frozen=True):
    """A mapping of a law file and its place in that file."""

    fields: Mapping[str, object]
    path: Path = ()

    def fault(self, name: str, message: str, hint: str = "") -> RecordFault:
        """The error to raise for field ``name``."""
        return RecordFault((*self.path, name), f"{name}: {message}", hint)

    def only(self, known: type) -> None:
        """Refuse a field that the record type ``known`` does not have, and any format but 1."""
        names: tuple[str, ...] = known.__match_args__  # type: ignore[attr-defined]
        for name in self.fields:
            if name not in names and name != "format":
                raise self.fault(name, "is not a field here", "one of: " + ", ".join(names))
        if self.fields.get("format", "1") != "1":
            raise self.fault("format", "is newer than this program reads", "write 1")

    def text(self, name: str) -> str:
        """The text of a required field; never empty."""
        return self._needed(name, self.optional(name))

    def _needed(self, name: str, value: Given | None) -> Given:
        if value is None:
            raise self.fault(name, "is missing")
        return value

    def optional(self, name: str) -> str | None:
        """The text of a field, or None when it is absent or null; never empty."""
        value = self.fields.get(name)
        if value is None:
            return None
        if not isinstance(value, str):
            raise self.fault(name, "must be text")
        if not value.strip():
            raise self.fault(name, "is blank", "leave the field out, or write null")
        return value

    def choice(self, name: str, of: type[Choice], default: Choice | None = None) -> Choice:
        """The member of ``of`` that the field names."""
        value = self.optional(name)
        if value is None and default is not None:
            return default
        try:
            return of(self.text(name))
        except ValueError:
            allowed = ", ".join(of)
            raise self.fault(name, f"{value!r} is not known", f"one of: {allowed}") from None

    def choices(self, name: str, of: type[Choice]) -> tuple[Choice, ...]:
        """The members of ``of`` that a list field names; empty when the field is absent."""
        values = self.texts(name)
        if strange := next((each for each in values if each not in frozenset(of)), None):
            raise self.fault(name, f"{strange!r} is not known", f"each one of: {', '.join(of)}")
        return tuple(map(of, values))

    def day(self, name: str) -> date | None:
        """The calendar day of a field written YYYY-MM-DD, or None."""
        value = self.optional(name)
        if value is None:
            return None
        try:
            if _DAY.fullmatch(value):
                return date.fromisoformat(value)
        except ValueError:
            pass
        raise self.fault(name, f"{value!r} is not a day", "write it as 2025-11-01")

    def calendar_day(self, name: str) -> date:
        """The day of a required field."""
        return self._needed(name, self.day(name))

    def whole(self, name: str) -> int | None:
        """The whole number of a field, or None."""
        value = self.optional(name)
        if value is None:
            return None
        if not re.fullmatch(r"-?\d+", value, re.ASCII):
            raise self.fault(name, f"{value!r} is not a whole number")
        return int(value)

    def number(self, name: str) -> int:
        """The whole number of a required field."""
        return self._needed(name, self.whole(name))

    def flag(self, name: str, default: bool = False) -> bool:
        """True or false, as the file says."""
        value = self.optional(name)
        if value is None:
            return default
        if value not in ("true", "false"):
            raise self.fault(name, f"{value!r} is neither true nor false")
        return value == "true"

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts; empty when the field is absent."""
        values = self.fields.get(name) or ()
        if not isinstance(values, list | tuple):
            raise self.fault(name, "must be a list")
        for value in values:
            if not isinstance(value, str) or not value.strip():
                raise self.fault(name, "must be a list of texts")
        return tuple(values)

    def child(self, name: str) -> Record:
        """The mapping in a required field."""
        value = self.fields.get(name)
        if not isinstance(value, Mapping):
            raise self.fault(name, "is missing" if value is None else "must be a mapping")
        return Record(value, (*self.path, name))

    def optional_child(self, name: str) -> Record | None:
        """The mapping in a field, or None."""
        return None if self.fields.get(name) is None else self.child(name)

    def children(self, name: str) -> tuple[Record, ...]:
        """The mappings in a list; empty when the field is absent."""
        values = self.fields.get(name) or ()
        if not isinstance(values, list | tuple):
            raise self.fault(name, "must be a list")
        found = []
        for at, value in enumerate(values):
            if not isinstance(value, Mapping):
                raise self.fault(name, "must be a list of mappings")
            found.append(Record(value, (*self.path, name, at)))
        return tuple(found)
