"""Occasions of the client and of the engagement."""

from __future__ import annotations

import re
from collections.abc import Mapping

from drafter.analysis.defenses.conflicts import clients_against, denied, words_of
from drafter.analysis.occasions.bearing import NO, YES, Asked, Bearing, missing, on_facts
from drafter.analysis.occasions.decided import settled
from drafter.analysis.position import Position
from drafter.analysis.stage import decisions_left
from drafter.casefile.fact import Handling
from drafter.casefile.matter import DecisionKind
from drafter.doctrine.occasion import Occasion
from drafter.facts.youth import under_age_at_offense

_HELD = frozenset(
    "custody detained detention held incarcerated inmate jail imprisoned prison remanded".split()
)
_FREE = frozenset("bail bond released release recognizance".split())
_NO_BAIL = re.compile(
    r"\b(?:without|no|denied) (?:bail|bond|release)\b|\b(?:bail|bond|release) (?:denied|revoked)\b"
)
_OUT = re.compile(r"\b(?:not|out of|never in)\b")
_COMPETENT = re.compile(
    r"\b(?:no|not any|without) (?:\w+ ){0,2}(?:concerns?|doubts?|issues?|questions?)\b"
    r"|\b(?:found|is|appears|believed|plainly|clearly) (?:\w+ )?competent\b|^competent\b"
)
_NOT_YET = re.compile(
    r"\b(?:not|never) (?:\w+ )?competent\b|\b(?:but|until|pending|unless|whether)\b"
)
_NAME = r"(?:the )?(?:united states(?: of america)?|us(?: ?a)?|u s(?: a)?|america)"
_STATUS = r"(?:(?:natural(?:ly)? born|native born|naturalized|native|born) )*citizen(?:ship)?"
_HOW = r"(?: (?:by (?:birth|naturalization|descent)|native born|natural born|born|naturalized))?"
_OF_AMERICA = re.compile(
    r"(?:an? )?(?:dual )?(?:(?:naturalized |native born |born )?"
    rf"(?:{_NAME}|american)(?: {_STATUS})?|{_STATUS}{_HOW} of {_NAME}){_HOW}"
)
"""A part of the field that names the United States and nothing else."""
_BEGINS = re.compile(rf"(?:{_OF_AMERICA.pattern}) (?:since|by|through)\b.*")
"""The first part may go on to tell since when, or by what; a later one may tell of a residence."""
_SHORT = re.compile(r"\bu\.\s?s\.(?:\s?a\.)?")
_PARTS = re.compile(r"[;,()/]|\.(?=\s|$)|\band\b|\bthen\b")
_UNSURE = re.compile(
    r"\?|\b(?:not|no|never|non|un\w+|claim\w*|alleg\w*|said|says|possibl\w*|may|maybe|perhaps"
    r"|probabl\w*|likely|pending|appl\w+|petition\w*|former\w*|renounced?|revoked|lost|denaturali\w+"
    r"|stateless|residen\w*|visa|green card|refugee|asyl\w+|parole\w*|alien|noncitizen"
    r"|to be|check\w*|whether|if)\b"
)


def in_custody(text: str) -> bool | None:
    """Whether the words of the custody field say that the client is held; None: they do not say.

    Our reading: bail refused is custody; else words of release come before those of custody.
    """
    said = " ".join(text.casefold().split())
    words = words_of(said)
    if _NO_BAIL.search(said):
        return True
    if words & _FREE or _OUT.search(said):
        return False
    return True if words & _HELD else None


def is_citizen(text: str) -> bool:
    """Whether the citizenship field names the United States, and nothing in it puts that in doubt.

    Our reading: it names them where one of its parts does and says nothing else, so that a tribe
    or a second country may stand beside it; a resident of the United States is none of them.
    """
    said = _SHORT.sub("us ", text.casefold())
    if _UNSURE.search(said.replace("united", "")):
        return False
    parts = [" ".join(re.findall(r"\w+", part)) for part in _PARTS.split(said)]
    first = _BEGINS.fullmatch(next(filter(None, parts), ""))
    return first is not None or any(map(_OF_AMERICA.fullmatch, parts))


def is_english(language: str) -> bool:
    """Whether a language field names English and no other."""
    return words_of(language) == {"english"}


