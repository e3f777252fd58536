"""The same case, law and day give the same bytes, wherever and however drafter is run."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import AS_OF, files
from tests.planting import fileable, session, written
from tests.samples import NAMES, ROOT, SAMPLES, cite_checked

pytestmark = pytest.mark.no_cover

FILEABLE = [f"fileable/{name}.yaml" for name in NAMES]
ASKED = [
    *(["batch", "casefiles", "--kind", kind] for kind in ("all", "client_letter")),
    *(
        ["draft", *FILEABLE, *"--output filed --kind mitigation_outline --edition".split(), edition]
        for edition in ("filing", "sealed")
    ),
]
"""Every kind of every sample; and, of each with what a filing asks for, the other editions."""
PLACES: Mapping[str, tuple[str, int, Mapping[str, str]]] = {
    "first": ("here", 0o022, {}),
    "seed": (
        *("here", 0o022),
        {"PYTHONHASHSEED": "1", "PYTHONDONTWRITEBYTECODE": "1", "COLUMNS": "40"},
    ),
    "zone": (
        *("here", 0o022),
        {
            **{"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
            **{"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "4242", "PYTHONTZPATH": ""},
        },
    ),
    "folder": (
        *("a longer path/Zürich & Söhne", 0o077),
        {"TZ": "America/St_Johns", "LC_ALL": "de_DE.UTF-8", "HOME": "/nonexistent"},
    ),
}
"""Where each run works, under which umask, and what its environment says."""


def documents(folder: Path, how: str) -> dict[str, bytes]:
    """Draft everything in a folder of its own, in one process; each file that was written."""
    where, umask, env = PLACES[how]
    desk = folder / how / where
    shutil.copytree(SAMPLES[0].parent, desk / "casefiles")
    for name in ("fileable", "law"):
        shutil.copytree(folder / name, desk / name)
    commands = [[*command, *AS_OF, "--law", "law"] for command in ASKED]
    done = subprocess.run(
        [sys.executable, "-m", "tests.drafting", json.dumps(commands)],
        cwd=desk,
        env=environment(env),
        umask=umask,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    found = (desk / "output", desk / "filed")
    return {f"{at.name}/{path}": (at / path).read_bytes() for at in found for path in files(at)}


def environment(more: Mapping[str, str]) -> dict[str, str]:
    """As little as a run needs, so that nothing of this machine's gets in."""
    little = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    return {**little, "PYTHONHASHSEED": "0", "TZ": "UTC", **more}


def series(written: Mapping[str, Any]) -> set[str]:
    """The documents among the files: case, kind and edition."""
    names = (path.rpartition("/")[2] for path in written if path.endswith(".docx"))
    return {name.removesuffix("-v001.docx") for name in names}


def test_the_same_case_gives_the_same_bytes(tmp_path: Path) -> None:
    """Twice, in another folder, under another locale, zone, hash seed and umask."""
    cite_checked(tmp_path / "law")
    (tmp_path / "fileable").mkdir()
    for sample in SAMPLES:
        (tmp_path / "fileable" / sample.name).write_text(written(fileable(sample)), "utf-8")
    with ThreadPoolExecutor(2) as pool:
        found = dict(
            zip(PLACES, pool.map(lambda how: documents(tmp_path, how), PLACES), strict=True)
        )
    first = found["first"]
    for how, others in found.items():
        assert others.keys() == first.keys(), how
        assert [path for path in first if others[path] != first[path]] == [], how
    assert_complete(series(first))
    check_other_paths(tmp_path, first)


def assert_complete(drafted: set[str]) -> None:
    """Nothing that can be drafted of a sample is missing."""
    kinds = session().kinds.values()
    always = {edition.series for kind in kinds for edition in kind.editions[:1]}
    always -= {"surrender_exhibit"}  # of cases that ask for one
    assert drafted >= {f"{name}-{each}" for name in NAMES for each in always}
    assert drafted >= {f"{name}-mitigation_outline-filing" for name in NAMES}
    for part, least in (("surrender_exhibit", 5), ("outline-sealed", 6)):
        assert sum(part in each for each in drafted) >= least


def check_other_paths(folder: Path, first: Mapping[str, bytes]) -> None:
    """With absolute paths, from another folder: only where the case file lay is another."""
    case = folder / "in" / SAMPLES[0].name
    case.parent.mkdir()
    shutil.copy(SAMPLES[0], case)
    command = ["draft", case, "--kind", "all", "--output", folder / "out", "--law", folder / "law"]
    told = json.dumps([[*map(str, command), *AS_OF]])
    run = [sys.executable, "-m", "tests.drafting", told]
    subprocess.run(run, cwd="/", check=True, env=environment({}), capture_output=True)
    written = [path for path in files(folder / "out") if path.endswith((".docx", ".md"))]
    assert len(written) >= 6
    for path in written:
        assert (folder / "out" / path).read_bytes() == first[f"output/{path}"]
