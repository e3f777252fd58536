"""Predicates about one moment at which help or escape was possible."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.analysis.predicates.order import before, both, either, negated
from drafter.analysis.predicates.setting import Setting, Test
from drafter.casefile.coercion import Opportunity
from drafter.casefile.record import EventKind


def _others_present(chance: Opportunity, _: Setting) -> bool | None:
    if chance.present:
        return True
    return False if chance.alone else None


def _no_contact(chance: Opportunity, setting: Setting) -> bool | None:
    """Whether help was not asked for, and no contact with authority came before the offense."""
    starts = setting.starts(setting.case.charges)
    contacts = (
        before(setting.moment(event.id), start)
        for kind in (EventKind.AUTHORITY_CONTACT, EventKind.SURRENDER, EventKind.REPORT)
        for event in setting.of_kind(kind)
        for start in starts
    )
    return both(negated(chance.asked_for_help), negated(either(*contacts)))


def _no_call(chance: Opportunity, _: Setting) -> bool | None:
    return both(chance.phone, negated(chance.asked_for_help))


def _could_leave(chance: Opportunity, _: Setting) -> bool | None:
    return both(chance.alone, negated(chance.watched), chance.safe)


OPPORTUNITY_TESTS: Mapping[str, Test[Opportunity]] = {
    "client_had_phone": Test(lambda chance, _: chance.phone, "phone"),
    "client_had_no_phone": Test(lambda chance, _: negated(chance.phone), "phone"),
    "client_alone": Test(lambda chance, _: chance.alone, "alone"),
    "unwatched": Test(lambda chance, _: negated(chance.watched), "watched"),
    "watched": Test(lambda chance, _: chance.watched, "watched"),
    "other_people_present": Test(_others_present, "present"),
    "authority_present": Test(lambda chance, _: chance.authority_present, "authority_present"),
    "authority_corrupt": Test(lambda chance, _: chance.authority_corrupt, "authority_corrupt"),
    # Nearness, belief, custody and return are shown by an item's traits, not by a field.
    "authority_near_only": Test(lambda *_: None),
    "believed_police_futile": Test(lambda *_: None),
    "in_custody_of_coercer": Test(lambda *_: None),
    "returned_to_coercer": Test(lambda *_: None),
    "asked_for_help": Test(lambda chance, _: chance.asked_for_help, "asked_for_help"),
    "no_call_to_police": Test(_no_call, "asked_for_help"),
    "no_attempt_to_contact_authority": Test(_no_contact, "asked_for_help"),
    "reporting_dangerous": Test(lambda chance, _: negated(chance.safe), "safe"),
    "left_alone_with_means_to_leave": Test(_could_leave, "safe"),
    # A recorded opportunity answers this; without one, the section is the gap.
    "no_opportunity_recorded": Test(lambda *_: False),
    "opportunity_safe": Test(lambda chance, _: chance.safe, "safe"),
    "opportunity_unsafe": Test(lambda chance, _: negated(chance.safe), "safe"),
}
