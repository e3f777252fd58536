"""How a moment is written in a case file, before a place gives it a zone.

    2026-03-14 21:40        to the minute        2026-03-14 21h    within that hour
    2026-03-14              that day             2026-03           that month
    about 2026-03-14 21:40  near it              2026-03-14 21:40 America/Tijuana
    between A and B · before A · after A · unknown

`facts.moments` turns the written form into an interval.
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import Annotated

from msgspec import Struct
from pydantic import BeforeValidator, InstanceOf, WithJsonSchema

_POINT = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d{2})"
    r"(?:-(?P<day>\d{2})(?: (?:(?P<hour>\d{2}):(?P<minute>\d{2})|(?P<whole>\d{2})h))?)?"
    r"(?: (?P<zone>[A-Za-z_]+(?:/[A-Za-z_+-]+)*))?",
    re.ASCII,
)
SHAPE = (
    "write a moment as 2026-03-14 21:40, 2026-03-14 21h, 2026-03-14 or 2026-03, with a zone after "
    "it if it was elsewhere (America/Tijuana), or: about A, between A and B, before A, after A, "
    "unknown"
)
"""What a moment looks like, for messages and for the schema, where it marks what is one."""


class Precision(StrEnum):
    """How exactly a point was written."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    MONTH = "month"


class Relation(StrEnum):
    """How a moment stands to the points it was written with."""

    AT = "at"
    ABOUT = "about"
    BETWEEN = "between"
    BEFORE = "before"
    AFTER = "after"
    UNKNOWN = "unknown"


class Point(Struct, frozen=True):
    """A written date or time: fields past the precision are at their lowest."""

    year: int
    month: int
    day: int
    hour: int
    minute: int
    precision: Precision
    zone: str
    """IANA name as written, or empty: the place of the case gives it."""


class WrittenMoment(Struct, frozen=True):
    """A moment as counsel wrote it; ``end`` only for ``between``."""

    text: str
    relation: Relation
    start: Point | None = None
    end: Point | None = None


def parse_moment(value: object) -> object:
    """Read the written form; ValueError says what would be right."""
    if not isinstance(value, str):
        return value
    text = " ".join(value.split())
    word, _, rest = text.partition(" ")
    match word:
        case "unknown" if not rest:
            return WrittenMoment(text, Relation.UNKNOWN)
        case "about" | "before" | "after":
            return WrittenMoment(text, Relation(word), _point(rest))
        case "between":
            first, joined, second = rest.partition(" and ")
            if not joined:
                raise ValueError(SHAPE)
            return WrittenMoment(text, Relation.BETWEEN, _point(first), _point(second))
    return WrittenMoment(text, Relation.AT, _point(text))


def _point(text: str) -> Point:
    match = _POINT.fullmatch(text)
    if not match:
        if re.fullmatch(r"\d{4}", text, re.ASCII):
            raise ValueError(f"write a whole year as: between {text}-01 and {text}-12")
        raise ValueError(SHAPE)
    year, month = int(match["year"]), int(match["month"])
    day = int(match["day"] or 1)
    hour, minute = int(match["hour"] or match["whole"] or 0), int(match["minute"] or 0)
    if match["minute"]:
        precision = Precision.MINUTE
    elif match["whole"]:
        precision = Precision.HOUR
    else:
        precision = Precision.DAY if match["day"] else Precision.MONTH
    _check_calendar(text, year, month, day, hour, minute)
    return Point(year, month, day, hour, minute, precision, match["zone"] or "")


def _check_calendar(text: str, year: int, month: int, day: int, hour: int, minute: int) -> None:
    try:
        date(year, month, day)
    except ValueError:
        raise ValueError(f"there is no such day as {text}; check the month and the day") from None
    if hour > 23 or minute > 59:
        raise ValueError(f"there is no such time as {text}; hours run 00-23, minutes 00-59")


Moment = Annotated[
    InstanceOf[WrittenMoment],
    BeforeValidator(parse_moment),
    WithJsonSchema({"type": "string", "description": SHAPE}),
]
