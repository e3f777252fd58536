"""Standard output and standard error under what shells and terminals do to them."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path

import pytest

from tests.cli.running import AS_OF, PROGRAM, process


@pytest.mark.skipif(os.name == "nt", reason="pipes break otherwise there")
@pytest.mark.parametrize("what", [("show", "authorities/dixon_scotus_2006"), ("list", "circuits")])
def test_a_reader_that_leaves_is_no_fault(desk: Path, what: tuple[str, str]) -> None:
    command = [*PROGRAM, "law", *what]
    read, write = os.pipe()
    os.close(read)
    with subprocess.Popen(command, cwd=desk, stdout=write, stderr=subprocess.PIPE) as run:
        os.close(write)
        _, said = run.communicate(timeout=60)
    assert run.returncode == 141
    assert said == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full")
@pytest.mark.parametrize("arguments", [("analyze", "courier.yaml"), ("law", "list")])
def test_output_that_cannot_be_written_is_said(desk: Path, arguments: tuple[str, str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, *arguments], cwd=desk, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 4
    assert done.stderr == b"Standard output cannot be written (No space left on device).\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full")
@pytest.mark.parametrize("case", ["courier.yaml", "nobody.yaml"])
@pytest.mark.parametrize("both", [True, False])
def test_where_standard_error_cannot_be_written_the_exit_code_says_so(
    desk: Path, case: str, both: bool
) -> None:
    with Path("/dev/full").open("wb") as full:
        streams = {"stdout": full if both else subprocess.DEVNULL, "stderr": full}
        done = subprocess.run([*PROGRAM, "check", case], cwd=desk, check=False, **streams)
    assert done.returncode == (0 if case == "courier.yaml" and not both else 4)


@pytest.mark.skipif(os.name == "nt", reason="a shell that closes streams")
def test_without_standard_output_there_are_documents_all_the_same(desk: Path) -> None:
    command = shlex.join([*PROGRAM, "draft", "courier.yaml", *AS_OF])
    done = subprocess.run(f"{command} >&- 2>&-", shell=True, cwd=desk, check=False)
    assert done.returncode == 0
    assert list(desk.rglob("*-duress_memo-v001.docx"))


@pytest.mark.parametrize(
    "env",
    [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "cp437"}],
    ids=["C", "cp437"],
)
def test_output_is_utf8_whatever_the_locale(desk: Path, env: dict[str, str]) -> None:
    done = process("analyze", "courier.yaml", *AS_OF, "--format", "json", cwd=desk, env=env)
    assert done.returncode == 0, done.stderr
    assert "18 U.S.C. §" in done.stdout.decode("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="file names are text there")
def test_a_file_name_that_is_no_text_can_be_said(desk: Path) -> None:
    done = subprocess.run(
        [*(part.encode() for part in PROGRAM), b"check", b"nobody-\xff.yaml"],
        cwd=desk,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert b"nobody-\\udcff.yaml: there is no such file" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="file names are text there")
@pytest.mark.parametrize("command", [("check",), ("draft", *AS_OF), ("batch", *AS_OF)])
def test_a_case_whose_file_has_no_name_in_text_is_refused(
    desk: Path, command: tuple[str, ...]
) -> None:
    name = os.fsdecode(b"case-\xff.yaml")
    (desk / name).write_bytes((desk / "courier.yaml").read_bytes())
    done = process(*command, name, cwd=desk)
    assert done.returncode == (1 if command[0] == "batch" else 2)
    assert b"the name of the file is no text in UTF-8" in done.stderr
    assert b"Traceback" not in done.stderr
    assert not list(desk.rglob("*.docx"))


def test_nothing_is_colored_that_is_not_on_a_terminal(desk: Path) -> None:
    for arguments in (("check", "nobody.yaml"), ("law", "list"), ("versions", "nobody")):
        done = process(*arguments, cwd=desk, env={"FORCE_COLOR": ""})
        assert b"\x1b" not in done.stdout + done.stderr
    assert b"\x1b[31m" in process("check", "nobody.yaml", "--color", cwd=desk).stderr


def test_a_draft_imports_no_library_that_it_does_not_need(desk: Path) -> None:
    process("draft", "courier.yaml", cwd=desk)  # compiles the templates where nothing has yet
    code = (
        "import sys; from drafter.cli import main\n"
        "try: main(['draft', 'courier.yaml', '--force'])\n"
        "except SystemExit as end: assert end.code == 0\n"
        "for name in ('docx', 'lxml', 'rich', 'markdown_it', 'asyncio', 'http'):\n"
        "    assert name not in sys.modules, name\n"
    )
    done = subprocess.run(
        [PROGRAM[0], "-c", code], cwd=desk, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_an_unchanged_case_is_never_parsed(desk: Path) -> None:
    assert process("draft", "courier.yaml", *AS_OF, cwd=desk).returncode == 0
    code = (
        "import sys; from drafter.cli import main\n"
        f"try: main(['draft', 'courier.yaml', *{AS_OF!r}])\n"
        "except SystemExit as end: assert end.code == 0\n"
        "for name in ('pydantic', 'jinja2', 'drafter.casefile.case', 'drafter.analysis.result'):\n"
        "    assert name not in sys.modules, name\n"
    )
    done = subprocess.run(
        [PROGRAM[0], "-c", code], cwd=desk, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "unchanged since version 1" in done.stdout
