"""The exhibit as its template sees it, made from what may leave the office and nothing else."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from drafter.analysis.exhibit.checks import (
    AUTHORITIES,
    exhibit_problems,
    interval_problem,
    row_problems,
)
from drafter.analysis.exhibit.numbering import number_rows
from drafter.analysis.exhibit.picture import picture_of
from drafter.analysis.exhibit.sources import name_of, shown_sources, sponsors_of
from drafter.analysis.exhibit.types import (
    Caption,
    ExhibitRow,
    ExhibitView,
    ShownInterval,
    ShownSource,
)
from drafter.casefile.case import Exhibit, ExhibitInterval
from drafter.casefile.fact import Fact, Source
from drafter.casefile.moments import Relation
from drafter.casefile.record import Event, Evidence, Form, Statement
from drafter.doctrine.districts import caption_name
from drafter.doctrine.in_force import Doctrine
from drafter.errors import CaseFileError, GateError, Problem
from drafter.facts.clocks import clocks_set, showed
from drafter.facts.disclosure import public_client
from drafter.facts.intervals import span_between
from drafter.facts.moments import Moment, place_moment
from drafter.facts.record import Record
from drafter.facts.timeline import begins
from drafter.typography import without_stop


def exhibit_view(record: Record, doctrine: Doctrine) -> ExhibitView:
    """The exhibit that counsel chose; GateError with everything that may not leave the office.

    CaseFileError where the case file plans no exhibit.
    Two accounts of one moment are two rows: each stands on its own open source, or the
    exhibit is refused, and nothing says that either is disputed.
    """
    exhibit = record.case.exhibit
    if exhibit is None:
        raise CaseFileError(f"{record.case_file.file.path}: no `exhibit:` is planned.")
    problems = _problems(exhibit, record, doctrine)
    if problems:
        raise GateError(problems)
    # Counsel's own order holds among events of one moment.
    ids = sorted(exhibit.events, key=lambda id: begins(record.moments[id]))
    numbers = number_rows(ids, exhibit.served_numbers)
    clock = record.place.zones[0]
    rows = tuple(_row(record.facts[id], numbers[id], exhibit, record) for id in ids)
    intervals = tuple(_interval(each, numbers, record) for each in exhibit.intervals)
    return ExhibitView(
        mode=exhibit.mode,
        title=exhibit.title,
        number=exhibit.number,
        caption=_caption(record),
        approved=exhibit.approved is not None,
        authority=AUTHORITIES[exhibit.mode] if exhibit.approved else None,
        clock=clock,
        rows=rows,
        intervals=intervals,
        picture=picture_of(rows, intervals, clock),
    )


def _problems(exhibit: Exhibit, record: Record, doctrine: Doctrine) -> list[Problem]:
    problems = list(exhibit_problems(exhibit, record, doctrine))
    for id in exhibit.events:
        problems += row_problems(record.facts[id], record, exhibit.mode)
    for each in exhibit.intervals:
        found = _interval_problem(each, record)
        problems += [found] if found else []
    return problems


def _caption(record: Record) -> Caption:
    place, case = record.place, record.case
    court = ["United States District Court", place.district.name]
    if place.division:
        court.append(caption_name(place.division))
    defendant = public_client(case.client).name
    return Caption(tuple(line.upper() for line in court), defendant.upper(), case.matter.docket)


def _row(fact: Fact, number: str, exhibit: Exhibit, record: Record) -> ExhibitRow:
    shown = shown_sources(fact, record, exhibit.mode)
    items = {item.id: item for _, item in shown}
    sponsors = dict.fromkeys(name for item in items.values() for name in sponsors_of(item, record))
    speaker, to, what = _told(fact, record)
    there = showed(record.moments[fact.id], record.place.zones[0])
    return ExhibitRow(
        id=fact.id,
        number=number,
        moment=record.moments[fact.id],
        clocks_agree=there is not None and there.alike,
        speaker=speaker,
        to=to,
        what=what,
        where=(fact.where or "") if isinstance(fact, Event) else "",
        sources=tuple(_source(source, item, record) for source, item in shown),
        sponsors=tuple(sponsors),
        basis=fact.basis,
        forms=tuple(dict.fromkeys(item.form for _, item in shown)),
        records=sum(items.keys().isdisjoint(item.derives_from) for item in items.values()),
    )


def _told(fact: Fact, record: Record) -> tuple[str, str, str]:
    """For a statement who said it and to whom; and what happened or was said."""
    if isinstance(fact, Statement):
        return name_of(fact.speaker, record), fact.to, fact.summary
    return "", "", fact.what if isinstance(fact, Event) else ""


def _source(source: Source, item: Evidence, record: Record) -> ShownSource:
    testimony = item.form is Form.TESTIMONY and item.witness is not None
    numbers = ", ".join(each for each in (item.exhibit, item.bates) if each)
    name = name_of(item.witness, record) if testimony and item.witness else without_stop(item.what)
    return ShownSource(item.id, numbers or name, testimony and not numbers, source.pin)


def _interval(each: ExhibitInterval, numbers: Mapping[str, str], record: Record) -> ShownInterval:
    start, end = (_as_written(record.moments[id], record) for id in (each.start, each.end))
    about = any(
        record.moments[id].written.relation is Relation.ABOUT for id in (each.start, each.end)
    )
    span = span_between(start, end, each_alone=True)
    court = record.place.zones[0]
    return ShownInterval(
        id=each.id,
        words=each.words,
        start=numbers[each.start],
        end=numbers[each.end],
        span=span,
        about=about,
        clocks=clocks_set(start, end, start.zone, end.zone, court),
        drawn_clocks=clocks_set(start, end, court),
    )


def _interval_problem(each: ExhibitInterval, record: Record) -> Problem | None:
    """What keeps an interval out; what is wrong with its events is said of them."""
    moments = [record.moments.get(id) for id in (each.start, each.end)]
    known = [moment for moment in moments if moment and moment.known]
    if len(known) < 2:
        return None
    start, end = (_as_written(moment, record) for moment in known)
    return interval_problem(
        each.id, (known[0], known[1]), span_between(start, end, each_alone=True), record
    )


def _as_written(moment: Moment, record: Record) -> Moment:
    """A moment `about` a time as that time: how far `about` reaches is ours, not the record's."""
    written = moment.written
    if written.relation is not Relation.ABOUT:
        return moment
    return place_moment(replace(written, relation=Relation.AT), record.place.zones)
