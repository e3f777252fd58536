"""Citations, quotations and marks."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.composition.blocks import Audience, Run, RunKind
from drafter.doctrine import Doctrine, Library
from drafter.errors import DrafterError, TemplateError
from tests.composition.cases import DAY, compose, library

DIXON = "dixon_scotus_2006"


def law() -> Doctrine:
    return library().in_force(DAY)


def runs(template: str, audience: Audience = Audience.INTERNAL) -> tuple[Run, ...]:
    return tuple(run for block in compose(template, audience).blocks for run in block.runs)


def test_a_case_name_is_italic_and_everything_points_to_the_authority() -> None:
    name, cite, mark = runs(f'{{{{ cite("{DIXON}") }}}}')
    assert (name.text, name.italic, name.kind) == ("Dixon v. United States", True, RunKind.CITE)
    assert (cite.text, cite.italic) == (", 548 U.S. 1 (2006)", False)
    assert mark.kind is RunKind.MARK
    assert mark.text.startswith(" [quoted from the Court’s syllabus")
    assert mark.text.endswith("not cite-checked]")
    assert {run.ref for run in (name, cite, mark)} == {DIXON}


def test_a_statute_has_no_name() -> None:
    cite, _ = runs('{{ cite("usc18_28") }}')
    assert (cite.text, cite.italic) == ("18 U.S.C. §\u00a028", False)


def test_the_mark_is_long_once_then_short_and_stands_at_every_cite() -> None:
    cite = f'{{{{ cite("{DIXON}") }}}}'
    first, second, third = compose(f"{cite} {cite} {{#a}}\n\n{cite} {{#b}}\n\n{cite} {{#c}}").blocks
    assert first.text.count("[") == 2
    assert "syllabus" in first.text
    assert first.text.endswith("548 U.S. 1 (2006) [not cite-checked]")
    for later in (second, third):
        assert later.text == "Dixon v. United States, 548 U.S. 1 (2006) [not cite-checked]"


def test_marks_are_settled_in_the_cells_of_a_table_too() -> None:
    cell = f'{{{{ cite("{DIXON}") }}}}'
    rows = f"| {cell} | {cell} | {{#r}}\n| {cell} | x | {{#s}}"
    first, second = compose(f'::: table {{#t}} widths="500 500" header=0\n{rows}\n:::').blocks
    assert first.text.count("[") == 2
    assert first.text.endswith("[not cite-checked]")
    assert "[not cite-checked]" in second.text


def test_a_cite_may_go_without_its_mark() -> None:
    assert compose(f'{{{{ cite("{DIXON}", mark=false) }}}}').text.endswith("(2006)")


def test_a_quotation_has_typographic_marks_single_within() -> None:
    text = compose('{{ quote("becerra_ca9_1993", mark=false) }}').text
    assert text.startswith("“the defendant failed")
    assert "was ‘in his restaurant constantly, often for six to seven hours per day.’” " in text
    assert text.endswith("United States v. Becerra, 992 F.2d 960, 964 (9th Cir. 1993)")


def test_what_is_cited_stands_in_the_block() -> None:
    (block,) = compose(f'{{{{ cite("{DIXON}") }}}} {{{{ quote("usc18_28") }}}}').blocks
    assert block.authorities == (DIXON, "usc18_28")


def test_cited_lists_cases_first_then_statutes_by_name_and_by_kind() -> None:
    cites = "".join(
        f'{{{{ cite("{id}") }}}} ' for id in ("usc18_28", "becerra_ca9_1993", DIXON, "usc18_28")
    )
    listed = "{% for each in cited() %}{{ each.id }} {% endfor %}"
    kinds = (
        "{% for group in cited_kinds() %}{{ group.id }}:"
        "{% for each in group.authorities %} {{ each.id }}{% endfor %};{% endfor %}"
    )
    blocks = compose(f"{cites}{{#a}}\n\n{listed} {{#b}}\n\n{kinds} {{#c}}").blocks
    assert blocks[1].text.split() == [DIXON, "becerra_ca9_1993", "usc18_28"]
    assert blocks[2].text == f"case: {DIXON} becerra_ca9_1993;statute: usc18_28;"


def test_a_lead_is_refused_but_may_be_named_for_research() -> None:
    with pytest.raises(TemplateError, match="nobody has read") as refused:
        compose('{{ cite("blanco_ca11_1985") }}')
    assert refused.value.problems[0].location is not None
    text = compose('{{ lead("blanco_ca11_1985") }}').text
    assert "not read" in text
    assert "[" in text


def test_an_authority_that_is_not_there_is_named() -> None:
    with pytest.raises(DrafterError, match="nowhere"):
        compose('{{ cite("nowhere") }}')


def test_words_that_stop_within_their_sentence_say_so() -> None:
    broken = compose('{{ quote("johnson_ca9_1992", mark=false) }}').text
    assert "as it interacts with sentencing ...” United States v. Johnson" in broken
    whole = compose('{{ quote("usc18_3553_a", mark=false) }}').text
    assert "of this subsection.” 18 U.S.C." in whole


def test_words_that_were_not_seen_cannot_be_quoted() -> None:
    unquoted = "booker_scotus_2005"
    assert "543 U.S." in compose(f'{{{{ cite("{unquoted}") }}}}').text
    with pytest.raises(TemplateError, match="no words of"):
        compose(f'{{{{ quote("{unquoted}") }}}}')


@pytest.mark.parametrize("marked", [f'authority("{DIXON}")', "point"])
def test_a_mark_stands_alone_without_brackets(marked: str) -> None:
    point = law().circuit("ca9").burden
    template = f"{{{{ mark({marked}) }}}}"
    (run,) = (run for block in compose(template, point=point).blocks for run in block.runs)
    assert (run.kind, run.ref) == (RunKind.MARK, "")
    assert "cite-checked" in run.text
    assert "[" not in run.text


def test_a_mark_of_something_without_one_is_refused() -> None:
    with pytest.raises(TemplateError, match="has no mark"):
        compose("{{ mark(f.arrest) }}")


def test_what_a_record_derives_from_an_authority_is_marked_as_derived() -> None:
    point = law().circuit("ca6").burden
    cite = f'{{{{ cite("{DIXON}", of=point) }}}}'
    text = compose(f'{cite} {cite} {{{{ cite("{DIXON}") }}}}', point=point).text
    assert text.count("[derived from texts that were read; counsel to confirm]") == 1
    assert text.count("(2006) [derived]") == 1
    assert text.endswith("holding known from a summary; not cite-checked]")


def test_a_record_known_as_well_as_its_authority_has_the_mark_of_the_authority() -> None:
    point = law().circuit("scotus").burden
    text = compose(f'{{{{ cite("{DIXON}", of=point) }}}}', point=point).text
    assert "[quoted from the Court’s syllabus" in text


def test_words_in_quotation_marks_are_marked_as_seen_where_they_were() -> None:
    rule = next(each for each in law().circuit("ca11").elements if each.reproduced_by)
    assert rule.marks.words == "secondary"
    cite = "{{ cite(rule.authority, of=rule, quoted=%s) }}"
    assert (
        f"[quoted as reproduced by {rule.reproduced_by}" in compose(cite % "true", rule=rule).text
    )
    assert "quoted as reproduced" not in compose(cite % "false", rule=rule).text


def test_a_record_of_an_account_has_its_own_mark_though_the_opinion_was_seen() -> None:
    point = next(p for p in law().circuit("ca2").production if p.value == "instruction_given")
    text = compose("{{ cite(point.authority, of=point) }}", point=point).text
    assert text.endswith("[known from a summary; not cite-checked]")


def test_the_name_of_a_case_is_italic_in_what_a_record_says() -> None:
    point = law().circuit("ca6").burden
    found = compose("{{ says(point)|stop }}", point=point).blocks[0].runs
    assert [run.text for run in found if run.italic] == ["Dixon"]
    assert "".join(run.text for run in found) == point.statement


def test_what_a_record_says_can_go_without_its_stop_before_a_mark() -> None:
    point = law().circuit("ca6").burden
    found = compose("{{ says(point)|bare }} [so marked].", point=point).text
    assert found == f"{point.statement.removesuffix('.')} [so marked]."


def test_what_a_case_is_cited_for_is_what_the_document_said() -> None:
    point = law().circuit("ca6").burden
    cited = f'{{{{ cite("{DIXON}", of=point) }}}} {{{{ cite("usc18_28", of=point) }}}}'
    said = f'{{% for each in cited_for("{DIXON}") %}}{{{{ each.said }}}}{{% endfor %}}'
    statute = '{% for each in cited_for("usc18_28") %}{{ each.said }}{% endfor %}'
    _, case, text = compose(
        f"{cited} {{#a}}\n\n{said} {{#b}}\n\n{statute} {{#c}}", point=point
    ).blocks
    assert case.text == point.statement
    assert text.text == law().authority("usc18_28").proposition


@pytest.mark.parametrize("audience", [Audience.OUTWARD, Audience.SEALED])
@pytest.mark.parametrize(
    "printed", ['lead("blanco_ca11_1985")', 'mark(authority("usc18_28"))', 'claim("L05").claim']
)
def test_nothing_of_the_office_goes_outward(audience: Audience, printed: str) -> None:
    with pytest.raises(TemplateError):
        compose(f"{{{{ {printed} }}}}", audience)


def test_outward_a_cite_has_no_mark() -> None:
    assert compose(f'{{{{ cite("{DIXON}") }}}}', Audience.OUTWARD).text.endswith("(2006)")


def test_claims_can_be_left_out() -> None:
    listed = "{% for each in claims() %}{{ each.id }} {% endfor %}"
    assert compose(listed).text.split()[:2] == ["L01", "L02"]
    with pytest.raises(TemplateError, match="left out"):
        compose(listed, claims=False)


def test_what_is_no_longer_law_says_so() -> None:
    assert "; no longer in force]" in compose('{{ cite("ussg_5k2_12") }}').text
    assert "in force" not in compose('{{ cite("usc18_28") }}').text


def test_a_cite_check_of_the_office_is_the_mark(tmp_path: Path) -> None:
    checked = tmp_path / "authorities" / f"{DIXON}.yaml"
    checked.parent.mkdir()
    checked.write_text(
        f"id: {DIXON}\nmarks:\n  cite_check: "
        "{by: A. Pike, on: 2026-11-01, tool: citator, history: none}\n"
    )
    law = Library.load(tmp_path)
    cite = f'{{{{ cite("{DIXON}") }}}}'
    first, second = compose(f"{cite} {{#a}}\n\n{cite} {{#b}}", law=law).blocks
    assert first.text.endswith("[cite-checked by A. Pike on November 1, 2026]")
    assert second.text.endswith("[cite-checked]")


def test_a_quotation_is_cited_to_its_page_where_that_is_known(tmp_path: Path) -> None:
    (tmp_path / "authorities").mkdir()
    record = tmp_path / "authorities" / "amor_ca2_1994.yaml"
    record.write_text("id: amor_ca2_1994\npin: '434'\n", encoding="utf-8")
    template = '{{ quote("amor_ca2_1994") }} {{ cite("amor_ca2_1994") }}'
    pinned = compose(template, law=Library.load(tmp_path)).text
    assert "United States v. Amor, 24 F.3d 432, 434 (2d Cir. 1994) [" in pinned
    assert pinned.count("434") == 1
    assert "24 F.3d 432 (2d Cir. 1994)" in compose('{{ quote("amor_ca2_1994") }}').text
