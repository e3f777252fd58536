"""The styles of a paper that leaves the office: those it uses, and no name of another.

A style file names what stands in internal papers too, and its names are in every file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_STYLE = re.compile(r'<w:style [^>]*w:styleId="([^"]*)".*?</w:style>', re.DOTALL)
_USED = re.compile(rb'<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]*)"')
_LEADS = re.compile(r'<w:(?:basedOn|next|link) w:val="([^"]*)"')


def pruned(styles: str, parts: Iterable[bytes]) -> str:
    """Return ``styles.xml`` with the default styles, those the parts use and what these need."""
    found = {each[1]: each[0] for each in _STYLE.finditer(styles)}
    waiting = [id for id, style in found.items() if ' w:default="1"' in style.partition(">")[0]]
    waiting += (id.decode() for part in parts for id in _USED.findall(part))
    kept: set[str] = set()
    while waiting:
        if (id := waiting.pop()) in found and id not in kept:
            kept.add(id)
            waiting += _LEADS.findall(found[id])
    return _STYLE.sub(lambda each: each[0] if each[1] in kept else "", styles)
