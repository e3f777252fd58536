"""Hostile text in, the same text out of the Word file, through everything that prints a value."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from unicodedata import category

import pytest
from docx import Document as WordDocument
from docx.oxml.ns import qn
from hypothesis import example, given, settings
from hypothesis import strategies as st

from drafter.composition.blocks import Audience, Document, Properties
from drafter.word.writing.writer import WordWriter
from tests.composition.cases import CASE, compose

pytestmark = pytest.mark.no_cover

OFFICE = Path(__file__).resolve().parents[2] / "templates" / "office.docx"

hostile = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1),
    st.text(st.sampled_from(list("{}%#|<>&*_`[]\\\"'-. ab\t")), min_size=1),
    st.sampled_from(
        [
            "{{ case.notes }}",
            "{% include 'x' %}",
            "Smith & Sons <LLC> end",
            "**bold** *it* # no {#id}",
            "]]> <!-- --> <w:t>",
            "=cmd|' /C calc'!A0",
            "\u202eright to left\u202c",
            "ﬀ ℡ \U0001f600",
        ]
    ),
).filter(lambda text: _seen(text) and not _unwritable(text))


def _seen(text: str) -> bool:
    """Whether something of it shows; the case file refuses other text."""
    return any(category(letter) not in ("Cf", "Zs", "Zl", "Zp") for letter in text.strip())


def _unwritable(text: str) -> bool:
    return any(ord(letter) in (0xFFFE, 0xFFFF) or letter in "\ufeff" for letter in text)


def word_texts(template: str, case: str) -> list[str]:
    """The paragraphs of the Word file that a template makes of a case."""
    blocks = compose(template, case=case).blocks
    document = Document("letter", Audience.INTERNAL, Properties("Letter"), (), "", blocks)
    content = io.BytesIO(WordWriter(OFFICE).write(document))
    paragraphs = WordDocument(content).element.body.iter(qn("w:p"))
    return ["".join(_words(paragraph)) for paragraph in paragraphs]


def _words(paragraph: object) -> list[str]:
    marks = {qn("w:t"): None, qn("w:tab"): "\t", qn("w:br"): "\n"}
    return [
        marks[node.tag] or node.text or ""
        for node in paragraph.iter(*marks)  # type: ignore[attr-defined]
    ]


PRINTED = {
    "a value": ("{{ f.told.what }}", "{}"),
    "name": ('{{ name("odd") }}', "{}"),
    "name in possessive": ('{{ name("odd")|possessive }}', "{}’s"),
    "source": ("{{ source(f.told) }}", "({} at p. 4; document)"),
    "source of a pin": ("{{ source(f.pinned) }}", "(G-1 at {}; document)"),
    "fill": ('{{ fill(f.told.where, "where") }}', "{}"),
    "joined": ("{{ join_and([f.told.what, f.told.where]) }}", "{} and {}"),
    "a cell": (
        '::: table {#t} widths="500 500" header=0\n| {{ f.told.what }} | {{ f.told.where }} |\n:::',
        "{}",
    ),
}


@pytest.mark.parametrize("printed", sorted(PRINTED))
@given(text=hostile)
@settings(max_examples=40)
@example(text="Smith & Sons <LLC> end")
@example(text="2026-03-14 x")
def test_what_goes_in_comes_out(printed: str, text: str) -> None:
    template, expected = PRINTED[printed]
    value = json.dumps(text, ensure_ascii=False)
    pin = json.dumps(f"ev-odd at {text}", ensure_ascii=False)
    case = CASE.replace(
        "people:\n", f"people:\n  - {{id: odd, name: {value}, relation: friend}}\n"
    ).replace(
        "events:\n",
        f"events:\n  - {{id: told, basis: document, what: {value}, where: {value}, "
        "handling: open, sources: [ev-bates at p. 4]}\n"
        f"  - {{id: pinned, basis: document, what: x, handling: open, sources: [{pin}]}}\n",
    )
    case = case.replace(
        "evidence:\n",
        f"evidence:\n  - {{id: ev-bates, kind: document, form: writing, handling: open, what: x, "
        f"bates: {value}}}\n"
        "  - {id: ev-odd, kind: document, form: writing, handling: open, what: x, bates: G-1}\n",
    )
    said = _as_read(text)
    if printed == "source of a pin":
        said = said.replace("2026-03-14", "March 14, 2026")
    # A space between `p.` and its number is written as one that no line may end at.
    tied = str.maketrans("\N{NO-BREAK SPACE}", " ")
    written = word_texts(template, case)[0].translate(tied)
    assert written == expected.replace("{}", said).translate(tied)


def _as_read(text: str) -> str:
    """Text as the case file has it: blanks around it are no part of it; a line end is a space."""
    return re.sub(r"[\r\n]+", " ", text.strip())
