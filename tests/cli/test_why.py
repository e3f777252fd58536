"""``drafter why``: a conclusion with its reasons and their places."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from drafter.pipeline.grounds import why
from drafter.pipeline.sources import Source
from tests.cli.running import AS_OF, drafter, files
from tests.pipeline.cases import session
from tests.samples import SAMPLES


def test_an_element_is_told_by_its_reasons_with_rule_authority_and_form(desk: Path) -> None:
    before = files(desk)
    done = drafter("why", "courier.yaml", "escape", *AS_OF)
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert lines[0].endswith("production: supported  (element.escape.production)")
    assert lines[1].endswith("persuasion: contested  (element.escape.persuasion)")
    at = lines.index("      rule ca9_no_contact; on opp-primary")
    assert lines[at - 2].startswith("  hurts: The proffer must show")
    assert lines[at - 1].startswith(
        "      United States v. Ibarra-Pino, 657 F.3d 1000 (9th Cir. 2011)"
    )
    assert lines[at - 1].endswith("not cite-checked]")
    assert lines[at + 1].startswith("      comes in as: a recording")
    assert any("would defeat, if it were so" in line for line in lines)
    assert any("another circuit: persuasive only" in line for line in lines)
    assert "      met by: opp-line" in lines
    assert files(desk) == before


def test_each_fact_is_named_at_its_line(desk: Path) -> None:
    shown = drafter("why", "courier.yaml", "element.threat.production", *AS_OF).stdout
    line = next(line for line in shown.splitlines() if line.startswith("    threat-visit "))
    number = int(line.rpartition(":")[2])
    assert "id: threat-visit" in (desk / "courier.yaml").read_text("utf-8").splitlines()[number - 1]


def test_a_conclusion_that_is_no_element_names_what_it_rests_on(desk: Path) -> None:
    shown = drafter("why", "courier.yaml", "sentencing.vehicle", *AS_OF).stdout.splitlines()
    assert shown[1] == "  It rests on:"
    assert "    matter.dates.sentencing" in shown


@pytest.mark.no_cover
@pytest.mark.parametrize("sample", SAMPLES, ids=[path.stem for path in SAMPLES])
def test_every_conclusion_of_a_sample_can_be_asked_for(sample: Path) -> None:
    """By its own id, of an analysis made once; and with the others of its kind, as printed."""
    whole = json.loads(drafter("analyze", sample, *AS_OF, "--format", "json").stdout)
    analysis = session().analyze(Source.read(sample))
    for kind in ("element", "sentencing", "option"):
        asked = [each for each in whole["conclusions"] if each["id"].startswith(f"{kind}.")]
        assert asked
        done = drafter("why", sample, kind, *AS_OF, "--format", "json")
        printed = {each["id"]: each for each in json.loads(done.stdout)["findings"]}
        for each in asked:
            [alone] = why(analysis, each["id"])
            assert alone.conclusion.id == each["id"]
            found = printed[each["id"]]
            assert found["value"] == alone.conclusion.value == each["value"]
            assert [ground["id"] for ground in found["grounds"]] == each["because"]
            assert [ground.id for ground in alone.grounds] == each["because"]
            assert bool(found["reasons"]) == bool(alone.reasons) == (kind == "element")


def test_what_a_case_turns_on_is_in_the_json_of_its_analysis(desk: Path) -> None:
    value = json.loads(drafter("analyze", "courier.yaml", *AS_OF, "--format", "json").stdout)
    turns = {each["id"]: each["moves"] for each in value["turns"]}
    assert set(turns) == {"whole", *(each["id"] for each in value["elements"])}
    against = [move for move in turns["escape"] if not move["for_defense"]]
    assert [(move["production"], move["sets"]) for move in against] == [
        ("unsupported", [["opp-primary.safe"]])
    ]


def test_a_finding_that_there_is_not_names_the_nearest(desk: Path) -> None:
    done = drafter("why", "courier.yaml", "escpe", *AS_OF)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert "has no finding `escpe`" in done.stderr
    assert "Did you mean `escape`?" in done.stderr
