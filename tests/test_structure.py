"""The structure of every document of every sample, as a reader and a screen reader meet it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from drafter.cli import main
from drafter.word.officefile import w
from drafter.word.package import unpack
from tests.samples import AS_OF, NAMES, SAMPLES, filing_day

_LEVELS = {f"Heading{n}{more}": n for n in range(1, 5) for more in ("", "Unnumbered")}


@pytest.fixture(params=SAMPLES, ids=NAMES, scope="module")
def papers(
    request: pytest.FixtureRequest, law: Path, tmp_path_factory: pytest.TempPathFactory
) -> list[Path]:
    """Every document of a sample that is not refused."""
    sample, folder = request.param, tmp_path_factory.mktemp("papers")
    common = ["draft", str(sample), "--output", str(folder), "--law", str(law)]
    runs = [["--kind", "all", "--as-of", AS_OF.isoformat()]]
    for edition in ("filing", "sealed"):
        kind = ["--kind", "mitigation_outline", "--edition", edition]
        runs.append([*kind, "--as-of", filing_day(sample).isoformat()])
    for run in runs:
        done = CliRunner().invoke(main, [*common, *run])
        assert done.exit_code in (0, 6), done.output
    return sorted(folder.rglob("*.docx"))


def body_of(path: Path) -> ElementTree.Element:
    return ElementTree.fromstring(unpack(path.read_bytes())["word/document.xml"])


def style_of(paragraph: ElementTree.Element) -> str:
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    assert style is not None
    return style.get(w("val"), "")


def text_of(element: ElementTree.Element) -> str:
    return "".join(each.text or "" for each in element.iter(w("t")))


def problems(path: Path) -> Iterator[str]:
    parts, body = unpack(path.read_bytes()), body_of(path)
    core = parts["docProps/core.xml"].decode()
    if "<dc:title>" not in core or "<dc:language>en-US<" not in core:
        yield "says no title or language"
    levels = [_LEVELS[style] for p in body.iter(w("p")) if (style := style_of(p)) in _LEVELS]
    if levels and levels[0] != 1:
        yield "its first heading is not of level 1"
    for above, level in pairwise(levels):
        if level > above + 1:
            yield f"a heading of level {level} follows one of level {above}"
    yield from _of_tables(body, path)
    yield from _of_references(body)
    inside = {id(p) for cell in body.iter(w("tc")) for p in cell.iter(w("p"))}
    for p in body.iter(w("p")):
        if id(p) not in inside and not text_of(p) and style_of(p) != "TableGap":
            yield f"an empty paragraph in style {style_of(p)}"


def _of_tables(body: ElementTree.Element, path: Path) -> Iterator[str]:
    children = list(body[0])
    for place, table in enumerate(children):
        if table.tag != w("tbl"):
            continue
        headed = table.find(f"{w('tr')}/{w('trPr')}/{w('tblHeader')}") is not None
        if headed != (table.find(f"{w('tblPr')}/{w('tblLook')}").get(w("firstRow")) == "1"):
            yield "a table that does not look as it is marked"
        said = table.find(f"{w('tblPr')}/{w('tblCaption')}")
        if headed and said is None and "surrender_exhibit" not in path.name:
            yield f"a table without a caption: {text_of(table)[:60]}"
        if said is not None:
            before = children[place - 1]
            if style_of(before) != "Caption" or not text_of(before).endswith(said.get(w("val"))):
                yield f"a caption that does not stand at its table: {said.get(w('val'))}"


def _of_references(body: ElementTree.Element) -> Iterator[str]:
    names = [each.get(w("name"), "") for each in body.iter(w("bookmarkStart"))]
    if len(set(names)) != len(names):
        yield "two bookmarks of one name"
    headings = {
        mark.get(w("name")): text_of(p)
        for p in body.iter(w("p"))
        if style_of(p) in _LEVELS
        for mark in p.iter(w("bookmarkStart"))
    }
    for link in body.iter(w("hyperlink")):
        if link.get(w("anchor")) not in headings:
            yield f"a reference to nothing: {text_of(link)}"
        elif headings[link.get(w("anchor"))] not in text_of(link):
            yield f"a reference in other words than its heading: {text_of(link)}"


def test_every_document_is_sound_in_structure(papers: list[Path]) -> None:
    assert papers
    found = [f"{path.name}: {problem}" for path in papers for problem in problems(path)]
    assert not found, "\n".join(found)


def test_a_memo_refers_and_counts(papers: list[Path]) -> None:
    memos = [body_of(path) for path in papers if "duress_memo" in path.name]
    assert memos
    for body in memos:
        fields = [each.get(w("instr"), "").split()[0] for each in body.iter(w("fldSimple"))]
        assert fields.count("REF") >= 2
        assert fields.count("SEQ") >= 10
        assert [each.get(w("orient")) for each in body.iter(w("pgSz"))].count("landscape") <= 1
