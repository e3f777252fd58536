"""The reader misses no word, takes none twice, and takes none that was taken out."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.word.reading.opened import Opened
from drafter.word.reading.reader import blocks_of, read_blocks
from drafter.word.reading.resolved import Reading, has_changes, resolved
from tests.word.constructs import SPACES, WORD, Maker
from tests.word.reading.test_reader import with_body


@settings(max_examples=300)
@given(st.integers(0, 1 << 32))
def test_each_word_is_read_once_and_in_order(seed: int) -> None:
    told = Maker(Random(seed)).document()
    data = with_body(told.xml)
    assert words_of(Opened(data)) == list(told.accepted)
    for reading, words in ((Reading.ACCEPTED, told.accepted), (Reading.ORIGINAL, told.original)):
        settled = Opened(resolved(data, reading))
        assert words_of(settled) == list(words)
        assert not has_changes(settled)


@pytest.mark.parametrize(
    ("number", "read_as"),
    [("00A7", "§"), ("F0FC", "\uf0fc"), ("f0b7", "\uf0b7"), ("D800", "\ufffd"), ("", "\ufffd")],
)
@pytest.mark.parametrize("link", [False, True])
def test_a_symbol_is_read_as_a_letter(number: str, read_as: str, link: bool) -> None:
    symbol = f'<w:r><w:sym w:font="Wingdings" w:char="{number}"/></w:r>'
    held = f'<w:hyperlink w:anchor="a">{symbol}</w:hyperlink>' if link else symbol
    body = f"<w:p><w:r><w:t>one</w:t></w:r>{held}<w:r><w:t>two</w:t></w:r></w:p>"
    data = with_body(f"<w:document {SPACES}><w:body>{body}</w:body></w:document>")
    assert [block.text for block in read_blocks(data)] == [f"one{read_as}two"]


def words_of(file: Opened) -> list[str]:
    return WORD.findall("\n".join(block.text for block in blocks_of(file)))
