"""Occasions of the stage a case is at, and of its counts."""

from __future__ import annotations

import re
from collections.abc import Mapping

from drafter.analysis.occasions.bearing import NO, Asked, Bearing, missing, on_charges, on_facts
from drafter.analysis.occasions.decided import pleads
from drafter.analysis.position import Position
from drafter.analysis.predicates.order import negated
from drafter.casefile.matter import Charge, Proceeding
from drafter.casefile.record import DuressRuling
from drafter.doctrine.occasion import Occasion
from drafter.doctrine.offense import OffenseNature
from drafter.facts.gaps import Gap

_ENTICEMENT = re.compile(r"\b18 U\.S\.C\.[^;]*\b2422\b")
_INDICTMENT = Gap("matter.dates.indictment", "whether an indictment was returned", "", "")
_COMPLAINT = "-mj-"
"""What the number of a case holds that a magistrate judge has on a complaint."""
_DECISION = Gap("engagement.decisions.plead", "the client’s decision whether to plead", "", "")


def _awaiting_trial(at: Position) -> Bearing:
    return on_charges(at.pending) if at.case.matter.proceeding is Proceeding.TRIAL else NO


def _may_be_sexual(charge: Charge, at: Position) -> bool:
    """By its category, or as enticement to sexual activity, which is coercion as a crime."""
    sexual = at.setting.is_a(charge, OffenseNature.SEXUAL)
    return sexual or _ENTICEMENT.search(charge.statute) is not None


def _headed_for_trial(at: Position) -> Bearing:
    """At the stage of a plea by what the client decided, where that is said.

    A complaint is not yet headed for trial: that takes an indictment.
    """
    if at.case.matter.proceeding is Proceeding.PLEA and at.pending:
        chosen = pleads(at.case)
        gaps = (_DECISION,) if chosen is None else ()
        return Bearing(negated(chosen), gaps=gaps, charges=() if chosen else at.pending)
    if _on_complaint(at).holds:
        return Bearing(None, gaps=(_INDICTMENT,), charges=at.pending)
    return _awaiting_trial(at)


def _plea_decided(at: Position) -> Bearing:
    plea = at.case.matter.proceeding is Proceeding.PLEA
    return on_charges(at.pending) if plea and pleads(at.case) else NO


def _on_complaint(at: Position) -> Bearing:
    matter = at.case.matter
    complaint = _COMPLAINT in matter.docket.casefold() and matter.dates.indictment is None
    return _awaiting_trial(at) if complaint else NO


def _trial_possible(at: Position) -> Bearing:
    ahead = _headed_for_trial(at)
    return NO if ahead.holds is False else on_charges(ahead.charges)


def _plea_pending(at: Position) -> Bearing:
    if at.case.agreement:
        return Bearing(bool(at.pending), (at.case.agreement,), charges=at.pending)
    return Bearing(at.case.matter.proceeding is Proceeding.PLEA, charges=at.pending)


def _awaiting_sentence(at: Position) -> Bearing:
    return Bearing(at.course.sentences, charges=at.left)


def _sentencing_past(at: Position) -> Bearing:
    """Of the hearing on a violation too: what was decided then can be appealed."""
    ends = at.course.sentences or at.course.violation
    return Bearing(ends and at.sentencing_past, charges=at.left)


def _read(at: Position) -> Bearing:
    return Bearing(True if at.course.read else None)


def _on(proceeding: Proceeding) -> Asked:
    """Whether that is the proceeding, and not one whose law is read."""
    return lambda at: Bearing(at.case.matter.proceeding is proceeding and not at.course.read)


def _decided_counts(at: Position) -> Bearing:
    return NO if at.pending else on_charges(at.convicted)


def _plea_taken(at: Position) -> Bearing:
    """Our reading: by a day of a plea hearing, or an agreement, where no trial followed."""
    pleaded = at.case.matter.dates.plea is not None or at.case.plea_agreement is not None
    return _decided_counts(at) if pleaded and at.case.matter.dates.trial is None else NO


