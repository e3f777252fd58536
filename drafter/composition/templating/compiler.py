"""A template as Jinja source that yields pieces, with the place of each line.

Everything but the tags goes to a table of literals; the source holds only
marks that point into it.  Each tag begins a line of its own, so that a line
of the source stands for one place in the template.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from drafter.composition.templating.layout import Layout
from drafter.composition.templating.pieces import Leave, Literal, Op
from drafter.composition.templating.syntax import Source, Tag
from drafter.composition.templating.values import Words
from drafter.errors import SourceLocation, TemplateError

Piece = Op | Literal | Words
"""What code may name: words of a tag, or what stands between two tags."""
LEAVE = "\x020\x03"
"""The mark that ends a round of a loop, the same in every template."""


@dataclass(slots=True)
class Compiled:
    """A template on its way to code."""

    text: str = ""
    """The Jinja source."""
    ops: list[Op] = field(default_factory=lambda: [Leave()])
    """What the marks in ``text`` point to."""
    places: list[SourceLocation] = field(default_factory=list)
    """For each line of ``text``, the place in the template."""
    loops: set[int] = field(default_factory=set)
    """Lines of ``text`` with a loop around blocks."""
    out: list[Op | Tag] = field(default_factory=list)
    """The template as it was laid out, tags and all."""
    literals: list[Piece] = field(default_factory=list)
    """What stands between and within tags, in the order in which the code names it."""

    def place(self, line: int) -> SourceLocation:
        """The place in the template of a line of ``text``, counted from 1."""
        return self.places[min(max(line, 1), len(self.places)) - 1]

    def literal(self, marks: Iterable[int]) -> int:
        """Keep what a run of marks stands for; its number among the literals."""
        ops = Literal(self.ops[mark] for mark in marks)
        return self.keep(ops[0] if len(ops) == 1 else ops)

    def keep(self, piece: Piece) -> int:
        """Keep a piece; its number among the literals."""
        self.literals.append(piece)
        return len(self.literals) - 1


def compile_source(source: Source, faults: list[TemplateError] | None = None) -> Compiled:
    """Lay a template out; raises TemplateError with the place of what is wrong.

    With a list for ``faults`` every one is added to it, and none is raised.
    """
    layout = Layout(source, faults)
    compiled = Compiled(places=[SourceLocation(source.path, 1, 1)], out=layout.out)
    parts: list[str] = []
    for piece in layout.out:
        if isinstance(piece, Tag):
            parts.append("\n" + piece.text)
            _places(compiled, piece)
            if piece.keyword == "for" and piece.place in layout.around:
                compiled.loops.add(len(compiled.places) - piece.text.count("\n"))
        else:
            parts.append(f"\x02{len(compiled.ops)}\x03")
            compiled.ops.append(piece)
    compiled.text = "".join(parts)
    return compiled


def _places(compiled: Compiled, tag: Tag) -> None:
    compiled.places.append(tag.place)
    for further in range(1, tag.text.count("\n") + 1):
        line = tag.place.line + further
        compiled.places.append(SourceLocation(tag.place.path, line, 1))
