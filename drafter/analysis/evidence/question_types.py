"""The three questions: what will be pointed at, what is answered, and with what."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from drafter.casefile.coercion import Answer, Opportunity, Question, Threat
from drafter.casefile.fact import Fact
from drafter.casefile.record import Evidence, Statement
from drafter.facts.gaps import Gap
from drafter.facts.intervals import Span
from drafter.facts.moments import Moment


class AnswerStatus(StrEnum):
    """How far a question is answered."""

    WITH_EVIDENCE = "with_evidence"
    WITHOUT_EVIDENCE = "without_evidence"
    """Answered, and nothing but the answer stands behind it."""
    IN_GENERAL = "in_general"
    """Answered in general: whether that covers what is pointed at is for counsel to say."""
    UNANSWERED = "unanswered"
    IN_PART = "answered_in_part"
    """Answered for some of what is pointed at, and not for the rest."""
    ELSEWHERE = "answered_where_nothing_is_pointed_at"
    """Answered, though nothing is recorded that could be pointed at."""
    NOTHING_TO_ANSWER = "nothing_to_answer"
    """Nothing is recorded that could be pointed at, and no answer."""


class PointedAt(Struct, frozen=True):
    """One thing the prosecutor will point at, and what answers it."""

    fact: Fact
    """An opportunity, or for the delay a threat."""
    moment: Moment | None
    span: Span | None
    """For the delay: from the threat to the offense."""
    answers: tuple[Answer, ...]
    """Those that are about it, and no general one."""
    evidence: tuple[Evidence, ...]
    """What stands behind these answers."""
    general: bool
    """Whether the question has a general answer, too."""

    @property
    def id(self) -> str:
        """The fact's id."""
        return self.fact.id

    @property
    def help_asked(self) -> bool:
        """Whether help was asked of somebody there, so that only an authority was not asked."""
        return isinstance(self.fact, Opportunity) and bool(self.fact.asked_for_help)

    @property
    def asking_open(self) -> bool:
        """Whether it is not recorded if help was asked for there."""
        return isinstance(self.fact, Opportunity) and self.fact.asked_for_help is None

    @property
    def status(self) -> AnswerStatus:
        """Answered with evidence, without, in general only, or not at all."""
        if not self.answers:
            return AnswerStatus.IN_GENERAL if self.general else AnswerStatus.UNANSWERED
        return AnswerStatus.WITH_EVIDENCE if self.evidence else AnswerStatus.WITHOUT_EVIDENCE


class QuestionFinding(Struct, frozen=True):
    """One of the three questions."""

    question: Question
    points: tuple[PointedAt, ...]
    """In time order."""
    answers: tuple[Answer, ...]
    """Every recorded answer to the question, the general ones first."""
    gaps: tuple[Gap, ...]
    conflicts: tuple[Fact, ...]
    """Facts that conflict with an answer: a candor note for counsel."""
    phones: tuple[Evidence, ...] = ()
    """Items that show a telephone about when one is said not to have been there: another such
    note."""
    phoneless: tuple[Opportunity, ...] = ()
    """The moments at which none is said to have been there."""

    @property
    def id(self) -> str:
        """The question's word: `no_call`, `no_help`, `delay`."""
        return self.question.value

    @property
    def elsewhere(self) -> tuple[Answer, ...]:
        """The answers that are about nothing that will be pointed at."""
        pointed = {one.id for point in self.points for one in point.answers}
        return tuple(each for each in self.answers if each.opportunity and each.id not in pointed)

    @property
    def status(self) -> AnswerStatus:
        """The worst over what will be pointed at, where no answer is lost by it."""
        found = {point.status for point in self.points}
        if not found and self.answers:
            return AnswerStatus.ELSEWHERE
        if AnswerStatus.UNANSWERED in found and len(found) > 1:
            return AnswerStatus.IN_PART
        order = (
            AnswerStatus.UNANSWERED,
            AnswerStatus.IN_GENERAL,
            AnswerStatus.WITHOUT_EVIDENCE,
            AnswerStatus.WITH_EVIDENCE,
        )
        return next((each for each in order if each in found), AnswerStatus.NOTHING_TO_ANSWER)


class FamilyQuestion(StrEnum):
    """What follows when a threat is against somebody other than the client."""

    WHERE = "where"
    """Where the person was."""
    REACH = "reach"
    """What shows the threatener could reach the person."""
    WATCHED = "watched"
    """Whether the threatener would have known of a report."""


class FollowUp(Struct, frozen=True):
    """A follow-up on a threat to somebody else; the record's answer, or a gap."""

    id: str
    """`<threat id>.<question>`"""
    question: FamilyQuestion
    threat: Threat
    recorded: str | None
    """The record's own words; None with no gap: recorded as yes or no, see ``answer``."""
    answer: bool | None
    gap: Gap | None


class Questions(Struct, frozen=True):
    """The three questions, in the order in which they are asked, and the follow-ups."""

    no_call: QuestionFinding
    no_help: QuestionFinding
    delay: QuestionFinding
    follow_ups: tuple[FollowUp, ...]

    @property
    def all(self) -> tuple[QuestionFinding, ...]:
        """The three, in order."""
        return (self.no_call, self.no_help, self.delay)


__all__ = [
    "Answer",
    "AnswerStatus",
    "FamilyQuestion",
    "FollowUp",
    "Opportunity",
    "PointedAt",
    "Question",
    "QuestionFinding",
    "Questions",
    "Statement",
]
