"""Compiled templates kept on disk, each under a key that tells whether it is current.

A wheel carries those of its own templates.  In a checkout they are written when a
template is first used, ignored by git, and written again when it, or what compiles it,
changes.  An office's templates are never kept as code.
"""

from __future__ import annotations

import contextlib
import hashlib
import marshal
import os
import sys
from functools import cache
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from types import CodeType

import jinja2

from drafter.composition.templating.freezing import Frozen

_COMPOSITION = Path(__file__).parent.parent
STORE = _COMPOSITION / "compiled"
_HERE = """
    attributes compiler compiling dialect freezing generator inline
    layout nesting pieces syntax tree
    """.split()
COMPILER = ("blocks", "figures", *(f"templating.{name}" for name in _HERE))
"""The modules that decide what a template compiles to."""


def key_of(text: str) -> bytes:
    """What a compiled form of this text must be kept under to be current."""
    return hashlib.sha256(_compiler() + text.encode()).digest()


@cache
def _compiler() -> bytes:
    hashed = hashlib.sha256(MAGIC_NUMBER + jinja2.__version__.encode())
    for name in COMPILER:
        hashed.update((_COMPOSITION / f"{name.replace('.', '/')}.py").read_bytes())
    return hashed.digest()


class Store:
    """Compiled forms in one folder, of the templates that lie in another."""

    def __init__(self, templates: Path, folder: Path = STORE) -> None:
        self._templates = templates
        self._folder = folder

    def keeps(self, path: Path) -> bool:
        """Whether the template at ``path`` is one of those that are kept."""
        return path.is_relative_to(self._templates)

    def get(self, name: str, key: bytes) -> tuple[CodeType, Frozen] | None:
        """What is kept of a template under ``key``; None: nothing, or something else."""
        try:
            content = self._path(name).read_bytes()
            if not content.startswith(key):
                return None
            code, frozen = marshal.loads(content[len(key) :])
        except (OSError, EOFError, ValueError, TypeError):
            return None
        return code, frozen

    def keep(self, name: str, key: bytes, code: CodeType, frozen: Frozen) -> None:
        """Write a compiled form whole; a folder that may not be written is no fault."""
        import tempfile  # costs 8 ms, and most runs find everything as it should be

        path = self._path(name)
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, made = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(key + marshal.dumps((code, frozen)))
                Path(made).replace(path)
            except OSError:
                Path(made).unlink(missing_ok=True)
                raise

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.{sys.implementation.cache_tag}"
