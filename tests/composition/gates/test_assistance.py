"""What tells of the client's cooperation is found in a paper that anybody may read."""

from __future__ import annotations

import pytest

from drafter import yamlfile
from drafter.casefile.reader import case_from
from drafter.composition.blocks import Audience
from drafter.composition.gates.assistance import assistance_problems
from drafter.composition.gates.passages import Passage
from tests.composition.cases import CASE, vocabulary

BARE = CASE.partition("people:")[0]
EXPECTED = "cooperation: {id: coop, basis: document, status: motion_expected}\n"
MATE = (
    "people: [{id: pal, name: B. Orr, relation: friend}]\n"
    "codefendants: [{id: co, basis: document, handling: %s, person: pal, role: drove,"
    " status: pleaded guilty, sentence: 12 months on a motion under U.S.S.G. § 5K1.1}]\n"
)
ROAD = "The request rests on a motion under 18 U.S.C. § 3553(e)."
DEPARTURE = "B. Orr had a departure under U.S.S.G. § 5K1.1."


def found(body: str, page: str, readers: Audience = Audience.OUTWARD) -> list[str]:
    file = case_from(yamlfile.parse(f"{BARE}{body}", "small.yaml"), vocabulary())
    passages = (Passage("the page", page),)
    return [str(each) for each in assistance_problems(passages, file, readers)]


@pytest.mark.parametrize(
    ("body", "page", "refused"),
    [
        (EXPECTED, ROAD, True),
        (EXPECTED, "A motion under § 3553 (e) is awaited.", True),
        (EXPECTED, "She gave substantial\u00a0assistance.", True),
        (EXPECTED, DEPARTURE, True),
        (EXPECTED, "The safety valve of 18 U.S.C. § 3553(f) and § 3553(a).", False),
        # Of somebody else the case file has it in public.
        (EXPECTED + MATE % "open", DEPARTURE, False),
        (EXPECTED + MATE % "open", ROAD, True),
        (EXPECTED + MATE % "cooperation", DEPARTURE, True),
        # Where the client does not cooperate, or that is public, it tells nothing.
        ("", ROAD, False),
        (EXPECTED.replace("motion_expected", "none"), ROAD, False),
        (EXPECTED.replace("status", "handling: open, status"), ROAD, False),
    ],
)
def test_the_road_of_cooperation_is_not_named_in_public(
    body: str, page: str, *, refused: bool
) -> None:
    said = found(body, page)
    assert len(said) == refused
    assert all("small.yaml:" in each and "the page" in each for each in said)


def test_under_seal_it_is_named() -> None:
    assert found(EXPECTED, ROAD, Audience.SEALED) == []
