"""Small records for the tests, built from case files as text."""

from __future__ import annotations

from datetime import date
from functools import cache

from hypothesis import strategies as st

from drafter import yamlfile
from drafter.casefile.moments import WrittenMoment, parse_moment
from drafter.casefile.reader import CaseFile, case_from
from drafter.casefile.vocabulary import Vocabulary
from drafter.doctrine import Library, kinds
from drafter.doctrine.districts import Districts
from drafter.doctrine.vocabulary import PREDICATES, Concept
from drafter.errors import CaseFileError, Problem
from drafter.facts.moments import Moment, place_moment
from drafter.facts.record import Record, record_of

HEAD = """\
schema: 1
id: small
defaults:
  threats: {basis: client_account}
  opportunities: {basis: client_account}
  events: {basis: document, handling: open}
  statements: {basis: document, handling: open}
matter:
  docket: 3:26-cr-00001-ABC
  district: {district}
{division}  office: Federal Defenders
  attorneys: [{id: atty, name: A. Pike, role: lead counsel}]
  proceeding: {proceeding}
{dates}client: {name: Ana Ruiz, short_name: Ms. Ruiz, pronouns: she}
"""
CHARGES = """\
charges:
  - id: count-1
    count: 1
    statute: 21 U.S.C. § 952
    title: Importation
    offense: drug_trafficking
    start: 2026-03-14 04:10
    end: 2026-03-14 06:55
"""


@cache
def districts() -> Districts:
    return Library.load().only(kinds.DISTRICTS)


@cache
def vocabulary() -> Vocabulary:
    library = Library.load()
    return Vocabulary(
        evidence_kinds=frozenset(library.shelf(kinds.EVIDENCE)),
        traits=PREDICATES,
        offenses=frozenset(library.shelf(kinds.OFFENSES)),
        elements=frozenset(Concept),
        districts={
            name: frozenset(division.id for division in each.divisions)
            for each in districts().districts
            for name in (each.id, each.abbreviation)
        },
    )


def case_file(
    body: str = "",
    *,
    district: str = "casd",
    division: str = "",
    dates: str = "",
    proceeding: str = "trial",
    charges: str = CHARGES,
    client: str = "",
    attorneys: str = "",
) -> CaseFile:
    head = HEAD.replace("{district}", district).replace("{proceeding}", proceeding)
    head = head.replace("{division}", f"  division: {division}\n" if division else "")
    head = head.replace("pronouns: she}", f"pronouns: she, {client}}}")
    head = head.replace("lead counsel}]", f"lead counsel}}, {attorneys}]")
    head = head.replace("{dates}", f"  dates: {dates}\n" if dates else "")
    return case_from(yamlfile.parse(head + charges + body, "small.yaml"), vocabulary())


def record(body: str = "", **place: str) -> Record:
    return record_of(case_file(body, **place), districts())


def problems(body: str = "", **place: str) -> list[Problem]:
    """What ``record_of`` finds wrong; empty when it finds nothing."""
    file = case_file(body, **place)
    try:
        record_of(file, districts())
    except CaseFileError as error:
        return list(error.problems)
    return []


def written(text: str) -> WrittenMoment:
    found = parse_moment(text)
    assert isinstance(found, WrittenMoment)
    return found


def moment(text: str, *zones: str) -> Moment:
    return place_moment(written(text), zones or ("America/Los_Angeles",))


ZONES = (
    "America/Los_Angeles",
    "America/New_York",
    "America/Boise",
    "America/Phoenix",
    "America/Havana",  # clocks change at midnight
    "America/Sao_Paulo",
    "Australia/Lord_Howe",  # by half an hour
    "Asia/Kolkata",
)
_CHANGES = [
    date(2026, 3, 8),
    date(2026, 11, 1),
    date(2027, 3, 14),
    date(2026, 10, 4),
    date(2017, 10, 15),
]
"""Days on which clocks were set, in some of the zones."""
_dates = st.one_of(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from(_CHANGES))
zones = st.sampled_from(ZONES)
stamps = st.builds(
    lambda day, minute: f"{day} {minute // 60:02}:{minute % 60:02}",
    _dates,
    st.integers(0, 24 * 60 - 1) | st.integers(0, 4 * 60),
)
points = st.one_of(
    stamps,
    st.builds(lambda stamp: f"{stamp[:13]}h", stamps),
    _dates.map(str),
    _dates.map(lambda day: f"{day:%Y-%m}"),
)
"""Points as they are written: minutes, hours, days, months."""
