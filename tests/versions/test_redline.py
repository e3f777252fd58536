"""A redline gives back both texts, whoever accepts or rejects it."""

from __future__ import annotations

from functools import cache
from random import Random

import pytest

from drafter.composition.blocks import Block, BlockKind, Run
from drafter.versions.redline import Hand, redline
from drafter.versions.revising import fidelity
from drafter.versions.revising.fidelity import Unfaithful
from drafter.word.anchors import anchor
from drafter.word.reading.inspection import inspect
from drafter.word.reading.opened import Opened
from drafter.word.reading.reader import read_blocks
from drafter.word.reading.resolved import Reading, has_changes, resolved
from tests.libreoffice import with_libreoffice
from tests.redlines_oracle import with_redlines
from tests.versions.agreeing import Asked, agrees, by_python_redlines, causes
from tests.versions.handwork import PLAIN, edited, saved
from tests.versions.redrafts import first, later, written
from tests.word.documents import document, paragraph, row

HAND = Hand("A. Vega", "2026-11-28T00:00:00Z")
PAIRS = 300
"""Half of them two drafts, half a draft and what somebody made of it by hand."""


def said(data: bytes) -> list[str]:
    return [each.text for each in read_blocks(data)]


def pair(seed: int) -> tuple[bytes, bytes]:
    random = Random(seed)
    draft = first(random)
    old = written(draft)
    if seed % 2:
        return old, written(later(draft, random))
    one, two = (saved(edited(old, seed + more, PLAIN)) for more in (0, PAIRS))
    return (old, one) if seed % 4 else (one, two)


def changes(data: bytes) -> list[tuple[str, str]]:
    return sorted((each.kind, each.text) for each in inspect(data).changes)


@cache
def asked(seed: int) -> Asked:
    old, new = pair(seed)
    return Asked(f"seed {seed}", old, new, redline(old, new, HAND, causes(new)))


@pytest.mark.no_cover
@pytest.mark.parametrize("start", range(0, PAIRS, 50))
def test_accepted_it_is_the_new_text_and_rejected_the_old(start: int) -> None:
    marked = 0
    for each in map(asked, range(start, start + 50)):
        assert said(resolved(each.redline, Reading.ACCEPTED)) == said(each.new), each.name
        assert said(resolved(each.redline, Reading.ORIGINAL)) == said(each.old), each.name
        marked += has_changes(Opened(each.redline))
    assert marked > 40


def seeds(config: pytest.Config, apart: int) -> range:
    """The pairs of which another program is asked: a spread of both halves, or all."""
    return range(0, PAIRS, 1 if config.getoption("everything") else apart)


@with_libreoffice
@pytest.mark.no_cover
def test_libreoffice_accepts_and_rejects_it_to_the_same_texts(
    pytestconfig: pytest.Config, capsys: pytest.CaptureFixture[str]
) -> None:
    agrees([asked(seed) for seed in seeds(pytestconfig, 7)], capsys)


@with_redlines
@pytest.mark.no_cover
def test_python_redlines_accepts_and_rejects_it_to_the_same_texts(
    pytestconfig: pytest.Config, capsys: pytest.CaptureFixture[str]
) -> None:
    questions = [asked(seed) for seed in seeds(pytestconfig, 77)]
    agrees(questions, capsys, by_python_redlines)


def test_equal_texts_make_no_mark() -> None:
    old = written(first(Random(1)))
    assert not changes(redline(old, old, HAND, {}))


def test_only_the_words_that_changed_are_marked() -> None:
    old = written(document(paragraph("a", "He drove to the bank."), paragraph("b", "He waited.")))
    new = written(document(paragraph("a", "He drove to the shop."), paragraph("b", "He waited.")))
    assert changes(redline(old, new, HAND, {})) == [("deletion", "bank"), ("insertion", "shop")]


def test_changes_have_an_author_and_a_date() -> None:
    old, new = (written(document(paragraph("a", text))) for text in ("Old.", "New."))
    found = inspect(redline(old, new, HAND, {})).changes
    assert {(each.author, each.date) for each in found} == {(HAND.author, HAND.date)}


def test_rows_that_come_and_go_are_tracked_as_rows() -> None:
    table = [row("h", "A", "B", "C", header=True), row("x", "1", "2", "3")]
    old = written(document(*table, row("y", "4", "5", "6"), paragraph("end", "End.")))
    new = written(document(*table, row("z", "7", "8", "9"), paragraph("end", "End.")))
    data = redline(old, new, HAND, {})
    body = Opened(data).document()
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    marks = [
        [mark.tag.removeprefix(w) for mark in each.find(f"{w}trPr") if mark.get(f"{w}author")]
        for each in body.iter(f"{w}tr")
    ]
    assert marks == [[], [], ["del"], ["ins"]]


def test_a_note_is_compared_word_by_word_in_its_own_part() -> None:
    def noted(pin: str) -> bytes:
        return written(document(block_with_note(f"R. {pin} at 2.")))

    found = changes(redline(noted("11"), noted("12"), HAND, {}))
    assert found == [("deletion", "11"), ("insertion", "12")]


def block_with_note(text: str) -> Block:
    return Block("a", BlockKind.PARAGRAPH, (Run("He knew."), Run(text, note=True)))


def test_the_margins_are_compared_too() -> None:
    old, new = (
        written(document(paragraph("a", "Text."), header=(line,)))
        for line in ("PRIVILEGED", "OPEN")
    )
    assert ("insertion", "OPEN") in changes(redline(old, new, HAND, {}))


def test_a_cause_is_told_once_where_its_block_changed() -> None:
    old, new = (
        written(document(paragraph("a", text), paragraph("b", "Same.")))
        for text in ("Old.", "New.")
    )
    causes = {anchor("a"): "Cause: a fact (case.yaml:7).", anchor("b"): "Nothing."}
    found = inspect(redline(old, new, HAND, causes)).comments
    assert [(each.author, each.text) for each in found] == [(HAND.author, causes[anchor("a")])]


def test_a_cause_goes_with_the_paragraph_that_came() -> None:
    table = [row("h", "A", "B", "C", header=True), row("x", "1", "2", "3")]
    before, came = paragraph("a", "He waited."), paragraph("b", "He drove.")
    old, new = written(document(before, *table)), written(document(before, came, *table))
    data = redline(old, new, HAND, {anchor("b"): "Because."})
    tag = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}%s"
    for reading, wanted, comments in ((Reading.ORIGINAL, old, 0), (Reading.ACCEPTED, new, 1)):
        found, body = (Opened(each).document() for each in (resolved(data, reading), wanted))
        assert len(list(found.iter(tag % "p"))) == len(list(body.iter(tag % "p"))), reading
        assert len(list(found.iter(tag % "commentReference"))) == comments, reading


def test_one_that_would_not_give_back_the_texts_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    old, new = (written(document(paragraph("a", text))) for text in ("Old.", "New."))
    monkeypatch.setattr(fidelity, "settle", lambda opened, reading: None)
    with pytest.raises(Unfaithful, match="does not say what the file says"):
        redline(old, new, HAND, {})


def test_equal_input_gives_equal_bytes() -> None:
    old, new = pair(1)
    assert redline(old, new, HAND, {}) == redline(old, new, HAND, {})
