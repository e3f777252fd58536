"""The sample cases: each reads, is of a length a person reads, and together they use the format."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from pathlib import Path

import pytest
from pydantic import BaseModel

from drafter import yamlfile
from drafter.casefile.case import Case, ExhibitMode, facts_of
from drafter.casefile.coercion import OtherActKind, Question, ThreatKind, TraffickingKind
from drafter.casefile.fact import Basis, Handling
from drafter.casefile.matter import DecisionKind, Disposition, Proceeding, Pronouns
from drafter.casefile.moments import Precision, Relation, WrittenMoment
from drafter.casefile.plea import Argument, Permission
from drafter.casefile.reader import case_from
from drafter.casefile.record import (
    EventKind,
    ExpertField,
    Form,
    Invocation,
    PreservationStatus,
    Protection,
)
from drafter.casefile.resolution import CooperationStatus, LegalRoad
from drafter.doctrine import kinds
from drafter.doctrine.library import Library
from drafter.facts.record import Record, record_of
from drafter.pipeline.words import vocabulary

FOLDER = Path(__file__).resolve().parents[2] / "casefiles"
SAMPLES = sorted(FOLDER.glob("*.yaml"))
NAMES = [path.stem for path in SAMPLES]

NOT_USED: frozenset[StrEnum] = frozenset(
    {
        # Proceedings with documents of their own, which are not drafted yet.
        Proceeding.REVOCATION,
        Proceeding.SECTION_2255,
        Proceeding.SENTENCE_REDUCTION,
        Proceeding.SECTION_3771A,
        # No sample has a cooperation agreement; that changes what may be said of everything.
        CooperationStatus.AGREEMENT,
        CooperationStatus.MOTION_EXPECTED,
        CooperationStatus.MOTION_FILED,
        LegalRoad.SECTION_3553E,
        Argument.SAFETY_VALVE,
    }
)


@cache
def library() -> Library:
    return Library.load()


@cache
def record(name: str) -> Record:
    case_file = case_from(yamlfile.read(FOLDER / f"{name}.yaml"), vocabulary(library()))
    return record_of(case_file, library().only(kinds.DISTRICTS))


def cases() -> list[Case]:
    return [record(name).case for name in NAMES]


def values_in(value: object) -> Iterator[object]:
    """Every value of a case, whatever it stands in."""
    yield value
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from values_in(getattr(value, name))
    elif isinstance(value, dict):
        for each in value.values():
            yield from values_in(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from values_in(each)


def test_there_is_one_for_each_situation() -> None:
    assert NAMES == [
        "border-courier",
        "felon-in-possession",
        "getaway-driver",
        "murder-charge",
        "prison-escape",
        "remand-resentencing",
        "thin-case",
        "trafficked-partner",
    ]


@pytest.mark.parametrize("name", NAMES)
def test_each_reads_and_says_that_it_is_fictional(name: str) -> None:
    text = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    assert text.startswith("# Fictional.")
    assert 120 <= text.count("\n") <= 350
    assert record(name).case.id == name
    assert record(name).timeline


def test_every_section_is_used() -> None:
    empty = {
        field
        for field in Case.model_fields
        if all(getattr(case, field) == Case.model_fields[field].default for case in cases())
    }
    assert not empty


@pytest.mark.parametrize(
    "kind",
    [
        Basis,
        Handling,
        ThreatKind,
        EventKind,
        Protection,
        Invocation,
        Form,
        PreservationStatus,
        ExpertField,
        OtherActKind,
        TraffickingKind,
        Question,
        ExhibitMode,
        Proceeding,
        Pronouns,
        DecisionKind,
        Disposition,
        Argument,
        Permission,
        CooperationStatus,
        LegalRoad,
    ],
)
def test_every_choice_is_used_or_left_out_on_purpose(kind: type[StrEnum]) -> None:
    used = {each for case in cases() for each in values_in(case) if isinstance(each, kind)}
    assert used | (NOT_USED & set(kind)) == set(kind)
    assert not used & NOT_USED


def test_every_way_to_write_a_moment_is_used() -> None:
    moments = [m for case in cases() for m in values_in(case) if isinstance(m, WrittenMoment)]
    points = [point for m in moments for point in (m.start, m.end) if point]
    assert {m.relation for m in moments} == set(Relation)
    assert {point.precision for point in points} == set(Precision)


def test_each_court_is_another() -> None:
    circuits = [record(name).place.district.circuit for name in NAMES]
    assert len(set(circuits)) >= 7
    assert record("thin-case").place.zones == ("America/Chicago", "America/New_York")
    assert record("remand-resentencing").place.zones == ("America/Denver",)


def test_accounts_conflict_and_derive_from_one_another() -> None:
    facts = [fact for case in cases() for _, fact in facts_of(case)]
    assert [fact for fact in facts if fact.conflicts_with]
    assert [fact for fact in facts if fact.derives_from]
    assert [fact for fact in facts if fact.strategy]


def test_sentencing_dates_lie_on_both_sides_of_the_manual_of_2026() -> None:
    days = [day for case in cases() if (day := case.matter.dates.sentencing)]
    assert min(days).isoformat() < "2026-11-01" <= max(days).isoformat()
    both = [c for c in cases() if c.sentencing.offense_manual and c.sentencing.sentencing_manual]
    assert both


def test_one_exhibit_is_approved_and_one_file_is_signed_off() -> None:
    exhibits = {case.id: case.exhibit for case in cases() if case.exhibit}
    assert [id for id, exhibit in exhibits.items() if exhibit.approved] == ["remand-resentencing"]
    assert exhibits["remand-resentencing"].served_numbers
    assert [case.id for case in cases() if case.sign_off.reviewed] == ["prison-escape"]
    assert [case.id for case in cases() if not case.exhibit] == ["thin-case", "trafficked-partner"]


def test_a_minor_or_protected_person_is_never_without_an_alias() -> None:
    shielded = [p for case in cases() for p in case.people if p.protected or p.minor is not False]
    assert len(shielded) > 10
    assert all(person.alias for person in shielded)


def test_the_thin_case_is_mostly_gaps() -> None:
    gaps = {gap.id for gap in record("thin-case").gaps}
    assert len(gaps) > 40
    assert {"matter.division", "client.age_at_offense", "count-1.end", "trafficking"} <= gaps
    assert all(len(record(name).gaps) < 20 for name in NAMES if name != "thin-case")
