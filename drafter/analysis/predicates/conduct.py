"""Predicates about how the client came to it, and what the client did then and afterward."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from drafter.analysis.predicates.order import before, between, both, either, lies_in, negated
from drafter.analysis.predicates.setting import Setting, Test
from drafter.casefile.coercion import Benefit, Involvement, OtherAct, OtherActKind
from drafter.casefile.fact import Fact
from drafter.casefile.record import Event, EventKind, Expert, ExpertField

PROMPT = timedelta(hours=24)
"""Our reading: a surrender within a day of the first safe opportunity is made when safe."""


def _act(kind: OtherActKind) -> Test[OtherAct]:
    return Test(lambda act, _: act.kind is kind)


def _event(kind: EventKind) -> Test[Event]:
    return Test(lambda event, _: event.kind is kind)


def _field(field: ExpertField) -> Test[Expert]:
    return Test(lambda expert, _: expert.field is field)


def _before_arrest(event: Event, setting: Setting) -> bool | None:
    if event.kind is not EventKind.SURRENDER:
        return False
    arrests = setting.of_kind(EventKind.ARREST)
    made = setting.moment(event.id)
    return both(*(before(made, setting.moment(each.id)) for each in arrests))


def _after_safety(event: Event, setting: Setting) -> tuple[timedelta | None, timedelta | None]:
    return between(setting.record.surrender.first_safe.moment, setting.moment(event.id))


def _when_safe(event: Event, setting: Setting) -> bool | None:
    if event.kind is not EventKind.SURRENDER:
        return False
    prompt = lies_in(_after_safety(event, setting), timedelta.min, PROMPT)
    return both(_before_arrest(event, setting), prompt)


def _late(event: Event, setting: Setting) -> bool | None:
    if event.kind is not EventKind.SURRENDER:
        return False
    return lies_in(_after_safety(event, setting), PROMPT, timedelta.max)


def _without_surrender(event: Event, setting: Setting) -> bool | None:
    """Whether this is an arrest that no recorded surrender came before."""
    if event.kind is not EventKind.ARREST:
        return False
    arrested = setting.moment(event.id)
    given_up = setting.of_kind(EventKind.SURRENDER)
    return negated(either(*(before(setting.moment(each.id), arrested) for each in given_up)))


def _for_mental_condition(fact: Fact, _: Setting) -> bool | None:
    return not isinstance(fact, Expert) or fact.field is ExpertField.MENTAL_CONDITION


INVOLVEMENT_TESTS: Mapping[str, Test[Involvement]] = {
    "voluntary_association": Test(
        lambda how, _: how.voluntary_association, "voluntary_association"
    ),
    "no_voluntary_association": Test(
        lambda how, _: negated(how.voluntary_association), "voluntary_association"
    ),
    "knew_of_violence": Test(lambda how, _: how.knew_of_violence, "knew_of_violence"),
    "could_foresee_demand": Test(lambda how, _: how.could_foresee_demand, "could_foresee_demand"),
    "could_not_foresee_demand": Test(
        lambda how, _: negated(how.could_foresee_demand), "could_foresee_demand"
    ),
    # Whether what was joined is a gang is shown by an item's traits.
    "joined_gang": Test(lambda how, _: False if how.voluntary_association is False else None),
}
ACT_TESTS: Mapping[str, Test[OtherAct]] = {
    "debt_to_coercer": _act(OtherActKind.DEBT),
    "same_conduct_unforced": _act(OtherActKind.SAME_CONDUCT_UNFORCED),
    "earlier_trip": _act(OtherActKind.EARLIER_TRIP),
    "willing_statement": _act(OtherActKind.WILLINGNESS),
}
BENEFIT_TESTS: Mapping[str, Test[Benefit]] = {
    "paid_to_client": Test(lambda benefit, _: benefit.received, "received"),
    "no_benefit": Test(lambda benefit, _: negated(benefit.received), "received"),
    # Not received is not refused.
    "benefit_refused": Test(lambda benefit, _: False if benefit.received else None),
}
EVENT_TESTS: Mapping[str, Test[Event]] = {
    "surrendered_when_safe": Test(_when_safe, "when"),
    "surrendered_late": Test(_late, "when"),
    "arrested_without_surrender": Test(_without_surrender, "when"),
    "no_surrender_effort": Test(_without_surrender, "when"),
    "contacted_authority_first": Test(_before_arrest, "when"),
    "bona_fide_surrender_effort": Test(_before_arrest, "when"),
    "normal_activities_after": _event(EventKind.NORMAL_ACTIVITY),
    "gave_up_weapon": _event(EventKind.DISPOSSESSION),
    "refused_or_tried_to_refuse": _event(EventKind.AVOIDANCE),
    # Keeping a weapon is shown by an item's traits: no event records what did not happen.
    "kept_weapon_after_threat": Test(lambda *_: None),
    "fled_with_weapon": Test(lambda *_: None),
}
EXPERT_TESTS: Mapping[str, Test[Expert]] = {
    "battering_relationship": _field(ExpertField.BATTERING),
}
CONDITION_TESTS: Mapping[str, Test[Fact]] = {
    "mental_condition_offered": Test(_for_mental_condition),
}
