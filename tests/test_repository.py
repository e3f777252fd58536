"""Promises that the repository makes about itself."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "drafter").rglob("*.py"))
TEXT = {".py", ".md", ".yaml", ".yml", ".j2", ".toml", ".txt", ".json", ""}


def tracked() -> list[Path]:
    """Files of the repository: what git knows, or in an unpacked archive what lies there."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    files = [ROOT / name for name in listed.split("\0") if name]
    return [path for path in files if path.suffix in TEXT and path.is_file()]


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (
        node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )


def test_there_are_modules() -> None:
    assert len(MODULES) > 40


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_module_budget(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 300
    long = {
        node.name: node.end_lineno - node.lineno + 1
        for node in functions(ast.parse(text))
        if node.end_lineno and node.end_lineno - node.lineno + 1 > 40
    }
    assert not long


def test_the_gate_runs_what_the_readme_says() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    gate = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert re.search(r"^make test$", readme, re.MULTILINE)
    assert re.search(r"^make draft$", readme, re.MULTILINE)
    assert gate.rstrip().splitlines()[-1] == "make test"


def test_requirements_are_pinned_and_hashed() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        entries = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
        assert len(entries) > 10
        for entry in entries:
            assert re.match(r"^[A-Za-z0-9_.\[\]-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", entry), entry


def test_no_machine_paths_or_registry_addresses() -> None:
    files = tracked()
    assert len(files) > 100
    address = re.compile(r"https?://\S+\.(whl|tar\.gz)|index-url\b|/home/\w+/|/Users/\w+/")
    here = Path(__file__).name
    found = [path for path in files if address.search(path.read_text("utf-8"))]
    assert [path for path in found if path.name != here and path.name != "Makefile"] == []


def test_top_level_is_what_the_customer_fixed() -> None:
    expected = {"pyproject.toml", "drafter", "templates", "casefiles", "output", "tests"}
    assert expected <= {path.name for path in ROOT.iterdir()}
