"""``drafter diff --redline``: what changed, as a Word file with tracked changes."""

from __future__ import annotations

import shutil
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from click.testing import Result

from drafter.word.reading.inspection import inspect
from drafter.word.reading.inventory import Inventory
from drafter.word.reading.reader import read_blocks
from drafter.word.reading.resolved import Reading, resolved
from tests.cli.running import AS_OF, drafter, process

MEMO = Path("output/border-courier/internal/duress_memo")
NOT_COMPARED = "Not compared in the redline: its look beside styles and weight"
CAR = "what: Ms. Reyes’s car joined"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """A folder with two versions each of a memo and of an exhibit."""
    folder = tmp_path_factory.mktemp("office")
    text = (root / "casefiles" / "border-courier.yaml").read_text("utf-8")
    assert CAR in text
    later = text.replace("kinds: [death]", "kinds: [economic]", 1)
    later = later.replace(CAR, "what: Another car joined")
    for words in (text, later):
        (folder / "courier.yaml").write_text(words, "utf-8")
        for kind in ("duress_memo", "surrender_exhibit"):
            done = process("draft", "courier.yaml", "--kind", kind, *AS_OF, cwd=folder)
            assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def two(office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of that folder, in which commands run."""
    folder = Path(shutil.copytree(office, tmp_path / "office"))
    monkeypatch.chdir(folder)
    return folder


def memo(version: int) -> Path:
    return MEMO / f"v{version:03}" / f"border-courier-duress_memo-v{version:03}.docx"


def said(data: bytes) -> list[str]:
    return [each.text for each in read_blocks(data)]


def redline(*arguments: str | Path) -> Result:
    return drafter("diff", *arguments, "--redline", "redline.docx")


def written() -> bytes:
    return Path("redline.docx").read_bytes()


def inventory() -> Inventory:
    return inspect(written())


def edited(path: Path, target: str) -> Path:
    """A copy in which somebody wrote a paragraph."""
    file = docx.Document(str(path))
    file.add_paragraph("Counsel adds a sentence of her own.")
    file.save(target)
    return Path(target)


def test_accepted_it_is_the_newer_version_and_rejected_the_older(two: Path) -> None:
    before = [memo(number).read_bytes() for number in (1, 2)]
    done = redline("border-courier")
    assert done.exit_code == 0
    assert "Conclusions" in done.stdout, "what is printed is what it always was"
    assert NOT_COMPARED in done.stderr
    old, new = map(said, before)
    assert old != new
    assert said(resolved(written(), Reading.ORIGINAL)) == old
    assert said(resolved(written(), Reading.ACCEPTED)) == new
    assert [memo(number).read_bytes() for number in (1, 2)] == before


def test_versions_are_compared_as_drafted_whatever_became_of_their_files(two: Path) -> None:
    redline("border-courier")
    first = written()
    edited(memo(1), str(memo(1)))
    memo(2).unlink()
    assert redline("border-courier").exit_code == 0
    assert written() == first


def test_its_changes_have_an_author_and_the_day_of_the_newer_draft(two: Path) -> None:
    redline("border-courier")
    assert {(each.author, each.date) for each in inventory().changes} == {
        ("drafter", "2026-11-28T00:00:00Z")
    }
    redline("border-courier", "--author", "A. Vega", "--force")
    assert {each.author for each in inventory().changes} == {"A. Vega"}


def test_that_of_a_memo_tells_the_causes_in_comments(two: Path) -> None:
    redline("border-courier")
    text = Path("courier.yaml").read_text("utf-8").splitlines()
    line = 1 + text.index("  - id: threat-visit")
    causes = [each.text for each in inventory().comments if each.author == "drafter"]
    assert any(f"threat-visit (courier.yaml:{line})" in each for each in causes)


def test_that_of_an_exhibit_tells_nothing_of_the_case_file(two: Path) -> None:
    done = redline("border-courier", "--kind", "surrender_exhibit")
    assert done.exit_code == 0, done.output
    assert "courier.yaml" in done.stdout, "the office is told"
    assert inventory().comments == ()
    assert any("Another" in each.text for each in inventory().changes)
    with ZipFile("redline.docx") as package:
        inside = b"".join(package.read(name) for name in package.namelist())
    for word in (b"courier.yaml", b"ause:", b"rivileged", b"Joanna Pike"):
        assert word not in inside


def test_two_equal_versions_give_a_file_without_marks(two: Path) -> None:
    assert redline("border-courier", "1", "1").exit_code == 0
    assert inventory().changes == ()
    assert said(written()) == said(memo(1).read_bytes())


def test_of_two_word_files_it_has_the_day_that_was_named_and_no_comment_of_ours(
    two: Path,
) -> None:
    mine = edited(memo(1), "mine.docx")
    assert redline(memo(1), mine, *AS_OF, "--author", "A. Vega").exit_code == 0
    changes = inventory().changes
    assert {(each.author, each.date) for each in changes} == {("A. Vega", "2026-11-28T00:00:00Z")}
    put = "".join(each.text for each in changes if each.kind == "insertion")
    assert put == "Counsel adds a sentence of her own."
    assert inventory().comments == inspect(memo(1).read_bytes()).comments


def test_a_file_that_is_there_is_written_over_only_when_asked(two: Path) -> None:
    Path("redline.docx").write_bytes(b"mine")
    done = redline("border-courier")
    assert done.exit_code == 4
    assert "redline.docx: there is such a file already" in done.stderr
    assert "say --force to write over it" in done.stderr
    assert done.stdout == ""
    assert written() == b"mine"
    assert redline("border-courier", "--force").exit_code == 0
    assert inventory().changes


@pytest.mark.parametrize("option", ["--redline", "--html"])
def test_what_is_compared_is_never_written_over(two: Path, option: str) -> None:
    mine = edited(memo(1), "mine.docx")
    before = [path.read_bytes() for path in (memo(1), memo(2), mine)]
    for target, compared in (
        (memo(2), ("border-courier",)),
        (memo(1).resolve(), ("border-courier", "1", "2")),
        (Path("./mine.docx"), (memo(1), mine)),
    ):
        done = drafter("diff", *compared, option, target, "--force")
        assert done.exit_code == 2
        assert f"{option} would write over a file that is compared" in done.stderr
    assert [path.read_bytes() for path in (memo(1), memo(2), mine)] == before


def test_a_folder_that_is_not_there_is_made(two: Path) -> None:
    done = drafter("diff", "border-courier", "--redline", "for/the/judge/redline.docx")
    assert done.exit_code == 0
    assert inspect(Path("for/the/judge/redline.docx").read_bytes()).changes


def test_a_file_with_tracked_changes_is_read_only_as_it_is_asked(two: Path) -> None:
    redline("border-courier")
    Path("redline.docx").rename("tracked.docx")
    done = redline(memo(1), "tracked.docx")
    assert done.exit_code == 2
    assert "tracked.docx: the file holds tracked changes, and so two texts." in done.stderr
    assert "accept or reject them in Word, or say --changes accepted|original" in done.stderr
    assert not Path("redline.docx").exists()
    assert redline(memo(1), "tracked.docx", "--changes", "original").exit_code == 0
    assert inventory().changes == ()
    done = redline(memo(1), "tracked.docx", "--changes", "accepted", "--force")
    assert done.exit_code == 0
    assert said(resolved(written(), Reading.ACCEPTED)) == said(memo(2).read_bytes())
    told = drafter("diff", memo(2), "tracked.docx", "--changes", "accepted").stdout
    assert "No word changed." in told
    assert "otnotes" not in told, "notes of what was taken out are gone with it"


def test_the_reading_is_asked_of_word_files_only(two: Path) -> None:
    done = redline("border-courier", "--changes", "accepted")
    assert done.exit_code == 2
    assert "--changes is for two Word files" in done.stderr
    forced = drafter("diff", "border-courier", "--force")
    assert forced.exit_code == 2
    assert "name it with --html or --redline" in forced.stderr
    assert not Path("redline.docx").exists()


def test_what_is_no_word_file_is_named(two: Path) -> None:
    Path("broken.docx").write_bytes(b"PK nothing")
    for pair in (("broken.docx", memo(1)), (memo(1), "broken.docx")):
        done = redline(*pair)
        assert done.exit_code == 2
        assert "broken.docx: " in done.stderr
        assert "not a Word document" in done.stderr
    assert not Path("redline.docx").exists()


def test_with_json_and_a_page_it_is_still_one_value(two: Path) -> None:
    done = redline("border-courier", "--html", "page.html", "--format", "json")
    assert done.exit_code == 0
    assert done.stdout.count("\n") == 1
    assert done.stdout.startswith('{"format": 1,')
    assert Path("page.html").is_file()
    assert inventory().changes
