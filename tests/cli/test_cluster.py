"""``drafter batch --executor``: the workers of a scheduler draft, in processes of their own."""

from __future__ import annotations

import os
import pickle
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from msgspec import structs

from drafter.pipeline.apart import Basis, Given
from drafter.pipeline.session import Session
from drafter.pipeline.setup import Setup
from drafter.pipeline.shares import Order
from drafter.pipeline.wanted import wanted
from tests.cli.running import AS_OF, PROGRAM, drafter, files, process
from tests.cli.test_batch import PROGRESS, SHARED, begun, copies, told, whole

pytest.importorskip("distributed", reason="the extra `cluster` is not installed")

OFFICE = """
import sys
from distributed import LocalCluster
if __name__ == "__main__":
    only = {"threads_per_worker": 1, "scheduler_port": 0, "dashboard_address": None}
    with LocalCluster(n_workers=int(sys.argv[1]), **only) as made:
        print(made.scheduler_address, flush=True)
        sys.stdin.read()
"""


@contextmanager
def cluster(folder: Path, workers: int, begins_with: str = "") -> Iterator[tuple[str, int]]:
    """A scheduler and its workers in processes of their own: the address, and the group of them.

    ``begins_with``: what every one of these processes runs first.
    """
    folder.mkdir()
    (folder / "office.py").write_text(OFFICE, "utf-8")
    (folder / "sitecustomize.py").write_text(begins_with, "utf-8")
    run = subprocess.Popen(
        [sys.executable, "office.py", str(workers)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    with run:
        assert run.stdout is not None
        yield run.stdout.readline().decode().strip(), run.pid


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a scheduler that has two workers."""
    with cluster(tmp_path_factory.mktemp("cluster") / "office", 2) as (address, _):
        yield address


@pytest.mark.no_cover
def test_workers_draft_what_one_process_would_and_say_the_same(desk: Path, office: str) -> None:
    copies(desk / "many", SHARED)
    (desk / "many" / "case-0005.yaml").write_text("schema: 1\nid: [", "utf-8")
    shutil.copy(desk / "many" / "case-0009.yaml", desk / "many" / "case-0009-again.yaml")
    said = []
    for options in ((), ("--executor", office)):
        shutil.rmtree(desk / "output", ignore_errors=True)
        done = process("batch", "many", *AS_OF, *options, cwd=desk)
        problems = PROGRESS.sub(b"", done.stderr)
        said.append((done.returncode, done.stdout, problems, told(desk / "output")))
    assert said[0] == said[1]
    assert said[0][0] == 1
    assert len(said[0][3]) == (SHARED - 2) * 4 + 1
    again = process("batch", "many", *AS_OF, "--executor", office, cwd=desk)
    row = next(line for line in again.stdout.decode().splitlines() if "Mitigation" in line)
    assert row.split()[-5:] == ["0", "0", str(SHARED - 2), "0", "0"]


@pytest.mark.no_cover
def test_a_dry_run_by_workers_writes_nothing(desk: Path, office: str) -> None:
    before = files(desk)
    done = process("batch", ".", *AS_OF, "--executor", office, "--dry-run", cwd=desk)
    assert b"would be version 1" in done.stdout
    assert files(desk) == before


@pytest.mark.no_cover
@pytest.mark.skipif(os.name == "nt", reason="signals are another thing there")
def test_what_lost_workers_leave_is_drafted_here(desk: Path, tmp_path: Path) -> None:
    copies(desk / "many", 2 * SHARED)
    with cluster(tmp_path / "office", 1) as (address, group):
        command = [*PROGRAM, "batch", "many", *AS_OF, "--executor", address]
        with subprocess.Popen(
            command, cwd=desk, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as run:
            begun(desk / "output")
            os.killpg(group, signal.SIGKILL)
            shown, said = run.communicate(timeout=120)
    assert run.returncode == 0, said
    assert b"Traceback" not in said
    assert f"{2 * SHARED} cases, none failed.".encode() in shown
    assert whole(desk / "output") == 2 * SHARED


@pytest.mark.no_cover
def test_a_worker_with_another_drafter_is_named_and_nothing_is_drafted(
    desk: Path, tmp_path: Path
) -> None:
    other = "import drafter\ndrafter.__version__ = '0.0.0'\n"
    with cluster(tmp_path / "office", 1, other) as (address, _):
        done = process("batch", "courier.yaml", *AS_OF, "--executor", address, cwd=desk)
    assert done.returncode == 2
    assert b"cannot draft this batch: it has drafter 0.0.0, this machine " in done.stderr
    assert not list((desk / "output").iterdir())


@pytest.mark.no_cover
def test_a_scheduler_without_workers_is_refused(desk: Path, tmp_path: Path) -> None:
    with cluster(tmp_path / "office", 0) as (address, _):
        done = process("batch", "courier.yaml", *AS_OF, "--executor", address, cwd=desk)
    assert done.returncode == 2
    assert f"{address} has no workers.".encode() in done.stderr
    assert f"dask worker {address}".encode() in done.stderr


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nowhere://office", "tcp://"])
def test_where_no_scheduler_answers_that_is_said(desk: Path, address: str) -> None:
    done = process("batch", "courier.yaml", *AS_OF, "--executor", address, cwd=desk)
    assert done.returncode == 2
    assert done.stderr.decode().startswith(f"--executor {address}: no scheduler answers there.\n")
    assert not (desk / "output").exists()


def test_either_processes_of_this_machine_or_workers_are_asked_for(desk: Path) -> None:
    done = drafter("batch", "courier.yaml", "--jobs", "2", "--executor", "tcp://127.0.0.1:1")
    assert done.exit_code == 2
    assert "with --executor, leave it out" in done.stderr


OTHERWISE = {
    "its law library is another one": {"law": "other"},
    "its templates are others": {"templates": "other"},
    "it has drafter": {"software": "0.0.0"},
}


@pytest.mark.parametrize("said", [*OTHERWISE, "--output must be shared"])
def test_a_process_that_would_draft_otherwise_says_why_and_drafts_nothing(
    desk: Path, said: str
) -> None:
    session = Session(Setup(date(2026, 11, 28)))
    order = Order(session.setup, wanted(session.kinds, "mitigation_outline"))
    inputs = structs.replace(session.basis, **OTHERWISE.get(said, {}))
    token = str(desk / "elsewhere" / ".batch") if said not in OTHERWISE else ""
    given = Given(Basis(inputs, str(desk), token), order, ((Path("courier.yaml"), None),))
    command = [sys.executable, "-m", "drafter.pipeline.apart"]
    done = subprocess.run(command, input=pickle.dumps(given), capture_output=True, check=False)
    assert done.returncode == 1
    assert said in done.stderr.decode()
    assert done.stdout == b""
    assert not (desk / "output").exists()
