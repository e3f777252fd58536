"""Short digests of law records, by which two drafts tell what of the law changed between them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from functools import cached_property

from msgspec import json

from drafter.doctrine.sources import Records

_LENGTH = 12
"""Hexadecimal digits: enough that two of a thousand records never meet by chance."""
_NAMED = ("authorities", "circuits", "elements", "rules", "evidence")
"""The folders whose records drafts name one by one; of the others a draft knows the whole."""


class Digests:
    """The digests of one library, each taken when it is first asked for."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._periods: dict[str, dict[str, object]] = {}
        """By id, its records by folder and key: the current one, and earlier `id@first-day`."""
        for place in _NAMED:
            for key, record in records.get(place, {}).items():
                self._periods.setdefault(key.partition("@")[0], {})[f"{place}/{key}"] = record
        self._known: dict[str, str] = {}

    def of(self, names: Iterable[str]) -> dict[str, str]:
        """Return those of the records that are named, every period of each, and of the folders.

        A name of a part of a record (`border_video.3`) stands for the record; what is no
        record is passed over.  A folder, or a file that lies in none, has a slash at its end;
        the folders whose records are named one by one are not among them.
        """
        wanted = {id for name in names if (id := self._id(name))}
        return {**{id: self._of_record(id) for id in wanted}, **self._rest}

    @cached_property
    def _rest(self) -> dict[str, str]:
        loose = {f"{name}/": _digest(each) for name, each in self._records.get("", {}).items()}
        whole = (place for place in self._records if place and place not in _NAMED)
        return {**loose, **{f"{place}/": _digest(self._records[place]) for place in whole}}

    def _id(self, name: str) -> str:
        """The record that a name means: it, an earlier period of it or a part of it."""
        name = name.partition("@")[0]
        owner = name if name in self._periods else name.partition(".")[0]
        return owner if owner in self._periods else ""

    def _of_record(self, id: str) -> str:
        if id not in self._known:
            self._known[id] = _digest(self._periods[id])
        return self._known[id]


def _digest(value: Mapping[str, object]) -> str:
    return hashlib.sha256(json.encode(value, order="sorted")).hexdigest()[:_LENGTH]
