"""Whole documents for the tests: a kind with every sort of edition, and a way to compose it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from drafter.analysis.result import Analysis
from drafter.casefile.fact import Fact
from drafter.composition.blocks import Audience, Document
from drafter.composition.documents import Composer
from drafter.composition.kinds import View
from drafter.doctrine.library import Library
from tests.composition.cases import CASE, DAY, library, record

KIND = """\
format: 1
id: letter
title: Letter
editions:
  - id: internal
    body: body.md.j2
    audience: internal
    legend: [PRIVILEGED, "No. {docket}"]
    footer: United States v. {client}
  - {id: filing, series: letter-filing, body: body.md.j2, audience: outward, view: filing}
  - {id: sealed, series: letter-sealed, body: body.md.j2, audience: sealed, view: filing}
  - id: exhibit
    title: Chronology
    series: letter-exhibit
    body: body.md.j2
    audience: outward
    view: exhibit
    unapproved: DRAFT, NOT FOR SERVICE
"""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the views of these tests show."""

    facts: Mapping[str, Fact]
    text: str = ""
    approved: bool = False


Shown.__module__ = "drafter.testing"


def analysis_of(case: str = CASE, law: Library | None = None, day: date = DAY) -> Analysis:
    """An analysis that has concluded nothing yet."""
    return Analysis(record(case), (law or library()).in_force(day))


Draft = Callable[..., Document]


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    """Compose a body as an edition of the kind."""

    def compose(
        body: str,
        edition: str = "internal",
        *,
        case: str = CASE,
        law: Library | None = None,
        day: date = DAY,
        claims: bool = True,
        **shown: Any,
    ) -> Document:
        folder = tmp_path / "templates" / "letter"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "kind.yaml").write_text(KIND, encoding="utf-8")
        (folder / "body.md.j2").write_text(body, encoding="utf-8")

        def view(analysis: Analysis, audience: Audience) -> Shown:
            return Shown(analysis.record.facts, **shown)

        views = {View.FILING: view, View.EXHIBIT: view}
        composer = Composer([folder.parent], views)
        kind = composer.kind("letter")
        analysis = analysis_of(case, law, day)
        return composer.compose(kind, kind.edition(edition), analysis, claims=claims)

    return compose
