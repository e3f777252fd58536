"""What is wrong between records of the library, each fault at its place in the YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path

from msgspec import Struct

from drafter import yamlfile
from drafter.doctrine import bundle, kinds, sources
from drafter.doctrine.authority import AuthorityKind
from drafter.doctrine.kinds import Kind
from drafter.doctrine.marks import Period
from drafter.doctrine.records import Path as FieldPath
from drafter.doctrine.records import Record
from drafter.doctrine.shelf import Shelf
from drafter.doctrine.sources import Records
from drafter.doctrine.vocabulary import COURTS, Concept
from drafter.errors import Problem, SourceLocation

LONGEST_QUOTE = 60
"""Words of a decision that may be quoted; a statute or rule is quoted as far as needed."""

_CITING = frozenset({"authority", "authorities", "leading", "notice"})
_RESEARCHING = frozenset({"research"})
_LOOSE = re.compile(r"(?:§|\bNos?\.) ")


class Fault(Struct, frozen=True):
    """A fault, by record and field."""

    folder: str
    key: str
    path: FieldPath
    message: str
    hint: str = ""


def inspect(records: Records, overlay: Path | None) -> list[Problem]:
    """Every fault between records, in the order of folders and files."""
    faults = [
        *_references(records),
        *_citations(records),
        *_courts(records),
        *_offenses(records),
        *_options(records),
        *_tasks(records),
        *_versions(records),
        *_unclaimed(records),
    ]
    faults.sort(key=lambda fault: (fault.folder, fault.key))
    return [_placed(fault, overlay) for fault in faults]


def _shelf(records: Records, kind: Kind[kinds.T_co]) -> Shelf[kinds.T_co]:
    return Shelf(kind, records.get(kind.place, {}))


def _references(records: Records) -> Iterator[Fault]:
    """Authority ids that do not exist, and leads cited as law."""
    authorities = _shelf(records, kinds.AUTHORITIES)
    for folder, key, path, id in _named(records, _CITING | _RESEARCHING):
        versions = authorities.versions(id)
        if not versions:
            yield Fault(folder, key, path, f"there is no authority {id!r}")
        elif versions[0].is_lead and folder != "claims" and _field(path) in _CITING:
            message = f"{id!r} is a lead: no words of it were seen"
            yield Fault(folder, key, path, message, "name it under research:")


def _citations(records: Records) -> Iterator[Fault]:
    """Citations that a line could break, and quotations of decisions that run too long."""
    for key, each in _shelf(records, kinds.AUTHORITIES).items():
        if _LOOSE.search(each.cite):
            hint = "write U+00A0 after § and No."
            yield Fault("authorities", key, ("cite",), "a line could break in the citation", hint)
        decision = each.kind in (AuthorityKind.CASE, AuthorityKind.SECONDARY)
        if decision and each.quote and len(each.quote.split()) > LONGEST_QUOTE:
            message = f"the quotation is longer than {LONGEST_QUOTE} words"
            yield Fault("authorities", key, ("quote",), message, "quote the words that matter")


def _courts(records: Records) -> Iterator[Fault]:
    """Courts and concepts without a record, and courts that are not among them."""
    for court in COURTS:
        if court not in records.get("circuits", {}):
            yield Fault("circuits", court, (), f"there is no record of {court}")
    for concept in Concept:
        if concept not in records.get("elements", {}):
            yield Fault("elements", concept, (), f"there is no record of {concept}")
    for key, element in _shelf(records, kinds.ELEMENTS).items():
        for court in element.required_by:
            if court not in COURTS:
                yield Fault("elements", key, ("required_by",), f"{court!r} is not a court here")
    for key, offense in _shelf(records, kinds.OFFENSES).items():
        for at, rule in enumerate(offense.availability):
            if rule.court not in COURTS:
                path = ("availability", at, "court")
                yield Fault("offenses", key, path, f"{rule.court!r} is not a court here")


def _offenses(records: Records) -> Iterator[Fault]:
    """Offense ids that do not exist, wherever a record is confined to offenses."""
    known = records.get("offenses", {})
    for folder, key, path, id in _named(records, frozenset({"applies_to", "offenses"})):
        if folder in ("circuits", "elements", "rules") and id not in known:
            yield Fault(folder, key, path, f"there is no offense {id!r}")


def _tasks(records: Records) -> Iterator[Fault]:
    """Deadlines by which a task is due that do not exist."""
    known = records.get("deadlines", {})
    for key, task in _shelf(records, kinds.TASKS).items():
        if task.deadline and task.deadline not in known:
            yield Fault("tasks", key, ("deadline",), f"there is no deadline {task.deadline!r}")


def _options(records: Records) -> Iterator[Fault]:
    """Tasks that an option of strategy names and that do not exist."""
    known = records.get("tasks", {})
    for key, option in _shelf(records, kinds.STRATEGY).items():
        for at, task in enumerate(option.tasks):
            if task not in known:
                yield Fault(kinds.STRATEGY.place, key, ("tasks", at), f"there is no task {task!r}")


def _versions(records: Records) -> Iterator[Fault]:
    """Versions of one record that are in force on the same day."""
    for folder, inside in records.items():
        versions: dict[str, list[str]] = {}
        for key in inside:
            versions.setdefault(key.partition("@")[0], []).append(key)
        for keys in versions.values():
            for first, second in combinations(sorted(keys), 2):
                if _period(inside[first]).overlaps(_period(inside[second])):
                    message = f"is in force on the same day as {first}"
                    yield Fault(folder, second, ("period",), message, "end the earlier period")


def _period(raw: Mapping[str, object]) -> Period:
    return Period.from_record(Record(raw).optional_child("period"))


def _unclaimed(records: Records) -> Iterator[Fault]:
    """Files that nothing reads."""
    for folder, inside in records.items():
        for key in inside:
            if sources.kind_of(folder, key) is None:
                yield Fault(folder, key, (), "no kind of record is read from here")


def _named(records: Records, fields: frozenset[str]) -> Iterator[tuple[str, str, FieldPath, str]]:
    """Every text that stands in one of the fields, alone or in a list, at any depth."""
    for folder, inside in records.items():
        for key, raw in inside.items():
            for path, value in _texts(raw, ()):
                if _field(path) in fields:
                    yield folder, key, path, value


def _texts(value: object, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for name, inside in value.items():
            yield from _texts(inside, (*path, name))
    elif isinstance(value, list):
        for at, inside in enumerate(value):
            yield from _texts(inside, (*path, at))


def _field(path: FieldPath) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _placed(fault: Fault, overlay: Path | None) -> Problem:
    """The fault at its line: in the overlay if the file is there, else in the library."""
    for law in (overlay, bundle.LAW):
        path = law / fault.folder / f"{fault.key}.yaml" if law else None
        if path and path.is_file():
            return yamlfile.read(path).problem(fault.path, fault.message, fault.hint)
    where = SourceLocation(f"{fault.folder}/{fault.key}.yaml", 1, 1)
    return Problem(where, fault.message, fault.hint)
