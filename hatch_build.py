"""Builds into the wheel what a checkout makes when it is first needed.

The law library as one JSON file, checked record by record, and the templates as
code.  A wheel with an unsound law record or template is not built.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BuiltAheadHook(BuildHookInterface):  # type: ignore[type-arg]
    """Puts ``drafter/law/library.json`` and ``drafter/composition/compiled`` in the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write both beside the wheel and name their places inside it."""
        if version == "editable":
            return  # a checkout builds its own when a draft first needs it
        sys.path.insert(0, self.root)
        try:
            from drafter.composition.templating import templates
            from drafter.doctrine import bundle
        finally:
            sys.path.remove(self.root)
        inside: dict[str, str] = build_data["force_include"]
        self._library.parent.mkdir(parents=True, exist_ok=True)
        self._library.write_text(bundle.build(Path(self.root, "drafter", "law")), encoding="utf-8")
        inside[str(self._library)] = "drafter/law/library.json"
        for path in templates.build(Path(self.root, "templates"), self._templates):
            name = path.relative_to(self._templates).as_posix()
            inside[str(path)] = f"drafter/composition/compiled/{name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Take them away again; the wheel holds its own copy."""
        self._library.unlink(missing_ok=True)
        shutil.rmtree(self._templates, ignore_errors=True)

    @property
    def _library(self) -> Path:
        return Path(self.directory) / "law-library.json"

    @property
    def _templates(self) -> Path:
        return Path(self.directory) / "compiled-templates"
