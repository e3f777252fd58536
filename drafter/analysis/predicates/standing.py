"""Which threat still stood when something happened: one that went on, or with a watcher."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from drafter.analysis.predicates.answers import Answers
from drafter.analysis.predicates.hours import HOURS, PROMPT
from drafter.analysis.predicates.lasting import stood_past
from drafter.analysis.predicates.order import between, earlier, lies_in
from drafter.analysis.predicates.setting import Setting, Window
from drafter.casefile.coercion import Opportunity, Threat
from drafter.casefile.fact import Fact
from drafter.casefile.record import Event, EventKind, Evidence

WHILE_IT_STANDS = frozenset({"threat_continuing", "threatener_watching"})
"""What is said of a threat for as long as it stands, and of no moment after its end."""
OF_ITS_MAKING = frozenset({"threat_during_offense", "threat_within_hours"})
"""What is said of a threat for when it was made, beside the counts that it demanded."""
OF_COUNTS = WHILE_IT_STANDS | OF_ITS_MAKING
"""What answers for a threat only where it can be so of the counts that the threat demanded."""
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

        One that still stood when that ended comes before one that was over meanwhile.

        Who gives up within a day of the end gives up promptly, so that an arrest is read as
        of a day before: until then there was time to come forward.
        """
        start = _start(fact, self.setting)
        if start is None:
            return next(iter(self._threats), None)
        for each in filter(None, (_last(fact, self.setting), start)):
            found = bisect_right(self._over, each)
            if found < len(self._threats):
                return self._threats[found]
        return None


def stood(threat: Fact, fact: Fact, setting: Setting) -> bool:
    """Whether one threat was not certainly over when something happened."""
    start = _start(fact, setting)
    return start is None or _end(threat, setting) > start


def threats_in(fact: Fact, setting: Setting) -> tuple[Threat, ...]:
    """The threat that a fact is, or those that an item is about or is a source of."""
    if isinstance(fact, Threat):
        return (fact,)
    if not isinstance(fact, Evidence):
        return ()
    shown = setting.record.evidence.facts_for(fact.id)
    return tuple(each for each in shown if isinstance(each, Threat))


def moments_in(fact: Fact, setting: Setting) -> tuple[Fact, ...]:
    """The event or the moment to act that a fact is, or those that an item shows and no threat."""
    if isinstance(fact, (Event, Opportunity)):
        return (fact,)
    if not isinstance(fact, Evidence) or threats_in(fact, setting):
        return ()
    shown = setting.record.evidence.facts_for(fact.id)
    return tuple(each for each in shown if isinstance(each, (Event, Opportunity)))


def reaches(predicate: str, answer: Fact, threat: Threat, setting: Setting) -> bool:
    """Whether what is said of one threat can be so of the counts that another is held against.

    Not where it was certainly over when each of them began, or made when each had ended; nor,
    of when it was made, more than a day before each; nor, of who watched, where its own counts
    were over.  What is no threat is not asked when.
    """
    if answer is threat or not isinstance(answer, Threat):
        return True
    windows = setting.windows_of(threat)
    return not all(_apart(predicate, answer, window, setting) for window in windows)


def _apart(predicate: str, threat: Threat, window: Window, setting: Setting) -> bool:
    made, (start, end) = setting.moment(threat.id), window
    if earlier(end, made):
        return True
    if predicate in OF_ITS_MAKING:
        return lies_in(between(made, start), HOURS, timedelta.max) is True
    if predicate == "threatener_watching":
        return all(earlier(over, start) for _, over in setting.windows_of(threat))
    return earlier(setting.moment(threat.id, "ended"), start) is True


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


def _last(fact: Fact, setting: Setting) -> datetime | None:
    """When a moment to act was over; anything else is no longer than it took."""
    moment = setting.moment(fact.id) if isinstance(fact, Opportunity) else None
    return moment.latest if moment else None


def _end(threat: Fact, setting: Setting) -> datetime:
    ended = setting.moment(threat.id, "ended")
    return ended.latest if ended and ended.latest else _NEVER
