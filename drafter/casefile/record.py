"""The record: events, statements, evidence, and who can prove what."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from drafter.casefile.fact import Basis, Fact, Handling, Section, TeamOnly, TeamText, Wanted
from drafter.casefile.moments import Moment
from drafter.casefile.scalars import Day, Id, Text, YesNo


class EventKind(StrEnum):
    """What an event is, for the timeline."""

    COERCER_CONTACT = "coercer_contact"
    TRAVEL = "travel"
    OFFENSE = "offense"
    REPORT = "report"
    AVOIDANCE = "avoidance"
    AUTHORITY_CONTACT = "authority_contact"
    SURRENDER = "surrender"
    ARREST = "arrest"
    NORMAL_ACTIVITY = "normal_activity"
    DISPOSSESSION = "dispossession"
    DISPOSSESSION_STEPS = "dispossession_steps"
    """Steps toward giving a weapon up: a call to arrange it, the way to where it was to be left."""
    PAYMENT = "payment"
    VIOLENCE = "violence"
    OTHER = "other"


class DuressRuling(StrEnum):
    """What a court ruled on the defense of duress."""

    ALLOWED = "allowed"
    REFUSED = "refused"
    """The defense was excluded, or an instruction on it refused."""


class Event(Fact):
    """Something that happened, in one neutral sentence."""

    noun = "event"
    kind: EventKind = EventKind.OTHER
    when: Annotated[Moment | None, Wanted("when it happened")] = None
    where: Text | None = None
    """In neutral words too: the exhibit prints it beside the time."""
    what: Text
    """One neutral sentence; the exhibit prints it as it stands."""
    duress_ruling: DuressRuling | None = None
    """Of a ruling on the defense, by the court: which way it went."""


class Protection(StrEnum):
    """What limits the use of a statement."""

    NONE = "none"
    PROFFER_LETTER = "proffer_letter"
    IMMUNITY = "immunity"
    PLEA_TALKS = "plea_talks"
    EXAMINATION = "examination"
    ASYLUM_INTERVIEW = "asylum_interview"
    PRIVILEGED = "privileged"


class Invocation(StrEnum):
    """Whether a right was invoked."""

    NO = "no"
    SILENCE = "silence"
    COUNSEL = "counsel"


class Said(Section):
    """What a statement, or a witness, says on one element."""

    element: Text
    """One of the nine elements: `threat`, `escape`, `surrender`."""
    text: Text
    against: YesNo = None
    """It speaks against the element: of a statement, what the speaker admits."""


class Statement(Fact):
    """What someone said about the offense, to whom, under which conditions."""

    noun = "statement"
    speaker: Id = "client"
    """Id of a person, or `client`."""
    to: Text
    """`Special Agent K. Lowe`, `the jury`, `her cousin`."""
    when: Annotated[Moment | None, Wanted("when the statement was made")] = None
    custodial: Annotated[YesNo, Wanted("whether the speaker was in custody", only_written=True)] = (
        None
    )
    warned: Annotated[YesNo, Wanted("whether the rights were read", only_written=True)] = None
    """Whether the rights were read."""
    invoked: Invocation = Invocation.NO
    waived: YesNo = None
    """Whether they were waived."""
    recorded: Annotated[YesNo, Wanted("whether the statement was recorded", only_written=True)] = (
        None
    )
    language: Text | None = None
    protection: Protection = Protection.NONE
    summary: Text
    """What was said, in a sentence or two that begin with the verb: `Said that …`."""
    says: tuple[Said, ...] = ()
    """What it says on an element, one entry for each."""
    omits_duress: YesNo = None
    """It speaks of the offense and leaves the coercion out."""
    suppression_issue: TeamText = None
    """What a motion would say."""

    @property
    def admissions(self) -> tuple[Said, ...]:
        """What it says that speaks against an element."""
        return tuple(each for each in self.says if each.against)


class Form(StrEnum):
    """What an item is made of, for the rules on summaries and exhibits."""

    WRITING = "writing"
    RECORDING = "recording"
    PHOTOGRAPH = "photograph"
    TESTIMONY = "testimony"
    OBJECT = "object"
    OPINION = "opinion"


class PreservationStatus(StrEnum):
    """Whether an item is safe from loss."""

    SECURED = "secured"
    REQUESTED = "requested"
    AT_RISK = "at_risk"


class Preservation(Section):
    """What keeps an item from being lost, and by when it may be."""

    status: PreservationStatus
    lost_after: Day | None = None
    """The day after which it may be gone."""
    holder: Text | None = None
    """Who has it."""


class Offeror(StrEnum):
    """Who alone can bring an item in."""

    GOVERNMENT = "government"
    NOBODY = "nobody"


class Evidence(Fact):
    """An item of evidence."""

    noun = "item of evidence"
    basis: Basis = Basis.DOCUMENT
    kind: Text
    """Evidence kind, from the law library."""
    form: Form
    what: Text
    """What it is, in neutral words."""
    when: Annotated[Moment | None, Wanted("the date of the item")] = None
    bates: Text | None = None
    """First Bates number."""
    exhibit: Text | None = None
    """Exhibit or docket number."""
    witness: Id | None = None
    """Who can speak to it."""
    traits: Annotated[tuple[Text, ...], TeamOnly()] = ()
    """Facts about the item that turn a rating, from the law library's vocabulary."""
    admissible_through: Annotated[
        Text | None, Wanted("how the item comes in"), TeamOnly(terse=True)
    ] = None
    offered_by: Offeror | None = None
    """Where the defense cannot offer it: `government`, or `nobody`."""
    preservation: Annotated[Preservation | None, TeamOnly(terse=True)] = None
    about: tuple[Id, ...] = ()
    """Threats, opportunities, events the item bears on."""


class Witness(Fact):
    """Someone who can testify."""

    noun = "witness"
    person: Id
    """Id of a person."""
    sponsors: tuple[Id, ...] = ()
    """Evidence the witness can bring in."""
    knows: Text
    """What the witness saw or heard."""
    says: tuple[Said, ...] = ()
    """What it bears on, by element, one entry for each, as counsel reads it.  It moves no verdict:
    for that, an item of `evidence` with `form: testimony` and this `witness` is tied to the fact it
    shows, by its `about` or as a source of the fact."""
    interviewed: YesNo = None
    unavailable: Annotated[Text | None, TeamOnly(terse=True)] = None
    """Why no testimony of this witness can be had: `died in May 2026`.  What only such a witness
    brings in has no way in until `admissible_through` names another."""


class ExpertField(StrEnum):
    """An expert's field."""

    BATTERING = "battering"
    MENTAL_CONDITION = "mental_condition"
    ORGANIZED_CRIME = "organized_crime"
    DIGITAL = "digital"
    TRAFFICKING = "trafficking"
    OTHER = "other"


class Expert(Fact):
    """An expert, retained or proposed."""

    noun = "expert"
    basis: Basis = Basis.COUNSEL_INFERENCE
    handling: Handling = Handling.WORK_PRODUCT
    name: Text
    field: ExpertField
    topic: Text
    sponsors: tuple[Id, ...] = ()
    """Evidence the expert can bring in: the report, the extraction."""
    government_requested_disclosure: YesNo = None
    """The defense asked for the government's experts under Rule 16(a)(1)(G), and it complied."""
    noticed: Day | None = None
    """The day notice was given."""
