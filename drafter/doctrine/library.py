"""The law library: every record by id, and the law in force on a day."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar

from drafter.doctrine import bundle, kinds
from drafter.doctrine.authority import Authority
from drafter.doctrine.digests import Digests
from drafter.doctrine.in_force import Doctrine
from drafter.doctrine.kinds import Kind
from drafter.doctrine.shelf import Shelf
from drafter.doctrine.sources import Records
from drafter.errors import LawDataError, Problem

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Library:
    """Every record of the library, with the office's overlay laid over it.

    Equal libraries have equal digests.  Records are read when asked for; that
    keeps loading to a few milliseconds and changes nothing a caller can see.
    """

    digest: str
    """SHA-256 over every record, the overlay's included."""
    overlay: Path | None
    _records: Records = field(repr=False, compare=False)
    _shelves: dict[str, Shelf[object]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _turns: tuple[date, ...] | None = field(default=None, init=False, repr=False, compare=False)
    _digests: Digests | None = field(default=None, init=False, repr=False, compare=False)

    @classmethod
    def load(cls, overlay: Path | None = None) -> Library:
        """Load the library, with ``overlay`` over it; LawDataError names each unsound file."""
        loaded = bundle.load()
        if overlay is None:
            return cls(loaded.digest, None, loaded.records)
        from drafter.doctrine.overlay import apply

        records = apply(loaded.records, overlay)
        return cls(bundle.digest_of(records), overlay, records)

    @property
    def records(self) -> Records:
        """Every record as it stands in its file, the overlay's fields in place, by folder."""
        return self._records

    @property
    def digests(self) -> Digests:
        """The digests of single records, each taken once."""
        if self._digests is None:
            object.__setattr__(self, "_digests", Digests(self._records))
        assert self._digests is not None
        return self._digests

    def shelf(self, kind: Kind[T]) -> Shelf[T]:
        """The records of one kind, by key."""
        shelf = self._shelves.get(kind.place)
        if shelf is None:
            folder = kind.place.rpartition("/")[0] if kind.key else kind.place
            inside = self._records.get(folder, {})
            raw = {name: each for name, each in inside.items() if kind.key in ("", name)}
            shelf = self._shelves[kind.place] = Shelf(kind, raw)
        return shelf  # type: ignore[return-value]  # one place has one kind

    def get(self, kind: Kind[T], id: str) -> T:
        """The record of that id; LawDataError if there is none."""
        try:
            return self.shelf(kind)[id]
        except KeyError:
            raise LawDataError(f"{kind.place}: there is no {kind.noun} {id!r}") from None

    def only(self, kind: Kind[T]) -> T:
        """The record of a kind that is one file: the districts, the sentencing table."""
        return self.get(kind, kind.key)

    def next_turn(self, day: date) -> date | None:
        """The first day after ``day`` on which some record begins, ends or lacks its cite-check.

        None: no later change is known.
        """
        turns = self._turns
        if turns is None:
            from drafter.doctrine.turns import turns_of

            turns = turns_of(self._records)
            object.__setattr__(self, "_turns", turns)
        at = bisect_right(turns, day)
        return turns[at] if at < len(turns) else None

    def in_force(self, day: date) -> Doctrine:
        """The law on ``day``."""
        return Doctrine(self, day)

    def due(self, day: date) -> tuple[Authority, ...]:
        """Authorities without a cite-check that stands on ``day``, by id."""
        shelf = self.shelf(kinds.AUTHORITIES)
        found = (shelf[key] for key in sorted(shelf))
        return tuple(each for each in found if not each.marks.checked_of_late(day))

    def check(self) -> list[Problem]:
        """What no record can see by itself: dangling ids, leads cited as law, overlapping periods.

        Reads the YAML files again for the places; an empty list means the library holds together.
        """
        from drafter.doctrine.inspection import inspect

        return inspect(self._records, self.overlay)
