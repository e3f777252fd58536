"""A demand is tied to one count or to several: how both are written, and what is refused."""

from __future__ import annotations

import pytest

from drafter.casefile.schema_export import json_schema
from drafter.errors import CaseFileError
from tests.casefile.cases import SMALL, VOCABULARY, small

SECOND = "  - {id: count-2, count: 2, statute: a statute, title: A, offense: drug_trafficking}\n"
TWO = SMALL.replace("people:\n", f"{SECOND}people:\n")


def demanding(words: str) -> str:
    """The small case with two counts and what the threat demanded."""
    return TWO.replace("demanded_offense: count-1", f"demanded_offense: {words}")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("count-1", ("count-1",)),
        ("[count-2]", ("count-2",)),
        ("[count-2, count-1]", ("count-2", "count-1")),
        ("\n      - count-1\n      - count-2", ("count-1", "count-2")),
        ("", ()),
        ("[]", ()),
    ],
)
def test_one_id_and_a_list_of_them_are_read_alike(words: str, expected: tuple[str, ...]) -> None:
    (threat,) = small(demanding(words)).case.threats
    assert threat.demanded_offense == expected


WRONG = [
    ("count-9", "`count-9` names no charge.", "count-9"),
    ("[count-1, count-9]", "`count-9` names no charge.", "count-9"),
    ("[count-1, rolo]", "`rolo` names no charge.", "rolo"),
    ("[count-1, count-1]", "The count `count-1` is named twice.", "count-1]"),
    ("{count-1: yes}", "An id, or a list of ids, is expected here, not a mapping", "{count-1"),
    ("[count-1, [count-2]]", "Text is expected here, not a list.", "[count-2"),
]


@pytest.mark.parametrize(("words", "message", "at"), WRONG)
def test_what_is_wrong_with_a_demand_is_said_once_and_at_its_place(
    words: str, message: str, at: str
) -> None:
    text = demanding(words)
    with pytest.raises(CaseFileError) as caught:
        small(text)
    (problem,) = caught.value.problems
    assert problem.message.startswith(message)
    assert problem.hint
    assert problem.location
    line = text.splitlines()[problem.location.line - 1]
    assert line[problem.location.column - 1 :].startswith(at)


def test_an_id_that_is_none_is_refused_in_either_form() -> None:
    for words in ("count 1", "[count-1, count 1]"):
        with pytest.raises(CaseFileError) as caught:
            small(demanding(words))
        assert "`count 1` is not an id." in [each.message for each in caught.value.problems]


def test_the_schema_takes_both_forms() -> None:
    field = json_schema(VOCABULARY)["$defs"]["Threat"]["properties"]["demanded_offense"]
    one, several, none = field["anyOf"]
    assert one["type"] == "string"
    assert several["type"] == "array"
    assert several["items"] == one
    assert none == {"type": "null"}
    assert field["description"].endswith("Left out, it is a gap.")
