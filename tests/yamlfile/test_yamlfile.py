"""YAML as plain text values with places, and everything a case file may not hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from drafter import yamlfile
from drafter.errors import CaseFileError, Problem
from drafter.yamlfile import Value

PRINTABLE = st.text(
    st.characters(
        exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufeff\ufffe\uffff"
    )
)
VALUES = st.recursive(
    PRINTABLE, lambda inner: st.lists(inner) | st.dictionaries(PRINTABLE, inner), max_leaves=20
)


@pytest.mark.parametrize(
    "scalar", ["21:40", "no", "010", "0123456789", "1e3", "2024-01-02", "0x1F"]
)
def test_scalars_stay_as_typed(scalar: str) -> None:
    assert yamlfile.parse(f"a: {scalar}\n", "f").value == {"a": scalar}


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_nothing_is_none_and_its_quoted_name_is_text(nothing: str) -> None:
    assert yamlfile.parse(f"a: {nothing}\nb: '{nothing}'\n", "f").value == {"a": None, "b": nothing}


@given(st.dictionaries(PRINTABLE.filter(lambda key: key != "<<"), VALUES, min_size=1))
def test_values_come_back_as_they_were(value: dict[str, Value]) -> None:
    assert yamlfile.parse(json.dumps(value, ensure_ascii=False), "f").value == value


@given(st.dictionaries(st.sampled_from("abc"), VALUES, min_size=1))
def test_values_are_those_of_the_base_loader(value: dict[str, Value]) -> None:
    text = yaml.safe_dump(value, allow_unicode=True, default_style='"')
    assert yamlfile.parse(text, "f").value == yaml.load(text, Loader=yaml.BaseLoader)


def test_places_count_characters_from_one() -> None:
    file = yamlfile.parse("é😀: [x, {b: y}]\nc:\n  - d: z\n", "f")
    assert str(file.locate(("é😀", 1, "b"))) == "f:1:13"
    assert str(file.locate_key(("é😀", 1, "b"))) == "f:1:10"
    assert str(file.locate(("c", 0, "d"))) == "f:3:8"
    assert str(file.locate(("c", 0, "absent", 4))) == "f:3:5"
    assert str(file.locate(())) == "f:1:1"


def problems_of(text: bytes | str) -> tuple[Problem, ...]:
    try:
        yamlfile.parse(text, "f")
    except CaseFileError as error:
        return error.problems
    return ()


REFUSED = [
    ("a: 1\na: 2\n", 2, 1, "'a' is given twice, first on line 1"),
    ("a: &x 1\n", 1, 4, "an anchor"),
    ("a: *x\n", 1, 4, "an alias"),
    ("<<: {b: 1}\n", 1, 1, "a merge key"),
    ("a: !t x\n", 1, 4, "a tag"),
    ("a: 1\n---\nb: 2\n", 2, 1, "A second document"),
    ("? [x]\n: y\n", 1, 3, "A name must be text"),
    ("- a\n", 1, 1, "not a mapping"),
    ("", 1, 1, "The file is empty"),
    ("# only\n", 1, 1, "The file is empty"),
    ('a: "\\x02"\n', 1, 4, "U+0002"),
    ("a: x\x00y\n", 1, 5, "U+0000"),
    ("a: x\x7fy\n", 1, 5, "U+007F"),
    ("a: x\ufffey\n", 1, 5, "U+FFFE"),
    ("a: x\u2028y\n", 1, 5, "An invisible character"),
    ("a: b: c\n", 1, 5, "A second `name:`"),
    ("a: @x\n", 1, 4, "cannot begin with @"),
    ("a: %x\n", 1, 4, "cannot begin with %"),
    ("a:\n\t- b\n", 2, 1, "A tab stands"),
    ("a: 'it\n", 1, 4, "never closed"),
    ("a: [1, 2\nb: 3\n", 1, 4, "is not closed"),
    ("a: 'x' y\n", 1, 8, "after a closing quotation mark"),
    ("a: Count #2\n", 1, 10, "is a comment to YAML"),
    ("a: - b\n", 1, 4, "A list cannot begin"),
    ('a: "\\q"\n', 1, 5, "A backslash"),
    ("a: |x\n  b\n", 1, 5, "After | or >"),
]


@pytest.mark.parametrize(("text", "line", "column", "message"), REFUSED, ids=lambda v: repr(v)[:20])
def test_what_is_refused_has_its_place_and_a_remedy(
    text: str, line: int, column: int, message: str
) -> None:
    with pytest.raises(CaseFileError) as caught:
        yamlfile.parse(text, "f")
    problem = caught.value.problems[0]
    assert message in problem.message
    assert str(problem.location) == f"f:{line}:{column}"


def test_all_problems_come_at_once() -> None:
    with pytest.raises(CaseFileError) as caught:
        yamlfile.parse("a: &x 1\na: *x\nb: !t 1\nc: 1\nc: 2\n", "f")
    lines = [p.location.line for p in caught.value.problems if p.location]
    assert lines == [1, 2, 2, 3, 5]


def test_bytes_that_are_not_utf8() -> None:
    with pytest.raises(CaseFileError, match=r"f:1:4: The byte 0xFF is not UTF-8"):
        yamlfile.parse(b"a: \xff\n", "f")
    with pytest.raises(CaseFileError, match="UTF-16"):
        yamlfile.parse("a: 1".encode("utf-16"), "f")
    assert yamlfile.parse(b"\xef\xbb\xbfa: 1\n", "f").value == {"a": "1"}


@pytest.mark.parametrize("text", ["[" * 100_000, "a: " + "[" * 100_000, "a: {b: " * 50_000])
def test_deep_nesting_is_refused_and_never_crashes(text: str) -> None:
    assert problems_of(text)


def test_the_deepest_nesting_that_is_read() -> None:
    assert not problems_of("a: " + "[" * 39 + "]" * 39)
    [problem] = problems_of("a: " + "[" * 40 + "]" * 40)
    assert "nested more than 40 levels" in problem.message
    assert str(problem.location) == "f:1:43"


def test_too_many_problems_are_cut() -> None:
    with pytest.raises(CaseFileError) as caught:
        yamlfile.parse("".join(f"k{n}: !t x\n" for n in range(90)), "f")
    assert len(caught.value.problems) == 51


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(CaseFileError, match="no such file"):
        yamlfile.read(tmp_path / "absent.yaml")
    with pytest.raises(CaseFileError, match="this is a folder"):
        yamlfile.read(tmp_path)
    large = tmp_path / "large.yaml"
    large.write_bytes(b"a: " + b"x" * 16_000_001)
    with pytest.raises(CaseFileError, match="larger than 16 MB"):
        yamlfile.read(large)


SYNTAX = st.text(st.sampled_from(" \n\t:-?[]{}&*!|>'\"#%@,ab~\\\r"), max_size=24)


@given(st.binary(max_size=60) | st.text(max_size=60) | SYNTAX)
def test_no_input_gives_a_traceback(text: bytes | str) -> None:
    assert all(problem.message and str(problem) for problem in problems_of(text))


@given(SYNTAX.map("a:\n  - {{b: {}".format) | SYNTAX)
def test_every_place_is_in_the_text(text: str) -> None:
    if problems_of(text):
        return
    file = yamlfile.parse(text, "f")
    waiting: list[tuple[yamlfile.YamlPath, Value]] = [((), file.value)]
    while waiting:
        path, value = waiting.pop()
        assert file.problem(path, "m", key=True).location
        assert file.problem(path, "m").location
        if isinstance(value, dict):
            waiting += [((*path, key), item) for key, item in value.items()]
        elif isinstance(value, list):
            waiting += [((*path, at), item) for at, item in enumerate(value)]
