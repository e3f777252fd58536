"""Days as lawyers write them: all that a command needs which reads no case file."""

from __future__ import annotations

from datetime import date

from drafter.composition.templating.values import described, refuse

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def day(when: date | None) -> str | None:
    """`March 14, 2026`; a missing day stays missing."""
    if when is None:
        return None
    if not isinstance(when, date):
        raise refuse(f"`day` is for dates, not {described(when)}", "a moment takes `|moment`")
    return f"{MONTHS[when.month - 1]} {when.day}, {when.year}"
