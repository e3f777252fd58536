"""Whether a refreshed document has all that counsel wrote, and all that the draft says now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from drafter.errors import DrafterError
from drafter.versions.align import plain
from drafter.versions.refreshing.leaves import Leaf
from drafter.versions.refreshing.plan import Fate, Step
from drafter.versions.refreshing.things import things_of
from drafter.word.markup import W
from drafter.word.reading.inspection import remarks
from drafter.word.reading.opened import Opened

_OURS = (Fate.SAME, Fate.UPDATED, Fate.MOVED, Fate.ADDED)
"""What the new draft says and nobody touched."""

Remark = tuple[str, str]
"""Of a comment or a tracked change: whose it is, and what it says."""


class Lost(DrafterError):
    """A refreshment that would lose or garble something; nothing is written."""


def check(steps: Sequence[Step], theirs: Iterable[str], result: Sequence[Leaf]) -> None:
    """Raise ``Lost`` unless each passage is there that is the draft's or that somebody wrote."""
    found = {(leaf.anchor, plain(leaf.text)) for leaf in result}
    for step in steps:
        if step.fate in _OURS and step.new is not None:
            wanted = plain(step.new.text)
            if (step.anchor, wanted) not in found:
                raise _lost(f"a passage is not as the draft has it now: “{wanted[:80]}”")
    here = Counter(plain(leaf.text) for leaf in result)
    missing = Counter(map(plain, theirs)) - here
    if missing:
        raise _lost(f"a passage that somebody wrote is gone: “{next(iter(missing))[:80]}”")


def check_margin(before: bytes, after: bytes, ours: Callable[[Remark], bool]) -> None:
    """Raise ``Lost`` when a comment or a tracked change is gone that is not ``ours``."""
    told = _remarks(before), _remarks(after)
    for what, old, new in zip(("comment", "tracked change"), *told, strict=True):
        missing = [each for each in old - new if not ours(each)]
        if missing:
            author, text = missing[0]
            raise _lost(f"a {what} of {author} is gone: “{text[:80]}”")


def check_things(base: Opened, edited: Opened, result: Opened) -> None:
    """Raise ``Lost`` when a picture, a box, a link or a break is gone that somebody put there."""
    missing = things_of(edited) - things_of(base) - things_of(result)
    if missing:
        raise _lost(f"what somebody put there is gone: “{next(iter(missing))[:80]}”")


def _remarks(data: bytes) -> tuple[Counter[Remark], Counter[Remark]]:
    """The comments that stand somewhere in the text, and the tracked changes."""
    file = Opened(data)
    marks = file.document().iter(f"{{{W}}}commentReference")
    referred = {each.get(f"{{{W}}}id", "") for each in marks}
    comments, changes = remarks(file)
    return (
        Counter((each.author, each.text) for each in comments if each.id in referred),
        Counter((each.author, each.text) for each in changes),
    )


def _lost(message: str) -> Lost:
    return Lost(
        f"The document cannot be refreshed: {message}. Nothing is written; please report it."
    )
