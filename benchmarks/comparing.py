"""Comparing two long memos: the comparison alone, and time and memory of the whole command.

A memo is made long as in ``growth``, by items of evidence and of the timeline, each with words of
its own; its pages are counted by LibreOffice where that is on the machine.  The peer of a redline
is python-redlines, where that is installed: a whole process that compares the same two Word files,
and checks nothing.  Two plain Word files of as many pages come first, edited as files are where
ways to compare are measured: a paragraph of seven in four words, some gone, some new, one moved.
"""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import docx

from benchmarks.growth import grown
from benchmarks.timing import interleaved, peak_megabytes, process, program
from drafter.pipeline.stored import versions_of
from drafter.versions.compare import compare, compare_files
from drafter.versions.page import Told, page
from drafter.word.reading.reader import read_blocks

_PEER = """
import sys
from pathlib import Path
from python_redlines import DocxodusEngine
old, new = (Path(name).read_bytes() for name in sys.argv[2:])
assert DocxodusEngine(target_path=sys.argv[1]).run_redline("Peer", old, new)[0]
"""
ITEMS = 150
"""Items of evidence, and as many events: a memo of a hundred pages."""
_VOCABULARY = (
    "the car stopped near a bridge where two men waited and asked for keys before sunrise she heard"
    " his phone ring again while somebody watched from across that road with lights off"
).split()
_EVENT = re.compile(r"(  - \{id: v)(\d+)(, what: )([^.]+)(\..*)")
PARAGRAPHS = 650
"""Of twenty to ninety words: a hundred pages, too."""
ROUNDS = 9
DAY = "2026-11-28"


def comparing(folder: Path) -> None:
    """Plain files; then versions that differ in three facts, in a passage of seven, or of three."""
    _files(folder)
    print(f"comparing two memos of {ITEMS} items")
    for name, change in (("three facts", _few), ("a new version", _some), ("every event", _every)):
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


def _files(folder: Path) -> None:
    """A hundred pages of prose without tables, notes or anchors."""
    old, new = folder / "old.docx", folder / "new.docx"
    paragraphs = _prose()
    for path, texts in ((old, paragraphs), (new, _edited(paragraphs))):
        made = docx.Document()
        for text in texts:
            made.add_paragraph(text)
        made.save(str(path))
    before, after = (read_blocks(each.read_bytes()) for each in (old, new))
    found = compare_files(before, after)
    print(f"comparing two Word files of {PARAGRAPHS} paragraphs, {len(found.blocks)} changed")
    alone = interleaved({"it": partial(compare_files, before, after)}, ROUNDS)["it"]
    print(f"    {'compare alone':22}{alone.ms}")
    command = ["diff", str(old), str(new), "--format", "json"]
    red = [*command, "--redline", str(folder / "files.docx"), "--force"]
    whole = partial(process, sys.executable, "-m", "drafter", *red, cwd=folder)
    _beside_peer(folder, whole, old, new)
    print(f"    peak with the redline {peak_megabytes(program(red)):.0f} MB")


def _prose() -> list[str]:
    chosen = random.Random(1)
    words = [*_VOCABULARY, *(f"term{number}" for number in range(1500))]
    lengths = (chosen.randrange(20, 90) for _ in range(PARAGRAPHS))
    return [" ".join(chosen.choices(words, k=length)) for length in lengths]


def _edited(paragraphs: list[str]) -> list[str]:
    chosen = random.Random(2)
    edited: list[str] = []
    for text in paragraphs:
        what = chosen.random()
        if what < 0.02:
            continue
        if what < 0.04:
            edited.append(" ".join(chosen.choices(_VOCABULARY, k=40)))
        words = text.split()
        for _ in range(4 if what > 0.85 else 0):
            words[chosen.randrange(len(words))] = chosen.choice(_VOCABULARY)
        edited.append(" ".join(words))
    edited.insert(2 * len(edited) // 3, edited.pop(len(edited) // 3))
    return edited


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
    text = _EVENT.sub(_worded, grown(ITEMS))
    for words in (text, change(text)):
        path.write_text(words, encoding="utf-8")
        command = ["draft", str(path), "--output", str(output), "--as-of", DAY, "--quiet"]
        process(sys.executable, "-m", "drafter", *command, cwd=folder)


def _worded(event: re.Match[str]) -> str:
    """An event with ten to thirty words of its own."""
    chosen = random.Random(int(event[2]))
    words = chosen.choices(_VOCABULARY, k=chosen.randrange(10, 30))
    return f"{event[1]}{event[2]}{event[3]}{' '.join(words).capitalize()}{event[5]}"


def _reworded(event: re.Match[str]) -> str:
    """The same with four other words."""
    chosen, words = random.Random(-int(event[2])), event[4].split()
    for _ in range(4):
        words[chosen.randrange(len(words))] = chosen.choice(_VOCABULARY)
    return f"{event[1]}{event[2]}{event[3]}{' '.join(words)}{event[5]}"


def _few(text: str) -> str:
    """Three events say something else."""
    chosen = {"1", str(ITEMS // 2), str(ITEMS - 1)}
    return _EVENT.sub(lambda event: _reworded(event) if event[2] in chosen else event[0], text)


def _some(text: str) -> str:
    """Every second event says something else, one of fifty is gone, as many are new, one moved."""

    def changed(event: re.Match[str]) -> str:
        number = int(event[2])
        new = (
            f"  - {{id: w{number}{event[3]}Then {event[4]}{event[5]}\n" if number % 50 == 10 else ""
        )
        told = _reworded(event) if number % 2 else event[0]
        return new + (told.replace("2026-03", "2026-02") if number == 100 else told)

    gone = r"  - \{id: v\d*?(?:25|75), .*\n|about: \[v\d*?(?:25|75)\], "
    return _EVENT.sub(changed, re.sub(gone, "", text))


def _every(text: str) -> str:
    """Every event says something else."""
    return _EVENT.sub(_reworded, text)


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
