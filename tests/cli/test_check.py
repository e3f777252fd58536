"""``drafter check`` of a sound case file: what it says beside that."""

from __future__ import annotations

from pathlib import Path

from tests.cli.running import drafter
from tests.samples import SAMPLES

FILES = {each.stem: each for each in SAMPLES}


def test_what_a_filing_prints_without_a_source_is_said_at_its_place() -> None:
    result = drafter("check", FILES["trafficked-partner"])
    assert result.exit_code == 0
    assert "sound;" in result.stdout
    said = result.stderr
    assert "The words of the filing’s theme carry no source" in said
    assert "filing_theme: She took the deposits" in said
    assert "Tie each statement of fact in them to facts that may leave the office" in said


def test_nothing_is_said_where_the_source_is_named(tmp_path: Path) -> None:
    text = FILES["trafficked-partner"].read_text("utf-8")
    words = "  filing_theme: She took the deposits to the man who sent her.\n"
    named = "  filing_theme_sources: [event-deposits]\n  filing_reasons_sources: [event-nothing]\n"
    case = tmp_path / "case.yaml"
    case.write_text(text.replace(words, words + named), encoding="utf-8")
    result = drafter("check", case)
    assert result.exit_code == 2
    assert "`event-nothing` names no fact." in result.stderr
    case.write_text(text.replace(words, words + named.replace("nothing", "arrest")), "utf-8")
    result = drafter("check", case)
    assert (result.exit_code, result.stderr) == (0, "")


def test_a_case_without_such_words_has_nothing_said_of_them() -> None:
    result = drafter("check", FILES["border-courier"])
    assert (result.exit_code, result.stderr) == (0, "")


def test_a_range_that_the_table_does_not_give_is_said_where_nothing_explains_it(
    tmp_path: Path,
) -> None:
    explained = FILES["getaway-driver"].read_text("utf-8")
    (reason,) = [line for line in explained.splitlines() if "off_table:" in line]
    case = tmp_path / "case.yaml"
    for text, said in ((explained, False), (explained.replace(f"{reason}\n", ""), True)):
        case.write_text(text, encoding="utf-8")
        result = drafter("check", case)
        assert result.exit_code == 0
        message = "The range entered, 117 to 125 months, is not the table’s, 33 to 41 months at"
        assert (message in result.stderr) is said
        assert ("low_months: 117" in result.stderr) is said


def test_a_trait_that_nothing_asks_for_is_said_at_its_place(tmp_path: Path) -> None:
    text = FILES["getaway-driver"].read_text("utf-8")
    planted = "traits: [made_by_threatener, item_shows_presence]"
    case = tmp_path / "case.yaml"
    case.write_text(text.replace("traits: [made_by_threatener]", planted, 1), encoding="utf-8")
    result = drafter("check", case)
    assert result.exit_code == 0
    assert "nothing asks it of an item of kind `recorded_threat`" in result.stderr
    assert "It counts for border_video, location_data, photograph" in result.stderr
    assert drafter("check", FILES["getaway-driver"]).stderr == ""
