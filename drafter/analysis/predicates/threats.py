"""Predicates about one threat."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from drafter.analysis.predicates.hours import DAYS, HOUR, HOURS
from drafter.analysis.predicates.lasting import (
    continuing,
    demanded_over,
    goes_on,
    goes_on_without_any,
    stopped,
    stopped_with,
    to_the_end,
    unabated,
)
from drafter.analysis.predicates.made import TARGET_TESTS, during, in_time, only_after
from drafter.analysis.predicates.order import (
    about_start,
    before,
    between,
    both,
    earlier,
    either,
    lies_in,
    negated,
)
from drafter.analysis.predicates.setting import Setting, Test
from drafter.casefile.coercion import Threat, ThreatKind
from drafter.casefile.fact import Fact
from drafter.facts.grave import GRAVE

EVER = timedelta.max
NOW = timedelta(0)

Holds = Callable[[Threat, Setting], bool | None]


def _kind(kind: ThreatKind) -> Test[Threat]:
    return Test(lambda threat, _: kind in threat.kinds if threat.kinds else None, ("kinds",))


def _only(kind: ThreatKind) -> Test[Threat]:
    """Test for a lesser kind: a threat that is also of something graver is judged by that.

    What was threatened is asked for once, for the graver kinds' sake.
    """

    def holds(threat: Threat, _: Setting) -> bool | None:
        if not threat.kinds:
            return None
        return kind in threat.kinds and GRAVE.isdisjoint(threat.kinds)

    return Test(holds)


def _ahead(low: timedelta, high: timedelta) -> Test[Threat]:
    """Test that the threat came more than ``low`` and at most ``high`` before the offense began."""

    def holds(threat: Threat, setting: Setting) -> bool | None:
        made = setting.moment(threat.id)
        windows = setting.windows_of(threat) if setting.is_tied(threat) else setting.named
        return either(*(lies_in(between(made, start), low, high) for start, _ in windows))

    return Test(holds, ("when",), timed=True)


def _within(most: timedelta) -> Holds:
    """Test that no more than ``most`` lay between the threat and the beginning of the offense.

    Where it cannot be told whether the offense had begun, no more than that lay between the two.
    """
    ahead = _ahead(NOW, most)

    def holds(threat: Threat, setting: Setting) -> bool | None:
        found, made = ahead.holds(threat, setting), setting.moment(threat.id)
        windows = setting.windows_of(threat)
        if found is None and any(about_start(made, *each, most) for each in windows):
            return True
        return found

    return holds


def _impending(threat: Threat, setting: Setting) -> bool | None:
    """Whether it came within the hour before the offense, and nothing recorded came between.

    It was not over by then, did not fail to go on, and was of no harm that was to come later.
    """
    if False in (threat.continuing, threat.harm_at_once) or _ended_before(threat, setting):
        return False
    return _IN_THE_HOUR(threat, setting)


def _long_before_a_count(threat: Threat, setting: Setting) -> bool:
    """Whether a count, beside others, began long after the last threat that may carry it.

    Where threats name the counts that they demanded, a count that none names is not one of them:
    that it is not reached is told of it, and says nothing on the others.
    """
    windows = setting.named
    if len(windows) < 2 or GRAVE.isdisjoint(threat.kinds):
        return False
    made = setting.moment(threat.id)
    others = [setting.moment(each) for each in setting.carrying]
    last = all(before(each, made) or each is made for each in others)
    return last and any(lies_in(between(made, start), DAYS, EVER) is True for start, _ in windows)


def _tied(threat: Threat, setting: Setting) -> bool | None:
    """Whether it demanded a count that is tested; that it demanded one now gone ties it to none."""
    return True if setting.is_tied(threat) else None


def _over_client(threat: Threat, setting: Setting) -> bool | None:
    """Whether somebody who was there threatened; what is not specific closes no way out."""
    return both(threat.watching, during(threat, setting), threat.specific is not False)


def _in_part(threat: Threat, _: Setting) -> bool | None:
    """Whether somebody watched, and for a part of the time only; unsaid, it was not in part."""
    return bool(threat.watching and threat.watching_in_part)


def _ended_before(threat: Threat, setting: Setting) -> bool | None:
    if continuing(threat, setting):
        return False
    ended, made = setting.moment(threat.id, "ended"), setting.moment(threat.id)
    return both(
        *(
            False if earlier(start, made) else earlier(ended, start)
            for start, _ in setting.windows_of(threat)
        )
    )


_SOON = _ahead(NOW, HOURS)
_IN_THE_HOUR = _within(HOUR)


def _of_future_harm(threat: Threat, setting: Setting) -> bool | None:
    if threat.watching or threat.continuing:
        return False
    soon = either(during(threat, setting), _SOON.holds(threat, setting))
    return both(negated(threat.watching), negated(threat.continuing), negated(soon))


def _absent(threat: Threat, setting: Setting) -> bool | None:
    """Whether nobody to carry it out was there; another threat by the same may say who was."""
    others = [each for each in setting.case.threats if each.id not in setting.late]
    there = {each.speaker for each in others if each.watching}
    seen = threat.speaker is not None and threat.speaker in there
    return both(negated(threat.watching), not seen)


def _repeats(threat: Threat, setting: Setting) -> tuple[Fact, ...]:
    """The threat that this one repeats: the first by the same speaker, where it is another."""
    first = setting.first_threats.get(threat.speaker or "")
    return (first,) if first and first.id != threat.id else ()


def _repeated(threat: Threat, setting: Setting) -> bool | None:
    return True if _repeats(threat, setting) else None


KIND_TESTS: Mapping[str, Test[Threat]] = {
    "threat_of_death": _kind(ThreatKind.DEATH),
    "threat_of_serious_injury": _kind(ThreatKind.SERIOUS_INJURY),
    "threat_of_lesser_injury": _only(ThreatKind.OTHER_INJURY),
    "threat_to_property": _only(ThreatKind.PROPERTY),
    "threat_of_blackmail": _only(ThreatKind.BLACKMAIL),
    "threat_economic": _only(ThreatKind.ECONOMIC),
    "threat_to_job": _only(ThreatKind.JOB),
    "threat_of_embarrassment": _only(ThreatKind.EMBARRASSMENT),
    "threat_of_deportation": _only(ThreatKind.DEPORTATION),
    "threat_of_legal_process": _only(ThreatKind.LEGAL_PROCESS),
    "threat_to_take_child": _only(ThreatKind.CHILD_TAKEN),
}
THREAT_TESTS: Mapping[str, Test[Threat]] = {
    "threat_specific": Test(lambda threat, _: threat.specific, ("specific",)),
    "threat_generalized": Test(lambda threat, _: negated(threat.specific), ("specific",)),
    "threat_of_future_harm": Test(_of_future_harm, ("when", "watching", "continuing"), timed=True),
    "threat_by_person": Test(lambda threat, _: True if threat.speaker else None, ("speaker",)),
    **TARGET_TESTS,
    "threatener_present": Test(lambda threat, _: threat.watching, ("watching",)),
    "threatener_watching": Test(lambda threat, _: threat.watching, ("watching",)),
    "threatener_absent": Test(_absent, ("watching",)),
    "threatener_over_client": Test(_over_client, ("watching", "when"), timed=True),
    "watched_in_part": Test(_in_part),
    "harm_to_come_later": Test(lambda threat, _: threat.harm_at_once is False),
    "threatener_capable": Test(lambda threat, _: True if threat.capacity else None, ("capacity",)),
    "credible_threat": Test(
        lambda threat, _: threat.specific is not False if threat.capacity else None, ("capacity",)
    ),
    "threat_repeated": Test(_repeated, rests_on=_repeats),
    "threat_during_offense": Test(during, ("when",), timed=True),
    "threat_within_the_hour": Test(
        _impending, ("when",), timed=True, undone_by=("continuing", "ended")
    ),
    "threat_over_an_hour_before": _ahead(HOUR, EVER),
    "threat_within_hours": Test(_within(HOURS), ("when",), timed=True),
    "threat_after_offense": Test(only_after, ("when",), timed=True),
    "threat_long_before_a_count": Test(_long_before_a_count),
    "threat_made_in_time": Test(in_time, ("when",), timed=True),
    "threat_days_before": _ahead(HOURS, DAYS),
    "threat_weeks_before": _ahead(DAYS, EVER),
    "threat_continuing": Test(continuing, ("continuing",)),
    "threat_to_the_end": Test(to_the_end, ("continuing",)),
    "threat_unabated": Test(unabated, ("continuing",)),
    "threat_ended_before_offense": Test(_ended_before, ("ended",), timed=True),
    "demand_tied_to_offense": Test(_tied, ("demanded_offense",)),
    # That a count is not named does not say that the demand was for something else.
    "demand_not_tied_to_offense": Test(
        lambda threat, _: False if threat.demanded_offense else None, ("demanded_offense",)
    ),
    "continued_after_threat_ended": Test(goes_on, ("ended",), timed=True),
    "continued_after_every_threat_ended": Test(goes_on_without_any, ("ended",), timed=True),
    "stopped_when_threat_ended": Test(stopped, ("ended",), timed=True),
    "demanded_count_over": Test(demanded_over),
    "stopped_with_threat": Test(stopped_with, ("ended",), timed=True),
}
"""Asked of threats that may carry the common-law defense: those of a kind that is not recorded
are among them, those known to be of lesser harm are not."""
LESSER_TESTS: Mapping[str, Test[Threat]] = {
    name: Test(lambda *_: False, ("kinds",)) for name in THREAT_TESTS
}
"""What is asked of those, answered no: lesser harm carries no element, however near."""
LATE_TESTS: Mapping[str, Test[Threat]] = {
    **{name: Test(lambda *_: False, ("when",)) for name in (*KIND_TESTS, *THREAT_TESTS)},
    "threat_after_offense": THREAT_TESTS["threat_after_offense"],
}
"""What is asked of those made when the offense was over: whatever they were, they carry none."""
