"""``--templates``: an office's own files take the place of ours, one by one."""

from __future__ import annotations

import shutil
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn

from tests.cli.running import AS_OF, drafter

DRAFT = ("draft", "courier.yaml", "--format", "md", *AS_OF)


def changed(desk: Path, root: Path, name: str, old: str, new: str) -> Path:
    """Put a changed copy of one of our files into the office's folder."""
    text = (root / "templates" / name).read_text(encoding="utf-8")
    assert old in text
    place = desk / "ours" / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text.replace(old, new), encoding="utf-8")
    return place


@pytest.mark.parametrize(
    ("name", "old", "new", "shown"),
    [
        ("duress_memo/sections/signoff.md.j2", "# Sign-off", "# Last words", "## Last words"),
        ("shared/notes.md.j2", "# Counsel’s notes", "# Our notes", "## Our notes"),
        (
            "duress_memo/kind.yaml",
            "PRIVILEGED AND CONFIDENTIAL",
            "FOR THE TEAM",
            "**FOR THE TEAM",
        ),
    ],
)
def test_one_file_alone(desk: Path, root: Path, name: str, old: str, new: str, shown: str) -> None:
    before = drafter(*DRAFT, "--dry-run")
    changed(desk, root, name, old, new)
    after = drafter(*DRAFT, "--dry-run", "--templates", "ours")
    assert before.exit_code == after.exit_code == 0, after.stderr
    assert shown in after.stdout
    assert shown not in before.stdout
    moved = set(before.stdout.splitlines()) ^ set(after.stdout.splitlines())
    assert 2 <= len(moved) <= 4


def test_the_style_file_alone(desk: Path, root: Path) -> None:
    (desk / "ours").mkdir()
    office = docx.Document(str(root / "templates" / "office.docx"))
    office.styles["Body Text"].font.name = "Quixel Serif"
    office.save(str(desk / "ours" / "office.docx"))
    before, after = styles_of(desk, "a"), styles_of(desk, "b", "--templates", "ours")
    assert before[0] == after[0]
    assert "Quixel Serif" in after[1]
    assert "Quixel Serif" not in before[1]
    office.styles["Box"].element.find(qn("w:name")).set(qn("w:val"), "Crate")
    office.save(str(desk / "ours" / "office.docx"))
    broken = drafter(*DRAFT, "--templates", "ours", "--output", "c")
    assert broken.exit_code == 2
    assert broken.stderr.startswith(str(Path("ours", "office.docx")))
    assert "lacks the styles Box" in broken.stderr


def styles_of(desk: Path, output: str, *options: str) -> tuple[str, str]:
    """The words of a draft, and the styles of its Word file."""
    done = drafter(*DRAFT, "--output", output, *options)
    assert done.exit_code == 0, done.stderr
    (made,) = (desk / output).rglob("*.docx")
    with ZipFile(made) as package:
        return done.stdout, package.read("word/styles.xml").decode()


@pytest.mark.parametrize(
    ("name", "old", "new", "where"),
    [
        ("duress_memo/sections/signoff.md.j2", "case.sign_off", "case.signoff", ":5:17: "),
        ("shared/notes.md.j2", "case.notes or", "case.nots or", ":2:1: "),
        ("duress_memo/kind.yaml", "audience: internal", "audience: inside", ":8:15: "),
    ],
)
def test_a_broken_override_names_its_place(
    desk: Path, root: Path, name: str, old: str, new: str, where: str
) -> None:
    place = changed(desk, root, name, old, new)
    done = drafter(*DRAFT, "--templates", "ours")
    assert done.exit_code == 2
    assert done.stderr.startswith(f"{place.relative_to(desk)}{where}"), done.stderr
    assert not (desk / "output").exists()


def test_templates_beside_the_case_file_are_never_used(desk: Path, root: Path) -> None:
    before = drafter(*DRAFT, "--dry-run").stdout
    for folder in ("templates", "."):
        place = desk / folder / "duress_memo" / "sections" / "signoff.md.j2"
        place.parent.mkdir(parents=True)
        place.write_text("# Planted {#planted}\n\nPlanted.\n", encoding="utf-8")
        shutil.copy(root / "templates" / "office.docx", desk / folder)
    assert "Sign-off" in before
    assert drafter(*DRAFT, "--dry-run").stdout == before
