"""Record cites and citations leave the line for notes, and nothing else does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.composition.blocks import Block, BlockKind, Run, RunKind, Runs, Table
from drafter.composition.noting import noted

SOURCE = Run("(R. 12 at p. 3; document)", kind=RunKind.SOURCE, ref="f")
OTHER = Run("(client’s account)", kind=RunKind.SOURCE, ref="g")
NAME = Run("Dixon v. United States", italic=True, kind=RunKind.CITE, ref="d")
CITE = Run(", 548 U.S. 1 (2006)", kind=RunKind.CITE, ref="d")
MARK = Run(" [not cite-checked]", kind=RunKind.MARK, ref="d")
STATUTE = Run("18 U.S.C. § 28", kind=RunKind.CITE, ref="s")
BARE = Run("derived from texts that were read", kind=RunKind.MARK)
POLICY = Run("U.S.S.G. § 1B1.11(a), p.s.", kind=RunKind.CITE, ref="p")
DIXON = (NAME, CITE, MARK)
DIXON_SAID = "Dixon v. United States, 548 U.S. 1 (2006) [not cite-checked]"


def line(*pieces: Run | str) -> Runs:
    return tuple(piece if isinstance(piece, Run) else Run(piece) for piece in pieces)


def read(*pieces: Run | str) -> str:
    (block,) = noted([Block("b", BlockKind.PARAGRAPH, line(*pieces))])
    return block.text


@pytest.mark.parametrize(
    ("pieces", "said"),
    [
        ((Run("A threat", bold=True), " ", SOURCE, ". He knew."),
         "A threat. ((R. 12 at p. 3; document.)) He knew."),
        (("A threat ", SOURCE, ": bears on fear."),
         "A threat: ((R. 12 at p. 3; document.)) bears on fear."),
        (("A threat ", SOURCE, "; a call ", OTHER),
         "A threat; ((R. 12 at p. 3; document.)) a call ((Client’s account.))"),
        (("He knew. ", SOURCE), "He knew. ((R. 12 at p. 3; document.))"),
        (("He knew. ", SOURCE, "."), "He knew. ((R. 12 at p. 3; document.))"),
        (("Two of them ", SOURCE, " ", OTHER, "."),
         "Two of them. ((R. 12 at p. 3; document. Client’s account.))"),
        (("It is so. ", *DIXON, "."), f"It is so. (({DIXON_SAID}.))"),
        (("“It is so ...” ", *DIXON, ". Next."), f"“It is so ...” (({DIXON_SAID}.)) Next."),
        (("It is so. ", *DIXON, "; ", STATUTE, "."),
         f"It is so. (({DIXON_SAID}; 18 U.S.C. § 28.))"),
        (("It is so. ", POLICY, " Next."), "It is so. ((U.S.S.G. § 1B1.11(a), p.s.)) Next."),
        (("It is so. ", POLICY), "It is so. ((U.S.S.G. § 1B1.11(a), p.s.))"),
        (("It is so. ", *DIXON, " (another circuit: persuasive only)."),
         f"It is so. (({DIXON_SAID} (another circuit: persuasive only).))"),
        (("It is so. ", *DIXON, " (another circuit: persuasive only); ", STATUTE, "."),
         f"It is so. (({DIXON_SAID} (another circuit: persuasive only); 18 U.S.C. § 28.))"),
        (("A threat ", SOURCE, ". ", *DIXON, ". So."),
         f"A threat. ((R. 12 at p. 3; document. {DIXON_SAID}.)) So."),
        (("It is open [", BARE, "]."), "It is open. ((Derived from texts that were read.))"),
        (("It is open [", BARE, "]; ", STATUTE, "."),
         "It is open; ((Derived from texts that were read.)) 18 U.S.C. § 28."),
    ],
)  # fmt: skip
def test_what_a_sentence_rests_on_is_a_note_after_its_stop(
    pieces: tuple[Run | str, ...], said: str
) -> None:
    assert read(*pieces) == said


@pytest.mark.parametrize(
    "pieces",
    [
        (*DIXON, " (for the government): it failed."),
        (SOURCE, " ", OTHER),
        ("He fled, see ", *DIXON, "."),
        ("The floor is that of ", STATUTE, ", and it holds."),
        ("It is so. ", *DIXON, " says otherwise."),
        ("It is so. ", POLICY, " says otherwise."),
        ("The text says: ", *DIXON, "."),
        ("It is so.",),
    ],
    ids=[
        "begins",
        "sources alone",
        "within",
        "part",
        "subject",
        "subject with a stop",
        "after a colon",
        "none",
    ],
)
def test_what_a_sentence_speaks_of_stays_in_it(pieces: tuple[Run | str, ...]) -> None:
    assert read(*pieces) == "".join(run.text for run in line(*pieces))


def test_cells_are_lines_and_headings_are_left_alone() -> None:
    table = Table("t", (500, 500))
    cells = (line("A threat ", SOURCE), line(SOURCE))
    runs = line("A threat ", SOURCE)
    (row, header, heading) = noted(
        [
            Block("r", BlockKind.ROW, cells=cells, table=table),
            Block("h", BlockKind.ROW, cells=cells, table=table, header=True),
            Block("t", BlockKind.HEADING, runs),
        ]
    )
    assert row.text == "A threat ((R. 12 at p. 3; document.))\t(R. 12 at p. 3; document)"
    assert header.cells == cells
    assert heading.runs == runs


PIECES = st.sampled_from([SOURCE, OTHER, NAME, CITE, MARK, STATUTE, BARE]) | st.sampled_from(
    ["It is so. ", "A threat ", ".", ". ", "; ", ": x", " [", "]", "]. ", " (x)", "He said “no.” "]
).map(Run)


@given(st.lists(PIECES, max_size=9).map(tuple))
def test_no_word_is_lost_and_no_reference_changes_its_place(runs: Runs) -> None:
    (block,) = noted([Block("b", BlockKind.PARAGRAPH, runs)])
    refers = [(run.kind, run.ref) for run in runs if run.kind is not RunKind.TEXT]
    assert [(run.kind, run.ref) for run in block.runs if run.kind is not RunKind.TEXT] == refers
    assert _letters(block.runs) == _letters(runs)
    # What is not a reference, a mark of punctuation or a remark on one never goes into a note.
    for run in block.runs:
        if run.note and run.kind is RunKind.TEXT:
            assert run.text.strip() in ("", ".", ";", "(x).", "(x);", "(x)", "(x) ;")


def _letters(runs: Runs) -> list[str]:
    return [letter for run in runs for letter in run.text.casefold() if letter.isalpha()]
