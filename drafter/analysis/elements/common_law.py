"""Findings on the common-law defense as a whole, over its elements."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct

from drafter.analysis.elements.shown_types import Covered, Stretch, covered
from drafter.analysis.elements.types import ElementFinding
from drafter.analysis.findings import Persuasion, Production
from drafter.analysis.reasons.grouped import FactReasons, by_fact, is_short
from drafter.casefile.matter import Charge
from drafter.doctrine.circuit import Circuit, ListStatus
from drafter.doctrine.element_rule import ElementRule


class CommonLaw(Struct, frozen=True, dict=True):
    """The common-law route: the elements of the court's list, and the whole."""

    circuit: Circuit
    charges: tuple[Charge, ...]
    """The counts it is tested on: those pending or convicted."""
    elements: tuple[ElementFinding, ...]
    """In the order of the court's list, or of the protective list.  Never empty."""

    @property
    def parts(self) -> tuple[ElementRule, ...]:
        """The court's own list for the counts tested, in its order."""
        offenses = {each.offense for each in self.charges}
        return tuple(e for e in self.circuit.elements if any(map(e.applies, offenses)))

    @property
    def joined(self) -> tuple[ElementFinding, ...]:
        """The elements that are no part of the list: what surrender is here adds them."""
        return tuple(each for each in self.elements if each.role and not each.stated)

    @property
    def capped(self) -> bool:
        """Whether the list is the protective one, and the whole so no better than unknown."""
        return self.circuit.list_status is ListStatus.UNKNOWN

    @cached_property
    def production(self) -> Production:
        """The worst of the elements; never better than unknown where the list is not known."""
        worst = min(each.production for each in self.elements)
        return min(worst, Production.UNKNOWN) if self.capped else worst

    @cached_property
    def persuasion(self) -> Persuasion:
        """The worst of the elements; never better than unknown where the list is not known."""
        worst = min(each.persuasion for each in self.elements)
        return min(worst, Persuasion.UNKNOWN) if self.capped else worst

    @property
    def undecided(self) -> tuple[ElementFinding, ...]:
        """The elements of which it cannot be said yet."""
        return tuple(each for each in self.elements if each.production is Production.UNKNOWN)

    @property
    def unsupported(self) -> tuple[ElementFinding, ...]:
        """The elements without enough for the jury."""
        return tuple(each for each in self.elements if each.production is Production.UNSUPPORTED)

    @property
    def helping_facts(self) -> tuple[FactReasons, ...]:
        """Every fact that helps some element, once."""
        return by_fact(reason for each in self.elements for reason in each.helps)

    @property
    def hurting_facts(self) -> tuple[FactReasons, ...]:
        """Every fact that hurts some element, once; what is merely not enough is none."""
        return by_fact(e for one in self.elements for e in one.hurts if not is_short(e))

    @property
    def short_facts(self) -> tuple[FactReasons, ...]:
        """The threats that are merely not enough, each once."""
        return by_fact(e for one in self.elements for e in one.hurts if is_short(e))

    @property
    def unmet_facts(self) -> tuple[FactReasons, ...]:
        """Of the facts that hurt, those that something admissible does not meet on some element."""
        return tuple(each for each in self.hurting_facts if each.unmet_on)

    @cached_property
    def resting(self) -> frozenset[str]:
        """The ids of the facts on which a known reason rests, and of those that meet one."""
        known = (one for each in self.elements for one in each.reasons if not one.is_open)
        return frozenset(fact.id for one in known for fact in (*one.facts, *one.answered_by))

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """The parts of lasting counts that some element leaves without a threat, each once."""
        return tuple(dict.fromkeys(one for each in self.elements for one in each.stretches))

    @property
    def covered(self) -> Covered:
        """How far all its elements together reach the counts."""
        untied = (one for each in self.elements for one in each.untied)
        closed = (one for each in self.elements for one in each.closed)
        return covered(self.charges, self.stretches, untied, closed)

    @property
    def on_word(self) -> tuple[ElementFinding, ...]:
        """Those that the client's word alone carries over a part of a lasting count."""
        return tuple(each for each in self.elements if each.on_word)

    @property
    def closed_in_part(self) -> tuple[ElementFinding, ...]:
        """Those that a rule of law defeats for some of the counts that they are required for."""
        return tuple(each for each in self.elements if each.closed)

    @property
    def on_others(self) -> tuple[ElementFinding, ...]:
        """Those that hang on threats to others alone, where it is open whether those suffice."""
        return tuple(each for each in self.elements if each.to_others)

    @property
    def in_part(self) -> tuple[ElementFinding, ...]:
        """Those not decided for want of the rest of a lasting count alone."""
        return tuple(each for each in self.undecided if each.partly and not each.missing)

    def element(self, id: str) -> ElementFinding | None:
        """The finding on a concept; None: it is not on the list here."""
        return next((each for each in self.elements if each.id == id), None)
