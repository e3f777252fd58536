"""The exhibit as it is composed: its words, its margins, and what must not be in it."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import cast
from zipfile import ZipFile

import pytest
from msgspec.structs import replace

from drafter.analysis.result import Analysis
from drafter.composition.blocks import Audience, Block, BlockKind, Document, Run, RunKind
from drafter.composition.documents import Composer
from drafter.composition.gates.gates import pass_gates
from drafter.composition.templating.folders import template_folders
from drafter.errors import GateError
from drafter.word.writing.writer import WordWriter
from tests.analysis.exhibit.exhibits import APPROVED, DAY, changed, law
from tests.facts.records import record
from tests.word.documents import OFFICE

MODES = ("fre_107", "fre_1006", "sentencing")
INTERVAL = "  intervals: [{id: int, start: call, end: told, words: from call to report}]\n"


@cache
def composer() -> Composer:
    return Composer(template_folders())


def document(
    *changes: tuple[str, str], tail: str = "", checked: Path | None = None, **more: str
) -> Document:
    kind = composer().kind("surrender_exhibit")
    made = record(changed(*changes) + tail, **more)
    analysis = SimpleNamespace(record=made, doctrine=law(checked).in_force(DAY), as_of=DAY)
    return composer().compose(kind, kind.edition(), cast(Analysis, analysis))


def text(found: Document) -> str:
    return "\n".join(block.text for block in found.blocks)


def test_a_row_in_the_words_of_a_court_paper() -> None:
    rows = [block.text for block in document().blocks if block.id.startswith("front/events/")]
    assert rows[0] == "No.\tDate and time\tEvent\tSource\tSponsor"
    assert rows[1] == (
        "1\tMarch 14, 2026, at 5:48 a.m. Pacific time\tA call was made.\tG-0211 at call 7\t"
        "Officer M. Diaz"
    )
    assert rows[3].endswith(
        "She was arrested.\tEx. 4, G-0021 at p. 4; G-0305\tOfficer M. Diaz and L.R."
    )
    assert "\tMs. Ruiz to an agent: Said it again.\t" in rows[4]


@pytest.mark.parametrize("mode", MODES)
def test_the_place_of_an_event_stands_with_its_time(mode: str) -> None:
    found = document(
        ("mode: fre_107", f"mode: {mode}"),
        ("what: She was arrested.,", "what: She was arrested., where: the north gate,"),
    )
    rows = [block.text.split("\t") for block in found.blocks if "/events/" in block.id]
    assert rows[0][1] == "Date, time, and place"
    assert rows[1][1] == "March 14, 2026, at 5:48 a.m. Pacific time"
    assert rows[3][1:3] == [
        "March 14, 2026, at 8:40 a.m. Pacific time; the north gate",
        "She was arrested.",
    ]


@pytest.mark.parametrize("mode", MODES)
def test_a_draft_says_what_it_is_and_names_no_rule(mode: str) -> None:
    found = document(("mode: fre_107", f"mode: {mode}"))
    assert found.header == ("DRAFT, NOT FOR SERVICE",)
    assert not [run for block in found.blocks for run in block.runs if run.kind is RunKind.CITE]
    (legend,) = [block.text for block in found.blocks if block.style == "legend"]
    assert (
        legend
        == {
            "fre_107": "Illustrative aid; not evidence",
            "fre_1006": "Summary of writings, recordings, and photographs",
            "sentencing": "Chronology of recorded events, for sentencing",
        }[mode]
    )


@pytest.mark.parametrize(
    ("mode", "cite"),
    [
        ("fre_107", "Illustrative aid; not evidence. Fed. R. Evid. 107"),
        ("fre_1006", "photographs. Fed. R. Evid. 1006"),
        ("sentencing", "for sentencing. U.S.S.G. §\u00a06A1.3(a), p.s."),
    ],
)
def test_an_approved_exhibit_cites_its_rule_and_is_no_draft(
    mode: str, cite: str, tmp_path: Path
) -> None:
    found = document(("mode: fre_107", f"mode: {mode}"), tail=APPROVED, checked=tmp_path)
    assert found.header == ()
    assert cite in text(found)
    assert not [run for block in found.blocks for run in block.runs if run.kind is RunKind.MARK]


def test_without_a_cite_check_an_approved_exhibit_is_refused() -> None:
    with pytest.raises(GateError, match=r"Fed\. R\. Evid\. 107"):
        document(tail=APPROVED)


@pytest.mark.parametrize(
    ("mode", "last", "cell"),
    [
        ("fre_107", "Sponsor", "Officer M. Diaz and L.R."),
        ("fre_1006", "Source", "Ex. 4, G-0021 at p. 4; G-0305"),
        ("sentencing", "Kind of source", "Document and recording; two separate records"),
    ],
)
def test_each_mode_has_its_columns(mode: str, last: str, cell: str) -> None:
    found = document(("mode: fre_107", f"mode: {mode}"))
    rows = [block.text.split("\t") for block in found.blocks if "/events/" in block.id]
    assert rows[0][-1] == last
    assert rows[3][-1] == cell
    if mode == "sentencing":
        assert rows[1][-1] == "Document"


def test_an_interval_only_where_it_is_listed_and_about_as_exactly_as_the_record() -> None:
    assert "interval" not in " ".join(block.id for block in document().blocks)
    assert "From call to report (No. 1 to No. 2): about 1 hour 17 minutes." in text(
        document(tail=INTERVAL)
    )


def test_an_interval_over_a_night_on_which_clocks_were_set_says_so() -> None:
    """Else whoever counts from 12:44 to 2:41 finds an hour more than there is time between."""
    night = (("2026-03-14 05:48", "2026-11-01 00:44"), ("2026-03-14 07:05", "2026-11-01 02:41"))
    interval = "about 2 hours 57 minutes (clocks were set back 1 hour in between)."
    assert interval in text(document(*night, tail=INTERVAL))


def test_an_interval_over_a_change_of_the_courts_clock_alone_says_by_which_it_was() -> None:
    """The picture tells both times by the court's clock, by which they look an hour further."""
    night = (
        ("2026-03-14 05:48", "2026-03-08 03:20 America/Denver"),
        ("2026-03-14 07:05", "2026-03-08 05:05 America/Denver"),
    )
    found = document(*night, tail=INTERVAL)
    assert (
        "about 1 hour 45 minutes (by Pacific time, clocks were set forward 1 hour in between)."
    ) in text(found)
    assert figure_of(found).text.count("about 1 hour 45 minutes (clocks were set forward 1") == 1


