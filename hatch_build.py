"""Builds the law library into the wheel as one JSON file, checked record by record.

A wheel with an unsound law record is not built.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class LawLibraryHook(BuildHookInterface):  # type: ignore[type-arg]
    """Puts ``drafter/law/library.json`` in the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the JSON beside the wheel and name its place inside it."""
        if version == "editable":
            return  # a checkout builds its own when a draft first needs it
        sys.path.insert(0, self.root)
        try:
            from drafter.doctrine import bundle
        finally:
            sys.path.remove(self.root)
        self._built.parent.mkdir(parents=True, exist_ok=True)
        self._built.write_text(bundle.build(Path(self.root, "drafter", "law")), encoding="utf-8")
        build_data["force_include"][str(self._built)] = "drafter/law/library.json"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Take the JSON away again; the wheel holds its own copy."""
        self._built.unlink(missing_ok=True)

    @property
    def _built(self) -> Path:
        return Path(self.directory) / "law-library.json"
