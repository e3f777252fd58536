"""A Word file with tracked changes is compared in one reading, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.errors import CaseFileError
from drafter.pipeline.settling import settled
from drafter.word.reading.reader import read_blocks
from drafter.word.reading.resolved import Reading
from tests.word.reading.test_reader import W, with_body

INS = "<w:ins><w:r><w:t>new</w:t></w:r></w:ins>"
DEL = "<w:del><w:r><w:delText>old</w:delText></w:r></w:del>"


def file(folder: Path, content: str) -> Path:
    path = folder / "edited.docx"
    body = f"<w:body><w:p>{content}</w:p></w:body>"
    path.write_bytes(with_body(f"<w:document {W}>{body}</w:document>"))
    return path


def test_tracked_changes_are_refused_until_a_reading_is_chosen(tmp_path: Path) -> None:
    path = file(tmp_path, DEL + INS)
    with pytest.raises(CaseFileError, match="holds tracked changes") as refused:
        settled(path, None)
    (problem,) = refused.value.problems
    assert str(path) in problem.message
    assert "accept or reject them in Word" in problem.hint
    assert "--changes accepted|original" in problem.hint
    texts = {each: read_blocks(settled(path, each))[0].text for each in Reading}
    assert texts == {Reading.ACCEPTED: "new", Reading.ORIGINAL: "old"}


@pytest.mark.parametrize("reading", [None, *Reading])
def test_a_file_without_them_comes_as_it_is(tmp_path: Path, reading: Reading | None) -> None:
    path = file(tmp_path, "<w:r><w:t>text</w:t></w:r>")
    assert settled(path, reading) == path.read_bytes()


def test_what_is_no_word_file_is_refused_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "notes.docx"
    path.write_text("not a zip", "utf-8")
    with pytest.raises(CaseFileError, match=r"notes\.docx: .*not a Word document"):
        settled(path, None)
