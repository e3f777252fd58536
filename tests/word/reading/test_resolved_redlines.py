"""python-redlines reads tracked changes of every kind as the product does."""

from __future__ import annotations

import pytest

from drafter.word.reading.resolved import Reading, resolved
from tests.redlines_oracle import accepts_to, rejects_to, with_redlines
from tests.word.reading.test_resolved import CASES, WHOLE, r, with_changes
from tests.word.reading.test_resolved_libreoffice import file

pytestmark = [pytest.mark.no_cover, with_redlines]
KNOWN = {
    "the only paragraph deleted": "it counts a paragraph that is kept empty",
    "a body that loses all it holds": "it counts a paragraph that is kept empty",
    "the paragraph after a nested table": "it counts a paragraph that is kept empty",
    "the control after a nested table": "it counts a paragraph that is kept empty",
    "an only paragraph in a cell": "it takes out a table of which nothing is left but that",
    "all of a link, a field, a tag, a control": "it keeps what is empty",
    "a control with its only paragraph": "it keeps what is empty",
    "an equation": "it keeps what is empty",
    "the look of words": "looks cannot be turned about",
    "no look before": "looks cannot be turned about",
    "a control put around words": "marks around a control's tags cannot be turned about",
    "a control taken away from around words": "marks around a control's tags are left",
}
"""What it, or a redline turned about, has otherwise."""


def test_all_kinds_of_changes_in_one_file() -> None:
    kinds = [changed for what, (changed, _, _) in CASES.items() if what not in KNOWN]
    assert len(kinds) >= 40
    redline = file("".join(f"<w:p>{r(str(n))}</w:p>{xml}" for n, xml in enumerate(kinds)))
    assert accepts_to(redline, resolved(redline, Reading.ACCEPTED))
    assert rejects_to(redline, resolved(redline, Reading.ORIGINAL))


def test_changes_in_headers_and_notes_are_seen() -> None:
    redline = with_changes(WHOLE)
    accepted, original = (resolved(redline, reading) for reading in Reading)
    assert accepts_to(redline, accepted)
    assert rejects_to(redline, original)
    assert not accepts_to(redline, original)
    assert not rejects_to(redline, accepted)
