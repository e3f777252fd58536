"""The research list: what bears on the law of one case and nobody has read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafter.analysis.defenses.availability_types import ChargeAvailability
from drafter.analysis.elements.common_law import CommonLaw
from drafter.doctrine import kinds
from drafter.doctrine.circuit import POINTS
from drafter.doctrine.in_force import Doctrine
from drafter.doctrine.strategy import StrategyPoint


def find_leads(
    doctrine: Doctrine,
    common_law: CommonLaw,
    availability: Iterable[ChargeAvailability],
    points: Iterable[StrategyPoint],
) -> tuple[str, ...]:
    """Authority ids of leads, each once, those of the court first.

    They are named by the law of the court, by the rules that gave a reason or would give one,
    by the availability of the defense and by the questions of the strategy.
    """
    law = common_law.circuit
    named = (
        law.research,
        *(rule.research for rule in law.elements),
        *(getattr(law, point).research for point in POINTS),
        *(point.research for point in law.production),
        *_of_rules(doctrine, common_law),
        *(each.rule.research for each in availability if each.rule),
        *(each.research for each in points),
    )
    found = dict.fromkeys(id for ids in named for id in ids)
    return tuple(id for id in found if doctrine.authority(id).is_lead)


def _of_rules(doctrine: Doctrine, common_law: CommonLaw) -> Iterator[tuple[str, ...]]:
    known = doctrine.library.shelf(kinds.RULES)
    reasons = (each for element in common_law.elements for each in element.reasons)
    for id in dict.fromkeys(each.rule for each in reasons):
        if known.versions(id):  # an item is rated by its kind, not by a rule
            yield doctrine.rule(id).research
