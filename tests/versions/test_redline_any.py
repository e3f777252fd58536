"""Files as other programs write them: their redline gives back both, and Word can open it."""

from __future__ import annotations

import pytest

from drafter.versions.redline import Hand, redline
from drafter.word.reading.inspection import inspect
from drafter.word.reading.opened import Opened
from drafter.word.reading.reader import read_blocks
from drafter.word.reading.resolved import Reading, resolved
from tests.versions.soundness import faults
from tests.versions.wordfiles import (
    LIST,
    ONE_PICTURE,
    STYLES,
    Files,
    bookmarked,
    commented,
    controls,
    field,
    headed,
    headers,
    line,
    linked,
    noted,
    notes,
    picture,
    table,
    threads,
    word_file,
)

HAND = Hand("A. Vega", "2026-11-28T00:00:00Z")
A, B, C = line("One."), line("Two two."), line("Three.")
ANCHOR = "_d0000000000000001"
ITEM = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
CHART = Files(
    A + picture("rC") + C,
    links={"rC": ("chart", "charts/chart1.xml")},
    raw={
        "word/charts/chart1.xml": ("application/vnd.chart+xml", b"<c/>"),
        "word/embeddings/book.xlsx": ("application/vnd.sheet", b"PK"),
    },
    pointed={"word/charts/chart1.xml": {"rId1": ("package", "../embeddings/book.xlsx")}},
)
PICTURED = Files(
    A + picture("rP") + linked("rL", "a link") + C,
    links={"rP": ("image", "media/image1.png"), "rL": ("hyperlink", "http://example.org/")},
    raw=ONE_PICTURE,
)
FOOT = {"footnotes": notes("footnote", "note one")}
LONGER = {"footnotes": notes("footnote", "note two", more=("with more",))}
END = {"endnotes": notes("endnote", "note one")}
OTHER_END = {"endnotes": notes("endnote", "note zero", "note one")}
ADDRESS = Files(
    noted("footnote", "One.", 1) + C,
    {"footnotes": notes("footnote", "see", inside=linked("rF", "there"))},
    pointed={"word/footnotes.xml": {"rF": ("hyperlink", "http://example.org/")}},
)
FIRST = Files(headed(A, "header a default", "header b first"), headers("a", "b"))
TURNED = Files(headed(A, "header b first", "header a default"), headers("a", "b"))
DEFAULT = Files(headed(A, "header a default"), headers("a"))
SHOWN = Files(
    headed(A, "header a default"),
    {"header a": line("Of a, changed") + picture("rP")},
    raw=ONE_PICTURE,
    pointed={"word/headera.xml": {"rP": ("image", "media/image1.png")}},
)
PAIRS = {
    "controls, tags, tabs": (Files(controls("x")), Files(controls("y"))),
    "controls and none": (Files(controls("x")), Files(A + B)),
    "a table at the end": (Files(A + table(B)), Files(A + table(C))),
    "a table and no line": (Files(table(A)), Files(A)),
    "tables in tables": (Files(A + table(table(B) + C) + A), Files(A + table(table(C) + C) + A)),
    "pictures and links": (Files(A + C), PICTURED),
    "a chart with its sheet": (Files(A + C), CHART),
    "footnotes of several lines": (
        Files(noted("footnote", "One.", 1), FOOT),
        Files(noted("footnote", "One.", 1), LONGER),
    ),
    "endnotes": (
        Files(noted("endnote", "One.", 1), END),
        Files(noted("endnote", "New.", 1) + noted("endnote", "One.", 2), OTHER_END),
    ),
    "endnotes and none": (Files(A), Files(noted("endnote", "One.", 1), END)),
    "a link in a note": (Files(A + C), ADDRESS),
    "bookmarks over lines": (
        Files(bookmarked("X", A, B) + C),
        Files(A + bookmarked("X", B, C) + bookmarked("Y", line("Four."), C)),
    ),
    "a bookmark that came": (Files(A + B + C), Files(bookmarked("X", line("One more."), B) + C)),
    "fields over lines": (Files(A + field("one", "two") + C), Files(A + field("1", "two") + C)),
    "headers of the first page": (DEFAULT, FIRST),
    "headers in another order": (FIRST, TURNED),
    "headers and none": (Files(A), FIRST),
    "a picture in a header": (DEFAULT, SHOWN),
    "comments with answers": (Files(commented("One."), threads("Yes.")),
                              Files(commented("Two."), threads("No."))),
    "a list": (Files(A + C), Files(A + line("Item", ITEM) + C, {"numbering": LIST})),
    "anchors twice": (Files(bookmarked(ANCHOR, A) + bookmarked(ANCHOR, B, id=2)),
                      Files(bookmarked(ANCHOR, C) + bookmarked(ANCHOR, B, id=2))),
    "no text at all": (Files(""), Files(A + B)),
}  # fmt: skip


