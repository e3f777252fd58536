"""``drafter law`` and ``drafter schema``: the library and the format, to look things up in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from drafter.doctrine import Library
from tests.cli.running import drafter
from tests.samples import AS_OF, cite_checked


def test_the_folders_are_listed_with_their_records() -> None:
    done = drafter("law", "list")
    found = dict(line.split() for line in done.stdout.splitlines()[1:])
    records = Library.load().records
    assert found == {name or ".": str(len(inside)) for name, inside in records.items()}


def test_the_records_of_a_folder_are_listed() -> None:
    lines = drafter("law", "list", "circuits").stdout.splitlines()
    assert len(lines) == 14
    assert any(line.startswith("ca9 ") and "Ninth Circuit" in line for line in lines)


def test_a_record_is_shown_whole_with_its_mark() -> None:
    shown = drafter("law", "show", "dixon_scotus_2006").stdout
    assert shown.startswith("authorities/dixon_scotus_2006\n")
    assert "Dixon v. United States, 548 U.S. 1 (2006) [" in shown
    assert "not cite-checked]" in shown
    for field in ("proposition: ", "source: ", "words: "):
        assert field in shown
    assert drafter("law", "show", "authorities/dixon_scotus_2006").stdout == shown


def test_an_id_of_two_folders_shows_both() -> None:
    shown = drafter("law", "show", "escape").stdout
    assert {"elements/escape", "offenses/escape"} <= set(shown.splitlines())


RECORDS = Library.load().records


@pytest.mark.parametrize("folder", RECORDS)
def test_a_record_of_every_kind_can_be_shown(folder: str) -> None:
    key = next(iter(RECORDS[folder]))
    done = drafter("law", "show", f"{folder}/{key}" if folder else key)
    assert done.exit_code == 0
    fields = {line.split(":")[0].strip() for line in done.stdout.splitlines()}
    assert set(RECORDS[folder][key]) <= fields


def test_what_is_due_is_every_authority_until_the_office_checks(tmp_path: Path) -> None:
    count = len(Library.load().records["authorities"])
    due = drafter("law", "due", "--as-of", "2026-11-28")
    assert len(due.stdout.splitlines()) == count + 1
    law = cite_checked(tmp_path / "law", AS_OF)
    for day, left in (("2026-11-28", 0), ("2027-02-26", 0), ("2027-02-27", count)):
        done = drafter("law", "due", "--law", law, "--as-of", day)
        assert len(done.stdout.splitlines()) == left + 1
        assert done.stderr.startswith(f"{left} have no cite-check")


def test_the_library_holds_together() -> None:
    done = drafter("law", "check")
    assert done.exit_code == 0, done.output
    assert "records hold together" in done.stdout


def test_an_overlay_that_does_not_is_law_data_gone_wrong(tmp_path: Path) -> None:
    (tmp_path / "tasks").mkdir()
    (tmp_path / "tasks" / "sealing.yaml").write_text(
        "id: sealing\ndeadline: never_heard_of\n", "utf-8"
    )
    done = drafter("law", "check", "--law", tmp_path)
    assert done.exit_code == 3, done.output
    assert "sealing.yaml:" in done.stderr


def test_the_schema_is_json_and_knows_the_words_of_the_law(tmp_path: Path) -> None:
    schema = json.loads(drafter("schema").stdout)
    assert schema["$schema"].startswith("https://json-schema.org/")
    offenses = schema["$defs"]["Charge"]["properties"]["offense"]["enum"]
    assert "drug_trafficking" in offenses
    assert set(offenses) == set(Library.load().records["offenses"])
    traits = schema["$defs"]["Evidence"]["properties"]["traits"]["items"]
    told = dict(zip(traits["enum"], traits["enumDescriptions"], strict=True))
    assert told["client_had_phone"] == "The client had a telephone."


@pytest.mark.parametrize("command", [("law", "list"), ("law", "due"), ("schema",)])
def test_an_unsound_overlay_is_said(command: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "authorities").mkdir()
    (tmp_path / "authorities" / "roe.yaml").write_text("id: doe\n", "utf-8")
    done = drafter(*command, "--law", tmp_path)
    assert done.exit_code == 3
    assert "roe.yaml:1:" in done.stderr


def test_a_record_named_as_a_folder_is_told_as_one() -> None:
    done = drafter("law", "list", "districts")
    assert done.exit_code == 2
    assert "It is a record: `drafter law show districts`." in done.stderr
    done = drafter("law", "list", "nothing-like-it")
    assert "One of: ., authorities, " in done.stderr
