"""The recipes of CONTRIBUTING.md make what they say."""

from __future__ import annotations

import re
from pathlib import Path

from drafter.composition.kinds import read_kinds
from drafter.doctrine import Library, kinds
from drafter.pipeline.words import vocabulary
from tests.samples import retold


def examples(root: Path) -> list[str]:
    text = (root / "CONTRIBUTING.md").read_text("utf-8")
    return re.findall(r"^```yaml\n(.*?)^```$", text, re.M | re.S)


def with_doorbell(root: Path, folder: Path) -> Library:
    """The library with the kind of evidence of the recipe."""
    (folder / "evidence").mkdir()
    (folder / "evidence" / "doorbell_video.yaml").write_text(examples(root)[0], "utf-8")
    return Library.load(folder)


def test_the_kind_of_evidence_loads_and_may_be_named(root: Path, tmp_path: Path) -> None:
    library = with_doorbell(root, tmp_path)
    kind = library.get(kinds.EVIDENCE, "doorbell_video")
    assert {effect.direction for effect in kind.effects} == {"helps", "hurts"}
    assert "doorbell_video" in vocabulary(library).evidence_kinds
    assert "doorbell_video" not in vocabulary(Library.load()).evidence_kinds


def test_an_item_of_the_kind_gets_the_tasks_of_a_video(root: Path, tmp_path: Path) -> None:
    library = with_doorbell(root, tmp_path)
    found = retold("thin-case", "surveillance_video", "doorbell_video", library)
    tasks = {each.id: each for each in found.tasks}
    for named in ("request_video", "authenticate_records", "subpoena_records"):
        assert "ev-shop-video" in [fact.id for fact in tasks[named].facts]


def test_the_kind_of_document_loads(root: Path, tmp_path: Path) -> None:
    document = examples(root)[1]
    (tmp_path / "witness_plan").mkdir()
    (tmp_path / "witness_plan" / "kind.yaml").write_text(document, "utf-8")
    (kind,) = read_kinds([tmp_path]).values()
    assert kind.edition().body == "witness_plan/body.md.j2"


def test_every_file_a_page_names_is_there(root: Path) -> None:
    pages = [root / "README.md", root / "CONTRIBUTING.md", *sorted((root / "docs").rglob("*.md"))]
    links = [
        (page, target)
        for page in pages
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    ]
    assert links
    missing = [
        f"{page.name}: {target}" for page, target in links if not (page.parent / target).exists()
    ]
    assert not missing
