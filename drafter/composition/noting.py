"""Sources and citations as notes: what a sentence rests on goes to the foot of its page.

Templates write them in the line, as a brief does, and this pass takes them out of it:

- a record cite in parentheses after words, `El Rolo’s threat (USAO-000211 at call 7)`;
- a citation that is a sentence of its own after a sentence, `… by a preponderance. *Dixon* …`;
- the mark of a statement that rests on no authority, `… is open [derived from …]`.

What begins a block or a cell stays where it is, and so does a citation that is part of a
sentence: there it is what the sentence speaks of.  A note is part of the line whose words it is
for, so that one that drops out takes its notes along.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec.structs import replace

from drafter.composition.blocks import Block, BlockKind, Run, RunKind, Runs

# Named once: finding a member through its enum is slow, and a document asks 1,000 times.
_TEXT, _SOURCE, _CITE, _MARK = RunKind.TEXT, RunKind.SOURCE, RunKind.CITE, RunKind.MARK
_REFERS = frozenset({_SOURCE, _CITE, _MARK})
_ASIDE = frozenset({BlockKind.TITLE, BlockKind.HEADING})

_SENTENCE_ENDS = re.compile(r"[.!?…][”’)\]]*$")
_JOINS = re.compile(r"(?: \([^()]*\))?[;,]? ?")
"""Between two citations of one citation sentence, a remark on the first among it."""
_AFTER_SOURCE = re.compile(r"[.,;:!?]")
_AFTER_CITE = re.compile(r"(?: \([^()]*\))?(?:\.|$)")
_AFTER_STOP = re.compile(r"(?=$| [A-Z“\[])|(?: \([^()]*\))?\.")
_SPACE = Run(" ", note=True)


def noted(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with their record cites and citations as notes; headings stay as they are."""
    return tuple(map(_noted, blocks))


def _noted(block: Block) -> Block:
    if block.header or block.kind in _ASIDE:
        return block
    if block.kind is BlockKind.ROW:
        cells = tuple(map(_line, block.cells))
        return replace(block, cells=cells) if cells != block.cells else block
    runs = _line(block.runs)
    return block if runs is block.runs else replace(block, runs=runs)


def _line(runs: Runs) -> Runs:
    for run in runs[1:]:  # what begins a line stays
        if run.kind is not _TEXT and run.kind in _REFERS:
            return tuple(_Line(runs).read())
    return runs


