"""The matter: court, counsel, client, charges and the people in the case."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from drafter.casefile.fact import Fact, Handling, Section, TeamOnly, TeamText, Wanted
from drafter.casefile.moments import Moment
from drafter.casefile.scalars import Age, Clock, Count, Day, Id, Term, Text, YesNo


class Proceeding(StrEnum):
    """Where the case stands."""

    TRIAL = "trial"
    PLEA = "plea"
    SENTENCING = "sentencing"
    REMAND = "remand"
    REVOCATION = "revocation"
    SECTION_2255 = "section_2255"
    SENTENCE_REDUCTION = "sentence_reduction"
    SECTION_3771A = "section_3771a"


class HearingHours(Section):
    """The hours at which hearings are set, by the clock of the court."""

    plea: Clock | None = None
    trial: Clock | None = None
    sentencing: Clock | None = None


class MatterDates(Section):
    """The days of the case, each as the docket shows it."""

    indictment: Day | None = None
    arraignment: Day | None = None
    trial: Day | None = None
    plea: Day | None = None
    psr_disclosed: Day | None = None
    """The presentence report was given to the defense; objections run from this day."""
    sentencing: Day | None = None
    """As set, or as passed; on remand, the resentencing; in a revocation, the hearing."""
    first_sentencing: Day | None = None
    """On remand after an appeal: the day of the sentencing that was appealed."""
    hours: HearingHours = HearingHours()
    """The hours of hearings, for deadlines that are counted in hours."""


class MotionDeadline(Section):
    """The day pretrial motions are due, and the order that says so."""

    date: Day
    order: Text
    """`Scheduling Order, ECF No. 31`."""


class ServedUnder(StrEnum):
    """The paragraph of Fed. R. Crim. P. 49 under which a paper was served."""

    A4C = "49(a)(4)(C)"
    A4D = "49(a)(4)(D)"
    A4E = "49(a)(4)(E)"
    OTHER = "other"


class ServedPaper(Section):
    """A paper served on the defense, from which a period runs."""

    id: Id
    paper: Text
    """`Government’s Notice, ECF No. 52`."""
    served: Day
    starts: Text
    """Id of the deadline that runs from it; the office’s overlay has them."""
    under: ServedUnder | None = None
    """As the certificate of service has it; left out, the added days are the later reading."""
    answered: Day | None = None
    """The day on which what was due was done."""


class Attorney(Section):
    """A member of the defense team."""

    id: Id
    name: Text
    role: Text
    bar_number: Text | None = None
    """As the signature block of a filing is to have it: `Kan. Bar No. 28114`."""
    address: Text | None = None
    """In one line."""
    telephone: Text | None = None


class Matter(Section):
    """The case as the court knows it."""

    docket: Text
    """As the court writes it: `3:26-cr-09142-RQM`."""
    district: Text
    """District id or abbreviation; `drafter law show districts` has them."""
    division: Text | None = None
    """Its id, or where the library lists none its name; of two clocks it decides which."""
    judge: Annotated[Text | None, Wanted("the judge’s name")] = None
    office: Text
    """The office that drafts."""
    attorneys: tuple[Attorney, ...] = Field(min_length=1)
    """Lead counsel first."""
    proceeding: Proceeding
    """What the court has before it."""
    dates: MatterDates = MatterDates()
    motion_deadline: Annotated[
        MotionDeadline | None,
        Wanted("the deadline for pretrial motions, and the order that sets it"),
    ] = None
    served: tuple[ServedPaper, ...] = ()
    """Papers of the other side from which a period runs."""
    after_2255_vacatur: YesNo = None
    """A resentencing after a vacatur under 28 U.S.C. § 2255, which is not a remand."""


class Pronouns(StrEnum):
    """How the documents refer to a person."""

    SHE = "she"
    HE = "he"
    THEY = "they"


class ClientCondition(Fact):
    """A medical or mental condition of the client."""

    noun = "condition"
    handling: Handling = Handling.MEDICAL
    what: Text
    mental: YesNo = None
    """Whether it is a condition of the mind."""


class Client(Section):
    """The person the office represents."""

    name: Text
    """In full, as the caption has it."""
    short_name: Text
    """How running text calls the client: `Ms. Reyes`."""
    pronouns: Pronouns
    alias: Text | None = None
    """Where the client’s own name may not be filed: what documents for others print instead."""
    age_at_offense: Annotated[Age | None, Wanted("the client’s age at the time of the offense")] = (
        None
    )
    citizenship: Annotated[Text | None, Wanted("the client’s citizenship")] = None
    immigration_status: Text | None = None
    """Where the client is not a citizen."""
    immigration_lawyer: Text | None = None
    """Who advises the client on immigration, once somebody does."""
    custody: Annotated[Text | None, Wanted("the client’s custody status")] = None
    language: Annotated[Text | None, Wanted("the client’s language")] = None
    interpreter: Annotated[YesNo, Wanted("whether an interpreter is needed", True)] = None
    conditions: tuple[ClientCondition, ...] = ()
    competency: Annotated[TeamText, Wanted("counsel’s view of the client’s competency")] = None


class DecisionKind(StrEnum):
    """A decision that is the client's to make."""

    RAISE_DURESS = "raise_duress"
    TESTIFY = "testify"
    COOPERATE = "cooperate"
    PLEAD = "plead"


