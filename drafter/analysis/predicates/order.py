"""What is certain about the order of two moments, and about the time between them."""

from __future__ import annotations

from datetime import timedelta

from drafter.facts.intervals import span_between
from drafter.facts.moments import Moment

Bounds = tuple[timedelta | None, timedelta | None]
"""Shortest and longest; None is unbounded."""


def between(first: Moment | None, second: Moment | None) -> Bounds:
    """The time from the first moment to the second; negative where the order is reversed."""
    span = span_between(first, second)
    return span.shortest, span.longest


def before(first: Moment | None, second: Moment | None) -> bool | None:
    """Whether the first moment is over when the second begins; None: it cannot be told."""
    shortest, longest = between(first, second)
    if shortest is not None and shortest >= timedelta(0):
        return True
    if longest is not None and longest <= timedelta(0):
        return False
    return None


def earlier(first: Moment | None, second: Moment | None) -> bool | None:
    """Whether the first moment is over a minute or more before the second; None: unclear."""
    shortest, longest = between(first, second)
    if shortest is not None and shortest > timedelta(0):
        return True
    if longest is not None and longest <= timedelta(0):
        return False
    return None


def lies_in(bounds: Bounds, low: timedelta, high: timedelta) -> bool | None:
    """Whether a time is more than ``low`` and at most ``high``; None: it straddles one."""
    shortest, longest = bounds
    least = timedelta.min if shortest is None else shortest
    most = timedelta.max if longest is None else longest
    if most <= low or least > high:
        return False
    return True if least >= low and most <= high else None


def about_start(
    made: Moment | None, start: Moment | None, end: Moment | None, most: timedelta
) -> bool:
    """Whether a moment lies no more than ``most`` from the start of a stretch, before or after it.

    It may come before the start, and does not come after the end.  A wide moment, a month for
    one, lies so near only if all of it does.
    """
    ahead, behind = between(made, start)[1], between(start, made)[1]
    near = ahead is not None and timedelta(0) < ahead <= most
    return near and behind is not None and behind <= most and earlier(end, made) is False


def both(*answers: bool | None) -> bool | None:
    """Whether all hold; one that is False decides, otherwise one that is None leaves it open."""
    found: bool | None = True
    for answer in answers:
        if answer is False:
            return False
        if answer is None:
            found = None
    return found


def either(*answers: bool | None) -> bool | None:
    """Whether one holds; one that is True decides, otherwise one that is None leaves it open."""
    found: bool | None = False
    for answer in answers:
        if answer:
            return True
        if answer is None:
            found = None
    return found


def negated(answer: bool | None) -> bool | None:
    """The opposite; what is not known stays so."""
    return None if answer is None else not answer
