"""``drafter analyze``: conclusions without a document."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import AS_OF, drafter, files
from tests.samples import SAMPLES


def test_text_names_the_case_its_conclusions_and_what_is_missing(desk: Path) -> None:
    before = files(desk)
    done = drafter("analyze", "courier.yaml", *AS_OF)
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert lines[0].startswith("PRIVILEGED")
    assert lines[1] == "United States v. Marisol Reyes Ocampo, No. 3:26-cr-09142-RQM"
    assert lines[2] == "S.D. Cal., as of November 28, 2026"
    assert any(line.split()[:2] == ["Duress,", "production"] for line in lines)
    assert any(line.endswith("(opp-primary.watched)") for line in lines)
    moves = lines[lines.index("What moves a verdict") + 1 : lines.index("Missing") - 1]
    assert "  Duress: unsupported, weak, if against the defense: opp-primary.safe" in moves
    assert files(desk) == before


def test_markdown_is_a_table(desk: Path) -> None:
    shown = drafter("analyze", "courier.yaml", *AS_OF, "--format", "md").stdout
    rows = [line for line in shown.splitlines() if line.startswith("| ")]
    assert len(rows) > 20
    assert all(row.replace("\\|", "").count("|") == 4 for row in rows)


@pytest.mark.parametrize("sample", SAMPLES, ids=[path.stem for path in SAMPLES])
def test_json_rests_on_ids_of_the_case(sample: Path) -> None:
    value = json.loads(drafter("analyze", sample, *AS_OF, "--format", "json").stdout)
    assert value["format"] == 1
    assert value["case"] == sample.stem
    ids = [each["id"] for each in value["conclusions"]]
    assert len(set(ids)) == len(ids) > 20
    assert {"duress.production", "sentencing.vehicle", "question.no_call"} <= set(ids)
    assert all(each["label"] and each["value"] for each in value["conclusions"])
    elements = {each["id"]: each for each in value["elements"]}
    production = {
        each["id"].split(".")[1]: each["value"]
        for each in value["conclusions"]
        if each["id"].startswith("element.") and each["id"].endswith(".production")
    }
    assert production == {id: each["production"] for id, each in elements.items()}
    assert all(each["reasons"] for each in elements.values())
