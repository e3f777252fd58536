"""What of the sentencing findings may leave the office: what the templates see as ``f``.

Nothing here was ever in the hands of the team alone: no account of the client's, no note,
strategy or argument, no standing, no mark.  ``sealed`` is None before the public.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from drafter.analysis.sentencing.ask_types import FiledAsk
from drafter.analysis.sentencing.computation_types import ComputationFinding, SideBySide
from drafter.analysis.sentencing.filed import FiledFact
from drafter.casefile.fact import Fact
from drafter.casefile.matter import Attorney, Charge
from drafter.casefile.record import Evidence
from drafter.casefile.resolution import Comparator, LegalRoad, Letter, PsrObjection
from drafter.doctrine.authority import Authority, Outward
from drafter.doctrine.districts import District
from drafter.doctrine.guidelines import PolicyStatement, SentencingFactor
from drafter.doctrine.manual_selection import ManualChoice, Road
from drafter.doctrine.route import Subsection


class Caption(Struct, frozen=True):
    """The head of a filing."""

    district: District
    division: str | None
    """As the caption of its court has it: `Kansas City Division`."""
    docket: str
    client: str
    short_name: str
    judge: str | None
    office: str
    counsel: Attorney
    """The first of the team, who signs."""
    charges: tuple[Charge, ...]
    """The counts of conviction."""
    remand: bool
    first_sentencing: date | None
    """On remand, when sentence was first imposed."""
    sentencing: date | None


class FiledFactor(Struct, frozen=True):
    """One factor, and the facts that may be filed for it."""

    factor: SentencingFactor
    facts: tuple[FiledFact, ...]
    """Never empty."""
    again: tuple[str, ...] = ()
    """Ids of the statements among them that an earlier factor already points to."""

    @property
    def id(self) -> str:
        """The factor's id."""
        return self.factor.id


class FiledCase(Struct, frozen=True):
    """A decision the filing cites."""

    authority: Authority
    court: str | None
    """`Second Circuit`, `Eastern District of New York`: where the words quoted were read in that
    court’s own opinion; where what it stands for is said in our words, if it does not bind here."""

    @property
    def id(self) -> str:
        """The authority's id."""
        return self.authority.id

    @property
    def words_only(self) -> bool:
        """Whether only the quoted words and the outcome may stand there."""
        return self.authority.outward is Outward.QUOTED_WORDS_ONLY


class FiledAnswer(Struct, frozen=True):
    """One fact of the safety valve, for the sealed supplement."""

    id: str
    statement: str
    authority: str | None
    answer: bool
    facts: tuple[FiledFact, ...]
    """What is recorded for the answer, as far as it may be sealed."""


