"""A record becomes a case file that says what the record's facts say, and nothing of its ruling."""

from __future__ import annotations

import re

import pytest
import yaml

from drafter.casefile.case import facts_of
from tests.decided import store
from tests.decided.loading import RECORDS, changed, loaded, texts
from tests.decided.moments import BUCKETS, FUTURE
from tests.decided.translate import Opinion, translate, untranslated
from tests.decided.wording import HERE


def test_a_record_of_nothing_makes_a_case_of_nothing() -> None:
    record = changed("arthurs-1996", escape_opportunities=[])
    record["facts"]["threat"].update(dict.fromkeys(("what", "against", "by", "specificity")))
    record["facts"]["threat"]["when"] = {"bucket": None, "detail": None}
    record["facts"]["surrender"] = {"reported": None, "detail": None, "delay": None}
    case = translate(Opinion.of(record))
    assert case["threats"] == [{"id": "threat-1", "basis": "client_account", "handling": "open"}]
    assert not {"people", "opportunities", "events", "benefits", "evidence", "notes"} & set(case)


@pytest.mark.parametrize("bucket", [*BUCKETS, "ongoing", FUTURE, None, "XYZZY"])
def test_a_day_is_written_only_for_a_distance(bucket: str | None) -> None:
    record = changed("rooney-2005", threat__when={"bucket": bucket, "detail": None})
    found = loaded(record)
    assert ("threat-1" in found.moments) == (bucket in BUCKETS)
    assert ("count-1.start" in found.moments) == (bucket in BUCKETS)
    assert list(untranslated(Opinion.of(record))) == (
        [f"threat.when.bucket: {bucket}"] if bucket in ("ongoing", "XYZZY") else []
    )


@pytest.mark.parametrize("year", [1975, 2021, None])
def test_the_year_of_a_distance_decides_nothing(year: int | None) -> None:
    record = {**changed("gordon-1975"), "year": year}
    found = loaded(record)
    span = found.surrender.span("threat_to_offense")
    assert span is not None
    assert span.longest is not None
    assert span.longest.total_seconds() == 24 * 3600


@pytest.mark.parametrize(
    ("what", "kinds_"),
    [
        ("death", ["death"]),
        ("threatened with knives", ["serious_injury"]),
        ("would burn his shop", ["property"]),
        ("a pistol held to his head", ["serious_injury"]),
        ("would be killed if she did not comply", ["death"]),
        ("vague hints; no threat of death or serious injury", []),
        ("would hurt him and burn his shop", []),
        ("gang violence", []),
        ("deportation", ["deportation"]),
        (None, []),
    ],
)
def test_kinds_of_threat(what: str | None, kinds_: list[str]) -> None:
    case = loaded(changed("rooney-2005", threat__what=what)).case
    assert list(case.threats[0].kinds) == kinds_


@pytest.mark.parametrize(
    ("against", "people"),
    [
        ("defendant", ["client"]),
        ("defendant and family in Nigeria", ["client", "family"]),
        ("family, wife and two children", ["wife", "children"]),
        ("third party (friend and co-defendant)", ["friend"]),
        ("third party", ["third party"]),
        ("the defendant and a co-defendant", ["client"]),
        ("defendant's wife", ["wife"]),
        ("family of the defendant", ["family"]),
        ("him and his son", ["client", "son"]),
        (None, []),
    ],
)
def test_against_whom(against: str | None, people: list[str]) -> None:
    case = loaded(changed("rooney-2005", threat__against=against)).case
    relations = {person.id: person.relation for person in case.people}
    assert [relations.get(id, id) for id in case.threats[0].against] == people


@pytest.mark.parametrize(
    ("reported", "detail", "kinds_"),
    [
        (True, "called the marshals", ["surrender"]),
        (True, "handed the gun to a deputy", ["surrender", "dispossession"]),
        (True, "gave up to a deputy", ["surrender"]),
        (True, "did not turn the gun in", ["surrender"]),
        (True, "turned and fired the gun", ["surrender"]),
        (True, "gave up the pistol at the door", ["surrender", "dispossession"]),
        (False, "never returned to the halfway house", ["arrest"]),
        (False, "did not surrender", ["arrest"]),
        (False, "arrested at home", ["arrest"]),
        (False, "met investigators later", ["other"]),
        (False, None, ["other"]),
        (None, None, []),
    ],
)
def test_surrender(reported: bool | None, detail: str | None, kinds_: list[str]) -> None:
    said = {"reported": reported, "detail": detail, "delay": None}
    case = loaded(changed("rooney-2005", surrender=said)).case
    assert [event.kind for event in case.events] == kinds_


def test_what_should_be_yes_or_no_and_is_prose_says_neither() -> None:
    record = changed(
        "rooney-2005", threat__threatener_present_or_watching="at times", continuing_threat="partly"
    )
    [threat] = loaded(record).case.threats
    assert (threat.watching, threat.continuing) == (None, None)


