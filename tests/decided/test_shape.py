"""Records of slightly other shape come to the one form, or are refused by name."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.decided import store
from tests.decided.__main__ import main
from tests.decided.loading import RECORDS, loaded
from tests.decided.moments import bucket_of
from tests.decided.shape import shaped

SETS = [store.OPINIONS, store.HELD_OUT, store.SECOND_SET, store.THIRD_SET]
HELD_OUT = [record for path in SETS[1:] for record in store.records(path)]


@pytest.mark.parametrize("record", [*RECORDS.values(), *HELD_OUT], ids=lambda each: each["id"])
def test_a_record_in_the_form_comes_back_as_it_was(record: dict[str, Any]) -> None:
    assert shaped(record) == record


def test_no_opinion_is_in_two_files() -> None:
    every = [each for path in SETS for each in store.records(path)]
    for name in ("id", "url"):
        said = [each[name] for each in every]
        assert sorted(said) == sorted(set(said))


def bare(**changes: Any) -> dict[str, Any]:
    return {"id": "bare", "court": "9th Cir.", "facts": {}, **changes}


def test_what_is_left_out_is_null() -> None:
    record = shaped(bare())
    assert set(RECORDS["gordon-1975"]["facts"]) == set(record["facts"])
    assert record["facts"]["escape_opportunities"] == []
    assert record["facts"]["threat"]["when"] == {"bucket": None, "detail": None}
    assert (record["scorable"], record["scorable_strong"]) == ([], [])
    assert loaded(record).case.threats[0].continuing is None


def test_what_can_be_compared_is_read_off_the_holding_where_it_is_not_said() -> None:
    basis = {"escape": "opinion+third_party_digest", "fear": "third_party_digest"}
    held = {"escape": "not_met", "fear": "met", "immediacy": "not_reached", "basis": basis}
    record = shaped(bare(holding=held))
    assert (record["scorable"], record["scorable_strong"]) == (["fear", "escape"], ["escape"])
    assert shaped(bare(holding=held, scorable=["immediacy"]))["scorable"] == []


@pytest.mark.parametrize(
    ("said", "entries"),
    [
        ("tell the police; leave the car", ["tell the police", "leave the car"]),
        ([{"what": "tell the police", "note": "they were corrupt"}, None],
         ["tell the police (they were corrupt)"]),
        ("none", ["none"]),
        (None, []),
    ],
)  # fmt: skip
def test_ways_out(said: Any, entries: list[str]) -> None:
    assert shaped(bare(facts={"escape_opportunities": said}))["facts"]["escape_opportunities"] == (
        entries
    )


def test_texts_lists_and_words_of_yes_and_no() -> None:
    said = {
        "threat": {
            "what": ["death", "beatings"],
            "when": "two days before",
            "threatener_present_or_watching": "no",
            "specificity": "generalized",
        },
        "surrender": "turned himself in",
        "corroboration": {"kind": ["witness", "documents"]},
        "continuing_threat": "Yes",
        "phone_access": "no",
    }
    found = shaped(bare(charge="18 U.S.C. 751(a)", facts=said))
    facts, threat = found["facts"], found["facts"]["threat"]
    assert threat["what"] == "death; beatings"
    assert threat["when"] == {"bucket": None, "detail": "two days before"}
    assert (threat["threatener_present_or_watching"], threat["specificity"]) == (False, "vague")
    assert facts["surrender"] == {"reported": None, "detail": "turned himself in", "delay": None}
    assert (facts["corroboration"]["kind"], facts["continuing_threat"]) == ("witness", True)
    assert facts["phone_access"] is False
    assert [each.offense for each in loaded(found).case.charges] == ["escape"]


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ("Hours", "hours"),
        ("minutes before", "minutes"),
        ("immediate", "minutes"),
        ("simultaneous", "during"),
        ("same-day", "hours"),
        ("year", "years"),
        ("future", "future"),
        ("XYZZY", None),
        (None, None),
    ],
)
def test_words_of_distance(said: str | None, word: str | None) -> None:
    assert bucket_of(said) == word


@pytest.mark.parametrize(
    ("court", "circuit", "place"),
    [
        ("D.N.M.", None, ("nmd", "ca10")),
        ("D. N.M. (unpublished)", None, ("nmd", "ca10")),
        ("C.D. Cal.", 9, ("cacd", "ca9")),
        ("N.D. W. Va.", None, ("wvnd", "ca4")),
        ("4th Cir. (unpublished)", None, (None, "ca4")),
        ("Fifth Circuit", None, (None, "ca5")),
        ("2d Cir.", "2d Cir.", (None, "ca2")),
        ("D.C. Cir.", None, (None, "cadc")),
        ("D.D.C.", None, ("dcd", "cadc")),
        ("U.S. Supreme Court", None, (None, "cadc")),
    ],
)
def test_courts(court: str, circuit: object, place: tuple[str | None, str]) -> None:
    district = loaded(shaped(bare(court=court, circuit=circuit))).place.district
    assert district.circuit == place[1]
    assert place[0] in (None, district.id)


REFUSED: tuple[Any, ...] = (
    bare(id="state", court="Cal. Ct. App."),
    bare(id="military", court="C.A.A.F.", circuit="military"),
    bare(id="no-facts", facts=None),
    bare(id="odd-way", facts={"escape_opportunities": 3}),
    bare(id="odd-text", caption={"a": 1}),
    "XYZZY",
    None,
)


def test_what_cannot_be_read_is_named_and_loses_no_other(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    good = deepcopy(dict(RECORDS["arthurs-1996"]))
    path = tmp_path / "opinions.yaml"
    path.write_text(yaml.safe_dump([REFUSED[0], good, *REFUSED[1:], good]), "utf-8")
    assert main([str(path)]) == 1
    out, err = capsys.readouterr()
    assert "| arthurs-1996 | escape | not_met | strong | unsupported | right |" in out
    names = ["state", "military", "no-facts", "odd-way", "odd-text", "record 7", "record 8"]
    assert [line.partition(":")[0] for line in err.splitlines()] == [*names, "arthurs-1996"]


def test_records_by_id_and_without_a_score_are_read(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    held = {"overall": "rejected", "surrender": "not_met"}
    said = {"surrender": {"reported": False, "detail": "recaptured"}}
    record = {"court": "9th Cir.", "charge": "18 U.S.C. 751(a)", "facts": said, "holding": held}
    path = tmp_path / "opinions.yaml"
    path.write_text(yaml.safe_dump({"opinions": {"by-id": record}}), "utf-8")
    assert main([str(path)]) == 0
    assert "| by-id | surrender | not_met | digest | unsupported | right |" in (
        capsys.readouterr().out
    )


def test_a_file_that_is_none_is_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "opinions.yaml"
    path.write_text("a: [", "utf-8")
    assert main([str(path)]) == 1
    assert main([str(tmp_path / "absent.yaml")]) == 1
    assert capsys.readouterr().err.count("opinions.yaml: not read") == 1
