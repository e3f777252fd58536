"""Predicates about a report: when the threat was told of, and whether it was.

The date of an item is that of the paper: a witness who was told in June is interviewed in August.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta

from drafter.analysis.predicates.hours import AT_ONCE
from drafter.analysis.predicates.order import before, between, both, either, lies_in, negated
from drafter.analysis.predicates.setting import CLIENT, Setting, Test
from drafter.casefile.coercion import Threat
from drafter.casefile.fact import Fact
from drafter.casefile.record import Event, EventKind, Evidence, Protection, Statement
from drafter.facts.grave import is_lesser
from drafter.facts.moments import Moment

_TELLING = frozenset({EventKind.REPORT, EventKind.AUTHORITY_CONTACT})
_AS_TOLD = frozenset(
    {"about_threat", "mentions_duress", "agrees_with_account", "dated_before_offense"}
)
"""Traits by which counsel says that the item is such a report."""
_OF_HARM = re.compile(
    r"\b(?:threat\w*|kill\w*|harm\w*|hurt\w*|forc(?:e|ed|ing)|afraid|fear\w*|danger\w*|death|die"
    r"|made (?:him|her|them)|protect\w*)\b",
    re.IGNORECASE,
)


def _tellings(item: Evidence, setting: Setting) -> tuple[Fact, ...]:
    """The events of telling, and the client's own statements, that an item bears on."""
    found = setting.record.evidence.facts_for(item.id)
    return tuple(each for each in found if _is_report(each) or _is_account(each))


def _is_report(fact: Fact) -> bool:
    return isinstance(fact, Event) and fact.kind in _TELLING


def _is_account(fact: Fact) -> bool:
    """Whether the client told somebody, and not counsel or under some other protection."""
    own = isinstance(fact, Statement) and fact.speaker == CLIENT
    return own and isinstance(fact, Statement) and fact.protection is Protection.NONE


def _moments(item: Evidence, setting: Setting) -> tuple[Moment | None, ...]:
    """When it was told: by what was told, where that is dated, else by the item's own date."""
    told = [setting.moment(each.id) for each in _tellings(item, setting)]
    dated = tuple(each for each in told if each and each.known)
    return dated or (setting.moment(item.id),)


def _before(item: Evidence, setting: Setting) -> bool | None:
    starts = [start for start, _ in setting.windows]
    told = _moments(item, setting)
    found = either(*(both(*(before(at, start) for start in starts)) for at in told))
    return True if found is None and "dated_before_offense" in item.traits else found


def _after(item: Evidence, setting: Setting) -> bool | None:
    told = _moments(item, setting)
    return both(*(before(end, at) for at in told for _, end in setting.windows))


def _during(item: Evidence, setting: Setting) -> bool | None:
    return both(negated(_before(item, setting)), negated(_after(item, setting)))


def _tells(item: Evidence, setting: Setting) -> bool | None:
    """Whether what it reports is a threat; an item tied to no telling is what its kind says.

    None: it reports something, and no word of that is of a threat.
    """
    facts = setting.record.evidence.facts_for(item.id)
    threat = any(isinstance(each, Threat) and not is_lesser(each) for each in facts)
    told = _tellings(item, setting)
    if threat or not told or not _AS_TOLD.isdisjoint(item.traits):
        return True
    return True if any(map(_of_harm, told)) else None


def _of_harm(fact: Fact) -> bool:
    if isinstance(fact, Statement):
        return fact.omits_duress is not True
    return isinstance(fact, Event) and _OF_HARM.search(fact.what) is not None


def _late(item: Evidence, setting: Setting) -> bool | None:
    """Whether it was told after the offense was over, and not at once."""
    return both(
        *(
            lies_in(between(end, at), AT_ONCE, timedelta.max)
            for at in _moments(item, setting)
            for _, end in setting.windows
        )
    )


TELLING_TESTS: Mapping[str, Test[Evidence]] = {
    "told_before_offense": Test(_before, ("when",), timed=True),
    "told_during_offense": Test(_during, ("when",), timed=True),
    "told_after_offense": Test(_late, ("when",), timed=True),
    "tells_of_threat": Test(_tells),
}
