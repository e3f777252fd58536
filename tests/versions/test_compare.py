"""What a supervisor is told about two versions."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterable
from datetime import date
from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from drafter.composition.blocks import STAMP, Block, BlockKind, Run
from drafter.composition.figures import Figure, Mark, Sign, Tick
from drafter.versions import align as module
from drafter.versions.align import Op, Piece, align, words
from drafter.versions.changes import Change
from drafter.versions.compare import compare, compare_files
from drafter.versions.draft import Conclusion, FactSnapshot
from drafter.word.reading.reader import ReadBlock
from tests.versions.drafts import block, draft

TEXT = st.text(alphabet="ab .\n§é", max_size=30)
TEXTS = ("one two three", "one two four", "nothing at all", "")
PIECES = st.lists(st.builds(Piece, st.just(""), TEXT), max_size=12)
NAMED = st.lists(
    st.builds(Piece, st.sampled_from("abcdefgh"), TEXT), max_size=8, unique_by=lambda p: p.key
)


@given(TEXT, TEXT)
def test_words_give_both_texts_again(old: str, new: str) -> None:
    spans = words(old, new)
    assert "".join(span.text for span in spans if span.op is not Op.ADDED) == old
    assert "".join(span.text for span in spans if span.op is not Op.REMOVED) == new


def test_small_words_between_changes_are_told_with_them() -> None:
    spans = words("He went to the house by car.", "She ran to a school by car.")
    assert [(span.op, span.text) for span in spans] == [
        (Op.REMOVED, "He went to the house"),
        (Op.ADDED, "She ran to a school"),
        (Op.SAME, " by car."),
    ]
    cells = words("yes\tno", "maybe\tnever")
    assert [span.text for span in cells if span.op is Op.SAME] == ["\t"]


@given(TEXT, TEXT, PIECES, PIECES)
def test_a_python_without_the_fast_matcher_says_the_same(
    old: str, new: str, before: list[Piece], after: list[Piece]
) -> None:
    fast = module.SequenceMatcher is not difflib.SequenceMatcher
    assert fast or sys.version_info >= (3, 14)
    found = words(old, new), align(before, after)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(module, "SequenceMatcher", difflib.SequenceMatcher)
        assert (words(old, new), align(before, after)) == found


@given(PIECES | NAMED, PIECES | NAMED)
def test_every_piece_is_in_one_pair(old: list[Piece], new: list[Piece]) -> None:
    pairs = align(old, new)
    assert sorted(p.old for p in pairs if p.old is not None) == list(range(len(old)))
    assert [p.new for p in pairs if p.new is not None] == list(range(len(new)))


@given(
    st.builds(Piece, st.sampled_from(("", "a", "b")), st.sampled_from(TEXTS)),
    st.builds(Piece, st.sampled_from(("", "a", "b")), st.sampled_from(TEXTS)),
)
def test_one_and_one_pair_as_they_do_among_others(old: Piece, new: Piece) -> None:
    first = Piece("first", "First.")
    assert [(pair.old, pair.new) for pair in align([first, old], [first, new])] == [
        (0, 0),
        *((at(pair.old), at(pair.new)) for pair in align([old], [new])),
    ]


def at(place: int | None) -> int | None:
    return None if place is None else place + 1


@given(NAMED)
def test_equal_texts_pair_with_themselves(pieces: list[Piece]) -> None:
    pairs = align(pieces, pieces)
    assert [(p.old, p.new, p.moved) for p in pairs] == [(i, i, False) for i in range(len(pieces))]


@given(st.permutations("abcdefg"), st.sets(st.sampled_from("abcdefg")))
def test_as_few_as_can_be_are_taken_to_have_moved(order: list[str], changed: set[str]) -> None:
    """By hand: of every order that could be kept, the one with most that read the same."""
    old = [Piece(key, key) for key in "abcdefg"]
    new = [Piece(key, key.upper() if key in changed else key) for key in order]
    moved = {pair.new for pair in align(old, new) if pair.moved}
    kept = [key for at, key in enumerate(order) if at not in moved]
    assert kept == sorted(kept)

    def weight(keys: Iterable[str]) -> tuple[int, int]:
        listed = list(keys)
        return sum(key not in changed for key in listed), len(listed)

    every = chain.from_iterable(combinations(order, size) for size in range(8))
    assert weight(kept) == max(weight(keys) for keys in every if list(keys) == sorted(keys))


def test_a_conclusion_that_moved_names_the_facts_that_moved() -> None:
    before = draft(
        block("brief/escape", "Escape: supported."),
        conclusions=(Conclusion("escape", "Escape", "supported", ("opp-1", "rule-x")),),
        facts={"opp-1": FactSnapshot(88, "watched"), "ev-1": FactSnapshot(120, "video")},
    )
    after = draft(
        block("brief/escape", "Escape: unknown."),
        conclusions=(Conclusion("escape", "Escape", "unknown", ("opp-1",)),),
        facts={"opp-1": FactSnapshot(88, "not watched"), "ev-2": FactSnapshot(121, "phone")},
        case="d" * 64,
    )
    found = compare(before, after)
    (conclusion,) = found.conclusions
    assert (conclusion.old, conclusion.new) == ("supported", "unknown")
    assert [(f.id, f.change, f.line) for f in conclusion.facts] == [("opp-1", Change.CHANGED, 88)]
    assert [(f.id, f.change) for f in found.facts] == [
        ("opp-1", Change.CHANGED),
        ("ev-2", Change.ADDED),
        ("ev-1", Change.REMOVED),
    ]
    (changed,) = found.blocks
    assert [(w.op, w.text) for w in changed.words][1:3] == [
        (Op.REMOVED, "supported"),
        (Op.ADDED, "unknown"),
    ]
    assert found.causes == ("case",)


def test_blocks_added_removed_and_moved() -> None:
    heading = block("s", "Facts", BlockKind.HEADING)
    a, b, c = (block(f"s/{n}", f"text {n}") for n in "abc")
    found = compare(draft(heading, a, b), draft(heading, b, a, c))
    assert {(x.id, x.change) for x in found.blocks} in (
        {("s/a", Change.MOVED), ("s/c", Change.ADDED)},
        {("s/b", Change.MOVED), ("s/c", Change.ADDED)},
    )
    assert {x.section for x in found.blocks} == {"Facts"}
    (removed,) = compare(draft(heading, a, b), draft(heading, a)).blocks
    assert (removed.id, removed.change, removed.old) == ("s/b", Change.REMOVED, "text b")


def test_a_change_stands_under_all_the_headings_above_it() -> None:
    top, low, next_ = (
        Block(id, BlockKind.HEADING, (Run(text),), level=level)
        for id, text, level in (("s", "Elements", 1), ("t", "Escape", 2), ("u", "Facts", 1))
    )
    old = [top, low, block("t/a", "one"), next_, block("u/a", "one")]
    new = [top, low, block("t/a", "two"), next_, block("u/a", "two")]
    assert [each.section for each in compare(draft(*old), draft(*new)).blocks] == [
        "Elements › Escape",
        "Facts",
    ]
    read = [
        ReadBlock("Elements", "Heading 1", ""),
        ReadBlock("Escape", "Heading 2", ""),
    ]
    (added,) = compare_files(read, [*read, ReadBlock("More.", "Body Text", "")]).blocks
    assert added.section == "Elements › Escape"


def test_the_day_a_draft_prints_is_no_change_of_text() -> None:
    def dated(day: str) -> Block:
        runs = (Run("As of "), Run(day, ref="@as_of"), Run("."))
        return Block("head/as-of", BlockKind.PARAGRAPH, runs)

    old, new = draft(dated("November 24")), draft(dated("November 25"), as_of=date(2026, 11, 25))
    found = compare(old, new)
    assert found.empty
    assert found.causes == ("as_of",)


def test_files_align_by_anchor_and_else_by_likeness() -> None:
    old = [
        ReadBlock("One two three four.", "Body Text", "_d" + "0" * 16),
        ReadBlock("Nobody was there at all.", "Body Text", ""),
    ]
    new = [
        ReadBlock("Quite another sentence now.", "Body Text", "_d" + "0" * 16),
        ReadBlock("Nobody was there at night.", "Body Text", ""),
        ReadBlock("New.", "Body Text", ""),
    ]
    found = compare_files(old, new)
    assert [x.change for x in found.blocks] == [Change.CHANGED, Change.CHANGED, Change.ADDED]
    assert compare_files(old, old).empty


def test_a_changed_look_alone_is_not_text() -> None:
    plain = block("p", "x")
    bold = replace(plain, runs=(Run("x", bold=True),))
    assert compare(draft(plain), draft(bold)).empty


def test_a_change_of_what_a_picture_shows_is_a_change_of_its_block() -> None:
    def drawn(number: str, when: str) -> Block:
        figure = Figure(((0, 9),), (Mark((0, 9), Sign.WITHIN),), (), (), (Tick(0, 0),))
        told = (Run(number, ref=f"{STAMP}number"), Run(f". {when}: event"))
        cells = told, (Run("Mar. 14"),)
        return Block("facts/time", BlockKind.FIGURE, (Run("A timeline."),), cells, figure=figure)

    first = draft(drawn("1", "Mar. 14, 9:00 a.m."))
    assert compare(first, draft(drawn("2", "Mar. 14, 9:00 a.m."))).empty
    (change,) = compare(first, draft(drawn("1", "Mar. 14, 9:05 a.m."))).blocks
    assert change.id == "facts/time"
    assert "9:00 a.m." in change.old
    assert "9:05 a.m." in change.new
