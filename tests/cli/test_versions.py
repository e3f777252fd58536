"""``drafter versions`` and ``drafter diff``: what a supervisor sees."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import AS_OF, drafter


def change(desk: Path, old: str, new: str) -> None:
    path = desk / "courier.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture
def two(desk: Path) -> Path:
    """Two versions of a memo: in the second, the first threat is no longer of death."""
    drafter("draft", "courier.yaml", *AS_OF)
    for _ in range(2):
        change(desk, "kinds: [death]", "kinds: [economic]")
    drafter("draft", "courier.yaml", *AS_OF)
    return desk


def test_versions_are_listed_with_their_days(two: Path) -> None:
    done = drafter("versions", "border-courier")
    assert done.exit_code == 0
    heading, *rows = done.stdout.splitlines()
    assert heading.split() == [
        *("Document", "Version", "As", "of", "Holds", "through", "File", "As", "drafted")
    ]
    assert [row.split()[:2] for row in rows] == [["duress_memo", "v001"], ["duress_memo", "v002"]]
    assert all("November 28, 2026" in row and row.rstrip().endswith("yes") for row in rows)
    assert drafter("versions", "courier.yaml").stdout == done.stdout


def test_an_edited_and_a_missing_file_are_told(two: Path) -> None:
    first, second = sorted(two.rglob("*.docx"))
    first.write_bytes(first.read_bytes()[:-9])
    second.unlink()
    rows = drafter("versions", "border-courier").stdout.splitlines()[1:]
    assert [row.split()[-1] for row in rows] == ["edited", "missing"]


def test_versions_of_one_kind(two: Path) -> None:
    drafter("draft", "courier.yaml", *AS_OF, "--kind", "mitigation_outline")
    only = drafter("versions", "border-courier", "--kind", "mitigation_outline")
    assert len(only.stdout.splitlines()) == 2
    none = drafter("versions", "border-courier", "--kind", "memo")
    assert none.exit_code == 2
    assert "duress_memo" in none.stderr


def test_a_diff_begins_with_the_conclusions_and_the_facts_that_moved(two: Path) -> None:
    done = drafter("diff", "border-courier")
    assert done.exit_code == 0
    text = done.stdout
    assert "version 1, as of November 28, 2026" in text
    assert "Changed: the case file." in text
    conclusions, _, rest = text.partition("\nText\n")
    assert "Conclusions" in conclusions
    lines = conclusions.splitlines()
    moved = next(at for at, line in enumerate(lines) if "injury, production: supported →" in line)
    line = 1 + (two / "courier.yaml").read_text("utf-8").splitlines().index("  - id: threat-visit")
    place = f"      threat-visit changed (courier.yaml:{line})"
    assert lines[moved + 1] == place
    assert "[-death-]{+economic+}" in lines[lines.index(place) + 1]
    assert conclusions.count("[-death-]{+economic+}") == 2, "told once for each threat"
    assert "changed: " in rest


def test_versions_can_be_named_and_turned_round(two: Path) -> None:
    forward = drafter("diff", "border-courier", "1", "v002").stdout
    back = drafter("diff", "border-courier", "v2", "v001").stdout
    assert "[-death-]{+economic+}" in forward
    assert "[-economic-]{+death+}" in back
    same = drafter("diff", "border-courier", "1", "1")
    assert "Both say the same." in same.stdout
    for wrong, hint in (("9", "There are: 1, 2."), ("last", "write it like 2 or v002")):
        done = drafter("diff", "border-courier", "1", wrong)
        assert done.exit_code == 2
        assert hint in done.stderr


def test_one_version_cannot_be_compared(desk: Path) -> None:
    drafter("draft", "courier.yaml", *AS_OF)
    done = drafter("diff", "border-courier")
    assert done.exit_code == 2
    assert "only one version" in done.stderr


def test_a_diff_as_json(two: Path) -> None:
    value = json.loads(drafter("diff", "border-courier", "--format", "json").stdout)
    assert value["format"] == 1
    assert (value["old"]["version"], value["new"]["version"]) == (1, 2)
    assert value["causes"] == ["case"]
    (moved,) = (each for each in value["conclusions"] if each["id"] == "element.threat.production")
    assert [fact["id"] for fact in moved["facts"]] == ["threat-visit", "threat-call"]
    assert {each["id"] for each in value["facts"]} == {"threat-visit", "threat-call"}
    for each in value["text"]:
        if each["change"] == "changed":
            kept = "".join(text for op, text in each["words"] if op != "added")
            assert kept == each["old"]


def test_a_fact_that_moves_no_conclusion_is_told_apart(desk: Path) -> None:
    drafter("draft", "courier.yaml", *AS_OF)
    change(desk, "paid_by: appointed under", "paid_by: counsel appointed under")
    drafter("draft", "courier.yaml", *AS_OF, "--force")
    text = drafter("diff", "border-courier").stdout
    assert "No conclusion moved." in text
    other = text.partition("Other changes in the case file")[2]
    assert other.splitlines()[1].strip().startswith("engagement.paid_by changed (courier.yaml:")


def test_two_word_files_are_compared_by_their_text(two: Path) -> None:
    first, second = sorted(two.rglob("*.docx"))
    done = drafter("diff", first, second)
    assert done.exit_code == 0
    assert "Conclusions" not in done.stdout
    assert "changed: " in done.stdout
    assert "Both say the same." in drafter("diff", first, first).stdout


def test_color_marks_what_went_and_what_came(two: Path) -> None:
    plain = drafter("diff", "border-courier", "--no-color").stdout
    bright = drafter("diff", "border-courier", "--color").stdout
    assert "\x1b[" not in plain
    assert "\x1b[31m[-death-]\x1b[0m\x1b[32m{+economic+}\x1b[0m" in bright


def test_drafts_whose_manifests_are_damaged_are_not_taken_for_another_case(two: Path) -> None:
    for manifest in two.rglob("manifest.json"):
        manifest.write_text("{}", "utf-8")
    done = drafter("versions", "border-courier")
    assert done.exit_code == 2
    assert "no draft of it is in output" in done.stderr
    assert "manifests of its versions are missing or damaged" in done.stderr
    assert "Did you mean" not in done.stderr
