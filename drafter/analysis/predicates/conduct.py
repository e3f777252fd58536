"""Predicates about how the client came to it, and what the client did then and afterward."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta

from drafter.analysis.predicates.hours import ONE_ACT, PROMPT
from drafter.analysis.predicates.opportunities import before_threat, none_missed
from drafter.analysis.predicates.order import (
    Bounds,
    before,
    between,
    both,
    either,
    lies_in,
    negated,
)
from drafter.analysis.predicates.setting import Setting, Test, alone
from drafter.casefile.coercion import Benefit, Involvement, OtherAct, OtherActKind
from drafter.casefile.fact import Basis, Fact
from drafter.casefile.record import Event, EventKind, ExpertField
from drafter.doctrine.offense import OffenseNature
from drafter.facts.moments import as_written

_FIRST = datetime.min.replace(tzinfo=UTC)
_LAST = datetime.max.replace(tzinfo=UTC)

Holds = Callable[[Event, Setting], bool | None]
IS_ONE: Test[Fact] = Test(lambda *_: True)
"""For the kinds of a section that say by themselves what the fact is."""


def _before_arrest(surrender: Event, setting: Setting) -> bool | None:
    made, arrests = setting.moment(surrender.id), setting.of_kind(EventKind.ARREST)
    return both(*(before(made, setting.moment(each.id)) for each in arrests))


def _after_safety(surrender: Event, setting: Setting) -> Bounds:
    """The time from the first safe opportunity, whichever it was, to a surrender."""
    made = setting.moment(surrender.id)
    shortest, longest = between(setting.surrender.first_safe.reach, made)
    since = setting.surrender.safe_since
    if longest is None and since and made and made.latest:
        longest = made.latest - since
    return shortest, longest


def _when_safe(surrender: Event, setting: Setting) -> bool | None:
    prompt = lies_in(_after_safety(surrender, setting), timedelta.min, PROMPT)
    return both(_before_arrest(surrender, setting), prompt)


def _late(surrender: Event, setting: Setting) -> bool | None:
    return lies_in(_after_safety(surrender, setting), PROMPT, timedelta.max)


def _first_chance(surrender: Event, setting: Setting) -> bool | None:
    """Whether it came before any arrest, and no authority or safe moment is recorded earlier.

    A moment before it of which neither is recorded leaves that open.
    """
    made = setting.moment(surrender.id)
    chances = [
        (each.id, either(each.authority_present, each.safe)) for each in setting.case.opportunities
    ]
    met = [(each.id, True) for each in setting.of_kind(EventKind.AUTHORITY_CONTACT)]
    earlier = either(
        *(
            both(one, negated(setting.before_threats(setting.moment(id))))
            for id, one in (*chances, *met)
            if one is not False and not before(made, setting.moment(id))
        )
    )
    return both(negated(earlier), _before_arrest(surrender, setting))


def _turned_to_authority(contact: Event, setting: Setting) -> bool | None:
    """Whether the client turned to an authority, and gave up within a day of that.

    Who made a contact is told by its words alone: where they do not begin with the client, it
    is taken for none of the client's.
    """
    made = setting.moment(contact.id)
    followed = (
        both(before(made, at), lies_in(between(made, at), timedelta.min, PROMPT))
        for at in (setting.moment(each.id) for each in setting.of_kind(EventKind.SURRENDER))
    )
    own = contact.what.startswith(setting.case.client.short_name)
    found = both(own, _not_before(contact, setting), _before_arrest(contact, setting))
    return both(found, either(*followed)) or None


def _first_safe(_: Event, setting: Setting) -> tuple[Fact, ...]:
    fact = setting.surrender.first_safe.fact
    return (fact,) if isinstance(fact, Fact) else ()


def _without_surrender(arrest: Event, setting: Setting) -> bool | None:
    """Whether no recorded surrender came before the arrest."""
    at, given_up = setting.moment(arrest.id), setting.of_kind(EventKind.SURRENDER)
    return negated(either(*(before(setting.moment(each.id), at) for each in given_up)))


def _arrested_first(arrest: Event, setting: Setting) -> bool | None:
    """Whether a recorded surrender came only afterward; where none is recorded, nothing tells."""
    return _without_surrender(arrest, setting) if _given_up(arrest, setting) else False


def _given_up(_: Event, setting: Setting) -> tuple[Fact, ...]:
    return setting.of_kind(EventKind.SURRENDER)


def _before_all(event: Event, setting: Setting) -> bool | None:
    """Whether it came before every count began."""
    at = setting.moment(event.id)
    return both(*(before(at, start) for start, _ in setting.windows))


def _not_before(event: Event, setting: Setting) -> bool | None:
    return negated(_before_all(event, setting))


def _in_fear(event: Event, setting: Setting) -> bool | None:
    """Whether it came no sooner than the first count began, and than the first threat."""
    threatened = negated(setting.before_threats(setting.moment(event.id)))
    return both(threatened, _not_before(event, setting))


def _first_threat(_: Event, setting: Setting) -> tuple[Fact, ...]:
    return setting.first_made


def in_time(event: Event, setting: Setting) -> bool | None:
    """Whether it happened before some count had ended; later, it is no reason for the offense."""
    at = setting.moment(event.id)
    return either(*(either(before(at, start), before(at, end)) for start, end in setting.windows))


def refused(event: Event, setting: Setting) -> bool | None:
    """Whether it happened before some count that was demanded had ended: later, it refuses none.

    Where a threat is not tied to a count, what it demanded may have been any of them.
    """
    at, windows = setting.moment(event.id), setting.demanded
    return either(*(either(before(at, start), before(at, end)) for start, end in windows))


def _meanwhile(event: Event, setting: Setting) -> bool | None:
    """The same of what did not happen before every count began."""
    return both(refused(event, setting), _not_before(event, setting))


def charged_act(event: Event, setting: Setting) -> bool:
    """Whether violence is the act of a count: what is charged as done is no reason for doing it.

    It is where its time, `about` aside, falls within a killing or an assault of an hour at most
    and is no wider itself; and, if the government alleges it, within any count.
    """
    moment, alleged = setting.moment(event.id), event.basis is Basis.GOVERNMENT_ALLEGATION
    first, last = as_written(moment) if moment else (None, None)
    if first is None or last is None:
        return False
    act = OffenseNature.VIOLENCE
    return any(
        (alleged or (setting.is_a(charge, act) and end - start <= ONE_ACT >= last - first))
        and start <= last
        and first <= end
        for charge, (start, end) in zip(setting.charges, _bounds(setting), strict=True)
    )


def _bounds(setting: Setting) -> Iterator[tuple[datetime, datetime]]:
    """Yield when each count began and ended; of what is not known, at no time."""
    for start, end in setting.windows:
        first, last = start and start.earliest, end and end.latest
        yield (first, last) if first and last else (_LAST, _FIRST)


def _against_client(event: Event, setting: Setting) -> bool | None:
    """Whether violence was in time; what the government alleges is not said to be the coercer's."""
    if event.basis is Basis.GOVERNMENT_ALLEGATION:
        return None
    return False if charged_act(event, setting) else in_time(event, setting)


