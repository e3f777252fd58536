"""The version that an edited Word file came from, and whose file it is: no other case's."""

from __future__ import annotations

import os
import re
from pathlib import Path

from drafter.composition.blocks import Audience
from drafter.errors import CaseFileError, Problem
from drafter.pipeline.documents import contents, naming
from drafter.pipeline.session import Session
from drafter.pipeline.sources import Source
from drafter.pipeline.wanted import Wanted
from drafter.versions.origin import Likeness, Naming, Seen, identical, likeliest, namings
from drafter.versions.store import StoredVersion
from drafter.word.reading.inspection import inspect
from drafter.word.reading.inventory import Inventory
from drafter.word.reading.passages import passages_of
from drafter.word.reading.reader import read_blocks

_DOCKET = re.compile(r"(?<![\w:-])\d{1,2}:\d\d-[a-z]{2}-\d+(?:-[A-Z0-9]+)*")
_HINT = "`drafter verify` says where a file is from."


def base_of(session: Session, source: Source, wanted: Wanted, file: Path | None) -> StoredVersion:
    """Return the version that an edited file of a case came from, the newest's without a file.

    CaseFileError when there is none, when the file is another case's, or when a document of
    this kind is redrafted instead.
    """
    if wanted.edition.audience is not Audience.INTERNAL:
        title = wanted.edition.title
        message = f"A {title} leaves the office: it is drafted anew, never refreshed."
        hint = "`drafter diff DRAFTED.docx EDITED.docx` shows which edits a new one would lose."
        raise CaseFileError(Problem(None, message, hint))
    session.record(source)  # says what is wrong with the case file before anything else
    assert source.id is not None
    versions = session.store.versions(source.id, wanted.edition.series)
    _readable(session, source.id, wanted.edition.series, versions, file)
    if not versions:
        raise _none(session, source.id, wanted.edition.series, file)
    path = file or _newest(versions[-1]).document
    data = contents(path)
    if same := identical(data, versions):
        return versions[-1] if file is None else same[-1]
    ours = source.id, wanted.edition.series
    others = [v for v in session.store.every() if (v.case_id, v.series) != ours]
    if strange := identical(data, others):
        raise _stranger(path, versions[-1], f"it is {_named(strange[-1])}")
    with naming(path):
        inventory = inspect(data)
    _at_home(path, data, inventory, versions)
    if file is None:
        return versions[-1]
    with naming(path):
        seen = _seen(data, inventory)
    found, other = _likeliest(path, seen, versions), likeliest(seen, _of_others(others, source.id))
    return _likelier(path, found, other, versions[-1])


def _newest(version: StoredVersion) -> StoredVersion:
    """The newest version, whose Word file has to be there."""
    if not version.document.is_file():
        message = f"{version.document}: the Word file of version {version.number} is not there."
        hint = "Name the edited file after the case, or draft anew: `drafter draft`."
        raise CaseFileError(Problem(None, message, hint))
    return version


def _readable(
    session: Session, case_id: str, series: str, versions: list[StoredVersion], file: Path | None
) -> None:
    """CaseFileError where the version that is meant is one whose manifest cannot be read."""
    for number, manifest in session.store.damaged(case_id, series).items():
        if not versions:
            meant = True
        elif file is None:
            meant = number > versions[-1].number
        else:
            meant = os.path.realpath(file.parent) == os.path.realpath(manifest.parent)
        if meant:
            message = f"{manifest}: missing or damaged, so version {number} cannot be refreshed."
            hint = "Put it back from a copy of the folder, or name the edited file of another."
            raise CaseFileError(Problem(None, message, hint))


def _none(session: Session, case_id: str, series: str, file: Path | None) -> CaseFileError:
    """That there is no version to refresh; of a file that is named, which it may be."""
    message = f"{case_id} has no version of `{series}` to refresh"
    if file is None:
        return CaseFileError(Problem(None, f"{message}.", "Draft it first: `drafter draft`."))
    data = contents(file)
    with naming(file):
        seen = _seen(data, inspect(data))
    found = likeliest(seen, session.store.every())
    like = f"; {file}: it is most like {_named(found.version)}" if found and found.enough else ""
    hint = f"If the `id:` of the case was changed, change it back. {_HINT}"
    return CaseFileError(Problem(None, f"{message}{like}.", hint))


def _seen(data: bytes, inventory: Inventory) -> Seen:
    told = (inventory.property("core", name) for name in ("title", "created"))
    return Seen(read_blocks(data), *told)


def _of_others(versions: list[StoredVersion], case_id: str) -> list[StoredVersion]:
    return [version for version in versions if version.case_id != case_id]


def _likeliest(path: Path, seen: Seen, versions: list[StoredVersion]) -> Likeness | None:
    """The version that is most like a file; of equals, the one in whose place the file lies."""
    found = likeliest(seen, versions)
    lies = os.path.realpath(path)
    here = [version for version in versions if os.path.realpath(version.document) == lies]
    place = likeliest(seen, here)
    return place if place and found and place.share >= found.share else found


def _likelier(
    path: Path, found: Likeness | None, other: Likeness | None, newest: StoredVersion
) -> StoredVersion:
    """The version of this case, unless the file is more like one of another."""
    share = found.share if found else 0.0
    if other is not None and other.enough and other.share > share:
        raise _stranger(path, newest, f"it is most like {_named(other.version)}")
    if found is None or not found.enough:
        raise _stranger(path, newest)
    return found.version


def _at_home(path: Path, data: bytes, inventory: Inventory, versions: list[StoredVersion]) -> None:
    """CaseFileError when a file names another case: in its properties, or by its docket."""
    title, subject = (inventory.property("core", name) for name in ("title", "subject"))
    ours = namings(versions)
    if other := _another(Naming(title, subject), ours):
        raise _stranger(path, versions[-1], f"it names “{other}”")
    if not ours or title in {each.title for each in ours}:
        return
    with naming(path):
        texts = [passage.text for passage in passages_of(data, inventory)]
    dockets = {each.docket for each in ours if each.docket}
    if any(docket in text for docket in dockets for text in texts):
        return
    named = next((found for text in texts if (found := _DOCKET.search(text))), None)
    if dockets and named:
        raise _stranger(path, versions[-1], f"it names “No. {named[0]}”")


def _another(theirs: Naming, ours: frozenset[Naming]) -> str:
    """What a file says in its properties in our form that no version of the case ever said."""
    forms = {each.form for each in ours}
    if theirs.form and theirs.form in forms and theirs.title not in {o.title for o in ours}:
        return theirs.title
    dockets = {each.docket for each in ours if each.docket}
    if theirs.docket and dockets and theirs.docket not in dockets:
        return theirs.subject
    return ""


def _stranger(path: Path, newest: StoredVersion, because: str = "") -> CaseFileError:
    message = f"{path}: the file came from no version of `{newest.series}` of {newest.case_id}"
    message += f"; {because}." if because else "."
    return CaseFileError(Problem(None, message, _HINT))


def _named(version: StoredVersion) -> str:
    return f"version {version.number} of `{version.series}` of {version.case_id}"
