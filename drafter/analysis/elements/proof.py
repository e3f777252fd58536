"""Whose word an element stands on: the client's alone, or somebody's beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from drafter.analysis.elements.common_law import CommonLaw
from drafter.analysis.elements.shown_types import Shown
from drafter.analysis.elements.types import ElementFinding
from drafter.analysis.findings import Reason
from drafter.casefile.fact import Fact
from drafter.casefile.record import Form
from drafter.facts.record import Record

_CLIENT = frozenset({"client"})
_ALLEGED = frozenset({"government"})


class OnlyClient(Struct, frozen=True):
    """Something that the client's word alone shows, or an element that it alone helps."""

    element: ElementFinding
    shown: Shown | None
    """What the element needs that is shown so; None: all that helps it and can come in."""
    facts: tuple[Fact, ...]
    """The facts that stand on the client's word.  Never empty."""

    @property
    def id(self) -> str:
        """Element and showing."""
        return f"{self.element.id}.{self.shown.id}" if self.shown else self.element.id


def only_client(law: CommonLaw) -> tuple[OnlyClient, ...]:
    """What stands on the client's word alone, in the order of the list.

    It is something that an element needs shown; or, where nothing such stands so, all that
    helps the element and can come in.
    """
    return tuple(each for element in law.elements for each in _only_client(element))


def _only_client(element: ElementFinding) -> Iterator[OnlyClient]:
    alone = [each for each in element.showings if _one_voice(each.reasons)]
    helps = [each for each in element.helps if each.admissible]
    for shown in alone:
        yield OnlyClient(element, shown, _facts(shown.reasons))
    if not alone and _one_voice(helps):
        yield OnlyClient(element, None, _facts(helps))


def _one_voice(reasons: Iterable[Reason]) -> bool:
    return {each.voices for each in reasons} == {_CLIENT}


def _facts(reasons: Iterable[Reason]) -> tuple[Fact, ...]:
    return tuple({each.fact.id: each.fact for each in reasons if each.fact}.values())


def unproved(law: CommonLaw) -> tuple[ElementFinding, ...]:
    """The elements that nothing helps which can come in: they stand on nobody's word."""
    return tuple(
        element for element in law.elements if not any(each.admissible for each in element.helps)
    )


def borne_out(law: CommonLaw, record: Record) -> tuple[tuple[ElementFinding, Fact], ...]:
    """The elements that another word than the client’s bears out, each with what first does so.

    That is the item or the witness whose word it is.  A fact that cuts against the element
    too bears nothing out.
    """
    found = ((element, _first_beside_client(element, record)) for element in law.elements)
    return tuple((element, fact) for element, fact in found if fact)


def _first_beside_client(element: ElementFinding, record: Record) -> Fact | None:
    against = {each.subject for each in element.hurts}
    reasons = (
        each
        for each in element.helps
        if each.admissible and each.voices - _CLIENT and each.subject not in against
    )
    # What is only alleged is no proof yet: what anybody else says stands first.
    first = min(reasons, key=lambda each: not each.voices - _CLIENT - _ALLEGED, default=None)
    return _spoken_by(first, first.fact, record) if first and first.fact else None


def _spoken_by(reason: Reason, fact: Fact, record: Record) -> Fact:
    """The item in which another word than the client’s bears a fact out; else the fact itself.

    Somebody who was there comes before a record that shows the contact.
    """
    items = (record.evidence.items[each.evidence] for each in fact.sources)
    others = reason.voices - _CLIENT
    found = (each for each in items if others & {each.id, each.witness})
    return min(found, key=lambda each: each.form is not Form.TESTIMONY, default=fact)
