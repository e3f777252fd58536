"""What a filing argues: the road, the factors with the facts for them, and the decisions cited."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from drafter.analysis.filing.agreement import varies
from drafter.analysis.filing.gates import argued
from drafter.analysis.filing.sealing import tells_of_the_client
from drafter.analysis.filing.types import FiledArgument, FiledCase, FiledFactor
from drafter.analysis.result import Analysis
from drafter.analysis.sentencing.computation_types import Comparison
from drafter.analysis.sentencing.filed import filed_for, is_unfounded
from drafter.analysis.sentencing.types import FactorFinding, SentencingFindings
from drafter.casefile.plea import Argument
from drafter.casefile.record import Statement
from drafter.doctrine import kinds
from drafter.doctrine.authority import Authority, Outward
from drafter.doctrine.guidelines import FactorRole
from drafter.doctrine.in_force import Doctrine
from drafter.doctrine.manual_selection import ManualChoice, Road
from drafter.facts.disclosure import Reader
from drafter.facts.record import Record

_SAME_MANUAL = "otherwise.sentencing_manual"
"""The reading that the tests reach where the offense ended under the Manual of the sentencing."""
_TOLD_BELOW = ("history", "disparity")
"""Factors of the variance that have a section of their own."""
_OPINION = "the opinion"
"""Where a quotation was read that the court itself wrote."""


def argument_of(analysis: Analysis) -> FiledArgument:
    """What the public filing argues: never what the plea agreement bars."""
    findings, record = analysis.sentencing, analysis.record
    vehicle = findings.vehicle
    departs = vehicle.departs and argued(findings, Argument.DEPARTURE)
    variation = varies(findings)
    weighs = variation or findings.within_range
    departure = _factors(findings.departure, record) if departs else ()
    variance = _factors(findings.variance, record) if weighs else ()
    variance = tuple(each for each in variance if each.id not in _TOLD_BELOW)
    departure, variance = _pointing_once(departure, variance)
    sealed = tells_of_the_client(record)
    return FiledArgument(
        road=vehicle.road if departs else Road.VARIANCE_ONLY,
        manual=vehicle.manual,
        manual_day=vehicle.manual_day,
        reserves=_reserves(findings),
        no_higher=_no_higher(findings),
        text=vehicle.texts[0] if departs and len(vehicle.texts) == 1 else None,
        departure=departure,
        departure_sealed=departs and not departure and not is_unfounded(findings.departure, record),
        variance=variance,
        varies=variation,
        weighs=weighs,
        formerly=variation and not vehicle.departs and argued(findings, Argument.DEPARTURE),
        under_seal=sealed and not (departure or variance),
        more_sealed=sealed and bool(departure or variance),
        cases=tuple(_cases(findings, analysis.doctrine)) if departs else (),
    )


def _reserves(findings: SentencingFindings) -> bool:
    """Whether the ex post facto point stays open: only a comparison, or one Manual, closes it."""
    vehicle = findings.vehicle
    if vehicle.manual is not ManualChoice.SENTENCING_DATE or _no_higher(findings):
        return False
    return any(each.id != _SAME_MANUAL for each in vehicle.readings)


def _no_higher(findings: SentencingFindings) -> bool:
    """Whether a comparison, which no contested step turns, closes the ex post facto point."""
    pair, manual = findings.beside, findings.vehicle.manual
    if pair is None or not pair.asked or pair.turns:
        return False
    return pair.comparison is Comparison.EQUAL_OR_LOWER and manual is ManualChoice.SENTENCING_DATE


def _factors(found: tuple[FactorFinding, ...], record: Record) -> tuple[FiledFactor, ...]:
    """The factors for which something may be filed; a bar is met in the working edition."""
    factors = (
        FiledFactor(each.factor, filed_for(each, record, Reader.PUBLIC))
        for each in found
        if each.factor.role is not FactorRole.BAR
    )
    return tuple(each for each in factors if each.facts)


def _pointing_once(*groups: tuple[FiledFactor, ...]) -> Iterator[tuple[FiledFactor, ...]]:
    """Yield the factors, each with the statements to which one before it points."""
    pointed: set[str] = set()
    for group in groups:
        found = []
        for each in group:
            own = [told.id for told in each.facts if isinstance(told.fact, Statement)]
            again = tuple(id for id in own if id in pointed)
            found.append(replace(each, again=again))
            pointed.update(own)
        yield tuple(found)


def _cases(findings: SentencingFindings, doctrine: Doctrine) -> Iterator[FiledCase]:
    """Yield the decisions cited; words are quoted to a court with their page, or not at all."""
    for each in findings.filed_cases:
        if each.page_wanted:
            continue
        authority = each.authority
        own = authority.of_circuit and authority.quoted_from == _OPINION
        named = own if authority.outward is Outward.QUOTED_WORDS_ONLY else not each.controlling
        court = _court(authority, doctrine) if named else None
        yield FiledCase(authority, court)


def _court(authority: Authority, doctrine: Doctrine) -> str | None:
    """The court of a decision, as a sentence names it after `the`; None: not one of the list."""
    if authority.of_circuit:
        return doctrine.circuit(authority.court).adjective
    district = doctrine.only(kinds.DISTRICTS).find(authority.court)
    return district.name if district else None
