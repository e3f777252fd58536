"""The threat that a record tells of, as a case file has it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from tests.decided.moments import FUTURE, ONGOING
from tests.decided.wording import WORDS, all_of, flag, known, says, without

POSSESSION = "firearm_possession"
_AWAY = frozenset({"escape", "illegal_reentry"})
"""Offenses of one who is away from where the threat was made."""
_LONG_AGO = ("weeks", "months", "years", FUTURE)

Mapped = dict[str, Any]


def others_of(against: str | None) -> list[str]:
    """Those other than the client whom a threat was against, as the record names them."""
    named = [all_of("family", against), all_of("friends", against), all_of("others", against)]
    kin, friends, others = named
    # "Third party (friend)" is one, and "family" says nothing beside those of it that are named.
    kin = [each for each in kin if each != "family"] or kin
    return [*kin, *friends] or others


def threat_of(facts: Mapping[str, Any], offenses: frozenset[str]) -> Mapped:
    """The threat, of which nothing stands that the record leaves null."""
    threat = facts["threat"]
    by_somebody = threat["by"] and not by_nobody(facts)
    client = ["client"] if says("client", threat["against"]) else []
    others = [f"person-{n}" for n, _ in enumerate(others_of(threat["against"]), 1)]
    return known({
        "id": "threat-1",
        "basis": "client_account",
        "handling": "open",
        "speaker": "speaker" if by_somebody else None,
        "kinds": _kinds(threat["what"]),
        "against": client + others,
        "specific": _specific(threat),
        "watching": _watching(facts),
        "watching_in_part": True if says("part_of_day", threat["when"]["detail"]) else None,
        "harm_at_once": _at_once(threat["when"]),
        "capacity": _capacity(threat) if by_somebody else None,
        "continuing": continuing(facts, offenses),
        "note": threat["what"],
    })  # fmt: skip


def by_nobody(facts: Mapping[str, Any]) -> bool:
    """Whether the record says that no other person made the threat."""
    return bool(says("nobody", facts["threat"]["by"]))


def _specific(threat: Mapping[str, Any]) -> bool | None:
    """What the record says, else no where it denies that this client was threatened."""
    said = {"specific": True, "vague": False}.get(threat["specificity"])
    return False if said is None and says("threat_denied", threat["what"]) else said


def _capacity(threat: Mapping[str, Any]) -> str | None:
    """What shows that it could be carried out; what the client did shows nothing of it."""
    shown = {
        threat["what"]: without("no_threat", threat["what"]),
        threat["by"]: without("of_client", without("no_threat", threat["by"])),
    }
    return next((text for text, left in shown.items() if says("capacity", left)), None)


def _watching(facts: Mapping[str, Any]) -> bool | None:
    """Whether somebody was there to carry it out, whom a danger from nobody has not."""
    said = flag(facts["threat"]["threatener_present_or_watching"])
    return None if said and by_nobody(facts) else said


def _at_once(when: Mapping[str, Any]) -> bool | None:
    return False if when["bucket"] == FUTURE or says("later", when["detail"]) else None


def continuing(facts: Mapping[str, Any], offenses: frozenset[str]) -> bool | None:
    """Whether a threat went on through the offense; that it had ended may stand in the detail."""
    said = flag(facts["continuing_threat"])
    if said is None:
        return False if says("ended", facts["threat"]["when"]["detail"]) else None
    return None if said and not went_on(facts, offenses) else said


def went_on(facts: Mapping[str, Any], offenses: frozenset[str]) -> bool:
    """Whether a `continuing_threat`, a danger that goes on, is a threat through the offense.

    It is where somebody was there or watched.  It is not where the threat is vague or of a harm
    that the record does not tell, nor for one who has got away from where it was made.  With
    nobody there, a threat that the record itself calls ongoing is one, but not for who holds a
    weapon all the while; where the record says neither, it is none of more than a week before.
    """
    threat = facts["threat"]
    watching, bucket = threat["threatener_present_or_watching"], threat["when"]["bucket"]
    faint = threat["specificity"] == "vague" or says("harm_untold", threat["what"])
    if watching or faint or offenses & _AWAY:
        return bool(watching)
    if watching is False:
        return bool(bucket == ONGOING and POSSESSION not in offenses)
    return bucket not in _LONG_AGO


def _kinds(what: str | None) -> list[str]:
    what = without("no_threat", what)

    def named(table: str) -> list[str]:
        kinds_ = WORDS[table].items()
        return [kind for kind, words in kinds_ if re.search(words, what, re.IGNORECASE)]

    grave = named("kinds")
    return grave if grave or says("ungraded_harm", what) else named("lesser_kinds")
