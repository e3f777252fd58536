"""What became of a draft since it was drafted, in words and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import to_builtins

from drafter.cli.differences import CAUSES, block_value, place_value, text_lines, version_name
from drafter.pipeline.verifying import Untold, Verdict, Verification
from drafter.versions.beside import BesideChange

_VERDICTS: Mapping[Verdict, str] = {
    Verdict.AS_DRAFTED: "as drafted",
    Verdict.SAVED_AGAIN: "not as drafted: another program saved it; no word of it differs",
    Verdict.EDITED: "not as drafted: edited since",
    Verdict.OTHER_CASE: "not of the case that was named",
    Verdict.UNKNOWN: "not as drafted: it came from no draft that is kept here",
}
_UNTOLD: Mapping[Untold, str] = {
    Untold.LOOK: "Not compared: how it looks (fonts, spacing, page setup), and what pictures show.",
    Untold.ANCHORS: "It has no anchors, as no file that may leave has: passages were matched by "
    "their words, so that one that was moved or rewritten may show as removed and added.",
    Untold.BASELINE: "The draft cannot be written again exactly as it was, since drafter or the "
    "templates changed; some differences may come from that.",
    Untold.CASE: "The case file is not where it was, so whether it changed is not known.",
}
_BESIDE: Mapping[str, str] = {
    "changes": "Tracked changes",
    "comments": "Comments",
    "notes": "Footnotes and endnotes",
    "hidden": "Hidden words",
    "margins": "Headers and footers",
    "controls": "Content controls",
    "embedded": "Embedded files",
    "links": "Links out of the file",
    "descriptions": "Descriptions of pictures and tables",
    "properties": "What the file says of itself",
}


def verification_lines(found: Verification, output: Path) -> Iterator[str]:
    """Yield what a person reads: the verdict, where the file is from, and what differs."""
    yield f"{found.file}: {_VERDICTS[found.verdict]}."
    if found.version is None:
        yield f"No draft under {output} shares a passage with it; name another with --output."
        return
    if found.verdict is Verdict.UNKNOWN:
        nearest = f"{version_name(found.version)}, which has {found.share:.0%} of its passages"
        yield f"Most like it under {output}: {nearest}."
        return
    yield f"From {version_name(found.version)}."
    if found.newer is not None:
        yield f"There is a newer version: {found.newer}."
    if found.since:
        yield f"Changed since it was drafted: {', '.join(CAUSES[each] for each in found.since)}."
    if found.blocks:
        yield f"Passages that differ: {len(found.blocks):,}"
        yield from text_lines(found.blocks)
    for each in found.beside:
        yield from _beside(each)
    yield from (_UNTOLD[each] for each in found.untold)


def _beside(change: BesideChange) -> Iterator[str]:
    yield f"{_BESIDE[change.id]}: {len(change.added):,} added, {len(change.removed):,} removed"
    for sign, texts in (("-", change.removed), ("+", change.added)):
        yield from (f"    {sign} {' '.join(text.split())}" for text in texts)


def verification_value(found: Verification) -> dict[str, object]:
    """Return the same as JSON has it."""
    return {
        "format": 1,
        "file": str(found.file),
        "verdict": found.verdict.value,
        "version": found.version and place_value(found.version),
        "share": round(found.share, 3),
        "newer": found.newer,
        "since": list(found.since),
        "text": list(map(block_value, found.blocks)),
        "beside": to_builtins(found.beside),
        "untold": [each.value for each in found.untold],
    }
