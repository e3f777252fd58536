"""The opportunities that an item of evidence shows, and what they answer for it."""

from __future__ import annotations

from drafter.analysis.predicates.answer import NO, Answer
from drafter.analysis.predicates.answers import Answers
from drafter.analysis.predicates.hours import SAME_DAY
from drafter.analysis.predicates.opportunities import no_way_out
from drafter.analysis.predicates.order import between, lies_in
from drafter.analysis.predicates.setting import Setting
from drafter.analysis.predicates.table import TESTS
from drafter.casefile.coercion import Opportunity
from drafter.casefile.record import Evidence


def chances_in(item: Evidence, setting: Setting) -> tuple[Opportunity, ...]:
    """The opportunities that an item is about, or that name it as a source."""
    facts = setting.record.evidence.facts_for(item.id)
    return tuple(each for each in facts if isinstance(each, Opportunity))


def answer_for(item: Evidence, predicate: str, answers: Answers) -> Answer:
    """What answers for an item: what it bears on; of several opportunities, each must.

    Where it shows none, those of its time answer for it, if each of them does.
    """
    if Opportunity not in TESTS[predicate]:
        return answers.near(item, predicate)
    shown = chances_in(item, answers.setting)
    if not all(answers.of(each, predicate).holds for each in shown):
        return NO
    answer = answers.near(item, predicate)
    if shown or answer.holds:
        return answer
    found = _of_its_time(item, answers.setting)
    held = [answers.of(each, predicate) for each in found]
    if not found or not all(each.holds for each in held):
        return answer
    return Answer(True, None, (found[0],), held[0].shown_by or found[0])


def _of_its_time(item: Evidence, setting: Setting) -> tuple[Opportunity, ...]:
    """The ways out that may lie within a day of an item; of an undated one, none."""
    made = setting.moment(item.id)
    if made is None or not made.known:
        return ()
    return tuple(
        each
        for each in setting.case.opportunities
        if not no_way_out(each, setting)
        and lies_in(between(made, setting.moment(each.id)), -SAME_DAY, SAME_DAY) is not False
    )
