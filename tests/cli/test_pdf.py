"""``drafter draft --pdf``: a tagged PDF beside each document, or a word why there is none."""

from __future__ import annotations

import json
import re
from pathlib import Path

import docx
import pytest

from drafter.pipeline import pdf as converting
from tests.cli.running import AS_OF, drafter, files
from tests.libreoffice import with_libreoffice

ASKED = ("draft", "courier.yaml", "--kind", "all", "--pdf", *AS_OF)
DOCUMENTS = 3


def program(folder: Path, script: str) -> Path:
    """A stand-in for LibreOffice, alone on the path; its last arguments are the documents."""
    bin = folder / "bin"
    bin.mkdir()
    (bin / "soffice").write_text(f"#!/bin/sh\nPATH=/usr/bin:/bin\n{script}\n", "utf-8")
    (bin / "soffice").chmod(0o755)
    return bin


COPIES = 'for f in "$@"; do case $f in *.docx) cp "$f" "${f%.docx}.pdf";; esac; done'


@with_libreoffice
def test_each_document_gets_a_tagged_pdf(desk: Path) -> None:
    done = drafter(*ASKED)
    assert done.exit_code == 0, done.output
    assert done.stdout.count(": PDF: ") == DOCUMENTS
    assert {path.removesuffix(".pdf") for path in files(desk) if path.endswith(".pdf")} == {
        path.removesuffix(".docx") for path in files(desk) if path.endswith(".docx")
    }
    for path in desk.rglob("*.pdf"):
        content = path.read_bytes()
        assert content.startswith(b"%PDF-")
        assert b"/StructTreeRoot" in content
        assert re.search(rb"/MarkInfo\s*<<\s*/Marked true", content)
        assert re.search(rb"/DisplayDocTitle true", content)
        assert b"/Lang(en-US)" in content
        title = docx.Document(str(path.with_suffix(".docx"))).core_properties.title
        assert b"<FEFF" + title.encode("utf-16-be").hex().upper().encode() + b">" in content
    before = {path: path.read_bytes() for path in desk.rglob("*.pdf")}
    again = drafter(*ASKED, "--format", "json")
    assert {path: path.read_bytes() for path in desk.rglob("*.pdf")} == before
    told = [each["pdf"] for each in json.loads(again.stdout)["documents"]]
    assert {Path(each).resolve() for each in told} == before.keys()


def test_without_libreoffice_the_documents_are_written_and_it_says_so(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(desk))
    done = drafter(*ASKED, "--quiet")
    assert done.exit_code == 0
    assert done.stderr == (
        "LibreOffice (soffice) is not on this machine: no PDF was written; "
        "the Word documents were.\n"
    )
    assert len(list(desk.rglob("*.docx"))) == DOCUMENTS
    assert list(desk.rglob("*.pdf")) == []
    value = json.loads(drafter(*ASKED, "--format", "json").stdout)
    assert [each["pdf"] for each in value["documents"]] == [None] * DOCUMENTS


def test_one_process_converts_them_all_and_nothing_is_left_of_it(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bin = program(desk, f'echo "$@" >> "{desk}/calls"\n{COPIES}')
    monkeypatch.setenv("PATH", str(bin))
    temporary = desk / "tmp"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    assert drafter(*ASKED).exit_code == 0
    (call,) = (desk / "calls").read_text("utf-8").splitlines()
    assert call.count(".docx") == DOCUMENTS
    assert f"-env:UserInstallation=file://{temporary}/" in call
    assert list(temporary.iterdir()) == []
    assert len(list(desk.rglob("*.pdf"))) == DOCUMENTS


def test_a_dry_run_writes_none(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(program(desk, "exit 1")))
    assert drafter(*ASKED, "--dry-run").exit_code == 0
    assert list(desk.rglob("*.pdf")) == []


def test_a_document_that_was_edited_gets_none(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(program(desk, COPIES)))
    drafter("draft", "courier.yaml", "--kind", "all", *AS_OF)
    (memo,) = desk.rglob("*duress_memo-v001.docx")
    file = docx.Document(str(memo))
    file.add_paragraph("By hand.")
    file.save(str(memo))
    done = drafter(*ASKED)
    assert done.exit_code == 0
    assert "was edited since it was drafted: no PDF of it." in done.stderr
    assert not memo.with_suffix(".pdf").exists()
    assert len(list(desk.rglob("*.pdf"))) == DOCUMENTS - 1


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("exit 3", "LibreOffice failed (exit code 3)."),
        ("exit 0", "LibreOffice made no PDF of "),
        ("sleep 60", "LibreOffice did not end within"),
    ],
)
def test_libreoffice_that_fails_is_told_and_the_documents_stay(
    desk: Path, monkeypatch: pytest.MonkeyPatch, script: str, told: str
) -> None:
    monkeypatch.setattr(converting, "_START", 0.5 if "sleep" in script else 60)
    monkeypatch.setattr(converting, "_EACH", 0)
    monkeypatch.setenv("PATH", str(program(desk, script)))
    done = drafter(*ASKED)
    assert done.exit_code == 4
    assert told in done.stderr
    assert len(list(desk.rglob("*.docx"))) == DOCUMENTS
    assert list(desk.rglob("*.pdf")) == []
