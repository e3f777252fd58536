"""Numbers of the rows of an exhibit, which stay as they are once it has been served."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from string import ascii_uppercase

_NUMBER = re.compile(r"(?P<figure>0|[1-9]\d*)(?P<letters>[A-Z]*)")


def is_row_number(text: str) -> bool:
    """Whether a text is a number that a row may have: `6`, `6A`."""
    return _NUMBER.fullmatch(text) is not None


def number_rows(ids: Sequence[str], served: Mapping[str, str]) -> Mapping[str, str]:
    """The number of each row; ``ids`` are in time order, ``served`` keep their numbers.

    A row between 6 and 7 is 6A, the next one there 6B, and one between 6A and 6B is 6AA.
    Rows after the last that was served count on from the highest number.  What comes
    before the first counts from 0: 0A, 0B.
    """
    if not served:
        return {id: str(number) for number, id in enumerate(ids, 1)}
    used = set(served.values())
    waiting = sum(id in served for id in ids)
    fresh = _figures(used)
    found: dict[str, str] = {}
    last = "0"
    for id in ids:
        if id in served:
            waiting -= 1
            last = served[id]
        else:
            last = _after(last, used) if waiting else next(fresh)
            used.add(last)
        found[id] = last
    return found


def _figures(used: set[str]) -> Iterator[str]:
    """Whole numbers past the highest that was given."""
    highest = max(int(found["figure"]) for each in used if (found := _NUMBER.match(each)))
    while True:
        highest += 1
        yield str(highest)


def _after(number: str, used: set[str]) -> str:
    """The next number that sorts after one and is not taken; a letter deeper where it is."""
    following = _next(number)
    while following in used:
        number = f"{number}A"
        following = number
    return following


def _next(number: str) -> str:
    """`6` to `6A`, `6A` to `6B`, `6Z` to `6ZA`."""
    if number[-1] not in ascii_uppercase or number[-1] == "Z":
        return f"{number}A"
    return number[:-1] + ascii_uppercase[ascii_uppercase.index(number[-1]) + 1]
