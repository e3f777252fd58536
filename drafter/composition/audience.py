"""Who may see what a fact says, in the terms of blocks."""

from __future__ import annotations

from drafter.casefile.case import team_fields_of_facts
from drafter.casefile.fact import Fact
from drafter.composition.blocks import Audience
from drafter.facts.disclosure import Reader, reader_of

_AUDIENCES = {
    Reader.PUBLIC: Audience.OUTWARD,
    Reader.SEALED: Audience.SEALED,
    Reader.TEAM: Audience.INTERNAL,
}
READERS = {audience: reader for reader, audience in _AUDIENCES.items()}
"""For each audience, the reader the facts layer knows it as."""

PRIVATE = team_fields_of_facts()
"""Fields that are for the defense team, whoever may see the fact they stand in."""


def audience_of(fact: Fact) -> Audience:
    """The widest audience a fact may stand before."""
    return _AUDIENCES[reader_of(fact)]
