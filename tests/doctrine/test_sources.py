from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.doctrine import sources
from drafter.errors import LawDataError

Write = Callable[[str, str], Path]
RULE = "id: r\nelement: escape\ndirection: hurts\nwhen: [client_alone]\nbecause: B.\n"


def test_reads_every_file_by_folder_and_key(write: Write) -> None:
    write("rules/r.yaml", RULE)
    write("guidelines/deep/x.yaml", "id: x\n")
    law = write("top.yaml", "id: top\n")
    found = [(each.folder, each.key) for each in sources.read(law)]
    assert found == [("guidelines/deep", "x"), ("rules", "r"), ("", "top")]


def test_every_file_that_is_not_yaml_is_named(write: Write) -> None:
    write("rules/a.yaml", "id: a\nid: b\n")
    law = write("rules/b.yaml", "id: [\n")
    with pytest.raises(LawDataError) as raised:
        sources.read(law)
    named = {Path(p.location.path).name for p in raised.value.problems if p.location}
    assert named == {"a.yaml", "b.yaml"}
    assert raised.value.exit_code == 3


@pytest.mark.parametrize("name", ["rules/r.yml", "rules/r.YAML"])
def test_a_file_that_would_not_be_read_is_named(write: Write, name: str) -> None:
    with pytest.raises(LawDataError, match=r"does not end in \.yaml"):
        sources.read(write(name, RULE))


def test_hidden_files_are_no_records(write: Write) -> None:
    write("rules/._r.yaml", "\0")
    assert [each.key for each in sources.read(write("rules/r.yaml", RULE))] == ["r"]


def test_a_folder_that_leads_back_to_itself(write: Write) -> None:
    law = write("rules/r.yaml", RULE)
    (law / "rules" / "again").symlink_to(law)
    with pytest.raises(LawDataError, match="cannot be read"):
        sources.read(law)


def test_a_fault_stands_at_its_line(write: Write) -> None:
    law = write("rules/r.yaml", RULE.replace("hurts", "hinders"))
    with pytest.raises(LawDataError) as raised:
        sources.checked(sources.read(law))
    (problem,) = raised.value.problems
    assert problem.location is not None
    assert (problem.location.line, problem.location.column) == (3, 12)
    assert "'hinders' is not known" in problem.message


def test_a_file_is_named_as_its_id(write: Write) -> None:
    law = write("rules/other.yaml", RULE)
    with pytest.raises(LawDataError, match=r"the file is other\.yaml, but its id is 'r'"):
        sources.checked(sources.read(law))


def test_an_earlier_period_has_its_day_in_its_name(write: Write) -> None:
    law = write("rules/r@2001-01-01.yaml", RULE)
    assert list(sources.checked(sources.read(law))["rules"]) == ["r@2001-01-01"]


def test_the_fingerprint_changes_with_a_file(write: Write) -> None:
    law = write("rules/r.yaml", RULE)
    before = sources.fingerprint(law)
    assert sources.fingerprint(law) == before
    os.utime(law / "rules" / "r.yaml", ns=(1, 1))
    touched = sources.fingerprint(law)
    assert touched != before
    write("rules/s.yaml", RULE)
    assert sources.fingerprint(law) != touched
