"""The sample cases, and the two overlays the tests draft them under."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from drafter import yamlfile
from drafter.analysis.analyze import analyze
from drafter.analysis.result import Analysis
from drafter.casefile.reader import CaseFile, case_from
from drafter.casefile.vocabulary import Vocabulary
from drafter.doctrine import Library, kinds
from drafter.facts.record import record_of
from drafter.pipeline.words import vocabulary

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = sorted((ROOT / "casefiles").glob("*.yaml"))
NAMES = [path.stem for path in SAMPLES]
AS_OF = date(2026, 11, 28)
"""The day on which the samples are drafted."""


CITES_CHECKED = date(2026, 10, 20)
"""Before every filing of a sample, and less than ninety days before."""


def filing_day(path: Path) -> date:
    """The day on which a filing for the sentencing of a sample is drafted: none comes after it."""
    hearing = read_sample(path).case.matter.dates.sentencing
    return min(hearing, AS_OF) if hearing else AS_OF


def cite_checked(folder: Path, on: date = CITES_CHECKED) -> Path:
    """Write an overlay in which a named attorney has looked every authority and text up."""
    for kind in (kinds.AUTHORITIES, kinds.POLICY_STATEMENTS):
        target = folder / kind.place
        target.mkdir(parents=True)
        for key in Library.load().shelf(kind):
            target.joinpath(f"{key}.yaml").write_text(
                f"id: {key.partition('@')[0]}\n"
                "marks:\n"
                f"  cite_check: {{by: A. Vega, on: {on}, tool: citator, history: none}}\n",
                encoding="utf-8",
            )
    return folder


def read_sample(path: Path) -> CaseFile:
    """Read a sample as the product does."""
    return case_from(yamlfile.read(path), _vocabulary())


def retold(name: str, old: str, new: str, library: Library) -> Analysis:
    """The analysis of a sample in other words, by the law of a library."""
    text = (ROOT / "casefiles" / f"{name}.yaml").read_text("utf-8")
    assert old in text
    case = case_from(yamlfile.parse(text.replace(old, new), name), vocabulary(library))
    record = record_of(case, library.only(kinds.DISTRICTS))
    return analyze(record, library.in_force(AS_OF))


@cache
def _vocabulary() -> Vocabulary:
    return vocabulary(Library.load())
