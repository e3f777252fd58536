"""The runs of one block as they are written, piece by piece."""

from __future__ import annotations

import re

from drafter.composition.blocks import Audience, Block, BlockKind, Run, RunKind, Runs, Table
from drafter.composition.templating.pieces import BlockSpec, Drawn, Emphasis, Spoken
from drafter.composition.templating.values import Value, Words
from drafter.errors import Problem, TemplateError
from drafter.typography import curled, ends_in_initials

_LINE_ENDS = re.compile(r"[\r\n]+")
NEW_LINE = "\n"
"""A run of this alone begins a line within its block."""

# Named once: finding a member through its enum is slow, and a document asks 1,000 times.
_ROW, _TEXT, _SOURCE, _CITE = BlockKind.ROW, RunKind.TEXT, RunKind.SOURCE, RunKind.CITE
_FIGURE, _REFERENCE = BlockKind.FIGURE, RunKind.REFERENCE


def new_line() -> Run:
    """What begins a line within a paragraph, an item or a cell, where words stand before it."""
    return Run(NEW_LINE)


class Line:
    """The block that is being written, and each after it; neighbors of one look become one run."""

    __slots__ = (
        *("audience", "id", "referring", "spec"),
        *("_authorities", "_bold", "_cells", "_drawn", "_facts"),
        *("_italic", "_runs", "_soft", "_texts"),
    )

    def __init__(self) -> None:
        self.referring: set[str] = set()
        """Ids of the blocks that refer to a heading."""
        self._bold = self._italic = 0
        """How many turns of emphasis are open: a macro's adds to that of the text around it."""
        self._cells: list[Runs] = []
        self._runs: list[Run] = []
        self._texts: list[str] = []
        """Words in the look of the place, which become one run when it changes."""
        self._facts: list[str] = []
        self._authorities: list[str] = []
        self._drawn: Drawn | None = None
        self._soft = True
        """Whether a space of the template would be one too many here."""

    def begin(self, spec: BlockSpec, block_id: str, audience: Audience) -> None:
        """Begin a block; the one before is finished."""
        self.spec = spec
        self.id = block_id
        self.audience = audience
        self._cells = []
        self._facts = []
        self._authorities = []

    def literal(self, text: str) -> None:
        """Add words of the template; of two spaces that meet, one stays.

        The point of initials is the full stop too.
        """
        if (
            text[:1] == "."
            and text[1:2] != "."
            and self._texts
            and ends_in_initials(self._texts[-1])
        ):
            text = text[1:]
            if not text:
                return
        if self._soft and text[0] == " ":
            text = text.lstrip(" ")
            if not text:
                return
        self._texts.append(text)
        self._soft = text[-1] == " "

    def words(self, words: Words) -> None:
        """Add words that stand in a tag of the template."""
        if words:
            self.literal(curled(words))

    def value(self, value: Value) -> None:
        """Add words of the case as they are; only a line end becomes a space."""
        self._facts += value.facts
        if value.audience > self.audience:
            self.audience = value.audience
        text = value.raw if type(value.raw) is str else value.text
        if "\n" in text or "\r" in text:
            text = _LINE_ENDS.sub(" ", text)
        if text:
            self._texts.append(text)
            self._soft = False

    def spoken(self, words: Spoken) -> None:
        """Add runs as they are, in the look around them."""
        self._facts += words.facts
        if words.audience > self.audience:
            self.audience = words.audience
        for run in words.runs:
            if run.ref:
                self._note(run)
            if run.text:
                self._add(run)

    def drawn(self, drawing: Drawn) -> None:
        """Add a drawing; its words are the block's, and stand in it and not in the line."""
        if self.spec.kind is not _FIGURE or self._drawn:
            hint = "give it a paragraph of its own that ends with {#name .figure}"
            raise TemplateError(Problem(self.spec.place, "a picture inside other words", hint))
        self._drawn = drawing
        self._facts += drawing.facts
        self.audience = max(self.audience, drawing.audience)

    def emphasis(self, mark: Emphasis) -> None:
        """Turn bold or italic on or off for what follows."""
        if self._texts:
            self._flush()
        self._bold += mark.bold
        self._italic += mark.italic

    def cell(self, mark: object = None) -> None:
        """Begin the next cell of a row."""
        self._cells.append(self._end())

    def finish(self, table: Table | None) -> Block | None:
        """The block, or None if it has no words."""
        runs = self._end()
        spec = self.spec
        cells: tuple[Runs, ...] = ()
        if spec.kind is _ROW:
            # The first cell began when nothing was written yet.
            cells, runs = (*self._cells[1:], runs), ()
        drawn, self._drawn = self._drawn, None
        if drawn is not None:
            cells = drawn.cells
        elif spec.kind is _FIGURE and runs:
            hint = "print it there: {{ picture(f.picture) }}"
            raise TemplateError(Problem(spec.place, "a figure without a picture", hint))
        if not runs and not any(cells):
            return None
        return Block(
            self.id,
            spec.kind,
            runs,
            cells,
            spec.level,
            table,
            spec.header,
            spec.style,
            tuple(dict.fromkeys(self._facts)),
            tuple(dict.fromkeys(self._authorities)),
            self.audience,
            drawn.figure if drawn else None,
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written yet."""
        return not (self._texts or self._runs or self._cells)

    def _note(self, run: Run) -> None:
        if run.kind is _SOURCE:
            self._facts.append(run.ref)
        elif run.kind is _CITE:
            self._authorities.append(run.ref)
        elif run.kind is _REFERENCE:
            self.referring.add(self.id)

    def _add(self, run: Run) -> None:
        bold, italic = self._bold > 0, self._italic > 0
        own = (run.bold or bold, run.italic or italic)
        if run.text == NEW_LINE:
            self._begin_line()
            return
        self._soft = False
        if run.kind is _TEXT and not run.ref and own == (bold, italic):
            self._texts.append(run.text)
            return
        if self._texts:
            self._flush()
        # Most runs stand in no emphasis: they are kept as they are.
        as_is = own == (run.bold, run.italic)
        self._join(run if as_is else Run(run.text, *own, run.kind, run.ref))

    def _begin_line(self) -> None:
        """Begin a line, unless none is begun yet; spaces of the template around it go."""
        if self._texts:
            self._flush()
        if self._soft:
            self._drop_space()
        if self._runs:
            self._texts.append(NEW_LINE)
        self._soft = True

    def _drop_space(self) -> None:
        """Take away the space, or the line, with which what is written ends."""
        if self._runs:
            last = self._runs.pop()
            if last.text not in (" ", NEW_LINE):
                self._runs.append(Run(last.text[:-1], *_look(last)))

    def _flush(self) -> None:
        run = Run("".join(self._texts), self._bold > 0, self._italic > 0)
        self._texts = []
        if self._runs:
            self._join(run)
        else:
            self._runs.append(run)

    def _join(self, run: Run) -> None:
        """Add a run, to the one before it if that looks the same."""
        if self._runs:
            before = self._runs[-1]
            if before.kind is run.kind and _look(before) == _look(run):
                self._runs[-1] = Run(before.text + run.text, *_look(run))
                return
        self._runs.append(run)

    def _end(self) -> Runs:
        runs = self._runs
        if not runs:
            return self._all_of_one_look()
        if self._texts:
            self._flush()
        if self._soft:
            self._drop_space()
        self._runs, self._soft = [], True
        return tuple(runs)

    def _all_of_one_look(self) -> Runs:
        """What most cells and many blocks are: words and no more."""
        text = "".join(self._texts)
        if self._soft and text:
            text = text[:-1]
        self._texts, self._soft = [], True
        return (Run(text, self._bold > 0, self._italic > 0),) if text else ()


def _look(run: Run) -> tuple[bool, bool, RunKind, str]:
    """What tells one run from the next."""
    return run.bold, run.italic, run.kind, run.ref
