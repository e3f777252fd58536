"""Time zones, and what a clock on the wall says about an instant.

Zones are read from the pinned ``tzdata`` package and never from the machine, so that
the same case is placed alike everywhere.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from zoneinfo import ZoneInfo

MINUTE = timedelta(minutes=1)


@cache
def zone_names() -> frozenset[str]:
    """Every IANA name of a place, and UTC.

    `EST` and its like are none: they keep winter time all year, and whoever writes one of
    a day in July means another hour.
    """
    names = (_folder() / "zones").read_text("ascii").split()
    return frozenset(name for name in names if "/" in name or name == "UTC")


@cache
def zone_named(name: str) -> ZoneInfo | None:
    """The zone of a name in ``zone_names``; None for any other."""
    if name not in zone_names():
        return None
    with (_folder() / "zoneinfo" / name).open("rb") as file:
        return ZoneInfo.from_file(file, key=name)


def readings(wall: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The first and the last instant, in UTC, at which clocks in a zone showed ``wall``.

    ``wall`` has the fields that the clock showed and is itself labeled UTC, so that an
    offset taken from it leaves an instant.  First and last differ for a time that
    occurs twice.  For a time that clocks skipped, the first is the minute after the
    jump and the last the minute before it: first > last.
    """
    early = zone.utcoffset(wall) or timedelta()
    late = zone.utcoffset(wall.replace(fold=1)) or timedelta()
    if early == late:
        return wall - early, wall - early
    first, last = wall - early, wall - late
    return (first, last) if first < last else _around_jump(last, first, zone)


def season(shown: datetime) -> str:
    """`daylight` or `standard` for what clocks showed twice, once by each; else empty.

    ``shown`` has its zone, and its ``fold`` tells which of the two it was.
    """
    if shown.utcoffset() == shown.replace(fold=1 - shown.fold).utcoffset():
        return ""
    return "standard" if shown.fold else "daylight"


def _around_jump(low: datetime, high: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The minute after the change of clocks between two instants, and the minute before it."""
    before = low.astimezone(zone).utcoffset()
    while high - low > MINUTE:
        middle = low + (high - low) // 2 // MINUTE * MINUTE
        if middle.astimezone(zone).utcoffset() == before:
            low = middle
        else:
            high = middle
    return high, low


@cache
def _folder() -> Path:
    found = find_spec("tzdata")
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError("drafter needs the package tzdata")
    return Path(found.submodule_search_locations[0])
