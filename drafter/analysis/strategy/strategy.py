"""What the case can be used for, option by option; the article's score plays no part in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from drafter.analysis.occasions.table import Bearings
from drafter.analysis.position import Position
from drafter.analysis.sentencing.arguments import arises
from drafter.analysis.sentencing.unsaid import unsaid
from drafter.analysis.stage import decisions_left
from drafter.analysis.strategy.decision_types import DecisionFinding
from drafter.analysis.strategy.recipients import immigration_counsel
from drafter.analysis.strategy.testimony import find_testimony
from drafter.analysis.strategy.types import (
    ConflictCheck,
    ConflictTopic,
    OptionFinding,
    PleaTerm,
    PointFinding,
    Strategy,
)
from drafter.casefile.case import Case
from drafter.casefile.matter import DecisionKind
from drafter.casefile.plea import Argument
from drafter.doctrine.kinds import STAKES, STRATEGY
from drafter.doctrine.library import Library
from drafter.doctrine.occasion import Occasion
from drafter.doctrine.strategy import Stakes, StrategyOption, StrategyPoint
from drafter.facts.gaps import Gap

_JOINT_DEFENSE = Gap("engagement.joint_defense", "whether there is a joint defense", "", "")


def find_strategy(position: Position, bearings: Bearings) -> Strategy:
    """Compare the options on the record as it is, with what goes with each."""
    options, stakes = _law(position.doctrine.library)
    decisions, client = _decisions(position.case), position.case.client
    return Strategy(
        options=tuple(
            _option(each, position, bearings, decisions)
            for each in options
            if bearings.all_of(each.when).holds
        ),
        decisions=decisions,
        conflicts=tuple(_conflicts(position)),
        coercers_charged=tuple(e for e in position.case.codefendants if e.coercer is not False),
        testimony=find_testimony(position, decisions),
        stakes=_holding(stakes.stakes, bearings),
        questions=_holding(stakes.questions, bearings),
        outside=immigration_counsel(position.case),
        competency=client.competency if bearings.of(Occasion.COMPETENCY_UNSETTLED).holds else None,
    )


@lru_cache(maxsize=8)
def _law(library: Library) -> tuple[tuple[StrategyOption, ...], Stakes]:
    options = sorted(library.shelf(STRATEGY).values(), key=lambda option: option.order)
    return tuple(options), library.only(STAKES)


def _option(
    option: StrategyOption,
    position: Position,
    bearings: Bearings,
    decisions: tuple[DecisionFinding, ...],
) -> OptionFinding:
    conditions, risks = _found(option.conditions, bearings), _found(option.risks, bearings)
    closed = any(each.holds is False for each in conditions)
    return OptionFinding(
        option=option,
        decision=next((each for each in decisions if each.id == option.decision), None),
        also_decided=tuple(
            each
            for each in decisions
            if each.id in option.also_decisions and each.decided and not closed
        ),
        conditions=conditions,
        levers=_holding(option.levers, bearings),
        risks=tuple(each for each in risks if each.holds),
        open_risks=tuple(each for each in risks if each.holds is None),
        questions=_holding(option.questions, bearings),
        plea_terms=() if closed else tuple(_terms(option, position)),
    )


def _found(points: Iterable[StrategyPoint], bearings: Bearings) -> tuple[PointFinding, ...]:
    """Every point with what the record says to it."""
    return tuple(PointFinding(point, bearings.all_of(point.when)) for point in points)


def _holding(points: Iterable[StrategyPoint], bearings: Bearings) -> tuple[PointFinding, ...]:
    return tuple(each for each in _found(points, bearings) if each.holds)


def _terms(option: StrategyOption, position: Position) -> Iterator[PleaTerm]:
    agreement = position.case.agreement
    if agreement is None:
        return
    said = {each.argument: each for each in agreement.arguments}
    asked = [Argument(word) for word in option.arguments]
    # Whatever else it speaks of binds too.
    for argument in dict.fromkeys((*asked, *said) if asked else ()):
        term = said.get(argument)
        if term is None and not arises(argument, position.case, position.doctrine):
            continue
        yield PleaTerm(argument, term, None if term else unsaid(argument, agreement))


def _decisions(case: Case) -> tuple[DecisionFinding, ...]:
    """Those that are still the client's, and any other that is recorded."""
    last, left = {each.decision: each for each in case.engagement.decisions}, decisions_left(case)
    return tuple(
        DecisionFinding(kind, last.get(kind))
        for kind in DecisionKind
        if kind in left or kind in last
    )


def _conflicts(position: Position) -> Iterator[ConflictCheck]:
    """The questions of a conflicts check; a waiver is told only where one is recorded.

    Where no codefendant is recorded there is nobody with whom a joint defense could be.
    """
    engagement, record = position.case.engagement, position.record
    yield ConflictCheck(ConflictTopic.PAID_BY, engagement.paid_by, record.gap("engagement.paid_by"))
    yield ConflictCheck(
        ConflictTopic.OTHER_CLIENTS,
        engagement.other_clients,
        record.gap("engagement.other_clients"),
    )
    joint = engagement.joint_defense
    if joint or position.case.codefendants:
        yield ConflictCheck(ConflictTopic.JOINT_DEFENSE, joint, None if joint else _JOINT_DEFENSE)
    if engagement.waivers:
        yield ConflictCheck(ConflictTopic.WAIVERS, engagement.waivers, None)
