"""Measure drafting beside docxtpl, and memory: ``python -m benchmarks [cold|warm|memory|batch]``.

The case is the border courier's, the document its memo.  The peer fills a docxtpl template
with the same text (``docxtpl_peer``).  Figures are ratios of one interleaved run.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from benchmarks import docxtpl_peer
from benchmarks.timing import interleaved, peak_megabytes, process
from drafter.composition.blocks import Document
from drafter.composition.documents import Composer
from drafter.composition.folders import OFFICE, find, template_folders
from drafter.pipeline.session import Session
from drafter.pipeline.setup import Setup
from drafter.pipeline.sources import Source
from drafter.word.writer import WordWriter

ROOT = Path(__file__).resolve().parent.parent
CASE = ROOT / "casefiles" / "border-courier.yaml"
DAY = date(2026, 11, 28)
ROUNDS = 9


class Memo:
    """Everything a warm run has loaded."""

    def __init__(self, output: Path) -> None:
        folders = template_folders(None)
        self.session = Session(Setup(DAY, output))
        self.composer = Composer(folders)
        self.writer = WordWriter(find(folders, OFFICE))
        self.kind = self.composer.kind("duress_memo")
        self.source = Source.read(CASE)

    def compose(self) -> Document:
        """From the bytes of the case file to blocks."""
        analysis = self.session.analyze(self.source)
        return self.composer.compose(self.kind, self.kind.edition(""), analysis)

    def draft(self) -> bytes:
        """From the bytes of the case file to the bytes of the Word file."""
        return self.writer.write(self.compose())


def cold(folder: Path, peer: tuple[Path, Path]) -> None:
    """Whole processes: the command line against a script that fills a template."""
    ours = [sys.executable, "-m", "benchmarks.cold", str(CASE), str(folder / "out")]
    theirs = [sys.executable, "-m", "benchmarks.docxtpl_peer", str(CASE), *map(str, peer)]
    drafter = str(Path(sys.executable).with_name("drafter"))
    ours = [drafter, "draft", str(CASE), "--output", str(folder / "out"), "--force", "--quiet"]
    found = interleaved(
        {
            "drafter draft": lambda: process(*ours, cwd=ROOT),
            "docxtpl script": lambda: process(*theirs, str(folder / "peer.docx"), cwd=ROOT),
        },
        ROUNDS,
    )
    _report("cold, whole process", found["drafter draft"].median, found["docxtpl script"].median)


def warm(memo: Memo, peer: tuple[Path, Path]) -> None:
    """In one process, from the bytes of the case to the bytes of the document."""
    contenders: dict[str, Callable[[], object]] = {
        "drafter": memo.draft,
        "docxtpl": lambda: docxtpl_peer.render(CASE, *peer),
        "analysis": lambda: memo.session.analyze(memo.source),
        "reading": lambda: memo.session.record(memo.source),
    }
    found = interleaved(contenders, ROUNDS)
    for name, timing in found.items():
        print(f"  {name:10}{timing.ms}")
    _report("warm, YAML to bytes", found["drafter"].median, found["docxtpl"].median)


def memory(folder: Path) -> None:
    """Peak resident memory of one draft."""
    command = ["draft", str(CASE), "--output", str(folder / "one"), "--quiet"]
    print(f"one draft: {peak_megabytes(_run(command)):.0f} MB")


def batch(folder: Path, counts: tuple[int, ...] = (100, 1000)) -> None:
    """Peak memory and time of a batch, for two sizes: linear if the time per case stays."""
    text = CASE.read_text("utf-8")
    for count in counts:
        cases = folder / f"cases-{count}"
        cases.mkdir()
        for number in range(count):
            made = text.replace("id: border-courier", f"id: case-{number:04}", 1)
            cases.joinpath(f"case-{number:04}.yaml").write_text(made, encoding="utf-8")
        command = ["batch", str(cases), "--output", str(folder / f"out-{count}"), "--quiet"]
        code = f"import time; begun = time.perf_counter(); {_run(command)}"
        code += "; print(time.perf_counter() - begun, file=sys.stderr)"
        peak, seconds = peak_megabytes(code), 0.0
        print(f"batch of {count}: {peak:.0f} MB")
        del seconds


def _run(command: list[str]) -> str:
    return f"import sys; from drafter.cli import main; main({command!r}, standalone_mode=False)"


def _report(what: str, ours: float, theirs: float) -> None:
    print(f"{what}: drafter {ours * 1000:.1f} ms, docxtpl {theirs * 1000:.1f} ms")
    print(f"  {ours / theirs:.2f} of docxtpl's time; {theirs / ours:.1f} times as fast")


def main() -> None:
    """Run the measurements named, or all."""
    asked = sys.argv[1:] or ["cold", "warm", "memory", "batch"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        memo = Memo(folder / "store")
        peer = folder / "peer-template.docx", folder / "peer.json"
        docxtpl_peer.build(memo.compose(), *peer)
        if "cold" in asked:
            cold(folder, peer)
        if "warm" in asked:
            warm(memo, peer)
        if "memory" in asked:
            memory(folder)
        if "batch" in asked:
            batch(folder)


if __name__ == "__main__":
    main()
