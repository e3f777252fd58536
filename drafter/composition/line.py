"""The runs of one block as they are written, piece by piece."""

from __future__ import annotations

import re

from drafter.composition.blocks import Audience, Block, BlockKind, Run, RunKind, Runs, Table
from drafter.composition.pieces import BlockSpec, Spoken

_LINE_ENDS = re.compile(r"[\r\n]+")
Look = tuple[bool, bool, RunKind, str]
"""Bold, italic, kind and reference: what tells one run from the next."""
PLAIN: Look = (False, False, RunKind.TEXT, "")
LOOKS: dict[tuple[bool, bool], Look] = {
    (False, False): PLAIN,
    (False, True): (False, True, RunKind.TEXT, ""),
    (True, False): (True, False, RunKind.TEXT, ""),
    (True, True): (True, True, RunKind.TEXT, ""),
}
"""One object for each look of plain text, so that they are told apart by identity."""


# Named once: finding a member through its enum is slow, and a document asks 1,000 times.
_ROW, _SOURCE, _CITE = BlockKind.ROW, RunKind.SOURCE, RunKind.CITE


class OpenBlock:
    """A block that is being written; neighbors of one look become one run."""

    __slots__ = (
        "_cells",
        "_look",
        "_runs",
        "_soft",
        "_texts",
        "_whole",
        "audience",
        "authorities",
        "id",
        "sources",
        "spec",
    )

    def __init__(self, spec: BlockSpec, block_id: str, audience: Audience) -> None:
        self.spec = spec
        self.id = block_id
        self.audience = audience
        self.sources: dict[str, None] = {}
        self.authorities: dict[str, None] = {}
        self._cells: list[Runs] = []
        self._runs: list[Run] = []
        self._texts: list[str] = []
        self._look = PLAIN
        self._whole: Run | None = None
        self._soft = True
        """Whether a space of the template would be one too many here."""

    def literal(self, text: str, look: Look) -> None:
        """Add words of the template; of two spaces that meet, one stays."""
        if self._soft and text[0] == " ":
            text = text.lstrip(" ")
            if not text:
                return
        if look is not self._look:
            self._turn(look)
        self._texts.append(text)
        self._soft = text[-1] == " "

    def value(self, text: str, look: Look) -> None:
        """Add words of the case as they are; only a line end becomes a space."""
        if "\n" in text or "\r" in text:
            text = _LINE_ENDS.sub(" ", text)
        if text:
            if look is not self._look:
                self._turn(look)
            self._texts.append(text)
            self._soft = False

    def spoken(self, words: Spoken, look: Look) -> None:
        """Add runs as they are, in the look around them."""
        if words.facts or words.audience:
            self.came_from(words.facts, words.audience)
        for run in words.runs:
            self._run(run, look)

    def _run(self, run: Run, look: Look) -> None:
        if run.kind is _SOURCE and run.ref:
            self.sources[run.ref] = None
        elif run.kind is _CITE and run.ref:
            self.authorities[run.ref] = None
        if run.text:
            own = (run.bold or look[0], run.italic or look[1], run.kind, run.ref)
            if own != self._look:
                self._flush()
                self._look = own
            # Most runs stand alone and in no emphasis: they are kept as they are.
            self._whole = run if look is PLAIN and not self._texts else None
            self._texts.append(run.text)
            self._soft = False

    def came_from(self, facts: tuple[str, ...], audience: Audience) -> None:
        """Take note of whose words the block prints."""
        for fact in facts:
            self.sources[fact] = None
        if audience > self.audience:
            self.audience = audience

    def cell(self) -> None:
        """Begin the next cell of a row."""
        self._cells.append(self._end())

    def finish(self, table: Table | None) -> Block | None:
        """The block, or None if it has no words."""
        runs = self._end()
        cells: tuple[Runs, ...] = ()
        if self.spec.kind is _ROW:
            # The first cell began when nothing was written yet.
            cells, runs = (*self._cells[1:], runs), ()
        if not runs and not any(cells):
            return None
        return Block(
            self.id,
            self.spec.kind,
            runs,
            cells,
            self.spec.level,
            table,
            self.spec.header,
            self.spec.style,
            tuple(self.sources),
            tuple(self.authorities),
            self.audience,
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written yet."""
        return not (self._texts or self._runs or self._cells)

    def _turn(self, look: Look) -> None:
        if look != self._look:
            self._flush()
            self._look = look

    def _flush(self) -> None:
        texts, run = self._texts, self._whole
        if texts:
            if run is None or len(texts) > 1:
                bold, italic, kind, ref = self._look
                run = Run("".join(texts), bold, italic, kind, ref)
            self._runs.append(run)
            self._whole = None
            self._texts = []

    def _end(self) -> Runs:
        if self._soft and self._texts:
            self._texts[-1] = self._texts[-1][:-1]
            if not self._texts[-1]:
                self._texts.pop()
        self._flush()
        runs, self._runs, self._soft = tuple(self._runs), [], True
        return runs
