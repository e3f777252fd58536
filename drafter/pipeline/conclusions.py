"""What an analysis concludes, conclusion by conclusion, each with what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum

from msgspec.structs import replace

from drafter.analysis.deadlines.types import DeadlineFinding
from drafter.analysis.defenses.types import Defense
from drafter.analysis.elements.common_law import CommonLaw
from drafter.analysis.elements.types import ElementFinding
from drafter.analysis.result import Analysis
from drafter.analysis.sentencing.types import SentencingFindings
from drafter.analysis.sentencing.vehicle_types import Given
from drafter.casefile.coercion import Threat
from drafter.casefile.fact import Fact
from drafter.casefile.matter import Charge
from drafter.casefile.record import Evidence, Statement
from drafter.composition.vocabulary.dates import day, moment, span
from drafter.composition.vocabulary.labels import label
from drafter.facts.evidence import EvidenceIndex
from drafter.facts.gaps import Gap
from drafter.facts.surrender import SurrenderTimeline
from drafter.versions.draft import Conclusion

_Ground = Fact | Charge | Gap | str | None
_Because = Mapping[str, tuple[str, ...]]
"""By element, the ids that its reasons rest on."""


def conclusions_of(analysis: Analysis) -> tuple[Conclusion, ...]:
    """Return every conclusion in the order of the memo; the article's score is none of them."""
    elements = analysis.common_law.elements
    index = analysis.record.evidence
    because = {element.id: _rested_on(element, index) for element in elements}
    return (
        *_defenses(analysis),
        *_common_law(analysis, because),
        *_statutory(analysis),
        *_counts(analysis),
        *_threats(analysis),
        *_questions(analysis),
        *_spans(analysis.surrender.timeline),
        *_options(analysis, because),
        *(_sentencing(analysis.sentencing) if analysis.course.read else ()),
        *_plea(analysis),
        *map(_deadline, analysis.deadlines),
    )


def score_of(analysis: Analysis) -> Conclusion:
    """Return the article's score as drafts keep it, so that a version that moves it can be seen.

    It is a claim beside the conclusions: nothing rests on it, and nobody else is told it here.
    """
    found, index = analysis.screening, analysis.record.evidence
    facts = [fact for part in found.parts for fact in (*part.facts, *part.to_pin_down)]
    proof = [item for fact in facts for item in _proof(fact, index)]
    gaps = [gap for part in found.parts for gap in part.moved_by]
    value = f"{found.low}" if found.exact else f"{found.low} to {found.high}"
    title = "the article’s score, a claim on which nothing rests"
    return _conclusion(SCORE, title, f"{value} of 10", facts, proof, gaps)


SCORE = "claims.score"
"""The id of the article's score among what a draft keeps."""


def _conclusion(id: str, title: str, value: Enum | str, *grounds: Iterable[_Ground]) -> Conclusion:
    words = label(value) if isinstance(value, Enum) else value
    because = [name for each in grounds for ground in each for name in _names(ground)]
    return Conclusion(id, title[:1].upper() + title[1:], words or "", tuple(dict.fromkeys(because)))


def _names(ground: _Ground) -> tuple[str, ...]:
    """The ids by which a ground is found again in the case file."""
    if ground is None or isinstance(ground, str):
        return (ground,) if ground else ()
    return (ground.id, ground.owner) if isinstance(ground, Gap) and ground.owner else (ground.id,)


def _rested_on(found: ElementFinding, index: EvidenceIndex) -> tuple[str, ...]:
    """The ids of rules, facts and gaps that an element rests on, and of what proves the facts."""
    names: dict[str, None] = {}
    grounds: list[_Ground] = []
    for reason in found.reasons:
        grounds += (reason.rule, *reason.facts, reason.gap, *reason.answered_by)
    for stretch in found.stretches:
        grounds += (stretch.charge, *stretch.facts)
    for each in grounds:
        names.update(dict.fromkeys(_names(each)))
        if isinstance(each, Fact):
            names.update(dict.fromkeys(proof.id for proof in _proof(each, index)))
    return tuple(names)


def _proof(fact: Fact, index: EvidenceIndex) -> Iterator[Fact]:
    """The items through which a fact comes in; of an item, the statements by which it is rated."""
    yield from index.items_for(fact.id)
    if isinstance(fact, Evidence):
        yield from (each for each in index.facts_for(fact.id) if isinstance(each, Statement))


def _defenses(analysis: Analysis) -> Iterator[Conclusion]:
    for each in analysis.defenses:
        title = f"defense: {label(each.defense)}"
        # A screen that rules trafficking out is its ground, though it points to no defense.
        screen = analysis.statutory.facts if each.defense is Defense.TRAFFICKING else ()
        # Where nothing points to it and nothing is missing, it is the counts that raise none.
        asked = () if each.facts or screen or each.gaps else each.charges
        grounds = (each.facts, screen, each.gaps, asked)
        yield _conclusion(f"defense.{each.id}", title, each.fit, *grounds)


def _common_law(analysis: Analysis, because: _Because) -> Iterator[Conclusion]:
    law = analysis.common_law
    every = [name for names in because.values() for name in names]
    for burden in ("production", "persuasion"):
        whole = _conclusion(f"duress.{burden}", f"duress, {burden}", getattr(law, burden), every)
        yield replace(whole, of=tuple(f"element.{each.id}.{burden}" for each in law.elements))
    for element in law.elements:
        yield from _element(element, because[element.id])
    if len(law.charges) > 1:
        yield _reach(law, because)


