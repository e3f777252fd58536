"""Threats that demanded several counts: which of them one stood for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from drafter.analysis.predicates.order import earlier
from drafter.casefile.coercion import Threat
from drafter.casefile.matter import Charge
from drafter.facts.moments import Moment

Missed = tuple[str, str]
"""The ids of a threat and of a count that it demanded beside another, and did not stand for."""


def tied_to(
    threat: Threat, charges: Mapping[str, Charge], missed: Collection[Missed]
) -> tuple[Charge, ...]:
    """Return the counts a threat demanded: those it stood for, or all if it stood for none."""
    demanded = [charges[id] for id in threat.demanded_offense if id in charges]
    return tuple(e for e in demanded if (threat.id, e.id) not in missed) or tuple(demanded)


def find_missed(
    threats: Iterable[Threat], charges: Iterable[Charge], moment: Callable[..., Moment | None]
) -> Iterator[Missed]:
    """Yield them: the threat was over before the count began, or came when it had ended.

    So is a count that is none of ``charges``, those that are tested.  Of a count that alone was
    demanded the rules ask when the threat stood.  ``moment``: as ``Counted.moment``.
    """
    tested = {each.id for each in charges}
    for threat in threats:
        several = threat.demanded_offense if len(threat.demanded_offense) > 1 else ()
        yield from (
            (threat.id, id) for id in several if id not in tested or _misses(threat.id, id, moment)
        )


def _misses(threat: str, count: str, moment: Callable[..., Moment | None]) -> bool:
    late = earlier(moment(count, "end"), moment(threat))
    return bool(late or earlier(moment(threat, "ended"), moment(count, "start")))
