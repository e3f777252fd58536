"""What became of an edited document, as lines for a person and as JSON."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.cli.outcomes import id_shared, passed_over
from drafter.pipeline.refreshing import Outcome, Status
from drafter.versions.refresh import Refreshed, Told
from drafter.versions.refreshing.plan import Fate

_LONGEST = 140
_NOTHING = {
    Status.NOT_EDITED: "Nobody has edited {file} since it was drafted: `drafter draft` is enough.",
    Status.NOTHING_NEW: "The draft says what version {version} said: {file} is up to date.",
}
_COUNTED = {
    Fate.UPDATED: "untouched, brought up to date",
    Fate.MOVED: "untouched, moved to their new place",
    Fate.ADDED: "new in the draft, added",
    Fate.REMOVED: "untouched and no longer in the draft, removed",
    Fate.SAME: "untouched and unchanged",
    Fate.KEPT: "edited by hand, kept; the draft says of them nothing new",
}
_LISTED = {
    Fate.OFFERED: "Edited by hand, kept; the new words are offered beside them:",
    Fate.OUTLIVED: "Edited or commented on by hand and no longer in the draft, kept:",
    Fate.DELETED: "Deleted by hand, and left deleted:",
}


def refreshment_lines(found: Outcome, *, dry_run: bool) -> Iterator[str]:
    """Yield what happened, or in a dry run would: counts, then what counsel has to look at."""
    if found.refreshed is None:
        yield _NOTHING[found.status].format(file=found.file, version=found.base.number)
        if (left := found.left) and left.number < found.base.number:
            yield f"Version {left.number} has edits by hand that no later one has: {left.document}"
        return
    name = f"{found.base.case_id}, {found.base.series}"
    verb = "would be" if dry_run else "is"
    yield f"{name}: version {found.version} {verb} {found.document}"
    yield f"From version {found.base.number} as edited: {found.file}"
    yield from _counts(found.refreshed)
    for fate, heading in _LISTED.items():
        if told := found.refreshed.of(fate):
            yield heading
            yield from map(_line, told)
    for each in found.refreshed.margins:
        yield f"The {each} was edited by hand and is kept; the draft has another one now."


def warnings(found: Outcome) -> Iterator[str]:
    """Yield what a person should know: two cases of one id, later edits that this has not."""
    yield from map(passed_over, found.passed_over)
    case_id = found.base.case_id
    if found.other_file is not None:
        yield id_shared(case_id, found.other_file)
    if (left := found.left) and left.number > found.base.number:
        kind = "" if left.series == "duress_memo" else f" --kind {left.series}"
        yield (
            f"{case_id}: version {left.number} has edits by hand that this one has not; to keep "
            f"those instead: drafter refresh {case_id} {left.document}{kind}"
        )


def refreshment_value(found: Outcome) -> dict[str, object]:
    """Return the same as JSON has it."""
    blocks = found.refreshed.blocks if found.refreshed else ()
    return {
        "format": 1,
        "case": found.base.case_id,
        "series": found.base.series,
        "status": found.status.value,
        "from": found.base.number,
        "file": str(found.file),
        "version": found.version,
        "id_also_of": found.other_file and str(found.other_file),
        "left_behind": found.left and str(found.left.document),
        "document": found.document and str(found.document),
        "blocks": [
            {"anchor": each.anchor, "fate": each.fate.value, "was": each.was, "new": each.new}
            for each in blocks
            if each.fate is not Fate.SAME
        ],
        "unchanged": sum(each.fate is Fate.SAME for each in blocks),
        "own": list(found.refreshed.own) if found.refreshed else [],
        "margins": list(found.refreshed.margins) if found.refreshed else [],
    }


def _counts(found: Refreshed) -> Iterator[str]:
    for fate, words in _COUNTED.items():
        if told := found.of(fate):
            yield f"  {len(told):>5,}  passages {words}"
    if found.own:
        yield f"  {len(found.own):>5,}  passages written by hand, kept"


def _line(told: Told) -> str:
    """A passage in one line; of one that was deleted, whether the draft says it otherwise now."""
    text = " ".join((told.was or told.new).split())
    shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    changed = told.fate is Fate.DELETED and told.changed
    return f"  – {shown}{' (the draft says it otherwise now)' if changed else ''}"