def _reach(law: CommonLaw, because: _Because) -> Conclusion:
    """Which counts the threats behind the elements reach, as the table of elements says it.

    Its id is that of the task which asks about the others, so that both are told by its causes.
    """
    reach = law.covered
    parts = {
        "": reach.whole,
        "in part: ": reach.partly,
        "not tied: ": reach.untied,
        "defeated: ": reach.closed,
    }
    said = [head + ", ".join(str(e.count) for e in part) for head, part in parts.items() if part]
    by_threats = (
        because[each.id]
        for each in law.elements
        if any(isinstance(one.fact, Threat) for shown in each.showings for one in shown.reasons)
    )
    names = [name for found in by_threats for name in found]
    title = "duress, the counts that the threats recorded reach"
    return _conclusion("reach_of_demand", title, "; ".join(said), names, law.charges)


def _element(found: ElementFinding, because: tuple[str, ...]) -> Iterator[Conclusion]:
    id, title = f"element.{found.id}", found.element.title
    yield _conclusion(f"{id}.production", f"{title}, production", found.production, because)
    yield _conclusion(f"{id}.persuasion", f"{title}, persuasion", found.persuasion, because)


def _statutory(analysis: Analysis) -> Iterator[Conclusion]:
    found = analysis.statutory
    if found.in_force:
        title = "18 U.S.C. § 28, the trafficking screen"
        yield _conclusion(
            "section_28", title, found.result, found.facts, found.gaps, ["trafficking"]
        )


def _counts(analysis: Analysis) -> Iterator[Conclusion]:
    for available in analysis.availability:
        count = f"count {available.charge.count}"
        id, title = f"availability.{available.id}", f"duress as a defense to {count}"
        yield _conclusion(id, title, available.status, [available.charge])
    for each in analysis.surrender.by_charge:
        title = f"surrender, count {each.charge.count}"
        role = label(each.role.role) if each.role else None
        value = role or "weighed as evidence on escape"
        yield _conclusion(f"surrender.{each.id}", title, value, [each.charge])


def _threats(analysis: Analysis) -> Iterator[Conclusion]:
    for each in analysis.threats:
        title = f"how far the threat `{each.id}` reaches"
        yield _conclusion(f"threat.{each.id}", title, each.reach, [each.threat])


def _questions(analysis: Analysis) -> Iterator[Conclusion]:
    for each in analysis.questions.all:
        points = [point.fact for point in each.points]
        evidence = [item for point in each.points for item in point.evidence]
        title = label(each.question) or each.id
        grounds = (points, each.answers, evidence, each.gaps)
        yield _conclusion(f"question.{each.id}", title, each.status, *grounds)


def _spans(timeline: SurrenderTimeline) -> Iterator[Conclusion]:
    """Of steps that came in the order asked: of others the memo tells no time either."""
    for each in timeline.spans:
        if each.counted.forward is False:
            continue
        title = f"from {label(each.start.step)} to {label(each.end.step)}"
        ends = (each.start.fact, *each.start.also, each.end.fact, *each.end.also)
        yield _conclusion(f"span.{each.id}", title, span(each.span) or "", ends)


def _options(analysis: Analysis, because: _Because) -> Iterator[Conclusion]:
    for each in analysis.strategy.options:
        points = (*each.conditions, *each.risks, *each.open_risks)
        facts = [fact for point in points for fact in point.facts]
        proof = [item for fact in facts for item in _proof(fact, analysis.record.evidence)]
        gaps = [gap for point in points for gap in point.gaps]
        elements = dict.fromkeys(found.id for point in points for found in point.elements)
        reasons = [name for id in elements for name in because[id]]
        title = f"option: {each.title}"
        yield _conclusion(f"option.{each.id}", title, each.state, facts, proof, gaps, reasons)


def _sentencing(found: SentencingFindings) -> Iterator[Conclusion]:
    vehicle, floor = found.vehicle, found.floor
    counts = [each.charge for step in vehicle.steps for each in step.inputs]
    entered = [each.entered.id for each in found.computations]
    grounds = (_DAYS, counts, entered)
    yield _conclusion("sentencing.vehicle", "sentencing, the vehicle", vehicle.road, *grounds)
    yield _conclusion("sentencing.manual", "sentencing, the Manual", vehicle.manual, *grounds)
    for each in found.computations:
        # What its level comes to is counsel's own; which Manual it is under is the law's.
        given = Given.OFFENSE_RANGE if each.id == "offense_manual" else Given.SENTENCING_RANGE
        title = label(given) or each.id
        yield _conclusion(f"sentencing.range.{each.id}", title, each.range.text, [each.entered.id])
    title = "the sentence asked for and the statutory minimum"
    yield _conclusion("sentencing.floor", title, floor.state, _ASK, floor.gaps, found.charges)
    if found.stamp:
        yield _conclusion("sentencing.stamp", "the Manual", found.stamp, _DAYS)


_DAYS = ("matter.dates.sentencing", "matter.dates.first_sentencing", "matter.proceeding")
_ASK = ("sentencing.ask.months", "sentencing.ask.legal_road", "sentencing.floor_months")


def _plea(analysis: Analysis) -> Iterator[Conclusion]:
    agreement = analysis.record.case.plea_agreement
    for each in analysis.sentencing.plea:
        title = f"plea agreement: {label(each.argument)}"
        grounds = [agreement or "plea_agreement", each.gap]
        yield _conclusion(f"plea.{each.id}", title, each.state, grounds)


def _deadline(found: DeadlineFinding) -> Conclusion:
    anchor = found.deadline.anchor.value
    paper = found.paper and found.paper.id
    grounds = (paper or f"matter.dates.{anchor}", "matter.motion_deadline.date", found.gap)
    title = f"deadline: {found.deadline.title}"
    value = moment(found.at) or day(found.day) or "no day known"
    return _conclusion(f"deadline.{found.id}", title, value, grounds)
