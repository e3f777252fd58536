"""The coercion itself: threats, chances to escape, how it began, what the client answers."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated

from drafter.casefile.fact import Fact, TeamOnly, TeamText, Wanted
from drafter.casefile.moments import Moment
from drafter.casefile.scalars import Age, Id, Ids, Text, YesNo

_NOTHING = re.compile(r"\b(?:no|not|none|nothing|never|unpaid|refused)\b", re.IGNORECASE)


class ThreatKind(StrEnum):
    """What was threatened."""

    DEATH = "death"
    SERIOUS_INJURY = "serious_injury"
    OTHER_INJURY = "other_injury"
    PROPERTY = "property"
    BLACKMAIL = "blackmail"
    ECONOMIC = "economic"
    JOB = "job"
    EMBARRASSMENT = "embarrassment"
    DEPORTATION = "deportation"
    LEGAL_PROCESS = "legal_process"
    CHILD_TAKEN = "child_taken"


class Threat(Fact):
    """A threat: who made it, of what, against whom, when, tied to which demand."""

    noun = "threat"
    speaker: Annotated[Id | None, Wanted("who made the threat")] = None
    words: Annotated[Text | None, Wanted("the words of the threat")] = None
    kinds: Annotated[tuple[ThreatKind, ...], Wanted("what was threatened")] = ()
    against: Annotated[tuple[Id, ...], Wanted("against whom the threat was made")] = ()
    """People ids, or `client`."""
    target_location: Text | None = None
    """Where those threatened were, and how near the speaker was to them."""
    how: Annotated[Text | None, Wanted("how the threat was made")] = None
    """`in person`, `by WhatsApp message`, `through her cousin`."""
    when: Annotated[Moment | None, Wanted("when the threat was made")] = None
    specific: Annotated[YesNo, Wanted("whether the threat was specific")] = None
    watching: Annotated[
        YesNo,
        Wanted("whether the threatener or an agent was present or watching during the offense"),
    ] = None
    watching_in_part: YesNo = None
    """Whether they were there for a part of the time only: `hours of each day`."""
    harm_at_once: YesNo = None
    """Whether the harm was to come at once; no: at some later time."""
    capacity: Annotated[
        Text | None, Wanted("what shows the threatener could carry the threat out")
    ] = None
    demand: Annotated[Text | None, Wanted("whether anything was demanded, and what")] = None
    demanded_offense: Annotated[
        Ids,
        Wanted("whether a charged offense was demanded, and which count", unless="demand"),
    ] = ()
    """Whether a charged offense was demanded, and which count: each, where it was several."""
    continuing: Annotated[YesNo, Wanted("whether the threat continued through the offense")] = None
    ended: Annotated[Moment | None, Wanted("when the threat objectively ended")] = None
    ended_how: Text | None = None
    """What ended it."""
    believed_ended: Moment | None = None
    """When the client believed it ended: a separate question."""

    def may_demand(self, count: str) -> bool:
        """Whether a count is among those demanded, or which were demanded is not recorded."""
        return not self.demanded_offense or count in self.demanded_offense


class Opportunity(Fact):
    """A moment at which help or escape was possible, or looks as if it was."""

    noun = "opportunity"
    when: Annotated[Moment | None, Wanted("when the opportunity was")] = None
    where: Annotated[Text | None, Wanted("where the opportunity was")] = None
    what: Text
    """What the prosecutor will point at: `stopped for fuel beside a marked patrol car`."""
    present: Text | None = None
    """Who was there."""
    phone: Annotated[YesNo, Wanted("whether the client had a phone")] = None
    alone: Annotated[YesNo, Wanted("whether the client was alone")] = None
    watched: Annotated[YesNo, Wanted("whether the client was watched")] = None
    authority_present: Annotated[YesNo, Wanted("whether an authority was present")] = None
    authority_corrupt: Annotated[
        YesNo, Wanted("whether the authorities were corrupt or under the threatener’s control")
    ] = None
    """Authorities corrupt, or controlled by the threatener."""
    asked_for_help: Annotated[YesNo, Wanted("whether the client asked for help")] = None
    safe: Annotated[YesNo, Wanted("whether the client could have acted safely")] = None
    argument: TeamText = None
    """What counsel argues: argument, never evidence."""


class Question(StrEnum):
    """What a prosecutor asks: why nobody called 911 (`no_call`), why help was sought from nobody
    (`no_help`), how long passed between the threat and the offense (`delay`)."""

    NO_CALL = "no_call"
    NO_HELP = "no_help"
    DELAY = "delay"


class Answer(Fact):
    """The client's own answer to one of the three questions, as counsel has it."""

    noun = "answer"
    question: Question
    opportunity: Id | None = None
    """For `no_call` and `no_help`: the opportunity the answer is about; left out, it is general."""
    answer: Annotated[Text, TeamOnly()]
    """As the client gave it; never proposed by the product."""


