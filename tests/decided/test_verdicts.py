"""Verdicts beside rulings: how they are compared, and what must not get worse."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

import pytest

from tests.decided import store
from tests.decided.loading import changed
from tests.decided.report import TABLES, Run
from tests.decided.verdicts import (
    LIBRARY,
    Agreement,
    agreement,
    analyzed,
    compare,
    kinds,
    own_authorities,
)

RUN = Run.of(store.records())


@pytest.mark.parametrize(
    ("ruling", "verdict", "expected"),
    [
        ("met", "supported", Agreement.RIGHT),
        ("met", "unsupported", Agreement.FALSE_UNSUPPORTED),
        ("met", "unknown", Agreement.UNKNOWN),
        ("met", "no element", Agreement.UNKNOWN),
        ("not_met", "unsupported", Agreement.RIGHT),
        ("not_met", "supported", Agreement.FALSE_SUPPORTED),
        ("not_met", "unknown", Agreement.UNKNOWN),
        ("not_met", "no element", Agreement.UNKNOWN),
        ("not_required", "no element", Agreement.RIGHT),
        ("not_required", "unsupported", Agreement.FALSE_UNSUPPORTED),
        ("not_required", "unknown", Agreement.UNKNOWN),
    ],
)
def test_agreement(ruling: str, verdict: str, expected: Agreement) -> None:
    assert agreement(ruling, verdict) is expected


def test_an_element_the_court_found_is_never_called_unsupported() -> None:
    wrong = [c for c in RUN.compared if c.agreement is Agreement.FALSE_UNSUPPORTED]
    assert not wrong


def test_an_element_the_court_found_wanting_is_never_called_supported() -> None:
    wrong = [c for c in RUN.compared if c.agreement is Agreement.FALSE_SUPPORTED]
    assert not wrong


def test_the_analysis_is_right_more_often_than_any_constant_answer() -> None:
    right = sum(c.agreement is Agreement.RIGHT for c in RUN.compared)
    assert right > sum(c.ruling == "met" for c in RUN.compared)
    assert right > sum(c.ruling == "not_met" for c in RUN.compared)


def test_every_scorable_element_is_compared_once() -> None:
    expected = [(r["id"], name) for r in RUN.records for name in r["scorable"]]
    assert sorted((c.opinion, c.element) for c in RUN.compared) == sorted(expected)
    assert sum(c.strong for c in RUN.compared) == sum(
        len(r["scorable_strong"]) for r in RUN.records
    )


def test_surrender_is_the_duty_to_give_up_the_weapon_where_that_is_what_it_is() -> None:
    [found] = [c for c in RUN.compared if (c.opinion, c.element) == ("mooney-2007", "surrender")]
    elements = RUN.analyses["mooney-2007"].common_law
    assert elements.element("surrender") is None
    dispossession = elements.element("dispossession")
    assert dispossession is not None
    assert found.verdict == dispossession.production.word


def test_where_surrender_is_no_element_no_verdict_is_given() -> None:
    record = deepcopy(dict(next(r for r in RUN.records if r["id"] == "gordon-1975")))
    record["scorable"], record["holding"]["surrender"] = ["surrender"], "not_met"
    [found] = compare(record, analyzed(record))
    assert (found.verdict, found.agreement) == ("no element", Agreement.UNKNOWN)


def test_an_opinion_is_known_among_the_authorities() -> None:
    by_id = {r["id"]: own_authorities(r) for r in RUN.records}
    assert by_id["bailey-1980"] == {"bailey_scotus_1980"}
    assert by_id["arias-quijada-2019"] == {"arias_quijada_ca10_2019"}
    assert by_id["edky-hood-2015"] == frozenset()
    shelf = {key.partition("@")[0] for key in LIBRARY.shelf(kinds.AUTHORITIES)}
    assert all(ids <= shelf for ids in by_id.values())


def test_without_its_own_rules_an_opinion_loses_what_they_decided() -> None:
    lost = [c for c in RUN.compared if c.alone != c.verdict]
    assert ("bailey-1980", "surrender") in {(c.opinion, c.element) for c in lost}
    # What they defeated may come out supported; nothing is defeated for want of a rule.
    assert all(c.alone != "unsupported" for c in lost)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_whole(name: str) -> None:
    title, table = TABLES[name]
    rows = [line for line in table(RUN).splitlines() if line.startswith("|")]
    assert title
    assert len({row.count(" | ") for row in rows}) <= 1


def test_no_opinion_is_analyzed_by_who_decided_it() -> None:
    """Two records that differ in caption, citation and address come out alike."""
    record = deepcopy(dict(next(r for r in RUN.records if r["id"] == "kuok-2012")))
    record.update(caption="United States v. Nobody", citation=None, url="https://example.org")
    before = RUN.analyses["kuok-2012"].common_law.elements
    after = analyzed(record).common_law.elements
    assert [(e.id, e.production) for e in after] == [(e.id, e.production) for e in before]


def _production(record: Mapping[str, Any], element: str) -> str:
    found = analyzed(record).common_law.element(element)
    assert found is not None
    return found.production.word


def test_what_is_not_said_of_a_weapon_is_not_held_against_anybody() -> None:
    nothing = {"reported": None, "detail": None, "delay": None}
    over = changed("mooney-2007", surrender=nothing, continuing_threat=False)
    assert _production(over, "dispossession") == "unknown"


@pytest.mark.parametrize(
    ("circuit", "specificity", "bucket", "verdict"),
    [
        # The Ninth Circuit says so in an unpublished decision, which defeats nothing.
        ("9", "vague", None, "unknown"),
        ("8", "vague", None, "unsupported"),
        ("8", "vague", "during", "supported"),
        ("9", "specific", None, "unknown"),
        ("9", None, None, "unknown"),
        ("9", "vague", "during", "supported"),
        ("6", "vague", None, "unsupported"),
        ("6", None, None, "unknown"),
        ("6", "vague", "during", "supported"),
    ],
)
def test_a_threat_that_is_not_specific_is_no_imminent_one_where_a_court_says_so(
    circuit: str, specificity: str | None, bucket: str | None, verdict: str
) -> None:
    record = {
        **changed(
            "arthurs-1996",
            threat__specificity=specificity,
            threat__when={"bucket": bucket, "detail": None},
        ),
        "circuit": circuit,
        "court": "",
    }
    assert _production(record, "immediacy") == verdict
