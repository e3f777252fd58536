"""What other programs make of redlines of the samples, one document of each."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from drafter.versions.align import plain
from drafter.versions.redline import Hand, redline
from drafter.word.reader import read_blocks
from drafter.word.uncommented import uncommented
from tests.libreoffice import accepted, rejected, resaved, with_libreoffice
from tests.redlines_oracle import accepts_to, rejects_to, with_redlines
from tests.samples import SAMPLES, cite_checked
from tests.versions.redrafts import written
from tests.versions.test_sample_redlines import versions

pytestmark = pytest.mark.no_cover

HAND = Hand("A. Vega", "2026-11-28T00:00:00Z")
_NOTE = re.compile(r" \(\(.*?\)\)")


@cache
def pairs() -> list[tuple[bytes, bytes]]:
    """Of each sample, one document in two versions, without comments; of all, every kind.

    Both programs stumble over comments: LibreOffice 7.4 without a window ends when it accepts a
    change that has one, and python-redlines counts the mark of one as a word.
    """
    found: list[tuple[bytes, bytes]] = []
    with TemporaryDirectory() as folder:
        law = cite_checked(Path(folder) / "law")
        for place, sample in enumerate(SAMPLES):
            before, after, _ = versions(sample, law)
            series = sorted(before.keys() & after.keys())
            name = series[place % len(series)]
            old, new = (uncommented(written(each[name])) for each in (before, after))
            found.append((old, new))
    return found


@with_libreoffice
def test_libreoffice_reads_them_so() -> None:
    redlines = [redline(old, new, HAND, {}) for old, new in pairs()]
    olds, news = (resaved([each[at] for each in pairs()]) for at in (0, 1))
    for old, new, back, on in zip(olds, news, rejected(redlines), accepted(redlines), strict=True):
        assert lines(back) == lines(old)
        assert lines(on) == lines(new)


def lines(data: bytes) -> list[str]:
    """What a file says without its notes.

    Where one note gave way to another, LibreOffice 7.4 leaves the words of both in the one.
    """
    return [plain(_NOTE.sub("", block.text)) for block in read_blocks(data)]


@with_redlines
def test_python_redlines_reads_them_so() -> None:
    for old, new in pairs():
        found = redline(old, new, HAND, {})
        assert accepts_to(found, new)
        assert rejects_to(found, old)
