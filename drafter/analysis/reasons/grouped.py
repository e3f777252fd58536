"""Reasons gathered by the fact they rest on, so that a document tells each fact once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from drafter.analysis.findings import ComesIn, Met, Reason
from drafter.casefile.coercion import Threat
from drafter.casefile.fact import Fact
from drafter.doctrine.vocabulary import Concept
from drafter.facts.grave import is_lesser


class MetAlike(Struct, frozen=True):
    """Reasons on one fact that the same facts meet in the same way, or that nothing meets."""

    reasons: tuple[Reason, ...]
    """Never empty."""

    @property
    def met(self) -> tuple[Met, ...]:
        """What meets each of them."""
        return self.reasons[0].met


class FactReasons(Struct, frozen=True):
    """One fact and everything that follows from it, in the order of the reasons."""

    fact: Fact
    reasons: tuple[Reason, ...]
    """Never empty."""

    @property
    def id(self) -> str:
        """The fact's id."""
        return self.fact.id

    @property
    def elements(self) -> tuple[Concept, ...]:
        """The elements it bears on, each once."""
        return tuple(dict.fromkeys(each.element for each in self.reasons))

    @property
    def forms(self) -> tuple[ComesIn, ...]:
        """How all that is said of the fact can reach the jury, best form first."""
        shared = frozenset(self.reasons[0].forms).intersection(*(r.forms for r in self.reasons))
        return tuple(e for e in self.reasons[0].forms if e in shared) or self.reasons[0].forms

    @property
    def met_under(self) -> tuple[Concept, ...]:
        """The elements under which something meets a reason on it, each once."""
        return tuple(dict.fromkeys(each.element for each in self.reasons if each.met))

    @property
    def unmet(self) -> tuple[Reason, ...]:
        """The reasons that nothing meets."""
        return tuple(each for each in self.reasons if not each.met)

    @property
    def unmet_on(self) -> tuple[Concept, ...]:
        """The elements under which nothing meets some reason on it, each once."""
        return tuple(dict.fromkeys(each.element for each in self.unmet))

    @property
    def met_alike(self) -> tuple[MetAlike, ...]:
        """The reasons by what meets them, in order of first mention; what nothing meets last."""
        found: dict[tuple[tuple[str, tuple[str, ...]], ...], list[Reason]] = {}
        for each in self.reasons:
            key = tuple((one.id, one.predicates) for one in each.met)
            found.setdefault(key, []).append(each)
        if unmet := found.pop((), None):
            found[()] = unmet
        return tuple(MetAlike(tuple(each)) for each in found.values())

    @property
    def argument(self) -> str | None:
        """What counsel argues about the fact."""
        return self.reasons[0].argument


def by_fact(reasons: Iterable[Reason]) -> tuple[FactReasons, ...]:
    """Gather reasons on known facts by their first fact, in order of first mention."""
    found: dict[str, list[Reason]] = {}
    for each in reasons:
        if each.fact is not None:
            found.setdefault(each.fact.id, []).append(each)
    return tuple(
        FactReasons(fact, tuple(each))
        for each in found.values()
        if (fact := each[0].fact) is not None
    )


def aspects(
    own: Iterable[FactReasons], other: Iterable[FactReasons]
) -> Mapping[str, tuple[Reason, ...]]:
    """By fact that stands in both, what is said of it on an element that both name, each once.

    A sentence of law is left out: it stands where it is cited, under the element.
    """
    theirs = {each.id: frozenset(each.elements) for each in other}
    return {
        each.id: tuple(
            {
                one.because: one
                for one in each.reasons
                if one.element in theirs[each.id] and one.authority is None
            }.values()
        )
        for each in own
        if each.id in theirs
    }


def is_short(reason: Reason) -> bool:
    """Whether a hurting reason says only that a threat of lesser harm is not enough by itself.

    Such a threat is not against the defense: it is one that does not carry it.
    """
    return not reason.for_us and isinstance(reason.fact, Threat) and is_lesser(reason.fact)
