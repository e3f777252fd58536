"""The ways out that a record lists: what its words say of them, and what they do not."""

from __future__ import annotations

import pytest

from drafter.casefile.fact import Basis
from tests.decided.loading import changed, loaded
from tests.decided.translate import Opinion, untranslated


@pytest.mark.parametrize(
    ("entry", "field", "value"),
    [
        ("police in town (controlled by the gang)", "authority_corrupt", True),
        ("tell a guard (retaliation followed the last time)", "safe", False),
        ("call from home (he asked his brother to call)", "asked_for_help", True),
        ("a day alone in the house", "alone", True),
        ("call the police", "asked_for_help", None),
        ("call the police (he told no one)", "asked_for_help", False),
        ("told nobody, with an officer at the next table", "asked_for_help", False),
        ("refused to call the police", "asked_for_help", False),
        ("tell a guard (she had told a guard twice)", "asked_for_help", True),
        ("go to the sheriff (the sheriff refused to protect her)", "asked_for_help", True),
        ("at the border (they asked him about the car)", "asked_for_help", None),
        ("the police had been slow to respond before", "asked_for_help", None),
        ("flee (no evidence that the police were corrupt)", "authority_corrupt", False),
        ("leave the car (he was never alone)", "alone", False),
        ("at a gas station, where nobody was watching", "watched", False),
        ("at a gas station (constantly watched)", "watched", True),
        ("tell the agent at the checkpoint (the smuggler was beside her)", "watched", True),
        ("tell the crew (a lookout sat behind him)", "watched", True),
        ("tell the crew (no lookout was on the flight)", "watched", None),
        ("at home, where he had a phone", "phone", True),
        ("at home without a phone", "phone", False),
        ("police protected him", "safe", None),
    ],
)
def test_what_an_entry_says_of_an_opportunity(entry: str, field: str, value: bool | None) -> None:
    [chance] = loaded(changed("rooney-2005", escape_opportunities=[entry])).case.opportunities
    assert getattr(chance, field) is value
    assert "(" not in chance.what


def test_what_was_read_off_is_an_inference_and_what_a_court_listed_a_finding() -> None:
    entries = ["inferred: two weeks before", "tell the police"]
    chances = loaded(changed("rooney-2005", escape_opportunities=entries)).case.opportunities
    assert [(c.basis, c.what) for c in chances] == [
        (Basis.COUNSEL_INFERENCE, "two weeks before"),
        (Basis.COURT_FINDING, "tell the police"),
    ]


@pytest.mark.parametrize(
    "entry",
    [
        "reasonable opportunity to flee",
        "legal alternatives existed",
        "legal alternatives to keeping the gun (not itemized in text read)",
        "other lawful options (not itemised)",
        "reasonable legal alternatives to the crime",
        "a reasonable alternative to possessing the gun",
        "an opportunity to avoid the harm",
        "reasonable steps to get out of the situation",
        "a lawful way out",
        "inferred: some legal alternative",
    ],
)
def test_a_conclusion_is_no_opportunity(entry: str) -> None:
    record = changed("rooney-2005", escape_opportunities=[entry])
    assert loaded(record).case.opportunities == ()
    assert list(untranslated(Opinion.of(record))) == [
        f"escape_opportunities, a conclusion: {entry}"
    ]


@pytest.mark.parametrize(
    "entry",
    [
        "a chance to run when the car stopped at the station",
        "reasonable alternatives: tell the guard",
        "steps of the courthouse, where officers stood",
    ],
)
def test_a_moment_is_an_opportunity_whatever_it_is_called(entry: str) -> None:
    [chance] = loaded(changed("rooney-2005", escape_opportunities=[entry])).case.opportunities
    assert chance.what == entry


def test_a_way_out_that_was_tried_is_an_event() -> None:
    record = changed("rooney-2005", escape_opportunities=["back out (he tried, and was beaten)"])
    case = loaded(record).case
    assert [event.kind for event in case.events] == ["avoidance"]
    assert case.opportunities == ()


@pytest.mark.parametrize(
    ("said", "phone", "entries"),
    [
        (True, True, ["tell the police"]),
        ("no telephone in the cell", False, ["tell the police"]),
        ("had a cell phone", True, []),
        ("had no phone", False, ["tell the police"]),
        ("none stated", None, ["tell the police"]),
        ("a booth stood outside", None, ["tell the police"]),
    ],
)
def test_a_telephone(said: object, phone: bool | None, entries: list[str]) -> None:
    record = changed("rooney-2005", phone_access=said, escape_opportunities=entries)
    [chance] = loaded(record).case.opportunities
    assert chance.phone is phone


@pytest.mark.parametrize(
    ("entry", "watched", "basis", "corrupt", "safe"),
    [
        ("tell the police (believed them corrupt)", None, Basis.COUNSEL_INFERENCE, None, None),
        ("tell the police (believed them corrupt)", True, Basis.COURT_FINDING, True, None),
        ("tell the police (feared retaliation)", True, Basis.COUNSEL_INFERENCE, None, None),
        ("tell the police (thought it futile)", None, Basis.COURT_FINDING, None, None),
        ("hide (he was found there too)", None, Basis.COURT_FINDING, None, False),
        ("ask for protection (asked, but was refused)", None, Basis.COUNSEL_INFERENCE, None, None),
        ("tell a guard (would have had to name them)", None, Basis.COUNSEL_INFERENCE, None, None),
        ("leave (no evidence that she could not)", None, Basis.COURT_FINDING, None, None),
    ],
)
def test_a_belief_or_a_hindrance_leaves_a_way_out_open(
    entry: str, watched: bool | None, basis: Basis, corrupt: bool | None, safe: bool | None
) -> None:
    record = changed(
        "rooney-2005",
        escape_opportunities=[entry],
        threat__threatener_present_or_watching=watched,
    )
    [chance] = loaded(record).case.opportunities
    assert (chance.basis, chance.authority_corrupt, chance.safe) == (basis, corrupt, safe)


@pytest.mark.parametrize(
    "entry",
    ["none", "none stated", "no opportunity: held at gunpoint", "inferred: no way to leave"],
)
def test_that_there_was_no_way_out_is_no_way_out(entry: str) -> None:
    record = changed("rooney-2005", escape_opportunities=[entry])
    assert loaded(record).case.opportunities == ()
    assert list(untranslated(Opinion.of(record))) == [f"escape_opportunities, none: {entry}"]


@pytest.mark.parametrize(
    "entry",
    [
        "ask for protection (he refused protective custody)",
        "drive on (he fled from the police)",
        "throw the drugs away (he hid the drugs)",
        "tell the officers when they tried to stop him",
    ],
)
def test_what_is_no_attempt_to_get_out_is_no_event(entry: str) -> None:
    case = loaded(changed("rooney-2005", escape_opportunities=[entry])).case
    assert case.events == ()
    assert len(case.opportunities) == 1


def test_what_a_conclusion_names_is_an_opportunity() -> None:
    entry = "reasonable alternatives, such as calling the police"
    [chance] = loaded(changed("rooney-2005", escape_opportunities=[entry])).case.opportunities
    assert chance.basis == Basis.COURT_FINDING