def _ruling_kept(at: Position) -> Bearing:
    return on_charges(at.convicted) if at.conditional_plea else NO


def _minimum(at: Position) -> Bearing:
    bound = tuple(each for each in at.left if each.minimum_months not in (0, None))
    if bound:
        return Bearing(True, charges=bound)
    unknown = tuple(each for each in at.left if each.minimum_months is None)
    gaps = missing(at.record, *(f"{each.id}.minimum_months" for each in unknown))
    return Bearing(None if unknown else False, gaps=gaps, charges=unknown)


def _several_districts(at: Position) -> Bearing:
    agreed = OffenseNature.AGREEMENT
    return on_charges(e for e in at.pending if e.continuing or at.setting.is_a(e, agreed))


def _outside(at: Position) -> Bearing:
    """Facts recorded by a clock that is not one of the district's."""
    moments, zones = at.record.moments, ("", *at.record.place.zones)
    return on_facts(
        fact
        for fact in (*at.case.threats, *at.case.events, *at.case.opportunities)
        if (when := moments.get(fact.id)) and when.zone not in zones
    )


STAGE: Mapping[Occasion, Asked] = {
    Occasion.AWAITING_TRIAL: _awaiting_trial,
    Occasion.HEADED_FOR_TRIAL: _headed_for_trial,
    Occasion.PLEA_DECIDED: _plea_decided,
    Occasion.ON_COMPLAINT: _on_complaint,
    Occasion.TRIAL_POSSIBLE: _trial_possible,
    Occasion.PLEA_PENDING: _plea_pending,
    Occasion.CONVICTED: lambda at: on_charges(at.convicted),
    Occasion.AWAITING_SENTENCE: _awaiting_sentence,
    Occasion.SENTENCING_PAST: _sentencing_past,
    Occasion.DEFENSE_REFUSED: lambda at: on_facts(
        each for each in at.case.events if each.duress_ruling is DuressRuling.REFUSED
    ),
    Occasion.RULING_KEPT: _ruling_kept,
    Occasion.PROCEEDING_READ: _read,
    Occasion.ON_SECTION_2255: _on(Proceeding.SECTION_2255),
    Occasion.ON_SENTENCE_REDUCTION: _on(Proceeding.SENTENCE_REDUCTION),
    Occasion.ON_SECTION_3771A: _on(Proceeding.SECTION_3771A),
    Occasion.NOT_ON_SECTION_3771A: lambda at: Bearing(
        at.case.matter.proceeding is not Proceeding.SECTION_3771A
    ),
    Occasion.ON_REVOCATION: _on(Proceeding.REVOCATION),
    Occasion.COUNTS_DECIDED: _decided_counts,
    Occasion.PLEA_TAKEN: _plea_taken,
    Occasion.COUNTS_PENDING: lambda at: on_charges(at.pending),
    Occasion.COUNTS_LEFT: lambda at: on_charges(at.left),
    Occasion.MINIMUM_APPLIES: _minimum,
    Occasion.SEVERAL_COUNTS: lambda at: Bearing(len(at.pending) > 1, charges=at.pending),
    Occasion.COUNT_IN_SEVERAL_DISTRICTS: _several_districts,
    Occasion.FACTS_OUTSIDE_DISTRICT: _outside,
    Occasion.SEX_OFFENSE_CHARGED: lambda at: on_charges(
        each for each in at.left if _may_be_sexual(each, at)
    ),
    Occasion.DEATH_SOUGHT: lambda at: on_charges(each for each in at.left if each.death_sought),
    Occasion.DEATH_UNDECIDED: lambda at: on_charges(
        each
        for each in at.left
        if each.death_sought is None and at.setting.is_a(each, OffenseNature.KILLING)
    ),
    Occasion.ACCEPTANCE_AT_STAKE: lambda at: on_charges(at.pending),
}
