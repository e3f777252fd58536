"""The letter to the client: what it says, and that nothing of any case is in it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from drafter.analysis.analyze import analyze
from drafter.analysis.letter import view_of
from drafter.composition.blocks import Audience, Document
from drafter.composition.documents import Composer
from drafter.composition.templating.folders import template_folders
from drafter.errors import GateError
from drafter.facts.record import record_of
from drafter.pipeline.outcomes import Status
from drafter.pipeline.wanted import Wanted
from tests.planting import at, case_of, compose, districts, load, put, session, texts, word_file
from tests.samples import NAMES, SAMPLES, read_sample
from tests.test_leaks import everything

PLACES = {
    ("client", "name"),
    ("client", "short_name"),
    ("client", "alias"),
    ("matter", "office"),
    ("matter", "attorneys", 0, "name"),
}
"""Where in a case file the words stand that a letter may show."""
TOLD = re.compile(
    r"\b(duress|coerc|threat|forc|fear|court|judge|charge|counts?\b|crim|offen|guilt|trial|pleas?\b"
    r"|plead|sentenc|government|prosecut|eviden|witness|defen[dsc]|cooperat|guns?\b|drug|border)\w*",
    re.IGNORECASE,
)
"""Words that would tell somebody in a cell what the case is about."""


@cache
def letter() -> tuple[Wanted, ...]:
    kind = session().kinds["client_letter"]
    return (Wanted(kind, kind.edition(), False),)


def composed(raw: dict[str, Any]) -> Document:
    (outcome,) = compose(raw, wanted=letter())
    assert outcome.status is Status.NEW, outcome.problems
    assert outcome.draft is not None
    return outcome.draft.document


def words(document: Document) -> str:
    return "\n".join(block.text for block in document.blocks)


@pytest.mark.parametrize("sample", SAMPLES, ids=NAMES)
def test_every_case_gets_the_same_letter_but_for_four_names(sample: Path) -> None:
    """What no case changes is true of every case, and so tells nothing of one."""
    text = without_names(sample)
    assert text == without_names(SAMPLES[0])
    assert [found[0] for found in TOLD.finditer(text)] == []


def without_names(sample: Path) -> str:
    """The letter of a case, with a sign in place of each name that it shows."""
    text, view = words(composed(load(sample))), view_of(read_sample(sample).case)
    for field in ("short_name", "client", "office", "attorney"):
        assert getattr(view, field) in text
    # The greeting first: an alias is both names.
    text = text.replace(f"Dear {view.short_name}:", "Dear <short_name>:")
    for field in ("client", "office", "attorney"):
        text = text.replace(getattr(view, field), f"<{field}>")
    return text


@pytest.mark.parametrize("sample", SAMPLES, ids=NAMES)
def test_no_other_word_of_the_case_is_in_any_byte(sample: Path) -> None:
    raw = load(sample)
    planted: dict[str, Any] = {}
    for number, place in enumerate(texts(case_of(raw))):
        token = f"quixel{number:05}z"
        planted[token] = place
        put(raw, place, f"{at(raw, place)} {token}")
    assert len(planted) > 40
    (outcome,) = compose(raw, wanted=letter())
    assert outcome.status is Status.NEW, outcome.problems
    content = everything(word_file(outcome)).decode("utf-8", "ignore")
    seen = {planted[token] for token in re.findall(r"quixel\d+z", content)}
    assert ("matter", "office") in seen
    assert seen <= PLACES


def test_it_is_outward_and_rests_on_nothing() -> None:
    document = composed(load(SAMPLES[0]))
    assert document.audience is Audience.OUTWARD
    assert {block.audience for block in document.blocks} == {Audience.OUTWARD}
    assert [block.id for block in document.blocks if block.sources or block.authorities] == []
    assert (document.header, document.footer, document.properties.subject) == ((), "", "")
    assert document.properties.title == "Letter to the Client"


@pytest.mark.parametrize(
    "step",
    [
        "Talk about your case with us and with no one else.",
        "I want my lawyer. I will not answer questions.",
        "Do not post on any site or app.",
        "Do not delete or change anything",
        "Do not call, write to, or meet anyone who has a part in your case",
        "Keep your phone, papers, clothes, and other things just as they are.",
        "Tell us whether you think it helps you or hurts you.",
        "Tell us what happened only when we meet in person.",
        "not even in a letter to us",
        "Do not tell it on the phone.",
    ],
)
def test_it_gives_each_instruction(step: str) -> None:
    assert step in words(composed(load(SAMPLES[0])))


def test_an_alias_stands_in_place_of_the_name() -> None:
    raw = load(SAMPLES[0])
    name = raw["client"]["name"]
    raw["client"]["alias"] = "Defendant One"
    text = words(composed(raw))
    assert "Dear Defendant One:" in text
    assert [part for part in name.split() if part in text] == []


def test_an_eighth_grader_can_read_it() -> None:
    document = composed(load(SAMPLES[0]))
    sections = {"silence", "posts", "contact", "keep", "account"}
    body = [b.text for b in document.blocks if b.id.split("/")[0] in sections]
    body += [b.text for b in document.blocks if b.id in ("front/opening", "account/closing")]
    assert grade(" ".join(body)) < 6
    assert grade("Notwithstanding any contrary instruction, the undersigned respectfully "
                 "recommends the preservation of documentation.") > 12  # fmt: skip


def grade(text: str) -> float:
    """Flesch-Kincaid grade level (Kincaid et al. 1975): years of school that a text asks for."""
    sentences = len(re.findall(r"[.:?!](?=[\s”]|$)", text))
    found = re.findall(r"[A-Za-z’]+", text)
    syllables = sum(map(syllables_of, found))
    return 0.39 * len(found) / sentences + 11.8 * syllables / len(found) - 15.59


def syllables_of(word: str) -> int:
    """Groups of vowels, without a silent `e` at the end."""
    letters = re.sub(r"(?<=[^aeiouyl])e$|(?<=[^td])ed$|’\w$", "", word.lower())
    return max(1, len(re.findall(r"[aeiouy]+", letters)))


@pytest.mark.parametrize(
    "line",
    [
        "Your case is No. 3:26-cr-09142-RQM. {#x}",
        "You are held under 18 U.S.C. § 922(g). {#x}",
        "It is about Importation of Methamphetamine. {#x}",
        "Stay away from {{ name('rafa') }}. {#x}",
        "Stay away from Rafael Quixel. {#x}",
        "They say that a man with a scar took the keys of the van away. {#x}",
    ],
)
def test_a_letter_that_tells_something_of_the_case_is_refused(
    tmp_path: Path, root: Path, line: str
) -> None:
    raw = load(root / "casefiles" / "border-courier.yaml")
    raw["people"].append({"id": "rafa", "name": "Rafael Quixel", "relation": "neighbor"})
    charge = {"title": "Importation of methamphetamine", "statute": "18 U.S.C. § 922(g)"}
    raw["charges"][0] |= charge
    event = {"id": "ev-van", "kind": "other", "basis": "document", "handling": "open"}
    raw["events"].append(event | {"what": "A man with a scar took the keys of the van away."})
    assert from_template(tmp_path / "sound", raw, "Stay away from trouble. {#x}").blocks
    with pytest.raises(GateError) as refused:
        from_template(tmp_path / "told", raw, line)
    assert all("front/x" in each.message for each in refused.value.problems)


def from_template(folder: Path, raw: dict[str, Any], line: str) -> Document:
    """A letter of an office's own, composed of a case."""
    place = folder / "client_letter" / "body.md.j2"
    place.parent.mkdir(parents=True)
    place.write_text(line, encoding="utf-8")
    composer = Composer(template_folders(folder))
    kind = composer.kind("client_letter")
    analysis = analyze(record_of(case_of(raw), districts()), session().doctrine)
    return composer.compose(kind, kind.edition(), analysis)
