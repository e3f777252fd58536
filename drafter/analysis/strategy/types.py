"""What the case can be used for: the options compared, the client's decisions, the testimony."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from drafter.analysis.elements.proof import OnlyClient
from drafter.analysis.elements.types import ElementFinding
from drafter.analysis.occasions.bearing import Bearing
from drafter.analysis.occasions.decided import declines
from drafter.analysis.strategy.decision_types import DecisionFinding
from drafter.casefile.fact import Fact
from drafter.casefile.matter import Attorney, Charge
from drafter.casefile.plea import Argument, ArgumentTerm
from drafter.doctrine.element import Element
from drafter.doctrine.occasion import Occasion
from drafter.doctrine.strategy import StrategyOption, StrategyPoint
from drafter.facts.gaps import Gap

_MARKED = frozenset({
    Occasion.GRAND_JURY_MATERIAL, Occasion.PROTECTED_MATERIAL, Occasion.PRESENTENCE_MATERIAL,
})  # fmt: skip
"""Occasions of material that others than the defense team may not be shown unasked."""


class PointFinding(Struct, frozen=True):
    """One sentence about an option, and what the record says to it."""

    point: StrategyPoint
    bearing: Bearing

    @property
    def id(self) -> str:
        """The point's id."""
        return self.point.id

    @property
    def statement(self) -> str:
        """The law record's own sentence, with what is open, or what is still to be proved."""
        more = self.point.to_prove if self.holds else self.point.unless_met
        return f"{self.point.statement} {more}" if more else self.point.statement

    @property
    def to_prove(self) -> bool:
        """Whether it holds by what is recorded alone, and is still to be proved."""
        return bool(self.holds and self.point.to_prove)

    @property
    def authority(self) -> str | None:
        """Authority id, to be cited; None: it rests on none."""
        return self.point.authority

    @property
    def holds(self) -> bool | None:
        """None: the record does not say; see ``gaps``."""
        return self.bearing.holds

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts it stands on, or that stand against it."""
        return self.bearing.facts

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What would have to be known."""
        return self.bearing.gaps

    @property
    def charges(self) -> tuple[Charge, ...]:
        """The counts it is about."""
        return self.bearing.charges

    @property
    def elements(self) -> tuple[ElementFinding, ...]:
        """The elements it is about, for one that turns on elements."""
        return self.bearing.elements


class OptionState(StrEnum):
    """How an option stands; never how it will end."""

    OPEN = "open"
    """Each condition is met."""
    UNSETTLED = "unsettled"
    """No condition fails, but of some the record does not say."""
    CLOSED = "closed"
    """A condition fails on the record as it is."""


class PleaTerm(Struct, frozen=True):
    """An argument the option needs, and what the plea agreement says of it."""

    argument: Argument
    term: ArgumentTerm | None
    """None: no recorded term is about it; see ``gap``."""
    gap: Gap | None
    """What the agreement is to be read for; None: a term is recorded."""

    @property
    def id(self) -> str:
        """The argument's word."""
        return self.argument.value


class OptionFinding(Struct, frozen=True):
    """One option in this case."""

    option: StrategyOption
    decision: DecisionFinding | None
    """The client's decision for or against it; None: it is not, or no longer, the client's."""
    also_decided: tuple[DecisionFinding, ...]
    """What the client decided on anything else that it needs; empty where it is closed."""
    conditions: tuple[PointFinding, ...]
    """Every condition, met or not.  Never empty."""
    levers: tuple[PointFinding, ...]
    """What it can be used for here: those that hold."""
    risks: tuple[PointFinding, ...]
    """The risks that hold."""
    open_risks: tuple[PointFinding, ...]
    """The risks of which the record does not say."""
    questions: tuple[PointFinding, ...]
    """Questions for counsel that arise here."""
    plea_terms: tuple[PleaTerm, ...]
    """Empty without a plea agreement, and for an option that is closed."""

    @property
    def id(self) -> str:
        """The option's id."""
        return self.option.id

    @property
    def title(self) -> str:
        """The option's name."""
        return self.option.title

    @property
    def met(self) -> tuple[PointFinding, ...]:
        """The conditions that are met."""
        return tuple(each for each in self.conditions if each.holds)

    @property
    def failing(self) -> tuple[PointFinding, ...]:
        """The conditions that fail."""
        return tuple(each for each in self.conditions if each.holds is False)

    @property
    def unsettled(self) -> tuple[PointFinding, ...]:
        """The conditions of which the record does not say."""
        return tuple(each for each in self.conditions if each.holds is None)

    @property
    def state(self) -> OptionState:
        """Closed by one condition that fails, else unsettled by one that is not known."""
        if self.failing:
            return OptionState.CLOSED
        return OptionState.UNSETTLED if self.unsettled else OptionState.OPEN


