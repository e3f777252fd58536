"""Small template folders, and what the linter says of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from drafter.composition.linting.lint import Linter
from drafter.errors import Problem
from drafter.pipeline.linting import nothing_recorded
from drafter.word.writing.styles import style_key
from tests.planting import session

KIND = """\
format: 1
id: note
title: Note
editions:
  - {id: internal, body: body.md.j2, audience: internal}
"""
OUTWARD = KIND.replace("audience: internal", "audience: outward, view: filing")
STYLES = ("bodytext", "legend")


def folder(path: Path, body: str, files: Mapping[str, str] | None = None, kind: str = KIND) -> Path:
    """Write a folder with one kind of document, `note`."""
    for name, text in {"note/kind.yaml": kind, "note/body.md.j2": body, **(files or {})}.items():
        place = path / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return path


def problems(*folders: Path) -> list[Problem]:
    """Everything that is wrong with the templates of some folders."""
    law = session().doctrine
    linter = Linter(folders, nothing_recorded(session()), law, _knows)
    return list(linter.lint().problems)


def told(*folders: Path) -> list[str]:
    """The same in lines: where in which file, and what."""
    return [f"{_where(each, folders)}: {each.message}" for each in problems(*folders)]


def _knows(style: str) -> bool:
    return style_key(style) in STYLES


def _where(problem: Problem, folders: tuple[Path, ...]) -> str:
    place = problem.location
    assert place is not None, problem
    (name,) = [
        Path(place.path).relative_to(each).as_posix()
        for each in folders
        if Path(place.path).is_relative_to(each)
    ]
    return f"{name}:{place.line}:{place.column}"
