"""``drafter batch``: each case on its own, whole documents or none, nothing done twice."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import psutil
import pytest

from drafter.pipeline.desk import Desk, Made, Matter
from drafter.pipeline.outcomes import Outcome
from drafter.pipeline.wanted import Wanted
from tests.cli.running import AS_OF, PROGRAM, drafter, files, process
from tests.samples import SAMPLES

OUTLINE = "internal/mitigation_outline/v001"
MANY = {"1": 40, "2": 48}
"""By jobs, so many cases that a batch of them can be stopped long before its end."""
SHARED = 16
"""As few cases as two processes draft."""


@pytest.fixture
def cases(desk: Path) -> Path:
    """A folder with the samples in it."""
    folder = desk / "cases"
    folder.mkdir()
    for sample in SAMPLES:
        shutil.copy(sample, folder)
    return folder


def copies(folder: Path, count: int) -> None:
    """Fill a folder with cases that differ in their ids."""
    text = (folder.parent / "courier.yaml").read_text("utf-8")
    folder.mkdir(exist_ok=True)
    for number in range(count):
        copy = text.replace("id: border-courier", f"id: case-{number:04}", 1)
        (folder / f"case-{number:04}.yaml").write_text(copy, "utf-8")


def test_a_folder_gives_an_outline_of_each_case(cases: Path, desk: Path) -> None:
    done = drafter("batch", "cases", *AS_OF)
    assert done.exit_code == 0, done.output
    for sample in SAMPLES:
        id = sample.stem
        assert (desk / "output" / id / OUTLINE / f"{id}-mitigation_outline-v001.docx").is_file()
    assert f"{len(SAMPLES)} cases, none failed." in done.stdout
    again = drafter("batch", "cases", *AS_OF)
    assert "v002" not in " ".join(files(desk / "output"))
    heading, row, nothing, last = again.stdout.strip().splitlines()
    assert heading.split()[:2] == ["Document", "new"]
    assert row.split()[-5:] == ["0", "0", str(len(SAMPLES)), "0", "0"]
    assert (nothing.strip(), last) == ("", f"{len(SAMPLES)} cases, none failed.")


def test_one_bad_file_never_stops_the_rest(cases: Path, desk: Path) -> None:
    (cases / "a-first.yaml").write_text("schema: 1\nid: [", "utf-8")
    (cases / "m-middle.yaml").write_bytes(b"\xff\xfe")
    done = drafter("batch", "cases", "nobody.yaml", *AS_OF)
    assert done.exit_code == 1
    assert len(list(desk.rglob("*-mitigation_outline-v001.docx"))) == len(SAMPLES)
    for name in ("a-first.yaml:2:", "m-middle.yaml:1:1", "nobody.yaml: there is no such file"):
        assert name in done.stderr
    assert f"{len(SAMPLES) + 3} cases, 3 failed." in done.stdout
    failed = done.stdout.partition("Failed")[2]
    assert "cases/a-first.yaml" in failed
    assert "there is no such file" in failed


def test_files_that_share_an_id_are_refused_before_anything_is_written(cases: Path) -> None:
    text = (cases / "thin-case.yaml").read_text("utf-8")
    (cases / "z-last.yaml").write_text(text, "utf-8")
    done = drafter("batch", "cases", *AS_OF)
    assert done.exit_code == 1
    assert done.stderr.count("The id `thin-case` is also that of") == 2
    assert not (cases.parent / "output" / "thin-case").exists()
    assert (cases.parent / "output" / "border-courier").exists()


def test_a_fault_of_ours_is_reported_and_stops_no_other_case(
    cases: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = Desk.make

    def fails_once(desk: Desk, wanted: Wanted, matter: Matter) -> Made | Outcome:
        if matter.analysis.record.case.id == "murder-charge":
            raise ZeroDivisionError("a fault")
        return make(desk, wanted, matter)

    monkeypatch.setattr(Desk, "make", fails_once)
    done = drafter("batch", "cases", *AS_OF)
    assert done.exit_code == 1
    assert "a fault of drafter, not of the case" in done.stderr
    assert "ZeroDivisionError" in done.stderr
    assert f"{len(SAMPLES)} cases, 1 failed." in done.stdout


def test_all_kinds_of_many_cases(cases: Path, desk: Path) -> None:
    done = drafter("batch", "cases/t*.yaml", *AS_OF, "--kind", "all")
    assert "Duress Evaluation Memorandum" in done.stdout
    assert {path.parts[-3] for path in desk.rglob("v001/manifest.json")} >= {
        "duress_memo",
        "mitigation_outline",
    }


def test_a_dry_run_writes_nothing(cases: Path, desk: Path) -> None:
    before = files(desk)
    done = drafter("batch", "cases", *AS_OF, "--dry-run")
    assert done.exit_code == 0
    assert "would be version 1" in done.stdout
    assert files(desk) == before


PROGRESS = re.compile(rb"^\d+ of \d+ cases.*\n", re.MULTILINE)
"""What a run that lasts says of itself, on a slow machine more often."""


def told(output: Path) -> dict[str, bytes]:
    """What is in every file under an output folder, the index of unchanged cases included."""
    return {str(each.relative_to(output)): each.read_bytes() for each in output.rglob("*.*")
            if each.is_file()}  # fmt: skip


@pytest.mark.no_cover
def test_two_processes_draft_what_one_would_and_say_the_same(desk: Path) -> None:
    copies(desk / "many", SHARED)
    (desk / "many" / "case-0005.yaml").write_text("schema: 1\nid: [", "utf-8")
    shutil.copy(desk / "many" / "case-0009.yaml", desk / "many" / "case-0009-again.yaml")
    said = []
    for jobs in ("1", "2"):
        shutil.rmtree(desk / "output", ignore_errors=True)
        done = process("batch", "many", *AS_OF, "--jobs", jobs, cwd=desk)
        problems = PROGRESS.sub(b"", done.stderr)
        said.append((done.returncode, done.stdout, problems, told(desk / "output")))
    assert said[0] == said[1]
    assert said[0][0] == 1
    assert len(said[0][3]) == (SHARED - 2) * 4 + 1
    again = process("batch", "many", *AS_OF, "--jobs", "2", cwd=desk)
    row = next(line for line in again.stdout.decode().splitlines() if "Mitigation" in line)
    assert row.split()[-5:] == ["0", "0", str(SHARED - 2), "0", "0"]


@pytest.mark.no_cover
def test_a_fault_in_another_process_is_told_with_its_place(desk: Path) -> None:
    """The fault is put in as Python itself offers it, by a module that each process begins with."""
    copies(desk / "many", SHARED)
    (desk / "sitecustomize.py").write_text(FAULTY, "utf-8")
    path = {"PYTHONPATH": str(desk)}
    done = process("batch", "many", *AS_OF, "--jobs", "2", cwd=desk, env=path)
    assert done.returncode == 1
    said = done.stderr.decode()
    assert "many/case-0003.yaml: a fault of drafter, not of the case:" in said
    assert "in fails\n" in said
    assert "ZeroDivisionError: put in" in said
    assert f"{SHARED} cases, 1 failed." in done.stdout.decode()


FAULTY = """
import multiprocessing
from drafter.pipeline.desk import Desk
make = Desk.make
def fails(desk, wanted, matter):
    if matter.analysis.record.case.id == "case-0003":
        assert multiprocessing.parent_process(), "it is drafted by the first process"
        raise ZeroDivisionError("put in")
    return make(desk, wanted, matter)
