"""The statutory route, 18 U.S.C. § 28: what the screen shows, which counts are covered."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from drafter.analysis.defenses.statutory_types import (
    ChargeCoverage,
    CoveredLevel,
    ScreenResult,
    Section28,
)
from drafter.analysis.ties import Ties
from drafter.casefile.coercion import TraffickingKind, TraffickingScreen
from drafter.casefile.matter import Charge, Client
from drafter.doctrine.in_force import Doctrine
from drafter.doctrine.route import Route
from drafter.facts.gaps import Gap
from drafter.facts.moments import Moment
from drafter.facts.proceedings import Course, course_of
from drafter.facts.record import Record
from drafter.facts.zones import zone_named

_ADULT = 18
_YES = ("force", "fraud", "coercion", "documents_taken")
_MEANS = ("force", "fraud", "coercion")
_DENIALS = frozenset({"no", "none", "not", "nothing", "never", "denied", "n/a"})


def find_section_28(
    record: Record, doctrine: Doctrine, charges: tuple[Charge, ...], ties: Ties
) -> Section28:
    """Find how the case stands to the statute; it is not merged with the common law."""
    route, screen = doctrine.route("section_28"), record.case.trafficking
    signals = _signals(screen, record.case.client) if screen else ()
    return Section28(
        route=route,
        in_force=route.in_force(doctrine.day),
        screen=screen,
        result=_result(screen, signals),
        signals=signals,
        facts=(screen,) if screen else (),
        coverage=tuple(_coverage(each, route, record) for each in charges),
        gaps=_gaps(record, screen, charges, ties),
    )


def screened(screen: TraffickingScreen | None, client: Client) -> ScreenResult:
    """What the trafficking screen shows."""
    return _result(screen, _signals(screen, client) if screen else ())


def _signals(screen: TraffickingScreen, client: Client) -> tuple[str, ...]:
    """The fields that point to trafficking.

    Our reading: a debt in words counts unless the words begin with a denial.  How the client
    was recruited is no sign: every job begins somehow, and its words are printed as they stand.
    """
    found = [name for name in _YES if getattr(screen, name)]
    if _affirmed(screen.debt):
        found.append("debt")
    age = client.age_at_offense if screen.age_then is None else screen.age_then
    if TraffickingKind.SEX in screen.kinds and age is not None and age < _ADULT:
        found.append("child")
    return tuple(found)


def _affirmed(words: str | None) -> bool:
    return words is not None and words.casefold().replace(",", " ").split()[0] not in _DENIALS


def _result(screen: TraffickingScreen | None, signals: tuple[str, ...]) -> ScreenResult:
    if screen is None:
        return ScreenResult.NOT_SCREENED
    if screen.victim_at_offense is not None:
        return ScreenResult.VICTIM if screen.victim_at_offense else ScreenResult.NOT_VICTIM
    if signals:
        return ScreenResult.SIGNALS
    asked = all(getattr(screen, name) is not None for name in _MEANS)
    return ScreenResult.NO_SIGNAL if asked else ScreenResult.UNFINISHED


def _coverage(charge: Charge, route: Route, record: Record) -> ChargeCoverage:
    level = _level(charge, course_of(record.case.matter))
    began, ended = (record.moments.get(f"{charge.id}.{end}") for end in ("start", "end"))
    enacted = route.period.start
    return ChargeCoverage(
        charge, level, _before(began, enacted, record), _before(ended, enacted, record)
    )


def _level(charge: Charge, course: Course) -> CoveredLevel:
    if course.violation:
        return CoveredLevel.NOT_READ
    if charge.violent is None:
        return CoveredLevel.UNKNOWN
    return CoveredLevel.LEVEL_B if charge.violent else CoveredLevel.LEVEL_A


def _before(moment: Moment | None, day: date | None, record: Record) -> bool | None:
    """Whether a moment is certainly before the first minute of a day at the place of the court."""
    zone = zone_named(record.place.zones[0])
    if moment is None or day is None or zone is None:
        return None
    boundary = _midnight(day, zone)
    if moment.latest is not None and moment.latest < boundary:
        return True
    return False if moment.earliest is not None and moment.earliest >= boundary else None


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone)


def _gaps(
    record: Record,
    screen: TraffickingScreen | None,
    charges: tuple[Charge, ...],
    ties: Ties,
) -> tuple[Gap, ...]:
    """The screen or what is missing of it, and what decides whether a count is covered."""
    violent = () if course_of(record.case.matter).violation else charges
    asked = ("trafficking", *(f"{each.id}.violent" for each in violent))
    found = [gap for gap in map(record.gap, asked) if gap]
    return (*(ties.gaps_of(screen.id) if screen else ()), *found)
