"""Missing facts: what the case file asks for and does not have.

A gap is a field marked ``Wanted`` that holds nothing, or a moment written `unknown`; of some
fields only what was written so, since the question does not arise in every case;
and what the product needs of every case, or of every case at its stage: a trafficking
screen, the threats, the opportunities, the evidence, how the client came into it, the
clock of a place with two of them, the day of sentencing once there is to be one.  The
deadline for motions before trial is none once no count awaits one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from msgspec import Struct

from drafter.casefile.case import Case, facts_of
from drafter.casefile.coercion import OtherActKind
from drafter.casefile.fact import Basis, Section, Wanted
from drafter.casefile.matter import Disposition, Matter, Proceeding
from drafter.casefile.moments import Relation, WrittenMoment
from drafter.facts.evidence import unsponsored
from drafter.facts.milestones import over
from drafter.facts.moments import Moment
from drafter.facts.proceedings import course_of

_DEFENSE = re.compile(r"\b(?:duress|coercion|necessity|justification)\b", re.IGNORECASE)
"""Words by which what a court is recorded to have found may be a ruling on the defense."""
_SECTIONS = ("matter", "client", "engagement")
_NEEDED = {
    "involvement": "how the client came to be in the situation",
    "threats": "every threat: who made it, when, against whom, and what was demanded",
    "opportunities": "each moment at which help or escape was possible",
    "trafficking": "a trafficking screen of the client",
    "evidence": "the items of evidence",
}
"""Sections no case may leave empty, and what to ask for."""
_OF_THE_OFFENSE = ("watching", "continuing", "demanded_offense", "ended")
"""Not asked of a threat made when every count was over: it can have been behind none of them."""
_MOTIONS = "matter.motion_deadline"


class Gap(Struct, frozen=True):
    """One missing fact."""

    id: str
    """`<id of the item>.<field>`; for a section of the case `client.age_at_offense`."""
    phrase: str
    """What to ask for: `when the threat was made`."""
    owner: str
    """Id of the fact or count it belongs to; empty for a section of the case."""
    noun: str
    """What counsel calls the owner: `threat`, `count`; empty where there is none."""


def more_exactly(item: Section, id: str, field: str, noun: str) -> Gap:
    """The gap of a moment that is recorded, and too wide for what is asked of it."""
    phrase = dict(_wanted(type(item)))[field].phrase
    return Gap(f"{id}.{field}", f"more exactly {phrase}", id, noun)


class GapGroup(Struct, frozen=True):
    """What is missing of one fact or count, or (without an owner) of the case."""

    owner: str
    gaps: tuple[Gap, ...]
    """Never empty."""

    @property
    def id(self) -> str:
        """The owner; `case` where there is none."""
        return self.owner or "case"

    @property
    def noun(self) -> str:
        """What counsel calls the owner."""
        return self.gaps[0].noun


def grouped(gaps: Iterable[Gap]) -> tuple[GapGroup, ...]:
    """Gather gaps by what they belong to, in order of first mention."""
    found: dict[str, list[Gap]] = {}
    for gap in gaps:
        found.setdefault(gap.owner, []).append(gap)
    return tuple(GapGroup(owner, tuple(each)) for owner, each in found.items())


def find_gaps(
    case: Case, zones: tuple[str, ...] = (), moments: Mapping[str, Moment] | None = None
) -> tuple[Gap, ...]:
    """Every gap, in the order of the sections of a case file.

    ``zones`` are the clocks of the place of the case, where they are known; ``moments`` those of
    its record.
    """
    return tuple(_gaps(case, zones, moments or {}))


def _gaps(case: Case, zones: tuple[str, ...], moments: Mapping[str, Moment]) -> Iterator[Gap]:
    if len(zones) > 1 and case.matter.division is None:
        yield Gap("matter.division", "the division, which decides the time zone", "", "")
    yield from _missing_days(case.matter)
    for name in _SECTIONS:
        for gap in _missing(getattr(case, name), name, "", ""):
            if gap.id != _MOTIONS or _awaits_trial(case):
                yield gap
    for charge in case.charges:
        yield from _missing(charge, charge.id, charge.id, "count")
    for person in case.people:
        if person.minor is None:
            yield Gap(f"{person.id}.minor", f"whether {person.name} is a minor", "", "")
    yield from (Gap(name, phrase, "", "") for name, phrase in _NEEDED.items() if _empty(case, name))
    # Whoever brings an item in is its way in, wherever the file names them.
    without = {f"{item.id}.admissible_through" for item in unsponsored(case)}
    idle = {f"{id}.{name}" for id in _late(case, moments) for name in _OF_THE_OFFENSE}
    for _, fact in facts_of(case):
        for gap in _missing(fact, fact.id, fact.id, fact.noun):
            shown = gap.id in without or not gap.id.endswith(".admissible_through")
            if shown and gap.id not in idle:
                yield gap
    for event in case.events:
        told = event.basis is Basis.COURT_FINDING and _DEFENSE.search(event.what)
        if told and event.duress_ruling is None:
            phrase = "whether this is a ruling on the defense, and which way it went"
            yield Gap(f"{event.id}.duress_ruling", phrase, event.id, event.noun)
    for chance in case.opportunities:
        if chance.safe and chance.watched:
            phrase = "whether it was safe though the client was watched, as both are recorded"
            yield Gap(f"{chance.id}.safe_and_watched", phrase, chance.id, chance.noun)
    for act in case.other_acts:
        if act.kind is OtherActKind.DEBT and act.to_coercer is None:
            phrase = "whether the debt was owed to the coercer or that side"
            yield Gap(f"{act.id}.to_coercer", phrase, act.id, act.noun)
    if course_of(case.matter).read:
        yield from _missing(case.sentencing, "sentencing", "", "")


def _late(case: Case, moments: Mapping[str, Moment]) -> Iterator[str]:
    """The threats certainly made when every count was over."""
    ends = [moments.get(f"{each.id}.end") for each in case.charges]
    for each in case.threats:
        if all(over(end, moments.get(each.id)) for end in ends):
            yield each.id


def _missing_days(matter: Matter) -> Iterator[Gap]:
    """The days of sentencing, where the case has come so far."""
    if matter.proceeding is not Proceeding.TRIAL and matter.dates.sentencing is None:
        yield Gap("matter.dates.sentencing", "the date of sentencing", "", "")
    if matter.proceeding is Proceeding.REMAND and matter.dates.first_sentencing is None:
        phrase = "the date of the sentencing that was appealed"
        yield Gap("matter.dates.first_sentencing", phrase, "", "")


def _awaits_trial(case: Case) -> bool:
    """Whether motions before trial can still be made: a count is pending."""
    pending = any(each.disposition is Disposition.PENDING for each in case.charges)
    return pending and course_of(case.matter).tries


def _empty(case: Case, section: str) -> bool:
    return not getattr(case, section)


def _missing(section: Section, prefix: str, owner: str, noun: str) -> Iterator[Gap]:
    for name, mark in _wanted(type(section)):
        if mark.only_written and name not in section.model_fields_set:
            continue
        if mark.unless and getattr(section, mark.unless):
            continue
        value = getattr(section, name)
        if value is None or value == () or _unknown(value):
            yield Gap(f"{prefix}.{name}", mark.phrase, owner, noun)


def _unknown(value: object) -> bool:
    return isinstance(value, WrittenMoment) and value.relation is Relation.UNKNOWN


@cache
def _wanted(section: type[Section]) -> tuple[tuple[str, Wanted], ...]:
    """The fields of a section whose absence is a gap, with what to ask for and when."""
    return tuple(
        (name, mark)
        for name, field in section.model_fields.items()
        for mark in field.metadata
        if isinstance(mark, Wanted)
    )
