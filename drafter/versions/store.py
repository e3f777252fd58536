"""The versions of every case: each that says something new, under a new number.

Nothing that was written is written again.  Series of one case are numbered
apart: ``duress_memo``, ``mitigation_outline``, ``mitigation_outline-filing``,
``mitigation_outline-sealed``, ``surrender_exhibit``.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from itertools import takewhile
from pathlib import Path

from msgspec import Struct

from drafter.composition.blocks import Audience
from drafter.errors import CaseFileError, OutputError, Problem
from drafter.versions.draft import Draft, Inputs
from drafter.versions.files import workshop, write_synced, writing
from drafter.versions.index import Entry, Index
from drafter.versions.layout import Series, case_ids, series_of
from drafter.versions.placing import WAITING, deliver, placed
from drafter.versions.serial import substance
from drafter.word.package import digest

FORMAT = 1
MANIFEST = "manifest.json"
"""What a version says of itself; without one it is passed over."""
_DRAFT = "draft.json"
_LOST = "Put it back from a copy of the folder: without it nobody knows what was drafted."
_ATTEMPTS = 200


class StoredVersion(Struct, frozen=True):
    """A version on disk, from its manifest."""

    case_id: str
    series: str
    number: int
    as_of: date
    current_through: date | None
    document: Path
    folder: Path
    document_digest: str
    case_file: str
    inputs: Inputs
    refreshed_from: int | None = None
    """The version into whose edited file it was written, with the edits in that."""

    @property
    def inside(self) -> bool:
        """Whether the document stays inside: one for others lies in a folder of its own."""
        return self.document.parent == self.folder

    @property
    def whole(self) -> bool:
        """Whether its Word file and its draft are there, and neither is empty."""
        return all(map(_holds, (self.document, self.folder / _DRAFT)))

    @property
    def edited(self) -> bool:
        """Whether the Word file is no longer as it was drafted, or not there."""
        from zipfile import BadZipFile

        try:
            return digest(self.document.read_bytes()) != self.document_digest
        except (OSError, BadZipFile):
            return True

    @property
    def by_hand(self) -> bool:
        """Whether its Word file is there and has edits of people, made in it or brought over."""
        return _holds(self.document) and (self.refreshed_from is not None or self.edited)

    def draft(self) -> Draft:
        """Return the draft as it was stored; CaseFileError when it is damaged."""
        path = self.folder / _DRAFT
        try:
            return Draft.from_json(path.read_text("utf-8"))
        except (OSError, ValueError) as error:
            message = f"{path}: the stored draft cannot be read ({error})."
            raise CaseFileError(Problem(None, message, _LOST)) from error


class Saved(Struct, frozen=True):
    """What ``Store.save`` did: a new version, or the older one that says the same."""

    version: StoredVersion
    new: bool


class Store:
    """The drafts under one output folder."""

    def __init__(self, output: Path) -> None:
        self.output = output
        self._index = Index(output)

    def current(self, inputs: str, series: str, as_of: date) -> Entry | None:
        """Return the version that drafting these inputs that day would repeat, or None."""
        entry = self._index.find(inputs, series)
        if entry is None or not entry.holds(as_of):
            return None
        kept = self.version(entry.case_id, series, entry.number)
        return entry if kept is not None and kept.whole else None

    def versions(self, case_id: str, series: str = "") -> list[StoredVersion]:
        """Return the stored versions of a case in order, of one series or of all."""
        return [
            version
            for each in series_of(self.output, case_id)
            if series in ("", each.name)
            for number in each.numbers()
            if (version := _read_manifest(each, number)) is not None
        ]

    def damaged(self, case_id: str, series: str) -> dict[int, Path]:
        """Return, by number, the manifests of a series that are missing or cannot be read."""
        each = Series(self.output, case_id, series)
        unread = (n for n in each.numbers() if _read_manifest(each, n) is None)
        return {number: each.folder(number) / MANIFEST for number in unread}

    def newest_damaged(self, case_id: str, series: str) -> list[Path]:
        """Return the manifests that are missing or damaged after the newest that can be read."""
        each = Series(self.output, case_id, series)
        unread = takewhile(lambda n: _read_manifest(each, n) is None, reversed(each.numbers()))
        return [each.folder(number) / MANIFEST for number in unread]

    def unread(self) -> Iterator[Path]:
        """Yield such manifests of every case and series."""
        for case_id in case_ids(self.output):
            for each in series_of(self.output, case_id):
                yield from self.damaged(case_id, each.name).values()

    def every(self) -> Iterator[StoredVersion]:
        """Yield the stored versions of every case, in order of their ids."""
        for case_id in case_ids(self.output):
            yield from self.versions(case_id)

    def version(self, case_id: str, series: str, number: int) -> StoredVersion | None:
        """Return the version of that number, if there is one."""
        return _read_manifest(Series(self.output, case_id, series), number)

    def latest(self, case_id: str, series: str) -> StoredVersion | None:
        """Return the newest version of a series, if there is one."""
        each = Series(self.output, case_id, series)
        found = (_read_manifest(each, number) for number in reversed(each.numbers()))
        return next((version for version in found if version is not None), None)

    def repeated(self, draft: Draft) -> StoredVersion | None:
        """Return the newest version of the draft's series if it says the same."""
        latest = self.latest(draft.case_id, draft.series)
        return latest if latest is not None and _same(latest, draft) else None

    def next_version(self, draft: Draft) -> tuple[int, Path]:
        """Return the number and the Word file that a draft would get if it were stored now."""
        series = Series(self.output, draft.case_id, draft.series)
        number = max(series.numbers(), default=0) + 1
        return number, series.document(number, draft.document.audience)

    def save(
        self,
        draft: Draft,
        docx: bytes,
        markdown: str,
        *,
        force: bool = False,
        refreshed_from: int | None = None,
    ) -> Saved:
        """Store a draft under the next free number, unless the newest says the same.

        ``force`` stores it all the same; so does ``refreshed_from``.  OutputError when the disk
        refuses; the documents of a version are whole or absent whenever the process stops.
        """
        content = _Content(draft, docx, markdown, refreshed_from)
        saved = self._saved(content, force or refreshed_from is not None)
        self._record(draft, saved.version)
        return saved

    def taken(self) -> Mapping[str, Entry]:
        """Give away what was stored, for a store in another process to keep."""
        return self._index.taken()

    def keep(self, stored: Mapping[str, Entry]) -> None:
        """Keep what a store in another process gave away."""
        self._index.keep(stored)

    def flush(self) -> None:
        """Write the index; where it cannot be, the next run only has to compose again."""
        with suppress(OutputError):
            self._index.flush()

    def _record(self, draft: Draft, version: StoredVersion) -> None:
        document = os.path.relpath(version.document, self.output)
        entry = Entry(draft.case_id, version.number, draft.as_of, draft.current_through, document)
        self._index.record(draft.inputs.digest, draft.series, entry)

    def _saved(self, content: _Content, force: bool) -> Saved:
        draft = content.draft
        series = Series(self.output, draft.case_id, draft.series)
        for _ in range(_ATTEMPTS):
            number = max(series.numbers(), default=0) + 1
            with writing(series.outward):
                # Of a run that was stopped there, or that has not come to it yet.
                deliver(series, number - 1)
            # After the number was chosen: what another run stores meanwhile is seen here,
            # or has taken the number.
            if not force and (repeated := self.repeated(draft)):
                return Saved(repeated, new=False)
            with writing(series.internal), workshop(series.internal) as folder:
                content.fill(folder, series, number)
                if placed(folder, series, number):
                    return Saved(_stored(series, number), new=True)
        raise OutputError(f"{series.internal}: cannot be written (no number is free)")


