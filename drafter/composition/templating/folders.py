"""Where templates are: the office's own folder first, then those the product comes with."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from drafter.errors import Problem, SourceLocation, TemplateError

OFFICE = "office.docx"
"""The style file, found like any template."""

_PACKAGE = Path(__file__).parent.parent.parent


def built_in() -> Path:
    """The templates the product comes with: package data in a wheel, beside it in a checkout."""
    shipped = _PACKAGE / "templates"
    return shipped if shipped.is_dir() else _PACKAGE.parent / "templates"


def template_folders(overlay: Path | None = None) -> tuple[Path, ...]:
    """The folders templates are looked up in, file by file; TemplateError for an overlay not there.

    The case file's folder is never among them.
    """
    if overlay is None:
        return (built_in(),)
    if not os.path.isdir(overlay):  # also of a name too long to be one
        missing = Problem(SourceLocation(str(overlay), 1, 1), "there is no such templates folder")
        raise TemplateError(missing)
    return (overlay, built_in())


def find(folders: Sequence[Path], name: str) -> Path:
    """The file of that name in the first folder that has it; TemplateError if none has."""
    for folder in folders:
        if (path := folder / name).is_file():
            return path
    raise TemplateError(f"there is no {name} in {', '.join(map(str, folders))}")


def digest(folders: Sequence[Path]) -> str:
    """SHA-256 over the files a draft may use: of each name, the one that is found first.

    TemplateError for one that cannot be read.
    """
    hashed = hashlib.sha256()
    try:
        found = named_files(folders)
        for name in sorted(found):
            content = hashlib.sha256(found[name].read_bytes()).hexdigest()
            hashed.update(f"{name}\0{content}\n".encode())
    except OSError as error:
        raise TemplateError(f"{error.filename}: cannot be read ({error.strerror})") from error
    return hashed.hexdigest()


def named_files(folders: Sequence[Path]) -> dict[str, Path]:
    """The files a draft may use, each under its name from the folder that has it first."""
    found: dict[str, Path] = {}
    for folder in folders:
        for path in _files(folder):
            found.setdefault(path.relative_to(folder).as_posix(), path)
    return found


def _files(folder: Path) -> Iterator[Path]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _files(Path(entry.path))
            elif entry.name.endswith((".md.j2", ".yaml", ".docx")) and entry.name[0] not in "~.":
                yield Path(entry.path)
