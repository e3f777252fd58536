"""Predicates about one item of evidence, by its date, its traits and what it holds."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.analysis.predicates.order import before, both, either, negated
from drafter.analysis.predicates.setting import CLIENT, Setting, Test
from drafter.casefile.fact import Basis
from drafter.casefile.record import Evidence, Invocation


def _trait(name: str) -> Test[Evidence]:
    """Test for what only counsel's description of the item can say."""
    return Test(lambda item, _: True if name in item.traits else None)


def _before_offense(item: Evidence, setting: Setting) -> bool | None:
    made = setting.moment(item.id)
    return both(*(before(made, start) for start in setting.starts(setting.case.charges)))


def _after_offense(item: Evidence, setting: Setting) -> bool | None:
    made = setting.moment(item.id)
    return both(*(before(end, made) for end in setting.ends(setting.case.charges)))


def _during_offense(item: Evidence, setting: Setting) -> bool | None:
    return both(negated(_before_offense(item, setting)), negated(_after_offense(item, setting)))


def _silent(item: Evidence, setting: Setting) -> bool | None:
    held = list(setting.statements_in(item.id))
    return any(each.invoked is not Invocation.NO for each in held) if held else None


def _leaves_out(item: Evidence, setting: Setting) -> bool | None:
    """Whether a statement leaves duress out; silence after an invocation leaves nothing out."""
    spoken = [e for e in setting.statements_in(item.id) if e.invoked is Invocation.NO]
    return either(*(each.omits_duress for each in spoken)) if spoken else None


def _mentions(item: Evidence, setting: Setting) -> bool | None:
    held = list(setting.statements_in(item.id))
    return either(*(negated(each.omits_duress) for each in held)) if held else None


def _warned(item: Evidence, setting: Setting) -> bool | None:
    held = list(setting.statements_in(item.id))
    return either(*(each.warned for each in held)) if held else None


def _by(item: Evidence, speakers: frozenset[str], setting: Setting) -> bool | None:
    held = list(setting.statements_in(item.id))
    return any(each.speaker in speakers for each in held) if held else None


def _disputed(item: Evidence, setting: Setting) -> bool | None:
    told = [fact.id for fact in setting.facts.values() if fact.basis is Basis.CLIENT_ACCOUNT]
    return True if set(item.conflicts_with) & set(told) else None


def _borne_out(item: Evidence, setting: Setting) -> bool | None:
    facts = setting.citing.get(item.id, ())
    return True if any(fact.basis is Basis.CLIENT_ACCOUNT for fact in facts) else None


ITEM_TESTS: Mapping[str, Test[Evidence]] = {
    "dated_before_offense": Test(_before_offense, "when"),
    "dated_during_offense": Test(_during_offense, "when"),
    "after_offense": Test(_after_offense, "when"),
    "leaves_out_duress": Test(_leaves_out),
    "mentions_duress": Test(_mentions),
    "item_shows_presence": _trait("item_shows_presence"),
    "item_shows_absence": _trait("item_shows_absence"),
    "item_shows_movement": _trait("item_shows_movement"),
    "made_by_client": Test(lambda item, here: _by(item, frozenset({CLIENT}), here)),
    "made_by_threatener": Test(lambda item, here: _by(item, here.speakers, here)),
    "after_warnings": Test(_warned),
    "invoked_silence": Test(_silent),
    "conflicts_with_account": Test(_disputed),
    "agrees_with_account": Test(_borne_out),
    "shows_other_calls": _trait("shows_other_calls"),
    "shows_call_for_help": _trait("shows_call_for_help"),
}
