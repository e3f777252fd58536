"""The YAML files of a law folder: which there are, and reading and checking them all."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from drafter import yamlfile
from drafter.doctrine.kinds import KINDS, Kind
from drafter.doctrine.records import Record, RecordFault
from drafter.errors import CaseFileError, LawDataError, Problem, SourceLocation
from drafter.typography import curled
from drafter.yamlfile import Value, YamlFile

Records = Mapping[str, Mapping[str, Mapping[str, object]]]
"""Folder (`guidelines/adjustments`, the top is ``""``) → key → what stands in the file."""


class LawFile(Struct, frozen=True):
    """One YAML file of a law folder."""

    folder: str
    key: str
    file: YamlFile

    @property
    def id(self) -> str:
        """The id the record must bear: the key without `@first-day`."""
        return self.key.partition("@")[0]

    @property
    def value(self) -> dict[str, object]:
        """What stands in the file, its words with the quotation marks of print."""
        return {name: _in_print(each) for name, each in self.file.value.items()}


def _in_print(value: Value) -> object:
    if isinstance(value, dict):
        return {name: _in_print(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_in_print(each) for each in value]
    # An address may hold an apostrophe of its own.
    return value if value is None or "://" in value else curled(value)


def paths(law: Path) -> Iterator[os.DirEntry[str]]:
    """Every YAML file under a folder, in the order of names; hidden files are nobody's records.

    LawDataError for a folder that cannot be read.
    """
    try:
        with os.scandir(law) as entries:
            found = [(entry, entry.is_dir()) for entry in entries if entry.name[0] != "."]
    except OSError as error:
        raise LawDataError(f"{law}: the folder cannot be read ({error.strerror}).") from error
    for entry, is_folder in sorted(found, key=lambda each: each[0].name):
        if is_folder:
            yield from paths(Path(entry.path))
        elif entry.name.lower().endswith((".yaml", ".yml")):
            yield entry


def fingerprint(law: Path) -> str:
    """A hash of every file's name, size and time; it changes when a file does."""
    hashed = hashlib.sha256()
    for entry in paths(law):
        stat = entry.stat()
        hashed.update(
            f"{entry.path[len(str(law)) :]}\0{stat.st_size}\0{stat.st_mtime_ns}\n".encode()
        )
    return hashed.hexdigest()


def read(law: Path) -> tuple[LawFile, ...]:
    """Read every file; LawDataError with the place of everything that is not YAML."""
    found: list[LawFile] = []
    problems: list[Problem] = []
    for entry in paths(law):
        path = Path(entry.path)
        folder = path.parent.relative_to(law).as_posix()
        if path.suffix != ".yaml":
            place = SourceLocation(str(path), 1, 1)
            message = "a record whose name does not end in .yaml would not be read"
            problems.append(Problem(place, message, f"name it {path.stem}.yaml"))
            continue
        try:
            file = yamlfile.read(path)
        except CaseFileError as error:
            problems += error.problems
        else:
            found.append(LawFile("" if folder == "." else folder, path.stem, file))
    if problems:
        raise LawDataError(problems)
    return tuple(found)


def kind_of(folder: str, key: str) -> Kind[object] | None:
    """What reads the file, or None if nothing does."""
    single = f"{folder}/{key}.yaml" if folder else f"{key}.yaml"
    return next((kind for kind in KINDS if kind.place in (folder, single)), None)


def faults(source: LawFile, raw: Mapping[str, object]) -> Iterator[Problem]:
    """What is wrong with one record by itself, at its place in ``source``."""
    kind = kind_of(source.folder, source.key)
    if kind is None:
        return
    if raw.get("id") != source.id:
        message = f"the file is {source.key}.yaml, but its id is {raw.get('id')!r}"
        yield source.file.problem(("id",), message, "name the file as its id")
    try:
        kind.read(Record(raw))
    except RecordFault as fault:
        yield source.file.problem(fault.path, fault.message, fault.hint)


def checked(files: tuple[LawFile, ...]) -> Records:
    """The records of files that are sound; LawDataError with every fault otherwise."""
    problems = [each for source in files for each in faults(source, source.value)]
    if problems:
        raise LawDataError(problems)
    records: dict[str, dict[str, Mapping[str, object]]] = {}
    for source in files:
        records.setdefault(source.folder, {})[source.key] = source.value
    return records
