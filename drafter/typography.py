"""Quotation marks as they are printed, and the point at the end of words.

Marks are of words that the product or the law library writes: what counsel wrote is not changed.
"""

from __future__ import annotations

import re

_OPENING = re.compile(r"(^|[\s(\[—–-])([\"'])")
_INITIALS = re.compile(r"(?<![\w.])(?:[A-Za-z]\.){2,}$")
_OPEN = {'"': "“", "'": "‘"}


def curled(text: str) -> str:
    """Replace straight quotation marks and apostrophes; every other character stays."""
    if '"' not in text and "'" not in text:
        return str(text)
    opened = _OPENING.sub(lambda found: found[1] + _OPEN[found[2]], text)
    return opened.replace('"', "”").replace("'", "’")


def ends_in_initials(text: str) -> bool:
    """Whether the point at the end is of initials, or of an abbreviation like them: `E.A.`."""
    return text.endswith(".") and _INITIALS.search(text) is not None


def without_stop(text: str) -> str:
    """Return words without the full stop at their end; initials keep their point."""
    return text if ends_in_initials(text) else text.removesuffix(".")
