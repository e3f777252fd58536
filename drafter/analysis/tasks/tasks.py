"""The tasks that a case raises, in order of urgency."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache, partial
from itertools import pairwise

from drafter.analysis.evidence.question_types import AnswerStatus
from drafter.analysis.occasions.bearing import Bearing
from drafter.analysis.occasions.table import Bearings
from drafter.analysis.occasions.unheard import unheard
from drafter.analysis.position import Position
from drafter.analysis.tasks.types import NextStep, NextSteps, TaskFinding, TaskGroup
from drafter.analysis.turning.changes import open_facts
from drafter.analysis.turning.straddles import find_straddles
from drafter.casefile.fact import Fact
from drafter.casefile.matter import Charge
from drafter.casefile.record import Evidence
from drafter.doctrine.kinds import TASKS
from drafter.doctrine.library import Library
from drafter.doctrine.occasion import Occasion
from drafter.doctrine.task import AT_ONCE, Task

STEPS_NAMED = 5
"""How many tasks are named as what an option needs next."""
Make = partial[TaskFinding]
"""Makes a finding of one task; what it is about is still to be said."""


def find_tasks(position: Position, bearings: Bearings) -> tuple[TaskFinding, ...]:
    """Every task whose occasions all hold, in order of urgency.

    First what is to be done at once, by the order of the law data; then what has a day, by
    that day; then the rest.  A task that the record leaves open is not raised: the gap is
    listed with the gaps.
    """
    found: list[TaskFinding] = []
    for task, raised in _tasks(position.doctrine.library):
        bearing = bearings.all_of(task.when)
        if bearing.holds:
            deadline = position.deadline(task.deadline) if task.deadline else None
            make = partial(TaskFinding, task, position.doctrine.day, deadline)
            found += raised(make, bearing, position)
    return tuple(sorted(found, key=_urgency))


def group_tasks(tasks: Iterable[TaskFinding]) -> tuple[TaskGroup, ...]:
    """The tasks by kind, the kind of the most urgent task first."""
    found: dict[str, list[TaskFinding]] = {}
    for each in tasks:
        found.setdefault(each.kind, []).append(each)
    return tuple(TaskGroup(kind, tuple(each), _repeated(each)) for kind, each in found.items())


def _repeated(tasks: Iterable[TaskFinding]) -> frozenset[str]:
    return frozenset(each.id for first, each in pairwise(tasks) if first.task.id == each.task.id)


def next_steps(tasks: Iterable[TaskFinding], names: Iterable[str]) -> NextSteps:
    """The most urgent of the tasks so named, each once, and how many others come after them."""
    wanted = frozenset(names)
    found: dict[str, list[TaskFinding]] = {}
    for each in tasks:
        if each.task.id in wanted:
            found.setdefault(each.task.id, []).append(each)
    steps = tuple(NextStep(each[0], len(each)) for each in found.values())
    return NextSteps(steps[:STEPS_NAMED], len(steps[STEPS_NAMED:]))


def current_until(tasks: Iterable[TaskFinding]) -> date | None:
    """The last day up to which no task becomes late; None: all are, or none has a day."""
    ahead = (due for each in tasks if (due := each.due) and due >= each.as_of)
    return min(ahead, default=None)


def _urgency(task: TaskFinding) -> tuple[bool, date, int]:
    order = task.task.order
    at_once = order < AT_ONCE
    return not at_once, date.min if at_once else task.due or date.max, order


def _for_all(make: Make, bearing: Bearing, position: Position) -> Iterator[TaskFinding]:
    """One task for everything that raises it."""
    yield make(facts=bearing.facts, charges=bearing.charges)


def _for_each(make: Make, bearing: Bearing, position: Position) -> Iterator[TaskFinding]:
    """One task for each fact."""
    for fact in bearing.facts:
        yield make(subject=fact.id, facts=(fact,))


def _to_preserve(make: Make, bearing: Bearing, position: Position) -> Iterator[TaskFinding]:
    """One task for each item that can be lost, whichever way it cuts."""
    for item in (each for each in bearing.facts if isinstance(each, Evidence)):
        preserve = position.doctrine.evidence_kind(item.kind).preserve
        yield make(subject=item.id, facts=(item,), preserve=preserve)


def _to_pin_down(make: Make, bearing: Bearing, position: Position) -> Iterator[TaskFinding]:
    """One task for each moment that leaves two readings open."""
    for each in find_straddles(position.record, position.threats):
        items = (each.fact, *each.others)
        facts = tuple(item for item in items if isinstance(item, Fact))
        charges = sorted((e for e in items if isinstance(e, Charge)), key=lambda each: each.count)
        yield make(subject=each.id, facts=facts, charges=tuple(charges))


def _to_tell_apart(make: Make, bearing: Bearing, position: Position) -> Iterator[TaskFinding]:
    """One task for every time of an hour that occurred twice: to know one is to know all."""
    subject = bearing.facts[0].id if bearing.facts else bearing.charges[0].id
    yield make(subject=subject, facts=bearing.facts, charges=bearing.charges)


def _to_establish(make: Make, bearing: Bearing, position: Position) -> Iterator[TaskFinding]:
    """One task for each fact or count about which something is open that production turns on."""
    moving = (each for each in position.changes if each.moves_production)
    counts = {each.id: each for each in position.case.charges}
    for each in open_facts(moving, position.record):
        yield make(
            subject=each.id,
            facts=(each.fact,) if each.fact else (),
            charges=(counts[each.owner],) if each.owner in counts else (),
            open=each.questions,
        )


def _to_answer(make: Make, bearing: Bearing, position: Position) -> Iterator[TaskFinding]:
    """One task for each moment or threat on which a question has no answer, with the questions."""
    for fact in bearing.facts:
        questions = tuple(
            each.question
            for each in position.questions.all
            for point in each.points
            if point.id == fact.id and point.status is AnswerStatus.UNANSWERED
        )
        yield make(subject=fact.id, facts=(fact,), questions=questions)


def _to_hear(make: Make, bearing: Bearing, position: Position) -> Iterator[TaskFinding]:
    """One task for each person who is listed nowhere, with where the record has them."""
    for person, facts in unheard(position):
        yield make(subject=person.id, facts=facts)


Raised = Callable[[Make, Bearing, Position], Iterator[TaskFinding]]

_MANNER: Mapping[Occasion, Raised] = {
    Occasion.FACT_TO_ESTABLISH: _to_establish,
    Occasion.MOMENT_TO_PIN_DOWN: _to_pin_down,
    Occasion.HOUR_TO_TELL_APART: _to_tell_apart,
    Occasion.ITEM_CAN_BE_LOST: _to_preserve,
    Occasion.ITEM_REQUESTED: _to_preserve,
    Occasion.ITEM_WITHOUT_WAY_IN: _for_each,
    Occasion.ITEM_DATE_MISSING: _for_each,
    Occasion.WITNESS_NOT_INTERVIEWED: _for_each,
    Occasion.PERSON_UNHEARD: _to_hear,
    Occasion.EARLIER_DEMAND: _for_each,
    Occasion.STATEMENT_TO_SUPPRESS: _for_each,
    Occasion.STATEMENT_CONDITIONS_OPEN: _for_each,
    Occasion.STATEMENT_TO_TRANSLATE: _for_each,
    Occasion.STATEMENT_PROTECTED: _for_each,
    Occasion.THREAT_READ_AS_LESSER: _for_each,
    Occasion.OTHER_ACT_ALLEGED: _for_each,
    Occasion.ACT_IN_COUNT_ALLEGED: _for_each,
    Occasion.QUESTION_UNANSWERED: _to_answer,
}
"""Occasions that raise one task for each of what they are about, not one for all."""


@lru_cache(maxsize=8)
def _tasks(library: Library) -> tuple[tuple[Task, Raised], ...]:
    return tuple((task, _manner(task)) for task in library.shelf(TASKS).values())


def _manner(task: Task) -> Raised:
    return next((_MANNER[each] for each in task.when if each in _MANNER), _for_all)
