"""What became of a document, in words and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from drafter.cli.problems import problem_value

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.pipeline.outcomes import Outcome
    from drafter.versions.draft import Draft

_WORDS = {
    "new": "version {version}: {document}",
    "same": "says what version {version} says: {document}",
    "unchanged": "unchanged since version {version}: {document}",
    "not_asked": "the case file asks for none.",
    "refused": "refused; nothing of it was written.",
}
_DRY = "would be version {version}: {document}"


def outcome_line(outcome: Outcome, *, dry_run: bool = False) -> str:
    """Return one line for a person."""
    status = outcome.status.value
    words = _DRY if dry_run and status == "new" else _WORDS[status]
    told = words.format(version=outcome.version, document=outcome.document)
    return f"{outcome.case_id}, {outcome.wanted.edition.title}: {told}"


def warnings(outcome: Outcome) -> Iterator[str]:
    """Yield what a person should know: of an id, of versions passed over, of edits left behind."""
    if outcome.other_file is not None:
        yield id_shared(outcome.case_id, outcome.other_file)
    yield from map(passed_over, outcome.passed_over)
    if outcome.supplement:
        yield (
            f"{outcome.case_id}: part of it goes under seal, in a supplement of its own; "
            f"to draft it: drafter draft CASE{_kind(outcome)} --edition {outcome.supplement}"
        )
    if before := outcome.edited:
        yield (
            f"{outcome.case_id}: version {before.number} has edits by hand that this one has not; "
            f"to keep them: drafter refresh {outcome.case_id} {before.document}{_kind(outcome)}"
        )


def id_shared(case_id: str, other: Path) -> str:
    """Return what a person should know of a case whose id another case file has too."""
    before = f"{case_id}: the version before was drafted from {other}"
    return f"{before}, which is still there. Two cases need two ids."


def passed_over(manifest: Path) -> str:
    """Return what a person should know of a version that is there and cannot be read."""
    return f"{manifest} is missing or damaged: version {manifest.parent.name} is passed over."


def _kind(outcome: Outcome) -> str:
    kind = outcome.wanted.kind.id
    return "" if kind == "duress_memo" else f" --kind {kind}"


def outcome_value(outcome: Outcome, draft: Draft | None) -> dict[str, object]:
    """Return what JSON says of a document: where it is, and the draft itself."""
    return {
        "case": outcome.case_id,
        "kind": outcome.wanted.kind.id,
        "edition": outcome.wanted.edition.id,
        "series": outcome.wanted.edition.series,
        "status": outcome.status.value,
        "version": outcome.version,
        "document": outcome.document and str(outcome.document),
        "edits_left_in": outcome.edited
        and {"version": outcome.edited.number, "document": str(outcome.edited.document)},
        "id_also_of": outcome.other_file and str(outcome.other_file),
        "supplement": outcome.supplement,
        "passed_over": list(map(str, outcome.passed_over)),
        "problems": [problem_value(each) for each in outcome.problems],
        "draft": json.loads(draft.to_json()) if draft else None,
    }