def test_what_the_picture_tells_by_one_clock_needs_no_other_explained() -> None:
    """Mountain clocks alone were set forward; the picture tells no time by them."""
    night = (
        ("2026-03-14 05:48", "2026-03-08 01:20 America/Denver"),
        ("2026-03-14 07:05", "2026-03-08 01:35"),
    )
    found = document(*night, tail=INTERVAL)
    assert "(by Mountain time, clocks were set forward 1 hour in between)." in text(found)
    assert "clocks were set" not in figure_of(found).text


def test_the_sticker_and_the_caption() -> None:
    found = document()
    first, *rest = [block.text for block in found.blocks]
    assert first == "Defense Exhibit 4"
    assert rest[:2] == ["UNITED STATES DISTRICT COURT", "SOUTHERN DISTRICT OF CALIFORNIA"]
    assert rest[2:5] == [
        "UNITED STATES OF AMERICA,\tNo. 3:26-cr-00001-ABC",
        "v.\t",
        "ANA RUIZ, Defendant.\t",
    ]
    unnumbered = document(("  number: Defense Exhibit 4\n", ""))
    assert unnumbered.blocks[0].text == "Exhibit number to be assigned"
    assert found.properties.title == "Chronology of Events"
    assert found.properties.subject == ""


def test_a_time_by_another_clock_is_given_by_the_courts_too() -> None:
    there = ("when: 2026-03-14 05:48", "when: 2026-03-14 06:48 America/Denver")
    assert "6:48 a.m. Mountain time (March 14, 2026, at 5:48 a.m. Pacific time)" in text(
        document(there)
    )
    assert "Pacific time (" not in text(document(there))


