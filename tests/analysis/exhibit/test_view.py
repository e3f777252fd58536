"""What the exhibit shows, and that it holds nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from drafter.analysis.exhibit.view import exhibit_view
from drafter.casefile.case import ExhibitMode
from drafter.casefile.fact import Basis, Section
from drafter.errors import CaseFileError
from drafter.facts.clocks import ClockChange
from tests.analysis.exhibit.exhibits import APPROVED, BODY, DAY, changed, law, view
from tests.facts.records import record
from tests.records import names_of

LISTED = "  - {id: wit-cousin, basis: witness, handling: open, person: cousin, knows: It.}\n"
SENTENCING = ("mode: fre_107", "mode: sentencing")


def test_rows_in_time_order_each_with_its_source() -> None:
    shown = view(("events: [call, told, held, spoken]", "events: [spoken, held, told, call]"))
    assert [(row.number, row.id) for row in shown.rows] == [
        *(("1", "call"), ("2", "told"), ("3", "held"), ("4", "spoken"))
    ]
    first, second, third, last = shown.rows
    assert (first.what, first.speaker, first.to) == ("A call was made", "", "")
    assert [(each.name, each.pin) for each in first.sources] == [("G-0211", "call 7")]
    assert [(each.name, each.pin) for each in second.sources] == [("Ex. 4, G-0021", "p. 3")]
    assert [each.id for each in third.sources] == ["report", "video"]
    assert (last.speaker, last.to, last.what) == ("Ms. Ruiz", "an agent", "said it again")


def test_about_a_time_stands_at_that_time() -> None:
    shown = view(("05:48", "06:55"))
    assert [row.id for row in shown.rows][:2] == ["call", "told"]
    assert shown.approximate
    assert not view(("about 2026-03-14 07:05", "2026-03-14 07:05")).approximate


def test_events_of_one_moment_keep_counsels_order() -> None:
    same = ("2026-03-14 08:40", "2026-03-14 05:48")
    assert [row.id for row in view(same).rows][:2] == ["call", "held"]
    swapped = ("events: [call, told, held,", "events: [held, told, call,")
    assert [row.id for row in view(same, swapped).rows][:2] == ["held", "call"]


def test_a_sponsor_is_on_the_witness_list_and_under_an_alias() -> None:
    """Whom the item names and who names the item, as far as they are listed and open."""
    shown = {row.id: row.sponsors for row in view().rows}
    assert shown["call"] == ("Officer M. Diaz",)
    assert shown["told"] == ("Officer M. Diaz",)
    assert shown["spoken"] == ("L.R.",)
    protected = (
        "name: Teresa Ocampo,",
        "name: Teresa Ocampo, protected: at risk, alias: Witness 1,",
    )
    by_cousin = ("bates: G-0211,\n     witness: officer", "bates: G-0211,\n     witness: cousin")
    listed = ("witnesses:\n", "witnesses:\n" + LISTED)
    assert view(protected, by_cousin, listed).rows[0].sponsors == ("Witness 1",)
    assert view(by_cousin, listed).rows[0].sponsors == ("Teresa Ocampo",)


def test_an_expert_may_sponsor_once_the_team_lets_it_be_known() -> None:
    expert = "experts: [{{id: exp, {}name: H. Voss, field: digital, topic: It, sponsors: [log]}}]\n"
    known = ("witnesses:\n", expert.format("basis: expert, handling: open, ") + "witnesses:\n")
    kept = ("witnesses:\n", expert.format("") + "witnesses:\n")
    assert view(known).rows[0].sponsors == ("Officer M. Diaz", "H. Voss")
    assert view(kept).rows[0].sponsors == ("Officer M. Diaz",)


def test_an_item_without_a_number_by_what_it_is_and_testimony_by_its_witness() -> None:
    bare = ("what: Call log, bates: G-0211", "what: Call log.")
    source = view(bare).rows[0].sources[0]
    assert (source.name, source.testimony) == ("Call log", False)
    told = (bare, ("phone_records, form: writing", "phone_records, form: testimony"))
    source = view(*told).rows[0].sources[0]
    assert (source.name, source.testimony) == ("Officer M. Diaz", True)


def test_the_summary_names_only_records() -> None:
    """A source of another form may stand behind a row, but not in a summary of records."""
    mixed = (
        ("mode: fre_107", "mode: fre_1006"),
        ("document, form: recording", "document, form: object"),
        ("[call, told, held, spoken]", "[call, told, held]"),
    )
    assert [each.id for each in view(*mixed).rows[2].sources] == ["report"]


def test_reliability_counts_records_that_do_not_repeat_each_other() -> None:
    rows = view(SENTENCING).rows
    assert (rows[2].basis, rows[2].records) == (Basis.DOCUMENT, 2)
    copied = ("{id: video, kind: document,", "{id: video, derives_from: [report], kind: document,")
    assert view(SENTENCING, copied).rows[2].records == 1


def test_a_draft_names_no_rule_and_an_approved_exhibit_does(tmp_path: Path) -> None:
    draft = view()
    assert (draft.approved, draft.authority) == (False, None)
    for mode, id in (
        ("fre_107", "fre_107"),
        ("fre_1006", "fre_1006"),
        ("sentencing", "ussg_6a1_3_a"),
    ):
        shown = view(("mode: fre_107", f"mode: {mode}"), tail=APPROVED, checked=tmp_path)
        assert (shown.mode, shown.approved, shown.authority) == (ExhibitMode(mode), True, id)


def test_a_later_row_takes_a_number_between_served_ones() -> None:
    shown = view(tail="  served_numbers: {call: '6', held: '7'}\n")
    assert [(row.id, row.number) for row in shown.rows] == [
        *(("call", "6"), ("told", "6A"), ("held", "7"), ("spoken", "8"))
    ]


def test_only_the_intervals_counsel_listed() -> None:
    assert view().intervals == ()
    tail = "  intervals: [{id: int, start: call, end: told, words: from call to report}]\n"
    (shown,) = view(tail=tail).intervals
    assert (shown.start, shown.end, shown.words) == ("1", "2", "from call to report")
    # From the times as written: how far `about` reaches is the office's reading, no record.
    assert (shown.span.exact, shown.span.shortest) == (True, timedelta(minutes=77))
    assert shown.about
    (exact,) = view(tail=tail.replace("told", "held")).intervals
    assert not exact.about


def test_an_interval_over_a_night_on_which_clocks_were_set() -> None:
    """12:44 a.m. to 3:41 a.m. is less than the times of the rows say."""
    tail = "  intervals: [{id: int, start: call, end: told, words: from call to report}]\n"
    start = ("2026-03-14 05:48", "2026-03-08 00:44")
    (shown,) = view(start, ("about 2026-03-14 07:05", "2026-03-08 03:41"), tail=tail).intervals
    assert shown.span.shortest == timedelta(minutes=117)
    assert shown.clocks == (ClockChange(timedelta(hours=1), back=False),)
    assert view(tail=tail).intervals[0].clocks == ()


def test_the_caption_of_the_court() -> None:
    caption = view().caption
    assert caption.court == ("UNITED STATES DISTRICT COURT", "SOUTHERN DISTRICT OF CALIFORNIA")
    assert (caption.defendant, caption.docket) == ("ANA RUIZ", "3:26-cr-00001-ABC")


@pytest.mark.parametrize(
    ("district", "division", "line"),
    [
        ("flnd", "pensacola", "PENSACOLA DIVISION"),
        ("idd", "southern", "SOUTHERN DIVISION"),
        ("innd", "lafayette", "HAMMOND DIVISION AT LAFAYETTE"),
    ],
)
def test_the_caption_names_the_division(district: str, division: str, line: str) -> None:
    zoned = changed(
        *((text, f"{text} America/Chicago") for text in ("05:48", "07:05", "08:40", "11:15"))
    )
    found = record(zoned, district=district, division=division)
    assert exhibit_view(found, law().in_force(DAY)).caption.court[-1] == line


def test_without_an_exhibit_there_is_nothing_to_show() -> None:
    bare = BODY[: BODY.index("exhibit:\n  mode")]
    with pytest.raises(CaseFileError, match="no `exhibit:` is planned"):
        exhibit_view(record(bare), law().in_force(DAY))


def test_nothing_the_team_wrote_for_itself_is_in_the_view() -> None:
    """A word planted in every internal field of the case is in none of the view's."""
    planted = (
        ("{id: call,", "{id: call, note: ZEBRA, strategy: ZEBRA, where: at home,"),
        ("{id: spoken,", "{id: spoken, note: ZEBRA, says: [{element: fear, text: ZEBRA}],"),
        ("{id: log,", "{id: log, note: ZEBRA, strategy: ZEBRA, admissible_through: ZEBRA,"),
        ("{id: wit,", "{id: wit, note: ZEBRA, strategy: ZEBRA,"),
        ("knows: It.", "knows: ZEBRA"),
        ("relation: officer}", "relation: ZEBRA}"),
    )
    shown = view(*planted)
    texts = list(_texts(shown))
    assert "Officer M. Diaz" in texts
    assert not [text for text in texts if "ZEBRA" in text]


def _texts(value: object) -> Iterator[str]:
    """Every text within a view; a part of the case file itself may not be in it."""
    assert not isinstance(value, Section), type(value)
    if isinstance(value, str):
        yield str(value)
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    else:
        for name in names_of(type(value)):
            yield from _texts(getattr(value, name))