Desk.make = fails
"""


@pytest.mark.no_cover
@pytest.mark.skipif(os.name == "nt", reason="signals are another thing there")
def test_what_a_process_leaves_that_is_stopped_from_outside_is_drafted(desk: Path) -> None:
    copies(desk / "many", MANY["2"])
    command = [*PROGRAM, "batch", "many", *AS_OF, "--jobs", "2"]
    with subprocess.Popen(command, cwd=desk, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        begun(desk / "output")
        drafting = [
            each
            for each in psutil.Process(run.pid).children(recursive=True)
            if "spawn_main" in " ".join(each.cmdline())
        ]
        assert len(drafting) == 2
        drafting[0].kill()
        shown, said = run.communicate(timeout=120)
    assert run.returncode == 0
    assert b"Traceback" not in said
    assert f"{MANY['2']} cases, none failed.".encode() in shown
    assert whole(desk / "output") == MANY["2"]


def begun(output: Path) -> None:
    """Wait until some documents are there."""
    deadline = time.monotonic() + 60
    while len(list(output.glob("*/internal/*/v*"))) < 5:
        assert time.monotonic() < deadline
        time.sleep(0.005)


@pytest.mark.parametrize("jobs", ["0", "-1", "two"])
def test_a_number_of_jobs_that_is_none_is_refused(cases: Path, jobs: str) -> None:
    done = drafter("batch", "cases", *AS_OF, "--jobs", jobs)
    assert done.exit_code == 2
    assert "--jobs" in done.stderr


def whole(output: Path) -> int:
    """Count the documents; AssertionError when one of them is not whole."""
    count = 0
    for folder in output.glob("*/internal/*/v*"):
        names = {path.suffix for path in folder.iterdir()}
        assert names == {".docx", ".md", ".json"}, folder
        (document,) = folder.glob("*.docx")
        with ZipFile(document) as package:
            assert package.testzip() is None
        json.loads((folder / "draft.json").read_text("utf-8"))
        count += 1
    return count


@pytest.fixture
def _listening() -> Iterator[None]:
    """Ctrl-C is heard by what is begun here, whatever began the tests: a shell’s `&` ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.no_cover
@pytest.mark.usefixtures("_listening")
@pytest.mark.skipif(os.name == "nt", reason="signals are another thing there")
@pytest.mark.parametrize(
    ("how", "jobs"),
    [
        (signal.SIGINT, "1"),
        (signal.SIGTERM, "1"),
        (signal.SIGKILL, "1"),
        (signal.SIGINT, "2"),
        (signal.SIGKILL, "2"),
    ],
)
def test_a_batch_that_is_stopped_leaves_whole_documents_and_goes_on(
    desk: Path, how: signal.Signals, jobs: str
) -> None:
    many = MANY[jobs]
    copies(desk / "many", many)
    command = [*PROGRAM, "batch", "many", *AS_OF, "--jobs", jobs]
    with subprocess.Popen(command, cwd=desk, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        begun(desk / "output")
        others = psutil.Process(run.pid).children(recursive=True)
        assert bool(others) is (jobs != "1")
        run.send_signal(how)
        _, said = run.communicate(timeout=60)
    assert not psutil.wait_procs(others, timeout=30)[1]
    done = whole(desk / "output")
    assert 5 <= done < many
    if how is signal.SIGINT:
        assert run.returncode == 130
        assert b"Stopped" in said
        assert b"Traceback" not in said
    again = drafter("batch", "many", *AS_OF, "--jobs", jobs)
    assert again.exit_code == 0
    assert whole(desk / "output") == many
    assert not list(desk.rglob("*v002*"))
