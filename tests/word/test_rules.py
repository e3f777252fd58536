"""Every document of every sample keeps every rule, and every rule finds what breaks it."""

from __future__ import annotations

import pytest

from drafter.composition.blocks import Audience
from drafter.word.reading.inspection import inspect
from drafter.word.reading.unfit import unfit
from drafter.word.writing.writer import WordWriter
from tests.papers import papers
from tests.samples import NAMES
from tests.word.documents import OFFICE, everything
from tests.word.planted import changed, planted
from tests.word.rules import RULES, File, Rule

WHOLE = WordWriter(OFFICE).write(everything())
BODY = "word/document.xml"
BROKEN = {
    "direct_formatting": {BODY: ("<w:body><w:p><w:pPr>", '<w:jc w:val="center"/>')},
    "empty_paragraphs": {BODY: ("<w:body>", "<w:p/>")},
    "undefined_styles": {BODY: ("<w:body>", '<w:p><w:pPr><w:pStyle w:val="X"/></w:pPr></w:p>')},
    "undefined_numbers": {
        BODY: ("<w:body><w:p><w:pPr>", '<w:numPr><w:numId w:val="99"/></w:numPr>')
    },
    "loose_links": {BODY: ("<w:body>", '<w:hyperlink r:id="rId99"/>')},
    "doubled_ids": {BODY: ("<w:body>", '<w:bookmarkStart w:id="1" w:name="x"/>')},
    "open_ranges": {BODY: ("<w:body>", '<w:r><w:fldChar w:fldCharType="begin"/></w:r>')},
    "loose_notes": {BODY: ("<w:body>", '<w:r><w:footnoteReference w:id="3"/></w:r>')},
    "undescribed": {BODY: ("<w:body>", '<p:docPr xmlns:p="urn:p" id="1"/>')},
}


def breaches(rule: Rule) -> dict[str, list[str]]:
    """What breaks a rule, by paper."""
    found = {name: list(dict.fromkeys(rule(file))) for name, file in _files().items()}
    return {name: wrong[:5] for name, wrong in found.items() if wrong}


def _files(known: dict[str, File] = {}) -> dict[str, File]:  # noqa: B006
    if not known:
        known |= {name: File(paper.data) for name, paper in papers().items()}
        known["everything"] = File(WHOLE)
    return known


def test_every_sample_is_among_the_papers() -> None:
    assert set(NAMES) <= {name.partition("-duress_memo")[0] for name in papers()}
    assert len(papers()) > 4 * len(NAMES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_document_keeps_the_rule(rule: Rule) -> None:
    assert breaches(rule) == {}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_rule_finds_what_breaks_it(rule: Rule) -> None:
    if rule.__name__ == "untyped_parts":
        assert list(rule(File(planted())))
        return
    assert not list(rule(File(WHOLE)))
    assert list(rule(File(changed(WHOLE, BROKEN[rule.__name__], {}))))


def test_no_paper_that_may_leave_has_anything_unfit_in_it() -> None:
    """But for the stamp of an exhibit that nobody approved."""
    leaving = {n: p.data for n, p in papers().items() if p.audience is not Audience.INTERNAL}
    assert len(leaving) > 2 * len(NAMES)
    told = {name: unfit(inspect(data)) for name, data in leaving.items()}
    found = {(each.id, *each.examples) for every in told.values() for each in every}
    assert found <= {("marked", "DRAFT, NOT FOR SERVICE")}
    assert "anchors" in {each.id for each in unfit(inspect(WHOLE))}
