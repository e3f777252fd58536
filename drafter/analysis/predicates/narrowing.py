"""Which moment, known more exactly, would settle a question: within the bounds recorded of it.

A wide moment leaves a question open.  It is put at one instant after another that the record
leaves for it, the bounds first; what comes out at none of them is not to be had by pinning it down.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cached_property
from typing import NamedTuple

from msgspec.structs import replace

from drafter.analysis.predicates.hours import TURNS
from drafter.analysis.predicates.setting import Setting, Test
from drafter.casefile.fact import Fact
from drafter.facts.gaps import Gap, more_exactly
from drafter.facts.moments import Moment
from drafter.facts.surrender import SurrenderTimeline, surrender_of

MOST = 4000
"""How often a test is put for one case; past that every moment that is too wide is asked for."""
_NEAR = 4
"""How many threats and opportunities an instant is tried around: the first of them."""
_MINUTE = timedelta(minutes=1)
_AROUND = tuple(
    sign * (each + more)
    for each in (timedelta(), *TURNS)
    for more in (timedelta(), _MINUTE)
    for sign in (1, -1)
)
"""How far from another moment a rule may turn."""
_FAR = timedelta(days=366)
"""How far an open side of a moment is tried."""
_TIMELESS = frozenset({
    "charges", "_charge_by_id", "named_charges", "events", "offense_gaps", "relations", "family",
    "speakers", "enforced", "disputing", "disputed_threats", "without_way_in", "_held", "proofs",
})  # fmt: skip
"""What a setting has worked out without any moment; whatever is not named is worked out again."""


class Settles(NamedTuple):
    """A moment to pin down, and whether that could also answer no."""

    gap: Gap
    denies: bool


class _Key(NamedTuple):
    """A moment of the record, and the gap of knowing it more exactly."""

    key: str
    gap: Gap


class Narrowed(Setting):
    """A setting in which one moment is an instant."""

    def __init__(self, whole: Setting, key: str, at: Moment) -> None:
        super().__init__(whole.record, whole.doctrine)
        vars(self).update({n: held for n, held in vars(whole).items() if n in _TIMELESS})
        self._whole, self._key, self._at = whole, key, at

    def moment(self, id: str, field: str = "") -> Moment | None:
        """The same, but for the one."""
        own = self._key == (f"{id}.{field}" if field else id)
        return self._at if own else self._whole.moment(id, field)

    @cached_property
    def surrender(self) -> SurrenderTimeline:
        """Its steps, found again."""
        return surrender_of(self.case, ChainMap({self._key: self._at}, dict(self.record.moments)))


class Narrowing:
    """The wide moments of one case."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self._left = MOST

    def settling(self, fact: Fact, test: Test[Fact]) -> Settles | None:
        """What to pin down for a test to say yes of a fact; None: no one moment would do.

        Of those that would, the widest as ``Setting.too_wide`` has it comes first.
        """
        first = self.setting.too_wide(fact)
        keys = [each for each in self._keys(fact, test) if self._width(each.key)]
        for each in sorted(keys, key=lambda each: each.gap != first):
            if self._left <= 0:
                return Settles(each.gap, denies=True)
            found = self._answers(fact, test, each.key)
            if True in found:
                return Settles(each.gap, denies=False in found)
        return None

    def _keys(self, fact: Fact, test: Test[Fact]) -> Iterator[_Key]:
        """The moments of a fact that a test looks at, and the ends of the counts."""
        for field in dict.fromkeys(("when", *test.fields)):
            key = fact.id if field == "when" else f"{fact.id}.{field}"
            if key in self.setting.record.moments:
                yield _Key(key, more_exactly(fact, fact.id, field, fact.noun))
        for charge in self.setting.charges:
            for side in ("start", "end"):
                key = f"{charge.id}.{side}"
                if key in self.setting.record.moments:
                    yield _Key(key, more_exactly(charge, charge.id, side, "count"))

    def _width(self, key: str) -> bool:
        moment = self.setting.record.moments[key]
        return moment.known and not moment.exact

    def _answers(self, fact: Fact, test: Test[Fact], key: str) -> set[bool | None]:
        found: set[bool | None] = set()
        moment = self.setting.record.moments[key]
        for at in self._instants(moment, fact):
            narrowed = Narrowed(self.setting, key, replace(moment, earliest=at, latest=at))
            found.add(test.holds(fact, narrowed))
            self._left -= 1
            if {True, False} <= found or self._left <= 0:
                break
        return found

    def _instants(self, moment: Moment, fact: Fact) -> list[datetime]:
        """The ends of a moment, its middle, and where it meets another or comes near to it."""
        first, last = moment.earliest, moment.latest
        first = first or (last - _FAR if last else None)
        last = last or (first + _FAR if first else None)
        if first is None or last is None:
            return []
        near = {
            bound + by
            for each in self._others(fact)
            for bound in (each.earliest, each.latest)
            if bound
            for by in _AROUND
        }
        inside = sorted(each for each in near if first < each < last)
        return list(dict.fromkeys((first, last, first + (last - first) / 2, *inside)))

    def _others(self, fact: Fact) -> Iterator[Moment]:
        case, moments = self.setting.case, self.setting.record.moments
        sides = (f"{each.id}.{side}" for each in self.setting.charges for side in ("start", "end"))
        near = (each.id for each in (*case.threats[:_NEAR], *case.opportunities[:_NEAR]))
        own = (fact.id, f"{fact.id}.ended")
        yield from (moments[key] for key in (*own, *sides, *near) if key in moments)
