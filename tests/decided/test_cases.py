"""The case files are what the rule makes of the records, load, and say nothing of a ruling."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

import pytest
import yaml

from tests.decided import store
from tests.decided.loading import RECORDS, loaded, texts

RULED = re.compile(
    r"\b(met(?! with)|not_met|not_reached|jury_rejected|affirm\w*|vacat\w*|revers\w*|remand\w*|"
    r"convicted|refused|precluded|instruction|rejected|allowed)\b",
    re.IGNORECASE,
)
TURNED = {"met": "not_met", "not_met": "met"}


def each_record() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("record", RECORDS.values(), ids=list(RECORDS))


@each_record()
def test_the_case_file_is_what_the_rule_makes(record: Mapping[str, Any]) -> None:
    path = store.CASES / f"{record['id']}.yaml"
    assert path.read_text("utf-8") == store.case_text(record)


def test_there_is_a_case_file_for_each_record_and_no_other() -> None:
    assert {path.stem for path in store.CASES.iterdir()} == set(RECORDS)


def test_the_rulings_are_those_of_the_records() -> None:
    assert store.RULINGS.read_text("utf-8") == store.rulings_text(list(RECORDS.values()))
    assert set(yaml.safe_load(store.RULINGS.read_text("utf-8"))) == set(RECORDS)


@each_record()
def test_a_case_loads_without_problems_with_and_without_readings(record: Mapping[str, Any]) -> None:
    assert loaded(record).case.id == record["id"]
    assert loaded(record, read=False).case.id == record["id"]


@each_record()
def test_another_ruling_makes_the_same_case(record: Mapping[str, Any]) -> None:
    other = deepcopy(dict(record))
    other["holding"] = {key: TURNED.get(value, "XYZZY") for key, value in _flat(record["holding"])}
    other["quotes"] = [{"text": "XYZZY", "source": "XYZZY", "url": "XYZZY"}]
    for name in ("article_score", "scorable", "scorable_strong", "tier", "confidence", "note"):
        other[name] = "XYZZY"
    assert store.case_text(other) == store.case_text(record)


def _flat(holding: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [(key, json.dumps(value).strip('"')) for key, value in holding.items()]


@each_record()
def test_no_case_file_says_how_it_was_decided(record: Mapping[str, Any]) -> None:
    case = store.case_text(record).partition("schema: 1")[2]
    assert not RULED.search(case)
    for said in (record["holding"]["other"], *(quote["text"] for quote in record["quotes"])):
        assert not said or said not in case


@each_record()
def test_a_reading_rests_on_words_of_the_facts(record: Mapping[str, Any]) -> None:
    prose = " ".join(texts(record["facts"]))
    for reading in store.readings().get(record["id"], ()):
        assert reading["words"] in prose


def test_readings_are_of_records() -> None:
    assert store.readings()
    assert set(store.readings()) <= set(RECORDS)


@each_record()
def test_what_is_null_is_absent(record: Mapping[str, Any]) -> None:
    case, facts = loaded(record, read=False).case, record["facts"]
    [threat] = case.threats
    typed = {
        threat.speaker: facts["threat"]["by"],
        threat.specific: facts["threat"]["specificity"],
        threat.watching: facts["threat"]["threatener_present_or_watching"],
        threat.continuing: facts["continuing_threat"],
        threat.when: facts["threat"]["when"]["bucket"],
        threat.kinds: facts["threat"]["what"],
    }
    assert all(
        not said or stated is not None for said, stated in typed.items() if said is not False
    )
    assert facts["phone_access"] is not None or all(o.phone is None for o in case.opportunities)
    assert bool(case.benefits) == (facts["financial_benefit"] is not None)
    assert facts["surrender"]["reported"] is not None or not case.events