def _custody(at: Position) -> Bearing:
    if at.case.client.custody is None:
        return Bearing(None, gaps=missing(at.record, "client.custody"))
    return Bearing(in_custody(at.case.client.custody))


def _interpreter(at: Position) -> Bearing:
    client = at.case.client
    if client.interpreter is None and client.language and is_english(client.language):
        return NO
    return Bearing(client.interpreter, gaps=missing(at.record, "client.language"))


def _not_citizen(at: Position) -> Bearing:
    recorded = at.case.client.citizenship
    citizen = recorded is not None and is_citizen(recorded)
    return Bearing(not citizen, gaps=missing(at.record, "client.citizenship"))


def _competency(at: Position) -> Bearing:
    gaps = missing(at.record, "client.competency")
    return Bearing(bool(gaps), gaps=gaps)


def competency_in_doubt(text: str | None) -> bool:
    """Whether what counsel recorded of competency leaves it to be settled.

    Our reading: it does unless it says that there is no doubt, or that competency was found.
    """
    said = " ".join((text or "").casefold().split())
    settled = _COMPETENT.search(said) and not _NOT_YET.search(said)
    return bool(said) and not settled


def _decision_open(at: Position) -> Bearing:
    decided = {each.decision for each in at.case.engagement.decisions if settled(each)}
    return Bearing(bool(at.left) and not decided.issuperset(decisions_left(at.case)))


def _raising_undecided(at: Position) -> Bearing:
    raising = DecisionKind.RAISE_DURESS
    decisions = at.case.engagement.decisions
    return NO if any(each.decision is raising and settled(each) for each in decisions) else YES


def _engagement(at: Position) -> Bearing:
    """Open too where other clients are named: whatever is not said to be none is to be checked."""
    gaps = missing(at.record, "engagement.other_clients")
    others = at.case.engagement.other_clients
    named = others is not None and not denied(others) and not clients_against(at.case)
    return Bearing(bool(gaps) or named, gaps=gaps)


def _conflict_named(at: Position) -> Bearing:
    return Bearing(bool(clients_against(at.case)))


def _payer(at: Position) -> Bearing:
    gaps = missing(at.record, "engagement.paid_by")
    return Bearing(bool(gaps), gaps=gaps)


def _joint_defense(at: Position) -> Bearing:
    recorded = at.case.engagement.joint_defense
    return Bearing(recorded is not None and not denied(recorded))


def _marked(handling: Handling) -> Asked:
    """The facts and items that counsel marked so."""
    return lambda at: on_facts(e for e in at.record.facts.values() if e.handling is handling)


CLIENT: Mapping[Occasion, Asked] = {
    Occasion.CLIENT_IN_CUSTODY: _custody,
    Occasion.CLIENT_NEEDS_INTERPRETER: _interpreter,
    Occasion.CLIENT_NOT_CITIZEN: _not_citizen,
    Occasion.IMMIGRATION_LAWYER: lambda at: Bearing(bool(at.case.client.immigration_lawyer)),
    Occasion.IMMIGRATION_LAWYER_MISSING: lambda at: Bearing(not at.case.client.immigration_lawyer),
    Occasion.GRAND_JURY_MATERIAL: _marked(Handling.GRAND_JURY),
    Occasion.PROTECTED_MATERIAL: _marked(Handling.PROTECTIVE_ORDER),
    Occasion.PRESENTENCE_MATERIAL: _marked(Handling.PRESENTENCE_REPORT),
    Occasion.COMPETENCY_OPEN: _competency,
    Occasion.COMPETENCY_UNSETTLED: lambda at: Bearing(
        bool(at.left) and competency_in_doubt(at.case.client.competency)
    ),
    Occasion.CLIENT_UNDER_AGE: lambda at: Bearing(under_age_at_offense(at.case)),
    Occasion.DECISION_OPEN: _decision_open,
    Occasion.RAISING_UNDECIDED: _raising_undecided,
    Occasion.PAYER_UNKNOWN: _payer,
    Occasion.ENGAGEMENT_UNCHECKED: _engagement,
    Occasion.CONFLICT_NAMED: _conflict_named,
    Occasion.JOINT_DEFENSE: _joint_defense,
}
