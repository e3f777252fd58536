"""The parts of a count that lasts over which no threat stood by which an element is shown.

A threat stands from when it was made until an end of it is recorded.  Whatever is not certain,
a moment that is missing or too wide, leaves no part of a count without a threat.  The part
after the last threat is none of these: what it means that a count outlasted every threat is
asked by rules of their own, on how long the conduct may last and on giving up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from drafter.analysis.elements.shown_types import Stretch
from drafter.analysis.elements.untied import OF_A_THREAT
from drafter.analysis.findings import Reason
from drafter.analysis.predicates.hours import PART
from drafter.analysis.predicates.order import before, between, earlier
from drafter.analysis.predicates.setting import Setting
from drafter.casefile.coercion import Threat
from drafter.casefile.matter import Charge
from drafter.doctrine.in_force import Doctrine
from drafter.doctrine.vocabulary import Concept
from drafter.facts.grave import is_lesser
from drafter.facts.moments import Moment

_FIRST = datetime.min.replace(tzinfo=UTC)


def lasts(charge: Charge, doctrine: Doctrine) -> bool | None:
    """Whether a count lasts: as counsel recorded it, else by the nature of the offense."""
    if charge.continuing is not None:
        return charge.continuing
    return True if doctrine.offense(charge.offense).continuing else None


def find_stretches(
    element: Concept,
    showing: Iterable[Reason],
    charges: Iterable[Charge],
    setting: Setting,
    doctrine: Doctrine,
) -> tuple[Stretch, ...]:
    """Find them for the counts that last, of an element that is about a threat.

    A threat that is recorded as demanding another count covers no part of this one; a count
    that no threat covers at all is none of these.
    """
    facts = [each.fact for each in showing] if element in OF_A_THREAT else []
    threats = {each.id: each for each in facts if isinstance(each, Threat)}
    if not threats:
        return ()
    lasting = (each for each in charges if lasts(each, doctrine))
    return tuple(
        stretch for charge in lasting for stretch in _of_count(charge, threats.values(), setting)
    )


def _of_count(charge: Charge, threats: Iterable[Threat], setting: Setting) -> Iterator[Stretch]:
    """Yield the parts of one count, in time order."""
    over = setting.moment(charge.id, "end")
    bearing = [each for each in threats if each.may_demand(charge.id)]
    within = [each for each in bearing if not earlier(over, setting.moment(each.id))]
    after, reach = None, setting.moment(charge.id, "start")
    for threat in sorted(within, key=lambda each: _earliest(setting.moment(each.id))):
        made, ended = setting.moment(threat.id), setting.moment(threat.id, "ended")
        shortest = between(reach, made)[0]
        if reach and made and shortest and shortest > PART:
            lesser = () if after else tuple(_lesser(charge, reach, made, setting))
            yield Stretch(charge, reach, made, after, threat, lesser)
        if ended is None or ended.latest is None:
            return
        if reach is None or reach.latest is None or ended.latest > reach.latest:
            after, reach = threat, ended


def _earliest(moment: Moment | None) -> datetime:
    return moment.earliest if moment and moment.earliest else _FIRST


def _lesser(charge: Charge, start: Moment, end: Moment, setting: Setting) -> Iterator[Threat]:
    for each in setting.case.threats:
        made, ended = setting.moment(each.id), setting.moment(each.id, "ended")
        stood = before(made, end) and not earlier(ended, start)
        if charge.id in each.demanded_offense and is_lesser(each) and stood:
            yield each
