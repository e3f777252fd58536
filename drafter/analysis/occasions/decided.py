"""What counsel wrote of a decision of the client's: whether it was made, and which way."""

from __future__ import annotations

import re

from drafter.casefile.case import Case
from drafter.casefile.matter import ClientDecision, DecisionKind

_OPEN = re.compile(
    r"\bundecided\b|\bnot (?:yet|decided|settled|made)\b|\bno decision\b|\byet to decide\b"
    r"|\bto be decided\b|\bunsure\b|\btbd\b|^(?:open|pending|unknown|none|not sure)\b"
)
_AGAINST_PLEA = re.compile(
    r"^(?:not|no|never)\b|\b(?:not|never) (?:to )?plead|^(?:to )?(?:go to |stand |have a )?trial\b"
)
_AGAINST = re.compile(r"^(?:no|not|never)\b|\b(?:not to|will not|does not|declined? to)\b")
_CONDITION = re.compile(r"\b(?:if|unless|provided|on condition)\b")
_FOR_PLEA = re.compile(r"\bple(?:ad|ads|aded|ading)\b|^yes\b")


def settled(decision: ClientDecision) -> bool:
    """Whether the client decided; an entry which says that nothing is decided yet is none."""
    said = _said(decision)
    return bool(said) and not _OPEN.search(said)


def pleads(case: Case) -> bool | None:
    """Whether the client decided to plead, by the last entry on it; None: it does not say.

    Our reading of its words, where `chosen` does not say it: to plead, or not to, or trial;
    what is decided on a condition says neither.
    """
    found = [each for each in case.engagement.decisions if each.decision is DecisionKind.PLEAD]
    if not found or not settled(found[-1]):
        return None
    if found[-1].chosen is not None:
        return found[-1].chosen
    said = _said(found[-1])
    if _CONDITION.search(said):
        return None
    if _AGAINST_PLEA.search(said):
        return False
    return True if _FOR_PLEA.search(said) else None


def declines(decision: ClientDecision) -> bool:
    """Whether the client decided against; our reading of the words, where `chosen` does not say."""
    if not settled(decision):
        return False
    if decision.chosen is not None:
        return not decision.chosen
    return _AGAINST.search(_said(decision)) is not None


def _said(decision: ClientDecision) -> str:
    return " ".join((decision.decided or "").casefold().split())
