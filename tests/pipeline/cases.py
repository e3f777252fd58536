"""Case files for the tests of the pipeline."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from drafter.pipeline.session import Session
from drafter.pipeline.setup import Setup
from drafter.pipeline.sources import Source
from tests.samples import ROOT

AS_OF = date(2026, 11, 28)
COURIER = (ROOT / "casefiles" / "border-courier.yaml").read_text("utf-8")


def source(text: str = COURIER, name: str = "courier.yaml") -> Source:
    return Source(Path(name), text.encode())


def changed(*changes: tuple[str, str]) -> str:
    """The sample with some words replaced, each once."""
    text = COURIER
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


@cache
def session() -> Session:
    """A session that writes nothing."""
    return Session(Setup(AS_OF))
