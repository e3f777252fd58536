"""The wheel carries the library as one JSON file, and the templates compiled."""

from __future__ import annotations

import importlib.util
import json
import sys
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
    return hooks.BuiltAheadHook(str(root), {}, None, None, str(tmp_path / "dist"), "wheel")


def test_a_wheel_gets_the_checked_library(hook: Any, tmp_path: Path) -> None:
    build: dict[str, dict[str, str]] = {"force_include": {}}
    hook.initialize("standard", build)
    places = {place: built for built, place in build["force_include"].items()}
    built = places["drafter/law/library.json"]
    content = json.loads(Path(built).read_text(encoding="utf-8"))
    assert content["built_from"] == "wheel"
    assert content["digest"] == Library.load().digest
    hook.finalize("standard", build, str(tmp_path / "drafter.whl"))
    assert not Path(built).exists()


def test_a_wheel_gets_its_templates_compiled(hook: Any, root: Path, tmp_path: Path) -> None:
    build: dict[str, dict[str, str]] = {"force_include": {}}
    hook.initialize("standard", build)
    inside = {place for place in build["force_include"].values() if "compiled" in place}
    names = {path.relative_to(root / "templates") for path in root.glob("templates/**/*.md.j2")}
    tag = sys.implementation.cache_tag
    assert inside == {f"drafter/composition/compiled/{name.as_posix()}.{tag}" for name in names}
    assert inside
    hook.finalize("standard", build, str(tmp_path / "drafter.whl"))
    assert not any(Path(built).exists() for built in build["force_include"])


def test_an_editable_install_builds_its_own_later(hook: Any) -> None:
    build: dict[str, dict[str, str]] = {"force_include": {}}
    hook.initialize("editable", build)
    assert build["force_include"] == {}
