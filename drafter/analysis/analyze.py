"""What follows from one record and the law on one day."""

from __future__ import annotations

from functools import cached_property

from drafter.analysis.result import Analysis
from drafter.doctrine.in_force import Doctrine
from drafter.facts.record import Record


def analyze(record: Record, doctrine: Doctrine) -> Analysis:
    """Draw the conclusions on a case; the day and the law are the doctrine's.

    Each is drawn when it is first asked for, and then kept; so is a LawDataError raised, where
    the library lacks a record that the case asks for.
    """
    return Analysis(record, doctrine)


def complete(analysis: Analysis) -> Analysis:
    """Draw every conclusion now; return the analysis."""
    for name in _CONCLUSIONS:
        getattr(analysis, name)
    return analysis


_CONCLUSIONS = tuple(
    name
    for kind in reversed(Analysis.__mro__)
    for name, member in vars(kind).items()
    if isinstance(member, cached_property)
)
