"""Acts that the government may use, by whether they lie within what is charged."""

from __future__ import annotations

from drafter.analysis.predicates.setting import Setting
from drafter.casefile.coercion import OtherAct, OtherActKind


def within_a_count(act: OtherAct, setting: Setting) -> bool:
    """Whether an act of the kind that is charged certainly lies in the period of a count.

    Such an act is no other act: it may be offered as a part of the count, done without force.
    """
    same = act.kind is OtherActKind.SAME_CONDUCT_UNFORCED
    return same and setting.in_offense(setting.moment(act.id))