class SealedPart(Struct, frozen=True):
    """What goes to the court under seal."""

    facts: tuple[FiledFact, ...]
    """In time order."""
    history: tuple[FiledFact, ...]
    """History, medical and mental health."""
    road: LegalRoad | None
    """What lets the court go below the minimum, where the ask does."""
    motion_filed: bool
    """Whether the government has made its motion; else one is expected, where the road is that."""
    alone: bool
    """Whether the request cannot be made in public, so that the supplement states it."""
    safety_valve: tuple[FiledAnswer, ...]
    cooperation: tuple[FiledFact, ...]
    separation: str | None
    """From whom the client must be kept apart, to stand after `from`."""
    objections: tuple[PsrObjection, ...]
    """Objections to the presentence report that are not resolved."""
    computation: ComputationFinding | None
    """The computation step by step, where the public filing cannot show its steps."""
    compared: SideBySide | None
    """Both computations, where the public filing compares two and cannot show their steps."""
    mitigation: Subsection | None
    """18 U.S.C. § 28(d), where a finding that may be sealed has the client a victim."""

    @property
    def told(self) -> tuple[FiledFact, ...]:
        """Every fact that it tells."""
        answers = (fact for each in self.safety_valve for fact in each.facts)
        return (*self.facts, *self.history, *self.cooperation, *answers)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to seal."""
        told = (self.facts, self.history, self.safety_valve, self.cooperation)
        steps = self.computation or self.compared
        return not (any(told) or self.road or self.separation or self.objections or steps)


class FilingLaw(Struct, frozen=True):
    """The authorities a document cites, by section: those of a supplement are all `sealed`."""

    ask: tuple[str, ...] = ()
    manual: tuple[str, ...] = ()
    computation: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    objections: tuple[str, ...] = ()
    departure: tuple[str, ...] = ()
    variance: tuple[str, ...] = ()
    history: tuple[str, ...] = ()
    disparity: tuple[str, ...] = ()
    exhibits: tuple[str, ...] = ()
    sealed: tuple[str, ...] = ()

    @property
    def every(self) -> tuple[str, ...]:
        """Each authority once."""
        named = (
            *(self.ask, self.manual, self.computation, self.limits),
            *(self.objections, self.departure, self.variance, self.history, self.disparity),
            *(self.exhibits, self.sealed),
        )
        return tuple(dict.fromkeys(id for ids in named for id in ids))


class FiledArgument(Struct, frozen=True):
    """What is argued: never what the plea agreement bars."""

    road: Road
    manual: ManualChoice
    manual_day: date | None
    """A day on which that Manual was in effect; None: not settled."""
    reserves: bool
    """Whether the Manual of the day of sentencing is taken though nothing shows its range to be no
    higher than that of the offense’s: to say that it applies would concede the point."""
    no_higher: bool
    """Whether it is taken since its range was compared, and is no higher than the offense’s."""
    text: PolicyStatement | None
    """The text of § 5K2.12, where a departure is argued and one text counts."""
    departure: tuple[FiledFactor, ...]
    departure_sealed: bool
    """Whether the sealed supplement alone tells facts for the departure that is argued."""
    variance: tuple[FiledFactor, ...]
    varies: bool
    """Whether a variance is argued, if only should the range be a higher one."""
    weighs: bool
    """Whether the factors of 18 U.S.C. 3553(a) are argued: for a variance, or within the range."""
    formerly: bool
    """Whether § 5K2.12 may be named as what it was: it is gone, a variance is argued, and nothing
    bars its mention."""
    under_seal: bool
    """Whether no factor has a fact for the public, and the sealed supplement tells some."""
    more_sealed: bool
    """Whether the supplement tells facts beside those that the public filing tells."""
    cases: tuple[FiledCase, ...]
    """For the departure: decisions of the circuit for and against, favorable ones elsewhere."""

    @property
    def departs(self) -> bool:
        """Whether a departure is argued, if only in the alternative."""
        return self.road is not Road.VARIANCE_ONLY

    @property
    def requests(self) -> bool:
        """Whether anything is asked for below the range."""
        return self.departs or self.varies

    @property
    def alternative(self) -> bool:
        """Whether the departure stands only in the alternative."""
        return self.road is Road.VARIANCE_DEPARTURE_IN_ALTERNATIVE


class FiledChronology(Struct, frozen=True):
    """The exhibit of the events, where it is approved for sentencing and has its number."""

    title: str
    number: str


class FiledRecord(Struct, frozen=True):
    """What is told, and what stands behind it."""

    narrative: tuple[FiledFact, ...]
    """The coercion and what followed, in time order."""
    history: tuple[FiledFact, ...]
    codefendants: tuple[FiledFact, ...]
    comparators: tuple[Comparator, ...]
    letters: tuple[Letter, ...]
    """Those received."""
    exhibits: tuple[Evidence, ...]
    """The items behind the facts told, as far as they may be seen."""
    chronology: FiledChronology | None

    @property
    def empty(self) -> bool:
        """Whether nothing is told."""
        told = (self.narrative, self.history, self.codefendants, self.comparators, self.letters)
        return not any(told)


class Requests(Struct, frozen=True):
    """What the court is asked for beside the term."""

    custody: tuple[str, ...]
    supervised_release: str | None
    restitution: str | None
    fine: str | None

    @property
    def supervision(self) -> bool:
        """Whether anything is asked about supervision or money."""
        return bool(self.supervised_release or self.restitution or self.fine)


class FilingView(Struct, frozen=True):
    """Everything a filing, or its sealed supplement, may say."""

    caption: Caption
    ask: FiledAsk | None
    """Never None once the gates are passed."""
    theme: str | None
    theme_sources: tuple[Fact, ...]
    """What the filing may cite behind the theme."""
    advocacy: FiledArgument
    computation: ComputationFinding | None
    """Under the Manual that governs."""
    compared: SideBySide | None
    """Beside that under the later Manual, where its higher range is why the earlier governs."""
    steps_sealed: bool
    """Whether the steps of what is computed stand in the sealed supplement alone."""
    floor: int | str | None
    """The total minimum: months, `life`, 0 for none; None: not said, since a count has more."""
    floor_counts: tuple[Charge, ...]
    """Counts whose own minimum it is; empty where it is counsel's total of several."""
    range_below: bool
    """Whether the whole range lies below that minimum."""
    supposes: tuple[Charge, ...]
    """Counts whose own minimum is more than that total: the ask supposes them gone."""
    unresolved: int
    """How many objections to the presentence report are recorded as unresolved."""
    told: FiledRecord
    requests: Requests
    law: FilingLaw
    sealed: SealedPart | None
