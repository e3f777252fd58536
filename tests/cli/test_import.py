"""``drafter import``: rows of a spreadsheet as items of a case file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.casefile.columns import Written, value_of
from drafter.yamlfile import parse, read
from tests.cli.running import drafter

LANES = "border_video,CBP San Ysidro,authority_present; client_alone,2"
PRODUCTION = f"""\
Beg Bates,Description,Doc Date,Kind,Custodian,Traits,Pages
USAO-000501,"Port cameras, lanes 4-6",3/14/2026 5:15 AM,{LANES}
,,,,,,
USAO-000502,'Export of ""thread 2""',03/12/2026,messages,,,
USAO-000503,Booking sheet: no. 4,2026-03-14 11:31:05,document,,,9
""".replace("'", '"')
ASKED = (
    *("--into", "evidence", "--ids", "usao", "--skip", "Pages"),
    *("--column", "Beg Bates=bates", "--column", "Description=what", "--column", "Doc Date=when"),
    *("--column", "Custodian=preservation.holder"),
    *("--set", "form=writing", "--set", "preservation.status=secured"),
)


@pytest.fixture
def table(desk: Path) -> Path:
    path = desk / "production.csv"
    path.write_text(PRODUCTION, "utf-8")
    return path


def test_rows_become_items_that_the_case_file_takes(desk: Path, table: Path) -> None:
    case = desk / "courier.yaml"
    before = case.read_bytes()
    done = drafter("import", case, table, *ASKED)
    assert done.exit_code == 0, done.stderr
    assert case.read_bytes() == before
    assert done.stderr == f"3 items: put what is printed under `evidence:` in {case}.\n"
    assert parse(f"evidence:\n{done.stdout}", "x").value["evidence"] == [
        {
            "id": "usao-001",
            "bates": "USAO-000501",
            "what": "Port cameras, lanes 4-6",
            "when": "2026-03-14 05:15",
            "kind": "border_video",
            "preservation": {"holder": "CBP San Ysidro", "status": "secured"},
            "traits": ["authority_present", "client_alone"],
            "form": "writing",
        },
        {
            "id": "usao-002",
            "bates": "USAO-000502",
            "what": 'Export of "thread 2"',
            "when": "2026-03-12",
            "kind": "messages",
            "form": "writing",
        },
        {
            "id": "usao-003",
            "bates": "USAO-000503",
            "what": "Booking sheet: no. 4",
            "when": "2026-03-14 11:31",
            "kind": "document",
            "form": "writing",
        },
    ]
    text = before.decode().replace("evidence:\n", f"evidence:\n{done.stdout}", 1)
    assert text != before.decode()
    case.write_text(text, "utf-8")
    assert drafter("check", case).exit_code == 0
    assert len(read(case).value["evidence"] or ()) == 3 + 8


def test_numbers_go_on_after_those_that_the_case_has(desk: Path, table: Path) -> None:
    case = desk / "courier.yaml"
    text = case.read_text("utf-8")
    case.write_text(text.replace("id: ev-clinic", "id: usao-041").replace("ev-clinic", "usao-041"))
    done = drafter("import", case, table, *ASKED)
    assert [line for line in done.stdout.splitlines() if "id:" in line] == [
        "  - id: usao-042",
        "  - id: usao-043",
        "  - id: usao-044",
    ]


def test_a_section_that_the_case_has_not_is_begun(desk: Path) -> None:
    case = desk / "courier.yaml"
    assert "experts" not in read(case).value
    (desk / "experts.csv").write_text(
        "ID;Name;Field;Topic\nexp-9;Dr. A. Weiß;digital;Where a handset was\n", "utf-8-sig"
    )
    done = drafter("import", case, "experts.csv", "--into", "experts")
    assert done.exit_code == 0, done.stderr
    assert done.stdout.startswith("experts:\n  - id: exp-9\n    name: Dr. A. Weiß\n")
    with case.open("a", encoding="utf-8") as file:
        file.write(done.stdout)
    assert drafter("check", case).exit_code == 0


def test_every_mistake_is_told_at_its_cell_and_nothing_is_printed(desk: Path) -> None:
    (desk / "bad.csv").write_text(
        "id,what,when,kind,form,about,preservation lost after\n"
        "ev-messages,A,14/3/2026,border_vidoe,writing,threat-visit;nobody,\n"
        "new-1,B,3/14/2026 25:10,document,,,2026-13-01\n"
        "new-1,,2026-03-14 02:30,document,writing,,\n",
        "utf-8",
    )
    done = drafter("import", "courier.yaml", "bad.csv", "--into", "evidence")
    assert done.exit_code == 2
    assert done.stdout == ""
    told = [line for line in done.stderr.splitlines() if line.startswith("bad.csv:")]
    assert [line.partition(" cannot")[0].partition(" names")[0] for line in told] == [
        "bad.csv:2:1: id: The id `ev-messages` is given twice, first at courier.yaml:236:10.",
        "bad.csv:2:3: when: `14/3/2026`",
        "bad.csv:2:4: kind: `border_vidoe`",
        "bad.csv:2:6: about: `nobody`",
        "bad.csv:3:1: `form:` is missing here.",
        "bad.csv:3:1: `status:` is missing here.",
        "bad.csv:3:3: when: `2026-03-14 25:10`",
        "bad.csv:3:7: preservation lost after: `2026-13-01`",
        "bad.csv:4:1: id: The id `new-1` is given twice, first on line 3.",
        "bad.csv:4:1: `what:` is missing here.",
    ]


def test_an_hour_that_its_zone_has_not_is_told_at_its_cell(desk: Path) -> None:
    (desk / "bad.csv").write_text("id,what,when\nnew-1,She called,3/8/2026 2:30 AM\n", "utf-8")
    done = drafter("import", "courier.yaml", "bad.csv", "--into", "events")
    assert done.exit_code == 2
    assert done.stderr.startswith("bad.csv:2:")


def test_columns_and_wishes_that_are_no_field_are_told_all_at_once(desk: Path, table: Path) -> None:
    wrong = ("--column", "Beg Btes=bates", "--skip", "Folder", "--set", "frm=writing")
    done = drafter("import", "courier.yaml", table, "--into", "evidence", *wrong)
    assert done.exit_code == 2
    said = done.stderr
    assert f"{table}:1:1: Beg Bates: `Beg Bates` is no field of `evidence`.\n" in said
    assert "--column 'Beg Bates=FIELD', or leave it out, --skip 'Beg Bates'." in said
    assert said.count("One of: about, admissible_through, basis,") == 1
    assert f"{table} has no column `Beg Btes`.\n    Did you mean `Beg Bates`?" in said
    assert f"{table} has no column `Folder`." in said
    assert "--set frm: no field of `evidence`.\n    Did you mean `form`?" in said


def test_words_to_choose_from_may_be_several_in_a_cell(desk: Path) -> None:
    text = "id,speaker,kinds,against,basis\nt-9,rolo,death; property,daughter,client_account\n"
    (desk / "threats.csv").write_text(text, "utf-8")
    done = drafter("import", "courier.yaml", "threats.csv", "--into", "threats")
    assert done.exit_code == 0, done.stderr
    assert (
        "    kinds:\n      - death\n      - property\n    against:\n      - daughter" in done.stdout
    )


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "x.csv:1:1: There are no rows."),
        (b"id,what\n", "x.csv:1:1: There are no rows."),
        (b"id,what\n1,a,b\n", "x.csv:2:3: The row is longer than the first."),
        (b'id,what\n"1,a\n', "x.csv:2:1: From here on it is no table"),
        (b"id,what\n1,caf\xe9\n", "x.csv:2:6: The byte 0xE9 is not UTF-8."),
        ("id,what\n1,a\n".encode("utf-16"), "x.csv:1:1: The file is UTF-16."),
        (b"id,what\n1,a\x02b\n", "x.csv:2:4: A character stands here that no document can hold"),
        (b"id,,what\n1,2,a\n", "x.csv:1:2: A column has no name."),
        (b"id,what,id\n1,a,2\n", "x.csv:1:3: Two columns are named `id`."),
        (b"Id,what,ID\n1,a,2\n", "x.csv:1:3: ID: `id` is another column already."),
        (b"what\na\n", "x.csv: the items have no ids."),
    ],
)
def test_what_is_no_such_table_is_refused(desk: Path, content: bytes, said: str) -> None:
    (desk / "x.csv").write_bytes(content)
    done = drafter("import", "courier.yaml", "x.csv", "--into", "events")
    assert done.exit_code == 2
    assert done.stdout == ""
    assert done.stderr.startswith(said)


@pytest.mark.parametrize("section", ["evdence", "matter", "answers.evidence", ""])
def test_what_is_no_section_of_items_is_refused(desk: Path, table: Path, section: str) -> None:
    done = drafter("import", "courier.yaml", table, "--into", section)
    assert done.exit_code == 2
    assert f"`{section}` is no section of items." in done.stderr


@pytest.mark.parametrize("wish", ["--column", "--set"])
def test_a_wish_without_its_sign_says_how_it_is_written(table: Path, wish: str) -> None:
    done = drafter("import", "courier.yaml", table, "--into", "evidence", wish, "bates")
    assert done.exit_code == 2
    assert f"{wish} 'NAME=VALUE'" in done.stderr


@pytest.mark.parametrize(
    ("cell", "moment"),
    [
        ("3/14/2026", "2026-03-14"),
        ("03/14/2026 05:15", "2026-03-14 05:15"),
        ("3/14/2026 12:05 AM", "2026-03-14 00:05"),
        ("3/14/2026, 12:05 p.m.", "2026-03-14 12:05"),
        ("3/14/2026 9:40:59 PM", "2026-03-14 21:40"),
        ("2026-03-14T21:40:00", "2026-03-14 21:40"),
        ("about 3/14/2026 9:40 PM America/Tijuana", "about 2026-03-14 21:40 America/Tijuana"),
        ("between 3/1/2026 and 3/4/2026", "between 2026-03-01 and 2026-03-04"),
        ("14/3/2026", "14/3/2026"),
        ("3/14/26", "3/14/26"),
        ("3/14/2026 13:05 PM", "3/14/2026 13:05 PM"),
        ("2026-03", "2026-03"),
        ("unknown", "unknown"),
    ],
)
def test_a_time_as_a_spreadsheet_has_it_is_read(cell: str, moment: str) -> None:
    assert value_of(cell, Written.TIME) == moment
    assert value_of(cell, Written.TEXT) == cell


@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1))
def test_no_text_of_a_cell_is_changed(text: str) -> None:
    assert value_of(text, Written.TEXT) == text
