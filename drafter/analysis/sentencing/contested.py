"""Which steps of a computation are contested: by the free words of a position, or an objection.

A filing states as the defense's computation what is agreed and what the defense itself seeks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafter.casefile.resolution import Adjustment, PsrObjection

_CONTESTED = re.compile(r"(?<!not )\b(sought|disputed|contested|opposed|objected)\b", re.IGNORECASE)
"""Words of a position that leave a step to be decided."""
_OF_OTHERS = re.compile(
    r"\b(probation|presentence|psr|government|prosecution|united states)\b", re.IGNORECASE
)
"""Those whose step it is while nobody says that the defense agrees."""
_AGREED = re.compile(
    r"\b(?<!not )(stipulat|agree|joint|accept|adopt|conce|undisputed|uncontested|unopposed|"
    r"no objection|not (disputed|contested|opposed|objected))",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"\b(sought|asked for|requested|claimed|urged|proposed) by (the )?(defense|defendant)\b|"
    r"\b(defense|defendant) (seeks|asks|requests|claims|urges|proposes)\b",
    re.IGNORECASE,
)
_CITE = re.compile(r"\d[A-Z]\d\.\d+\S*")


def contested_steps(
    steps: Iterable[Adjustment], objections: Iterable[PsrObjection]
) -> tuple[Adjustment, ...]:
    """The steps that one side seeks or disputes, or that an objection not resolved is to."""
    pending = tuple(each for each in objections if each.resolved is not True)
    return tuple(each for each in steps if _contested(each, pending))


def sought_by_the_defense(step: Adjustment) -> bool:
    """Whether a contested step is one that the defense itself computes with."""
    return _OURS.search(step.position) is not None


def _contested(step: Adjustment, objections: Iterable[PsrObjection]) -> bool:
    position = step.position
    if _CONTESTED.search(position) or any(_is_to(each, step) for each in objections):
        return True
    return bool(_OF_OTHERS.search(position)) and not _AGREED.search(position)


def _is_to(objection: PsrObjection, step: Adjustment) -> bool:
    """Whether an objection is to a step: as counsel says, or as its words name what raises a level.

    Words that name a reduction complain that it is left out.
    """
    if objection.steps or step.levels <= 0:
        return step.id in objection.steps
    said, cited = objection.objection.casefold(), _CITE.findall(step.guideline)
    named = re.search(rf"\b{re.escape(step.what.casefold())}\b", said)
    return named is not None or any(cite in _CITE.findall(objection.objection) for cite in cited)