def test_what_is_over_a_day_is_no_day() -> None:
    record = changed("rooney-2005", threat__when={"bucket": "days", "detail": None})
    span = loaded(record).surrender.span("threat_to_offense")
    assert span is not None
    assert span.shortest is not None
    assert span.shortest.total_seconds() > 24 * 3600


@pytest.mark.parametrize(
    ("detail", "reported", "continuing", "traits"),
    [
        ("kept the gun in his car", False, False, ("kept_weapon_after_threat",)),
        ("arrested with the gun on him", False, False, ("kept_weapon_after_threat",)),
        ("ran when the officers came", False, None, ("fled_with_weapon",)),
        ("drove off with his son and the rifle", False, False, ("kept_weapon_after_threat",)),
        ("drove off with his son and the rifle", True, False, ("kept_weapon_after_threat",)),
        ("drove off with the rifle, then handed it over to a deputy", True, False, None),
        ("drove off without the rifle", False, False, None),
        ("kept the gun until the police came", None, False, None),
        ("kept the gun in his car", False, None, None),
        ("kept the gun in his car", None, False, None),
        ("did not keep the gun", False, False, None),
        ("told the police that the gun was his", False, False, None),
    ],
)
def test_a_weapon_kept_when_the_threat_was_over(
    detail: str, reported: bool | None, continuing: bool | None, traits: tuple[str, ...] | None
) -> None:
    said = {"reported": reported, "detail": detail, "delay": None}
    record = changed("rooney-2005", surrender=said, continuing_threat=continuing)
    assert [item.traits for item in loaded(record).case.evidence] == ([traits] if traits else [])


def test_a_weapon_handed_over_is_a_duty_done_only_where_possession_is_charged() -> None:
    said = {"reported": True, "detail": "handed the gun to a deputy", "delay": None}
    case = loaded(changed("langley-2005", surrender=said)).case
    assert [event.kind for event in case.events] == ["surrender"]


def test_nobody_is_no_speaker() -> None:
    for by in ("no one", "girlfriend herself"):
        [threat] = loaded(changed("rooney-2005", threat__by=by)).case.threats
        assert threat.speaker is None


@pytest.mark.parametrize(
    ("circuit", "court", "id"),
    [
        ("10", "D.N.M.", "ca10"),
        ("SCOTUS", "U.S. Supreme Court", "cadc"),
        ("D.C.", "D.C. Cir.", "cadc"),
        ("1", "D. Me.", "ca1"),
        ("11", "11th Cir.", "ca11"),
    ],
)
def test_the_court(circuit: str, court: str, id: str) -> None:
    record = {**RECORDS["rooney-2005"], "circuit": circuit, "court": court}
    assert loaded(record).place.district.circuit == id


def test_a_court_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="no court of the library"):
        store.case_text({**RECORDS["rooney-2005"], "circuit": "XYZZY", "court": "?"})


@pytest.mark.parametrize(
    ("statute", "category", "offenses"),
    [
        ("18 U.S.C. 1201(a), 1951(a)", "robbery", ["kidnapping", "robbery"]),
        ("18 U.S.C. 922(g)(1), 924(e)(1)", "firearm", ["firearm_possession"]),
        ("18 U.S.C. 111", "assault", ["assault"]),
        ("22 U.S.C. 2778", "other", ["other"]),
        (None, "drug trafficking", ["drug_trafficking"]),
        (None, "money laundering", ["money_laundering"]),
    ],
)
def test_the_counts(statute: str | None, category: str, offenses: list[str]) -> None:
    charge = {"statute": statute, "category": category}
    case = loaded({**RECORDS["rooney-2005"], "charge": charge}).case
    assert [each.offense for each in case.charges] == offenses


def test_every_fact_is_open_and_nobody_speaks_twice() -> None:
    for record in RECORDS.values():
        for _, fact in facts_of(loaded(record).case):
            assert fact.handling == "open"
            assert not fact.derives_from


def test_an_expert_has_a_field() -> None:
    case = loaded(RECORDS["dingwall-2021"]).case
    assert [each.field for each in case.experts] == ["battering"]


def test_what_has_no_kind_is_named() -> None:
    record = changed("rooney-2005", corroboration={"kind": "XYZZY", "detail": "a dream"})
    assert list(untranslated(Opinion.of(record))) == ["corroboration.kind: XYZZY"]
    assert loaded(record).case.evidence == ()


def test_the_word_list_compiles() -> None:
    words = yaml.safe_load((HERE / "words.yaml").read_text("utf-8"))
    patterns = texts(words)
    assert len(patterns) > 30
    for pattern in patterns:
        assert not re.search(pattern, "XYZZY")
