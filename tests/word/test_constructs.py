"""The reader misses no word, takes none twice, and takes none that was taken out."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.word.opened import Opened
from drafter.word.reader import read_blocks
from drafter.word.resolved import Reading, has_changes, resolved
from tests.word.constructs import WORD, Maker
from tests.word.test_reader import with_body


@settings(max_examples=300)
@given(st.integers(0, 1 << 32))
def test_each_word_is_read_once_and_in_order(seed: int) -> None:
    told = Maker(Random(seed)).document()
    data = with_body(told.xml)
    assert read(data) == list(told.accepted)
    assert read(resolved(data, Reading.ACCEPTED)) == list(told.accepted)
    assert read(resolved(data, Reading.ORIGINAL)) == list(told.original)
    for reading in Reading:
        assert not has_changes(Opened(resolved(data, reading)))


def read(data: bytes) -> list[str]:
    return WORD.findall("\n".join(block.text for block in read_blocks(data)))
