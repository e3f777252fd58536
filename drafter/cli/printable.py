"""What a case file or a Word file says, as a terminal may be shown it."""

from __future__ import annotations

import re

_COMMANDS = re.compile(
    "\x1b(?!\\[[0-9;]*m)"  # colors are ours
    "|[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]"
)
"""What a terminal does instead of showing it: control characters, and turns of direction."""


def printable(text: str) -> str:
    r"""Return text with each command to a terminal as its number, ``\u202e``.

    In JSON that is the same text: there these stand within strings alone.
    """
    return _COMMANDS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
