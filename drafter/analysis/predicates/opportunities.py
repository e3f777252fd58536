"""Predicates about one moment at which help or escape was possible."""

from __future__ import annotations

import re
from collections.abc import Mapping

from drafter.analysis.predicates.order import before, both, earlier, either, negated
from drafter.analysis.predicates.setting import Setting, Test
from drafter.casefile.coercion import Opportunity
from drafter.casefile.fact import Basis, Fact

_NOBODY = re.compile(r"(?:nobody|no one|none)\b", re.IGNORECASE)


def _others_present(chance: Opportunity, setting: Setting) -> bool | None:
    """Whether somebody was there to be asked; who watched is no such person."""
    if chance.present:
        return _somebody(chance, setting) if chance.watched is False else None
    return False if chance.alone else None


def _somebody(chance: Opportunity, setting: Setting) -> bool:
    """Whether anybody is named as there besides those who made threats."""
    people = (each for each in setting.case.people if each.id in setting.speakers)
    makers = [each.name.split()[-1] for each in people]
    named = (each.strip() for each in (chance.present or "").split(";"))
    return any(
        each and not _NOBODY.match(each) and not any(maker in each for maker in makers)
        for each in named
    )


def afterward(chance: Fact, setting: Setting) -> bool:
    """Whether it certainly came after every count had ended, and so was no way out of them.

    What touches the minute in which a count ended did not come after it.
    """
    at = setting.moment(chance.id)
    return all(earlier(end, at) for _, end in setting.windows)


def no_way_out(fact: Fact, setting: Setting) -> bool:
    """Whether it certainly was none: every count was over, or no threat was made yet."""
    return afterward(fact, setting) or bool(setting.before_threats(setting.moment(fact.id)))


def _not_afterward(chance: Opportunity, setting: Setting) -> bool | None:
    """Whether it certainly came before some count had ended, or when it began at the latest."""
    at = setting.moment(chance.id)
    return either(
        *(
            either(negated(earlier(start, at)), negated(earlier(end, at)))
            for start, end in setting.windows
        )
    )


def none_missed(fact: Fact, setting: Setting) -> bool | None:
    """Whether no safe moment was let pass while it could have kept the client from a count.

    One at which help was asked for was taken, and one before any threat was none.
    """
    made = setting.moment(fact.id)
    missed = (
        both(_not_afterward(chance, setting), _threatened(chance, setting))
        for chance in setting.case.opportunities
        if chance.safe and not chance.asked_for_help
        if earlier(setting.moment(chance.id), made)
    )
    return negated(either(*missed))


def _threatened(chance: Opportunity, setting: Setting) -> bool | None:
    return negated(setting.before_threats(setting.moment(chance.id)))


def before_threat(_: Fact, setting: Setting) -> tuple[Fact, ...]:
    """The first threat, where a moment was none to be used since it was not made yet."""
    moments = (setting.moment(each.id) for each in setting.case.opportunities)
    return setting.first_made if any(map(setting.before_threats, moments)) else ()


def _unwatched(chance: Opportunity, setting: Setting) -> bool | None:
    return False if afterward(chance, setting) else negated(chance.watched)


def _watched_beforehand(chance: Opportunity, setting: Setting) -> bool | None:
    """Whether somebody watched, and no count is known to have begun.

    Who watches during the offense does not shut the ways out of the days before it.
    """
    at = setting.moment(chance.id)
    begun = either(*(before(start, at) for start, _ in setting.windows))
    return False if begun else chance.watched


def _unwatched_beforehand(chance: Opportunity, setting: Setting) -> bool | None:
    """Whether nobody watched at a moment that lies between a threat and every count."""
    at = setting.moment(chance.id)
    threatened = either(*(before(setting.moment(each), at) for each in setting.carrying))
    begun = (before(at, start) for start, _ in setting.windows)
    return both(negated(chance.watched), threatened, *begun)


def _unwatched_during(chance: Opportunity, setting: Setting) -> bool | None:
    """Whether nobody watched at a moment that certainly lies within a count."""
    at = setting.moment(chance.id)
    return negated(chance.watched) if setting.in_offense(at) else False


