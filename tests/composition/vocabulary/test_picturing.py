"""A picture as a figure: what is drawn, its words, and who may see it."""

from __future__ import annotations

import pytest

from drafter.analysis.exhibit.picture_types import (
    InternalGap,
    InternalPicture,
    InternalRow,
    Picture,
    PictureGap,
    PictureRow,
    is_drawable,
)
from drafter.analysis.exhibit.pictures import find_picture
from drafter.analysis.ties import ties_of
from drafter.composition.blocks import STAMP, Audience, BlockKind
from drafter.composition.figures import Sign
from drafter.composition.markdown import markdown
from drafter.composition.vocabulary.picturing import functions, picture
from drafter.errors import TemplateError
from drafter.facts.intervals import span_between
from drafter.facts.record import Record
from tests.composition.rendering import FUNCTIONS, refusal, render
from tests.composition.test_markdown import document
from tests.facts.records import moment, record

ZONE = "America/Los_Angeles"
GIVEN = type(FUNCTIONS)(FUNCTIONS.filters, {**FUNCTIONS.globals, **functions()})


def shown(*rows: tuple[str, str]) -> Picture:
    made = (
        PictureRow(f"row-{at}", str(at), moment(when, ZONE), what=what)
        for at, (when, what) in enumerate(rows, 1)
    )
    return Picture(ZONE, tuple(made))


THREE = shown(
    ("2026-03-14 05:48", "A call was made."),
    ("about 2026-03-14 07:05", "She told an officer."),
    ("between 2026-03-14 08:00 and 2026-03-14 08:40", "She was arrested."),
)


def words(drawn: Picture | InternalPicture) -> list[str]:
    return ["".join(run.text for run in cell) for cell in picture(drawn).cells]


def test_marks_by_how_exactly_they_are_known() -> None:
    figure = picture(THREE).figure
    assert [mark.sign for mark in figure.marks] == [Sign.EXACT, Sign.ABOUT, Sign.WITHIN]
    lengths = [high - low for low, high in (mark.bounds for mark in figure.marks) if low and high]
    assert lengths == [0, 60, 40]
    assert figure.key == (Sign.EXACT, Sign.WITHIN, Sign.ABOUT)
    assert not any(mark.disputed for mark in figure.marks)


def test_the_words_of_a_mark_are_its_number_its_time_and_the_event() -> None:
    assert words(THREE)[:3] == [
        "1. Mar. 14, 5:48 a.m.: A call was made.",
        "2. Mar. 14, about 7:05 a.m.: She told an officer.",
        "3. Mar. 14, 8:00–8:40 a.m.: She was arrested.",
    ]
    assert "Mar. 14, 2026, 5:48 a.m." in words(THREE)


def test_a_side_that_is_open_stays_open() -> None:
    figure = picture(shown(("before 2026-03-14 05:48", "a"), ("2026-03-14 09:00", "b"))).figure
    assert figure.marks[0].bounds[0] is None
    assert figure.marks[0].sign is Sign.WITHIN


def test_an_interval_about_a_time_is_drawn_from_the_time_as_written() -> None:
    first, second = THREE.rows[0].moment, THREE.rows[1].moment
    gap = PictureGap("g", first, second, span_between(first, first), "from call to talk", True)
    drawn = picture(Picture(ZONE, THREE.rows, (gap,)))
    (line,) = drawn.figure.spans
    assert line.end[0] == line.end[1]
    assert words(Picture(ZONE, THREE.rows, (gap,)))[3].startswith("A. From call to talk: about ")


CASE = """\
threats:
  - {id: threat-1, kinds: [death], when: 2026-03-12 20:30, ended: 2026-03-14 06:00,
     conflicts_with: [said]}
opportunities:
  - {id: chance, what: A stop., when: 2026-03-13 09:00, safe: yes}
events:
  - {id: call, what: A call., when: 2026-03-14 05:48}
  - {id: came, kind: surrender, what: She came., when: about 2026-03-14 07:05}
  - {id: never, what: Something., when: unknown}
statements:
  - {id: said, basis: recording, to: an agent, when: 2026-03-14 11:15, summary: said another day}
"""


def inside(case: str = CASE) -> tuple[Record, InternalPicture]:
    made = record(case)
    found = find_picture(made, ties_of(made))
    assert found is not None
    return made, found


def test_the_memo_shows_what_is_disputed_once_for_each_account() -> None:
    _, found = inside()
    disputes = {row.facts[0].id: row.disputes for row in found.rows if row.disputes}
    numbers = {fact.id: row.number for row in found.rows for fact in row.facts}
    assert disputes == {"threat-1": (numbers["said"],), "said": (numbers["threat-1"],)}
    drawn = picture(found)
    framed = [mark.disputed for mark in drawn.figure.marks]
    assert framed == [bool(row.disputes) for row in found.rows]
    assert Sign.DISPUTED in drawn.figure.key
    assert f"threat; disputed, see {numbers['said']}" in words(found)[0]


def test_the_memo_leaves_out_what_has_no_time_and_says_which() -> None:
    made, found = inside()
    assert found.undrawn == (str(len(made.chronology)),)
    assert "never" not in {fact.id for row in found.rows for fact in row.facts}


