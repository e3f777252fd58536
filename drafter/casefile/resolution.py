"""How the case may end: plea agreement, cooperation, safety, sentence."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from drafter.casefile.fact import Fact, Handling, Section, TeamOnly, TeamText, Wanted
from drafter.casefile.scalars import Day, Id, Months, Term, Text, Whole, YesNo
from drafter.casefile.terms import tells


class CooperationStatus(StrEnum):
    """How far cooperation has gone."""

    NONE = "none"
    DISCUSSED = "discussed"
    PROFFER = "proffer"
    AGREEMENT = "agreement"
    MOTION_EXPECTED = "motion_expected"
    MOTION_FILED = "motion_filed"


class Disclosure(StrEnum):
    """How much the client has told the government."""

    NOT_MADE = "not_made"
    MADE = "made"
    WITHHELD_FOR_FEAR = "withheld_for_fear"
    INCOMPLETE = "incomplete"


class Cooperation(Fact):
    """Cooperation with the government: in no public paper, but in the sealed supplement."""

    noun = "cooperation"
    handling: Handling = Handling.COOPERATION
    status: CooperationStatus
    disclosure: Annotated[Disclosure | None, Wanted("what the client has disclosed")] = None
    what: Text | None = None

    @property
    def unfinished(self) -> bool:
        """Whether the client is recorded not to have told the government all."""
        return self.disclosure not in (None, Disclosure.MADE)


class Safety(Fact):
    """People in danger, and what must not be filed."""

    noun = "safety concern"
    handling: Handling = Handling.SEALED
    at_risk: tuple[Id, ...] = ()
    """Ids of people, whom papers for others call by their alias."""
    what: Text
    """What must not be filed: no paper for others passes with its names and numbers."""


class Adjustment(Section):
    """One step of a guideline computation."""

    id: Id
    what: Text
    guideline: Text
    """`U.S.S.G. § 3B1.2(b)`."""
    levels: Whole
    """Added; taken off where negative."""
    position: Text = Field(
        description="`stipulated`, `probation`, `sought by the defense`, `disputed`. A filing "
        "marks as contested what the defense neither agrees to nor seeks, and gives the range with "
        "and without it."
    )


class CriminalHistory(StrEnum):
    """Criminal history category."""

    I = "I"  # noqa: E741 - the guidelines' own name
    II = "II"
    III = "III"
    IV = "IV"
    V = "V"
    VI = "VI"


class Computation(Section):
    """A guideline computation under one edition of the Manual, as counsel entered it."""

    id: Id
    manual: Day
    """The day the edition took effect: 2025-11-01."""
    base_guideline: Text
    """`U.S.S.G. § 2D1.1(c)`."""
    base_level: Whole
    adjustments: tuple[Adjustment, ...] = ()
    total_level: Whole | None = None
    """The total as a report or an agreement states it; the levels have to add up to it."""
    category: CriminalHistory
    low_months: Term | None = None
    high_months: Term | None = None
    """The range as counsel entered it, where a minimum or a cap moves it off the table."""
    off_table: Text | None = None
    """What moves it there, in words that may be filed: `84 months consecutive on count 2`."""


class SafetyValve(Section):
    """The five facts of 18 U.S.C. 3553(f), as counsel sees them."""

    history: YesNo = None
    no_violence: YesNo = None
    no_death_or_injury: YesNo = None
    not_leader: YesNo = None
    truthful_disclosure: YesNo = None


class LegalRoad(StrEnum):
    """What lets a court go below a statutory minimum."""

    SECTION_3553E = "section_3553e"
    SECTION_3553F = "section_3553f"
    NONE_NEEDED = "none_needed"


class Ask(Section):
    """The sentence the defense asks for."""

    months: Months
    words: Text | None = None
    """The whole sentence asked for, as it may be filed; a term in it is that of `months`."""
    legal_road: LegalRoad | None = None
    """What lets the court go below the minimum, where the sentence asked for lies below it."""
    reasons: TeamText = None
    """For the working edition only."""

    @property
    def whole(self) -> bool:
        """Whether the words tell the term, so that the months beside them would say it twice."""
        return bool(self.words) and (self.months == 0 or tells(self.words or "", self.months))


class HistoryFact(Fact):
    """A fact of history and characteristics, 18 U.S.C. 3553(a)(1)."""

    noun = "history fact"
    topic: Text
    """`work`, `family`, `health`."""
    what: Text


class Comparator(Section):
    """A sentence in another case, as an attorney entered it with the day of the query."""

    id: Id
    description: Text
    source: Text
    queried_on: Day


class Letter(Section):
    """A letter of support."""

    id: Id
    author: Text
    relation: Text
    topic: Text
    knows_of_offense: YesNo = None
    received: YesNo = None


class PsrObjection(Section):
    """An objection to the presentence report."""

    id: Id
    paragraph: Text
    objection: Text
    steps: tuple[Id, ...] = ()
    """Ids of the steps of the computation that it is to, where its words do not name them."""
    resolved: YesNo = None


class Checked(Section):
    """A named person did something on a day."""

    by: Text
    on: Day


_FROM = re.compile(r"^from\s+", re.IGNORECASE)
_NO_NAME = re.compile(
    r"^(The|An?|All|Any\w*|Each|Every\w*|Both|His|Her|Their|Those|These|Other|Members|Persons|People)\b"
)
"""First words that are no name, whose capital only began the entry."""


class Sentencing(Section):
    """What the outline needs beside the facts of the coercion."""

    offense_manual: Computation | None = None
    """Under the Manual in effect at the end of the offense."""
    sentencing_manual: Annotated[
        Computation | None, Wanted("the guideline computation under the sentencing-date Manual")
    ] = None
    floor_months: Annotated[Term | None, Wanted("the total statutory minimum, 0 if none")] = None
    ceiling_months: Term | None = None
    """The statutory maximum (counsel’s figure)."""
    theme: Annotated[
        Text | None, Wanted("the theme of the sentencing presentation"), TeamOnly()
    ] = None
    """For the working edition only."""
    filing_theme: Text | None = None
    """The theme as it may be filed, in public words."""
    filing_theme_sources: tuple[Id, ...] = ()
    """Ids of the facts and items on which those words rest; the filing has to cite each."""
    filing_reasons: Text | None = None
    """The reasons for the sentence asked for, as they may be filed, in public words."""
    filing_reasons_sources: tuple[Id, ...] = ()
    """Ids of the facts and items on which those words rest, as for the theme."""
    filing_also: tuple[Id, ...] = ()
    """Ids of facts that the filing or its supplement tells though it would leave them out."""
    role: Text | None = None
    """The role the defense will argue: `minor participant`."""
    acceptance: Text | None = None
    """What shows it."""
    safety_valve: SafetyValve | None = None
    """For the offenses it is open to."""
    history: tuple[HistoryFact, ...] = ()
    ask: Annotated[Ask | None, Wanted("the sentence the defense asks for")] = None
    comparators: tuple[Comparator, ...] = ()
    psr_objections: tuple[PsrObjection, ...] = ()
    letters: tuple[Letter, ...] = ()
    allocution: TeamText = None
    """What the client wants to say; for the working edition only."""
    custody_requests: tuple[Text, ...] = ()
    """Requests to the court about designation and programs, as they may be filed."""
    separation: Text | None = None
    """From whom the client must be kept apart, and why: the sealed supplement only."""
    supervised_release: Text | None = None
    """What is asked for."""
    restitution: Text | None = None
    fine: Text | None = None
    manual_checked: Checked | None = Field(
        default=None, description="An attorney read the Manual effective November 1, 2026."
    )

    @property
    def apart_from(self) -> str | None:
        """From whom the client must be kept apart, to stand after `from`: names keep their case."""
        words = _FROM.sub("", self.separation or "")
        return _NO_NAME.sub(lambda found: found[0].lower(), words) or None
