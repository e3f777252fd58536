"""What other programs make of redlines of the samples: of one of each, or of all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter.composition.blocks import Document
from drafter.versions.redline import Hand, redline
from tests.libreoffice import with_libreoffice
from tests.redlines_oracle import with_redlines
from tests.samples import SAMPLES, cite_checked
from tests.versions.agreeing import Asked, agrees, by_python_redlines, causes
from tests.versions.redrafts import written
from tests.versions.test_sample_redlines import PAIRS, versions

pytestmark = pytest.mark.no_cover

HAND = Hand("A. Vega", "2026-11-28T00:00:00Z")


Drafts = tuple[str, Document, Document]
"""A document of a sample in two versions, and a name for it."""


@pytest.fixture(scope="module")
def every(tmp_path_factory: pytest.TempPathFactory) -> list[list[Drafts]]:
    law = cite_checked(tmp_path_factory.mktemp("law"))
    return [list(of_sample(sample, law)) for sample in SAMPLES]


@pytest.fixture(scope="module")
def spread(every: list[list[Drafts]]) -> list[Asked]:
    """One of each sample; among them every kind of document, and each pair of versions."""
    return [marked(found[place * 7 % len(found)]) for place, found in enumerate(every)]


def of_sample(sample: Path, law: Path) -> Iterator[Drafts]:
    every = versions(sample, law)
    for old, new in PAIRS:
        for series in sorted(every[old].keys() & every[new].keys()):
            yield f"{sample.stem} {series} {old}-{new}", every[old][series], every[new][series]


def marked(drafts: Drafts) -> Asked:
    name, *both = drafts
    old, new = map(written, both)
    return Asked(name, old, new, redline(old, new, HAND, causes(new)))


@pytest.fixture(scope="module")
def questions(
    every: list[list[Drafts]], spread: list[Asked], pytestconfig: pytest.Config
) -> list[Asked]:
    """The spread, or every one where that is asked for."""
    if pytestconfig.getoption("everything"):
        return [marked(drafts) for found in every for drafts in found]
    return spread


@with_libreoffice
def test_libreoffice_reads_them_so(
    questions: list[Asked], capsys: pytest.CaptureFixture[str]
) -> None:
    agrees(questions, capsys)


@with_redlines
def test_python_redlines_reads_them_so(
    questions: list[Asked], capsys: pytest.CaptureFixture[str]
) -> None:
    agrees(questions, capsys, by_python_redlines)
