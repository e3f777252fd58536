"""The dates of one case for a calendar: deadlines, and the days after which evidence may be gone.

An entry syncs to phones. It says which case by its id, which deadline by its title, on which
rule it rests and how it was counted; never a name, a fact, a paper or what is to be done.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

from drafter.analysis.deadlines.types import Counted, CountingNote, DeadlineFinding
from drafter.analysis.result import Analysis
from drafter.analysis.tasks.types import TaskFinding
from drafter.composition.blocks import Audience
from drafter.composition.calendar_file import Entry, calendar_file
from drafter.composition.vocabulary.citing import Citing
from drafter.composition.vocabulary.dates import day, moment
from drafter.composition.vocabulary.labels import label
from drafter.doctrine.deadline import Side
from drafter.doctrine.holidays import AfterService, Closings, Observance
from drafter.typography import curled
from drafter.versions.files import write_named


def entries_of(analysis: Analysis) -> tuple[Entry, ...]:
    """Every deadline that has a day and is not met, and every day of loss, by day.

    What lies before the as-of day is marked as past, and stays: nothing shows that it was done.
    """
    cited = Citing(analysis.doctrine, Audience.INTERNAL, claims=False)
    found = (
        *(_deadline(each, on, analysis, cited) for each in analysis.deadlines
            if (on := each.day) and not each.done),
        *(_loss(each, last, analysis) for each in analysis.tasks if (last := each.lost_after)),
    )  # fmt: skip
    return tuple(sorted(found, key=lambda each: (each.when.isoformat()[:10], each.uid)))


def undated(analysis: Analysis) -> tuple[DeadlineFinding, ...]:
    """The deadlines that no calendar can hold, since their day is not known."""
    return tuple(each for each in analysis.deadlines if not (each.day or each.done))


def write_calendar(path: Path, entries: tuple[Entry, ...], as_of: date, *, force: bool) -> None:
    """Write the file; OutputError where it cannot be, or another is there and no ``force``."""
    write_named(path, calendar_file(entries, as_of), force=force)


def _deadline(found: DeadlineFinding, on: date, analysis: Analysis, cited: Citing) -> Entry:
    rule, case = found.deadline, analysis.record.case
    lines = (
        rule.statement,
        _cite(cited, rule.authority, rule),
        *_counting(found, cited),
        *([] if found.holds is not None else ["One judge’s practice: confirm that it applies."]),
        *([rule.confirm] if rule.confirm else []),
        *(_note(each, cited) for each in analysis.counting_notes if found in each.deadlines),
        f"To act: {rule.party}.",
        *_tasks(found, analysis),
        _standing(analysis),
    )
    # The id of a paper is counsel's word; its digest tells two of them apart all the same.
    of = f"{rule.id}-{_digest(found.paper.id)}" if found.paper else rule.id
    when = (found.at.earliest if found.at else None) or on
    past = "PAST DUE: " if found.passed else ""
    summary = f"{past}{case.id}: {rule.title}"
    return Entry(f"{case.id}.{of}@drafter", when, summary, _joined(lines))


def _counting(found: DeadlineFinding, cited: Citing) -> Iterator[str]:
    """How the day was found, both readings, and past which days."""
    count = found.counted
    if found.order:
        yield "The day is the one that the court’s order names; it was not counted."
    if found.closed:
        closed = _fell_on(label(found.closed.why), found.closed.name)
        yield f"It falls on {closed}; it does not move."
    if found.at:
        yield f"Act by {moment(found.at)}."
    if count is None:
        return
    way = "back" if found.deadline.side is Side.BEFORE else "forward"
    start = "the hour of the hearing of " if found.at else ""
    yield f"Counted {way} from {start}{day(found.anchor)} under {_cite(cited, count.rule)}"
    if count.skipped:
        over = (
            f"{day(each.day)} ({_fell_on(label(each.why), each.name)})" for each in count.skipped
        )
        yield f"The period itself ends on {day(count.nominal)}; passed over: {', '.join(over)}."
    yield from _later(found, count, cited)


def _later(found: DeadlineFinding, count: Counted, cited: Citing) -> Iterator[str]:
    other = moment(found.other_at) if found.other_at else day(count.other)
    if other:
        yield f"On a contested holiday’s later reading: {other}. Act on the earlier."
    if added := count.added:
        if added.certain:
            yield f"Without the days that service adds: {day(added.otherwise)}."
        else:
            yield f"With the days that service may add: {day(added.until)}. Act on the earlier."
        yield _cite(cited, added.law.authority, added.law)


def _fell_on(why: str | None, name: str) -> str:
    return f"{name}, {why}" if name else str(why)


def _note(note: CountingNote, cited: Citing) -> str:
    """What must be told of the counting, in the law record's own sentences."""
    law = note.record
    match law:
        case Closings():
            listed = f"Listed: {day(law.listed_from)} through {day(law.listed_through)}."
            return f"{_marked(law)} {law.use} {listed}"
        case Observance():
            return f"{_marked(law)} To confirm: {law.confirm}"
        case AfterService():
            return f"{law.statement} {law.confirm}"
    cite = _cite(cited, law.authority, law) if law.authority else ""
    return f"{law.statement} {cite} {law.use or ''}".rstrip()


def _marked(law: Closings | Observance) -> str:
    """What is said on no authority, with its mark."""
    return f"{law.statement.rstrip('.')} [{law.marks.phrase(None)}]."


def _tasks(found: DeadlineFinding, analysis: Analysis) -> Iterator[str]:
    """How many tasks hang on it: what they are is strategy."""
    due = sum(1 for each in analysis.tasks if each.deadline and each.deadline.id == found.id)
    if due:
        yield f"Tasks of the memorandum due by this day: {due}."


def _loss(task: TaskFinding, last: date, analysis: Analysis) -> Entry:
    case = analysis.record.case
    past = "PAST: " if last < analysis.as_of else ""
    summary = f"{past}{case.id}: Evidence may be gone after this day"
    told = "The memorandum’s task of preservation says which item, and whom to ask."
    # An item's id is counsel's word and may name somebody.
    uid = f"{case.id}.preservation-{_digest(task.subject)}@drafter"
    return Entry(uid, last, summary, _joined((told, _standing(analysis))))


def _standing(analysis: Analysis) -> str:
    return f"As of {day(analysis.as_of)}; confirm before relying on it. Attorney work product."


def _cite(cited: Citing, id: str, of: object = None) -> str:
    """The citation with its mark, as internal documents print it, as a sentence."""
    words = "".join(run.text for run in cited.cite(id, of=of))
    return words if words.endswith(".") else f"{words}."


def _joined(lines: tuple[str, ...]) -> str:
    return "\n".join(curled(" ".join(line.split())) for line in lines)


def _digest(id: str) -> str:
    return sha256(id.encode()).hexdigest()[:12]
