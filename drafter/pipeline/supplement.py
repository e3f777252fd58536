"""The sealed supplement that belongs to a filing: whether a case has something for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.composition.blocks import Audience
from drafter.composition.kinds import View
from drafter.pipeline.outcomes import Outcome, Status

if TYPE_CHECKING:
    from drafter.analysis.result import Analysis


def with_supplement(outcome: Outcome, analysis: Analysis) -> Outcome:
    """The outcome of a public filing with the edition that is to be drafted beside it, if any."""
    kind, edition = outcome.wanted.kind, outcome.wanted.edition
    public = edition.view is View.FILING and edition.audience is Audience.OUTWARD
    if not public or outcome.status not in (Status.NEW, Status.SAME):
        return outcome
    from drafter.analysis.filing.sealing import sealed_part

    under_seal = (
        each
        for each in kind.editions
        if each.view is View.FILING and each.audience is Audience.SEALED
    )
    found = next(under_seal, None)
    if found is None or sealed_part(analysis).empty:
        return outcome
    return replace(outcome, supplement=found.id)