class Involvement(Fact):
    """How the client came to be in the situation."""

    noun = "account of involvement"
    what: Text
    """In one or two sentences."""
    voluntary_association: Annotated[
        YesNo, Wanted("whether the client kept company with the coercers of free will")
    ] = None
    knew_of_violence: Annotated[
        YesNo, Wanted("whether the client knew the coercers to be violent")
    ] = None
    could_foresee_demand: Annotated[
        YesNo, Wanted("whether the client could foresee the demand")
    ] = None


class TraffickingKind(StrEnum):
    """The kind of trafficking a screen looks for."""

    LABOR = "labor"
    SEX = "sex"


class TraffickingScreen(Fact):
    """The questions that show whether the client was a victim of trafficking."""

    noun = "trafficking screen"
    screened_by: Annotated[Text | None, Wanted("who screened the client for trafficking")] = None
    screened_on: Moment | None = None
    kinds: tuple[TraffickingKind, ...] = ()
    recruitment: Text | None = None
    """How, by whom and with what promise."""
    force: YesNo = None
    fraud: YesNo = None
    coercion: YesNo = None
    debt: Text | None = None
    """A debt the client was told of."""
    documents_taken: YesNo = None
    """Passport, license or other papers."""
    age_then: Age | None = None
    """The client’s age when it began."""
    victim_at_offense: Annotated[
        YesNo, Wanted("whether the client was a victim of trafficking at the time of the offense")
    ] = None
    finding: Text | None = None
    """What the screen came to, in one sentence."""


class OtherActKind(StrEnum):
    """An act outside the charge that bears on willingness."""

    EARLIER_TRIP = "earlier_trip"
    SAME_CONDUCT_UNFORCED = "same_conduct_unforced"
    CONTACT_WITH_COERCER = "contact_with_coercer"
    DEBT = "debt"
    DRUGS = "drugs"
    WEAPONS = "weapons"
    WILLINGNESS = "willingness"


class OtherAct(Fact):
    """Something the government may use to show the client was willing."""

    noun = "other act"
    kind: OtherActKind
    what: Text
    """In one neutral sentence."""
    when: Moment | None = None
    notice: Text | None = None
    """Notice the government has given of it."""
    to_coercer: YesNo = None
    """Of a debt: owed to the coercer, or to somebody on that side; of any debt it is asked for."""


class Benefit(Fact):
    """What the client received or was promised."""

    noun = "benefit"
    what: Text
    amount: Text | None = None
    """`$600`."""
    promised: YesNo = None
    """Promised, whether or not anything came of it."""
    received: Annotated[YesNo, Wanted("whether the client received it")] = None
    given_up: YesNo = None
    """Received, and at once given back or handed to an authority."""
    when: Moment | None = None

    @property
    def reads_as_had(self) -> bool:
        """Whether it was not received, and its words alone would be read as if it had been."""
        return self.received is False and not _NOTHING.search(self.what)
