"""Findings on the common-law defense, element by element."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from drafter.analysis.elements.precedent_types import Precedent
from drafter.analysis.elements.shown_types import (
    Covered,
    OnWord,
    Shown,
    ShownState,
    Stretch,
    Untied,
    covered,
)
from drafter.analysis.elements.to_others_types import OnOthers
from drafter.analysis.elements.untied import find_untied
from drafter.analysis.elements.weighing import first_open, leaning, weighed
from drafter.analysis.findings import Direction, Persuasion, Production, Reason
from drafter.analysis.predicates.several import Missed
from drafter.analysis.reasons.grouped import FactReasons, by_fact, is_short
from drafter.casefile.matter import Charge
from drafter.doctrine.element import Element
from drafter.doctrine.element_rule import ElementRule
from drafter.doctrine.point import Point, SurrenderRole
from drafter.facts.gaps import Gap, GapGroup, grouped


class ElementFinding(Struct, frozen=True, dict=True):
    """One element: every reason, and the two standings that follow; what is worked out is kept."""

    element: Element
    """Title and question of the concept."""
    stated: tuple[ElementRule, ...]
    """The court's own statement of it; empty on the protective list where it has none known."""
    role: SurrenderRole | None
    """What makes surrender or dispossession an element here, where that is so."""
    charges: tuple[Charge, ...]
    """The counts for which it is required."""
    reasons: tuple[Reason, ...]
    """Facts first, in the order of the record; then gaps.  Never empty."""
    showings: tuple[Shown, ...]
    precedents: tuple[Precedent, ...] = ()
    """The court's own on it, for either side."""
    on_others: OnOthers | None = None
    """Where it is open whether a threat to another suffices, the threats to others behind it."""
    stretches: tuple[Stretch, ...] = ()
    """The parts of lasting counts over which no threat stood by which the element is shown."""
    on_word: tuple[OnWord, ...] = ()
    """The later parts of lasting counts over which the client alone says that a threat stood."""
    spared: Mapping[str, tuple[Charge, ...]] = {}
    """The counts for which a fact defeats nothing, where it may for others: by opportunity or
    avoidance those that had ended before it, and by threat those that it did not demand."""
    missed: frozenset[Missed] = frozenset()
    """Of a threat that demanded several counts, those that it did not stand for."""

    @property
    def id(self) -> str:
        """The concept: `threat`, `escape`."""
        return self.element.id.value

    @cached_property
    def _sides(self) -> tuple[tuple[Reason, ...], ...]:
        """The reasons parted at once: those that help, those that hurt, and the open ones."""
        sides: tuple[list[Reason], ...] = ([], [], [])
        for each in self.reasons:
            sides[2 if each.is_open else not each.for_us].append(each)
        return tuple(map(tuple, sides))

    @property
    def helps(self) -> tuple[Reason, ...]:
        """Reasons on known facts that establish or help."""
        return self._sides[0]

    @property
    def hurts(self) -> tuple[Reason, ...]:
        """Reasons on known facts that hurt or defeat, answered or not."""
        return self._sides[1]

    @property
    def helping_facts(self) -> tuple[FactReasons, ...]:
        """The helping reasons, gathered by fact."""
        return by_fact(self.helps)

    @property
    def offered(self) -> tuple[FactReasons, ...]:
        """What helps and can come in, gathered by fact: what a proffer can name."""
        return by_fact(each for each in self.helps if each.admissible)

    @property
    def hurting_facts(self) -> tuple[FactReasons, ...]:
        """The hurting reasons, gathered by fact, those of ``short_facts`` left out."""
        return by_fact(each for each in self.hurts if not is_short(each))

    @property
    def short_facts(self) -> tuple[FactReasons, ...]:
        """The threats that are merely not enough, with the reasons why."""
        return by_fact(filter(is_short, self.hurts))

    @property
    def open(self) -> tuple[Reason, ...]:
        """What rules would do if a missing fact were known."""
        return self._sides[2]

    @cached_property
    def unmet(self) -> tuple[Reason, ...]:
        """The hurting reasons that nothing admissible meets."""
        return tuple(each for each in self.hurts if not each.met)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The missing facts that bear on the element, each once."""
        return tuple({each.gap.id: each.gap for each in self.reasons if each.gap}.values())

    @property
    def gap_groups(self) -> tuple[GapGroup, ...]:
        """The same by the fact they belong to."""
        return grouped(self.gaps)

    @property
    def defeating(self) -> tuple[Reason, ...]:
        """Reasons that defeat the element as a matter of law and stand unanswered."""
        return tuple(each for each in self.unmet if each.direction is Direction.DEFEATS)

    @cached_property
    def _defeated(self) -> tuple[Charge, ...]:
        """The counts for which some of them do: none for a count that its fact spares."""
        spared = [self.spared.get(each.subject, ()) for each in self.defeating]
        return tuple(e for e in self.charges if any(e not in counts for counts in spared))

    @property
    def defeated_by(self) -> tuple[Reason, ...]:
        """The reasons that defeat it, where they leave it for no count."""
        return self.defeating if len(self._defeated) == len(self.charges) else ()

    @property
    def closing_facts(self) -> tuple[FactReasons, ...]:
        """What defeats it, gathered by fact, wherever it is left for some count."""
        return by_fact(self.defeating)

    @property
    def closed(self) -> tuple[Charge, ...]:
        """The counts for which they defeat it, where they leave it for another."""
        return () if self.defeated_by else self._defeated

    @property
    def absent(self) -> tuple[Shown, ...]:
        """Showings that the record affirmatively lacks."""
        return tuple(each for each in self.showings if each.state is ShownState.ABSENT)

    @property
    def untied(self) -> tuple[Untied, ...]:
        """The counts that no threat by which the element is shown is recorded as demanding."""
        showing = (each for shown in self.showings for each in shown.reasons)
        return find_untied(self.element.id, showing, self.reasons, self.charges, self.missed)

    @property
    def covered(self) -> Covered:
        """How far it reaches the counts for which it is required."""
        return covered(self.charges, self.stretches, self.untied, self.closed)

    @cached_property
    def partly(self) -> bool:
        """Whether it is shown for a part of lasting counts alone, and for no count as a whole."""
        return bool(self.stretches) and not self.covered.whole

    @property
    def missing(self) -> tuple[Shown, ...]:
        """Showings of which not enough is known."""
        return tuple(each for each in self.showings if each.state is ShownState.MISSING)

    @property
    def unsettled(self) -> tuple[Shown, ...]:
        """Showings that nothing shows, though something stands near and no fact is missing."""
        return tuple(each for each in self.showings if each.state is ShownState.UNSETTLED)

    @cached_property
    def production(self) -> Production:
        """Enough for the jury, the defense's proffer taken in its best light.

        Unsupported: a rule defeats the element and no admissible fact meets it, or the
        record says that what the element needs is not there.  Supported: each thing it
        needs is shown by something that can come in, and for some count as a whole; else unknown.
        """
        if self.defeated_by or self.absent:
            return Production.UNSUPPORTED
        open_ = self.missing or self.unsettled or self.partly
        if open_ or not any(each.admissible for each in self.helps):
            return Production.UNKNOWN
        return Production.SUPPORTED

    @cached_property
    def persuasion(self) -> Persuasion:
        """The whole record under a preponderance, as far as it can reach the jury.

        Our reading, as `readings.yaml` in the law library words it for print.
        """
        if self.production is Production.UNSUPPORTED:
            return Persuasion.WEAK
        found = weighed(self.helps, self.unmet)
        if self.to_others or self.leaning or self.on_word:
            found = min(found, Persuasion.CONTESTED)
        open_ = self.missing or self.unsettled or self.partly
        return min(found, Persuasion.UNKNOWN) if open_ else found

    @property
    def to_others(self) -> Point | None:
        """What the court says of threats to others, where the element hangs on those alone."""
        return self.on_others.point if self.on_others and self.on_others.alone else None

    @cached_property
    def leaning(self) -> OnOthers | None:
        """Where it would be strong by a threat to another alone, though another threat shows it."""
        return leaning(self.on_others, self.helps, self.unmet)

    @property
    def deciding(self) -> Reason:
        """The reason to name first.

        What defeats; else what is missing, by a rule of this court if there is one; else what
        hurts unanswered; else what helps.
        """
        asked = first_open(self.open) if self.missing else ()
        order = (self.defeated_by, asked, self.unmet, self.helps, self.reasons)
        return next(each for found in order for each in found)
