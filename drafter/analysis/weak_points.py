"""What counsel must see first: what hurts and stands unmet, and what shows willingness."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from drafter.analysis.evidence.also_against import AgainstKind, AlsoAgainst
from drafter.analysis.findings import Reason
from drafter.analysis.reasons.grouped import FactReasons
from drafter.analysis.sentencing.bearing import willing
from drafter.casefile.case import Case
from drafter.casefile.fact import Fact
from drafter.casefile.record import Evidence, Statement
from drafter.doctrine.vocabulary import Concept

_OF_WILL = frozenset({Concept.THREAT, Concept.CAUSATION})
"""Elements on which an account that speaks against the defense says that nobody forced it."""


class WeakPoint(Struct, frozen=True):
    """One fact that hurts and stands unmet, or stands beside the elements."""

    fact: Fact
    elements: tuple[Concept, ...] = ()
    """Those on which nothing meets it; empty: it stands beside the elements."""
    reasons: tuple[Reason, ...] = ()
    """Why: the first of its own, then the first of each item that tells of it."""

    @property
    def id(self) -> str:
        """The id of the fact."""
        return self.fact.id


def find_weak_points(
    case: Case, unmet: Iterable[FactReasons], also: Iterable[AlsoAgainst]
) -> tuple[WeakPoint, ...]:
    """Find them, acts and statements that show willingness first.

    A statement and the item that is about it are one point.
    """
    acts = frozenset(each.id for each in willing(case))
    groups = {each.id: each for each in unmet}
    points = [*_merged(groups), *_beside(also, acts)]
    return tuple(sorted(points, key=lambda each: _rank(each, acts)))


def _merged(groups: Mapping[str, FactReasons]) -> Iterator[WeakPoint]:
    told: dict[str, list[FactReasons]] = {}
    for each in groups.values():
        told.setdefault(_teller_of(each.fact, groups) or each.id, []).append(each)
    for id, found in told.items():
        own_first = sorted(found, key=lambda each: each.id != id)
        elements = dict.fromkeys(one for each in own_first for one in each.unmet_on)
        reasons = tuple(each.unmet[0] for each in own_first)
        yield WeakPoint(groups[id].fact, tuple(elements), reasons)


def _teller_of(fact: Fact, groups: Mapping[str, FactReasons]) -> str | None:
    """The statement that an item is about, where that stands among the points itself."""
    about = fact.about if isinstance(fact, Evidence) else ()
    return next(
        (id for id in about if id in groups and isinstance(groups[id].fact, Statement)), None
    )


def _beside(also: Iterable[AlsoAgainst], acts: frozenset[str]) -> Iterator[WeakPoint]:
    for each in also:
        if each.id in acts or each.kind is AgainstKind.CODEFENDANT:
            yield WeakPoint(each.fact)


def _rank(point: WeakPoint, acts: frozenset[str]) -> int:
    """Acts, then accounts, then what co-defendants are recorded as saying, then the rest."""
    if point.id in acts:
        return 0
    if isinstance(point.fact, Statement) and _OF_WILL.intersection(point.elements):
        return 1
    return 3 if point.reasons else 2
