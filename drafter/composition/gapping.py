"""Markers that stand where a fact is missing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from drafter.composition.blocks import Run, RunKind
from drafter.composition.values import described, refuse

if TYPE_CHECKING:
    from drafter.facts.gaps import Gap


def need(missing: str | Gap) -> Run:
    """`[NEED: the judge’s name]`, from a phrase or a gap."""
    phrase = missing if isinstance(missing, str) else getattr(missing, "phrase", None)
    if not isinstance(phrase, str) or not phrase.strip():
        raise refuse(f"`need` says what is missing, not {described(missing)}")
    return Run(f"[NEED: {phrase.strip().replace(_STRAIGHT, _CURLED)}]", kind=RunKind.GAP)


def fill(value: object, missing: str | Gap) -> object:
    """The value, or what to ask for where it is missing or empty."""
    empty = value is None or (isinstance(value, (str, Sequence)) and not value)
    return need(missing) if empty else value


_STRAIGHT, _CURLED = "'", "’"