def test_counsels_title_stands_once() -> None:
    shown = text(document(("  mode:", "  title: Chronology of March 14, 2026\n  mode:")))
    assert shown.count("Chronology of March 14, 2026") == 1


@pytest.mark.parametrize("mode", MODES)
def test_no_word_of_argument(mode: str) -> None:
    found = document(("mode: fre_107", f"mode: {mode}"), tail=INTERVAL)
    said = text(found).casefold()
    for word in ("duress", "threat", "disputed", "safe", "surrender", "privileged", "element"):
        assert word not in said
    assert {block.audience for block in found.blocks} == {Audience.OUTWARD}
    assert found.header == ("DRAFT, NOT FOR SERVICE",)


def test_the_name_of_a_minor_stops_it() -> None:
    with pytest.raises(GateError, match="`girl` may not be named"):
        document(("A call was made", "A call about Lucía was made"))


def refused(words: str) -> list[str]:
    """What stops an exhibit of a client with an alias, whose child has the same surname."""
    with pytest.raises(GateError) as refusal:
        document(("A call was made", words), client="alias: A.R.")
    return [str(each) for each in refusal.value.problems]


def test_a_childs_name_that_the_client_has_too_may_mean_the_client() -> None:
    """Whoever wrote the child's initials for the client's surname would accuse the child."""
    said = [each for each in refused("Ms. Ruiz made a call") if "/event/call does" in each]
    (only,) = said
    assert "`girl` or `client` may not be named" in only
    told = "“Ruiz” may mean the client (then write A.R.) or `girl` (then write L.R.)"
    assert only.endswith(told)
    assert "{id: call, what: Ms. Ruiz made" in only


def test_a_name_that_is_the_childs_alone_means_the_child() -> None:
    said = [each for each in refused("Lucía Ruiz called") if "/event/call does" in each]
    (child,) = (each for each in said if "`girl` may not be named" in each)
    assert child.endswith("write L.R. wherever others may read it")
    assert "may mean the client" not in child


@pytest.mark.parametrize("mode", MODES)
def test_it_can_be_written_to_word(mode: str, root: Path) -> None:
    found = document(("mode: fre_107", f"mode: {mode}"), tail=INTERVAL)
    assert WordWriter(root / "templates" / "office.docx").write(found)[:2] == b"PK"


def figure_of(found: Document) -> Block:
    (figure,) = (block for block in found.blocks if block.kind is BlockKind.FIGURE)
    return figure


def test_the_picture_says_what_the_table_says() -> None:
    found = document()
    rows = [block for block in found.blocks if block.id.startswith("front/events/event/")]
    figure = figure_of(found)
    assert figure.figure
    marks = ["".join(run.text for run in cell) for cell in figure.cells[: len(rows)]]
    for row, mark in zip(rows, marks, strict=True):
        number, _, event, *_ = row.text.split("\t")
        assert mark.startswith(f"{number}. Mar. 14, ")
        assert event.removesuffix(".").casefold() in mark.casefold()
    assert marks[1] == "2. Mar. 14, about 7:05 a.m.: She told an officer"


def test_the_picture_has_the_numbers_of_an_exhibit_already_served() -> None:
    found = document(tail="  served_numbers: {call: '6', held: '7'}\n")
    marks = figure_of(found).cells[:4]
    assert [cell[0].text for cell in marks] == ["6", "6A", "7", "8"]


@pytest.mark.parametrize("mode", MODES)
def test_an_interval_is_drawn_only_where_counsel_lists_it(mode: str) -> None:
    change = ("mode: fre_107", f"mode: {mode}")
    assert figure_of(document(change)).figure.spans == ()  # type: ignore[union-attr]
    figure = figure_of(document(change, tail=INTERVAL))
    assert len(figure.figure.spans) == 1  # type: ignore[union-attr]
    assert "A. From call to report: about 1 hour 17 minutes" in figure.text


