"""What became of a draft since it was drafted, in words and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import to_builtins

from drafter.cli.differences import (
    beside_lines,
    block_value,
    place_value,
    text_lines,
    version_name,
)
from drafter.pipeline.verifying import Untold, Verdict, Verification
from drafter.versions.told import INPUTS, LOOK

_VERDICTS: Mapping[Verdict, str] = {
    Verdict.AS_DRAFTED: "as drafted",
    Verdict.SAVED_AGAIN: "not as drafted: another program saved it; no word of it differs",
    Verdict.EDITED: "not as drafted: edited since",
    Verdict.OTHER_CASE: "not of the case that was named",
    Verdict.UNKNOWN: "not as drafted: it came from no draft that is kept here",
}
_UNTOLD: Mapping[Untold, str] = {
    Untold.LOOK: LOOK,
    Untold.ANCHORS: "It has no anchors, as no file that may leave has: passages were matched by "
    "their words, so that one that was moved or rewritten may show as removed and added.",
    Untold.BASELINE: "The draft cannot be written again exactly as it was, since drafter or the "
    "templates changed; some differences may come from that.",
    Untold.CASE: "The case file is not where it was, so whether it changed is not known.",
}


def verification_lines(found: Verification, output: Path) -> Iterator[str]:
    """Yield what a person reads: the verdict, where the file is from, and what differs."""
    yield f"{found.file}: {_VERDICTS[found.verdict]}."
    if found.unread is not None:
        yield f"{found.unread} is missing or damaged, so that nothing is known of that version."
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
        yield f"Changed since it was drafted: {', '.join(INPUTS[each] for each in found.since)}."
    if found.blocks:
        yield f"Passages that differ: {len(found.blocks):,}"
        yield from text_lines(found.blocks)
    yield from beside_lines(found.beside)
    yield from (_UNTOLD[each] for each in found.untold)


def verification_value(found: Verification) -> dict[str, object]:
    """Return the same as JSON has it."""
    return {
        "format": 1,
        "file": str(found.file),
        "verdict": found.verdict.value,
        "version": found.version and place_value(found.version),
        "share": round(found.share, 3),
        "newer": found.newer,
        "unread": found.unread and str(found.unread),
        "since": list(found.since),
        "text": list(map(block_value, found.blocks)),
        "beside": to_builtins(found.beside),
        "untold": [each.value for each in found.untold],
    }
