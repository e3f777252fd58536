"""What the outline leaves open: not known, not sourced, not confirmed, not to be told unread."""

from __future__ import annotations

from msgspec import Struct

from drafter.casefile.coercion import Threat
from drafter.casefile.fact import Fact
from drafter.facts.gaps import Gap


class Confirmation(Struct, frozen=True):
    """Something a law record asks counsel to confirm before relying on it."""

    id: str
    title: str
    statement: str


class OpenItems(Struct, frozen=True):
    """What is not known, not sourced or not confirmed."""

    gaps: tuple[Gap, ...]
    """Missing facts that bear on the sentence."""
    tasks: tuple[str, ...]
    """What the order of tests asks of counsel, in the law record's own words."""
    confirm: tuple[Confirmation, ...]
    unsourced: tuple[Fact, ...]
    """Facts told in the outline that name no source."""
    held_back: tuple[Threat, ...]
    """Threats that the public filing leaves out as they are marked, though an item behind them
    may be shown."""
    cooperation: tuple[Fact, ...]
    """Facts that the public filing may tell and whose words speak of cooperation, of anybody’s."""
