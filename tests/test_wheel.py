"""What is installed works in an empty folder, with nothing of the checkout at hand."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from importlib.metadata import requires
from pathlib import Path
from zipfile import ZipFile

import pytest

pytestmark = pytest.mark.no_cover

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as it would be published."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel"]
    subprocess.run(
        [*command, "--directory", str(folder)], cwd=ROOT, check=True, capture_output=True
    )
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel unpacked where nothing else is."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run(
        [*command, "--disable-pip-version-check", "--target", str(folder), str(wheel)], check=True
    )
    return folder


def drafter(installed: Path, cwd: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the installed command."""
    return subprocess.run(
        [sys.executable, "-m", "drafter", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_wheel_carries_what_it_needs_and_no_case(wheel: Path) -> None:
    names = ZipFile(wheel).namelist()
    assert {
        *("drafter/py.typed", "drafter/law/library.json", "drafter/templates/office.docx"),
        *("drafter/versions/page.css", "drafter/versions/page.js"),
        "drafter/templates/duress_memo/kind.yaml",
    } <= set(names)
    assert [name for name in names if "casefiles" in name or name.startswith("tests")] == []


def with_their_own(needed: list[str]) -> set[str]:
    """The packages that some requirements bring, those of their own included."""
    found: set[str] = set()
    while needed:
        requirement = needed.pop()
        name = re.split(r"[^\w.-]", requirement)[0].lower().replace("-", "_")
        if name not in found and "extra ==" not in requirement:
            found.add(name)
            if "python_version" not in requirement:
                needed += requires(name) or ()
    return found


BUILD = """\
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

before = set(sys.modules)
sys.path.insert(0, ".")
from drafter.composition.templating import templates
from drafter.doctrine import bundle

bundle.build(Path("drafter", "law"))
templates.build(Path("templates"), Path(sys.argv[1]))
known = packages_distributions()
tops = {name.partition(".")[0] for name in set(sys.modules) - before}
print(*{each for top in tops - {"drafter"} for each in known.get(top, ())})
"""
"""What ``hatch_build.py`` does, and then the packages that it took."""


def test_a_build_takes_nothing_that_it_does_not_name(tmp_path: Path) -> None:
    """``pip install .`` builds where only what it names is installed."""
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["build-system"]["requires"]
    done = subprocess.run(
        [sys.executable, "-I", "-c", BUILD, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    taken = {each.lower().replace("-", "_") for each in done.stdout.split()}
    assert "jinja2" in taken
    assert taken - with_their_own(asked) == set()


def test_it_drafts_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    where = drafter(installed, tmp_path, "law", "list", "circuits")
    assert where.returncode == 0, where.stderr
    case = ROOT / "casefiles" / "border-courier.yaml"
    (tmp_path / "courier.yaml").write_bytes(case.read_bytes())
    done = drafter(installed, tmp_path, "draft", "courier.yaml", "--as-of", "2026-11-28")
    assert done.returncode == 0, done.stderr
    (document,) = (tmp_path / "output").rglob("*.docx")
    checkout = tmp_path / "checkout"
    subprocess.run(
        [sys.executable, "-m", "drafter", "draft", "courier.yaml", "--as-of", "2026-11-28",
         "--output", str(checkout)],
        cwd=tmp_path, check=True, capture_output=True,
    )  # fmt: skip
    (same,) = checkout.rglob("*.docx")
    assert document.read_bytes() == same.read_bytes()


def test_what_runs_is_what_was_installed(installed: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import drafter; print(drafter.__file__)"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(done.stdout.strip()).is_relative_to(installed)
