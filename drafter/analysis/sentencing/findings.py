"""Everything the sentencing outline rests on, found in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from drafter.analysis.defenses.statutory import screened
from drafter.analysis.defenses.statutory_types import ScreenResult
from drafter.analysis.sentencing import bearing
from drafter.analysis.sentencing.adjustment_types import AdjustmentFinding
from drafter.analysis.sentencing.adjustments import AtSentencing, adjustment_of, level_adjustments
from drafter.analysis.sentencing.against import steps_against
from drafter.analysis.sentencing.arguments import alone, arises
from drafter.analysis.sentencing.beside import side_by_side
from drafter.analysis.sentencing.coercers import find_coercers
from drafter.analysis.sentencing.computation import computations_of, governed, running_apart
from drafter.analysis.sentencing.dates import SentencingDates, dates_of
from drafter.analysis.sentencing.factors import find_factors
from drafter.analysis.sentencing.filed import held_back, is_unfounded, telling_of_cooperation
from drafter.analysis.sentencing.floor import find_floor
from drafter.analysis.sentencing.law import SentencingLaw, cases_to_weigh, law_of
from drafter.analysis.sentencing.open_types import Confirmation, OpenItems
from drafter.analysis.sentencing.plea_types import PleaCheck, PleaState
from drafter.analysis.sentencing.telling import (
    is_unclear,
    told_with_admissions,
    undisclosed,
    unfiled_given_up,
    untold_statements,
)
from drafter.analysis.sentencing.types import (
    FactorFinding,
    LawQuestion,
    Mitigation,
    QuestionDay,
    SentencingFindings,
)
from drafter.analysis.sentencing.vehicle import find_vehicle
from drafter.analysis.sentencing.vehicle_types import Vehicle
from drafter.analysis.sentencing.weaknesses import find_weaknesses
from drafter.casefile.case import Case
from drafter.casefile.coercion import Threat
from drafter.casefile.fact import Fact
from drafter.casefile.matter import Charge, Disposition
from drafter.casefile.plea import Argument
from drafter.casefile.resolution import Checked, PsrObjection
from drafter.doctrine.guidelines import FactorGroup
from drafter.doctrine.in_force import Doctrine
from drafter.facts.disclosure import Reader, reader_of
from drafter.facts.gaps import Gap
from drafter.facts.proceedings import course_of
from drafter.facts.record import Record

_SECTIONS = ("sentencing.", "client.", "matter.judge", "matter.division", "matter.zone")
_WHOLE = frozenset({"trafficking", "threats", "opportunities", "involvement"})


def find_sentencing(record: Record, doctrine: Doctrine) -> SentencingFindings:
    """Find what sentencing comes to on ``doctrine.day``; a defense lost at trial changes nothing.

    CaseFileError: the sentencing lies before the offense ended.
    """
    case, dates, law = record.case, dates_of(record, doctrine), law_of(doctrine)
    at, convicted = _at_sentencing(record, doctrine, dates, law)
    vehicle = at.vehicle
    adjustments, valve = level_adjustments(at), adjustment_of("safety_valve", at)
    floor = find_floor(at, valve, doctrine)
    factors, plea = find_factors(record, doctrine, vehicle), _plea(case, doctrine)
    unfounded = _unfounded(factors, plea, record)
    return SentencingFindings(
        charges=at.charges,
        convicted=convicted,
        vehicle=vehicle,
        days=tuple(_days(dates, vehicle)),
        computations=at.computations,
        beside=side_by_side(at.computations, vehicle, remand=dates.remand),
        adjustments=adjustments,
        against=steps_against(at),
        safety_valve=valve,
        tried=convicted and _tried(case),
        alone=alone(case),
        floor=floor,
        factors=factors,
        plea=plea,
        narrative_conflict=_narrative_conflict(case),
        economic=bearing.economic(case),
        mitigation=_mitigation(case, law, doctrine.day),
        coercers=find_coercers(case),
        cases=cases_to_weigh(doctrine, record.place.district.circuit),
        weaknesses=find_weaknesses(record),
        open=_open(at, (*adjustments, valve, floor.adjustment), floor.bound != 0, unfounded),
        unresolved_objections=_unresolved(case),
        stamp=_stamp(dates, law),
        newer_manual=_newer_manual(dates, law),
        manual_checked=_manual_checked(case, dates, law),
        date_dependent_until=_until(dates, law),
    )


def _at_sentencing(
    record: Record, doctrine: Doctrine, dates: SentencingDates, law: SentencingLaw
) -> tuple[AtSentencing, bool]:
    """What the findings are of, and whether its counts are counts of conviction."""
    entered = computations_of(record.case.sentencing, dates, doctrine)
    vehicle = find_vehicle(record, doctrine, dates, entered)
    charges, convicted = _counts(dates)
    computations = governed(entered, vehicle)
    apart = running_apart(record.case.sentencing, dates, doctrine)
    return AtSentencing(record, law, charges, vehicle, computations, apart), convicted


def _narrative_conflict(case: Case) -> bool | None:
    plea = case.plea_agreement
    return plea.narrative_conflict if plea and case.pleads else None


def _stamp(dates: SentencingDates, law: SentencingLaw) -> str | None:
    edition = law.selection.edition(dates.taken)
    return edition.stamp if edition else None


def _manual_checked(case: Case, dates: SentencingDates, law: SentencingLaw) -> Checked | None:
    """Who read the Manual of the day: none before it was in effect, nor after the as-of day."""
    checked, edition = case.sentencing.manual_checked, law.selection.edition(dates.taken)
    if checked is None or edition is None or edition.stamp is None:
        return checked
    return checked if edition.effective <= checked.on <= dates.as_of else None


def _counts(dates: SentencingDates) -> tuple[tuple[Charge, ...], bool]:
    """The counts to be sentenced, and whether they are counts of conviction."""
    charges = tuple(each.charge for each in dates.ends)
    return charges, all(each.disposition is Disposition.CONVICTED for each in charges)


def _unresolved(case: Case) -> tuple[PsrObjection, ...]:
    return tuple(each for each in case.sentencing.psr_objections if each.resolved is False)


def _days(dates: SentencingDates, vehicle: Vehicle) -> Iterator[QuestionDay]:
    """The day of each question; the offense lasts until the last of its counts ended."""
    last = max(dates.ends, key=lambda each: each.days.last or date.min)
    yield QuestionDay(LawQuestion.MINIMUM, None, last.moment)
    yield QuestionDay(LawQuestion.MANUAL, vehicle.manual_day, None)
    yield QuestionDay(LawQuestion.PROCEDURE, dates.sentencing, None)
    yield QuestionDay(LawQuestion.ELEMENTS, dates.as_of, None)


def _tried(case: Case) -> bool:
    dates = case.matter.dates
    return dates.trial is not None and dates.plea is None and not case.pleads


def _plea(case: Case, doctrine: Doctrine) -> tuple[PleaCheck, ...]:
    agreement = case.agreement
    # A later term on the same argument takes the place of an earlier one.
    terms = {each.argument: each for each in agreement.arguments} if agreement else {}
    return tuple(
        PleaCheck(each, terms.get(each), agreement, arises(each, case, doctrine))
        for each in Argument
    )


def _mitigation(case: Case, law: SentencingLaw, as_of: date) -> Mitigation | None:
    route, screen = law.route, case.trafficking
    shown = screened(screen, case.client)
    if not route.in_force(as_of) or shown in (ScreenResult.NO_SIGNAL, ScreenResult.NOT_VICTIM):
        return None
    return Mitigation(route.subsection("d"), screen, shown)


def _unfounded(
    factors: tuple[FactorFinding, ...], plea: tuple[PleaCheck, ...], record: Record
) -> bool:
    """Whether a departure would be asked for, and nothing may be filed for one."""
    asked = [each for each in factors if each.factor.group is FactorGroup.DEPARTURE]
    barred = any(
        each.argument is Argument.DEPARTURE and each.state is PleaState.BARRED for each in plea
    )
    return not barred and is_unfounded(asked, record)


def _open(
    at: AtSentencing, adjustments: Iterable[AdjustmentFinding], minimum: bool, unfounded: bool
) -> OpenItems:
    passed = course_of(at.case.matter).read
    return OpenItems(
        gaps=tuple(_gaps(at.record, {each.id for each in at.charges})),
        tasks=at.vehicle.tasks if passed else (),
        confirm=tuple(_confirm(at, adjustments, minimum)) if passed else (),
        unsourced=tuple(each for each in _told(at.case) if not each.sources),
        held_back=tuple(held_back(at.case.threats, at.record)),
        cooperation=tuple(telling_of_cooperation(at.record)),
        untold=tuple(untold_statements(at.record)),
        with_admissions=tuple(told_with_admissions(at.record)),
        given_up=tuple(unfiled_given_up(at.record)),
        unclear=tuple(_unclear(at.case)),
        undisclosed=undisclosed(at.record),
        unfounded=unfounded,
    )


def _unclear(case: Case) -> Iterator[Threat]:
    """The threats that the court may be told of, and not how, as their words stand."""
    for each in case.threats:
        if is_unclear(each) and reader_of(each) is not Reader.TEAM:
            yield each


def _gaps(record: Record, charges_ids: set[str]) -> Iterator[Gap]:
    owners = charges_ids | {each.id for each in _told(record.case)}
    for gap in record.gaps:
        if gap.owner in owners or gap.id in _WHOLE or gap.id.startswith(_SECTIONS):
            yield gap


def _told(case: Case) -> Iterator[Fact]:
    """The facts that the outline tells."""
    for facts in (
        case.threats,
        case.opportunities,
        case.events,
        case.codefendants,
        case.client.conditions,
        case.sentencing.history,
    ):
        yield from facts


def _confirm(
    at: AtSentencing, adjustments: Iterable[AdjustmentFinding], minimum: bool
) -> Iterator[Confirmation]:
    reading = at.law.selection.reading
    yield Confirmation("manual", "Which Manual and which road", reading)
    for text in at.vehicle.texts:
        if text.confirm:
            yield Confirmation(f"{text.id}.{text.period.end}", text.title, text.confirm)
    if at.computations:
        table = at.law.table
        yield Confirmation(table.id, table.title, table.confirm)
    for each in adjustments:
        law = each.adjustment
        told = each.applies is not False and not _untold(each, at.case, minimum)
        if law.confirm and told:
            yield Confirmation(law.id, law.title, law.confirm)


def _untold(adjustment: AdjustmentFinding, case: Case, minimum: bool) -> bool:
    """Whether the outline has nothing of what is to be confirmed.

    That is what opens a minimum where there is none, and the factors of a role where
    nobody else took part.
    """
    if adjustment.id == "statutory_minimum":
        return not minimum
    return adjustment.id == "role" and alone(case) and not adjustment.claimed


def _newer_manual(dates: SentencingDates, law: SentencingLaw) -> date | None:
    """The Manual now in effect, where the day set for sentencing is past and had an older one."""
    now, then = (law.selection.edition(day) for day in (dates.as_of, dates.taken))
    newer = now is not None and (then is None or now.effective > then.effective)
    return now.effective if now and newer else None


def _until(dates: SentencingDates, law: SentencingLaw) -> date | None:
    """The day before the as-of day alone would change something.

    While no day of sentencing is set, the as-of day stands for it, and the next Manual
    that the law data lists moves the tests.
    """
    turns = [law.route.period.start]
    if dates.sentencing is None:
        editions = law.selection.editions
        turns += [each.effective for each in editions]
    later = [day for day in turns if day and day > dates.as_of]
    return min(later) - timedelta(days=1) if later else None
