"""The three questions: what the prosecutor will point at, and what answers it.

Answers are counsel's record of the client's own; nothing here proposes one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta

from msgspec import structs

from drafter.analysis.elements.threats import span_to_offense
from drafter.analysis.evidence.question_types import (
    Answer,
    FamilyQuestion,
    FollowUp,
    Opportunity,
    PointedAt,
    Question,
    QuestionFinding,
    Questions,
)
from drafter.analysis.predicates.hours import SAME_DAY
from drafter.analysis.predicates.order import before, between
from drafter.analysis.predicates.setting import CLIENT, Setting
from drafter.analysis.ties import Ties
from drafter.casefile.coercion import Threat
from drafter.casefile.record import Evidence
from drafter.facts.gaps import Gap
from drafter.facts.intervals import Span
from drafter.facts.moments import Moment
from drafter.facts.timeline import begins

_CALL_FIELDS = frozenset({"phone", "asked_for_help"})
_DELAY_FIELDS = frozenset({"when", "ended", "continuing"})
_FAMILY_FIELDS: Mapping[FamilyQuestion, str] = {
    FamilyQuestion.WHERE: "target_location",
    FamilyQuestion.REACH: "capacity",
    FamilyQuestion.WATCHED: "watching",
}
_HELD_A_PHONE = "client_had_phone"
_WHERE = "where the person threatened was"
"""Asked for only where the threat is against somebody else, so the case file itself does not."""


def find_questions(setting: Setting, ties: Ties) -> Questions:
    """Find what will be pointed at for each question, its answers and what stands behind them."""
    asked = _Asked(setting, ties)
    return Questions(asked.no_call(), asked.no_help(), asked.delay(), tuple(_follow_ups(setting)))


class _Asked:
    """One case under the three questions."""

    def __init__(self, setting: Setting, ties: Ties) -> None:
        self.setting = setting
        self.ties = ties
        self.answered = _answered(setting)

    def no_call(self) -> QuestionFinding:
        """Point at each opportunity with a telephone."""
        chances = [each for each in self.setting.case.opportunities if each.phone]
        found = self._finding(Question.NO_CALL, chances, self._of_chances(_is_of_call))
        phones = tuple(self._phones(found.answers))
        return structs.replace(found, phones=phones, phoneless=self._without_phone())

    def _phones(self, answers: tuple[Answer, ...]) -> Iterator[Evidence]:
        """Yield the items that show a telephone about when none is said to have been there.

        Before the end of the offense; what an answer rests on is not set against it.
        """
        without = self._without_phone()
        behind = {source.evidence for each in answers for source in each.sources}
        for item in self.setting.case.evidence if without and answers else ():
            made = self.setting.moment(item.id)
            later = all(before(end, made) for _, end in self.setting.windows)
            near = any(_within_a_day(made, self.setting.moment(each.id)) for each in without)
            if near and not later and item.id not in behind and _HELD_A_PHONE in item.traits:
                yield item

    def _without_phone(self) -> tuple[Opportunity, ...]:
        return tuple(each for each in self.setting.case.opportunities if each.phone is False)

    def no_help(self) -> QuestionFinding:
        """Point at every opportunity at which no authority was asked for help."""
        chances = [
            each
            for each in self.setting.case.opportunities
            if not (each.asked_for_help and each.authority_present)
        ]
        return self._finding(Question.NO_HELP, chances, self._of_chances(_is_of_help))

    def delay(self) -> QuestionFinding:
        """Point at each threat that may have come before the offense; one of no date is a gap."""
        threats = self.setting.case.threats
        spans = {each.id: span_to_offense(each, self.setting) for each in threats}
        before = [each for each in threats if _leaves_time(spans[each.id])]
        own = (gap for each in threats for gap in self.ties.gaps_of(each.id))
        starts = (self.setting.record.gap(f"{each.id}.start") for each in self.setting.charges)
        gaps = [*filter(_is_of_delay, own), *filter(None, starts)]
        return self._finding(Question.DELAY, before, gaps, spans)

    def _finding(
        self,
        question: Question,
        facts: Sequence[Opportunity | Threat],
        gaps: Iterable[Gap],
        spans: Mapping[str, Span | None] | None = None,
    ) -> QuestionFinding:
        # An answer cannot name a threat, so that on the delay it is of the only one there is.
        one = question is Question.DELAY and len(facts) == 1
        points = (self._point(question, each, (spans or {}).get(each.id), one) for each in facts)
        answers = [each for each in self.setting.case.answers if each.question is question]
        against = (fact for each in answers for fact in self.ties.conflicts_of(each.id))
        return QuestionFinding(
            question=question,
            points=tuple(sorted(points, key=lambda point: begins(point.moment))),
            answers=tuple(sorted(answers, key=lambda each: each.opportunity is not None)),
            gaps=tuple(gaps),
            conflicts=tuple({fact.id: fact for fact in against}.values()),
        )

    def _point(
        self, question: Question, fact: Opportunity | Threat, span: Span | None, one: bool
    ) -> PointedAt:
        general = self.answered.get((question, ""), ())
        own = general if one else self.answered.get((question, fact.id), ())
        items = self.setting.record.evidence.items_for
        evidence = {item.id: item for each in own for item in items(each.id)}
        moment = self.setting.moment(fact.id)
        return PointedAt(fact, moment, span, own, tuple(evidence.values()), bool(general))

    def _of_chances(self, wanted: Callable[[Gap], bool]) -> Iterable[Gap]:
        none = self.setting.record.gap("opportunities")
        if none:
            return (none,)
        chances = self.setting.case.opportunities
        return (gap for each in chances for gap in self.ties.gaps_of(each.id) if wanted(gap))


def _answered(setting: Setting) -> Mapping[tuple[Question, str], tuple[Answer, ...]]:
    """The answers by question and by what they are about, empty for the general ones."""
    own: dict[tuple[Question, str], list[Answer]] = defaultdict(list)
    for each in setting.case.answers:
        own[each.question, each.opportunity or ""].append(each)
    return {key: tuple(answers) for key, answers in own.items()}


def _leaves_time(span: Span | None) -> bool:
    """Whether the threat is known to be able to have come before the offense began."""
    return span is not None and (span.longest is None or span.longest > timedelta())


def _field(gap: Gap) -> str:
    return gap.id.rpartition(".")[2]


def _within_a_day(one: Moment | None, other: Moment | None) -> bool:
    """Whether a moment may lie no more than a day from another, on either side."""
    ahead, behind = between(one, other)[0], between(other, one)[0]
    return not any(each is not None and each > SAME_DAY for each in (ahead, behind))


def _is_of_call(gap: Gap) -> bool:
    return _field(gap) in _CALL_FIELDS


def _is_of_help(gap: Gap) -> bool:
    return _field(gap) != "phone"


def _is_of_delay(gap: Gap) -> bool:
    return _field(gap) in _DELAY_FIELDS


def _follow_ups(setting: Setting) -> Iterator[FollowUp]:
    """Ask what follows when a threat, if not a late one, is against somebody else."""
    for threat in setting.case.threats:
        if threat.id not in setting.late and any(person != CLIENT for person in threat.against):
            for question, name in _FAMILY_FIELDS.items():
                yield _follow_up(threat, question, name, setting)


def _follow_up(threat: Threat, question: FamilyQuestion, name: str, setting: Setting) -> FollowUp:
    recorded, id = getattr(threat, name), f"{threat.id}.{name}"
    gap = None
    if recorded is None:
        gap = setting.record.gap(id) or Gap(id, _WHERE, threat.id, threat.noun)
    return FollowUp(
        id=f"{threat.id}.{question.value}",
        question=question,
        threat=threat,
        recorded=recorded if isinstance(recorded, str) else None,
        answer=recorded if isinstance(recorded, bool) else None,
        gap=gap,
    )
