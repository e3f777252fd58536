"""What else than a fact changes a document: each is named, alone and beside a fact."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import drafter

DRAFT = ("draft", "courier.yaml", "--quiet")
ON = ("--as-of", "2026-11-28")
CHECK = (
    "id: {}\nmarks:\n  cite_check: {{by: A. Vega, on: 2026-11-20, tool: citator, history: none}}\n"
)


def drafted(*options: str) -> None:
    done = drafter(*DRAFT, *options)
    assert done.exit_code == 0, done.stderr


def told(desk: Path) -> list[dict[str, Any]]:
    """Every passage that changed between the last two versions, as JSON has it."""
    done = drafter("diff", "border-courier", "--format", "json")
    assert done.exit_code == 0, done.stderr
    found = json.loads(done.stdout)["text"]
    assert found
    return list(found)


def only(desk: Path, **cause: object) -> None:
    for each in told(desk):
        assert (each["how"], each["causes"]) == ("only", [cause]), each


def sign_off(desk: Path, root: Path) -> None:
    """An office's own words in one section."""
    name = "duress_memo/sections/signoff.md.j2"
    text = (root / "templates" / name).read_text("utf-8")
    place = desk / "ours" / name
    place.parent.mkdir(parents=True)
    place.write_text(text.replace("# Sign-off", "# Before anyone relies on it"), "utf-8")


def checked(desk: Path, *ids: str) -> None:
    """An overlay in which somebody looked these authorities up."""
    folder = desk / "law" / "authorities"
    folder.mkdir(parents=True, exist_ok=True)
    for id in ids:
        (folder / f"{id}.yaml").write_text(CHECK.format(id), "utf-8")


def another_call(desk: Path) -> None:
    path = desk / "courier.yaml"
    old = "when: 2026-03-14 08:40"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, "when: 2026-03-14 08:50"), "utf-8")


def test_the_templates(desk: Path, root: Path) -> None:
    drafted(*ON)
    sign_off(desk, root)
    drafted(*ON, "--templates", "ours")
    only(desk, kind="templates")


def test_the_options(desk: Path) -> None:
    drafted(*ON)
    drafted(*ON, "--no-claims")
    only(desk, kind="options")


def test_the_day(desk: Path) -> None:
    drafted(*ON)
    drafted("--as-of", "2026-12-28")
    only(desk, kind="as_of")


def test_drafter_itself(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from drafter.pipeline import conclusions

    drafted(*ON)
    monkeypatch.setattr("drafter.pipeline.session.__version__", "99.0")
    score_of = conclusions.score_of
    monkeypatch.setattr(
        "drafter.pipeline.desk.score_of",
        lambda analysis: type(score_of(analysis))("claims.score", "Score", "otherwise"),
    )
    drafted(*ON, "--force")
    value = json.loads(drafter("diff", "border-courier", "--format", "json").stdout)
    (moved,) = value["conclusions"]
    assert (moved["how"], moved["causes"]) == ("only", [{"kind": "software"}])


def test_a_record_of_the_law_is_named_where_it_is_cited(desk: Path) -> None:
    drafted(*ON)
    checked(desk, "contento_pachon_ca9_1984")
    drafted(*ON, "--law", "law")
    only(desk, kind="law", id="contento_pachon_ca9_1984")


def test_of_two_records_each_passage_names_its_own(desk: Path) -> None:
    ids = ("contento_pachon_ca9_1984", "bailey_scotus_1980")
    drafted(*ON)
    checked(desk, *ids)
    drafted(*ON, "--law", "law")
    draft = json.loads(next(desk.rglob("v002/draft.json")).read_text("utf-8"))
    cites = {each["id"]: set(each.get("authorities", ())) for each in draft["document"]["blocks"]}
    both = 0
    for each in told(desk):
        named = {cause["id"] for cause in each["causes"]}
        cited = cites[each["id"]] & set(ids)
        assert cited <= named <= set(ids), each
        assert each["how"] == ("tied" if cited else "possible")
        both += len(named) == 2
    assert both < len(told(desk)) / 2


def test_beside_a_fact_what_nothing_is_tied_to_is_a_candidate(desk: Path, root: Path) -> None:
    drafted(*ON)
    sign_off(desk, root)
    another_call(desk)
    drafted(*ON, "--templates", "ours")
    found = {
        each["id"]: (each["how"], [cause["kind"] for cause in each["causes"]])
        for each in told(desk)
    }
    own = ("chronology/time/entry/event-arrest", "surrender/steps/step/arrest")
    assert {found.pop(id) == ("tied", ["fact"]) for id in own} == {True}, "its words went and came"
    assert "signoff" in found
    assert all(each == ("possible", ["fact", "templates"]) for each in found.values())
    text = drafter("diff", "border-courier").stdout
    assert "Changed: the case file, the templates." in text
    assert "One or more of: event-arrest (courier.yaml:168), the templates" in text


def test_a_fact_and_a_record_are_told_apart(desk: Path) -> None:
    drafted(*ON)
    checked(desk, "contento_pachon_ca9_1984")
    another_call(desk)
    drafted(*ON, "--law", "law")
    found = {each["id"]: (each["how"], each["causes"]) for each in told(desk)}
    arrest = {"kind": "fact", "id": "event-arrest", "line": 168, "removed": False}
    assert found["chronology/time/entry/event-arrest"] == ("tied", [arrest])
    record = {"kind": "law", "id": "contento_pachon_ca9_1984"}
    assert ("tied", [record]) in found.values()
