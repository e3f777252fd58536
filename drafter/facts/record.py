"""The record of one case: its facts placed in time and tied to their evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import get_args

from drafter.casefile.case import Case, facts_of
from drafter.casefile.fact import Fact, Section
from drafter.casefile.matter import Charge
from drafter.casefile.moments import Point, Precision, WrittenMoment
from drafter.casefile.reader import CaseFile
from drafter.doctrine.districts import Districts
from drafter.errors import CaseFileError, Problem
from drafter.facts.chronology import chronology_problems
from drafter.facts.contacts import hours_of
from drafter.facts.evidence import EvidenceIndex, index_of
from drafter.facts.gaps import Gap, find_gaps
from drafter.facts.hearings import hearings_of
from drafter.facts.moments import Moment, NoSuchMoment, place_moment
from drafter.facts.place import Place, place_of
from drafter.facts.surrender import SurrenderTimeline, surrender_of
from drafter.facts.telling import Row, rows_of
from drafter.facts.timeline import TimelineEntry, timeline_of

_CLOCK = (Precision.MINUTE, Precision.HOUR)


@dataclass(frozen=True, slots=True)
class Record:
    """Everything that analysis reads of one case."""

    case: Case
    case_file: CaseFile = field(repr=False)
    """Where each item stands, for messages."""
    place: Place
    facts: Mapping[str, Fact]
    """Every fact by id, in the order of the case file."""
    moments: Mapping[str, Moment]
    """`<fact id>` for its `when`; `<id>.<field>` for another moment: `threat-1.ended`,
    `count-1.start`.  A moment that is not recorded is not a key."""
    gaps: tuple[Gap, ...]
    timeline: tuple[TimelineEntry, ...]
    """Every timed fact in time order, those of unknown time last."""
    evidence: EvidenceIndex
    surrender: SurrenderTimeline
    hearings: Mapping[str, Moment]
    """The hearings whose hour is recorded, by the name of their day: `sentencing`."""
    _gap_by_id: Mapping[str, Gap] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the gaps."""
        object.__setattr__(self, "_gap_by_id", {gap.id: gap for gap in self.gaps})

    @property
    def chronology(self) -> tuple[Row, ...]:
        """What happened, in time order, one row for one moment."""
        hours = hours_of(self.case, self.moments)
        return rows_of(self.timeline, self.case.charges, self.moments, self.place.zones, hours)

    @property
    def told(self) -> tuple[Fact, ...]:
        """The facts of the chronology in its order, for whatever tells them one by one."""
        return tuple(fact for row in self.chronology for fact in row.facts)

    @property
    def annotated(self) -> tuple[Fact, ...]:
        """The facts with words for the team alone: a note or a strategy."""
        return tuple(each for each in self.facts.values() if each.note or each.strategy)

    def gap(self, id: str) -> Gap | None:
        """The gap of that id; None: the fact is recorded, or is not asked for."""
        return self._gap_by_id.get(id)


def record_of(case_file: CaseFile, districts: Districts) -> Record:
    """Place a case in time.

    CaseFileError with every problem, in file order, for a local time or a zone that
    does not exist, an end certainly before its start, and days of the court in an order
    that cannot be.
    """
    case, place = case_file.case, place_of(case_file, districts)
    facts = {fact.id: fact for _, fact in facts_of(case)}
    moments, problems = _moments(case_file, facts, place)
    hearings, without = hearings_of(case_file, place)
    problems += (*without, *chronology_problems(case_file, moments))
    if problems:
        raise CaseFileError(sorted(problems, key=_line))
    return Record(
        case,
        case_file,
        place,
        facts,
        moments,
        (
            *find_gaps(case, place.zones, moments),
            *_clock_gap(place, (*moments.values(), *hearings.values())),
        ),
        timeline_of(facts, moments),
        index_of(case, facts),
        surrender_of(case, moments),
        hearings,
    )


def _moments(
    case_file: CaseFile, facts: Mapping[str, Fact], place: Place
) -> tuple[dict[str, Moment], list[Problem]]:
    """Every moment by its key, and what is wrong with the others."""
    placed: dict[str, Moment] = {}
    problems: list[Problem] = []
    items: tuple[Fact | Charge, ...] = (*case_file.case.charges, *facts.values())
    for item in items:
        for name in _moment_fields(type(item)):
            written = getattr(item, name)
            if written is None:
                continue
            try:
                key = item.id if name == "when" else f"{item.id}.{name}"
                placed[key] = place_moment(written, place.zones)
            except NoSuchMoment as fault:
                problems.append(case_file.problem(item.id, name, fault.message, fault.hint))
    return placed, problems


@cache
def _moment_fields(section: type[Section]) -> tuple[str, ...]:
    """The fields of a section that hold a moment."""
    return tuple(
        name
        for name, each in section.model_fields.items()
        if WrittenMoment in _types_in(each.annotation)
    )


def _types_in(annotation: object) -> Iterator[object]:
    yield annotation
    for argument in get_args(annotation):
        yield from _types_in(argument)


def _clock_gap(place: Place, moments: Iterable[Moment]) -> Iterator[Gap]:
    """The clock of a division that keeps two, where some hour is written without a zone."""
    points = (each for moment in moments for each in _points(moment))
    unclear = any(each.precision in _CLOCK and not each.zone for each in points)
    if place.division and not place.one_clock and unclear:
        yield Gap("matter.zone", "by which clock the times without a zone are", "", "")


def _points(moment: Moment) -> Iterator[Point]:
    written = moment.written
    return (point for point in (written.start, written.end) if point)


def _line(problem: Problem) -> tuple[int, int]:
    place = problem.location
    return (place.line, place.column) if place else (0, 0)
