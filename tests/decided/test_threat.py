"""Whether a threat went on, was over or was to be carried out later, as a record says it."""

from __future__ import annotations

import pytest

from tests.decided.loading import changed, loaded
from tests.decided.translate import Opinion, untranslated


@pytest.mark.parametrize(
    ("detail", "said", "continuing"),
    [
        ("they were no longer following him", None, False),
        ("had escaped from the kidnappers", None, False),
        ("the danger had passed", None, False),
        ("the danger had not passed", None, None),
        ("kept it until the threat ended", None, None),
        ("he had escaped from the prison", None, None),
        ("the danger had passed", True, True),
        (None, False, False),
    ],
)
def test_a_threat_that_was_over(
    detail: str | None, said: bool | None, continuing: bool | None
) -> None:
    when = {"bucket": "hours", "detail": detail}
    record = changed("rooney-2005", threat__when=when, continuing_threat=said)
    [threat] = loaded(record).case.threats
    assert threat.continuing is continuing


@pytest.mark.parametrize(
    ("charge", "bucket", "watching", "specificity", "continuing"),
    [
        ("18 U.S.C. 2113(a)", "ongoing", None, None, True),
        ("18 U.S.C. 2113(a)", "ongoing", False, None, True),
        ("18 U.S.C. 2113(a)", None, None, None, True),
        ("18 U.S.C. 2113(a)", "hours", False, None, None),
        ("18 U.S.C. 2113(a)", "days", None, "specific", True),
        ("18 U.S.C. 2113(a)", "days", False, "specific", None),
        ("18 U.S.C. 2113(a)", "weeks", None, "specific", None),
        ("18 U.S.C. 2113(a)", "future", None, None, None),
        ("18 U.S.C. 2113(a)", "years", True, "specific", True),
        ("18 U.S.C. 2113(a)", "ongoing", None, "vague", None),
        ("18 U.S.C. 2113(a)", "ongoing", True, "vague", True),
        ("18 U.S.C. 922(g)(1)", "ongoing", None, None, True),
        ("18 U.S.C. 922(g)(1)", "ongoing", False, None, None),
        ("18 U.S.C. 922(g)(1)", "minutes", None, None, True),
        ("18 U.S.C. 922(g)(1)", "ongoing", True, None, True),
        ("18 U.S.C. 751(a)", "hours", None, "specific", None),
        ("8 U.S.C. 1326", "ongoing", None, "specific", None),
    ],
)
def test_a_danger_at_large_is_no_threat_that_went_on_through_the_offense(
    charge: str,
    bucket: str | None,
    watching: bool | None,
    specificity: str | None,
    continuing: bool | None,
) -> None:
    facts = changed(
        "rooney-2005",
        threat__when={"bucket": bucket, "detail": None},
        threat__threatener_present_or_watching=watching,
        threat__specificity=specificity,
        continuing_threat=True,
    )
    record = {**facts, "charge": {"statute": charge, "category": "other"}}
    [threat] = loaded(record).case.threats
    assert threat.continuing is continuing
    said = "continuing_threat: yes, of a danger at large or of a threat long made"
    assert (said in untranslated(Opinion.of(record))) == (continuing is None)


@pytest.mark.parametrize(
    ("what", "watching", "continuing"),
    [
        ("threats over a debt (harm not in text read)", None, None),
        ("threats; degree of harm not stated", None, None),
        ("unspecified threats", None, None),
        ("threats (harm not in text read)", True, True),
        ("threats of death (where he lives is not in text read)", None, True),
        ("threats", None, True),
    ],
)
def test_a_threat_of_harm_that_is_not_told_is_none_that_went_on_unless_somebody_was_there(
    what: str, watching: bool | None, continuing: bool | None
) -> None:
    facts = changed(
        "rooney-2005",
        threat__what=what,
        threat__when={"bucket": "ongoing", "detail": None},
        threat__threatener_present_or_watching=watching,
        continuing_threat=True,
    )
    record = {**facts, "charge": {"statute": "18 U.S.C. 2113(a)", "category": "robbery"}}
    [threat] = loaded(record).case.threats
    assert threat.continuing is continuing


@pytest.mark.parametrize(
    ("detail", "in_part", "at_once"),
    [
        ("in his shop six hours a day", True, None),
        ("followed from time to time", True, None),
        ("was not always present", True, None),
        ("harm to come at a later time", None, False),
        ("in the car with him", None, None),
        (None, None, None),
    ],
)
def test_presence_in_part_and_harm_to_come_later(
    detail: str | None, in_part: bool | None, at_once: bool | None
) -> None:
    when = {"bucket": "ongoing", "detail": detail}
    [threat] = loaded(changed("rooney-2005", threat__when=when)).case.threats
    assert (threat.watching_in_part, threat.harm_at_once) == (in_part, at_once)


@pytest.mark.parametrize(
    ("what", "specificity", "specific"),
    [
        ("no threat stated; feared a man who had shot him", None, False),
        ("kidnapped years before; no later threat described", None, False),
        ("gang violence; no threat was directed at him", None, False),
        ("no specific threats made by anyone", "specific", True),
        ("no threat of death", None, None),
        ("threats", None, None),
    ],
)
def test_where_a_record_denies_a_threat_the_danger_is_a_general_one(
    what: str, specificity: str | None, specific: bool | None
) -> None:
    record = changed("rooney-2005", threat__what=what, threat__specificity=specificity)
    [threat] = loaded(record).case.threats
    assert threat.specific is specific


@pytest.mark.parametrize(
    ("by", "capacity"),
    [
        ("an armed gang", "an armed gang"),
        ("girlfriend, from whom he had taken the gun", None),
        ("a man at whom she had fired shots", None),
        ("gang from whom he had borrowed", "gang from whom he had borrowed"),
    ],
)
def test_what_the_client_did_is_no_capacity_of_who_threatened(
    by: str, capacity: str | None
) -> None:
    [threat] = loaded(changed("rooney-2005", threat__what=None, threat__by=by)).case.threats
    assert threat.capacity == capacity


@pytest.mark.parametrize(
    ("by", "watching", "placed"),
    [("no one", None, False), ("girlfriend herself", None, False), ("a neighbor", True, True)],
)
def test_a_danger_that_nobody_threatened_was_not_made_during_the_offense(
    by: str, watching: bool | None, placed: bool
) -> None:
    record = changed(
        "rooney-2005",
        threat__by=by,
        threat__when={"bucket": "during", "detail": None},
        threat__threatener_present_or_watching=True,
    )
    [threat] = loaded(record).case.threats
    assert (threat.when is not None, threat.watching) == (placed, watching)
