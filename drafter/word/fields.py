"""Fields: what Word works out for itself, with the words that stand there until it does."""

from __future__ import annotations

import re

_PART = "Part"
"""What a numbered heading is called where the text refers to it."""
REFERENCE = re.compile(r"Part \S+ \((.*)\)", re.DOTALL)
"""A reference as it reads on the page; the group is the words of the heading."""


def field(instruction: str, run: str) -> str:
    """Return a field; ``run`` is the ``w:r`` that Word shows until it updates it."""
    return f'<w:fldSimple w:instr=" {instruction} ">{run}</w:fldSimple>'


def reference_xml(mark: str, number: str, words: str, look: str) -> str:
    """Return a reference to the heading with the bookmark ``mark``: ``Part V.B (Escape)``.

    ``number`` and ``words`` are those of the heading, as ``text_xml`` writes them.  Both are
    fields, so a heading that is moved or reworded in Word is followed.  A heading without a
    number is referred to by its words.
    """
    said = field(rf"REF {mark} \h", f"<w:r>{look}{words}</w:r>")
    if number:
        counted = field(rf"REF {mark} \w \h", f"<w:r>{look}{number}</w:r>")
        said = f"{_run(f'{_PART} ', look)}{counted}{_run(' (', look)}{said}{_run(')', look)}"
    return f'<w:hyperlink w:anchor="{mark}" w:history="1">{said}</w:hyperlink>'


def _run(text: str, look: str) -> str:
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'
