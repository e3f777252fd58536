from __future__ import annotations

import copy
from typing import Any

import pytest

from drafter import yamlfile
from drafter.doctrine.bundle import LAW
from drafter.doctrine.records import Record, RecordFault
from drafter.doctrine.sentencing_table import CATEGORIES, LEVELS, Range, SentencingTable

# The least months of every cell, transcribed apart from the law file.
MINIMA = """
    0 0 0 0 0 0
    0 0 0 0 0 1
    0 0 0 0 2 3
    0 0 0 2 4 6
    0 0 1 4 6 9
    0 1 2 6 9 12
    0 2 4 8 12 15
    0 4 6 10 15 18
    4 6 8 12 18 21
    6 8 10 15 21 24
    8 10 12 18 24 27
    10 12 15 21 27 30
    12 15 18 24 30 33
    15 18 21 27 33 37
    18 21 24 30 37 41
    21 24 27 33 41 46
    24 27 30 37 46 51
    27 30 33 41 51 57
    30 33 37 46 57 63
    33 37 41 51 63 70
    37 41 46 57 70 77
    41 46 51 63 77 84
    46 51 57 70 84 92
    51 57 63 77 92 100
    57 63 70 84 100 110
    63 70 78 92 110 120
    70 78 87 100 120 130
    78 87 97 110 130 140
    87 97 108 121 140 151
    97 108 121 135 151 168
    108 121 135 151 168 188
    121 135 151 168 188 210
    135 151 168 188 210 235
    151 168 188 210 235 262
    168 188 210 235 262 292
    188 210 235 262 292 324
    210 235 262 292 324 360
    235 262 292 324 360 360
    262 292 324 360 360 360
    292 324 360 360 360 360
    324 360 360 360 360 360
    360 360 360 360 360 360
    life life life life life life
"""
# Each least term has one most term and one zone in the whole table.
MAXIMA = {
    **{0: 6, 1: 7, 2: 8, 3: 9, 4: 10, 6: 12, 8: 14, 9: 15, 10: 16, 12: 18, 15: 21, 18: 24},
    **{21: 27, 24: 30, 27: 33, 30: 37, 33: 41, 37: 46, 41: 51, 46: 57, 51: 63, 57: 71, 63: 78},
    **{70: 87, 77: 96, 78: 97, 84: 105, 87: 108, 92: 115, 97: 121, 100: 125, 108: 135, 110: 137},
    **{120: 150, 121: 151, 130: 162, 135: 168, 140: 175, 151: 188, 168: 210, 188: 235},
    **{210: 262, 235: 293, 262: 327, 292: 365, 324: 405},
}


def raw() -> dict[str, Any]:
    return copy.deepcopy(yamlfile.read(LAW / "guidelines/sentencing_table.yaml").value)


@pytest.fixture(scope="module")
def table() -> SentencingTable:
    return SentencingTable.from_record(Record(raw()))


def zone(least: int) -> str:
    return "A" if least == 0 else "B" if least <= 9 else "C" if least <= 12 else "D"


def expected(text: str) -> Range:
    if text == "life":
        return Range(None, None, "D")
    least = int(text)
    return Range(least, MAXIMA.get(least), zone(least))


def test_all_258_cells_are_those_of_the_second_transcription(table: SentencingTable) -> None:
    rows = [row.split() for row in MINIMA.strip().splitlines()]
    cells = {
        (level, category): expected(text)
        for level, row in zip(LEVELS, rows, strict=True)
        for category, text in zip(CATEGORIES, row, strict=True)
    }
    assert len(cells) == 258
    assert dict(table.levels) == cells


def test_ranges_only_rise_with_level_and_category(table: SentencingTable) -> None:
    def least(level: int, category: str) -> float:
        minimum = table.range(level, category).minimum
        return float("inf") if minimum is None else minimum

    for category in CATEGORIES:
        column = [least(level, category) for level in LEVELS]
        assert column == sorted(column)
    for level in LEVELS:
        row = [least(level, category) for category in CATEGORIES]
        assert row == sorted(row)


def test_no_range_is_wider_than_six_months_or_a_quarter(table: SentencingTable) -> None:
    for cell in table.levels.values():
        if cell.minimum is not None and cell.maximum is not None:
            assert cell.maximum - cell.minimum <= max(6, cell.minimum / 4)


def test_the_example_of_the_2025_commentary(table: SentencingTable) -> None:
    assert table.range(15, "III") == Range(24, 30, "D")


@pytest.mark.parametrize(("level", "read_at"), [(-3, 1), (0, 1), (1, 1), (43, 43), (44, 43)])
def test_levels_outside_the_table_count_as_its_ends(
    table: SentencingTable, level: int, read_at: int
) -> None:
    assert table.bounded(level) == read_at
    assert table.range(level, "I") == table.range(read_at, "I")


def test_a_range_is_readable(table: SentencingTable) -> None:
    assert table.range(15, "III").text == "24 to 30 months"
    assert table.range(37, "VI").text == "360 months to life"
    assert table.range(43, "I").text == "life"


def test_an_unknown_category_or_zone_is_refused(table: SentencingTable) -> None:
    with pytest.raises(ValueError, match="VII"):
        table.range(10, "VII")
    assert table.zone("C").pinpoint == "(d)"
    with pytest.raises(ValueError, match="E"):
        table.zone("E")


@pytest.mark.parametrize(
    ("level", "category", "cell"),
    [
        ("9", "I", ["10", "4", "B"]),
        ("9", "I", ["life", "10", "B"]),
        ("9", "I", ["4", "10", "E"]),
        ("9", "I", ["4", "10"]),
        ("9", "I", ["four", "10", "B"]),
        ("44", "I", ["4", "10", "B"]),
    ],
)
def test_a_malformed_cell_is_refused(level: str, category: str, cell: list[str]) -> None:
    record = raw()
    record["levels"].setdefault(level, {})[category] = cell
    with pytest.raises(RecordFault):
        SentencingTable.from_record(Record(record))


def test_a_missing_level_is_refused() -> None:
    record = raw()
    del record["levels"]["17"]
    with pytest.raises(RecordFault, match="17"):
        SentencingTable.from_record(Record(record))
