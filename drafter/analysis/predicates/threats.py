"""Predicates about one threat."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from drafter.analysis.predicates.order import before, between, both, either, lies_in, negated
from drafter.analysis.predicates.setting import CLIENT, Setting, Test
from drafter.casefile.coercion import Threat, ThreatKind
from drafter.casefile.record import EventKind

HOURS = timedelta(hours=24)
"""Our reading: `within hours` is within twenty-four of them."""
DAYS = timedelta(days=7)
"""Our reading: `days before` is more than a day and at most a week; `weeks`, more than that."""
EVER = timedelta.max
NOW = timedelta(0)


def _kind(kind: ThreatKind) -> Test[Threat]:
    return Test(lambda threat, _: kind in threat.kinds if threat.kinds else None, "kinds")


def _against_client(threat: Threat, _: Setting) -> bool | None:
    return CLIENT in threat.against if threat.against else None


def _against_family(threat: Threat, setting: Setting) -> bool | None:
    if not threat.against:
        return None
    return any(setting.is_family(person) for person in threat.against)


def _against_others(threat: Threat, setting: Setting) -> bool | None:
    if not threat.against:
        return None
    return any(not (each == CLIENT or setting.is_family(each)) for each in threat.against)


def _ahead(low: timedelta, high: timedelta) -> Test[Threat]:
    """Test that the threat came more than ``low`` and at most ``high`` before the offense began."""

    def holds(threat: Threat, setting: Setting) -> bool | None:
        made = setting.moment(threat.id)
        starts = setting.starts(setting.charges_of(threat))
        return either(*(lies_in(between(made, start), low, high) for start in starts))

    return Test(holds, "when")


def _during(threat: Threat, setting: Setting) -> bool | None:
    made, charges = setting.moment(threat.id), setting.charges_of(threat)
    windows = zip(setting.starts(charges), setting.ends(charges), strict=True)
    return either(
        *(both(negated(before(made, start)), negated(before(end, made))) for start, end in windows)
    )


def _ended_before(threat: Threat, setting: Setting) -> bool | None:
    if threat.continuing:
        return False
    ended = setting.moment(threat.id, "ended")
    return both(*(before(ended, start) for start in setting.starts(setting.charges_of(threat))))


def _of_future_harm(threat: Threat, setting: Setting) -> bool | None:
    soon = either(_during(threat, setting), _ahead(NOW, HOURS).holds(threat, setting))
    return both(negated(threat.watching), negated(threat.continuing), negated(soon))


def _repeated(threat: Threat, setting: Setting) -> bool | None:
    same = [each for each in setting.case.threats if each.speaker == threat.speaker]
    return True if threat.speaker and len(same) > 1 else None


def _goes_on(threat: Threat, setting: Setting) -> bool | None:
    """Whether the offense went on when the threat had objectively ended."""
    if threat.continuing:
        return False
    ended = setting.moment(threat.id, "ended")
    return either(*(before(ended, end) for end in setting.ends(setting.charges_of(threat))))


THREAT_TESTS: Mapping[str, Test[Threat]] = {
    "threat_of_death": _kind(ThreatKind.DEATH),
    "threat_of_serious_injury": _kind(ThreatKind.SERIOUS_INJURY),
    "threat_of_lesser_injury": _kind(ThreatKind.OTHER_INJURY),
    "threat_to_property": _kind(ThreatKind.PROPERTY),
    "threat_of_blackmail": _kind(ThreatKind.BLACKMAIL),
    "threat_economic": _kind(ThreatKind.ECONOMIC),
    "threat_to_job": _kind(ThreatKind.JOB),
    "threat_of_embarrassment": _kind(ThreatKind.EMBARRASSMENT),
    "threat_of_deportation": _kind(ThreatKind.DEPORTATION),
    "threat_of_legal_process": _kind(ThreatKind.LEGAL_PROCESS),
    "threat_to_take_child": _kind(ThreatKind.CHILD_TAKEN),
    "threat_specific": Test(lambda threat, _: threat.specific, "specific"),
    "threat_generalized": Test(lambda threat, _: negated(threat.specific), "specific"),
    "threat_of_future_harm": Test(_of_future_harm, "when"),
    "threat_by_person": Test(lambda threat, _: True if threat.speaker else None, "speaker"),
    "threat_to_client": Test(_against_client, "against"),
    "threat_to_family": Test(_against_family, "against"),
    "threat_to_other_person": Test(_against_others, "against"),
    "threatener_present": Test(lambda threat, _: threat.watching, "watching"),
    "threatener_watching": Test(lambda threat, _: threat.watching, "watching"),
    "threatener_absent": Test(lambda threat, _: negated(threat.watching), "watching"),
    "threatener_capable": Test(lambda threat, _: True if threat.capacity else None, "capacity"),
    "prior_violence": Test(lambda _, here: True if here.of_kind(EventKind.VIOLENCE) else None),
    "threat_repeated": Test(_repeated),
    "threat_during_offense": Test(_during, "when"),
    "threat_within_hours": _ahead(NOW, HOURS),
    "threat_days_before": _ahead(HOURS, DAYS),
    "threat_weeks_before": _ahead(DAYS, EVER),
    "threat_continuing": Test(lambda threat, _: threat.continuing, "continuing"),
    "threat_ended_before_offense": Test(_ended_before, "ended"),
    "demand_tied_to_offense": Test(
        lambda threat, _: True if threat.demanded_offense else None, "demanded_offense"
    ),
    # That a count is not named does not say that the demand was for something else.
    "demand_not_tied_to_offense": Test(
        lambda threat, _: False if threat.demanded_offense else None, "demanded_offense"
    ),
    "continued_after_threat_ended": Test(_goes_on, "ended"),
    "stopped_when_threat_ended": Test(lambda each, here: negated(_goes_on(each, here)), "ended"),
}
