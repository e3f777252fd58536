"""Case files by name: which ones a command means, and whose each is."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from glob import glob, has_magic
from hashlib import sha256
from pathlib import Path

from drafter import yamlfile
from drafter.casefile.suggest import did_you_mean
from drafter.errors import CaseFileError, Problem
from drafter.versions.layout import case_ids
from drafter.versions.store import Store

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_ID_LINE = re.compile(
    rf"^id[ \t]*:[ \t]+(?P<quote>[\"']?)({_ID.pattern})(?P=quote)[ \t]*(?:#.*)?$".encode(),
    re.MULTILINE,
)
_SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Source:
    """A case file as bytes, before it is parsed."""

    path: Path
    content: bytes = field(repr=False)

    @classmethod
    def read(cls, path: Path) -> Source:
        """Read the bytes of a file; CaseFileError when it, or its name, cannot be read."""
        content = yamlfile.contents(path)
        if not _is_text(str(path)):
            message = f"{path}: the name of the file is no text in UTF-8, and drafts name it."
            raise CaseFileError(Problem(None, message, "Give the file another name."))
        return cls(path, content)

    @property
    def digest(self) -> str:
        """SHA-256 of the bytes."""
        return sha256(self.content).hexdigest()

    @property
    def id(self) -> str | None:
        """The id of the case; None when it has none, or is no case file.

        Read from its own line where one line has it, so that a thousand files need
        not be parsed to see that no two share an id.
        """
        text = self.content.removeprefix(b"\xef\xbb\xbf").replace(b"\r", b"\n")
        found = _ID_LINE.findall(text)
        return found[0][1].decode() if len(found) == 1 else self._parsed_id()

    def _parsed_id(self) -> str | None:
        try:
            id = yamlfile.parse(self.content, str(self.path)).value.get("id")
        except CaseFileError:
            return None
        return id if isinstance(id, str) and _ID.fullmatch(id) else None


def _is_text(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def case_paths(given: Sequence[str]) -> list[Path]:
    """Return the case files that paths, folders and patterns mean, each once.

    A folder means the .yaml and .yml files that lie directly in it.  A path that is
    not there is kept, so that reading it says so; CaseFileError when none is there.
    """
    paths = [path for each in given for path in _meant(each)]
    if not any(os.path.exists(path) for path in paths):
        raise CaseFileError(f"{', '.join(given)}: there is no case file here.")
    once: dict[str, Path] = {}
    for path in paths:
        once.setdefault(os.path.realpath(path), path)
    return list(once.values())


def docket_paths(given: Sequence[str], store: Store) -> list[Path]:
    """Return the same, where an id of a case drafted before means its case file too."""
    return case_paths([str(case_path(e, store)) if _is_known(e, store) else e for e in given])


def _meant(given: str) -> list[Path]:
    # os.path, since a name too long or a folder that may not be entered is no fault there.
    if os.path.isdir(given):
        try:
            names = os.listdir(given)
        except OSError as error:
            raise CaseFileError(f"{given}: cannot be read ({error.strerror}).") from error
        return [path for name in sorted(names) if _is_case_file(path := Path(given, name))]
    if has_magic(given) and not os.path.exists(given):
        found = sorted(map(Path, glob(given, recursive=True)))
        return [path for path in found if _is_case_file(path)] or [Path(given)]
    return [Path(given)]


def _is_case_file(path: Path) -> bool:
    return path.suffix in _SUFFIXES and path.name[0] not in ".~" and not os.path.isdir(path)


def shared_ids(paths: Iterable[Path]) -> Mapping[Path, Problem]:
    """Return what is wrong with each file whose case has an id that another one has too."""
    by_id: dict[str, list[Path]] = {}
    for path in paths:
        try:
            id = Source.read(path).id
        except CaseFileError:
            continue  # said when its own turn comes
        if id is not None:
            by_id.setdefault(id, []).append(path)
    return {
        path: _shared(path, id, [other for other in same if other != path])
        for id, same in by_id.items()
        if len(same) > 1
        for path in same
    }


def _shared(path: Path, id: str, others: Sequence[Path]) -> Problem:
    message = f"The id `{id}` is also that of {', '.join(map(str, others))}."
    hint = "Give each case an id of its own."
    return yamlfile.read(path).problem(("id",), message, hint)


def case_path(given: str, store: Store) -> Path:
    """Return the case file that a path, or the id of a case drafted before, means."""
    path = Path(given)
    if os.path.isfile(path) or not _is_known(given, store):
        if os.path.isdir(path):
            message = f"{path}: this is a folder; a case file is needed."
            raise CaseFileError(Problem(None, message, "`drafter batch` takes folders."))
        if not os.path.isfile(path) and given in case_ids(store.output):
            message = f"{given}: no draft of it in {store.output} can be read."
            raise CaseFileError(Problem(None, message, _instead(given, store)))
        return path
    latest = max(store.versions(given), key=lambda version: version.as_of)
    path = Path(os.path.normpath(store.output / latest.case_file))
    if not os.path.isfile(path):
        message = f"{given}: its case file was {path}, and is no longer there."
        raise CaseFileError(Problem(None, message, "Give the path of the case file."))
    return path


def case_id(given: str, store: Store) -> str:
    """Return the id of the case that a path, or an id, means.

    CaseFileError when nothing of such a case was ever drafted.
    """
    if _is_known(given, store):
        return given
    id = Source.read(Path(given)).id if os.path.isfile(given) else None
    if id is None or not store.versions(id):
        message = f"{given}: no draft of it is in {store.output}."
        raise CaseFileError(Problem(None, message, _instead(id or given, store)))
    return id


def _instead(id: str, store: Store) -> str:
    """What to do about an id of which no version can be listed."""
    drafted = case_ids(store.output)
    if id in drafted:
        return "The manifests of its versions are missing or damaged; draft its case file again."
    return did_you_mean(id, drafted) if drafted else "Draft it first."


def _is_known(given: str, store: Store) -> bool:
    return _ID.fullmatch(given) is not None and bool(store.versions(given))
