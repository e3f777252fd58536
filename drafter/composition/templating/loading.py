"""Finds templates in their folders and makes code of them, from what is kept where it can."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from types import CodeType
from typing import Any, cast

from jinja2 import BaseLoader
from jinja2.environment import Environment, Template

from drafter.composition.templating.ahead import Store, key_of
from drafter.composition.templating.calls import NAMES
from drafter.composition.templating.dialect import Dialect
from drafter.composition.templating.freezing import Frozen, thaw
from drafter.composition.templating.values import refuse


class Loader(BaseLoader):
    """Looks a template up in the first folder that has it; two threads may both compile it."""

    def __init__(self, folders: Sequence[Path], store: Store | None) -> None:
        self._folders = tuple(folders)
        self._store = store

    def load(self, environment: Environment, name: str, globals: Any = None) -> Template:
        """The template, ready to be rendered; TemplateError where it cannot be."""
        found = cast("Dialect", environment)
        name = str(name)  # the name in an import is the template's own sort of text
        path = self._find(name)
        code, frozen = self._code(_read(path), name, path, found)
        found.places[name], literals = thaw(frozen, str(path))
        template = Template.from_code(environment, code, {})
        template.root_render_func.__globals__.update(NAMES, literals=literals)
        return template

    def _code(
        self, text: str, name: str, path: Path, environment: Dialect
    ) -> tuple[CodeType, Frozen]:
        store = self._store if self._store and self._store.keeps(path) else None
        key = key_of(text) if store else b""
        if store and (kept := store.get(name, key)):
            return kept
        from drafter.composition.templating.compiling import code_of

        made = code_of(text, name, path, environment)
        if store:
            store.keep(name, key, *made)
        return made

    def _find(self, name: str) -> Path:
        parts = name.split("/")
        if all(part not in ("", ".", "..") and "\\" not in part for part in parts):
            for folder in self._folders:
                path = folder.joinpath(*parts)
                if os.path.isfile(path):  # also of a name too long to be one
                    return path
        raise refuse(f"there is no template `{name}`", "names count from the templates folder")


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise refuse(f"{path} is not UTF-8 text") from None
