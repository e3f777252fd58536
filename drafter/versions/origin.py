"""Which stored version a Word file came from: by what it is, else by what it says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from zipfile import BadZipFile

from msgspec import MsgspecError, Struct
from msgspec.json import Decoder

from drafter.composition.blocks import text_of
from drafter.versions.align import plain
from drafter.versions.serial import StoredRun, runs_from
from drafter.versions.store import StoredVersion
from drafter.word.anchors import anchor
from drafter.word.package import digest
from drafter.word.reading.reader import ReadBlock

_TITLED = 0.15
"""Share of passages that is enough where the title says the same."""
_UNTITLED = 0.75
"""And where it does not: drafts of two cases of a kind share up to 60 % of their passages."""
_NUMBER = "No. "
"""Stands before the docket number in the properties of a draft."""


class Seen(Struct, frozen=True):
    """A Word file as the search sees it."""

    blocks: Sequence[ReadBlock]
    title: str
    """Of its properties."""
    created: str


class Likeness(Struct, frozen=True):
    """A stored version, and how much of a file is in it."""

    version: StoredVersion
    share: float
    """Of the file's passages, from 0 to 1: in full where one reads the same, half where only
    its anchor is known."""
    titled: bool
    """Whether the file's title is that of the draft."""

    @property
    def enough(self) -> bool:
        """Whether the file is taken to have come from that version."""
        return self.share >= (_TITLED if self.titled else _UNTITLED)


def identical(data: bytes, versions: Iterable[StoredVersion]) -> list[StoredVersion]:
    """Return the versions of which a file is the Word file, part for part."""
    try:
        whole = digest(data)
    except BadZipFile:
        return []
    return [version for version in versions if version.document_digest == whole]


class Naming(Struct, frozen=True):
    """What a document calls its case in its properties."""

    title: str
    """``Duress Evaluation Memorandum: United States v. Alva Doe``."""
    subject: str
    """``No. 1:26-cr-00001``."""

    @property
    def form(self) -> str:
        """The title without the case; empty where it names none."""
        form, colon, _ = self.title.partition(": ")
        return form if colon else ""

    @property
    def client(self) -> str:
        """Who the case is against; empty where the title names no case."""
        return self.title.partition(" v. ")[2] if self.form else ""

    @property
    def docket(self) -> str:
        """The docket number; empty where it names none."""
        return self.subject.removeprefix(_NUMBER) if self.subject.startswith(_NUMBER) else ""


def namings(versions: Iterable[StoredVersion]) -> frozenset[Naming]:
    """Return what the drafts of these versions call their case; damaged ones say nothing."""
    sketches = filter(None, map(_sketch, versions))
    about = (sketch.document.properties for sketch in sketches)
    return frozenset(Naming(each.title, each.subject) for each in about)


def likeliest(seen: Seen, versions: Iterable[StoredVersion]) -> Likeness | None:
    """Return the version that has most of a file, the newest of those that have as much.

    One whose stored draft is damaged is passed over; None when nothing is shared.
    """
    best: Likeness | None = None
    for version in versions:
        sketch = _sketch(version)
        if sketch is None:
            continue
        found = _likeness(seen, version, sketch.document)
        if found.share and (best is None or _rank(found, seen) >= _rank(best, seen)):
            best = found
    return best


def _sketch(version: StoredVersion) -> _Sketch | None:
    try:
        return _SKETCHES.decode((version.folder / "draft.json").read_bytes())
    except (OSError, MsgspecError):
        return None


def _rank(found: Likeness, seen: Seen) -> tuple[bool, bool, float, bool, int]:
    same_day = seen.created.startswith(found.version.as_of.isoformat())
    return found.enough, found.titled, found.share, same_day, found.version.number


def _likeness(seen: Seen, version: StoredVersion, document: _Document) -> Likeness:
    texts = {plain(block.text) for block in document.blocks}
    anchors = {anchor(block.id) for block in document.blocks}
    points = sum(
        1.0 if plain(block.text) in texts else 0.5 * (block.anchor in anchors)
        for block in seen.blocks
    )
    titled = bool(seen.title) and seen.title == document.properties.title
    return Likeness(version, points / max(1, len(seen.blocks)), titled)


class _Block(Struct):
    """What the search needs of a stored block; reading no more of it is many times faster."""

    id: str
    runs: list[StoredRun] = []
    cells: list[list[StoredRun]] = []

    @property
    def text(self) -> str:
        """The words as `Block.text` has them."""
        parts = self.cells or [self.runs]
        return "\t".join(text_of(runs_from(runs)) for runs in parts)


class _Properties(Struct):
    title: str
    subject: str = ""


class _Document(Struct):
    properties: _Properties
    blocks: list[_Block]


class _Sketch(Struct):
    document: _Document


_SKETCHES = Decoder(_Sketch)
