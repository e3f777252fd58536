"""Kinds of documents: a folder each, with a ``kind.yaml`` that says who may read what."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from drafter import yamlfile
from drafter.composition.blocks import Audience
from drafter.composition.templating.values import refuse
from drafter.doctrine.records import Record, RecordFault
from drafter.errors import CaseFileError, Problem, TemplateError

FILE = "kind.yaml"
_NAME = re.compile(r"[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_PLACEHOLDERS = ("client", "docket")


class View(StrEnum):
    """What the template of an edition sees."""

    ANALYSIS = "analysis"
    """Everything: for documents that stay in the office."""
    FILING = "filing"
    """What of the sentencing findings may be filed."""
    EXHIBIT = "exhibit"
    """What counsel chose to show."""
    LETTER = "letter"
    """Who writes to whom, and nothing of the case."""

    @property
    def can_be_approved(self) -> bool:
        """Whether a case file may say that counsel approved what it shows."""
        return self is View.EXHIBIT


class Reading(StrEnum):
    """How kind.yaml calls the audiences."""

    INTERNAL = "internal"
    SEALED = "sealed"
    OUTWARD = "outward"


class Citations(StrEnum):
    """Where an edition has its record cites and citations."""

    TEXT = "text"
    """In the line, as a brief has them."""
    NOTES = "notes"
    """At the foot of the page, but for those of which a sentence speaks."""


class Edition(Struct, frozen=True):
    """One edition of a kind: its template, its readers, its margins."""

    id: str
    title: str
    """Of the document; outward it stands in the file's properties too, without the client."""
    series: str
    """The name under which its versions are counted."""
    body: str
    """The template, from the templates folder: `duress_memo/body.md.j2`."""
    audience: Audience
    view: View
    citations: Citations
    legend: tuple[str, ...]
    """Lines at the top of each page; `{client}` and `{docket}` are filled in."""
    unapproved: str | None
    """A further line at the top while counsel has not approved what the view shows."""
    running: str
    """A further line at the top of each page but the first: the short caption of the case."""
    footer: str
    """The line over the page number."""

    @classmethod
    def from_record(cls, record: Record, kind: str, title: str) -> Edition:
        """Read an edition; one that leaves the office must see less than everything."""
        record.only(cls)
        audience = Audience[record.choice("audience", Reading).name]
        view = record.choice("view", View, View.ANALYSIS)
        if audience is not Audience.INTERNAL and view is View.ANALYSIS:
            hint = "an edition others read takes `view: filing`, `view: exhibit` or `view: letter`"
            raise record.fault("view", "shows everything the office knows", hint)
        unapproved = record.optional("unapproved")
        if unapproved and not view.can_be_approved:
            hint = "take it out, or take `view: exhibit`, of which `exhibit.approved` speaks"
            raise record.fault("unapproved", "would stand on each page for good", hint)
        return cls(
            id=_name(record, "id"),
            title=record.optional("title") or title,
            series=_name(record, "series", kind),
            body=f"{kind}/{record.text('body')}",
            audience=audience,
            view=view,
            citations=record.choice("citations", Citations, Citations.TEXT),
            legend=tuple(_margin(record, "legend", each, view) for each in record.texts("legend")),
            unapproved=unapproved,
            running=_margin(record, "running", record.optional("running") or "", view),
            footer=_margin(record, "footer", record.optional("footer") or "", view),
        )


class Kind(Struct, frozen=True):
    """A kind of document."""

    id: str
    title: str
    language: str
    """As in `en-US`; Word checks the spelling by it."""
    with_all: bool
    """Whether ``--kind all`` drafts it."""
    editions: tuple[Edition, ...]
    """Never empty; the first is the one drafted when none is named."""

    @classmethod
    def from_record(cls, record: Record, folder: str) -> Kind:
        """Read a kind; its id is the name of its folder."""
        record.only(cls)
        id, title = _name(record, "id"), record.text("title")
        if id != folder:
            raise record.fault("id", f"{id!r} is not the name of its folder, {folder!r}")
        children = record.children("editions")
        editions = tuple(Edition.from_record(each, id, title) for each in children)
        if not editions:
            raise record.fault("editions", "are missing", "at least one")
        for field in ("id", "series"):
            if len({getattr(each, field) for each in editions}) < len(editions):
                raise record.fault("editions", f"two of them have the same {field}")
        language, with_all = record.optional("language") or "en-US", record.flag("with_all", True)
        return cls(id, title, language, with_all, editions)

    def edition(self, id: str = "") -> Edition:
        """The edition of that id, the first one if none is named; TemplateError: no such one."""
        if not id:
            return self.editions[0]
        for each in self.editions:
            if each.id == id:
                return each
        known = ", ".join(each.id for each in self.editions)
        raise TemplateError(f"{self.id} has no edition `{id}`; it has: {known}")


def read_kinds(folders: Sequence[Path]) -> Mapping[str, Kind]:
    """Every kind in the folders, by id; TemplateError with the place of every fault.

    A kind.yaml of an earlier folder takes the place of a later one's.
    """
    kinds, problems = sound_kinds(folders)
    if problems:
        raise TemplateError(problems)
    return kinds


def sound_kinds(folders: Sequence[Path]) -> tuple[Mapping[str, Kind], list[Problem]]:
    """The kinds that can be read, by id, and what is wrong with the others."""
    found: dict[str, Path] = {}
    for folder in folders:
        for path in sorted(folder.glob(f"*/{FILE}")):
            found.setdefault(path.parent.name, path)
    kinds: dict[str, Kind] = {}
    problems: list[Problem] = []
    for name in sorted(found):
        try:
            kinds[name] = _read(found[name])
        except TemplateError as error:
            problems += error.problems
    return kinds, problems


def kind_named(kinds: Mapping[str, Kind], id: str) -> Kind:
    """The kind of that id; TemplateError names those there are."""
    if id in kinds:
        return kinds[id]
    raise refuse(f"there is no document kind `{id}`", f"there are: {', '.join(sorted(kinds))}")


def _read(path: Path) -> Kind:
    try:
        file = yamlfile.read(path)
    except CaseFileError as error:
        raise TemplateError(error.problems) from None
    try:
        return Kind.from_record(Record(file.value), path.parent.name)
    except RecordFault as fault:
        problem = file.problem(fault.path, fault.message, fault.hint)
        raise TemplateError(problem) from None


def _name(record: Record, field: str, default: str = "") -> str:
    value = record.optional(field) or default or record.text(field)
    if not _NAME.fullmatch(value):
        raise record.fault(field, f"{value!r} is no name", "small letters, digits, `_` and `-`")
    return value


def _margin(record: Record, field: str, line: str, view: View) -> str:
    # The number of a case says which it is.
    known = ("client",) if view is View.LETTER else _PLACEHOLDERS
    for found in _PLACEHOLDER.finditer(line):
        if found[1] not in known:
            hint = f"there are: {', '.join(f'{{{name}}}' for name in known)}"
            raise record.fault(field, f"{found[0]} cannot be filled in", hint)
    return line
