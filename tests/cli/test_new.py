"""``drafter new``: a case file to begin with."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from drafter.casefile.case import Case
from tests.cli.running import drafter

ENTERED = {
    "docket": "3:26-cr-01177",
    "district": "casd",
    "office": "Federal Defenders",
    "proceeding": "trial",
    "role": "lead counsel",
    "short_name": "Ms. Rosales",
    "pronouns": "she",
    "count": "1",
    "statute": "21 U.S.C. §§ 952, 960",
    "title": "Importation of cocaine",
    "offense": "drug_trafficking",
    "name": "Teresa Rosales",
}


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    path = tmp_path / "border-run.yaml"
    done = drafter("new", str(path))
    assert done.exit_code == 0
    assert "begun" in done.output
    return path


def problems(path: Path) -> list[str]:
    done = drafter("check", str(path))
    assert done.exit_code == 2
    return re.findall(r"^\S+:(\d+:\d+: .+)$", done.stderr, re.MULTILINE)


def with_values(text: str) -> str:
    """What is required, entered; whatever else stands there is left empty."""
    for name, value in ENTERED.items():
        text = re.sub(rf"^( *(?:- )?{name}:)(?=  #|$)", rf"\1 {value}", text, flags=re.MULTILINE)
    first, second, *_ = re.findall(r"^ +- id:$", text, re.MULTILINE)
    return text.replace(first, f"{first} lead", 1).replace(f"{second}\n", f"{second} count-1\n", 1)


def test_check_names_each_required_value_at_its_own_line(begun: Path) -> None:
    lines = begun.read_text("utf-8").splitlines()
    assert lines[lines.index("schema: 1") + 1] == "id: border-run"
    found = problems(begun)
    assert len(found) == 15
    for each in found:
        told = re.fullmatch(r"(\d+):\d+: `(\w+):` has no value\.", each)
        assert told
        assert re.match(rf" +(- )?{told[2]}:", lines[int(told[1]) - 1])


def test_what_is_required_once_entered_makes_it_sound(begun: Path) -> None:
    begun.write_text(with_values(begun.read_text("utf-8")), "utf-8")
    done = drafter("check", str(begun))
    assert done.exit_code == 0, done.stderr
    assert re.search(r"sound; \d+ facts are missing\.", done.stdout)
    assert drafter("draft", str(begun), "--output", str(begun.parent / "out")).exit_code == 0


def test_every_section_that_is_begun_is_known(begun: Path) -> None:
    text = begun.read_text("utf-8")
    head, blank, sections = text.partition("\n\n")
    begun.write_text(head + blank + re.sub("^# ", "", sections, flags=re.MULTILINE), "utf-8")
    found = problems(begun)
    assert len(found) > 60
    assert [each for each in found if not each.endswith("has no value.")] == []


def test_every_section_of_the_format_is_there(begun: Path) -> None:
    text = begun.read_text("utf-8")
    names = [field.alias or name for name, field in Case.model_fields.items()]
    assert re.findall(r"^(?:# )?(\w+):", text, re.MULTILINE) == names


def test_a_case_file_is_never_written_over(begun: Path) -> None:
    before = begun.read_bytes()
    done = drafter("new", str(begun))
    assert done.exit_code == 4
    assert "there is such a file already" in done.stderr
    assert begun.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Ms Rosales.yaml", "small letters"),
        ("26-cr-01177.yaml", "docket number"),
        ("con.yaml", "device name"),
        ("border-run.txt", "no name of a case file"),
        ("border-run", "no name of a case file"),
    ],
)
def test_a_name_that_cannot_be_an_id_begins_nothing(tmp_path: Path, name: str, said: str) -> None:
    done = drafter("new", str(tmp_path / name))
    assert done.exit_code == 2
    assert said in done.stderr
    assert not any(tmp_path.iterdir())
