"""Which sort of fact answers which predicate.

A sort is a section of the case file, or for events, other acts and experts one kind of
them: a surrender answers other questions than an arrest.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import cast

from drafter.analysis.predicates.conduct import (
    ACTIVITY_TESTS,
    ARREST_TESTS,
    AVOIDANCE_TESTS,
    BENEFIT_TESTS,
    CONTACT_TESTS,
    DEBT_TESTS,
    INVOLVEMENT_TESTS,
    IS_ONE,
    KINDS,
    SURRENDER_TESTS,
    VIOLENCE_TESTS,
    WILLINGNESS_TESTS,
)
from drafter.analysis.predicates.items import ITEM_TESTS
from drafter.analysis.predicates.opportunities import OPPORTUNITY_TESTS
from drafter.analysis.predicates.setting import Test
from drafter.analysis.predicates.statements import STATEMENT_TESTS
from drafter.analysis.predicates.telling import TELLING_TESTS
from drafter.analysis.predicates.threats import KIND_TESTS, LATE_TESTS, LESSER_TESTS, THREAT_TESTS
from drafter.casefile.coercion import (
    Benefit,
    Involvement,
    Opportunity,
    OtherAct,
    OtherActKind,
    Threat,
)
from drafter.casefile.fact import Fact
from drafter.casefile.record import Event, EventKind, Evidence, Expert, ExpertField, Statement
from drafter.facts.grave import is_lesser

LESSER = "lesser threat"
"""The sort of a threat that is known to be of lesser harm only."""
LATE = "late threat"
"""The sort of one that may carry it and was certainly made when the offense was over."""
Sort = type[Fact] | EventKind | OtherActKind | ExpertField | str

SECTIONS: Mapping[Sort, str] = {
    Threat: "threats",
    Opportunity: "opportunities",
    Involvement: "involvement",
}
"""The gap of a section that holds nothing; without an entry, an empty section is none."""

ASKED: Mapping[Sort, Mapping[str, Test[Fact]]] = cast(
    Mapping[Sort, Mapping[str, Test[Fact]]],
    {
        Threat: {**KIND_TESTS, **THREAT_TESTS},
        LESSER: {**KIND_TESTS, **LESSER_TESTS},
        LATE: LATE_TESTS,
        Opportunity: OPPORTUNITY_TESTS,
        Involvement: INVOLVEMENT_TESTS,
        Benefit: BENEFIT_TESTS,
        Statement: STATEMENT_TESTS,
        Evidence: {**ITEM_TESTS, **TELLING_TESTS},
        EventKind.SURRENDER: SURRENDER_TESTS,
        EventKind.AUTHORITY_CONTACT: CONTACT_TESTS,
        EventKind.ARREST: ARREST_TESTS,
        EventKind.NORMAL_ACTIVITY: ACTIVITY_TESTS,
        EventKind.VIOLENCE: VIOLENCE_TESTS,
        EventKind.AVOIDANCE: AVOIDANCE_TESTS,
        OtherActKind.DEBT: DEBT_TESTS,
        OtherActKind.WILLINGNESS: WILLINGNESS_TESTS,
        **{kind: {name: IS_ONE} for kind, name in KINDS.items()},
    },
)
"""By sort, what can be asked of one of them."""

DENIED_BY: Mapping[str, tuple[str, ...]] = {
    "surrendered_when_safe": ("no_surrender_effort",),
    "bona_fide_surrender_effort": ("no_surrender_effort",),
    "gave_up_weapon": ("kept_weapon_after_threat", "fled_with_weapon"),
}
"""What only an event of its own would bear out, with what says that there was none."""

_BY_TRAIT = ("kept_weapon_after_threat", "fled_with_weapon", "battering_relationship")
"""Shown by the traits of items alone: no field of any fact records them."""


def sort_of(fact: Fact, late: Container[str] = ()) -> Sort:
    """What a fact is, as far as predicates care; ``late`` are the threats of that sort, by id."""
    # By its type: asking a model whether something is an instance costs more than the rest.
    kind = type(fact)
    if kind is Event or kind is OtherAct:
        return cast(Event | OtherAct, fact).kind
    if kind is Threat:
        if is_lesser(cast(Threat, fact)):
            return LESSER
        return LATE if fact.id in late else Threat
    return cast(Expert, fact).field if kind is Expert else kind


def _by_predicate() -> Mapping[str, Mapping[Sort, Test[Fact]]]:
    found: dict[str, dict[Sort, Test[Fact]]] = {predicate: {} for predicate in _BY_TRAIT}
    for sort, tests in ASKED.items():
        for predicate, test in tests.items():
            found.setdefault(predicate, {})[sort] = test
    return found


TESTS: Mapping[str, Mapping[Sort, Test[Fact]]] = _by_predicate()
"""By predicate, the sorts of facts that answer it and how.  Every predicate is a key."""
