"""The three questions: what the prosecutor will point at, and what answers it.

Answers are counsel's record of the client's own; nothing here proposes one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from drafter.analysis.predicates.setting import CLIENT, Setting
from drafter.analysis.question_types import (
    Answer,
    FamilyQuestion,
    FollowUp,
    Opportunity,
    PointedAt,
    Question,
    QuestionFinding,
    Questions,
)
from drafter.analysis.threats import span_to_offense
from drafter.analysis.ties import Ties
from drafter.casefile.coercion import Threat
from drafter.casefile.fact import Fact
from drafter.casefile.record import Evidence
from drafter.facts.gaps import Gap
from drafter.facts.intervals import Span
from drafter.facts.timeline import begins

_CALL_FIELDS = frozenset({"phone", "asked_for_help"})
_DELAY_FIELDS = frozenset({"when", "ended", "continuing"})


def find_questions(setting: Setting, ties: Ties) -> Questions:
    """Find what will be pointed at for each question, its answers and what stands behind them."""
    asked = _Asked(setting, ties)
    return Questions(asked.no_call(), asked.no_help(), asked.delay(), tuple(asked.follow_ups()))


@dataclass(slots=True)
class _Asked:
    """One case under the three questions."""

    setting: Setting
    ties: Ties
    answers: Mapping[tuple[Question, str], tuple[Answer, ...]] = field(init=False)
    """By question and opportunity; the general answers have none."""

    def __post_init__(self) -> None:
        """Sort the answers by what they are about."""
        found: dict[tuple[Question, str], list[Answer]] = defaultdict(list)
        for each in self.setting.case.answers:
            found[each.question, each.opportunity or ""].append(each)
        self.answers = {key: tuple(answers) for key, answers in found.items()}

    def no_call(self) -> QuestionFinding:
        """Point at each opportunity with a telephone."""
        chances = [each for each in self.setting.case.opportunities if each.phone]
        return self._finding(Question.NO_CALL, chances, self._of_chances(_is_of_call))

    def no_help(self) -> QuestionFinding:
        """Point at every opportunity."""
        chances = self.setting.case.opportunities
        return self._finding(Question.NO_HELP, chances, self._of_chances(_is_of_help))

    def delay(self) -> QuestionFinding:
        """Point at each threat that may have come before the offense; one of no date is a gap."""
        threats = self.setting.case.threats
        spans = {
            threat.id: span
            for threat in threats
            if (span := span_to_offense(threat, self.setting)) and _leaves_time(span)
        }
        gaps = [
            gap
            for threat in threats
            for gap in self.ties.gaps_of(threat.id)
            if _field(gap) in _DELAY_FIELDS
        ]
        starts = (f"{each.id}.start" for each in self.setting.case.charges)
        gaps += [gap for gap in map(self.setting.record.gap, starts) if gap]
        before = [threat for threat in threats if threat.id in spans]
        return self._finding(Question.DELAY, before, gaps, spans)

    def follow_ups(self) -> Iterator[FollowUp]:
        """Ask what follows when a threat is against somebody other than the client."""
        for threat in self.setting.case.threats:
            if any(person != CLIENT for person in threat.against):
                where = threat.target_location
                yield self._follow_up(threat, FamilyQuestion.WHERE, "target_location", where)
                yield self._follow_up(threat, FamilyQuestion.REACH, "capacity", threat.capacity)
                yield self._follow_up(threat, FamilyQuestion.WATCHED, "watching", threat.watching)

    def _finding(
        self,
        question: Question,
        facts: Iterable[Opportunity | Threat],
        gaps: Iterable[Gap],
        spans: Mapping[str, Span] | None = None,
    ) -> QuestionFinding:
        points = [self._point(question, fact, (spans or {}).get(fact.id)) for fact in facts]
        general = self.answers.get((question, ""), ())
        own = (each for each in self.setting.case.answers if each.question is question)
        answers = {each.id: each for each in (*general, *own)}
        return QuestionFinding(
            question=question,
            points=tuple(sorted(points, key=lambda point: begins(point.moment))),
            answers=tuple(answers.values()),
            gaps=tuple(gaps),
            conflicts=self._conflicts(answers.values()),
        )

    def _point(
        self, question: Question, fact: Opportunity | Threat, span: Span | None
    ) -> PointedAt:
        answers = (
            *self.answers.get((question, fact.id), ()),
            *self.answers.get((question, ""), ()),
        )
        return PointedAt(fact, self.setting.moment(fact.id), span, answers, self._evidence(answers))

    def _evidence(self, answers: Iterable[Answer]) -> tuple[Evidence, ...]:
        index = self.setting.record.evidence
        items = {item.id: item for each in answers for item in index.items_for(each.id)}
        return tuple(items.values())

    def _conflicts(self, answers: Iterable[Answer]) -> tuple[Fact, ...]:
        facts = (fact for each in answers for fact in self.ties.conflicts_of(each.id))
        return tuple({fact.id: fact for fact in facts}.values())

    def _of_chances(self, wanted: Callable[[Gap], bool]) -> list[Gap]:
        none = self.setting.record.gap("opportunities")
        if none:
            return [none]
        chances = self.setting.case.opportunities
        return [gap for each in chances for gap in self.ties.gaps_of(each.id) if wanted(gap)]

    def _follow_up(
        self, threat: Threat, question: FamilyQuestion, name: str, recorded: str | bool | None
    ) -> FollowUp:
        id = f"{threat.id}.{name}"
        missing = self.setting.record.gap(id) if recorded is None else None
        if recorded is None and missing is None:
            missing = Gap(id, "where the person threatened was", threat.id, threat.noun)
        return FollowUp(
            id=f"{threat.id}.{question.value}",
            question=question,
            threat=threat,
            recorded=recorded if isinstance(recorded, str) else None,
            answer=recorded if isinstance(recorded, bool) else None,
            gap=missing,
        )


def _leaves_time(span: Span) -> bool:
    """Whether the threat may have come before the offense began."""
    return span.longest is None or span.longest > timedelta()


def _field(gap: Gap) -> str:
    return gap.id.rpartition(".")[2]


def _is_of_call(gap: Gap) -> bool:
    return _field(gap) in _CALL_FIELDS


def _is_of_help(gap: Gap) -> bool:
    return _field(gap) != "phone"
