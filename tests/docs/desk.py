"""Somebody at a desk with Word: what a page says that its reader does there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import docx
from docx.text.paragraph import Paragraph


def edit(path: Path, changes: Sequence[str]) -> None:
    """Change a Word file and save it; each change names its paragraph by words that are in it.

    ``these words => others``, ``words of a paragraph +> a new paragraph under it``, and
    ``words of a paragraph ->``, which deletes it.
    """
    file = docx.Document(str(path))
    for change in changes:
        sign = next(each for each in (" => ", " +> ", " ->") if each in change)
        words, _, new = change.partition(sign)
        paragraph = next(each for each in file.paragraphs if words in each.text)
        if sign == " => ":
            _retype(paragraph, words, new)
        elif sign == " +> ":
            _add(paragraph, new)
        else:
            paragraph._p.getparent().remove(paragraph._p)
    file.save(str(path))


def _retype(paragraph: Paragraph, old: str, new: str) -> None:
    run = next(each for each in paragraph.runs if old in each.text)
    run.text = run.text.replace(old, new)


def _add(paragraph: Paragraph, text: str) -> None:
    added = paragraph.insert_paragraph_before(text, paragraph.style)
    paragraph._p.addnext(added._p)
