"""Predicates about one item of evidence, by its date and what it holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from drafter.analysis.predicates.conduct import charged_act, in_time, refused
from drafter.analysis.predicates.opportunities import none_missed
from drafter.analysis.predicates.order import before, both, either, negated
from drafter.analysis.predicates.setting import CLIENT, Setting, Test, Window
from drafter.analysis.predicates.statements import spoken, usable_mention
from drafter.casefile.coercion import Threat
from drafter.casefile.fact import Basis, Fact
from drafter.casefile.record import (
    Event,
    EventKind,
    Evidence,
    ExpertField,
    Invocation,
)
from drafter.facts.moments import Moment

_ON_NO_GROUP = frozenset({ExpertField.BATTERING, ExpertField.MENTAL_CONDITION, ExpertField.DIGITAL})
BY_TRAIT: Test[Fact] = Test(lambda *_: None)
"""For what only counsel's description of the item can say: its traits."""


def _before_offense(item: Evidence, setting: Setting) -> bool | None:
    made = setting.moment(item.id)
    return both(*(before(made, start) for start, _ in setting.windows))


def _after_offense(item: Evidence, setting: Setting) -> bool | None:
    made = setting.moment(item.id)
    return both(*(before(end, made) for _, end in setting.windows))


def _during_offense(item: Evidence, setting: Setting) -> bool | None:
    return both(negated(_before_offense(item, setting)), negated(_after_offense(item, setting)))


def _times(item: Evidence, setting: Setting) -> Iterator[Moment | None]:
    """When an item is of: its own moment, and those of what it bears on other than a threat."""
    yield setting.moment(item.id)
    for fact in setting.record.evidence.facts_for(item.id):
        moment = setting.moment(fact.id)
        if moment and not isinstance(fact, Threat):
            yield moment


def _after_threat(item: Evidence, setting: Setting) -> bool:
    """Whether any of it may be of a time when a threat had been made, as far as is recorded."""
    return not all(map(setting.before_threats, _times(item, setting)))


def _of_offense(item: Evidence, setting: Setting) -> bool | None:
    """Whether some of it is of a time at which a count went on."""
    times, windows = tuple(_times(item, setting)), setting.windows
    return either(*(_within(at, window) for at in times for window in windows))


def _within(at: Moment | None, window: Window) -> bool | None:
    start, end = window
    return both(negated(before(at, start)), negated(before(end, at)))


def _enforced(item: Evidence, setting: Setting) -> tuple[Fact, ...]:
    """The threats under which the client was whenever it shows the client; empty if not always.

    What came before any threat needs none.
    """
    found: dict[str, Fact] = {}
    for at in _times(item, setting):
        if setting.before_threats(at):
            continue
        over = next((each for each in setting.enforced if _lasts(each, at, setting)), None)
        if over is None:
            return ()
        found[over.id] = over
    return tuple(found.values())


def _lasts(threat: Threat, at: Moment | None, setting: Setting) -> bool:
    """Whether a moment certainly lies between the making of a threat and its end."""
    ended = setting.moment(threat.id, "ended")
    return bool(before(setting.moment(threat.id), at) and before(at, ended))


def _step_in_time(item: Evidence, setting: Setting) -> bool | None:
    """Whether a step that an item shows was taken before the offense was over.

    The date of the step decides, and that of the item where no step is tied to it.
    """
    facts = setting.record.evidence.facts_for(item.id)
    steps = [each for each in facts if isinstance(each, Event) and _is_step(each)]
    if not steps:
        return negated(_after_offense(item, setting))
    return either(*(refused(each, setting) for each in steps))


def _is_step(event: Event) -> bool:
    return event.kind is EventKind.AVOIDANCE


def _silent(item: Evidence, setting: Setting) -> bool | None:
    held = setting.statements_in(item.id)
    return any(each.invoked is not Invocation.NO for each in held) if held else None


def _leaves_out(item: Evidence, setting: Setting) -> bool | None:
    own = [each for each in setting.statements_in(item.id) if spoken(each)]
    return either(*(each.omits_duress for each in own)) if own else None


def _mentions(item: Evidence, setting: Setting) -> bool | None:
    held = setting.statements_in(item.id)
    return either(*map(usable_mention, held)) if held else None


def _warned(item: Evidence, setting: Setting) -> bool | None:
    held = setting.statements_in(item.id)
    return either(*(each.warned for each in held)) if held else None


def _by(item: Evidence, speakers: frozenset[str], setting: Setting) -> bool | None:
    held = setting.statements_in(item.id)
    return any(each.speaker in speakers for each in held) if held else None


def _disputed(item: Evidence, setting: Setting) -> bool | None:
    return True if item.id in setting.disputing else None


def _accounts(item: Evidence, setting: Setting) -> tuple[Fact, ...]:
    """The threats and the violence that the client told of and that the item bears on.

    That it agrees with the client on something else says nothing of a threat.
    """
    return tuple(each for each in _trace(item, setting) if each.basis is Basis.CLIENT_ACCOUNT)


