"""No distinctive word of anything internal is in any byte of a document that leaves the office."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from unicodedata import normalize
from zipfile import ZipFile

import pytest
import yaml
from click.testing import CliRunner

from drafter.casefile.case import Case, facts_of, team_fields_of_facts
from drafter.casefile.fact import Basis, Fact, Handling
from drafter.casefile.reader import CaseFile
from drafter.casefile.record import Event
from drafter.cli import main
from drafter.composition.blocks import Audience
from drafter.facts.disclosure import Reader, may_be_named, reader_of
from drafter.pipeline.outcomes import Outcome
from tests.planting import (
    Place,
    at,
    case_of,
    compose,
    drafted,
    every_edition,
    fileable,
    lead,
    load,
    paired,
    put,
    signed_by_lead,
    texts,
    word_file,
)
from tests.samples import NAMES, SAMPLES, filing_day, read_sample

pytestmark = pytest.mark.no_cover

CHOICES = {("cooperation", "status"), ("preservation", "status"), ("arguments", "argument")}
"""Fields of those names in which only certain words may stand, by what they stand in."""
OURS_ALWAYS = tuple(team_fields_of_facts() - {"traits", "conflicts_with"})
"""The team’s, whatever the handling of the fact around them, where any words may stand."""
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


def facts(sample: Path) -> Iterator[tuple[tuple[str | int, ...], Fact]]:
    return facts_of(read_sample(sample).case)


def planted(sample: Path) -> tuple[dict[str, Any], list[str]]:
    """The raw case with a word of its own in each internal text, and the words."""
    raw, planter = load(sample), Planter()
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
    return everything(io.BytesIO(document.read_bytes()))


def everything(document: io.BytesIO) -> bytes:
    """Every byte of every part, and the raw file."""
    with ZipFile(document) as package:
        inside = b"".join(package.read(name) for name in package.namelist())
    return inside + document.getvalue()


@pytest.mark.parametrize("sample", SAMPLES, ids=[path.stem for path in SAMPLES])
def test_nothing_internal_leaves(sample: Path, law: Path, tmp_path: Path) -> None:
    raw, words = planted(sample)
    assert len(words) > 10
    if "sentencing" in raw:
        raw["sentencing"]["manual_checked"] = {"by": lead(raw), "on": "2026-11-20"}
    case = tmp_path / "planted.yaml"
    case.write_text(yaml.safe_dump(raw, sort_keys=False, allow_unicode=True), encoding="utf-8")
    out = tmp_path / "out"
    common = [str(case), "--output", str(out), "--law", str(law)]
    common += ["--as-of", filing_day(sample).isoformat()]
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
        common += ["--as-of", filing_day(sample).isoformat()]
        CliRunner().invoke(main, ["draft", *common, "--kind", "surrender_exhibit"])
        CliRunner().invoke(
            main, ["draft", *common, "--kind", "mitigation_outline", "--edition", "filing"]
        )
    documents = [path.name for path in tmp_path.glob("*/outward/*.docx")]
    assert sum("surrender_exhibit" in name for name in documents) >= 4
    assert sum("mitigation_outline-filing" in name for name in documents) >= 2


SHOWN = frozenset("what summary to sources bates exhibit words how role status".split())
"""Fields of a fact that its readers may read; of an event where it was, too."""
PUBLIC = frozenset(
    """
    matter.docket matter.judge matter.office matter.attorneys.*.name
    matter.attorneys.*.bar_number matter.attorneys.*.address matter.attorneys.*.telephone
    client.name client.short_name client.alias
    charges.*.statute charges.*.title people.*.name people.*.alias
    exhibit.number exhibit.title exhibit.intervals.*.words
    sentencing.ask.words sentencing.filing_theme sentencing.filing_reasons
    sentencing.comparators.*.description sentencing.comparators.*.source
    sentencing.custody_requests.* sentencing.supervised_release sentencing.restitution
    sentencing.fine sentencing.letters.*.author sentencing.letters.*.relation
    sentencing.letters.*.topic
    sentencing.offense_manual.base_guideline sentencing.offense_manual.adjustments.*.guideline
    sentencing.offense_manual.adjustments.*.what
    sentencing.sentencing_manual.base_guideline
    sentencing.sentencing_manual.adjustments.*.guideline
    sentencing.sentencing_manual.adjustments.*.what
    sentencing.offense_manual.off_table sentencing.sentencing_manual.off_table
    """.split()
)
"""Texts that are no facts and that anybody may read; of people, who may be named."""
SEALED = PUBLIC | {
    "sentencing.psr_objections.*.paragraph",
    "sentencing.psr_objections.*.objection",
    "sentencing.separation",
}
"""Texts that are no facts and that a court may read under seal."""

READERS = {Audience.OUTWARD: Reader.PUBLIC, Audience.SEALED: Reader.SEALED}


def reader_at(place: Place, case: Case) -> Reader:
    """Who may read what stands at a place; an unknown place is the team's."""
    known = dict(facts_of(case))
    fact = next((known[place[:end]] for end in (2, 3, 1) if place[:end] in known), None)
    field = next(step for step in reversed(place) if isinstance(step, str))
    if fact is not None:
        shown = field in SHOWN or (field == "where" and isinstance(fact, Event))
        return reader_of(fact) if shown else Reader.TEAM
    if (
        place[0] == "people"
        and field == "name"
        and not may_be_named(case.people[int(place[1])], case)
    ):
        return Reader.TEAM
    pattern = ".".join("*" if isinstance(step, int) else step for step in place)
    if pattern in PUBLIC:
        return Reader.PUBLIC
    return Reader.SEALED if pattern in SEALED else Reader.TEAM


