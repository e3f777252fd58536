"""With what a run works."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msgspec import Struct


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
