"""What is recorded beside a weak point that no rule takes as an answer to it.

A rule says what meets it, and nothing else does.  The client's recorded answer on a moment,
and an expert whom the court lets speak on the element, still stand beside it, and a paper
that marks the point as weak has to tell them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from msgspec import Struct

from drafter.analysis.elements.common_law import CommonLaw
from drafter.analysis.elements.types import ElementFinding
from drafter.analysis.evidence.question_types import PointedAt, Questions
from drafter.analysis.findings import Reason
from drafter.casefile.coercion import Answer, Opportunity, Threat
from drafter.casefile.fact import Fact
from drafter.casefile.record import Evidence, Expert, Said, Statement, Witness
from drafter.doctrine.vocabulary import Concept
from drafter.facts.evidence import EvidenceIndex


class Seen(Struct, frozen=True):
    """What one listed witness to a moment knows that helps."""

    witness: Witness
    said: tuple[Said, ...]
    """Never empty."""

    @property
    def id(self) -> str:
        """The witness's id."""
        return self.witness.id


class Beside(Struct, frozen=True):
    """What stands beside one weak point; at least one of answers, experts and proof."""

    points: tuple[PointedAt, ...]
    """The moments, or the threat, on which the client has an answer, with what is behind it."""
    experts: tuple[Reason, ...]
    """What helps on the same element, rests on an expert and can come in."""
    seen: tuple[Seen, ...] = ()
    """What witnesses to the moment are recorded as knowing that helps; no rule rates it."""
    proof: tuple[Evidence, ...] = ()
    """Where an account disputes a threat, the items with a way in that are sources of the threat;
    whom the jury believes no rule says."""

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The answers, each once."""
        return tuple({one.id: one for each in self.points for one in each.answers}.values())

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What stands behind them, each once."""
        return tuple({one.id: one for each in self.points for one in each.evidence}.values())


BesideAll = Mapping[str, Mapping[str, Beside]]
"""By element, and within it by the fact of the weak point; a fact beside which nothing is
recorded is no key."""


def find_beside(law: CommonLaw, questions: Questions, index: EvidenceIndex) -> BesideAll:
    """Find what stands beside each fact that hurts an element and is not met."""
    chances = (questions.no_call.points, questions.no_help.points)
    answered = {
        Concept.ESCAPE: _answered(chain(*chances)),
        Concept.IMMEDIACY: _answered(questions.delay.points),
    }
    return {
        each.id: dict(_of_element(each, answered.get(each.element.id, {}), index))
        for each in law.elements
    }


def _answered(points: Iterable[PointedAt]) -> Mapping[str, tuple[PointedAt, ...]]:
    found: dict[str, tuple[PointedAt, ...]] = {}
    for each in points:
        if each.answers:
            found[each.id] = (*found.get(each.id, ()), each)
    return found


def _of_element(
    found: ElementFinding, answered: Mapping[str, tuple[PointedAt, ...]], index: EvidenceIndex
) -> Iterator[tuple[str, Beside]]:
    experts = tuple(e for e in found.helps if isinstance(e.fact, Expert) and e.admissible)
    for fact, reasons in _by_fact(found.unmet):
        about = _about(fact, index)
        points = tuple(point for each in about for point in answered.get(each.id, ()))
        # An expert is heard on what the client did at a moment, and on nothing else here.
        heard = experts if any(isinstance(each, Opportunity) for each in about) else ()
        proof = tuple(_proof(fact, reasons, index))
        if points or heard or proof:
            seen = tuple(_seen((one.fact for one in points), index))
            yield fact.id, Beside(points, heard, seen, proof)


def _by_fact(reasons: Iterable[Reason]) -> Iterator[tuple[Fact, list[Reason]]]:
    found: dict[str, tuple[Fact, list[Reason]]] = {}
    for each in reasons:
        if each.fact:
            found.setdefault(each.fact.id, (each.fact, []))[1].append(each)
    yield from found.values()


def _proof(fact: Fact, reasons: Iterable[Reason], index: EvidenceIndex) -> Iterator[Evidence]:
    """Yield what proves each threat that an account is recorded as disputing, each once."""
    if not isinstance(fact, Statement):
        return
    threats = {o.id: o for each in reasons for o in each.others if isinstance(o, Threat)}
    items = {item.id: item for id in threats for item in index.items_for(id)}
    own = {item.id for item in index.items_for(fact.id)}
    for item in items.values():
        if item.id not in own and item.admissible_through:
            yield item


def _seen(moments: Iterable[Fact], index: EvidenceIndex) -> Iterator[Seen]:
    """Yield the witnesses listed for an item that shows a moment, with what they know for us."""
    items = (item for each in moments for item in index.items_for(each.id))
    listed = {one.id: one for item in items for one in index.sponsors_of(item.id)}
    for witness in listed.values():
        if said := tuple(one for one in witness.says if not one.against):
            yield Seen(witness, said)


def _about(fact: Fact, index: EvidenceIndex) -> tuple[Fact, ...]:
    """What an item shows; of anything else, itself."""
    return index.facts_for(fact.id) if isinstance(fact, Evidence) else (fact,)
