"""Record cites, gaps, names and pronouns."""

from __future__ import annotations

import pytest

from drafter.composition.blocks import Audience, RunKind
from drafter.errors import TemplateError
from tests.composition.cases import CASE, compose


@pytest.mark.parametrize(
    ("told", "printed"),
    [
        (
            'f["threat-1"]',
            "(G-0211 at call 7; Ex. 4 at March 13, 2026, 7:12 a.m.; client’s account; privileged)",
        ),
        ("f.arrest", "(G-0021 at p. 4; Elena Sosa, work product; document)"),
        ("f.seen", "(recording, none named)"),
        ("f.ward", "(document, none named; medical)"),
        ('f["ev-log"]', "(G-0211; document)"),
        (
            "[f.seen, f.ward, f.seen]",
            "(recording, none named) (document, none named; medical)",
        ),
        ("case.charges[0]", "(count 1)"),
    ],
)
def test_a_source_names_items_basis_and_handling(told: str, printed: str) -> None:
    assert compose(f"{{{{ source({told}) }}}}").text == printed


def test_an_item_handled_otherwise_than_its_fact_says_so_to_the_team() -> None:
    case = CASE.replace("{id: ward,", "{id: ward, sources: [ev-report, ev-witness],")
    inside = "(G-0021; Elena Sosa, work product; document; medical)"
    assert compose("{{ source(f.ward) }}", case=case).text == inside
    assert compose("{{ source(f.ward) }}", Audience.SEALED, case=case).text == "(G-0021)"
    case = CASE.replace(
        "{id: ward, basis: document, handling: medical,",
        "{id: ward, basis: document, handling: privileged, sources: [ev-witness],",
    )
    assert compose("{{ source(f.ward) }}", case=case).text == "(Elena Sosa; document; privileged)"


def test_a_source_is_a_run_that_points_to_the_fact() -> None:
    (block,) = compose("{{ source(f.arrest) }}").blocks
    assert [(run.kind, run.ref) for run in block.runs] == [(RunKind.SOURCE, "arrest")]
    assert block.sources == ("arrest", "ev-report", "ev-witness")
    assert block.audience is Audience.INTERNAL  # what the aunt told is work product


@pytest.mark.parametrize("audience", [Audience.OUTWARD, Audience.SEALED])
def test_outward_only_items_are_named_and_nothing_of_basis_or_handling(audience: Audience) -> None:
    told = "It was seen. {{ source(f.seen) }} So it was. {{ source(f.seen) }}"
    (block,) = compose(told, audience).blocks
    assert block.text == "It was seen. So it was."
    assert block.sources == ("seen",)


def test_outward_only_open_items_are_named() -> None:
    (block,) = compose("{{ source(f.arrest) }}", Audience.OUTWARD).blocks
    assert block.text == "(G-0021 at p. 4)"
    assert block.audience is Audience.OUTWARD
    assert "ev-witness" not in block.sources


@pytest.mark.parametrize(
    ("printed", "message"),
    [
        ("source(case)", "a Case has no source"),
        ("source([])", "no fact to give the source of"),
        ('source("x")', "text has no source"),
        ("moment_of(case)", "a Case has no moment"),
        ("need(f.arrest)", "says what is missing, not a Event"),
        ('need(" ")', "says what is missing"),
        ('name("nobody")', "nobody in the case has that id"),
        ('they("plural")', "no form text"),
    ],
)
def test_misuse_stops_the_draft_at_its_tag(printed: str, message: str) -> None:
    with pytest.raises(TemplateError, match=message) as refused:
        compose(f"Words.\n\n{{{{ {printed} }}}} {{#b}}")
    place = refused.value.problems[0].location
    assert place is not None
    assert (place.line, place.column) == (3, 1)


@pytest.mark.parametrize("pin", ["2026-13-45", "2026-03-13 27:12", "00:03:10", "p. 4, lines 2-9"])
def test_a_pin_that_is_no_date_stays_as_it_is_written(pin: str) -> None:
    case = CASE.replace("ev-report at p. 4", f"'ev-report at {pin}'")
    assert f"(G-0021 at {pin}; " in compose("{{ source(f.arrest) }}", case=case).text


def test_a_gap_is_a_marker_with_typographic_apostrophes() -> None:
    (block,) = compose('{{ need("the judge\'s name") }}').blocks
    assert block.text == "[NEED: the judge’s name]"
    assert block.runs[0].kind is RunKind.GAP


def test_a_gap_of_the_record_asks_in_its_own_words() -> None:
    printed = compose("{% for gap in record.gaps %}{{ need(gap) }}{% endfor %}").text
    assert "[NEED: the judge’s name]" in printed


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("case.matter.judge", "[NEED: who judges]"),
        ("f.arrest.what", "Officers arrested Ms. Ruiz."),
        ("moment_of(f.ward)|moment", "[NEED: who judges]"),
        ("moment_of(f.arrest)|moment", "March 14, 2026, at 8:40 a.m. Pacific time"),
    ],
)
def test_fill_prints_the_value_or_what_is_missing(value: str, printed: str) -> None:
    assert compose(f'{{{{ fill({value}, "who judges") }}}}').text == printed


def test_what_fill_prints_keeps_its_fact() -> None:
    (block,) = compose('{{ fill(f["threat-1"].words, "the words") }}').blocks
    assert (block.sources, block.audience) == (("threat-1",), Audience.INTERNAL)


@pytest.mark.parametrize(
    ("who", "inside", "outside"),
    [
        ("client", "Ms. Ruiz", "Ms. Ruiz"),
        ("rolo", "Rogelio Tapia", "Rogelio Tapia"),
        ("girl", "Lucía Ruiz", "L.R."),
        ("aunt", "Elena Sosa", "Relative 1"),
        ("teen", "Iker Paz", "I.P."),
    ],
)
def test_outward_a_minor_or_protected_person_has_the_alias(
    who: str, inside: str, outside: str
) -> None:
    template = f'{{{{ name("{who}") }}}}'
    assert compose(template).text == inside
    assert compose(template, Audience.OUTWARD).text == outside
    assert compose(template, Audience.SEALED).text == outside


@pytest.mark.parametrize(
    ("pronouns", "printed"),
    [
        ("she", "she her her herself is"),
        ("he", "he him his himself is"),
        ("they", "they them their themselves are"),
    ],
)
def test_pronouns_and_their_verb(pronouns: str, printed: str) -> None:
    template = (
        '{{ they() }} {{ they("object") }} {{ they("possessive") }} {{ they("reflexive") }} '
        '{{ verb("is", "are") }}'
    )
    case = CASE.replace("pronouns: she", f"pronouns: {pronouns}")
    assert compose(template, case=case).text == printed


def test_a_note_is_for_the_team_whatever_the_handling() -> None:
    said, noted = compose("{{ f.arrest.what }} {#a}\n\n{{ f.arrest.note }} {#b}").blocks
    assert (said.audience, noted.audience) == (Audience.OUTWARD, Audience.INTERNAL)


def test_an_answer_is_for_the_team_whatever_the_handling() -> None:
    (block,) = compose("{{ f.ans.answer }}").blocks
    assert block.audience is Audience.INTERNAL


@pytest.mark.parametrize(
    ("form", "word"),
    [("writing", "document"), ("recording", "recording"), ("object", "object")],
)
def test_an_item_that_is_no_writing_is_not_called_a_document(form: str, word: str) -> None:
    case = CASE.replace(
        "kind: document, form: writing, handling: open",
        f"kind: document, form: {form}, handling: open",
    )
    assert compose('{{ source(f["ev-report"]) }}', case=case).text == f"(G-0021; {word})"