class _Line:
    """One line, read from left to right."""

    def __init__(self, runs: Runs) -> None:
        self._left = list(reversed(runs))
        """What is still to be read, the next run last."""
        self._out: list[Run] = []
        self._worded = False
        """Whether there is anything in the line for a note to stand at."""

    def read(self) -> list[Run]:
        """Return the runs with those of notes marked as such."""
        while self._left:
            run = self._left.pop()
            if run.kind not in _REFERS or not self._worded:
                self._keep(run)
            elif run.kind is _SOURCE:
                self._source(run)
            elif run.kind is _MARK and self._in_brackets():
                self._bare_mark(run)
            elif run.kind is _CITE and self._ends_sentence():
                self._citation(run)
            else:
                self._keep(run)
        return self._out

    def _keep(self, run: Run) -> None:
        self._out.append(run)
        if not self._worded and run.kind is not _SOURCE:
            self._worded = not run.text.isspace()

    def _said(self) -> str:
        """The last words that stand in the line itself."""
        texts = (run.text.rstrip(" ") for run in reversed(self._out) if not run.note)
        return next(filter(None, texts), "")

    def _in_brackets(self) -> bool:
        return not self._out[-1].note and self._said().endswith("[")

    def _ends_sentence(self) -> bool:
        return _SENTENCE_ENDS.search(self._said()) is not None

    def _source(self, run: Run) -> None:
        """Record cites, several in a row as one note: `USAO-000021 at p. 2; document.`"""
        sources = [run]
        while len(self._left) > 1 and self._left[-1].text == " " and self._left[-2].kind is _SOURCE:
            self._left.pop()
            sources.append(self._left.pop())
        self._trim()
        self._pull(_AFTER_SOURCE)
        self._open()
        for number, source in enumerate(sources):
            if number:
                self._out.append(_SPACE)
            self._out.append(_in_note(source))
            self._finish()

    def _bare_mark(self, run: Run) -> None:
        """`… is open [derived from texts that were read].` becomes a note after the full stop."""
        at = next(n for n in range(len(self._out) - 1, -1, -1) if self._out[n].text.strip(" "))
        before = self._out[at].text.rstrip(" ").removesuffix("[")
        self._out[at:] = [replace(self._out[at], text=before)] if before else []
        if self._left and self._left[-1].text.startswith("]"):
            self._left[-1] = replace(self._left[-1], text=self._left[-1].text[1:])
        self._trim()
        self._pull(_AFTER_SOURCE)
        self._open()
        self._out.append(replace(run, text=_capital(run.text), note=True))
        self._finish()

    def _citation(self, run: Run) -> None:
        """A citation sentence up to its full stop; one that goes on is a sentence about it."""
        taken = [run, *self._cited()]
        tail = self._left[-1] if self._left else Run("")
        # Some citations end in a full stop of their own: `U.S.S.G. § 1B1.11(a), p.s.`
        after = _AFTER_STOP if taken[-1].text.endswith(".") else _AFTER_CITE
        ended = after.match(tail.text) if tail.kind is _TEXT else None
        if ended is None:
            self._out += taken
            return
        if self._left:
            self._left.pop()
            if rest := tail.text[ended.end() :]:
                self._left.append(replace(tail, text=rest))
        self._trim()
        self._open()
        self._out += (replace(each, note=True) for each in taken)
        self._finish(ended[0].removesuffix("."))

    def _cited(self) -> Iterator[Run]:
        """The rest of a citation and those that follow it in the same sentence."""
        while self._left:
            run = self._left[-1]
            if run.kind is not _CITE and run.kind is not _MARK and not self._joins(run):
                return
            yield self._left.pop()

    def _joins(self, run: Run) -> bool:
        further = len(self._left) > 1 and self._left[-2].kind is _CITE
        return further and run.kind is _TEXT and _JOINS.fullmatch(run.text) is not None

    def _trim(self) -> None:
        """Drop the blank before a note."""
        while self._out and not self._out[-1].note:
            last = self._out.pop()
            if kept := last.text.rstrip(" "):
                self._out.append(last if kept == last.text else replace(last, text=kept))
                return

    def _pull(self, marks: re.Pattern[str]) -> None:
        """Let the mark of punctuation that follows stand before the note, as printers do."""
        if not self._left or self._left[-1].kind is not _TEXT:
            return
        follows = self._left[-1]
        if not (found := marks.match(follows.text)):
            return
        self._left.pop()
        # Where the sentence has its full stop already, a second one would stand alone.
        if not (found[0] == "." and self._ends_sentence()):
            self._out.append(replace(follows, text=found[0]))
        if rest := follows.text[found.end() :]:
            self._left.append(replace(follows, text=rest))

    def _finish(self, words: str = "") -> None:
        """End a sentence of a note, with a remark on what it cites if there is one."""
        stop = "" if (words or self._out[-1].text).endswith(".") else "."
        if words or stop:
            self._out.append(Run(f"{words}{stop}", note=True))

    def _open(self) -> None:
        """Begin a note, or go on with the one that stands here already."""
        if self._out and self._out[-1].note:
            self._out.append(_SPACE)


@lru_cache(maxsize=4096)
def _in_note(source: Run) -> Run:
    """A record cite as a note has it; most facts are told more than once."""
    words = source.text.removeprefix("(").removesuffix(")")
    return replace(source, text=_capital(words), note=True)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
