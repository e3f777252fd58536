"""The versions of a case, as rows of a table and as JSON."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path

from drafter.cli.differences import place_value
from drafter.composition.vocabulary.days import day
from drafter.pipeline.histories import Step
from drafter.versions.compare import Comparison, ConclusionChange
from drafter.versions.store import StoredVersion

HEADINGS = (
    *("Document", "Version", "As of", "As drafted", "What moved"),
    *("Drafted", "Holds through", "File"),
)
_FEW = 2
"""Conclusions that a row names; the rest are counted."""
_FIRST = ("duress.", "section_28", "element.", "sentencing.", "option.", "deadline.")
"""Of what conclusions a row names some first; the others keep the order of the memo."""
_STATES: Mapping[str, str] = {"as_drafted": "yes", "edited": "edited", "missing": "missing"}


def row(step: Step) -> tuple[str, ...]:
    """Return what a table has of a version."""
    version = step.version
    return (
        version.series,
        f"v{version.number:03}",
        day(version.as_of) or "",
        _STATES[_state(version)],
        _moved(step),
        day(_written(version)) or "not known",
        day(version.current_through) or "no change known",
        str(version.document),
    )


def versions_value(
    case: str, steps: Iterable[Step], passed_over: Iterable[Path]
) -> dict[str, object]:
    """Return all of them as JSON has them; ``passed_over``: manifests that cannot be read."""
    versions = [_value(step) for step in steps]
    damaged = list(map(str, passed_over))
    return {"format": 1, "case": case, "versions": versions, "passed_over": damaged}


def _value(step: Step) -> dict[str, object]:
    version, found = step.version, step.comparison
    through, written = version.current_through, _written(version)
    return {
        **place_value(version),
        "drafted": written and written.isoformat(),
        "current_through": through and through.isoformat(),
        "state": _state(version),
        "refreshed_from": version.refreshed_from,
        "before": step.before and step.before.number,
        "moved": found and _moved_value(found),
    }


def _moved_value(found: Comparison) -> dict[str, object]:
    return {
        "conclusions": [
            {name: getattr(each, name) for name in ("id", "label", "old", "new")}
            for each in found.conclusions
        ],
        "passages": len(found.blocks),
        "causes": list(found.causes),
    }


def _state(version: StoredVersion) -> str:
    if not os.path.isfile(version.document):
        return "missing"
    return "edited" if version.edited else "as_drafted"


def _written(version: StoredVersion) -> date | None:
    """The day on which its manifest was written, as the disk has it; no draft holds a clock."""
    try:
        seconds = (version.folder / "manifest.json").stat().st_mtime
    except OSError:
        return None
    return datetime.fromtimestamp(seconds).astimezone().date()


def _moved(step: Step) -> str:
    if step.before is None:
        return "first version"
    if step.comparison is None:
        return "not known: a draft cannot be read"
    origin = step.version.refreshed_from
    edits = [f"refreshed from v{origin:03}, with its edits"] if origin is not None else []
    return "; ".join([*edits, *_parts(step.comparison)]) or "nothing"


def _parts(found: Comparison) -> Iterator[str]:
    moved, passages = sorted(found.conclusions, key=_rank), len(found.blocks)
    for each in moved[:_FEW]:
        yield f"{each.label}: {each.old or 'none'} → {each.new or 'none'}"
    if more := len(moved) - _FEW if len(moved) > _FEW else 0:
        yield f"{more:,} more conclusion{'' if more == 1 else 's'}"
    if passages:
        yield f"{passages:,} passage{'' if passages == 1 else 's'}"


def _rank(moved: ConclusionChange) -> int:
    return next((at for at, begin in enumerate(_FIRST) if moved.id.startswith(begin)), len(_FIRST))
