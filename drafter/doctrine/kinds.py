"""Which folder of the law library holds which kind of record."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

from msgspec import Struct

from drafter.doctrine.authority import Authority, BlockedCitation
from drafter.doctrine.circuit import Circuit
from drafter.doctrine.defense import DefenseRecord
from drafter.doctrine.element import Element
from drafter.doctrine.evidence import EvidenceKind
from drafter.doctrine.offense import Offense
from drafter.doctrine.records import Record
from drafter.doctrine.route import Route
from drafter.doctrine.rule import Rule
from drafter.doctrine.task import Task

if TYPE_CHECKING:
    from drafter.doctrine.claim import Claim
    from drafter.doctrine.deadline import Deadline
    from drafter.doctrine.districts import Districts
    from drafter.doctrine.guidelines import Adjustment, PolicyStatement, SentencingFactor
    from drafter.doctrine.holidays import Holidays
    from drafter.doctrine.manual_selection import ManualSelection
    from drafter.doctrine.outline_section import OutlineSections
    from drafter.doctrine.reading import Readings
    from drafter.doctrine.sentencing_table import SentencingTable
    from drafter.doctrine.strategy import Stakes, StrategyOption

T_co = TypeVar("T_co", covariant=True)


class Kind(Struct, Generic[T_co], frozen=True):
    """A kind of record: the folder (or single file) it lies in, and what reads it."""

    place: str
    """`authorities`, or with its ending the one file: `guidelines/sentencing_table.yaml`."""
    read: Callable[[Record], T_co]
    noun: str
    """What a message calls one of them."""

    @property
    def key(self) -> str:
        """The key of a kind that is one file; empty for a folder."""
        name = self.place.rpartition("/")[2]
        return name.removesuffix(".yaml") if name.endswith(".yaml") else ""


# The types below are imported when first read: a memo needs no sentencing table, and each
# class costs a millisecond.


def _claim(record: Record) -> Claim:
    from drafter.doctrine.claim import Claim

    return Claim.from_record(record)


def _deadline(record: Record) -> Deadline:
    from drafter.doctrine.deadline import Deadline

    return Deadline.from_record(record)


def _districts(record: Record) -> Districts:
    from drafter.doctrine.districts import Districts

    return Districts.from_record(record)


def _holidays(record: Record) -> Holidays:
    from drafter.doctrine.holidays import Holidays

    return Holidays.from_record(record)


def _policy_statement(record: Record) -> PolicyStatement:
    from drafter.doctrine.guidelines import PolicyStatement

    return PolicyStatement.from_record(record)


def _factor(record: Record) -> SentencingFactor:
    from drafter.doctrine.guidelines import SentencingFactor

    return SentencingFactor.from_record(record)


def _adjustment(record: Record) -> Adjustment:
    from drafter.doctrine.guidelines import Adjustment

    return Adjustment.from_record(record)


def _manual_selection(record: Record) -> ManualSelection:
    from drafter.doctrine.manual_selection import ManualSelection

    return ManualSelection.from_record(record)


def _outline_sections(record: Record) -> OutlineSections:
    from drafter.doctrine.outline_section import OutlineSections

    return OutlineSections.from_record(record)


def _sentencing_table(record: Record) -> SentencingTable:
    from drafter.doctrine.sentencing_table import SentencingTable

    return SentencingTable.from_record(record)


def _strategy_option(record: Record) -> StrategyOption:
    from drafter.doctrine.strategy import StrategyOption

    return StrategyOption.from_record(record)


def _readings(record: Record) -> Readings:
    from drafter.doctrine.reading import Readings

    return Readings.from_record(record)


def _stakes(record: Record) -> Stakes:
    from drafter.doctrine.strategy import Stakes

    return Stakes.from_record(record)


AUTHORITIES = Kind("authorities", Authority.from_record, "authority")
BLOCKED = Kind("blocked", BlockedCitation.from_record, "blocked citation")
CIRCUITS = Kind("circuits", Circuit.from_record, "circuit")
CLAIMS = Kind("claims", _claim, "claim")
DEFENSES = Kind("defenses", DefenseRecord.from_record, "defense")
ELEMENTS = Kind("elements", Element.from_record, "element")
EVIDENCE = Kind("evidence", EvidenceKind.from_record, "evidence kind")
OFFENSES = Kind("offenses", Offense.from_record, "offense")
ROUTES = Kind("routes", Route.from_record, "route")
RULES = Kind("rules", Rule.from_record, "rule")
TASKS = Kind("tasks", Task.from_record, "task")
DEADLINES = Kind("deadlines", _deadline, "deadline")
DISTRICTS = Kind("districts.yaml", _districts, "table of districts")
HOLIDAYS = Kind("holidays.yaml", _holidays, "list of holidays")
POLICY_STATEMENTS = Kind("guidelines/ussg_5k2_12", _policy_statement, "policy statement")
FACTORS = Kind("guidelines/factors", _factor, "sentencing factor")
ADJUSTMENTS = Kind("guidelines/adjustments", _adjustment, "adjustment")
MANUAL_SELECTION = Kind("guidelines/manual_selection.yaml", _manual_selection, "order of tests")
OUTLINE_SECTIONS = Kind("guidelines/outline_sections.yaml", _outline_sections, "list of sections")
SENTENCING_TABLE = Kind("guidelines/sentencing_table.yaml", _sentencing_table, "sentencing table")
STRATEGY = Kind("strategy/options", _strategy_option, "option")
STAKES = Kind("strategy/stakes.yaml", _stakes, "list of stakes")

READINGS = Kind("readings.yaml", _readings, "list of readings")

KINDS: tuple[Kind[object], ...] = (
    *(AUTHORITIES, BLOCKED, CIRCUITS, CLAIMS, ELEMENTS, EVIDENCE, OFFENSES, ROUTES, RULES, TASKS),
    *(DEADLINES, DEFENSES, DISTRICTS, HOLIDAYS, POLICY_STATEMENTS, FACTORS, ADJUSTMENTS),
    *(MANUAL_SELECTION, OUTLINE_SECTIONS, SENTENCING_TABLE, STRATEGY, STAKES, READINGS),
)