def _threats(item: Evidence, setting: Setting) -> tuple[Fact, ...]:
    """The threats that may carry an element and that an item bears on."""
    facts = setting.record.evidence.facts_for(item.id)
    return tuple(each for each in facts if isinstance(each, Threat) and each.id in setting.carrying)


def _about_threat(item: Evidence, setting: Setting) -> bool | None:
    """Whether it bears on one of them; an item about late ones alone bears on none."""
    return True if _threats(item, setting) else False if of_late(item, setting) else None


def of_late(item: Evidence, setting: Setting) -> bool:
    """Whether every threat that an item bears on was made when the offense was over."""
    facts = setting.record.evidence.facts_for(item.id)
    threats = [each.id for each in facts if isinstance(each, Threat)]
    return bool(threats) and setting.late.issuperset(threats)


def _reported(item: Evidence, setting: Setting) -> tuple[Event, ...]:
    facts = setting.record.evidence.facts_for(item.id)
    kind = EventKind.VIOLENCE
    return tuple(each for each in facts if isinstance(each, Event) and each.kind is kind)


def _violence(item: Evidence, setting: Setting) -> tuple[Event, ...]:
    """The violence that an item bears on, the act that is charged aside."""
    return tuple(e for e in _reported(item, setting) if not charged_act(e, setting))


def _violence_in_time(item: Evidence, setting: Setting) -> bool | None:
    """Whether the violence that an item reports came before the offense was over.

    The date of the violence decides; where none is tied to it, its traits, and then its own date.
    """
    reported = _violence(item, setting)
    if _reported(item, setting) and not reported:
        return False
    if not reported:
        return True if "prior_violence" in item.traits else negated(_after_offense(item, setting))
    return either(*(in_time(each, setting) for each in reported))


def _trace(item: Evidence, setting: Setting) -> tuple[Fact, ...]:
    """The violence, and the threats that may carry an element, of which it may be a trace."""
    return _threats(item, setting) + _violence(item, setting)


def _before_threat(item: Evidence, setting: Setting) -> bool | None:
    """Whether it is of a time before a threat that may carry an element."""
    return before(setting.moment(item.id), setting.last_threat)


def _borne_out(item: Evidence, setting: Setting) -> bool | None:
    """Whether an account has the item beside it; one's own words repeated bear nothing out."""
    if setting.sole_speaker(item) == CLIENT:
        return None
    return True if _accounts(item, setting) else None


def _on_group(item: Evidence, setting: Setting) -> bool | None:
    """Whether an expert on a group brings the item in; None: no expert whose field tells."""
    fields = {each.field for each in setting.case.experts if item.id in each.sponsors}
    if ExpertField.ORGANIZED_CRIME in fields:
        return True
    return False if fields and fields <= _ON_NO_GROUP else None


ITEM_TESTS: Mapping[str, Test[Evidence]] = {
    "dated_before_offense": Test(_before_offense, ("when",), timed=True),
    "dated_during_offense": Test(_during_offense, ("when",), timed=True),
    "after_offense": Test(_after_offense, ("when",), timed=True),
    "violence_in_time": Test(_violence_in_time, ("when",), timed=True, rests_on=_violence),
    "no_safe_moment_missed": Test(none_missed, ("when",), timed=True),
    "step_in_time": Test(_step_in_time, ("when",), timed=True),
    "leaves_out_duress": Test(_leaves_out),
    "mentions_duress": Test(_mentions),
    "item_shows_presence": BY_TRAIT,
    "item_shows_absence": BY_TRAIT,
    "item_shows_movement": BY_TRAIT,
    "item_shows_fear": BY_TRAIT,
    # A telephone that some other record puts in the client's hand is not shown by this item.
    "item_shows_phone": Test(lambda item, _: True if "client_had_phone" in item.traits else None),
    # The question of immediacy is whether harm was there when the client acted.
    "of_time_of_offense": Test(_of_offense, ("when",), timed=True),
    "of_time_after_threat": Test(_after_threat),
    "of_time_under_threat": Test(
        lambda item, here: True if _enforced(item, here) else None, rests_on=_enforced
    ),
    "made_by_client": Test(lambda item, here: _by(item, frozenset({CLIENT}), here)),
    "made_by_threatener": Test(lambda item, here: _by(item, here.speakers, here)),
    "after_warnings": Test(_warned),
    "invoked_silence": Test(_silent),
    "conflicts_with_account": Test(
        _disputed, rests_on=lambda item, here: here.disputing.get(item.id, ())
    ),
    "agrees_with_account": Test(_borne_out, rests_on=_accounts),
    "about_threat": Test(_about_threat, rests_on=_threats),
    "of_violence": Test(lambda item, here: True if _trace(item, here) else None, rests_on=_trace),
    "dated_before_threat": Test(_before_threat, ("when",)),
    "shows_other_calls": BY_TRAIT,
    "shows_call_for_help": BY_TRAIT,
    "item_on_group": Test(_on_group),
}
