"""Every document of every sample, as the text of its blocks, beside a copy somebody has read.

``make regold`` writes the copies again and shows what changed in each.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from drafter.cli import main
from drafter.versions.draft import Draft
from drafter.word.package import unpack
from tests.samples import AS_OF, SAMPLES, filing_day

HERE = Path(__file__).parent
NAMES = [path.stem for path in SAMPLES]


def shown(draft: Draft) -> str:
    """One paragraph a block: its id, then its text; the header and footer first."""
    document = draft.document
    lines = [*(f"header: {line}" for line in document.header), f"running: {document.running}", ""]
    for block in document.blocks:
        lines += [f"[{block.id}]", block.text, ""]
    return "\n".join(lines)


def drafts(folder: Path) -> Iterator[tuple[str, Draft]]:
    for path in sorted(folder.glob("*/internal/*/v001/draft.json")):
        yield path.parent.parent.name, Draft.from_json(path.read_text("utf-8"))


@pytest.mark.parametrize("sample", SAMPLES, ids=NAMES)
def test_documents_read_as_they_were_accepted(
    sample: Path, law: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    common = ["draft", str(sample), "--output", str(tmp_path)]
    done = CliRunner().invoke(main, [*common, "--kind", "all", "--as-of", AS_OF.isoformat()])
    assert done.exit_code in (0, 6), done.output
    filing = [*common, "--kind", "mitigation_outline", "--edition", "filing", "--law", str(law)]
    done = CliRunner().invoke(main, [*filing, "--as-of", filing_day(sample).isoformat()])
    assert done.exit_code in (0, 6), done.output
    found = dict(drafts(tmp_path))
    assert {"duress_memo", "mitigation_outline"} <= found.keys()
    written = list(tmp_path.rglob("*.docx"))
    assert written
    assert all(map(_parts_read, written))
    assert not [id for draft in found.values() for id in _blank(draft)]
    kept = HERE / sample.stem
    differences = []
    for series, draft in found.items():
        differences += _compare(kept / f"{series}.txt", shown(draft), request)
    wanted = {path.stem for path in kept.glob("*.txt")}
    assert wanted <= found.keys(), f"no longer drafted: {sorted(wanted - found.keys())}"
    assert not differences, "\n".join(differences)


def _blank(draft: Draft) -> Iterator[str]:
    """The rows with an empty cell: what is missing is said, and what does not apply as well.

    Beside the names of the parties nothing is missing.
    """
    for block in draft.document.blocks:
        if block.style != "party" and not all(
            "".join(run.text for run in cell).strip() for cell in block.cells
        ):
            yield block.id


def _parts_read(path: Path) -> bool:
    """Whether an XML parser reads each part of a Word file."""
    parts = unpack(path.read_bytes())
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            ElementTree.fromstring(content)
    return "word/document.xml" in parts


def _compare(kept: Path, text: str, request: pytest.FixtureRequest) -> list[str]:
    before = kept.read_text("utf-8") if kept.is_file() else ""
    changes = list(
        difflib.unified_diff(before.splitlines(), text.splitlines(), str(kept), "now", lineterm="")
    )
    if changes and request.config.getoption("--regold"):
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(text, encoding="utf-8")
        reporter = request.config.pluginmanager.get_plugin("terminalreporter")
        if reporter:
            reporter.write_line("\n".join(changes))
        return []
    return changes


def test_every_sample_has_copies_that_were_read() -> None:
    assert len(NAMES) >= 8
    for name in NAMES:
        assert (HERE / name / "duress_memo.txt").is_file()
