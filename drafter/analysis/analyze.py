"""What follows from one record and the law on one day: every finding, put together once."""

from __future__ import annotations

from datetime import date

from drafter.analysis import deadlines, tasks
from drafter.analysis.accounts import find_accounts
from drafter.analysis.also_against import AgainstKind, find_also_against
from drafter.analysis.availability import find_availability
from drafter.analysis.changes import find_changes
from drafter.analysis.deadlines import find_deadlines
from drafter.analysis.defenses import find_defenses
from drafter.analysis.elements import find_common_law
from drafter.analysis.exhibit.doubts import find_exhibit_doubts
from drafter.analysis.exhibit_concerns import find_exhibit_concerns, find_exhibit_waits
from drafter.analysis.matrix import find_matrix, reasons_through
from drafter.analysis.occasions.table import Bearings
from drafter.analysis.plans import plans_for
from drafter.analysis.position import Position
from drafter.analysis.predicates.setting import Setting
from drafter.analysis.questions import find_questions
from drafter.analysis.reasons import find_reasons
from drafter.analysis.result import Analysis
from drafter.analysis.screening import find_screening
from drafter.analysis.sentencing.findings import find_sentencing
from drafter.analysis.statutory import find_section_28
from drafter.analysis.strategy import find_strategy
from drafter.analysis.surrender import find_surrender
from drafter.analysis.task_types import TaskFinding
from drafter.analysis.tasks import find_tasks, group_tasks
from drafter.analysis.threats import find_threats
from drafter.analysis.ties import Ties, ties_of
from drafter.doctrine.circuit import Circuit
from drafter.doctrine.in_force import Doctrine
from drafter.facts.record import Record


def analyze(record: Record, doctrine: Doctrine) -> Analysis:
    """Draw every conclusion on a case; the day and the law are the doctrine's.

    LawDataError where the library lacks a record that the case asks for.
    """
    circuit = doctrine.circuit(record.place.district.circuit)
    setting, ties = Setting(record), ties_of(record)
    at = _position(setting, doctrine, circuit, ties)
    bearings = Bearings(at)
    raised = find_tasks(at, bearings)
    offenses = frozenset(charge.offense for charge in setting.charges)
    asked = plans_for(doctrine, circuit.id, offenses).asked
    return Analysis(
        record=record,
        doctrine=doctrine,
        district=record.place.district,
        as_of=doctrine.day,
        circuit=circuit,
        defenses=find_defenses(setting, doctrine, circuit, setting.charges, at.statutory),
        common_law=at.common_law,
        also_against=at.also_against,
        statutory=at.statutory,
        threats=at.threats,
        surrender=find_surrender(record, doctrine, circuit, setting.charges),
        availability=at.availability,
        matrix=at.matrix,
        questions=at.questions,
        accounts=at.accounts,
        changes=at.changes,
        exhibit_concerns=find_exhibit_concerns(record, at.common_law, asked),
        exhibit_waits=find_exhibit_waits(record),
        exhibit_doubts=find_exhibit_doubts(record),
        sentencing=at.sentencing,
        deadlines=at.deadlines,
        tasks=raised,
        task_groups=group_tasks(raised),
        strategy=find_strategy(at, bearings, raised),
        screening=find_screening(at),
        date_dependent_until=_until(at, raised),
    )


def _position(setting: Setting, doctrine: Doctrine, circuit: Circuit, ties: Ties) -> Position:
    """Everything on which tasks and strategy are built."""
    record, charges = setting.record, setting.charges
    reasons = find_reasons(setting, doctrine, circuit, charges)
    common_law = find_common_law(setting, doctrine, circuit, reasons)
    columns = tuple(each.element for each in common_law.elements)
    also_against = find_also_against(record.case, common_law, ties)
    return Position(
        record=record,
        doctrine=doctrine,
        common_law=common_law,
        statutory=find_section_28(record, doctrine, charges, ties),
        availability=find_availability(record.case, doctrine, circuit, charges),
        threats=find_threats(setting, circuit, ties),
        matrix=find_matrix(
            record,
            doctrine,
            columns,
            reasons.of_item,
            reasons_through(setting, common_law, reasons.asked),
            common_law.resting,
            {each.id for each in also_against if each.kind is not AgainstKind.CODEFENDANT},
        ),
        questions=find_questions(setting, ties),
        accounts=find_accounts(record, doctrine, ties),
        changes=find_changes(record, common_law, reasons.asked, ties),
        deadlines=find_deadlines(record, doctrine),
        sentencing=find_sentencing(record, doctrine),
        also_against=also_against,
    )


def _until(at: Position, raised: tuple[TaskFinding, ...]) -> date | None:
    """The earliest day up to which each part stands; see ``Analysis.date_dependent_until``."""
    days = (
        at.doctrine.current_through,
        at.sentencing.date_dependent_until,
        deadlines.current_until(at.deadlines),
        tasks.current_until(raised),
        _signed_until(at),
    )
    return min((day for day in days if day), default=None)


def _signed_until(at: Position) -> date | None:
    """The last day on which a recorded review is one of this draft."""
    review = at.case.sign_off.reviewed
    return review.on if review and review.on >= at.doctrine.day else None
