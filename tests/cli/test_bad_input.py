"""What a user gets wrong: a clear error, its exit code, no traceback, nothing written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.running import WITHOUT_ROOT, files, process

needs_permissions = pytest.mark.skipif(
    WITHOUT_ROOT is None, reason="root reads and writes everything, and no setpriv takes that away"
)

KINDS = "duress_memo, mitigation_outline, surrender_exhibit"


def write(folder: Path, name: str, content: bytes | str) -> None:
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())


def changed(folder: Path, old: str, new: str) -> None:
    text = (folder / "courier.yaml").read_text("utf-8")
    assert old in text
    write(folder, "wrong.yaml", text.replace(old, new, 1))


Prepare = Callable[[Path], object]


def nothing(folder: Path) -> None:
    """Leave the folder as it is."""


TABLE: dict[str, tuple[Prepare, list[str], int, str]] = {
    "missing file": (nothing, ["draft", "nobody.yaml"], 2, "nobody.yaml: there is no such file"),
    "folder": (nothing, ["draft", "."], 2, "this is a folder"),
    "unknown id": (nothing, ["draft", "somebody"], 2, "somebody: there is no such file"),
    "empty": (lambda f: write(f, "wrong.yaml", ""), ["check", "wrong.yaml"], 2, "wrong.yaml:1:1"),
    "not UTF-8": (
        lambda f: write(f, "wrong.yaml", b"schema: 1\nid: \xff\n"),
        ["draft", "wrong.yaml"], 2, "wrong.yaml:2:5",
    ),
    "UTF-16": (
        lambda f: write(f, "wrong.yaml", "schema: 1".encode("utf-16")),
        ["draft", "wrong.yaml"], 2, "UTF-16",
    ),
    "not YAML": (
        lambda f: write(f, "wrong.yaml", "a: [1\nb: }"), ["draft", "wrong.yaml"], 2, "wrong.yaml:",
    ),
    "a Word file": (
        lambda f: write(f, "wrong.yaml", b"PK\3\4" + bytes(400)),
        ["draft", "wrong.yaml"], 2, "wrong.yaml:1:",
    ),
    "wrong word": (
        lambda f: changed(f, "kinds: [death]", "kinds: [deth]"),
        ["draft", "wrong.yaml"], 2, "Did you mean `death`?",
    ),
    "dangling id": (
        lambda f: changed(f, "speaker: rolo", "speaker: rollo"),
        ["draft", "wrong.yaml"], 2, "Did you mean `rolo`?",
    ),
    "hour that does not exist": (
        lambda f: changed(f, "when: 2026-03-14 05:48", "when: 2026-03-08 02:30"),
        ["draft", "wrong.yaml"], 2, "wrong.yaml:",
    ),
    "kind": (nothing, ["draft", "courier.yaml", "--kind", "brief"], 2, KINDS),
    "edition": (
        nothing, ["draft", "courier.yaml", "--edition", "filing"], 2, "no edition `filing`",
    ),
    "edition of all": (
        nothing, ["draft", "courier.yaml", "--kind", "all", "--edition", "filing"], 2,
        "name the kind",
    ),
    "no exhibit": (
        lambda f: write(
            f, "wrong.yaml", (f / "courier.yaml").read_text("utf-8").partition("\nexhibit:")[0]
        ),
        ["draft", "wrong.yaml", "--kind", "surrender_exhibit"], 2, "has no `exhibit:`",
    ),
    "date": (nothing, ["draft", "courier.yaml", "--as-of", "28.11.2026"], 2, "not a date"),
    "day": (nothing, ["draft", "courier.yaml", "--as-of", "2026-02-30"], 2, "not a date"),
    "week": (nothing, ["draft", "courier.yaml", "--as-of", "2026-W48-6"], 2, "not a date"),
    "year": (nothing, ["draft", "courier.yaml", "--as-of", "0001-01-01"], 2, "not a date"),
    "option": (nothing, ["draft", "courier.yaml", "--knd", "all"], 2, "--kind"),
    "command": (nothing, ["drfat", "courier.yaml"], 2, "drfat"),
    "format": (nothing, ["draft", "courier.yaml", "--format", "pdf"], 2, "pdf"),
    "nothing to do": (nothing, ["draft"], 2, "CASE"),
    "one id twice": (
        lambda f: write(f, "again.yaml", (f / "courier.yaml").read_bytes()),
        ["draft", "courier.yaml", "again.yaml"], 2, "The id `border-courier` is also that of",
    ),
    "law folder": (
        nothing, ["draft", "courier.yaml", "--law", "nowhere"], 3, "no such law folder",
    ),
    "law record": (
        lambda f: ((f / "law").mkdir(), write(f / "law", "odd.yaml", "id: odd\n")),
        ["draft", "courier.yaml", "--law", "law"], 3, "odd.yaml:1:1",
    ),
    "templates folder": (
        nothing, ["draft", "courier.yaml", "--templates", "nowhere"], 2, "no such templates folder",
    ),
    "template": (
        lambda f: (
            (f / "own" / "duress_memo").mkdir(parents=True),
            write(f / "own" / "duress_memo", "body.md.j2", "# {{ nobody }} {#a}\n"),
        ),
        ["draft", "courier.yaml", "--templates", "own"], 2, "body.md.j2:1:",
    ),
    "output is a file": (
        lambda f: write(f, "out", ""), ["draft", "courier.yaml", "--output", "out"], 4, "--output",
    ),
    "output that cannot be made": (
        nothing,
        ["draft", "courier.yaml", "--output", "courier.yaml/output"],
        4,
        "courier.yaml/output",
    ),
    "a name too long": (
        nothing, ["draft", "courier.yaml", "--output", "x" * 300], 4, "cannot be read",
    ),
    "a law folder too long": (
        nothing, ["draft", "courier.yaml", "--law", "x" * 300], 3, "no such law folder",
    ),
    "a templates folder too long": (
        nothing, ["draft", "courier.yaml", "--templates", "x" * 300], 2, "no such templates folder",
    ),
    "never drafted": (nothing, ["versions", "courier.yaml"], 2, "Draft it first"),
    "no versions": (nothing, ["diff", "border-courier"], 2, "no draft of it"),
    "no Word file": (nothing, ["diff", "a.docx", "b.docx"], 2, "a.docx: the file cannot be read"),
    "other file": (
        lambda f: (write(f, "a.docx", "x"), write(f, "b.docx", "x")),
        ["diff", "a.docx", "b.docx"], 2, "a.docx: The file is not a Word document",
    ),
    "two names for diff": (nothing, ["diff", "courier.yaml", "2"], 2, "Name a case"),
    "no record of law": (nothing, ["law", "show", "dixon_scotus_206"], 2, "`dixon_scotus_2006`"),
    "no folder of law": (nothing, ["law", "list", "circuit"], 2, "Did you mean `circuits`?"),
    "empty folder": (
        lambda f: (f / "none").mkdir(), ["batch", "none"], 2, "none: there is no case file here",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLE)
def test_a_mistake_is_said_and_nothing_is_written(desk: Path, name: str) -> None:
    prepare, arguments, code, message = TABLE[name]
    prepare(desk)
    before = files(desk)
    done = process(*arguments, cwd=desk)
    said = done.stderr.decode()
    assert done.returncode == code, said
    assert message in said
    assert "Traceback" not in said
    assert done.stdout == b""
    assert files(desk) == before


@needs_permissions
def test_a_file_that_may_not_be_read(desk: Path) -> None:
    (desk / "courier.yaml").chmod(0)
    done = process("draft", "courier.yaml", cwd=desk, under=WITHOUT_ROOT)
    assert done.returncode == 2
    assert b"cannot be read" in done.stderr


@needs_permissions
def test_an_output_folder_that_may_not_be_written(desk: Path) -> None:
    (desk / "output").mkdir(mode=0o500)
    done = process("draft", "courier.yaml", cwd=desk, under=WITHOUT_ROOT)
    assert done.returncode == 4
    assert b"cannot be written" in done.stderr


@needs_permissions
def test_a_version_that_may_not_be_read_is_passed_over(desk: Path) -> None:
    assert process("draft", "courier.yaml", cwd=desk, under=WITHOUT_ROOT).returncode == 0
    version = desk / "output/border-courier/internal/duress_memo/v001"
    version.chmod(0)
    done = process("draft", "courier.yaml", cwd=desk, under=WITHOUT_ROOT)
    version.chmod(0o755)
    assert done.returncode == 0
    assert b"version 2" in done.stdout


@pytest.mark.parametrize(("option", "code"), [("--output", 4), ("--law", 3), ("--templates", 2)])
@needs_permissions
def test_a_folder_that_may_not_be_read(desk: Path, option: str, code: int) -> None:
    (desk / "closed").mkdir(mode=0)
    done = process("draft", "courier.yaml", option, "closed", cwd=desk, under=WITHOUT_ROOT)
    assert done.returncode == code
    assert b"Permission denied" in done.stderr


def test_every_problem_of_every_file_is_said(desk: Path) -> None:
    changed(desk, "kinds: [death]", "kinds: [deth]")
    done = process("check", "courier.yaml", "wrong.yaml", "nobody.yaml", cwd=desk)
    said = done.stderr.decode()
    assert done.returncode == 2
    for place in ("wrong.yaml:82:", "wrong.yaml:4:5", "courier.yaml:4:5", "nobody.yaml: "):
        assert place in said
    assert done.stdout == b""
