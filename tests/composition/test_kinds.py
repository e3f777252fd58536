"""Kinds of documents as their folders say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from drafter.composition.blocks import Audience
from drafter.composition.kinds import View, kind_named, read_kinds
from drafter.composition.templating.folders import digest, find, template_folders
from drafter.errors import TemplateError
from drafter.pipeline.wanted import wanted

MEMO = """\
format: 1
id: letter
title: Client Letter
editions:
  - {id: internal, body: body.md.j2, audience: internal, legend: ["No. {docket}"]}
  - id: filing
    title: Letter to the Court
    series: letter-filing
    body: filing.md.j2
    audience: outward
    view: filing
    footer: United States v. {client}
"""


def kind(folder: Path, text: str = MEMO, name: str = "letter") -> Path:
    (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / name / "kind.yaml").write_text(text, encoding="utf-8")
    return folder


def test_a_kind_is_a_folder(tmp_path: Path) -> None:
    (letter,) = read_kinds([kind(tmp_path)]).values()
    internal, filing = letter.editions
    assert (letter.id, letter.language) == ("letter", "en-US")
    assert (internal.title, internal.series) == ("Client Letter", "letter")
    assert (internal.body, internal.view) == ("letter/body.md.j2", View.ANALYSIS)
    assert (filing.title, filing.series) == ("Letter to the Court", "letter-filing")
    assert filing.audience is Audience.OUTWARD
    assert letter.edition() is internal
    assert letter.edition("filing") is filing


def test_a_kind_says_whether_it_is_drafted_with_all(tmp_path: Path) -> None:
    kind(tmp_path)
    kind(tmp_path, MEMO.replace("id: letter", "id: memo\nwith_all: true"), "memo")
    kind(tmp_path, MEMO.replace("id: letter", "id: note\nwith_all: false"), "note")
    kinds = read_kinds([tmp_path])
    assert [each.kind.id for each in wanted(kinds, "all")] == ["letter", "memo"]
    assert [each.kind.id for each in wanted(kinds, "note")] == ["note"]


def test_the_built_in_kinds_read() -> None:
    kinds = read_kinds(template_folders())
    assert "duress_memo" in kinds
    for each in kinds.values():
        for edition in each.editions:
            assert find(template_folders(), edition.body).is_file()


def test_the_example_of_the_manual_reads(root: Path, tmp_path: Path) -> None:
    manual = (root / "docs" / "templates.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"^```yaml\n(.*?)^```$", manual, re.M | re.S)
    (memo,) = read_kinds([kind(tmp_path, example, "duress_memo")]).values()
    assert [each.audience for each in memo.editions] == [
        Audience.INTERNAL,
        Audience.OUTWARD,
        Audience.OUTWARD,
    ]


@pytest.mark.parametrize(
    ("old", "new", "said", "line"),
    [
        ("id: letter", "id: other", "not the name of its folder", 2),
        ("title: Client Letter\n", "", "title: is missing", 1),
        ("audience: outward", "audience: public", "'public' is not known", 10),
        ("    view: filing\n", "", "shows everything the office knows", 6),
        ("series: letter-filing", "series: letter", "the same series", 5),
        ("id: filing", "id: internal", "the same id", 5),
        ("{client}", "{judge}", "{judge} cannot be filled in", 12),
        ("{docket}", "{docket.x}", "{docket.x} cannot be filled in", 5),
        ("footer:", "foot:", "foot: is not a field here", 12),
        ("series: letter-filing", "series: ../letter", "is no name", 8),
        ("format: 1", "format: 2", "newer than this program reads", 1),
        ("id: letter", "id: &a letter", "an anchor", 2),
        ("body: filing.md.j2", "body: ~", "body: is missing", 9),
        ("editions:", "with_all: no\neditions:", "'no' is neither true nor false", 4),
        ("view: filing", "view: filing\n    unapproved: DRAFT", "would stand on each page", 12),
        ("view: filing", "view: letter\n    unapproved: DRAFT", "take `view: exhibit`", 12),
        ("audience: internal", "audience: internal, unapproved: X", "unapproved: would stand", 5),
        ("view: filing", "view: letter\n    legend: ['No. {docket}']", "cannot be filled in", 12),
    ],
)
def test_a_fault_is_named_with_its_place(
    tmp_path: Path, old: str, new: str, said: str, line: int
) -> None:
    assert old in MEMO
    with pytest.raises(TemplateError) as refused:
        read_kinds([kind(tmp_path, MEMO.replace(old, new))])
    problem = refused.value.problems[0]
    assert said in f"{problem.message} {problem.hint}"
    assert problem.location is not None
    assert Path(problem.location.path) == tmp_path / "letter" / "kind.yaml"
    assert problem.location.line == line


def test_what_shows_an_exhibit_may_have_a_stamp(tmp_path: Path) -> None:
    stamped = MEMO.replace("view: filing", "view: exhibit\n    unapproved: DRAFT")
    (letter,) = read_kinds([kind(tmp_path, stamped)]).values()
    assert letter.edition("filing").unapproved == "DRAFT"


def test_every_kind_that_is_wrong_is_named(tmp_path: Path) -> None:
    kind(tmp_path, MEMO.replace("audience: outward", "audience: x"))
    kind(tmp_path, "format: 1\n", "memo")
    with pytest.raises(TemplateError) as refused:
        read_kinds([tmp_path])
    assert len(refused.value.problems) == 2


def test_an_overlay_replaces_files_and_adds_kinds(tmp_path: Path) -> None:
    office, ours = kind(tmp_path / "office"), kind(tmp_path / "ours")
    kind(office, MEMO.replace("Client Letter", "Letter"))
    kind(ours, MEMO.replace("letter", "memo"), "memo")
    kinds = read_kinds([office, ours])
    assert kinds["letter"].title == "Letter"
    assert sorted(kinds) == ["letter", "memo"]


def test_what_is_not_there_names_what_is(tmp_path: Path) -> None:
    kinds = read_kinds([kind(tmp_path)])
    with pytest.raises(TemplateError, match="there are: letter"):
        kind_named(kinds, "lettre")
    with pytest.raises(TemplateError, match="it has: internal, filing"):
        kind_named(kinds, "letter").edition("draft")


def test_the_digest_follows_what_is_found(tmp_path: Path) -> None:
    office, ours = kind(tmp_path / "office"), kind(tmp_path / "ours")
    before = digest([office, ours])
    assert before == digest([office]) == digest([ours])
    (ours / "letter" / "kind.yaml").write_text("hidden by the office's", encoding="utf-8")
    assert digest([office, ours]) == before
    (ours / "letter" / "~$body.docx").write_text("a lock file", encoding="utf-8")
    assert digest([office, ours]) == before
    (ours / "letter" / "body.md.j2").write_text("new", encoding="utf-8")
    assert digest([office, ours]) != before


def test_a_templates_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="no such templates folder"):
        template_folders(tmp_path / "none")
    assert template_folders(tmp_path)[0] == tmp_path
    with pytest.raises(TemplateError, match=r"there is no office\.docx"):
        find([tmp_path], "office.docx")


@pytest.mark.parametrize("target", [".", "nowhere"])
def test_a_templates_folder_with_a_link_that_leads_nowhere(tmp_path: Path, target: str) -> None:
    (tmp_path / "office.docx").symlink_to(target)
    with pytest.raises(TemplateError, match="cannot be read"):
        digest([tmp_path])
