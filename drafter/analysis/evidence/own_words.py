"""Where the client's own words, spoken out of court, are what proves something.

How they come in when the client's own side offers them is a question of its own: the form of an
item does not answer it, and the library holds no law on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.analysis.elements.common_law import CommonLaw
from drafter.analysis.predicates.setting import CLIENT, Setting
from drafter.analysis.reasons.forms import told_by_client
from drafter.casefile.fact import Fact
from drafter.casefile.record import Event, EventKind, Evidence, Expert, Statement, Witness

_TELLING = (EventKind.REPORT, EventKind.SURRENDER)
_SAYING = re.compile(r"\b(?:said|told|asked|wrote|reported|answered|called|testified)\b")


def own_words_behind(law: CommonLaw, setting: Setting) -> frozenset[str]:
    """The ids of what helps an element, can come in, and is proved by the client's own words."""
    offered = {each.id: each.fact for element in law.elements for each in element.offered}
    return frozenset(
        id
        for id, fact in offered.items()
        if any(each.id not in setting.without_way_in for each in holding_own_words(fact, setting))
    )


def holding_own_words(fact: Fact, setting: Setting) -> Iterator[Fact]:
    """Yield what the defense may offer for a fact and holds the client's words, or the fact itself.

    Our reading: of an event that is not one of telling, such an item shows more than words.
    """
    if isinstance(fact, Evidence):
        yield from (fact,) if _holds(fact, setting) else ()
        return
    items = setting.record.evidence.items
    found = [e for s in fact.sources if _holds(e := items[s.evidence], setting)]
    if isinstance(fact, Statement):
        yield from (found or (fact,)) if fact.speaker == CLIENT else ()
    elif not isinstance(fact, Witness | Expert) and _of_telling(fact):
        yield from found


def _of_telling(fact: Fact) -> bool:
    """Whether a fact that an item with words shows may be shown by those words."""
    if not isinstance(fact, Event):
        return True
    return fact.kind in _TELLING or _SAYING.search(fact.what) is not None


def _holds(item: Evidence, setting: Setting) -> bool:
    """Whether an item that the defense may offer, its way in argued or not, holds such words."""
    if item.offered_by:
        return False
    told = setting.record.evidence.facts_for(item.id)
    return "made_by_client" in item.traits or any(told_by_client(e, setting) for e in told)
