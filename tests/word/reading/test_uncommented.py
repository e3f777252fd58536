"""A file without its comments says what it said, and LibreOffice reads its notes."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.composition.blocks import Block, BlockKind, Run
from drafter.pipeline import pdf
from drafter.word.reading.inspection import inspect
from drafter.word.reading.reader import read_blocks
from drafter.word.reading.uncommented import uncommented
from tests.cli.running import drafter
from tests.libreoffice import resaved, with_libreoffice
from tests.versions.redrafts import written
from tests.word.documents import document, paragraph


def noted(id: str, text: str) -> Block:
    return Block(id, BlockKind.PARAGRAPH, (Run("Known"), Run(text, note=True)))


def remarked(id: str) -> Block:
    return Block(id, BlockKind.PARAGRAPH, (Run("[NEED: the hour]", remark="Ask him."),))


BETWEEN = (noted("a", "one"), remarked("x"), remarked("y"), noted("b", "two"))
"""Two comments between the first note and the second."""


def test_no_word_goes_and_no_comment_stays() -> None:
    data = written(document(*BETWEEN))
    found = uncommented(data)
    assert read_blocks(found) == read_blocks(data)
    assert len(inspect(data).comments) == 2
    assert [each for each in inspect(found).comments if each.about] == []


def test_a_file_without_any_is_as_it_was() -> None:
    data = written(document(noted("a", "one"), paragraph("b", "Text.")))
    assert uncommented(data) == data


@with_libreoffice
def test_libreoffice_then_reads_each_note_at_its_place() -> None:
    data = written(document(*BETWEEN))
    as_it_is, without = resaved([data, uncommented(data)])
    assert [each.text for each in read_blocks(without)] == [each.text for each in read_blocks(data)]
    assert as_it_is != without


def test_libreoffice_gets_a_copy_without_comments(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []

    def run(command: list[str], seconds: int) -> None:
        for each in map(Path, command):
            if each.suffix == ".docx":
                text = [found for found in inspect(each.read_bytes()).comments if found.about]
                seen.append(len(text))
                each.with_suffix(".pdf").write_bytes(b"%PDF")

    monkeypatch.setattr(pdf, "_run", run)
    monkeypatch.setattr(pdf.shutil, "which", lambda name: name)
    sample = Path(__file__).parents[3] / "casefiles" / "border-courier.yaml"
    done = drafter("draft", sample, "--output", tmp_path, "--as-of", "2026-11-28", "--pdf")
    assert done.exit_code == 0, done.output
    (memo,) = tmp_path.glob("**/*-v001.docx")
    assert inspect(memo.read_bytes()).comments
    assert seen == [0]
