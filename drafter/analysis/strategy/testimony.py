"""Whether the client must testify, and the cross-examination that would follow."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.analysis.elements.proof import only_client, unproved
from drafter.analysis.evidence.acts import within_a_count
from drafter.analysis.position import Position
from drafter.analysis.strategy.decision_types import DecisionFinding
from drafter.analysis.strategy.types import CrossPoint, CrossTopic, Testimony
from drafter.casefile.coercion import Opportunity
from drafter.casefile.matter import DecisionKind
from drafter.casefile.record import Protection
from drafter.casefile.references import CLIENT


def find_testimony(position: Position, decisions: tuple[DecisionFinding, ...]) -> Testimony:
    """What only the client can prove, the cross, and the client's decision to testify."""
    testify = DecisionKind.TESTIFY
    decision = next((each for each in decisions if each.decision is testify), None)
    law = position.common_law
    return Testimony(only_client(law), unproved(law), tuple(_cross(position)), decision)


def _cross(position: Position) -> Iterator[CrossPoint]:
    """Everything recorded that a cross-examiner would take up, by topic."""
    case = position.case
    for point in position.questions.no_help.points:
        missed = isinstance(point.fact, Opportunity) and not point.asking_open
        if missed and position.setting.threatened_at(point.fact):
            yield CrossPoint(CrossTopic.MISSED_OPPORTUNITY, point.fact)
    for account in position.accounts.accounts:
        # Where a right was invoked, what is left out is not known: silence is never put here.
        open_ = account.statement.protection is Protection.NONE
        changed = account.tells_of_change and open_
        # What was told to counsel cannot be put to the client; other protections have their limits.
        secret = account.statement.protection is Protection.PRIVILEGED
        admits = account.statement.admissions and not secret
        moved = account.conflicts or account.leaves_out_duress or changed or admits
        if account.statement.speaker == CLIENT and moved:
            yield CrossPoint(CrossTopic.EARLIER_ACCOUNT, account.statement)
    for act in case.other_acts:
        within = within_a_count(act, position.setting)
        yield CrossPoint(CrossTopic.ACT_IN_COUNT if within else CrossTopic.OTHER_ACT, act)
    for gain in case.benefits:
        if gain.promised or gain.received is not False:
            yield CrossPoint(CrossTopic.BENEFIT, gain)
    for each in case.involvement:
        known = (each.voluntary_association, each.could_foresee_demand, each.knew_of_violence)
        if each.voluntary_association is not False and any(known):
            yield CrossPoint(CrossTopic.ASSOCIATION, each)
