"""``drafter textconv``: git shows what changed in a Word file, as docs/how-to/git.md says."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from tests.cli.running import AS_OF, PROGRAM, drafter

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(folder: Path, *arguments: str) -> str:
    """What git prints; it succeeds."""
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env={**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def setting(root: Path) -> Iterator[list[str]]:
    """The git commands of the how-to, with the program that is tested in place of the installed."""
    page = (root / "docs" / "how-to" / "git.md").read_text("utf-8")
    program = shlex.join([sys.executable, *PROGRAM[1:]])
    for line in re.findall(r"^\$ git (config diff\..*)$", page, re.MULTILINE):
        yield [each.replace("drafter ", f"{program} ") for each in shlex.split(line)]


@pytest.fixture
def repository(desk: Path, root: Path) -> Path:
    """A folder under git, set up as the how-to says, with a drafted exhibit in it."""
    drafter("draft", "courier.yaml", "--kind", "surrender_exhibit", *AS_OF)
    (exhibit,) = desk.rglob("*.docx")
    folder = desk / "repository"
    folder.mkdir()
    exhibit.rename(folder / "exhibit.docx")
    git(folder, "init", "-q")
    git(folder, "config", "user.name", "Ana Poe")
    git(folder, "config", "user.email", "poe@example.org")
    page = (root / "docs" / "how-to" / "git.md").read_text("utf-8")
    (attributes,) = re.findall(r"^\*\.docx .*$", page, re.MULTILINE)
    (folder / ".gitattributes").write_text(f"{attributes}\n", "utf-8")
    commands = list(setting(root))
    assert len(commands) >= 2
    for command in commands:
        git(folder, *command)
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "Draft the exhibit")
    return folder


def test_git_shows_the_sentence_that_changed(repository: Path) -> None:
    file = docx.Document(str(repository / "exhibit.docx"))
    file.tables[-1].rows[-1].cells[-1].paragraphs[0].add_run(" and more")
    file.add_paragraph("A sentence of counsel’s own.")
    file.save(str(repository / "exhibit.docx"))
    shown = git(repository, "diff")
    changed = [line for line in shown.splitlines() if line[:1] in "+-" and line[:3] not in _NAMES]
    assert [line[0] for line in changed if line.strip("+")] == ["-", "+", "+"]
    assert " and more" in shown
    assert "+A sentence of counsel’s own." in shown
    assert "Binary files" not in shown
    git(repository, "commit", "-qam", "Edit the exhibit")
    log = git(repository, "log", "-p", "--", "exhibit.docx")
    assert "+A sentence of counsel’s own." in log
    assert log.count("diff --git") == 2


_NAMES = ("+++", "---")


def test_a_file_that_another_program_saved_shows_no_line(repository: Path) -> None:
    docx.Document(str(repository / "exhibit.docx")).save(str(repository / "exhibit.docx"))
    assert git(repository, "status", "--short").strip() == "M exhibit.docx"
    assert "@@" not in git(repository, "diff")


def test_git_goes_on_past_a_damaged_file(repository: Path) -> None:
    whole = (repository / "exhibit.docx").read_bytes()
    shutil.copy(repository / "exhibit.docx", repository / "z.docx")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "Copy it")
    (repository / "exhibit.docx").write_bytes(whole[:3000])
    file = docx.Document(str(repository / "z.docx"))
    file.add_paragraph("New.")
    file.save(str(repository / "z.docx"))
    shown = git(repository, "diff")
    assert "+[The file is not a Word document (.docx), or is damaged. 3,000 bytes, SHA-256" in shown
    assert "+New." in shown


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x03\x04" * 9, b"\xd0\xcf\x11\xe0" * 9])
def test_what_is_no_word_document_is_told_in_one_line(desk: Path, content: bytes) -> None:
    (desk / "odd.docx").write_bytes(content)
    done = drafter("textconv", "odd.docx")
    assert done.exit_code == 0
    assert done.stderr == ""
    assert re.fullmatch(r"\[The file .* [\d,]+ bytes, SHA-256 [0-9a-f]{64}\]\n", done.stdout)


def test_a_file_that_is_not_there_is_bad_input(desk: Path) -> None:
    done = drafter("textconv", "gone.docx")
    assert (done.exit_code, done.stdout) == (2, "")


def test_it_loads_nothing_that_only_drafting_needs(desk: Path, root: Path) -> None:
    code = (
        "import sys; from drafter.cli import main; "
        "main(['textconv', sys.argv[1]], standalone_mode=False); "
        "heavy = {'pydantic', 'jinja2', 'yaml', 'markdown_it', 'rich'} & set(sys.modules); "
        "sys.exit(', '.join(heavy) or 0)"
    )
    office = str(root / "templates" / "office.docx")
    done = subprocess.run([sys.executable, "-c", code, office], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
