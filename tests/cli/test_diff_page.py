"""``drafter diff --html``: the page in a file, and in a browser."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from drafter.versions.page import LEGEND
from tests.browser import MISSING, Browser, browser
from tests.cli.running import AS_OF, drafter, process


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """A folder with two versions of a memo, and the page of what changed."""
    folder = tmp_path_factory.mktemp("page")
    text = (root / "casefiles" / "border-courier.yaml").read_text("utf-8")
    draft = ("draft", "courier.yaml", *AS_OF, "--quiet")
    for words in (text, text.replace("kinds: [death]", "kinds: [economic]", 1)):
        (folder / "courier.yaml").write_text(words, "utf-8")
        assert process(*draft, cwd=folder).returncode == 0
    done = process("diff", "border-courier", "--html", "page.html", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder


def test_the_page_is_written_beside_what_is_printed(
    two: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(two)
    done = drafter("diff", "border-courier", "--html", "again.html")
    assert "Conclusions" in done.stdout
    text = Path("again.html").read_text("utf-8")
    line = 1 + Path("courier.yaml").read_text("utf-8").splitlines().index("  - id: threat-visit")
    assert f"Cause: threat-visit (courier.yaml:{line})" in text


def test_equal_inputs_give_equal_bytes_whatever_the_hash_seed(two: Path) -> None:
    env = {"PYTHONHASHSEED": "17", "LC_ALL": "C", "TZ": "Asia/Tokyo"}
    done = process("diff", "border-courier", "--html", "seed.html", cwd=two, env=env)
    assert done.returncode == 0
    assert (two / "seed.html").read_bytes() == (two / "page.html").read_bytes()


def test_another_file_is_written_over_only_when_asked(
    two: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(two)
    Path("mine.html").write_text("mine", "utf-8")
    refused = drafter("diff", "border-courier", "--html", "mine.html")
    assert refused.exit_code == 4
    assert "there is such a file already" in refused.stderr
    assert Path("mine.html").read_text("utf-8") == "mine"
    assert drafter("diff", "border-courier", "--html", "mine.html", "--force").exit_code == 0
    assert drafter("diff", "border-courier", "--html", "mine.html").exit_code == 0
    assert Path("mine.html").read_bytes() == (two / "page.html").read_bytes()
    assert drafter("diff", "border-courier", "--force").exit_code == 2


@pytest.fixture(scope="module")
def shown(two: Path) -> Iterator[Browser]:
    if MISSING:
        pytest.skip(MISSING)
    with browser() as found:
        found.open(two / "page.html")
        yield found


FOCUS = "document.activeElement.id"


def test_in_a_browser_keys_lead_from_change_to_change(shown: Browser) -> None:
    total = shown.value("document.querySelectorAll('.change').length")
    assert total > 10
    for key, expected in (("n", 1), ("j", 2), ("n", 3), ("p", 2), ("k", 1), ("k", 1)):
        shown.press(key)
        assert shown.value(FOCUS) == f"change-{expected}"
        status = "document.getElementById('status').textContent"
        assert shown.value(status) == f"Change {expected} of {total}"
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert shown.value(outline) == "solid"


def test_in_a_browser_help_and_folds_open_and_close(shown: Browser) -> None:
    opened = "[...document.querySelectorAll('main details')].filter(e => e.open).length"
    keys = "document.getElementById('keys').open"
    assert (shown.value(opened), shown.value(keys)) == (0, False)
    shown.press("u")
    shown.press("?")
    assert shown.value(opened) == shown.value("document.querySelectorAll('main details').length")
    assert shown.value(keys)
    assert shown.value("document.activeElement.tagName") == "SUMMARY"
    shown.press("u")
    shown.press("?")
    assert (shown.value(opened), shown.value(keys)) == (0, False)


def test_in_a_browser_marks_are_more_than_color_and_nothing_runs_off_the_side(
    shown: Browser,
) -> None:
    look = "getComputedStyle(document.querySelector('{}')).textDecorationLine"
    assert shown.value(look.format("article del")) == "line-through"
    assert shown.value(look.format("article ins")) == "underline"
    width = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    assert shown.value(width)


def test_in_a_browser_the_page_breaks_none_of_its_own_rules_and_can_break_none(
    shown: Browser, two: Path
) -> None:
    shown.open(two / "page.html")
    assert shown.complaints() == []
    shown.value("document.body.append(Object.assign(new Image(), {src: 'https://example.com/x'}))")
    blocked = shown.complaints()
    assert blocked
    assert all("Content Security Policy" in each for each in blocked)


def test_in_print_every_page_has_the_legend(shown: Browser) -> None:
    pages = PdfReader(io.BytesIO(shown.pdf())).pages
    assert len(pages) > 1
    assert all(LEGEND in each.extract_text() for each in pages)
    assert "previous" not in "".join(each.extract_text() for each in pages)


def test_without_a_script_everything_is_there(two: Path) -> None:
    text = (two / "page.html").read_text("utf-8")
    assert '<details id="keys" hidden>' in text
    assert '<a href="#change-2">next</a>' in text
    assert "<details><summary>" in text
    assert os.sep not in text.partition("<title>")[2].partition("</title>")[0]
