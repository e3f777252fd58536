"""Which threats stand behind an element of which it is open whether they suffice.

Whether a threat to somebody else carries the defense is asked of the threat.  What is said of
that threat, that it was near or that it grounded a fear, hangs on the same answer, also where
a court states the threat and its nearness as one element or as two.
"""

from __future__ import annotations

from collections.abc import Iterable

from drafter.analysis.elements.shown_types import Shown
from drafter.analysis.elements.to_others_types import OnOthers
from drafter.analysis.elements.untied import OF_A_THREAT
from drafter.analysis.predicates.setting import CLIENT, Setting
from drafter.casefile.coercion import Threat
from drafter.casefile.record import Event, EventKind, Evidence
from drafter.doctrine.circuit import Circuit
from drafter.doctrine.vocabulary import Concept

_ANYONE, _FAMILY = "anyone", "family"
"""What a circuit says of threats to others where something says that they suffice."""


def find_on_others(
    concept: Concept, circuit: Circuit, showings: Iterable[Shown], setting: Setting
) -> OnOthers | None:
    """Find them for an element that is about a threat and is shown; None: there are none.

    Where what shows it is no threat, it is about those that are recorded.
    """
    reasons = [one for shown in showings for one in shown.reasons]
    if concept not in OF_A_THREAT or circuit.third_person.value == _ANYONE or not reasons:
        return None
    shown = {each.fact.id: each.fact for each in reasons if isinstance(each.fact, Threat)}
    carrying = setting.carrying
    threats = (shown or carrying).values()
    open_ = {each.id for each in carrying.values() if _open(each, circuit, setting)}
    found = tuple(each for each in threats if each.id in open_)
    if not found:
        return None
    items = (item.id for item in setting.case.evidence if _tells_only(item, open_, setting))
    resting = frozenset((*open_, *items))
    return OnOthers(circuit.third_person, found, resting, len(found) == len(threats))


def _open(threat: Threat, circuit: Circuit, setting: Setting) -> bool:
    """Whether a threat is known to be against others, and of none is it known to suffice."""
    family = circuit.third_person.value == _FAMILY
    suffices = (each == CLIENT or (family and setting.is_family(each)) for each in threat.against)
    return bool(threat.against) and not any(suffices)


def _tells_only(item: Evidence, threats: set[str], setting: Setting) -> bool:
    """Whether an item bears on some of the threats, on no other and on no violence."""
    facts = setting.record.evidence.facts_for(item.id)
    told = [each.id for each in facts if isinstance(each, Threat) and each.id in setting.carrying]
    violence = (isinstance(each, Event) and each.kind is EventKind.VIOLENCE for each in facts)
    return bool(told) and threats.issuperset(told) and not any(violence)
