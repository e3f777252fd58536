"""How long a threat lasted beside the counts, and whether one of them outlasted it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta

from drafter.analysis.predicates.hours import STOPPED
from drafter.analysis.predicates.order import between, both, earlier, either, lies_in, negated
from drafter.analysis.predicates.setting import Setting, Window
from drafter.casefile.coercion import Threat
from drafter.casefile.matter import Charge


def continuing(threat: Threat, setting: Setting) -> bool | None:
    """Whether it went on through the counts that it demanded, as counsel entered it.

    It did not where an end of it is recorded that comes before the end of one of them.
    """
    return _through(threat, setting.windows_of(threat), setting)


def to_the_end(threat: Threat, setting: Setting) -> bool | None:
    """Whether it went on as long as any count did, whichever of them it demanded."""
    return _through(threat, setting.windows, setting)


def unabated(threat: Threat, setting: Setting) -> bool | None:
    """Whether it went on as long as every count that lasts by its law.

    Of these a court asks whether, once safe, the client gave up the weapon, or in.
    """
    lasting = (
        window
        for charge, window in zip(setting.charges, setting.windows, strict=True)
        if setting.doctrine.offense(charge.offense).continuing
    )
    return _through(threat, tuple(lasting) or setting.windows, setting)


def stood_past(threat: Threat, other: Threat, setting: Setting) -> bool:
    """Whether one threat that went on was not over before the counts that another demanded."""
    return bool(_through(threat, setting.windows_of(other), setting))


def _through(threat: Threat, windows: Iterable[Window], setting: Setting) -> bool | None:
    """Whether it went on, and no end of it is recorded before the end of some counts."""
    ended = setting.moment(threat.id, "ended")
    in_part = any(earlier(ended, end) for _, end in windows)
    return False if threat.continuing and in_part else threat.continuing


def _outlasts(threat: Threat, setting: Setting) -> bool | None:
    """Whether the offense went on, for a minute or more, when one threat had objectively ended."""
    return _ended_before_any(threat, setting.windows_of(threat), setting)


def _ended_before_any(threat: Threat, windows: Sequence[Window], setting: Setting) -> bool | None:
    if _through(threat, windows, setting):
        return False
    ended = setting.moment(threat.id, "ended")
    return either(*(earlier(ended, end) for _, end in windows))


def goes_on(threat: Threat, setting: Setting) -> bool | None:
    """Whether the offense went on when this threat had ended, and no other is known to stand."""
    outlasts = _outlasts(threat, setting)
    return False if outlasts and _outlasts_all(threat, setting) is False else outlasts


def goes_on_without_any(threat: Threat, setting: Setting) -> bool | None:
    """Whether it went on when every threat had ended; an end not recorded leaves that open."""
    return both(_outlasts(threat, setting), _outlasts_all(threat, setting))


def _outlasts_all(threat: Threat, setting: Setting) -> bool | None:
    """Whether one of its counts went on when all had ended that may carry the defense to it."""
    tied = setting.charges_of(threat) if setting.is_tied(threat) else (None,)
    return either(*(_outlasted(each, setting) for each in tied))


def _outlasted(count: Charge | None, setting: Setting) -> bool | None:
    key, known = count.id if count else None, setting.outlasted
    if key not in known:
        carrying = setting.carrying.values()
        if count is None:
            ended = [_outlasts(each, setting) for each in carrying]
        else:
            windows = (setting.window_of(count),)
            bearing = (
                each
                for each in carrying
                if not setting.is_tied(each) or count in setting.charges_of(each)
            )
            ended = [_ended_before_any(each, windows, setting) for each in bearing]
        known[key] = both(*ended)
    return known[key]


def stopped(threat: Threat, setting: Setting) -> bool | None:
    """Whether the offense was over by the time the threat ended; one that goes on has not."""
    return False if threat.continuing else negated(_outlasts(threat, setting))


def demanded_over(threat: Threat, setting: Setting) -> bool:
    """Whether what a threat demanded was over by its end, where another count went on."""
    return bool(continuing(threat, setting)) and not to_the_end(threat, setting)


def stopped_with(threat: Threat, setting: Setting) -> bool | None:
    """Whether the offense was over when the threat ended, and by no more than a day.

    What was over long before says nothing of why it was.
    """
    ended = setting.moment(threat.id, "ended")
    spans = (between(end, ended) for _, end in setting.windows_of(threat))
    long = (lies_in(each, STOPPED, timedelta.max) for each in spans)
    return both(stopped(threat, setting), *map(negated, long))
