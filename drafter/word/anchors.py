"""The hidden mark that ties a paragraph in Word to the block it came from."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import sha256

ANCHOR = re.compile(r"_d[0-9a-f]{16}")
"""What an anchor looks like; Word hides a bookmark that starts with ``_``."""


def outward_mark(place: int) -> str:
    """Return the name of a bookmark in a file that leaves the office.

    It says the ``place`` of the heading among the headings that are referred to, from 1, and
    nothing of the block.
    """
    return f"_Ref{place:09}"


@lru_cache(maxsize=4096)
def anchor(block_id: str) -> str:
    """Return the bookmark name of a block: ``_d`` and 16 hex of the id's SHA-256.

    The id itself never enters the file: it may hold words from the case.
    """
    return f"_d{sha256(block_id.encode()).hexdigest()[:16]}"
