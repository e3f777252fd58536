"""``drafter verify``: as drafted, edited since, or from somewhere else."""

from __future__ import annotations

import json
import shutil
from contextlib import chdir
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest

from drafter.word.anchors import anchor
from tests.cli.running import AS_OF, drafter
from tests.word.planted import changed


@pytest.fixture(scope="module")
def office(one_memo: Path, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a case of which three documents were drafted, and the memo of another."""
    folder = Path(shutil.copytree(one_memo, tmp_path_factory.mktemp("verified") / "office"))
    shutil.copy(root / "casefiles" / "thin-case.yaml", folder)
    with chdir(folder):
        drafter("draft", "courier.yaml", "--kind", "all", *AS_OF)
        drafter("draft", "thin-case.yaml", *AS_OF)
    return folder


@pytest.fixture
def drafted(office: Path, desk: Path) -> Path:
    """The folder that commands run in, with those documents."""
    shutil.copytree(office, desk, dirs_exist_ok=True)
    return desk


def one(folder: Path, pattern: str) -> Path:
    (found,) = folder.rglob(pattern)
    return found


@pytest.fixture
def memo(drafted: Path) -> Path:
    return one(drafted, "border-courier-duress_memo-v001.docx")


@pytest.fixture
def exhibit(drafted: Path) -> Path:
    return one(drafted, "*surrender_exhibit-v001.docx")


def verified(*arguments: str | Path, code: int = 7) -> dict[str, Any]:
    done = drafter("verify", *arguments, "--format", "json")
    assert done.exit_code == code, done.output
    value: dict[str, Any] = json.loads(done.stdout)
    return value


def test_a_copy_that_lies_anywhere_is_as_drafted(memo: Path, exhibit: Path) -> None:
    for file in (memo, exhibit):
        copy = shutil.copy(file, memo.parents[5] / "renamed.docx")
        done = drafter("verify", copy, "--case", "courier.yaml")
        assert done.exit_code == 0
        assert "as drafted.\nFrom border-courier, " in done.stdout
        assert "Changed since" not in done.stdout


def test_packing_the_same_parts_again_changes_nothing(memo: Path) -> None:
    memo.write_bytes(changed(memo.read_bytes(), {}, {}))
    assert verified(memo, code=0)["verdict"] == "as_drafted"


def test_an_edited_passage_is_named_by_its_block(memo: Path) -> None:
    stored = json.loads((memo.parent / "draft.json").read_text("utf-8"))["document"]["blocks"]
    block = next(each for each in stored if each["kind"] == "paragraph" and "runs" in each)
    word = max("".join(run[0] for run in block["runs"][:1]).split(), key=len)
    edited_paragraph(memo, block["id"], word, "REWRITTEN")
    value = verified(memo)
    assert value["verdict"] == "edited"
    assert [(each["id"], each["change"]) for each in value["text"]] == [(block["id"], "changed")]
    assert "REWRITTEN" in value["text"][0]["new"]
    assert value["version"]["case"] == "border-courier"
    assert value["untold"] == ["look"]
    done = drafter("verify", memo)
    assert "not as drafted: edited since." in done.stdout
    assert f"[-{word}" in done.stdout


def edited_paragraph(path: Path, block: str, old: str, new: str) -> None:
    """Change a word of one block of a memo, as Word would."""
    file = docx.Document(str(path))
    name = anchor(block)
    (mark,) = [m for m in file.element.body.iter("{*}bookmarkStart") if name in m.values()]
    texts = [each for each in mark.getparent().iter("{*}t") if old in (each.text or "")]
    texts[0].text = texts[0].text.replace(old, new, 1)
    file.save(str(path))


def test_a_file_that_another_program_saved_says_so(memo: Path) -> None:
    saved = BytesIO()
    docx.Document(str(memo)).save(saved)
    copy = memo.with_name("saved.docx")
    copy.write_bytes(saved.getvalue())
    value = verified(copy)
    assert (value["verdict"], value["text"], value["beside"]) == ("saved_again", [], [])
    assert "no word of it differs" in drafter("verify", copy).stdout


def test_what_was_added_beside_the_text_is_told(memo: Path) -> None:
    file = docx.Document(str(memo))
    file.add_comment(file.paragraphs[3].runs, "Ask the client.", author="Ana Poe")
    file.sections[0].header.paragraphs[0].add_run(" (copy)")
    file.core_properties.last_modified_by = "Ana Poe"
    file.save(str(memo))
    value = verified(memo)
    assert (value["verdict"], value["text"]) == ("edited", [])
    assert {each["id"] for each in value["beside"]} == {"comments", "margins", "properties"}
    assert "Comments: 1 added, 0 removed\n    + Ana Poe: Ask the client." in (
        drafter("verify", memo).stdout
    )


def test_a_file_of_another_case_is_named(memo: Path) -> None:
    value = verified(memo, "--case", "thin-case")
    assert value["verdict"] == "other_case"
    assert value["version"]["case"] == "border-courier"
    assert "not of the case that was named" in drafter("verify", memo, "--case", "thin-case").stdout


def test_what_changed_since_is_told_and_the_file_is_still_as_drafted(
    memo: Path, tmp_path: Path
) -> None:
    case, law = Path("courier.yaml"), tmp_path / "law" / "authorities"
    case.write_text(case.read_text("utf-8").replace("kinds: [death]", "kinds: [economic]"))
    law.mkdir(parents=True)
    (law / "dixon_scotus_2006.yaml").write_text(
        "id: dixon_scotus_2006\nmarks:\n"
        "  cite_check: {by: A. Vega, on: 2026-11-01, tool: citator, history: none}\n"
    )
    drafter("draft", case, "--law", "law", *AS_OF)
    value = verified(memo, "--law", "law", code=0)
    assert value["since"] == ["case", "law"]
    assert value["newer"] == 2
    told = drafter("verify", memo, "--law", "law").stdout
    assert "There is a newer version: 2." in told
    assert "Changed since it was drafted: the case file, the law library." in told


def test_an_outward_file_is_matched_by_its_words(exhibit: Path) -> None:
    file = docx.Document(str(exhibit))
    cell = file.tables[-1].rows[-1].cells[-1]
    cell.paragraphs[0].add_run(" and more")
    file.save(str(exhibit))
    value = verified(exhibit)
    assert value["verdict"] == "edited"
    assert value["untold"] == ["look", "anchors"]
    (change,) = value["text"]
    assert change["new"].endswith(" and more")
    assert "matched by their words" in drafter("verify", exhibit).stdout


def test_a_memo_without_its_anchors_is_still_found(memo: Path) -> None:
    file = docx.Document(str(memo))
    for mark in list(file.element.body.iter("{*}bookmarkStart", "{*}bookmarkEnd")):
        mark.getparent().remove(mark)
    file.paragraphs[-1].add_run("Added.")
    file.save(str(memo))
    value = verified(memo)
    assert value["verdict"] == "edited"
    assert len(value["text"]) == 1
    assert "anchors" in value["untold"]


def test_of_two_versions_the_nearer_is_found(memo: Path) -> None:
    case = Path("courier.yaml")
    case.write_text(case.read_text("utf-8").replace("kinds: [death]", "kinds: [economic]"))
    drafter("draft", case, *AS_OF)
    second = one(memo.parents[2], "*memo-v002.docx")
    for number, file in ((1, memo), (2, second)):
        copy = Path("copy.docx")
        opened = docx.Document(str(file))
        opened.paragraphs[-1].add_run("Added.")
        opened.save(str(copy))
        assert verified(copy)["version"]["version"] == number


def test_what_came_from_no_draft_is_unknown(memo: Path, root: Path) -> None:
    value = verified(root / "templates" / "office.docx")
    assert value["verdict"] == "unknown"
    alone = drafter("verify", memo, "--output", "elsewhere")
    assert alone.exit_code == 7
    assert "No draft under elsewhere shares a passage with it" in alone.stdout


def test_the_draft_of_another_case_is_not_taken_for_its_own(memo: Path) -> None:
    """They share near half of their passages."""
    copy = Path(shutil.copy(memo, "copy.docx"))
    shutil.rmtree("output/border-courier")
    value = verified(copy)
    assert value["verdict"] == "unknown"
    assert value["version"]["case"] == "thin-case"
    assert 0.2 < value["share"] < 0.75
    assert "Most like it under output: thin-case" in drafter("verify", copy).stdout


def test_what_cannot_be_read_is_refused_in_words(memo: Path) -> None:
    bad = Path("bad.docx")
    bad.write_bytes(memo.read_bytes()[:2000])
    for done in (drafter("verify", bad), drafter("verify", memo, "--case", "nobody")):
        assert done.exit_code == 2
        assert done.stdout == ""


def test_a_damaged_store_is_no_traceback(memo: Path) -> None:
    copy = Path(shutil.copy(memo, "copy.docx"))
    (memo.parent / "draft.json").write_text("{", "utf-8")
    assert verified(copy, code=0)["verdict"] == "as_drafted"
    (memo.parent / "manifest.json").write_text("{", "utf-8")
    value = verified(copy)
    assert (value["verdict"], value["unread"]) == ("unknown", None)
    manifest = (memo.parent / "manifest.json").relative_to(Path.cwd())
    assert verified(memo)["unread"] == str(manifest)
    told = f"{manifest} is missing or damaged, so that nothing is known of that version."
    assert told in drafter("verify", memo).stdout


def test_a_case_file_that_is_gone_is_told_as_unknown(memo: Path) -> None:
    Path("courier.yaml").unlink()
    value = verified(memo, code=0)
    assert (value["since"], value["untold"]) == ([], ["case"])
    assert "not where it was" in drafter("verify", memo).stdout
