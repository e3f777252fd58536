"""Times that a record gives by their distance from the offense alone.

The format sets moments on a calendar, so the offense is set at noon on July 1 of the year of
the opinion.  That day is nobody's fact: only what lies between two moments is stated, and
nothing is placed where the record gives no distance.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

BEFORE = "before the offense"
"""How a reading says it."""
_NO_YEAR = 2000
_MORE = timedelta(minutes=1)
"""The format tells no less; what is over a day is no day."""


def anchor(year: int | None) -> datetime:
    """The moment of the offense for a record that has only distances from it."""
    return datetime(year or _NO_YEAR, 7, 1, 12, tzinfo=None)  # noqa: DTZ001 - local by the format


def _written(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M}"


@dataclass(frozen=True)
class Before:
    """A threat made that long before the offense began."""

    longest: timedelta
    shortest: timedelta = timedelta(0)

    def threat(self, at: datetime) -> str:
        return f"between {_written(at - self.longest)} and {_written(at - self.shortest)}"

    def count(self, at: datetime) -> dict[str, str]:
        return {"start": _written(at)}


@dataclass(frozen=True)
class During:
    """A threat made while the offense went on: it began before, and ended after, that moment."""

    def threat(self, at: datetime) -> str:
        return _written(at)

    def count(self, at: datetime) -> dict[str, str]:
        return {"start": f"before {_written(at)}", "end": f"after {_written(at)}"}


BUCKETS: dict[str, Before | During] = {
    "during": During(),
    "minutes": Before(timedelta(hours=1)),
    "hours": Before(timedelta(hours=24), timedelta(hours=1) + _MORE),
    "days": Before(timedelta(days=7), timedelta(hours=24) + _MORE),
    "weeks": Before(timedelta(days=60), timedelta(days=7) + _MORE),
    "months": Before(timedelta(days=730), timedelta(days=60) + _MORE),
    "years": Before(timedelta(days=36500), timedelta(days=730) + _MORE),
}
"""What each word of `threat.when.bucket` says.  `ongoing` and `future` say when no threat was
made: the one is a stretch, the other when the harm was to come."""
FUTURE = "future"
"""The harm was to come at some later time."""
ONGOING = "ongoing"
"""The threat itself was a stretch."""
_STRETCHES = (ONGOING, FUTURE)
_OTHER_WORDS = {
    "immediate": "minutes",
    "immediately": "minutes",
    "moments": "minutes",
    "seconds": "minutes",
    "simultaneous": "during",
    "contemporaneous": "during",
    "same day": "hours",
    "continuing": ONGOING,
    "continuous": ONGOING,
    "later": FUTURE,
}
"""How else a coder may say one of them.  `immediate` is a distance of up to an hour, and does not
say that the threat was made while the offense went on."""


def bucket_of(said: str | None) -> str | None:
    """The word of this list that a record's word stands for; None: it is none of them."""
    word = re.sub(r"[\s_-]+", " ", (said or "").lower()).removesuffix(" before").strip()
    word = _OTHER_WORDS.get(word, word)
    known = (*BUCKETS, *_STRETCHES)
    return next((each for each in known if word in (each, each.removesuffix("s"))), None)
