"""Occasions of the other people in the case, and of what is not known."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.analysis.evidence.question_types import AnswerStatus
from drafter.analysis.occasions.bearing import Asked, Bearing, missing, on_facts
from drafter.analysis.position import Position
from drafter.analysis.turning.straddles import find_doubled, find_straddles
from drafter.casefile.matter import Standing
from drafter.doctrine.occasion import Occasion
from drafter.facts.disclosure import may_be_named
from drafter.facts.youth import under_age_at_offense

_TRIED_TOO = frozenset({None, Standing.PENDING})
"""Our reading: a charge of which nothing is recorded is pending, so that no motion is lost."""
_NOT_ENDED = _TRIED_TOO | {Standing.SEVERED, Standing.NOT_ARRESTED}


def _coercer_is(standing: frozenset[Standing | None]) -> Asked:
    """Whether a co-defendant who so stands is the coercer."""

    def asked(at: Position) -> Bearing:
        mates = tuple(each for each in at.case.codefendants if each.stands in standing)
        coercers = tuple(each for each in mates if each.coercer)
        if coercers:
            return Bearing(True, coercers)
        open_ = tuple(each for each in mates if each.coercer is None)
        gaps = missing(at.record, *(f"{each.id}.coercer" for each in open_))
        return Bearing(None if open_ else False, open_, gaps)

    return asked


def _names(at: Position) -> Bearing:
    others = any(not may_be_named(each, at.case) for each in at.case.people)
    return Bearing(others or under_age_at_offense(at.case))


def _to_establish(at: Position) -> Bearing:
    gaps = {each.gap.id: each.gap for each in at.changes if each.gap}
    facts = {each.fact.id: each.fact for each in at.changes if each.fact}
    return Bearing(bool(at.changes), tuple(facts.values()), tuple(gaps.values()))


def _unanswered(at: Position) -> Bearing:
    points = (point for each in at.questions.all for point in each.points)
    found = {p.fact.id: p.fact for p in points if p.status is AnswerStatus.UNANSWERED}
    return on_facts(found.values())


def _no_deadline(at: Position) -> Bearing:
    gaps = missing(at.record, "matter.motion_deadline") if at.pending else ()
    return Bearing(bool(gaps), gaps=gaps, charges=at.pending)


def _doubled(at: Position) -> Bearing:
    facts, charges = find_doubled(at.record)
    return Bearing(bool(facts or charges), facts, charges=charges)


PEOPLE: Mapping[Occasion, Asked] = {
    Occasion.COERCER_CHARGED: _coercer_is(_NOT_ENDED),
    Occasion.COERCER_TRIED_TOO: _coercer_is(_TRIED_TOO),
    Occasion.CODEFENDANT_SPEAKS: lambda at: on_facts(
        each for each in at.case.codefendants if each.spoke
    ),
    Occasion.PEOPLE_AT_RISK: lambda at: on_facts(at.case.safety),
    Occasion.NAMES_TO_PROTECT: _names,
    Occasion.FACT_TO_ESTABLISH: _to_establish,
    Occasion.QUESTION_UNANSWERED: _unanswered,
    Occasion.MOMENT_TO_PIN_DOWN: lambda at: Bearing(bool(find_straddles(at.record, at.threats))),
    Occasion.HOUR_TO_TELL_APART: _doubled,
    Occasion.MOTION_DEADLINE_UNKNOWN: _no_deadline,
}
