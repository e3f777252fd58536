"""Versions on disk, and what changed between two of them; nothing is drafted here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from drafter.casefile.suggest import did_you_mean
from drafter.errors import CaseFileError, Problem
from drafter.pipeline.sources import case_id
from drafter.versions.beside import BesideChange
from drafter.versions.compare import Comparison, compare
from drafter.versions.store import Store, StoredVersion

_NUMBER = re.compile(r"v?0*([1-9][0-9]*)")


class Compared(Struct, frozen=True):
    """Two versions, or two Word files, and what differs."""

    old: StoredVersion | Path
    new: StoredVersion | Path
    comparison: Comparison
    beside: tuple[BesideChange, ...] = ()
    """Of two Word files: what differs beside the text of the body."""
    untold: tuple[str, ...] = ()
    """Of two Word files: what was not compared."""
    passed_over: tuple[Path, ...] = ()
    """Of the last two versions: the damaged manifests of versions after the older."""


def versions_of(output: Path, case: str, series: str = "") -> list[StoredVersion]:
    """Return the versions of a case, of one series or all; CaseFileError when there is none.

    ``case`` is the path of a case file, or an id.
    """
    store = Store(output)
    id = case_id(case, store)
    found = store.versions(id, series)
    if not found:
        known = {version.series for version in store.versions(id)}
        message = f"{id} has no versions of `{series}`."
        raise CaseFileError(Problem(None, message, did_you_mean(series, known)))
    return found


def damaged_of(output: Path, versions: Sequence[StoredVersion]) -> list[Path]:
    """Return the manifests of the same series that are missing or cannot be read."""
    store = Store(output)
    series = dict.fromkeys((each.case_id, each.series) for each in versions)
    return [path for each in series for path in store.damaged(*each).values()]


def compare_versions(
    output: Path, case: str, numbers: Sequence[str] = (), series: str = ""
) -> Compared:
    """Compare two versions by number, or the last two; CaseFileError when one is not there.

    Without a series, it is the first that has several versions.
    """
    found = versions_of(output, case, series)
    series = series or _first_with_several(found)
    versions = {version.number: version for version in found if version.series == series}
    damaged = Store(output).damaged(found[0].case_id, series)
    if not numbers and len(versions) < 2:
        message = f"{series} has only one version, so there is nothing to compare."
        hint = " ".join(f"{path} is missing or damaged." for path in damaged.values())
        raise CaseFileError(Problem(None, message, hint))
    wanted = [_number(each) for each in numbers] or sorted(versions)[-2:]
    for number in wanted:
        if number in damaged:
            message = f"{damaged[number]}: missing or damaged, so version {number} cannot be read."
            raise CaseFileError(Problem(None, message, "Put it back from a copy of the folder."))
        if number not in versions:
            known = ", ".join(map(str, versions))
            hint = f"There are: {known}."
            raise CaseFileError(Problem(None, f"{series} has no version {number}.", hint))
    old, new = (versions[number] for number in wanted)
    passed = () if numbers else tuple(p for n, p in damaged.items() if n > old.number)
    return Compared(old, new, compare(old.draft(), new.draft()), passed_over=passed)


def _first_with_several(found: Sequence[StoredVersion]) -> str:
    series = [version.series for version in found]
    return next((name for name in series if series.count(name) > 1), series[0])


def _number(written: str) -> int:
    match = _NUMBER.fullmatch(written)
    if not match:
        raise CaseFileError(f"`{written}` is no version; write it like 2 or v002.")
    return int(match[1])
