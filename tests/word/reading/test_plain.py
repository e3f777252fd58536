"""A Word file as lines: each differs where its words do, and nowhere else."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from io import BytesIO

import docx
import pytest
from docx.document import Document

from drafter.word.reading.plain import plain_lines
from tests.papers import papers
from tests.word.planted import planted

_COUNTED = re.compile("^toc|caption", re.IGNORECASE)


def lines(data: bytes) -> list[str]:
    return list(plain_lines(data))


def made(edit: Callable[[Document], object]) -> list[str]:
    file = docx.Document()
    edit(file)
    saved = BytesIO()
    file.save(saved)
    return lines(saved.getvalue())


def test_what_stands_beside_the_text_is_marked_in_it() -> None:
    text = "\n".join(lines(planted()))
    assert "Plain. {++put in++}{--taken out--}bold" in text
    assert "What about{>>Ana Poe: Weak point.<<}[^]\n[^] A source.\n" in text
    assert "[picture: A map of the road]" in text
    assert "[header] PRIVILEGED" in text


def test_headings_lists_and_rows_are_told_apart() -> None:
    def write(file: Document) -> None:
        file.add_heading("The case", 0)
        file.add_heading("Threats", 2)
        file.add_paragraph("First.", style="List Bullet")
        table = file.add_table(2, 2)
        for cell, words in zip(table._cells, ("When", "What", "9\tAM", "Two\nlines"), strict=True):
            cell.text = words

    assert made(write)[:6] == [
        *("# The case", "", "### Threats", "", "- First.", ""),
    ]
    assert made(write)[6:8] == ["When | What", "9 AM | Two ¶ lines"]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He came. She left.", ["He came.", "She left."]),
        ("See United States v. Bailey, 444 U.S. 394 (9th Cir. 1980). It held so.", 2),
        ("Mr. J. R. Ocampo told Dr. Ruiz.", 1),
        ("“He said so.” Then he left.", ["“He said so.”", "Then he left."]),
        ("It is 3.5 miles. 42 people saw it.", 2),
        ("One line; 18 U.S.C. § 28; Fed. R. Crim. P. 12.2(b).", 3),
    ],
)
def test_a_line_is_a_sentence(text: str, sentences: list[str] | int) -> None:
    found = [line for line in made(lambda file: file.add_paragraph(text)) if line]
    assert " ".join(map(str.strip, found)) == text
    assert [line.strip() for line in found] == sentences if isinstance(sentences, list) else True
    assert not isinstance(sentences, int) or len(found) == sentences


def test_a_changed_sentence_changes_its_line_alone() -> None:
    before = "One is here. Two is there. Three is gone."
    after = "One is here. Two is now quite somewhere else, far from there. Three is gone."
    old, new = (made(lambda file, text=text: file.add_paragraph(text)) for text in (before, after))
    changed = [each for each in difflib.ndiff(old, new) if each[0] in "+-"]
    assert changed == ["- Two is there.", "+ Two is now quite somewhere else, far from there."]


def test_nothing_that_word_counts_is_in_it() -> None:
    """Of a note more, a page more, a table more, only its own lines are new."""

    def write(file: Document, more: bool) -> None:
        for word in ("One", "Two") if more else ("Two",):
            file.add_heading(word, 1)
            file.add_paragraph(f"{word} says.")

    old, new = made(lambda file: write(file, False)), made(lambda file: write(file, True))
    assert [line for line in new if line not in old] == ["## One", "One says."]


def test_every_paper_is_read_whole() -> None:
    """All of a sample's words, in each edition; saved by another program they are the same."""
    for name, paper in list(papers().items())[:4]:
        told = lines(paper.data)
        file, again = docx.Document(BytesIO(paper.data)), BytesIO()
        file.save(again)
        assert lines(again.getvalue()) == told
        text = " ".join(" ".join(told).split())
        for paragraph in file.paragraphs:
            if paragraph.style and not _COUNTED.search(paragraph.style.name):
                for word in paragraph.text.split()[:3]:
                    assert word in text, (name, paragraph.text)
