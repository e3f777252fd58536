"""Tasks of one case: what to do, why, by when, and what it rests on."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from drafter.analysis.deadlines.types import DeadlineFinding
from drafter.analysis.turning.change_types import OpenQuestion
from drafter.casefile.coercion import Question, Threat
from drafter.casefile.fact import Fact
from drafter.casefile.matter import Charge
from drafter.casefile.record import Evidence
from drafter.casefile.record import Preservation as ItemKept
from drafter.doctrine.evidence import Preservation
from drafter.doctrine.task import PRESERVATION, Task


class TaskFinding(Struct, frozen=True):
    """One thing to do in this case.

    The sentence to print is the law record's title; ``facts`` say of what.
    """

    task: Task
    as_of: date
    """The day the analysis speaks of."""
    deadline: DeadlineFinding | None
    """The deadline it must be done by, recorded or not."""
    subject: str = ""
    """Id of the fact, count, gap or person it is about; empty for a task about the whole case."""
    facts: tuple[Fact, ...] = ()
    """What raises it, in the order of the record."""
    charges: tuple[Charge, ...] = ()
    """The counts it is about."""
    preserve: Preservation | None = None
    """For an item that can be lost: whom to ask, and why."""
    open: tuple[OpenQuestion, ...] = ()
    """For what is to be established: each question, with what its answer would move."""
    questions: tuple[Question, ...] = ()
    """For an answer to be had from the client: what will be asked."""

    @property
    def id(self) -> str:
        """The task's id, with the subject where one task arises several times."""
        return f"{self.task.id}.{self.subject}" if self.subject else self.task.id

    @property
    def kind(self) -> str:
        """A word of ``doctrine.task.TASK_KINDS``."""
        return self.task.kind

    @property
    def title(self) -> str:
        """What to do, an imperative sentence without a full stop."""
        return self.task.title

    @property
    def brief(self) -> str:
        """The same in few words."""
        return self.task.brief

    @property
    def because(self) -> str:
        """Why, in the law record's own sentence."""
        return self.task.because

    @property
    def authority(self) -> str | None:
        """Authority id, to be cited; None: the task rests on none."""
        return self.task.authority

    @property
    def told(self) -> tuple[Fact, ...]:
        """The facts to tell beside the title.

        A task about the whole case leaves the threats out: they would be told again and again.
        """
        if self.subject:
            return self.facts
        return tuple(each for each in self.facts if not isinstance(each, Threat))

    @property
    def _kept(self) -> ItemKept | None:
        """What counsel recorded of the keeping of an item that can be lost."""
        item = self.facts[0] if self.kind == PRESERVATION and self.facts else None
        return item.preservation if isinstance(item, Evidence) else None

    @property
    def lost_after(self) -> date | None:
        """For an item that can be lost: the last day on which it is known to exist."""
        return self._kept.lost_after if self._kept else None

    @property
    def ask(self) -> str | None:
        """For an item that can be lost, whom to ask: its holder, else whoever holds its kind."""
        holder = self._kept.holder if self._kept else None
        return holder or (self.preserve.ask if self.preserve else None)

    @property
    def due(self) -> date | None:
        """The earliest day by which it must be done; None: no day is recorded."""
        lost, day = self.lost_after, self.deadline.day if self.deadline else None
        return min(lost, day) if lost and day else lost or day

    @property
    def late(self) -> bool:
        """Whether the as-of day lies after the day it is due."""
        return self.due is not None and self.due < self.as_of


class TaskGroup(Struct, frozen=True):
    """The tasks of one kind, in order of urgency."""

    kind: str
    tasks: tuple[TaskFinding, ...]
    """Never empty."""
    repeated: frozenset[str] = frozenset()
    """The ids of those that follow another of the same task, whose reason stands with that."""

    @property
    def id(self) -> str:
        """The kind."""
        return self.kind


class NextStep(Struct, frozen=True):
    """A task that comes next for some option, to be named where it stands elsewhere in full."""

    task: TaskFinding
    """The most urgent, where one task arises several times."""
    times: int
    """How often it arises."""


class NextSteps(Struct, frozen=True):
    """What an option needs next, in order of urgency."""

    steps: tuple[NextStep, ...]
    """The first few."""
    further: int
    """How many tasks come after those."""
