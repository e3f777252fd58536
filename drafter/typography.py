"""Quotation marks as they are printed, for words that the product or the law library writes.

What counsel wrote in a case file is never changed.
"""

from __future__ import annotations

import re

_OPENING = re.compile(r"(^|[\s(\[—–-])([\"'])")
_OPEN = {'"': "“", "'": "‘"}


def curled(text: str) -> str:
    """Replace straight quotation marks and apostrophes; every other character stays."""
    if '"' not in text and "'" not in text:
        return str(text)
    opened = _OPENING.sub(lambda found: found[1] + _OPEN[found[2]], text)
    return opened.replace('"', "”").replace("'", "’")
