"""The reasons of one case in one court, by what they bear on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from drafter.analysis.findings import Met, Reason
from drafter.analysis.predicates.answers import Answers
from drafter.casefile.fact import Fact
from drafter.doctrine.vocabulary import Concept


class Reasons(Struct, frozen=True):
    """The reasons of one case in one court."""

    answers: Answers
    """What the record answers to each predicate."""
    asked: Mapping[str, tuple[str, ...]]
    """By the rule that a reason names, the predicates it asks."""
    unless: Mapping[str, tuple[str, ...]]
    """And those that answer it."""
    answering: Callable[[Fact, Iterable[str]], tuple[Met, ...]]
    """What answers a reason on a fact, of some predicates; see ``Reason.met``."""
    _of: Mapping[Concept, tuple[Reason, ...]]
    _of_item: Mapping[str, tuple[Reason, ...]]

    def of(self, concept: Concept) -> tuple[Reason, ...]:
        """The reasons on an element, those of items included: facts in file order, then gaps.

        Each id once: an open effect of two items of one kind is one question.
        """
        return self._of.get(concept, ())

    def bearing(self, predicates: Iterable[str], found: Iterable[Reason]) -> tuple[Reason, ...]:
        """The reasons for the defense that rest on one of the predicates and can come in."""
        wanted = frozenset(predicates)
        return tuple(
            each
            for each in found
            if each.for_us
            and not each.is_open
            and each.admissible
            and not wanted.isdisjoint(self.asked.get(each.rule, ()))
        )

    def of_item(self, item: str) -> tuple[Reason, ...]:
        """The reasons that rest on an item of evidence, by its id; its open effects last."""
        return self._of_item.get(item, ())
