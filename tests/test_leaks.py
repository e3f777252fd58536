"""No distinctive word of anything internal is in any byte of a document that leaves the office."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import yaml
from click.testing import CliRunner

from drafter.casefile.case import facts_of
from drafter.casefile.fact import Fact
from drafter.cli import main
from drafter.facts.disclosure import Reader, reader_of
from tests.samples import AS_OF, SAMPLES, cite_checked, read_sample

CHOICES = {("cooperation", "status"), ("preservation", "status"), ("arguments", "argument")}
"""Fields of those names in which only certain words may stand, by what they stand in."""
OURS_ALWAYS = ("note", "strategy", "argument")
"""The team's, whatever the handling of the fact around them."""
FREE_TEXT = frozenset(
    """
    note strategy argument words how capacity demand target_location ended_how where what present
    answer summary to text suppression_issue notice amount topic knows admissible_through role
    status sentence statements finding recruitment debt screened_by stipulations government_may
    appeal_waiver cooperation factual_basis
    """.split()
)
TEAM_SECTIONS = ("notes", "engagement", "cooperation", "plea_agreement", "answers", "safety")
TEAM_TEXT = {"paid_by", "joint_defense", "other_clients", "waivers", "decided"}
TOKEN = re.compile(r"quixel\d+")


Names = frozenset[str] | tuple[str, ...]


class Planter:
    """Writes a word of its own into one text after another."""

    def __init__(self) -> None:
        self.planted: list[str] = []

    def into(self, holder: Any, key: Any) -> None:
        word = f"quixel{len(self.planted):04}"
        self.planted.append(word)
        holder[key] = f"{holder[key]} {word}"

    def everywhere(self, value: Any, names: Names, within: str) -> None:
        """Plant in every text under one of the names, at any depth."""
        if isinstance(value, dict):
            for key, inside in value.items():
                if isinstance(inside, str):
                    if key in names and (within, key) not in CHOICES:
                        self.into(value, key)
                else:
                    self.everywhere(inside, names, key)
        elif isinstance(value, list):
            for number, each in enumerate(value):
                if isinstance(each, str):
                    if within in names:
                        self.into(value, number)
                else:
                    self.everywhere(each, names, within)


def at(raw: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        raw = raw[step]
    return raw


def facts(sample: Path) -> Iterator[tuple[tuple[str | int, ...], Fact]]:
    return facts_of(read_sample(sample).case)


def planted(sample: Path) -> tuple[dict[str, Any], list[str]]:
    """The raw case with a word of its own in each internal text, and the words."""
    raw: dict[str, Any] = yaml.load(sample.read_text("utf-8"), Loader=yaml.BaseLoader)
    planter = Planter()
    for path, fact in facts(sample):
        inside = reader_of(fact) is not Reader.PUBLIC
        if path[0] not in TEAM_SECTIONS:
            planter.everywhere(at(raw, path), FREE_TEXT if inside else OURS_ALWAYS, str(path[0]))
    for section in TEAM_SECTIONS:
        if section in raw:
            planter.everywhere(raw[section], FREE_TEXT | TEAM_TEXT, section)
    sentencing = raw.get("sentencing", {})
    planter.everywhere(sentencing, ("theme", "allocution"), "sentencing")
    return raw, planter.planted


def parts(document: Path) -> bytes:
    """Every byte of every part, and the raw file."""
    with ZipFile(document) as package:
        inside = b"".join(package.read(name) for name in package.namelist())
    return inside + document.read_bytes()


@pytest.fixture(scope="module")
def law(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return cite_checked(tmp_path_factory.mktemp("law"))


@pytest.mark.parametrize("sample", SAMPLES, ids=[path.stem for path in SAMPLES])
def test_nothing_internal_leaves(sample: Path, law: Path, tmp_path: Path) -> None:
    raw, words = planted(sample)
    assert len(words) > 10
    if "sentencing" in raw:
        raw["sentencing"]["manual_checked"] = {"by": "J. Pike", "on": "2026-11-20"}
    case = tmp_path / "planted.yaml"
    case.write_text(yaml.safe_dump(raw, sort_keys=False, allow_unicode=True), encoding="utf-8")
    out = tmp_path / "out"
    common = [str(case), "--output", str(out), "--law", str(law), "--as-of", AS_OF.isoformat()]
    memo = CliRunner().invoke(main, ["draft", *common, "--kind", "duress_memo"])
    assert memo.exit_code == 0, memo.output
    exhibit = ["surrender_exhibit"] if "exhibit" in raw else []
    for kind in filter(None, (exhibit, ["mitigation_outline", "--edition", "filing"])):
        done = CliRunner().invoke(main, ["draft", *common, "--kind", *kind])
        assert done.exit_code in (0, 6), done.output
    inside = next(out.rglob("*-duress_memo-v001.docx"))
    found = set(TOKEN.findall(parts(inside).decode("latin-1")))
    assert len(found) > len(words) // 3, "the memo prints hardly anything of what was planted"
    for document in out.glob("*/outward/*.docx"):
        assert TOKEN.findall(parts(document).decode("latin-1")) == []


def test_the_samples_have_documents_that_leave(law: Path, tmp_path: Path) -> None:
    """The test above is empty for a case of which a gate lets nothing out."""
    for sample in SAMPLES:
        common = [str(sample), "--output", str(tmp_path), "--law", str(law)]
        common += ["--as-of", AS_OF.isoformat()]
        CliRunner().invoke(main, ["draft", *common, "--kind", "surrender_exhibit"])
        CliRunner().invoke(
            main, ["draft", *common, "--kind", "mitigation_outline", "--edition", "filing"]
        )
    documents = [path.name for path in tmp_path.glob("*/outward/*.docx")]
    assert sum("surrender_exhibit" in name for name in documents) >= 4
    assert sum("mitigation_outline-filing" in name for name in documents) >= 2
