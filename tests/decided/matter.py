"""The court and the charge of a record, as a case file names them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from drafter.doctrine import Library
from drafter.doctrine.kinds import OFFENSES
from tests.decided.courts import district_of
from tests.decided.wording import NOT_STATED, WORDS

CATEGORIES = {
    "drug trafficking": "drug_trafficking",
    "escape": "escape",
    "assault": "assault",
    "robbery": "robbery",
    "fraud": "fraud",
    "firearm": "firearm_possession",
}
"""The offense of a record whose statute names none, beside the ids of the library; else `other`."""
_LIBRARY = Library.load()
_OFFENSES = _LIBRARY.in_force(date(2026, 1, 1)).every(OFFENSES)
"""Which offenses there are hangs on no day."""


def name_of(head: Mapping[str, Any]) -> str:
    """The defendant, from the caption."""
    _, _, name = head["caption"].partition(" v. ")
    return name or NOT_STATED


def matter_of(head: Mapping[str, Any]) -> dict[str, Any]:
    """The matter: what the format demands and the record lacks says so."""
    found = (
        word
        for word, pattern in WORDS["proceedings"].items()
        if re.search(pattern, head["posture"] or "", re.IGNORECASE)
    )
    return {
        "docket": head["citation"] or NOT_STATED,
        "district": district_of(head["court"], head["circuit"]),
        "office": NOT_STATED,
        "attorneys": [{"id": "atty-1", "name": NOT_STATED, "role": NOT_STATED}],
        "proceeding": next(found, "trial"),
    }


def charges_of(charge: Mapping[str, Any]) -> list[dict[str, Any]]:
    """A count for each offense that the statute names, else one by category."""
    said = charge["statute"] or charge["category"]
    offenses = _offenses(said) or [_by_category(charge["category"])]
    return [
        {"id": f"count-{n}", "count": n, "statute": said, "title": said, "offense": offense}
        for n, offense in enumerate(offenses, 1)
    ]


def offenses_of(charge: Mapping[str, Any]) -> frozenset[str]:
    """The offenses of the counts."""
    return frozenset(count["offense"] for count in charges_of(charge))


def _by_category(category: str) -> str:
    named = category.replace(" ", "_")
    return CATEGORIES.get(category) or (named if named in _LIBRARY.shelf(OFFENSES) else "other")


def _offenses(statute: str) -> list[str]:
    """The offenses whose statutes are named, in the order in which they are."""
    places: dict[int, tuple[int, str]] = {}
    for offense in _OFFENSES:
        for each in offense.statutes or ():
            title, _, section = each.partition(" § ")
            for match in re.finditer(rf"{title}(?: §+)? ([^;]*)", statute):
                at = re.search(rf"(?<![\w(]){re.escape(section)}(?!\w)", match[1])
                if at:
                    place = match.start(1) + at.start()
                    places[place] = max(places.get(place, (0, "")), (len(section), offense.id))
    return list(dict.fromkeys(places[place][1] for place in sorted(places)))
