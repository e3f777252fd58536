"""``drafter lint templates``."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from tests.cli.running import AS_OF, drafter

LINT = ("lint", "templates", *AS_OF)


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_built_in_templates_are_sound() -> None:
    done = drafter(*LINT)
    assert done.exit_code == 0, done.stderr
    assert done.stdout.endswith(" kinds are sound.\n")


def test_faults_are_told_on_standard_error_all_at_once(desk: Path) -> None:
    put(desk / "ours/duress_memo/sections/signoff.md.j2", "# Sign-off\n\n{{ case.signoff }}\n")
    put(desk / "ours/shared/notes.md.j2", "{{ nothing }} under 18 U.S.C. § 924(c)\n")
    done = drafter(*LINT, "--templates", "ours")
    assert done.exit_code == 2
    assert done.stdout == ""
    assert "ours/duress_memo/sections/signoff.md.j2:1:1: a heading without an id\n" in done.stderr
    assert "ours/shared/notes.md.j2:1:1: there is no name `nothing` here\n" in done.stderr
    law = "ours/shared/notes.md.j2:1:21: law without its cite: 18 U.S.C. § 924(c)\n"
    assert law in done.stderr
    assert done.stderr.endswith("3 problems.\n")


def test_as_json(desk: Path) -> None:
    done = drafter(*LINT, "--format", "json")
    value = json.loads(done.stdout)
    assert (value["format"], value["exit"], value["problems"]) == (1, 0, [])
    assert value["files"] > 40
    put(desk / "ours/shared/notes.md.j2", "A {{ nothing }}\n")
    done = drafter(*LINT, "--format", "json", "--templates", "ours")
    value = json.loads(done.stdout)
    assert (value["format"], value["exit"], done.exit_code) == (1, 2, 2)
    (problem,) = value["problems"]
    assert (problem["line"], problem["column"]) == (1, 3)
    assert Path(problem["path"]) == Path("ours/shared/notes.md.j2")
    assert problem["message"] == "there is no name `nothing` here"


def test_a_style_that_the_office_has_is_known(desk: Path, root: Path) -> None:
    section = put(desk / "ours/duress_memo/sections/fallback.md.j2", "Text. {#x .exhibit-sticker}")
    assert drafter(*LINT, "--templates", "ours").exit_code == 0
    section.write_text("Text. {#x .exhibit-stickers}", encoding="utf-8")
    done = drafter(*LINT, "--templates", "ours")
    assert "fallback.md.j2:1:1: the style file has no style `exhibit-stickers`" in done.stderr


def test_a_style_file_that_cannot_be_used_is_told_with_the_rest(desk: Path) -> None:
    put(desk / "ours/office.docx", "no Word file")
    put(desk / "ours/shared/notes.md.j2", "{{ nothing }}\n")
    done = drafter(*LINT, "--templates", "ours")
    assert done.exit_code == 2
    assert "office.docx" in done.stderr
    assert "there is no name `nothing` here" in done.stderr


def test_a_whole_copy_of_the_templates_is_sound(desk: Path, root: Path) -> None:
    shutil.copytree(root / "templates", desk / "ours")
    done = drafter(*LINT, "--templates", "ours")
    assert done.exit_code == 0, done.stderr


def test_a_templates_folder_that_is_not_there(desk: Path) -> None:
    done = drafter(*LINT, "--templates", "nowhere")
    assert done.exit_code == 2
    assert "there is no such templates folder" in done.stderr
