"""Hostile text in every field of a case comes out of the Word files character for character.

Through everything at once: the real templates, every edition, the file written and read
again.  What no document can hold is refused where it stands, and nothing is ever read as
markup, as a template's tag or as a field of Word's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from drafter.composition.markdown import markdown
from drafter.errors import CaseFileError
from drafter.pipeline.outcomes import Outcome
from tests.planting import (
    at,
    case_of,
    compose,
    drafted,
    fileable,
    load,
    put,
    signed_by_lead,
    texts,
    word_file,
)
from tests.samples import NAMES, SAMPLES, read_sample

pytestmark = pytest.mark.no_cover

HOSTILE = (
    "{{ 7*7 }} {% raw %} {# note #}",
    "{{ case.notes }}{{ a.__class__ }}",
    "<w:t>x</w:t> &amp; &#65; ]]> <!-- -->",
    "Smith & Sons <LLC> \"quoted\" 'twice'",
    "**bold** *it* _so_ `code` ~~gone~~",
    "[link](http://x.example) ![i](j) http://y.example",
    "# heading {#id .box audience=public}",
    "1. one - two > three | four",
    "::: table {#t}",
    "[NEED: x] [^1] [x]: y",
    "=cmd|' /C calc'!A0",
    "REF _Toc1 \\h PAGE \\* MERGEFORMAT",
    "\\u202e \\n C:\\temp %s %(x)s ${y} $(z)",
    "\u202eright to left\u202c \u2067isolated\u2069",
    "العربية עברית हिन्दी ไทย 漢字",
    "e\u0301 A\u030a \ufb01 \u00a0hard\u00a0blank\u00a0",
    "\U0001f469\u200d\U0001f469\u200d\U0001f467 \U0001f1fa\U0001f1f8 \u2620",
    "two  blanks\tand a tab",
    "‘single’ “double” -- --- ... ''",
    "None null undefined NaN true ~ !!str *a &b <<",
    "Robert'); DROP TABLE cases;--",
    "../../etc/passwd \\\\host\\share CON",
    "x" * 2_000,
)
REFUSED = (
    *(f'"\\{escape}"' for escape in ("u0002", "x1b[31m", "uFFFE", "0", "ud800")),
    *(f"a{letter}b" for letter in "\u0085\u2028\u0002"),
)
"""As they are typed after the colon."""
OF_WORDS = re.compile("~[0-9a-f]{12}")
"""Stands in the id of a block that is known by its words alone."""
MARKED = re.compile(r"⟦(\d+)⟧(.*?)⟦/\1⟧", re.DOTALL)


def planted(sample: Path, words: Sequence[str]) -> tuple[dict[str, Any], dict[str, str]]:
    """A case with one of the texts between marks of its own at the end of every text.

    Only names stay as they are, and what must not be filed: a gate looks for each of their words
    in what leaves.
    """
    raw, found = fileable(sample), {}
    for number, place in enumerate(texts(read_sample(sample))):
        named = place[0] in ("people", "client") and place[-1] in ("name", "short_name")
        if not named and place[0] != "safety":
            found[str(number)] = words[number % len(words)]
            put(raw, place, f"{at(raw, place)} ⟦{number}⟧{found[str(number)]}⟦/{number}⟧")
    signed_by_lead(raw)
    return raw, found


def printed(file: BytesIO) -> str:
    """Every word on the pages of a Word file, notes and margins included."""
    document = Document(file)
    parts = [document.element.body, *_parts(document, "footnotes")]
    for section in document.sections:
        for margin in (section.header, section.footer, section.first_page_header):
            parts.append(margin._element)
    return "\n".join("".join(_words(part)) for part in parts)


def aside(file: BytesIO) -> str:
    """Every word of it that no page has: comments, descriptions and properties."""
    document = Document(file)
    comments = ("".join(_words(part)) for part in _parts(document, "comments"))
    about = document.core_properties
    told = (about.title, about.subject, about.author, *_descriptions(document.element.body))
    return "\n".join((*comments, *told))


def _parts(document: Any, name: str) -> list[Any]:
    """The part of that name, if there is one."""
    parts = document.part.package.iter_parts()
    return [parse_xml(each.blob) for each in parts if each.partname == f"/word/{name}.xml"]


def _descriptions(body: Any) -> Iterator[str]:
    for drawing in body.iter(qn("wp:docPr")):
        yield drawing.get("descr")
    for words in body.iter(qn("w:tblCaption"), qn("w:tblDescription")):
        yield words.get(qn("w:val"))


def _words(part: Any) -> Iterator[str]:
    marks = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:p"): "\n"}
    for node in part.iter(qn("w:t"), *marks):
        yield marks.get(node.tag) or node.text or ""
    for node in part.iter(qn("w:instrText"), qn("w:fldSimple"), qn("w:hyperlink")):
        assert "⟦" not in "".join(node.itertext()) + str(node.attrib)


def check(text: str, words: Mapping[str, str]) -> set[str]:
    """Compare what stands between marks with what was planted; the numbers that were found."""
    found = MARKED.findall(text)
    for number, inside in found:
        assert inside in (words[number], words[number].upper())
    return {number for number, _ in found}


@pytest.mark.parametrize("sample", SAMPLES, ids=NAMES)
@pytest.mark.parametrize("first", [0, 11])
def test_what_goes_in_comes_out_of_every_document(sample: Path, first: int, law: Path) -> None:
    raw, words = planted(sample, (*HOSTILE[first:], *HOSTILE[:first]))
    done = drafted(compose(raw, law))
    assert len(done) >= 3 + ("exhibit" in raw)
    for outcome in done:
        assert outcome.draft
        found = check(printed(word_file(outcome)), words)
        assert check(aside(word_file(outcome)), words) or outcome.wanted.kind.id == "client_letter"
        fewest = {"duress_memo": len(words) // 2, "client_letter": 1}
        assert len(found) > fewest.get(outcome.wanted.kind.id, 3)
        assert set(re.findall(r"⟦(\d+)⟧", markdown(outcome.draft.document))) >= found


@pytest.mark.parametrize("sample", SAMPLES, ids=NAMES)
def test_hostile_text_shapes_no_block(sample: Path, law: Path) -> None:
    """The blocks are those of plain words: no heading, list, table or emphasis comes of it."""
    both = [drafted(compose(planted(sample, words)[0], law)) for words in (HOSTILE, ("plain",))]
    for one, other in zip(*both, strict=True):
        assert shape(one) == shape(other)


def shape(outcome: Outcome) -> list[object]:
    """What a document is made of, without its words."""
    assert outcome.draft
    return [
        (
            OF_WORDS.sub("", block.id),
            block.kind,
            block.level,
            [[run.kind for run in runs] for runs in cells],
        )
        for block in outcome.draft.document.blocks
        for cells in [(block.runs, *block.cells)]
    ]


@pytest.mark.parametrize("typed", REFUSED, ids=ascii)
def test_what_no_document_can_hold_is_refused_at_its_place(typed: str) -> None:
    raw = load(SAMPLES[0])
    text = SAMPLES[0].read_text("utf-8").replace(raw["client"]["name"], typed, 1)
    with pytest.raises(CaseFileError) as caught:
        case_of(text)
    line = text[: text.index(typed)].count("\n") + 1
    assert {each.location.line for each in caught.value.problems if each.location} == {line}
