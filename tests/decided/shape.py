"""Records of slightly other shape, brought to the form of `opinions.yaml`.

A key that is left out is null; a list where one text stands in that file is its parts in a row;
a text where several stand is its parts; yes and no may be words.  Nothing is guessed: what does
not fit is refused by ValueError or TypeError, and a record in that form comes back as it was.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from tests.decided.courts import circuit_of
from tests.decided.moments import bucket_of

ELEMENTS = ("immediacy", "fear", "escape", "surrender")
COMPARED = ("met", "not_met", "not_required")
"""The rulings that can be set beside a verdict."""
_DIGEST = "third_party_digest"
_TEXTS = ("caption", "citation", "court", "url", "posture")
_FLAGS = {"yes": True, "true": True, "no": False, "false": False}
_SPECIFIC = {True: "specific", False: "vague"}
_VAGUE = ("general", "generalized", "generalised", "unspecific", "unspecified", "nonspecific")
_NESTED = {"threat": "what", "surrender": "detail", "corroboration": "detail"}
"""A part of the facts that may be given as one text, and what that text then is of it."""


def shaped(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return a record in the form of `opinions.yaml`."""
    if not isinstance(record, Mapping) or not record.get("id"):
        raise ValueError("no record: a mapping with an `id` is looked for")
    texts = {name: _text(record.get(name)) for name in _TEXTS}
    texts["caption"] = texts["caption"] or str(record["id"])
    texts["court"] = texts["court"] or ""
    year = _text(record.get("year"))
    return {
        **record,
        **texts,
        "id": str(record["id"]),
        "circuit": _text(record.get("circuit")) or circuit_of(texts["court"]),
        "year": int(year) if year and year.isdecimal() else None,
        "charge": _charge(record.get("charge")),
        "facts": _facts(record.get("facts")),
        **_ruling(record),
    }


def _text(said: object) -> str | None:
    """One text of what may be a list of them, a number or nothing."""
    if isinstance(said, Mapping):
        raise TypeError(f"a text is looked for, and not {dict(said)!r}")
    if isinstance(said, (list, tuple)):
        return "; ".join(filter(None, map(_text, said))) or None
    return None if said is None else str(said).strip() or None


def _flag(said: object) -> object:
    """Yes or no, also where a word says it; any other text as it is."""
    return _FLAGS.get(said.strip().lower(), said) if isinstance(said, str) else said


def _flag_or_text(said: object) -> object:
    said = _flag(said)
    return said if isinstance(said, bool) else _text(said)


def _charge(said: object) -> dict[str, Any]:
    given = said if isinstance(said, Mapping) else {"statute": said}
    return {
        "statute": _text(given.get("statute")),
        "category": _text(given.get("category")) or "other",
    }


def _part(facts: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    said = facts.get(name)
    if isinstance(said, bool):
        return {"reported": said} if name == "surrender" else {}
    return said if isinstance(said, Mapping) else {_NESTED[name]: said}


def _facts(said: object) -> dict[str, Any]:
    if not isinstance(said, Mapping):
        raise ValueError("`facts` is looked for")
    surrender, seen = _part(said, "surrender"), _part(said, "corroboration")
    return {
        "threat": _threat(_part(said, "threat")),
        "escape_opportunities": _entries(said.get("escape_opportunities")),
        "phone_access": _flag_or_text(said.get("phone_access")),
        "surrender": {
            "reported": _flag(surrender.get("reported")),
            "detail": _text(surrender.get("detail")),
            "delay": surrender.get("delay"),
        },
        "financial_benefit": _flag_or_text(said.get("financial_benefit")),
        "corroboration": {
            "kind": _first(seen.get("kind")),
            "detail": _text(seen.get("detail")),
        },
        "continuing_threat": _flag(said.get("continuing_threat")),
    }


def _threat(said: Mapping[str, Any]) -> dict[str, Any]:
    when = said.get("when")
    when = when if isinstance(when, Mapping) else {"bucket": when}
    bucket, detail = _text(when.get("bucket")), _text(when.get("detail"))
    if bucket and not bucket_of(bucket) and not detail:
        # A text in the place of the word is the detail.
        bucket, detail = (None, bucket) if " " in bucket else (bucket, None)
    return {
        **{name: _text(said.get(name)) for name in ("what", "against", "by")},
        "when": {"bucket": bucket_of(bucket) or bucket, "detail": detail},
        "threatener_present_or_watching": _flag(said.get("threatener_present_or_watching")),
        "specificity": _specificity(said.get("specificity")),
    }


def _specificity(said: object) -> str | None:
    said = _flag(said)
    word = _SPECIFIC[said] if isinstance(said, bool) else _text(said)
    return "vague" if word and word.lower() in _VAGUE else word


def _entries(said: object) -> list[str]:
    """The ways out, one a text; remarks of an entry that is a mapping stand in brackets."""
    if isinstance(said, str):
        return [each.strip() for each in said.split(";") if each.strip()]
    if isinstance(said, bool) or not isinstance(said, (list, tuple, type(None))):
        raise TypeError(f"escape_opportunities: a list is looked for, and not {said!r}")
    return [text for each in said or () if (text := _entry(each))]


def _entry(said: object) -> str | None:
    if not isinstance(said, Mapping):
        return _text(said)
    first, *remarks = filter(None, map(_text, said.values()))
    return f"{first} ({'; '.join(remarks)})" if remarks else first


def _first(said: object) -> str | None:
    return _text(said[0] if said else None) if isinstance(said, (list, tuple)) else _text(said)


def _ruling(record: Mapping[str, Any]) -> dict[str, Any]:
    """The holding, and what of it is compared: where a record does not say, what can be."""
    given = record.get("holding")
    holding = {"overall": None, **(given if isinstance(given, Mapping) else {})}
    basis = holding.get("basis")
    basis = basis if isinstance(basis, Mapping) else {}
    scorable = record.get("scorable")
    if not isinstance(scorable, list):
        scorable = list(ELEMENTS)
    scorable = [each for each in scorable if holding.get(each) in COMPARED]
    strong = record.get("scorable_strong")
    if not isinstance(strong, list):
        strong = [each for each in scorable if _strong(basis.get(each))]
    return {
        "holding": {**dict.fromkeys(ELEMENTS), **holding},
        "scorable": scorable,
        "scorable_strong": [each for each in strong if each in scorable],
        "article_score": _score(record.get("article_score")),
    }


def _strong(basis: object) -> bool:
    return bool(basis) and any(each != _DIGEST for each in re.split(r"[+,; ]+", str(basis)))


def _score(said: object) -> Mapping[str, Any] | None:
    if not isinstance(said, Mapping):
        return None
    return said if all(isinstance(said.get(end), int) for end in ("min", "max")) else None
