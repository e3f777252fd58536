"""What is written as YAML is read back the same."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from drafter.yamlfile import parse
from drafter.yamlfile.writing import dumped

MARKS = " \n:#-?&*!|>'\"%@`{}[],~ab0=<\t"
TEXTS = st.text(MARKS, min_size=1) | st.text(
    st.characters(
        codec="utf-8",
        exclude_categories=("Cc", "Cs", "Zl", "Zp"),
        exclude_characters="\ufeff\ufffe\uffff",
    ),
    min_size=1,
)
ITEMS = st.lists(
    st.dictionaries(
        st.sampled_from(["id", "note", "what"]), TEXTS | st.lists(TEXTS, min_size=1), min_size=1
    ),
    min_size=1,
)


@given(ITEMS)
@example([{"what": "null"}, {"what": "~"}, {"what": "no"}, {"what": "21:40"}, {"what": "010"}])
@example([{"what": "<<"}, {"what": "="}, {"what": "a: b #c"}, {"what": "line\n\nline "}])
def test_what_is_written_is_read_back_the_same(items: list[dict[str, str]]) -> None:
    assert parse(dumped({"evidence": items}), "x").value == {"evidence": items}


def test_what_needs_no_quotes_has_none() -> None:
    item = {"id": "ev-001", "when": "2026-03-14 05:15", "note": "no", "age": "010"}
    assert dumped({"evidence": [item]}) == (
        "evidence:\n  - id: ev-001\n    when: 2026-03-14 05:15\n    note: no\n    age: 010\n"
    )