def _not_taken_afterward(chance: Opportunity, setting: Setting) -> bool | None:
    """Whether help that could be had was not asked for when the offense was over."""
    if not (afterward(chance, setting) and (chance.authority_present or chance.safe)):
        return False
    return negated(chance.asked_for_help)


def _no_phone(chance: Opportunity, setting: Setting) -> bool | None:
    """Whether the want of a telephone closed a way out: not where there was another.

    Somebody who was there could have been asked, unless somebody watched; and if somebody did,
    it is that which closed it.
    """
    askable = not chance.watched and _somebody(chance, setting)
    if chance.authority_present or chance.safe or askable:
        return False
    return negated(chance.phone)


def _missed(chance: Opportunity, setting: Setting) -> bool | None:
    if chance.asked_for_help is False:
        return not afterward(chance, setting)
    return negated(chance.asked_for_help)


def _no_call(chance: Opportunity, setting: Setting) -> bool | None:
    """Whether a call was left undone: before an authority it is not the telephone that counts."""
    return both(chance.phone, not chance.authority_present, _missed(chance, setting))


def _safe(chance: Opportunity, setting: Setting) -> bool | None:
    return False if afterward(chance, setting) else chance.safe


def _safe_during(chance: Opportunity, setting: Setting) -> bool | None:
    return chance.safe if setting.in_offense(setting.moment(chance.id)) else False


def _found_by_court(chance: Opportunity, setting: Setting) -> bool:
    """Whether a court found the opportunity; nothing that is not recorded makes it one."""
    found = chance.basis is Basis.COURT_FINDING and chance.safe is not False
    return found and not afterward(chance, setting)


def _could_leave(chance: Opportunity, setting: Setting) -> bool | None:
    return both(chance.alone, negated(chance.watched), _safe(chance, setting))


OPPORTUNITY_TESTS: Mapping[str, Test[Opportunity]] = {
    "client_had_phone": Test(lambda chance, _: chance.phone, ("phone",)),
    "client_had_no_phone": Test(_no_phone, ("phone",)),
    "client_alone": Test(lambda chance, _: chance.alone, ("alone",)),
    "unwatched": Test(_unwatched, ("watched",)),
    "unwatched_during_offense": Test(_unwatched_during, ("watched",)),
    "watched_beforehand": Test(_watched_beforehand, ("watched",)),
    "unwatched_beforehand": Test(_unwatched_beforehand, ("watched",)),
    "watched": Test(lambda chance, _: chance.watched, ("watched",)),
    "other_people_present": Test(_others_present, ("present",)),
    "authority_present": Test(lambda chance, _: chance.authority_present, ("authority_present",)),
    "authority_corrupt": Test(lambda chance, _: chance.authority_corrupt, ("authority_corrupt",)),
    # Nearness, belief, custody and return are shown by an item's traits, not by a field; whoever
    # asked for help did not think it futile.
    "authority_near_only": Test(lambda *_: None),
    "believed_police_futile": Test(lambda chance, _: False if chance.asked_for_help else None),
    "in_custody_of_coercer": Test(lambda *_: None),
    "returned_to_coercer": Test(lambda *_: None),
    "asked_for_help": Test(lambda chance, _: chance.asked_for_help, ("asked_for_help",)),
    "authority_asked": Test(
        lambda chance, _: both(chance.asked_for_help, chance.authority_present)
    ),
    "no_call_to_police": Test(_no_call, ("asked_for_help", "phone")),
    "no_attempt_to_contact_authority": Test(_missed, ("asked_for_help",)),
    "help_not_sought_afterward": Test(_not_taken_afterward, ("asked_for_help",)),
    "reporting_dangerous": Test(lambda chance, _: negated(chance.safe), ("safe",)),
    "left_alone_with_means_to_leave": Test(_could_leave, ("safe", "watched", "alone")),
    # A recorded opportunity answers this; without one, the section is the gap.
    "no_opportunity_recorded": Test(lambda *_: False),
    "opportunity_safe": Test(_safe, ("safe",)),
    "safe_during_offense": Test(_safe_during, ("safe",)),
    "not_after_offense": Test(_not_afterward, ("when",), timed=True),
    "way_out_found_by_court": Test(_found_by_court),
    "opportunity_unsafe": Test(lambda chance, _: negated(chance.safe), ("safe",)),
}
