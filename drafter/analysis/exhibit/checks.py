"""What the exhibit must pass: every problem, at its place in the case file."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.analysis.exhibit.numbering import is_row_number
from drafter.analysis.exhibit.sources import is_open, shown_sources, sponsors_of
from drafter.casefile.case import Exhibit, ExhibitMode
from drafter.casefile.fact import Basis, Fact
from drafter.casefile.moments import Precision, Relation
from drafter.casefile.record import Event, Invocation, Protection, Statement
from drafter.doctrine.districts import caption_name
from drafter.doctrine.in_force import Doctrine
from drafter.errors import Problem
from drafter.facts.intervals import Span
from drafter.facts.moments import Moment
from drafter.facts.place import Place
from drafter.facts.record import Record
from drafter.facts.signing import signing_problem

AUTHORITIES = {
    ExhibitMode.FRE_1006: "fre_1006",
    ExhibitMode.FRE_107: "fre_107",
    ExhibitMode.SENTENCING: "ussg_6a1_3_a",
}
"""What each mode of an approved exhibit cites."""

_CLOCK = (Precision.MINUTE, Precision.HOUR)


def row_problems(fact: Fact, record: Record, mode: ExhibitMode) -> Iterator[Problem]:
    """Yield what keeps an event out of the exhibit."""
    yield from _kind_problems(fact, record)
    yield from _reader_problems(fact, record)
    yield from _moment_problems(fact, record)
    if isinstance(fact, Statement):
        yield from _statement_problems(fact, record)
    yield from _source_problems(fact, record, mode)


def exhibit_problems(exhibit: Exhibit, record: Record, doctrine: Doctrine) -> Iterator[Problem]:
    """Yield what is wrong with the exhibit itself: its numbers and its approval."""
    yield from _number_problems(exhibit, record)
    if exhibit.approved is None:
        return
    if stranger := signing_problem(exhibit.approved, ("exhibit", "approved"), record.case_file):
        yield stranger
    if exhibit.number is None:
        message = "The exhibit is approved and has no number for its sticker."
        yield _at(record, "approved", message, "Enter `number:`, like Defense Exhibit 4.")
    if exhibit.approved.on > doctrine.day:
        message = f"The approval of {exhibit.approved.on} is later than the day of the draft."
        yield _at(record, "approved", message, "Check the day, or draft as of a later one.")
    authority = doctrine.authority(AUTHORITIES[exhibit.mode])
    if refused := authority.refusal(doctrine.day):
        message = f"An approved exhibit cites {authority.named}, which {refused.why}."
        yield _at(record, "approved", message, refused.hint)


def interval_problem(
    id: str, ends: tuple[Moment, Moment], span: Span, record: Record
) -> Problem | None:
    """What keeps an interval out: an end without its time, or an order that is not certain."""
    points = [point for end in ends for point in (end.written.start, end.written.end) if point]
    about = any(end.written.relation is Relation.ABOUT for end in ends)
    if any(point.precision is not Precision.MINUTE for point in points):
        message = f"The interval `{id}` needs the time of day at both ends."
    elif span.forward is not True or (about and not span.exact):
        message = f"The record does not fix the interval `{id}` closely enough to print it."
    else:
        return None
    hint = "Leave it out, or enter the times of its events if the record has them."
    return record.case_file.problem(id, "words", message, hint)


def _kind_problems(fact: Fact, record: Record) -> Iterator[Problem]:
    if not isinstance(fact, (Event, Statement)):
        message = f"`{fact.id}` is recorded as {_a(fact.noun)}, which is the defense's reading."
        hint = "Enter what was recorded as an event, in neutral words, and choose that."
        yield _fact_problem(fact, record, message, hint)
    elif fact.basis is Basis.GOVERNMENT_ALLEGATION:
        message = f"`{fact.id}` is an allegation, not a recorded event."
        yield _fact_problem(fact, record, message, "Leave it out, or enter the record that has it.")


def _reader_problems(fact: Fact, record: Record) -> Iterator[Problem]:
    if is_open(fact):
        return
    if fact.basis in (Basis.CLIENT_ACCOUNT, Basis.COUNSEL_INFERENCE):
        message = f"`{fact.id}` rests on `basis: {fact.basis}` and stays with the defense team."
        hint = "Leave it out, or enter the event with the record that shows it as its basis."
    else:
        message = f"`{fact.id}` has `handling: {fact.handling}` and may not be shown."
        hint = "Leave it out, or enter `handling: open` if that is right."
    yield _fact_problem(fact, record, message, hint)


def _moment_problems(fact: Fact, record: Record) -> Iterator[Problem]:
    moment = record.moments.get(fact.id)
    if moment is None or not moment.known:
        message = f"`{fact.id}` has no recorded date."
        yield _fact_problem(fact, record, message, "Enter `when:`, or leave the event out.")
        return
    yield from clock_problems(fact, record)


def clock_problems(fact: Fact, record: Record) -> Iterator[Problem]:
    """Yield that the time of a fact may be by several clocks: no paper for others tells it so."""
    moment = record.moments.get(fact.id)
    if moment is None:
        return
    points = [point for point in (moment.written.start, moment.written.end) if point]
    if not moment.zone and any(point.precision in _CLOCK for point in points):
        message = f"It is not known by which clock the time of `{fact.id}` is."
        yield record.case_file.problem(fact.id, "when", message, _zone_hint(record.place))


def _zone_hint(place: Place) -> str:
    """What settles by which clock a time is: in a division that keeps several, only its zone."""
    if place.division is None:
        zones = " or ".join(place.zones)
        return f"Write the zone after the time ({zones}), or enter `division:` under `matter:`."
    clocks = f"Clocks of {' and of '.join(place.zones)} are kept"
    return f"{clocks} in the {caption_name(place.division)}: write one of these after the time."


def _statement_problems(fact: Statement, record: Record) -> Iterator[Problem]:
    if fact.protection is not Protection.NONE:
        message = f"The statement `{fact.id}` is protected (`{fact.protection}`)."
    elif fact.invoked is not Invocation.NO:
        message = f"The statement `{fact.id}` records that a right was invoked."
    elif fact.suppression_issue is not None:
        message = f"A suppression issue is open on the statement `{fact.id}`."
    else:
        return
    yield _fact_problem(fact, record, message, "Leave it out of the exhibit.")


def _source_problems(fact: Fact, record: Record, mode: ExhibitMode) -> Iterator[Problem]:
    items = [record.evidence.items[source.evidence] for source in fact.sources]
    if not any(map(is_open, items)):
        message = f"`{fact.id}` has no source that may be shown."
        hint = "Enter under `sources:` an item with `handling: open`."
        yield _fact_problem(fact, record, message, hint)
        return
    shown = shown_sources(fact, record, mode)
    if not shown:
        message = (
            f"`{fact.id}` has no source that is a writing, recording or photograph with a Bates "
            "or exhibit number, so it cannot stand in a summary of records."
        )
        hint = "Enter the number of the item, leave the event out, or offer the exhibit as an aid."
        yield _fact_problem(fact, record, message, hint)
    elif mode is ExhibitMode.FRE_107 and not any(sponsors_of(item, record) for _, item in shown):
        message = f"`{fact.id}` has no sponsor: no open witness is listed who can bring it in."
        hint = "List under `witnesses:` who will, with `handling: open`; if need be the custodian."
        yield _fact_problem(fact, record, message, hint)


def _number_problems(exhibit: Exhibit, record: Record) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for id, number in exhibit.served_numbers.items():
        path = ("exhibit", "served_numbers", id)
        if not is_row_number(number):
            message, hint = f"`{number}` is not the number of a row.", "Write it like 6 or 6A."
            yield record.case_file.file.problem(path, message, hint)
        elif number in seen:
            message = f"`{seen[number]}` has the number {number} as well."
            hint = "Enter the numbers as they were served."
            yield record.case_file.file.problem(path, message, hint)
        seen.setdefault(number, id)


def _fact_problem(fact: Fact, record: Record, message: str, hint: str) -> Problem:
    return record.case_file.problem(fact.id, "", message, hint)


def _at(record: Record, field: str, message: str, hint: str) -> Problem:
    return record.case_file.file.problem(("exhibit", field), message, hint)


def _a(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