class _Content(Struct, frozen=True):
    """What a version consists of."""

    draft: Draft
    docx: bytes
    markdown: str
    refreshed_from: int | None

    def fill(self, folder: Path, series: Series, number: int) -> None:
        """Write it into a folder."""
        contents = {
            series.file_name(number, ".md"): self.markdown.encode(),
            _DRAFT: self.draft.to_json().encode(),
            MANIFEST: self._manifest(number).encode(),
        }
        inside = self.draft.document.audience is not Audience.OUTWARD
        contents[series.file_name(number, ".docx") if inside else WAITING] = self.docx
        for name, written in contents.items():
            write_synced(folder / name, written)

    def _manifest(self, number: int) -> str:
        draft = self.draft
        value = {
            "format": FORMAT,
            "case_id": draft.case_id,
            "kind": draft.document.kind,
            "edition": draft.edition,
            "series": draft.series,
            "version": number,
            "as_of": draft.as_of.isoformat(),
            "current_through": draft.current_through and draft.current_through.isoformat(),
            "audience": draft.document.audience.name.casefold(),
            "blocks": len(draft.document.blocks),
            "document_digest": digest(self.docx),
            "case_file": draft.case_file,
            "inputs": {name: getattr(draft.inputs, name) for name in Inputs.__struct_fields__},
        }
        if self.refreshed_from is not None:
            value["refreshed_from"] = self.refreshed_from
        return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def _holds(path: Path) -> bool:
    return os.path.isfile(path) and bool(os.path.getsize(path))


def _stored(series: Series, number: int) -> StoredVersion:
    version = _read_manifest(series, number)
    if version is None:
        raise FileNotFoundError(series.folder(number))
    return version


def _same(latest: StoredVersion, draft: Draft) -> bool:
    with suppress(CaseFileError):
        return latest.whole and substance(latest.draft().document) == substance(draft.document)
    return False


def _read_manifest(series: Series, number: int) -> StoredVersion | None:
    folder = series.folder(number)
    try:
        value = json.loads((folder / MANIFEST).read_text("utf-8"))
        through = value["current_through"]
        return StoredVersion(
            series.case_id,
            series.name,
            number,
            date.fromisoformat(value["as_of"]),
            date.fromisoformat(through) if through else None,
            series.document(number, Audience[value["audience"].upper()]),
            folder,
            value["document_digest"],
            value["case_file"],
            Inputs(**value["inputs"]),
            value.get("refreshed_from"),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
