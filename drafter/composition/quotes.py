"""Typographic quotation marks for the words inside a template's tags.

Text outside tags gets them from the Markdown parser.
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
