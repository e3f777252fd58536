"""Measure drafting beside docxtpl, and the analysis alone: ``python -m benchmarks [PART]``.

The parts are cold, warm, memory, batch, diff and analysis; without one, all run.
The case is the border courier's, the document its memo.  The peers fill docxtpl templates
with the same text (``docxtpl_peer``).  Figures are ratios of one interleaved run.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from compileall import compile_dir
from datetime import date
from functools import partial
from pathlib import Path

from benchmarks import docxtpl_peer
from benchmarks.comparing import comparing
from benchmarks.growth import alone, growth
from benchmarks.timing import Timing, interleaved, peak_megabytes, process, program
from drafter.analysis.analyze import complete
from drafter.analysis.result import Analysis
from drafter.cli.options import Run
from drafter.cli.progress import Progress
from drafter.composition.blocks import Document
from drafter.composition.documents import Composer
from drafter.composition.templating.folders import OFFICE, find, template_folders
from drafter.pipeline.session import Session
from drafter.pipeline.setup import Setup
from drafter.pipeline.sources import Source
from drafter.word.writing.writer import WordWriter

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

    def write(self, analysis: Analysis) -> bytes:
        """From what was found to the bytes of the Word file."""
        document = self.composer.compose(self.kind, self.kind.edition(""), analysis)
        return self.writer.write(document)


Peers = dict[str, tuple[Path, Path]]
"""By its name, the template of a peer and what it is filled with."""


def cold(folder: Path, peers: Peers) -> None:
    """Whole processes: the command line against a script that fills a template."""
    script = [sys.executable, "-m", "benchmarks.docxtpl_peer", str(CASE)]
    drafter = str(Path(sys.executable).with_name("drafter"))
    ours = [drafter, "draft", str(CASE), "--output", str(folder / "out"), "--force", "--quiet"]
    contenders: dict[str, Callable[[], object]] = {"drafter": lambda: process(*ours, cwd=ROOT)}
    for name, peer in peers.items():
        theirs = [*script, *map(str, peer), str(folder / "peer.docx")]
        contenders[name] = partial(process, *theirs, cwd=ROOT)
    _report("cold, whole process", interleaved(contenders, ROUNDS))


def warm(memo: Memo, peers: Peers) -> None:
    """In one process, from the bytes of the case to the bytes of the document, as in a batch."""
    Run(memo.session.setup, quiet=True, progress=Progress(quiet=True)).begin(1000)
    contenders: dict[str, Callable[[], object]] = {
        "drafter": memo.draft,
        **{name: partial(docxtpl_peer.render, CASE, *peer) for name, peer in peers.items()},
        "  of which reading": lambda: memo.session.record(memo.source),
        "  from what was found": partial(memo.write, complete(memo.session.analyze(memo.source))),
    }
    _report("warm, YAML to bytes", interleaved(contenders, ROUNDS))


def memory(folder: Path) -> None:
    """Peak resident memory of one draft."""
    command = ["draft", str(CASE), "--output", str(folder / "one"), "--quiet"]
    print(f"one draft: {peak_megabytes(program(command)):.0f} MB")


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
        begun = time.perf_counter()
        peak = peak_megabytes(program(command))
        spent = (time.perf_counter() - begun) / count
        print(f"batch of {count}: {peak:.0f} MB, {spent * 1000:.1f} ms a case")


def _report(what: str, found: dict[str, Timing]) -> None:
    print(what)
    ours = found["drafter"]
    for name, timing in found.items():
        ratio = f"{timing.times(ours):.2f} times drafter" if "docxtpl" in name else ""
        print(f"  {name:22}{timing.ms}  {ratio}")


def main() -> None:
    """Run the measurements named, or all."""
    asked = sys.argv[1:] or ["cold", "warm", "memory", "batch", "diff", "analysis"]
    # As pip does with what it installs, the peers among it; not every checkout may write it itself.
    compile_dir(ROOT / "drafter", quiet=1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        memo = Memo(folder / "store")
        peers = {
            f"docxtpl, {name}": (folder / f"{name}.docx", folder / f"{name}.json")
            for name in ("worded", "lean")
        }
        for name, peer in peers.items():
            docxtpl_peer.build(memo.compose(), *peer, worded="worded" in name)
        if "cold" in asked:
            cold(folder, peers)
        if "warm" in asked:
            warm(memo, peers)
        if "memory" in asked:
            memory(folder)
        if "batch" in asked:
            batch(folder)
        if "diff" in asked:
            comparing(folder)
        if "analysis" in asked:
            alone(memo.session, CASE)
            growth(memo.session, folder)


if __name__ == "__main__":
    main()
