"""Promises about every file of the law library."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter import yamlfile
from drafter.doctrine import Library, bundle, kinds, sources
from drafter.doctrine.authority import AuthorityKind
from tests.records import names_of

FILES = [Path(entry.path) for entry in sources.paths(bundle.LAW)]
NAMED = [str(path.relative_to(bundle.LAW)) for path in FILES]


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.load()


def test_there_is_a_library(library: Library) -> None:
    assert len(FILES) > 150
    assert len(library.shelf(kinds.CIRCUITS)) == 13
    assert len(library.shelf(kinds.AUTHORITIES)) >= 60
    assert len(library.shelf(kinds.ROUTES)) == 1


def test_every_record_can_be_read() -> None:
    records = sources.checked(sources.read(bundle.LAW))
    assert sum(len(inside) for inside in records.values()) == len(FILES)


def test_the_library_holds_together(library: Library) -> None:
    assert [str(problem) for problem in library.check()] == []


def mappings(value: object) -> Iterator[dict[str, object]]:
    if isinstance(value, dict):
        yield value
        for inside in value.values():
            yield from mappings(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from mappings(inside)


@pytest.mark.parametrize("name", NAMED)
def test_marks_answer_three_questions_and_no_check_is_shipped(name: str) -> None:
    value = yamlfile.read(bundle.LAW / name).value
    for each in mappings(value):
        if "marks" in each:
            marks = each["marks"]
            assert isinstance(marks, dict)
            assert set(marks) == {"words", "holding", "cite_check"}
            assert marks["cite_check"] is None


def test_marks_stand_on_every_authority_circuit_and_route(library: Library) -> None:
    for folder in ("authorities", "circuits", "routes"):
        names = [name for name in NAMED if name.startswith(folder)]
        assert names
        for name in names:
            assert any("marks" in each for each in mappings(yamlfile.read(bundle.LAW / name).value))


def printable(value: object) -> Iterator[str]:
    """Every text that a template could reach in a record."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for inside in value:
            yield from printable(inside)
    elif names_of(type(value)):
        for name in names_of(type(value)):
            yield from printable(getattr(value, name))
        for name in ("label", "citation"):
            if hasattr(value, name):
                yield getattr(value, name)


def test_no_lead_is_within_reach_of_a_document(library: Library) -> None:
    leads = 0
    for kind in kinds.KINDS:
        raw = library.records[kind.place.rpartition("/")[0] if kind.key else kind.place]
        for key, record in library.shelf(kind).items():
            for lead in [str(each["lead"]) for each in mappings(raw[key]) if each.get("lead")]:
                assert lead not in "\n".join(printable(record))
                leads += 1
    assert leads > 10


def test_nothing_printable_claims_to_be_verified(library: Library) -> None:
    shelf = library.shelf(kinds.CIRCUITS)
    texts = [text for key in shelf for text in printable(shelf[key])]
    assert len(texts) > 500
    assert [text for text in texts if re.search(r"\bverified\b", text)] == []


def test_a_quotation_of_a_decision_is_short(library: Library) -> None:
    shelf = library.shelf(kinds.AUTHORITIES)
    cases = [each for each in shelf.values() if each.kind is AuthorityKind.CASE and each.quote]
    assert len(cases) > 30
    assert [case.id for case in cases if len((case.quote or "").split()) > 60] == []


def test_no_blocked_citation_is_among_the_authorities_as_described(library: Library) -> None:
    blocked = library.shelf(kinds.BLOCKED)
    assert len(blocked) >= 3
    propositions = {each.proposition for each in library.shelf(kinds.AUTHORITIES).values()}
    for each in blocked.values():
        assert each.reason
        assert each.description not in propositions
    singleton = library.get(kinds.AUTHORITIES, "singleton_ca6_1990")
    assert "bank" not in singleton.proposition.lower()
    assert not any(key.startswith("vasquez_ca9") for key in library.shelf(kinds.AUTHORITIES))


@pytest.mark.parametrize("name", NAMED)
def test_no_file_names_a_machine_or_a_mirror_of_ours(name: str) -> None:
    text = (bundle.LAW / name).read_text(encoding="utf-8")
    assert not re.search(r"(?<![\w./:-])/(?:[a-z_.-]+/){2,}|/tmp/|recollection", text)