class ClientDecision(Section):
    """Whether the client was advised on a decision, and what the client decided."""

    id: Id
    decision: DecisionKind
    advised: Day | None = None
    """The day counsel advised the client."""
    decided: Text | None = None
    """What the client decided, in words."""
    chosen: YesNo = None
    """Whether the client chose to do it: to raise duress, testify, cooperate or plead."""
    decided_on: Day | None = None


class Engagement(Section):
    """Who pays, who else is represented, and what the client has decided."""

    paid_by: Annotated[Text | None, Wanted("who pays for the defense")] = None
    joint_defense: Text | None = None
    """An agreement, an offer of one, or its refusal."""
    other_clients: Annotated[
        Text | None, Wanted("whether the office has other clients in the matter")
    ] = None
    waivers: Text | None = None
    """Conflicts waived, and where."""
    decisions: tuple[ClientDecision, ...] = ()


class Disposition(StrEnum):
    """What has become of a count."""

    PENDING = "pending"
    CONVICTED = "convicted"
    ACQUITTED = "acquitted"
    DISMISSED = "dismissed"


class Charge(Section):
    """One count."""

    noun: ClassVar[str] = "count"
    """What counsel calls one of these, as for a fact."""

    id: Id
    count: Count
    """Its number in the charging document."""
    statute: Text
    """`21 U.S.C. §§ 952, 960`."""
    title: Text
    """What the count charges, in words."""
    offense: Text
    """Offense category, from the law library."""
    start: Annotated[Moment | None, Wanted("when the offense began")] = None
    end: Annotated[Moment | None, Wanted("when the offense ended")] = None
    minimum_months: Annotated[
        Term | None, Wanted("the statutory minimum of the count, 0 if none")
    ] = None
    maximum_months: Annotated[Term | None, Wanted("the statutory maximum of the count")] = None
    continuing: YesNo = None
    """Whether the offense goes on for as long as it lasts, as possession does."""
    violent: Annotated[
        YesNo, Wanted("whether the count is a crime of violence under 18 U.S.C. § 16(a)")
    ] = None
    disposition: Disposition = Disposition.PENDING
    """`convicted` once a verdict of guilty, or a plea that the court took, was entered."""
    death_sought: YesNo = None
    """Whether the government seeks death on the count; `no` once it has said that it will not."""


class Standing(StrEnum):
    """What has become of the charge against a co-defendant."""

    PENDING = "pending"
    SEVERED = "severed"
    """Pending, to be tried without the client."""
    NOT_ARRESTED = "not_arrested"
    PLEADED = "pleaded"
    CONVICTED = "convicted"
    ACQUITTED = "acquitted"
    DISMISSED = "dismissed"


class Codefendant(Fact):
    """Someone charged with the client."""

    noun = "co-defendant"
    person: Id
    """Id of a person."""
    role: Text
    """What the co-defendant did, in words that can follow `who`: `drove the second car`."""
    coercer: Annotated[YesNo, Wanted("whether the co-defendant is the coercer")] = None
    status: Text
    """`pending`, or how the charge ended, in words to print."""
    stands: Standing | None = None
    """The same in one word, for what turns on it; left out, the charge counts as pending."""
    sentence: Text | None = None
    """If one was imposed."""
    spoke_of_client: YesNo = None
    """Whether there are statements about the client; left out, they are if any stand below."""
    statements: TeamText = None
    """What the co-defendant has said about the client."""

    @property
    def spoke(self) -> bool:
        """Whether there are statements; a text that says there are none is no statement."""
        return bool(self.statements) if self.spoke_of_client is None else self.spoke_of_client


class Person(Section):
    """Someone named in the case other than the client."""

    id: Id
    name: Text
    alias: Text | None = None
    """The name outward documents use; a minor, a protected person and one at risk need it."""
    relation: Text
    """To the client: `daughter`, `acquaintance from work`."""
    minor: YesNo = False
    """None, written `unknown`, is treated as a minor in outward documents."""
    protected: Annotated[Text | None, TeamOnly(terse=True)] = None
    """Why the name may not be filed: victim, witness at risk, cooperator."""
    for_government: YesNo = None
    """Whether the person acted for the government, as an officer or an informant; asked of whoever
    demanded what is charged."""
