"""The settings of one run: its day, its folders and its options."""

from __future__ import annotations

import gc
from datetime import date
from pathlib import Path

from msgspec import Struct

_YOUNG = 50_000
"""How many new objects the collector lets pass: one draft makes Python's usual 700 many times."""


def expect_many() -> None:
    """Collect the garbage of a process that drafts many cases (`drafter.__main__`)."""
    gc.set_threshold(_YOUNG)
    gc.enable()


class Setup(Struct, frozen=True):
    """What is the same for every case of a run."""

    as_of: date
    output: Path = Path("output")
    law: Path | None = None
    """The office's overlay over the law library."""
    templates: Path | None = None
    """The office's own templates, which go before ours."""
    claims: bool = True
    """Whether internal documents have the appendix of claims."""

    @property
    def options(self) -> str:
        """What of this, beside law, templates and day, changes a document."""
        return "" if self.claims else "no-claims"
