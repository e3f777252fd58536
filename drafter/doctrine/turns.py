"""The days on which the law of the library changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from drafter.doctrine.marks import CHECK_DAYS
from drafter.doctrine.sources import Records


def turns_of(records: Records) -> tuple[date, ...]:
    """The days on which a record begins or has ended or a cite-check has run out, in order."""
    return tuple(sorted(set(_turns(records))))


def _turns(records: Records) -> Iterator[date]:
    for inside in records.values():
        for raw in inside.values():
            yield from _of_period(_mapping(raw.get("period")))
            yield from _of_check(_mapping(_mapping(raw.get("marks")).get("cite_check")))
            if isinstance(year := raw.get("year"), str) and not raw.get("period"):
                yield date(int(year), 1, 1)


def _of_period(period: Mapping[str, object]) -> Iterator[date]:
    if start := _day(period.get("start")):
        yield start
    if end := _day(period.get("end")):
        yield end + timedelta(days=1)


def _of_check(check: Mapping[str, object]) -> Iterator[date]:
    if on := _day(check.get("on")):
        yield on
        yield on + timedelta(days=CHECK_DAYS + 1)


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def _day(value: object) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else None
