"""The Markdown twin of a document, written from its blocks.

Values are escaped, so that a reader of the Markdown sees the words of the document
and nothing else; no number that Word computes is written.  A note is called by the hash of
its block’s id, so that one more note leaves the others as they are.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from itertools import groupby
from operator import attrgetter

from drafter.composition.blocks import Block, BlockKind, Document, Run, RunKind, Runs, Table

_SPECIAL = re.compile(r"[\\`*_\[\]<>&|~]")
_LAST_SIGN = re.compile(r"#$")
_ESCAPE = r"\\\g<0>"
_LINE_ENDS = re.compile(r"[\r\n]+")
_OPENS_BLOCK = re.compile(r"([#+=-])|([0-9]{1,9})([.)])")
_LISTS = {BlockKind.BULLET: "-", BlockKind.NUMBERED: "1."}
_QUOTED = (BlockKind.QUOTE, BlockKind.BOX)
_BLANK = " \t"
_MARKERS = frozenset({RunKind.GAP, RunKind.WEAK})


def markdown(document: Document) -> str:
    """The whole document as GitHub-flavored Markdown; a table is a pipe table."""
    parts = [f"**{_start(escaped(line))}**" for line in document.header if line.strip(_BLANK)]
    parts += _Page().stretches(document.blocks)
    for line in (document.running, document.footer):
        if line.strip(_BLANK):
            parts.append(_start(escaped(line.strip(_BLANK))))
    return "\n\n".join(parts) + "\n"


class _Page:
    """One document, written from its first block to its last."""

    def __init__(self) -> None:
        self._labels: Counter[str] = Counter()
        self._notes: list[str] = []
        """The notes of the stretch that is being written."""

    def stretches(self, blocks: tuple[Block, ...]) -> Iterator[str]:
        """Paragraphs, tables, lists and the notes on each, with blank lines between them."""
        for (table, kind), group in groupby(blocks, lambda block: (block.table, block.kind)):
            if kind is BlockKind.CONTENTS:  # a list that Word makes
                continue
            if table is not None:
                yield "\n".join(self._table(table, list(group)))
            elif kind in _LISTS:
                yield "\n".join(self._list(_LISTS[kind], group))
            elif kind is BlockKind.FIGURE:
                yield from (each for block in group for each in self._figure(block))
            else:
                for block in group:
                    yield self._paragraph(block)
                    yield from self._noted()
            yield from self._noted()

    def _noted(self) -> Iterator[str]:
        yield from self._notes
        self._notes = []

    def _paragraph(self, block: Block) -> str:
        words = self._inline(block, block.runs)
        if block.kind in (BlockKind.TITLE, BlockKind.HEADING):
            level = 1 if block.kind is BlockKind.TITLE else block.level + 1
            # A number sign at the end would close the heading and be lost.
            return f"{'#' * level} {_start(_LAST_SIGN.sub(_ESCAPE, words))}"
        words = _start(words)
        return f"> {words}" if block.kind in _QUOTED else words

    def _figure(self, block: Block) -> Iterator[str]:
        """What a figure shows, then each mark and span as an item."""
        if block.runs:
            yield _start(self._inline(block, block.runs))
        if block.figure is not None and block.figure.told:
            cells = block.cells[: block.figure.told]
            yield "\n".join(f"- {_start(self._inline(block, cell))}" for cell in cells)

    def _list(self, mark: str, items: Iterator[Block]) -> Iterator[str]:
        depth = 0
        for item in items:
            # An item whose parent printed nothing moves up: four spaces alone would be code.
            depth = min(item.level, depth + 1)
            yield f"{'    ' * (depth - 1)}{mark} {_start(self._inline(item, item.runs))}"

    def _table(self, table: Table, rows: list[Block]) -> Iterator[str]:
        columns = len(table.widths)
        if not rows[0].header:
            yield "|" + "  |" * columns
            yield "|" + " --- |" * columns
        for number, row in enumerate(rows):
            yield f"| {' | '.join(self._inline(row, cell) for cell in row.cells)} |"
            if number == 0 and row.header:
                yield "|" + " --- |" * columns

    def _inline(self, block: Block, runs: Runs) -> str:
        """The words of a line, with the marks of its notes."""
        line = ""
        for note, group in groupby(runs, attrgetter("note")):
            words = _words(tuple(group), line[-1:])
            line += self._note(block, words.strip(_BLANK)) if note else words
        return line.strip(_BLANK)

    def _note(self, block: Block, words: str) -> str:
        label = sha256(block.id.encode()).hexdigest()[:8]
        self._labels[label] += 1
        if (count := self._labels[label]) > 1:
            label += f"-{count}"
        self._notes.append(f"[^{label}]: {_start(words)}")
        return f"[^{label}]"


def _words(runs: Runs, line: str) -> str:
    """The words of runs; emphasis is left out where its marks would not be read as such."""
    texts = ["<br>".join(map(escaped, run.text.split("\n"))) for run in runs]
    start = len(line)
    for number, run in enumerate(runs):
        lead, inner, trail = _apart(texts[number])
        line += lead
        after = trail or next((text for text in texts[number + 1 :] if text), "")
        mark = _mark(run) if _flanks(line[-1:], inner, after[:1]) else ""
        line += f"{mark}{inner}{mark}{trail}"
    return line[start:]


def _apart(text: str) -> tuple[str, str, str]:
    """The blanks before, the words, the blanks after; emphasis cannot begin or end at a blank."""
    inner = text.strip()
    start = text.find(inner) if inner else len(text)
    return text[:start], inner, text[start + len(inner) :]


def _mark(run: Run) -> str:
    return "*" * (2 * (run.bold or run.kind in _MARKERS) + run.italic)


def _flanks(before: str, inner: str, after: str) -> bool:
    """Whether marks around ``inner`` open and close emphasis by CommonMark's rules."""
    if not inner:
        return False
    opens = _parts_words(before) or not _is_punctuation(inner[0])
    closes = _parts_words(after) or not _is_punctuation(inner[-1])
    return opens and closes and before != "*" and after != "*"


def _parts_words(neighbor: str) -> bool:
    return not neighbor or neighbor.isspace() or unicodedata.category(neighbor)[0] == "P"


def _is_punctuation(letter: str) -> bool:
    return unicodedata.category(letter)[0] not in "LNM"


def escaped(text: str) -> str:
    """Words in one line in which Markdown finds no marks, except at its start."""
    return _SPECIAL.sub(_ESCAPE, _LINE_ENDS.sub(" ", text))


def _start(line: str) -> str:
    """A line that begins no heading, list or rule of its own."""
    if found := _OPENS_BLOCK.match(line):
        opened = f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}"
        return opened + line[found.end() :]
    return line
