"""Which threats are of harm grave enough to carry an element."""

from __future__ import annotations

from drafter.casefile.coercion import Threat, ThreatKind

GRAVE = frozenset({ThreatKind.DEATH, ThreatKind.SERIOUS_INJURY})


def is_lesser(threat: Threat) -> bool:
    """Whether a threat is known to be of lesser harm only."""
    return bool(threat.kinds) and GRAVE.isdisjoint(threat.kinds)
