"""Who writes to whom: all that a letter shows which says nothing of the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from drafter.casefile.case import Case
from drafter.facts.disclosure import public_client

if TYPE_CHECKING:
    from drafter.analysis.result import Analysis


class LetterView(Struct, frozen=True):
    """What stands on the outside of a letter; nothing else of a case reaches its template."""

    client: str
    """The client's name, or the alias."""
    short_name: str
    """How the letter calls the client: `Ms. Reyes`."""
    office: str
    attorney: str
    """Lead counsel, who signs."""


def letter_view(analysis: Analysis) -> LetterView:
    """The view of a case's letters."""
    return view_of(analysis.record.case)


def view_of(case: Case) -> LetterView:
    """The view of a case's letters, whatever the case is about."""
    client = public_client(case.client)
    lead = case.matter.attorneys[0].name
    return LetterView(client.name, client.short_name, case.matter.office, lead)
