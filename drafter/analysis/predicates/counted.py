"""The counts that are tested, when each ran, and which of them each threat is held against."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from drafter.analysis.predicates.counts import counts_left
from drafter.analysis.predicates.order import before, earlier
from drafter.analysis.predicates.several import Missed, find_missed, tied_to
from drafter.casefile.case import Case
from drafter.casefile.coercion import Threat
from drafter.casefile.matter import Charge
from drafter.doctrine.in_force import Doctrine
from drafter.doctrine.offense import OffenseNature
from drafter.facts.grave import is_lesser
from drafter.facts.moments import Moment
from drafter.facts.record import Record

Window = tuple[Moment | None, Moment | None]
"""The start and the end of a count; None: not recorded."""


class Counted:
    """The threats of a case set beside its counts; computed once, when first asked for."""

    def __init__(self, record: Record, doctrine: Doctrine) -> None:
        self.record = record
        self.doctrine = doctrine
        self.case: Case = record.case

    @cached_property
    def charges(self) -> tuple[Charge, ...]:
        """The counts pending or ended in a conviction."""
        return counts_left(self.case)

    def is_a(self, charge: Charge, *natures: OffenseNature) -> bool:
        """Whether a count is of an offense of one of these natures."""
        return not set(natures).isdisjoint(self.doctrine.offense(charge.offense).nature)

    def moment(self, id: str, field: str = "") -> Moment | None:
        """When a fact was, or one of its other moments (`ended`); None: not recorded."""
        return self.record.moments.get(f"{id}.{field}" if field else id)

    @cached_property
    def _charge_by_id(self) -> Mapping[str, Charge]:
        return {charge.id: charge for charge in self.charges}

    def charges_of(self, threat: Threat) -> tuple[Charge, ...]:
        """The counts a threat was tied to, of several those it stood for; all, if it names none.

        What was made while a count went on that was dismissed was not made in an offense charged.
        """
        return tied_to(threat, self._charge_by_id, self.missed) or self.charges

    @cached_property
    def missed(self) -> frozenset[Missed]:
        """The ids of threats that demanded several counts, each with one it did not stand for."""
        return frozenset(find_missed(self.case.threats, self.charges, self.moment))

    def is_tied(self, threat: Threat) -> bool:
        """Whether it demanded a count that is tested: one that is gone ties to nothing."""
        return any(id in self._charge_by_id for id in threat.demanded_offense)

    @cached_property
    def not_demanded(self) -> Mapping[str, tuple[Charge, ...]]:
        """By threat that was tied to some counts, the others."""
        tied = {each.id: self.charges_of(each) for each in self.case.threats if self.is_tied(each)}
        others = {id: tuple(e for e in self.charges if e not in tied[id]) for id in tied}
        return {id: counts for id, counts in others.items() if counts}

    def window_of(self, charge: Charge) -> Window:
        """When a count that is tested began and ended."""
        return self._window_by_id[charge.id]

    @cached_property
    def _window_by_id(self) -> Mapping[str, Window]:
        return {
            charge.id: (self.moment(charge.id, "start"), self.moment(charge.id, "end"))
            for charge in self.charges
        }

    @cached_property
    def windows(self) -> tuple[Window, ...]:
        """When each count began and ended."""
        return tuple(self._window_by_id[charge.id] for charge in self.charges)

    def windows_of(self, threat: Threat) -> tuple[Window, ...]:
        """When each of the counts that a threat was tied to began and ended."""
        tied = self.charges_of(threat) if threat.demanded_offense else ()
        return tuple(self._window_by_id[each.id] for each in tied) or self.windows

    def is_past(self, at: Moment, threat: Threat) -> bool:
        """Whether a moment certainly came when every count of a threat was over."""
        return all(earlier(end, at) for _, end in self.windows_of(threat))

    @cached_property
    def late(self) -> frozenset[str]:
        """The threats certainly made when every count that they can bear on was over."""
        return frozenset(each.id for each in self.case.threats if self._is_late(each))

    def _is_late(self, threat: Threat) -> bool:
        made, windows = self.moment(threat.id), self.windows_of(threat)
        return all(earlier(start, made) and earlier(end, made) for start, end in windows)

    @cached_property
    def carrying(self) -> Mapping[str, Threat]:
        """By id, the threats that may carry an element: not of lesser harm, and not late."""
        grave = (each for each in self.case.threats if not is_lesser(each))
        return {each.id: each for each in grave if each.id not in self.late}

    @cached_property
    def demanded(self) -> tuple[Window, ...]:
        """When the counts that threats demanded ran, each once; all where one was not tied."""
        found = (one for each in self.carrying.values() for one in self.windows_of(each))
        return tuple({id(each): each for each in found}.values()) or self.windows

    @cached_property
    def named_charges(self) -> tuple[Charge, ...]:
        """The counts that a threat names of which it is not known that its harm was lesser."""
        grave = (each for each in self.case.threats if not is_lesser(each))
        named = {id for each in grave for id in each.demanded_offense}
        return tuple(each for each in self.charges if each.id in named)

    @property
    def named(self) -> tuple[Window, ...]:
        """When those ran; all where no threat names one."""
        return tuple(map(self.window_of, self.named_charges)) or self.windows

    def in_offense(self, at: Moment | None) -> bool:
        """Whether a moment certainly lies within one of the counts."""
        return any(before(start, at) and before(at, end) for start, end in self.windows)