def plant_everywhere(raw: dict[str, Any], case_file: CaseFile) -> list[Place]:
    """Write a word of its own into every text; the places, each at the number of its word."""
    places = list(texts(case_file))
    for number, place in enumerate(places):
        put(raw, place, f"{at(raw, place)} quixel{number:04}")
    signed_by_lead(raw)
    return places


def leaks(outcome: Outcome, places: list[Place], case: Case) -> set[Place]:
    """The places whose words are in a document though its readers may not read them."""
    assert outcome.draft
    words = set(TOKEN.findall(everything(word_file(outcome)).decode("latin-1")))
    assert len(words) > (2 if outcome.wanted.kind.id == "client_letter" else 5)
    may = READERS[outcome.draft.document.audience]
    return {place for each in words if reader_at(place := places[int(each[-4:])], case) > may}


def going_out(raw: Mapping[str, Any], law: Path) -> list[Outcome]:
    """The documents of a case that others may read."""
    asked = [each for each in every_edition(law) if each.edition.audience is not Audience.INTERNAL]
    return drafted(compose(raw, law, tuple(asked)))


@pytest.mark.parametrize("sample", SAMPLES, ids=NAMES)
def test_what_leaves_is_on_the_list(sample: Path, law: Path) -> None:
    """A word of its own in every text there is: those found outside may all be there."""
    raw, case_file = fileable(sample), read_sample(sample)
    places = plant_everywhere(raw, case_file)
    outside = going_out(paired(raw), law)
    assert "filing" in {each.wanted.edition.id for each in outside}
    ids = {fact.id for _, fact in facts_of(case_file.case) if "-" in fact.id}
    for outcome in outside:
        assert leaks(outcome, places, case_file.case) == set(), outcome.wanted.edition.series
        content = everything(word_file(outcome)).decode("latin-1")
        assert [id for id in ids if id in content] == []


MIXES = [(basis, handling) for basis in Basis for handling in Handling]


@pytest.mark.parametrize("turn", range(0, len(MIXES), 11))
def test_whatever_counsel_enters_as_basis_and_handling(turn: int, law: Path) -> None:
    """Each fact gets a basis and a handling of its own, and other ones at the next turn."""
    documents = 0
    for sample in SAMPLES:
        raw = fileable(sample)
        case = read_sample(sample).case
        for number, (place, _) in enumerate(facts_of(case)):
            basis, handling = MIXES[(turn + number * 3) % len(MIXES)]
            at(raw, place).update(basis=basis.value, handling=handling.value)
        choose_open(raw, case_of(raw).case)
        mixed = case_of(raw)
        places = plant_everywhere(raw, mixed)
        for outcome in going_out(raw, law):
            assert leaks(outcome, places, mixed.case) == set(), outcome.wanted.edition.series
            documents += 1
    assert documents > len(SAMPLES)


def choose_open(raw: dict[str, Any], case: Case) -> None:
    """Leave in the exhibit what may stand there: a refused one would show nothing."""
    if case.exhibit is None:
        return
    facts = {fact.id: fact for _, fact in facts_of(case)}
    exhibit = raw["exhibit"]
    exhibit["events"] = [id for id in exhibit["events"] if reader_of(facts[id]) is Reader.PUBLIC]
    exhibit.pop("served_numbers", None)
    exhibit["intervals"] = []
    if not exhibit["events"]:
        del raw["exhibit"]


@pytest.mark.parametrize("sample", SAMPLES, ids=NAMES)
def test_a_client_with_an_alias_is_not_named_outside(sample: Path, law: Path) -> None:
    raw = fileable(sample)
    client = raw["client"] | {"alias": "Defendant One"}
    outside = going_out(raw | {"client": client}, law)
    words = [client["name"], client["short_name"], *client["name"].split()]
    words += [normalize("NFKD", word).encode("ascii", "ignore").decode() for word in words]
    renamed = re.sub(
        "|".join(words), "Defendant One", json.dumps(raw, ensure_ascii=False), flags=re.I
    )
    aliased = json.loads(renamed) | {"client": client}
    outside += going_out(aliased, law)
    assert outside
    for outcome in outside:
        content = everything(word_file(outcome)).decode("utf-8", "ignore")
        assert "Defendant One" in content or "DEFENDANT ONE" in content
        for word in client["name"].split():
            assert re.search(rf"\b{word}\b", content, re.IGNORECASE) is None
