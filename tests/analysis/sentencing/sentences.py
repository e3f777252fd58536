"""Small cases for the tests of sentencing, as text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypedDict, Unpack

from drafter import yamlfile
from drafter.analysis.sentencing.findings import find_sentencing
from drafter.analysis.sentencing.types import FactorFinding, SentencingFindings
from drafter.casefile.reader import case_from
from drafter.doctrine import Library, kinds
from drafter.facts.record import Record, record_of
from tests.facts.records import districts, vocabulary

LIBRARY = Library.load()
AS_OF = date(2026, 11, 24)
COUNT = """\
charges:
  - {id: count-1, count: 1, statute: 21 U.S.C. § 952, title: Importation,
     offense: drug_trafficking, start: 2025-01-10, end: 2025-03-14, minimum_months: 0,
     disposition: convicted}
"""


def counts(*ends: str, offense: str = "drug_trafficking") -> str:
    """One count of conviction for each moment; an empty one is not recorded."""
    rows = [
        f"  - {{id: count-{at}, count: {at}, statute: 21 U.S.C. § 952, title: Importation,"
        f" offense: {offense}, start: 2003-01-10, minimum_months: 0, disposition: convicted"
        f"{f', end: {end}' if end else ''}}}"
        for at, end in enumerate(ends, 1)
    ]
    return "charges:\n" + "\n".join(rows) + "\n"


def computation(id: str, manual: str, level: int = 24, more: str = "") -> str:
    return (
        f"{id}: {{id: {id}-1, manual: {manual}, base_guideline: USSG § 2D1.1,"
        f" base_level: {level}, category: I{more}}}"
    )


class Sections(TypedDict, total=False):
    """What ``record`` takes beside the body."""

    dates: str
    proceeding: str
    charges: str
    district: str
    matter: str
    counsel: str
    sentencing: Iterable[str]


def record(
    body: str = "",
    *,
    dates: str = "",
    proceeding: str = "sentencing",
    charges: str = COUNT,
    district: str = "casd",
    matter: str = "",
    counsel: str = "",
    sentencing: Iterable[str] = (),
) -> Record:
    """A case of one count of conviction; ``sentencing`` are lines of that section."""
    lines = "".join(f"  {line}\n" for line in sentencing)
    text = f"""\
schema: 1
id: small
defaults:
  threats: {{basis: client_account}}
  opportunities: {{basis: client_account}}
  events: {{basis: document, handling: open}}
  statements: {{basis: document, handling: open}}
  evidence: {{handling: open}}
matter: {{docket: "3:26-cr-00001", office: Defenders, proceeding: {proceeding},
  district: {district}, attorneys: [{{id: atty, name: A. Pike, role: lead counsel{counsel}}}],
  dates: {{{dates}}}, {matter}}}
client: {{name: Ana Ruiz, short_name: Ms. Ruiz, pronouns: she}}
{charges}people:
  - {{id: rolo, name: Rogelio Tapia, relation: acquaintance}}
  - {{id: girl, name: Lucía Ruiz, alias: L.R., relation: daughter, minor: yes}}
{body}{"sentencing:" if lines else ""}
{lines}"""
    return record_of(case_from(yamlfile.parse(text, "small.yaml"), vocabulary()), districts())


def found(body: str = "", *, day: date = AS_OF, **more: Unpack[Sections]) -> SentencingFindings:
    """The findings on a case; the arguments are those of ``record``."""
    return find_sentencing(record(body, **more), LIBRARY.in_force(day))


def factor(findings: SentencingFindings, id: str) -> FactorFinding:
    (one,) = [each for each in findings.factors if each.id == id]
    return one


def readings(findings: SentencingFindings) -> list[str]:
    return [each.id for each in findings.vehicle.readings]


@cache
def checked_library(
    on: str = "2026-11-20", paged: tuple[str, ...] = (), texts: bool = True
) -> Library:
    """The library with every authority, and text, cite-checked on a day, some with a page."""
    with TemporaryDirectory() as folder:
        overlay = Path(folder)
        (overlay / "authorities").mkdir()
        whole = overlay / kinds.POLICY_STATEMENTS.place
        whole.mkdir(parents=True)
        for id in LIBRARY.shelf(kinds.POLICY_STATEMENTS) if texts else ():
            (whole / f"{id}.yaml").write_text(check(id.partition("@")[0], on), "utf-8")
        for id in LIBRARY.shelf(kinds.AUTHORITIES):
            named = check(id.partition("@")[0], on) + ("pin: '7'\n" if id in paged else "")
            (overlay / "authorities" / f"{id}.yaml").write_text(named, "utf-8")
        return Library.load(overlay)


def check(id: str, on: str) -> str:
    said = f"{{by: A. Vega, on: {on}, tool: citator, history: none}}"
    return f"id: {id}\nmarks:\n  cite_check: {said}\n"


TABLE: Mapping[tuple[int, str], str] = {
    (0, "I"): "0 to 6 months",
    (-4, "VI"): "0 to 6 months",
    (15, "III"): "24 to 30 months",
    (37, "I"): "210 to 262 months",
    (42, "I"): "360 months to life",
    (43, "I"): "life",
    (44, "VI"): "life",
}
"""Cells of the table at its ends and beside them, as the 2016 Manual prints them."""
