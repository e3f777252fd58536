"""Calendar files as RFC 5545 has them; equal entries are equal bytes.

A calendar goes to phones and other people's servers, so an entry holds nothing but the
text it is given, and no file holds a clock, a name or an address of the software's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime

from msgspec import Struct

_WIDEST = 75
"""Octets of a line, its end left out (RFC 5545, 3.1)."""
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})
"""In a value of type TEXT (RFC 5545, 3.3.11)."""


class Entry(Struct, frozen=True):
    """One entry of a calendar: a whole day, or a moment."""

    uid: str
    """The same for the same thing in every file, so that a later file replaces the entry."""
    when: date | datetime
    """A day for a whole day; an aware time for a moment."""
    summary: str
    description: str
    """Its lines end in a line feed."""


def calendar_file(entries: Iterable[Entry], as_of: date) -> bytes:
    """Return the file, UTF-8 with CRLF; every entry is stamped with the as-of day."""
    lines = [
        *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//drafter//deadlines//EN"),
        *(line for entry in entries for line in _lines(entry, as_of)),
        "END:VCALENDAR",
    ]
    return b"".join(map(_folded, lines))


def _lines(entry: Entry, as_of: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(entry.uid)}"
    yield f"DTSTAMP:{as_of:%Y%m%d}T000000Z"
    if isinstance(entry.when, datetime):
        yield f"DTSTART:{entry.when.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    else:
        yield f"DTSTART;VALUE=DATE:{entry.when:%Y%m%d}"
    yield f"SUMMARY:{_text(entry.summary)}"
    yield f"DESCRIPTION:{_text(entry.description)}"
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(value: str) -> str:
    return value.translate(_ESCAPED)


def _folded(line: str) -> bytes:
    """A line in pieces of at most 75 octets, none of which splits a character."""
    pieces, size = [b""], 0
    for letter in line:
        octets = letter.encode()
        if size + len(octets) > _WIDEST:
            pieces.append(b" ")  # which counts with the rest of the new line
            size = 1
        pieces[-1] += octets
        size += len(octets)
    return b"\r\n".join(pieces) + b"\r\n"