def test_the_picture_shows_no_reading_of_the_defense() -> None:
    """A threat, its end, a chance and a conflict are in the case, and none is in the drawing."""
    found = document(
        (
            "when: 2026-03-12,",
            "when: 2026-03-12, ended: 2026-03-14 06:37, conflicts_with: [spoken],",
        ),
        ("what: A stop., when", "what: A quixel stop., safe: yes, when"),
    )
    figure = figure_of(found)
    assert figure.figure
    assert not any(mark.disputed for mark in figure.figure.marks)
    assert len(figure.figure.marks) == 4
    xml = word_xml(found)
    for word in ("quixel", "disputed", "threat", "safe", "opportunity", "ended", "6:37"):
        assert word not in figure.text
        assert word not in xml


def word_xml(found: Document) -> str:
    """Every part of the file that is XML."""
    with ZipFile(BytesIO(WordWriter(OFFICE).write(found))) as package:
        names = [name for name in package.namelist() if name.startswith("word/document")]
        return "".join(package.read(name).decode() for name in names)


def test_the_gates_read_the_words_in_the_drawing() -> None:
    found = document()
    figure = figure_of(found)
    made = record(changed())
    hidden = (Run("Lucía Ruiz"),), (Run("Call 078-05-1120"),)
    for cell, message in zip(hidden, ("may not be named", "49.1"), strict=True):
        leaking = replace(figure, cells=(*figure.cells[:-1], cell))
        blocks = tuple(leaking if each is figure else each for each in found.blocks)
        with pytest.raises(GateError, match=message):
            pass_gates(replace(found, blocks=blocks), made.case_file, law().in_force(DAY))
    pass_gates(found, made.case_file, law().in_force(DAY))


def test_no_picture_of_one_event_or_of_more_than_a_page_holds() -> None:
    one = document(("events: [call, told, held, spoken]", "events: [call]"))
    assert not any(block.kind is BlockKind.FIGURE for block in one.blocks)
    assert "Timeline of" not in text(one)


def test_the_clock_of_the_court_stands_beside_that_of_a_row() -> None:
    elsewhere = tuple(
        (f"when: {each}", f"when: {each} America/Boise")
        for each in ("2026-03-14 05:48", "about 2026-03-14 07:05", "2026-03-14 08:40")
    )
    found = document(*elsewhere, ("2026-03-14 11:15", "2026-03-14 11:15 America/Tijuana"))
    rows = [block.text.split("\t")[1] for block in found.blocks if "/events/" in block.id]
    assert rows[1] == (
        "March 14, 2026, at 5:48 a.m. Mountain time (March 14, 2026, at 4:48 a.m. Pacific time)"
    )
    assert rows[2] == (
        "March 14, 2026, at about 7:05 a.m. Mountain time "
        "(March 14, 2026, at about 6:05 a.m. Pacific time)"
    )
    assert rows[4] == ("March 14, 2026, at 11:15 a.m. Tijuana time (the same by the court’s clock)")


def test_by_the_clock_of_the_court_an_hour_that_occurred_twice_is_no_other_hour() -> None:
    found = document(
        ("2026-03-14 05:48", "2026-11-01 01:22 America/Boise"),
        ("about 2026-03-14 07:05", "2026-11-01 02:22 America/Boise"),
    )
    rows = [block.text.split("\t") for block in found.blocks if "/events/" in block.id]
    told = {row[2]: row[1] for row in rows}
    assert told["A call was made."] == (
        "November 1, 2026, at 1:22 a.m. Mountain time, an hour that occurred twice that day "
        "(November 1, 2026, at 12:22 a.m. Pacific time or 1:22 a.m. Pacific daylight time)"
    )
    assert told["She told an officer."] == (
        "November 1, 2026, at 2:22 a.m. Mountain time "
        "(November 1, 2026, at 1:22 a.m. Pacific standard time)"
    )
    (figure,) = [block for block in found.blocks if block.id == "front/timeline"]
    assert "12:22 a.m. or 1:22 a.m. daylight time" in figure.text
