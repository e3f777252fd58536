"""Which threat still stood when something happened: one that went on, or with a watcher."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from drafter.analysis.predicates.answers import Answers
from drafter.analysis.predicates.hours import PROMPT
from drafter.analysis.predicates.lasting import stood_past
from drafter.analysis.predicates.setting import Setting
from drafter.casefile.coercion import Threat
from drafter.casefile.fact import Fact
from drafter.casefile.record import Event, EventKind

WHILE_IT_STANDS = frozenset({"threat_continuing", "threatener_watching"})
"""What is said of a threat for as long as it stands, and of no moment after its end."""
TO_THE_END = "threat_to_the_end"
"""What answers that the counts of one threat outlasted it: that another stood until their end."""

_NEVER = datetime.max.replace(tzinfo=UTC)


class StandingThreats:
    """Threats in file order, to be asked which is the first that stood at a moment."""

    def __init__(self, threats: Iterable[Fact], setting: Setting) -> None:
        self.setting = setting
        self._over: list[datetime] = []
        self._threats: list[Fact] = []
        # One that was over no later than another before it is never the first to stand.
        for threat in threats:
            over = _end(threat, setting)
            if not self._over or over > self._over[-1]:
                self._over.append(over)
                self._threats.append(threat)

    def at(self, fact: Fact) -> Fact | None:
        """The first threat that was not certainly over when something dated happened.

        Who gives up within a day of the end gives up promptly, so that an arrest is read as
        of a day before: until then there was time to come forward.
        """
        start = _start(fact, self.setting)
        if start is None:
            return next(iter(self._threats), None)
        found = bisect_right(self._over, start)
        return self._threats[found] if found < len(self._threats) else None


def stood(threat: Fact, fact: Fact, setting: Setting) -> bool:
    """Whether one threat was not certainly over when something happened."""
    start = _start(fact, setting)
    return start is None or _end(threat, setting) > start


def outlasting(threat: Threat, answers: Answers) -> Iterator[Fact]:
    """Yield what shows that a threat went on as long as the counts that another one demanded."""
    for each in answers.setting.carrying.values():
        if stood_past(each, threat, answers.setting):
            yield each
    yield from answers.bearing_out(TO_THE_END)


def _start(fact: Fact, setting: Setting) -> datetime | None:
    moment = setting.moment(fact.id)
    start = moment.earliest if moment else None
    arrest = isinstance(fact, Event) and fact.kind is EventKind.ARREST
    return start - PROMPT if start and arrest else start


def _end(threat: Fact, setting: Setting) -> datetime:
    ended = setting.moment(threat.id, "ended")
    return ended.latest if ended and ended.latest else _NEVER