def test_the_memo_shows_the_time_between_the_steps_with_its_bounds() -> None:
    made, found = inside()
    spans = {each.id: each for each in made.surrender.spans}
    assert found.gaps
    for gap in found.gaps:
        assert gap.span in (spans[gap.id].span, spans[gap.id].counted)
    (told_of,) = (each for each in words(found) if "hreat objectively ended to surrender" in each)
    assert told_of.endswith(": between 35 minutes and 1 hour 35 minutes")


def test_a_time_that_another_threat_may_lengthen_is_told_as_one_reading() -> None:
    at_once = CASE.replace("ended: 2026-03-14 06:00", "ended: 2026-03-14 04:10")
    late = "  - {id: threat-2, kinds: [death], when: 2026-03-14 05:00}\nopportunities:"
    for case, one in ((at_once, False), (at_once.replace("opportunities:", late), True)):
        (line,) = (e for e in words(inside(case)[1]) if "began to threat objectively ended" in e)
        assert ("(on one reading)" in line) is one


def test_spans_of_the_same_bounds_are_one_line() -> None:
    _, found = inside()
    twice = InternalPicture(found.zone, found.rows, (found.gaps[0], found.gaps[0]), ())
    assert len(picture(twice).figure.spans) == 1
    assert words(twice)[len(found.rows)].count("; ") == 1


def test_a_memos_numbers_make_no_version_and_an_exhibits_do() -> None:
    _, found = inside()
    assert all(cell[0].ref.startswith(STAMP) for cell in picture(found).cells[: len(found.rows)])
    assert not any(run.ref for cell in picture(THREE).cells for run in cell)


def test_the_memos_picture_is_for_the_team_and_names_its_facts() -> None:
    _, found = inside()
    drawn = picture(found)
    assert drawn.audience is Audience.INTERNAL
    assert set(drawn.facts) == {fact.id for row in found.rows for fact in row.facts}


@pytest.mark.parametrize(("events", "drawn"), [(58, True), (59, False)])
def test_a_picture_has_no_more_rows_than_one_page_holds(events: int, drawn: bool) -> None:
    """The count of the case begins and ends: two rows more."""
    rows = (f"  - {{id: e-{at}, what: A., when: 2026-03-14 13:{at:02}}}\n" for at in range(events))
    made = record("events:\n" + "".join(rows))
    assert (find_picture(made, ties_of(made)) is not None) is drawn


def test_a_picture_is_of_more_than_one_instant() -> None:
    now, later = moment("2026-03-14 05:48"), moment("2026-03-14 05:49")
    assert not is_drawable([now, now])
    assert is_drawable([now, later])


BODY = "# Facts {#facts}\n{{ picture(f) }}What it shows. {#time .figure}"


def test_a_template_makes_one_block_of_it() -> None:
    (_, block) = render(BODY, functions=GIVEN, f=THREE)
    assert block.kind is BlockKind.FIGURE
    assert block.id == "facts/time"
    assert block.figure == picture(THREE).figure
    assert "She told an officer." in block.text
    assert block.told.split("\n") == ["What it shows.", *words(THREE)[:3]]


def test_the_markdown_says_what_the_picture_shows() -> None:
    written = markdown(document(*render(BODY, functions=GIVEN, f=THREE)))
    assert "What it shows.\n\n- **1**. Mar. 14, 5:48 a.m.: A call was made.\n- **2**." in written
    assert "exact time" not in written


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("{{ picture(f) }} words", "a picture inside other words"),
        ("{{ picture(f) }}{{ picture(f) }} {#a .figure}", "a picture inside other words"),
        ("Words alone {.figure}", "a figure without a picture"),
        ("{{ picture(f.rows) }} {.figure}", "a list is no picture"),
        ("- {{ picture(f) }} {.figure}", "`.figure` is for paragraphs"),
        ("{{ clock_of(none) }}", "no picture"),
    ],
)
def test_what_is_no_figure_is_refused_at_its_line(body: str, message: str) -> None:
    where, said = refusal(body, functions=GIVEN, f=THREE)
    assert where.startswith("body.md.j2:1:")
    assert message in said


def test_a_picture_that_is_left_out_leaves_no_block() -> None:
    body = "{% if f.gaps %}\n{{ picture(f) }} {#a .figure}\n{% endif %}"
    assert render(body, functions=GIVEN, f=THREE) == ()


def test_a_zone_that_is_none_is_refused() -> None:
    with pytest.raises(TemplateError, match="no time zone"):
        picture(Picture("Mars/Olympus", THREE.rows))


def test_rows_and_gaps_of_the_exhibit_have_no_field_for_what_it_may_not_show() -> None:
    """The memo's words for a dispute, a step or a count have no place in what goes out."""
    extra = set(InternalRow.__struct_fields__) - set(PictureRow.__struct_fields__)
    assert extra == {"facts", "begun", "ended", "disputes"}
    extra = set(InternalGap.__struct_fields__) - set(PictureGap.__struct_fields__)
    assert extra == {"steps", "one_reading"}
    assert set(Picture.__struct_fields__) == {"zone", "rows", "gaps"}