def said(data: bytes) -> list[str]:
    return [each.text for each in read_blocks(data)]


@pytest.mark.parametrize("name", PAIRS)
def test_it_gives_back_both_files_and_leads_nowhere_wrong(name: str) -> None:
    files = [word_file(each) for each in PAIRS[name]]
    before = {fault for data in files for fault in faults(data)}
    for old, new in (files, files[::-1]):
        found = redline(old, new, HAND, {})
        assert said(resolved(found, Reading.ACCEPTED)) == said(new)
        assert said(resolved(found, Reading.ORIGINAL)) == said(old)
        assert [each for each in faults(found) if each not in before] == []


def test_a_file_without_styles_lists_or_links_gets_those_of_the_other() -> None:
    bare = word_file(Files(A + C, styles=False))
    quoted = line("Quoted.", '<w:pPr><w:pStyle w:val="Quote"/></w:pPr>')
    rich = word_file(Files(A + quoted + line("Item", ITEM) + picture("rP") + C,
                           {"numbering": LIST}, links=PICTURED.links, raw=ONE_PICTURE))  # fmt: skip
    found = redline(bare, rich, HAND, {})
    assert faults(found) == []
    file = Opened(found)
    assert [file.named(kind, file.main) for kind in ("styles", "numbering", "image")] == [
        *(["word/styles.xml"], ["word/numbering.xml"]),
        ["word/image1.png"],
    ]


def test_the_heading_of_a_list_of_contents_is_a_heading_whatever_its_style_is_called() -> None:
    def listed(style: str) -> bytes:
        look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        named = (
            f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="{style}"/></w:style>'
        )
        return word_file(Files(line("Contents", look) + A, {"styles": STYLES + named}))

    found = redline(listed("TOC Heading"), listed("Heading"), HAND, {})
    assert said(resolved(found, Reading.ORIGINAL)) == ["Contents", "One."]


def test_an_id_that_is_of_another_style_in_the_other_file_is_no_sign_of_the_same_look() -> None:
    def named(name: str) -> bytes:
        style = f'<w:style w:type="paragraph" w:styleId="S1"><w:name w:val="{name}"/></w:style>'
        look = '<w:pPr><w:pStyle w:val="S1"/></w:pPr>'
        return word_file(Files(line("One.", look) + A, {"styles": STYLES + style}))

    found = redline(named("Block Text"), named("Warning"), HAND, {})
    styles = [read_blocks(resolved(found, each))[0].style for each in Reading]
    assert styles == ["Warning", "Block Text"]


def test_every_header_of_a_use_follows_though_the_section_before_it_goes() -> None:
    use = '<w:sectPr><w:headerReference w:type="default" r:id="header{}"/></w:sectPr>'
    old = line("Gone.", f"<w:pPr>{use.format('a')}</w:pPr>") + A + use.format("b")
    same = {f"header {name}": line("PRIVILEGED") for name in "ab"}
    new = headed(A, "header a default")
    pair = word_file(Files(old, same)), word_file(Files(new, {"header a": line("OPEN")}))
    found = resolved(redline(*pair, HAND, {}), Reading.ACCEPTED)
    assert {each.text for each in inspect(found).margins} == {"OPEN"}


def test_what_an_endnote_says_is_marked_word_by_word() -> None:
    old, new = (
        word_file(Files(noted("endnote", "One.", 1), {"endnotes": notes("endnote", f"R. {pin}.")}))
        for pin in ("11", "12")
    )
    found = {(each.kind, each.text) for each in inspect(redline(old, new, HAND, {})).changes}
    assert found == {("deletion", "11"), ("insertion", "12")}
