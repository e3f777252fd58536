"""Comparing two long memos: the comparison alone, and time and memory of the whole command.

A memo is made long as in ``growth``, by items of evidence and of the timeline; its pages are
counted by LibreOffice where that is on the machine.  The peer of a redline is python-redlines,
where that is installed: a whole process that compares the same two Word files, and checks nothing.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from benchmarks.growth import grown
from benchmarks.timing import interleaved, peak_megabytes, process, program
from drafter.pipeline.stored import versions_of
from drafter.versions.compare import compare
from drafter.versions.page import Told, page

_PEER = """
import sys
from pathlib import Path
from python_redlines import DocxodusEngine
old, new = (Path(name).read_bytes() for name in sys.argv[2:])
assert DocxodusEngine(target_path=sys.argv[1]).run_redline("Peer", old, new)[0]
"""
ITEMS = 175
"""Items of evidence, and as many events: a memo of a hundred pages."""
ROUNDS = 9
DAY = "2026-11-28"


def comparing(folder: Path) -> None:
    """Two versions that differ in a few facts, and two that differ in near every passage."""
    print(f"comparing two memos of {ITEMS} items")
    for name, change in (("a few facts", _few), ("every event", _every)):
        output = folder / f"compared-{name.replace(' ', '-')}"
        _drafted(folder, output, change)
        old, new = versions_of(output, "grown")
        before, after = old.draft(), new.draft()
        found = compare(before, after)
        blocks = len(after.document.blocks)
        print(f"  {name}: {blocks} blocks, {len(found.blocks)} changed{_pages(new.document)}")
        contenders: dict[str, Callable[[], object]] = {
            "compare alone": partial(compare, before, after),
            "  its page": partial(page, Told("old", "new", found, "grown.yaml")),
            "  reading both": lambda old=old, new=new: (old.draft(), new.draft()),
        }
        for what, timing in interleaved(contenders, ROUNDS).items():
            print(f"    {what:22}{timing.ms}")
        command = ["diff", "grown", "--output", str(output), "--format", "json"]
        whole = partial(process, sys.executable, "-m", "drafter", *command, cwd=folder)
        print(f"    {'whole process':22}{interleaved({'it': whole}, 3)['it'].ms}")
        red = [*command, "--redline", str(folder / f"{name}.docx"), "--force"]
        whole = partial(process, sys.executable, "-m", "drafter", *red, cwd=folder)
        _beside_peer(folder, whole, old.document, new.document)
        html = [*command, "--html", str(folder / f"{name}.html")]
        print(f"    peak {peak_megabytes(program(command)):.0f} MB", end="")
        print(f", with the page {peak_megabytes(program(html)):.0f} MB", end="")
        print(f", with the redline {peak_megabytes(program(red)):.0f} MB")


def _beside_peer(folder: Path, ours: Callable[[], object], old: Path, new: Path) -> None:
    contenders = {"with the redline": ours}
    if find_spec("python_redlines"):
        command = (sys.executable, "-c", _PEER, str(folder), str(old), str(new))
        contenders["python-redlines"] = partial(process, *command, cwd=folder)
    found = interleaved(contenders, ROUNDS)
    for name, timing in found.items():
        ratio = timing.times(found["with the redline"])
        print(f"    {name:22}{timing.ms}", f"{ratio:.2f} times ours" if ratio != 1 else "")


def _drafted(folder: Path, output: Path, change: Callable[[str], str]) -> None:
    path = folder / "grown.yaml"
    text = grown(ITEMS)
    for words in (text, change(text)):
        path.write_text(words, encoding="utf-8")
        command = ["draft", str(path), "--output", str(output), "--as-of", DAY, "--quiet"]
        process(sys.executable, "-m", "drafter", *command, cwd=folder)


def _few(text: str) -> str:
    """Three facts say something else."""
    for number in (1, ITEMS // 2, ITEMS - 1):
        old = f"id: v{number}, what: Something was seen."
        assert old in text
        text = text.replace(old, f"id: v{number}, what: Somebody was seen there.")
    return text


def _every(text: str) -> str:
    """Every event says something else."""
    return text.replace("what: Something was seen.", "what: Somebody was seen and heard there.")


def _pages(document: Path) -> str:
    """How many pages the memo has in print, where that can be counted."""
    if shutil.which("soffice") is None:
        return ""
    from pypdf import PdfReader

    command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(document.parent)]
    subprocess.run([*command, str(document)], check=True, capture_output=True, timeout=300)
    made = document.with_suffix(".pdf")
    count = len(PdfReader(made).pages)
    made.unlink()
    return f", {count} pages"
