"""Two blocks of one file that would have one id, and so would stop the draft."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from drafter.composition.blocks import BlockKind
from drafter.composition.linting.files import TemplateFile
from drafter.composition.templating.pieces import BlockSpec, Close, CloseTable, Op, TableSpec
from drafter.composition.templating.syntax import Tag
from drafter.errors import Problem


class _Around(Struct, frozen=True):
    """A tag that is open around a block, and which of its branches the block is in."""

    keyword: str
    number: int
    branch: int = 0


class _Block(Struct, frozen=True):
    """A block that prints in any case: where it stands, and what its id is made of."""

    spec: BlockSpec
    named: tuple[str, ...]
    """Section, table and name; a heading is its section."""
    around: tuple[_Around, ...]


def id_problems(file: TemplateFile) -> Iterator[Problem]:
    """Blocks with the name of one before them, which nothing keeps apart."""
    known: dict[tuple[str, ...], list[_Block]] = {}
    for block in _Reading().blocks(file.compiled.out if file.compiled else ()):
        before = known.setdefault(block.named, [])
        first = next((each for each in before if _meet(each.around, block.around)), None)
        if first is not None:
            message = f"two blocks of one section are called `{block.named[-1]}`"
            hint = f"the other stands at {first.spec.place}; give one of them {{#name}}"
            yield file.at(block.spec.place, message, hint)
        before.append(block)


def _meet(one: tuple[_Around, ...], other: tuple[_Around, ...]) -> bool:
    """Whether one block stands, in the same round, wherever the other does."""
    less, more = sorted((one, other), key=len)
    rest = more[len(less) :]
    return more[: len(less)] == less and all(each.keyword == "if" for each in rest)


class _Reading:
    """One pass over a template as it was laid out."""

    def __init__(self) -> None:
        self._around: list[_Around] = []
        self._sections = [""]
        """The section at this place; within a macro, that of its caller."""
        self._table = ""
        self._spec: BlockSpec | None = None
        self._prints = False
        self._depth = 0
        """Of the tags that are open inside the block."""
        self._tags = 0

    def blocks(self, out: tuple[Op | Tag, ...] | list[Op | Tag]) -> Iterator[_Block]:
        """The blocks with words of their own outside every condition, in order."""
        for piece in out:
            match piece:
                case BlockSpec():
                    self._spec, self._prints, self._depth = piece, False, 0
                    if piece.kind is BlockKind.HEADING:
                        self._sections[-1] = piece.name
                case Close() if self._spec is not None:
                    if self._prints and not self._spec.alone:
                        yield _Block(self._spec, self._named(self._spec), tuple(self._around))
                    self._spec = None
                case Tag() if self._spec is not None:
                    self._depth += bool(piece.closer) - piece.is_closer
                case Tag():
                    self._tag(piece)
                case TableSpec():
                    self._table = piece.id
                case CloseTable():
                    self._table = ""
                case str() if self._depth == 0:
                    self._prints |= any(map(str.isalnum, piece))

    def _named(self, spec: BlockSpec) -> tuple[str, ...]:
        heading = spec.kind is BlockKind.HEADING
        return (spec.name,) if heading else (self._sections[-1], self._table, spec.name)

    def _tag(self, tag: Tag) -> None:
        if tag.closer:
            self._tags += 1
            self._around.append(_Around(tag.keyword, self._tags))
            if tag.keyword == "macro":
                self._sections.append("")
        elif tag.is_turn and self._around:
            last = self._around.pop()
            # What an empty loop prints stands in no round.
            self._around.append(_Around("if", last.number, last.branch + 1))
        elif tag.is_closer and self._around and self._around.pop().keyword == "macro":
            self._sections.pop()