def _carried_out(event: Event, setting: Setting) -> bool | None:
    """Whether violence came when the offense was over and a threat that may carry it had been made.

    It is no reason for the offense; that what was threatened came bears on whether it was meant.
    """
    if event.basis is Basis.GOVERNMENT_ALLEGATION or not setting.carrying:
        return False
    if charged_act(event, setting):
        return False
    early = setting.before_threats(setting.moment(event.id))
    return both(negated(in_time(event, setting)), negated(early))


def _said_by_others(event: Event, _: Setting) -> bool:
    return event.basis is not Basis.GOVERNMENT_ALLEGATION


def _after_threat(act: OtherAct, setting: Setting) -> bool | None:
    """Whether a threat had been made by then; before, there was nothing yet to fear."""
    at = setting.moment(act.id)
    return either(*(before(setting.moment(each.id), at) for each in setting.case.threats))


def _on(
    holds: Holds, rests_on: Callable[[Event, Setting], tuple[Fact, ...]] = alone
) -> Test[Event]:
    return Test(holds, ("when",), timed=True, rests_on=rests_on)


INVOLVEMENT_TESTS: Mapping[str, Test[Involvement]] = {
    "voluntary_association": Test(
        lambda how, _: how.voluntary_association, ("voluntary_association",)
    ),
    "no_voluntary_association": Test(
        lambda how, _: negated(how.voluntary_association), ("voluntary_association",)
    ),
    "knew_of_violence": Test(lambda how, _: how.knew_of_violence, ("knew_of_violence",)),
    "could_foresee_demand": Test(
        lambda how, _: how.could_foresee_demand, ("could_foresee_demand",)
    ),
    "could_not_foresee_demand": Test(
        lambda how, _: negated(how.could_foresee_demand), ("could_foresee_demand",)
    ),
    # Whether what was joined is a gang is shown by an item's traits.
    "joined_gang": Test(lambda how, _: False if how.voluntary_association is False else None),
}
BENEFIT_TESTS: Mapping[str, Test[Benefit]] = {
    "paid_to_client": Test(lambda benefit, _: benefit.received, ("received",)),
    # A promise is a benefit hoped for, though nothing came of it.
    "no_benefit": Test(
        lambda benefit, _: False if benefit.promised else negated(benefit.received), ("received",)
    ),
    # Not received is not refused.
    "benefit_refused": Test(lambda benefit, _: False if benefit.received else None),
}
SURRENDER_TESTS: Mapping[str, Test[Event]] = {
    "surrendered_when_safe": _on(_when_safe, _first_safe),
    "surrendered_late": _on(_late, _first_safe),
    "no_safe_moment_missed": _on(none_missed, before_threat),
    "contacted_authority_first": _on(_first_chance, before_threat),
    "bona_fide_surrender_effort": _on(_before_arrest),
}
CONTACT_TESTS: Mapping[str, Test[Event]] = {
    # No field would say no: another's contact speaks against nothing.
    "bona_fide_surrender_effort": Test(_turned_to_authority, rests_on=_given_up),
}
ARREST_TESTS: Mapping[str, Test[Event]] = {
    "arrested_without_surrender": _on(_arrested_first, _given_up),
    "no_surrender_effort": _on(_without_surrender),
}
VIOLENCE_TESTS: Mapping[str, Test[Event]] = {
    "prior_violence": Test(_against_client, ("when",), timed=True, askable=_said_by_others),
    "violence_after_threat": _on(_carried_out, _first_threat),
}
AVOIDANCE_TESTS: Mapping[str, Test[Event]] = {
    "refused_or_tried_to_refuse": _on(refused),
    "refused_beforehand": _on(_before_all),
    "refused_meanwhile": _on(_meanwhile),
}
ACTIVITY_TESTS: Mapping[str, Test[Event]] = {
    "normal_activities_after": _on(_in_fear, _first_threat)
}
DEBT_TESTS: Mapping[str, Test[OtherAct]] = {
    "debt_to_coercer": Test(lambda act, _: act.to_coercer, ("to_coercer",)),
}
WILLINGNESS_TESTS: Mapping[str, Test[OtherAct]] = {
    "willing_statement": Test(lambda *_: True),
    "willing_after_threat": Test(_after_threat, ("when",)),
}
# Keeping a weapon and running with it are shown by an item's traits: no event records them.
KINDS: Mapping[EventKind | OtherActKind | ExpertField, str] = {
    EventKind.DISPOSSESSION: "gave_up_weapon",
    EventKind.DISPOSSESSION_STEPS: "took_steps_to_give_up",
    OtherActKind.SAME_CONDUCT_UNFORCED: "same_conduct_unforced",
    OtherActKind.EARLIER_TRIP: "earlier_trip",
    ExpertField.BATTERING: "battering_expert",
    ExpertField.MENTAL_CONDITION: "mental_condition_offered",
}
"""What a fact of the kind is evidence of by being one."""
