"""The wheel carries the library as one JSON file."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from drafter.doctrine import Library


@pytest.fixture
def hooks(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("hatch_build", root / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def hook(hooks: ModuleType, root: Path, tmp_path: Path) -> Any:
    return hooks.LawLibraryHook(str(root), {}, None, None, str(tmp_path / "dist"), "wheel")


def test_a_wheel_gets_the_checked_library(hook: Any, tmp_path: Path) -> None:
    build: dict[str, dict[str, str]] = {"force_include": {}}
    hook.initialize("standard", build)
    ((built, place),) = build["force_include"].items()
    assert place == "drafter/law/library.json"
    content = json.loads(Path(built).read_text(encoding="utf-8"))
    assert content["built_from"] == "wheel"
    assert content["digest"] == Library.load().digest
    hook.finalize("standard", build, str(tmp_path / "drafter.whl"))
    assert not Path(built).exists()


def test_an_editable_install_builds_its_own_later(hook: Any) -> None:
    build: dict[str, dict[str, str]] = {"force_include": {}}
    hook.initialize("editable", build)
    assert build["force_include"] == {}