class ConflictTopic(StrEnum):
    """What a conflicts check asks of the engagement."""

    PAID_BY = "paid_by"
    OTHER_CLIENTS = "other_clients"
    JOINT_DEFENSE = "joint_defense"
    WAIVERS = "waivers"


class ConflictCheck(Struct, frozen=True):
    """One question of the conflicts check."""

    topic: ConflictTopic
    recorded: str | None
    """The answer in counsel's words."""
    gap: Gap | None
    """Set where the answer is missing and must be had."""

    @property
    def id(self) -> str:
        """The topic's word."""
        return self.topic.value


class CrossTopic(StrEnum):
    """What a client who testifies will be asked about."""

    MISSED_OPPORTUNITY = "missed_opportunity"
    EARLIER_ACCOUNT = "earlier_account"
    """An account that conflicts with another fact, leaves duress out, or admits something."""
    OTHER_ACT = "other_act"
    ACT_IN_COUNT = "act_in_count"
    """One of the kind that is charged, within the period of a count."""
    BENEFIT = "benefit"
    ASSOCIATION = "association"
    """How the client came to keep company with the coercers."""


class CrossPoint(Struct, frozen=True):
    """One fact the client will be cross-examined on."""

    topic: CrossTopic
    fact: Fact

    @property
    def id(self) -> str:
        """Topic and fact."""
        return f"{self.topic.value}.{self.fact.id}"


class Testimony(Struct, frozen=True):
    """Whether the client must testify, and what it would cost."""

    only_client: tuple[OnlyClient, ...]
    """What only the client can prove, element by element."""
    unproved: tuple[ElementFinding, ...]
    """The elements that nothing helps which can come in."""
    cross: tuple[CrossPoint, ...]
    """The cross the client would face, by topic."""
    decision: DecisionFinding | None
    """None: nothing is left at which the client would testify, and none is recorded."""

    @property
    def declined(self) -> bool:
        """Whether the client is recorded as having decided not to testify."""
        recorded = self.decision.recorded if self.decision else None
        return recorded is not None and declines(recorded)

    @property
    def lost(self) -> tuple[Element, ...]:
        """The elements of which something then does not come in, each once."""
        found = {each.element.id: each.element.element for each in self.only_client}
        return tuple(found.values()) if self.declined else ()


class Strategy(Struct, frozen=True):
    """The options compared, and what goes with them."""

    options: tuple[OptionFinding, ...]
    """In the order of the law data: trial, plea, sentencing, cooperation."""
    decisions: tuple[DecisionFinding, ...]
    """The decisions that are the client's, always in the same order."""
    conflicts: tuple[ConflictCheck, ...]
    """Each question once; those with a gap are to be asked."""
    coercers_charged: tuple[Fact, ...]
    """Co-defendants who are recorded as coercers, or of whom that is not known."""
    testimony: Testimony
    stakes: tuple[PointFinding, ...]
    """What a conviction touches beside the sentence, where the record does not exclude it."""
    questions: tuple[PointFinding, ...]
    """Questions for counsel that no option owns: venue."""
    outside: tuple[Attorney, ...]
    """Of those a memo is for, who advises the client on immigration."""
    competency: str | None = None
    """What is recorded of the client’s competency, where that leaves it to be settled."""

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What options, decisions and the conflicts check ask for and nobody recorded."""
        points = (point for each in self.options for point in (*each.unsettled, *each.open_risks))
        open_ = (gap for point in points for gap in point.gaps)
        terms = (each.gap for each in self.plea_terms)
        advice = (each.gap for each in self.decisions)
        answers = (each.gap for each in self.conflicts)
        return tuple(gap for gap in (*open_, *terms, *advice, *answers) if gap)

    @property
    def marked(self) -> tuple[PointFinding, ...]:
        """The stakes that say what must be settled before a memo goes to an outsider."""
        return tuple(each for each in self.stakes if not _MARKED.isdisjoint(each.point.when))

    @property
    def held_from(self) -> tuple[Attorney, ...]:
        """To whom a memo may not go before that is settled."""
        return self.outside if self.marked else ()

    @property
    def plea_terms(self) -> tuple[PleaTerm, ...]:
        """What the plea agreement says of the arguments that some option needs, each once."""
        return tuple({term.id: term for each in self.options for term in each.plea_terms}.values())
