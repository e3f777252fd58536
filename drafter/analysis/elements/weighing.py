"""How the reasons on an element look under a preponderance, whatever else holds it back."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from drafter.analysis.elements.to_others_types import OnOthers
from drafter.analysis.findings import Direction, Persuasion, Reason

_SETTLES = (Direction.ESTABLISHES, Direction.DEFEATS)


def weighed(helps: Iterable[Reason], unmet: Collection[Reason]) -> Persuasion:
    """Weigh what helps and can come in against what hurts and nothing meets."""
    admissible = [each for each in helps if each.admissible]
    voices = frozenset[str]().union(*(each.voices for each in admissible))
    others = voices - {"client"}
    if not admissible:
        return Persuasion.WEAK if unmet else Persuasion.UNKNOWN
    if unmet:
        return Persuasion.CONTESTED if others else Persuasion.WEAK
    return Persuasion.STRONG if others and len(voices) > 1 else Persuasion.CONTESTED


def leaning(
    others: OnOthers | None, helps: Collection[Reason], unmet: Collection[Reason]
) -> OnOthers | None:
    """The threats to others by which alone it would be strong; None: it would be without them.

    Nor where they are all that shows it: then it hangs on them whatever it looks like.
    """
    if others is None or others.alone or weighed(helps, unmet) is not Persuasion.STRONG:
        return None
    left = (each for each in helps if each.subject not in others.resting)
    return None if weighed(left, unmet) is Persuasion.STRONG else others


def first_open(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """The open reason to name first, if any: of this court, then as the reasons stand.

    Of several that its missing fact would close, on the same side, it is one that the fact
    closes by itself; and of those one that would settle the element.
    """
    asked = sorted(reasons, key=lambda each: each.persuasive)
    if not asked:
        return ()
    first = asked[0]
    alike = (e for e in asked if e.gap == first.gap and e.for_us is first.for_us)
    return (min(alike, key=lambda e: (bool(e.also), e.persuasive, e.direction not in _SETTLES)),)
