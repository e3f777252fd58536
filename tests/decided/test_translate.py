"""A record becomes a case file that says what the record's facts say, and nothing of its ruling."""

from __future__ import annotations

import re

import pytest
import yaml

from drafter.casefile.case import facts_of
from drafter.casefile.fact import Basis
from tests.decided import store
from tests.decided.loading import RECORDS, changed, loaded, texts
from tests.decided.moments import BUCKETS
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


@pytest.mark.parametrize("bucket", [*BUCKETS, "ongoing", "future", None, "XYZZY"])
def test_a_day_is_written_only_for_a_distance(bucket: str | None) -> None:
    record = changed("rooney-2005", threat__when={"bucket": bucket, "detail": None})
    found = loaded(record)
    assert ("threat-1" in found.moments) == (bucket in BUCKETS)
    assert ("count-1.start" in found.moments) == (bucket in BUCKETS)
    assert list(untranslated(Opinion.of(record))) == (
        [f"threat.when.bucket: {bucket}"] if bucket and bucket not in BUCKETS else []
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
        (None, []),
    ],
)
def test_against_whom(against: str | None, people: list[str]) -> None:
    case = loaded(changed("rooney-2005", threat__against=against)).case
    relations = {person.id: person.relation for person in case.people}
    assert [relations.get(id, id) for id in case.threats[0].against] == people


@pytest.mark.parametrize(
    ("entry", "field", "value"),
    [
        ("police in town (controlled by the gang)", "authority_corrupt", True),
        ("tell a guard (retaliation followed the last time)", "safe", False),
        ("call from home (he asked his brother to call)", "asked_for_help", True),
        ("a day alone in the house", "alone", True),
        ("call the police", "asked_for_help", None),
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


@pytest.mark.parametrize("entry", ["reasonable opportunity to flee", "legal alternatives existed"])
def test_a_conclusion_is_no_opportunity(entry: str) -> None:
    record = changed("rooney-2005", escape_opportunities=[entry])
    assert loaded(record).case.opportunities == ()
    assert list(untranslated(Opinion.of(record))) == [
        f"escape_opportunities, a conclusion: {entry}"
    ]


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
        ("a booth stood outside", None, ["tell the police"]),
    ],
)
def test_a_telephone(said: object, phone: bool | None, entries: list[str]) -> None:
    record = changed("rooney-2005", phone_access=said, escape_opportunities=entries)
    [chance] = loaded(record).case.opportunities
    assert chance.phone is phone


@pytest.mark.parametrize(
    ("reported", "detail", "kinds_"),
    [
        (True, "called the marshals", ["surrender"]),
        (True, "handed the gun to a deputy", ["surrender", "dispossession"]),
        (True, "gave up to a deputy", ["surrender"]),
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


@pytest.mark.parametrize(
    ("detail", "in_part", "at_once"),
    [
        ("in his shop six hours a day", True, None),
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
    with pytest.raises(ValueError, match="no circuit of the library"):
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
