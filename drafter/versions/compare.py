"""What changed between two drafts: conclusions, text, and the facts that moved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from msgspec import Struct

from drafter.composition.blocks import Block, BlockKind, text_of
from drafter.versions.align import Piece, Words, align, words
from drafter.versions.draft import Draft
from drafter.word.reader import ReadBlock


class Change(StrEnum):
    """What happened to a conclusion, a fact or a block."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


class FactChange(Struct, frozen=True):
    """A fact of the case file that was added, removed or says something else."""

    id: str
    change: Change
    old: str
    new: str
    line: int
    """In the newer case file; in the older one when the fact was removed."""


class ConclusionChange(Struct, frozen=True):
    """A conclusion that moved, with the facts that moved among what it rests on."""

    id: str
    label: str
    old: str
    new: str
    facts: tuple[FactChange, ...]


class BlockChange(Struct, frozen=True):
    """A paragraph, heading or row that changed."""

    id: str
    section: str
    """The headings it stands under, the highest first: `Elements › Escape`."""
    change: Change
    old: str
    new: str
    words: tuple[Words, ...] = ()
    """For changed text, the words of both in order."""


class Comparison(Struct, frozen=True):
    """Everything that differs; equal drafts give an empty one."""

    conclusions: tuple[ConclusionChange, ...]
    blocks: tuple[BlockChange, ...]
    facts: tuple[FactChange, ...]
    causes: tuple[str, ...]
    """What changed among the inputs: ``case``, ``law``, ``templates``, ``software``, ``as_of``."""

    @property
    def empty(self) -> bool:
        """Whether the two say the same."""
        return not (self.conclusions or self.blocks)


def compare(old: Draft, new: Draft) -> Comparison:
    """Return what changed from one draft to another of the same series."""
    facts = _facts(old, new)
    return Comparison(
        _conclusions(old, new, facts),
        _blocks(_texts(old.document.blocks), _texts(new.document.blocks)),
        facts,
        tuple(_causes(old, new)),
    )


def compare_files(old: Sequence[ReadBlock], new: Sequence[ReadBlock]) -> Comparison:
    """Return what changed between two Word files; of their reasons nothing is known."""
    return Comparison((), _blocks(_read(old), _read(new)), (), ())


def _causes(old: Draft, new: Draft) -> Iterable[str]:
    for name in ("case", "law", "templates", "software", "options"):
        if getattr(old.inputs, name) != getattr(new.inputs, name):
            yield name
    if old.as_of != new.as_of:
        yield "as_of"


def _facts(old: Draft, new: Draft) -> tuple[FactChange, ...]:
    found = []
    for id in sorted(old.facts.keys() | new.facts.keys()):
        before, after = old.facts.get(id), new.facts.get(id)
        if before is None and after is not None:
            found.append(FactChange(id, Change.ADDED, "", after.text, after.line))
        elif after is None and before is not None:
            found.append(FactChange(id, Change.REMOVED, before.text, "", before.line))
        elif before is not None and after is not None and before.text != after.text:
            found.append(FactChange(id, Change.CHANGED, before.text, after.text, after.line))
    return tuple(sorted(found, key=lambda fact: (fact.change is Change.REMOVED, fact.line)))


def _conclusions(
    old: Draft, new: Draft, facts: tuple[FactChange, ...]
) -> tuple[ConclusionChange, ...]:
    before = {each.id: each for each in old.conclusions}
    after = {each.id: each for each in new.conclusions}
    found = []
    for id in (*after, *(id for id in before if id not in after)):
        was, now = before.get(id), after.get(id)
        values = (was.value if was else "", now.value if now else "")
        if values[0] == values[1]:
            continue
        because = {*(was.because if was else ()), *(now.because if now else ())}
        moved = tuple(fact for fact in facts if fact.id in because)
        label = now.label if now else was.label if was else id
        found.append(ConclusionChange(id, label, *values, moved))
    return tuple(found)


class _Text(Struct, frozen=True):
    key: str
    section: str
    text: str


class _Section:
    """The headings above a place in a document, the highest first."""

    def __init__(self) -> None:
        self._headings: list[str] = []

    def enter(self, level: int, heading: str) -> None:
        """Go on under a heading of that level."""
        self._headings[level - 1 :] = [heading]

    @property
    def name(self) -> str:
        """All of them in one line."""
        return " › ".join(self._headings)


def _texts(blocks: Iterable[Block]) -> list[_Text]:
    section, found = _Section(), []
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            section.enter(block.level, block.text)
        found.append(_Text(block.id, section.name, _without_stamps(block)))
    return found


def _without_stamps(block: Block) -> str:
    """Return the text a reader compares: the day and the inputs a draft prints are not in it."""
    return "\t".join(text_of(runs, stamp="…") for runs in block.parts)


def _read(blocks: Sequence[ReadBlock]) -> list[_Text]:
    section, found = _Section(), []
    seen: set[str] = set()
    for block in blocks:
        if (level := block.style.removeprefix("Heading ")).isdecimal():
            section.enter(int(level), block.text)
        # A paragraph split in Word leaves its anchor in both halves: the first keeps it.
        key = "" if block.anchor in seen else block.anchor
        seen.add(key)
        found.append(_Text(key, section.name, block.text))
    return found


def _blocks(old: list[_Text], new: list[_Text]) -> tuple[BlockChange, ...]:
    pairs = align(
        [Piece(each.key, each.text) for each in old], [Piece(each.key, each.text) for each in new]
    )
    found = []
    for pair in pairs:
        before = old[pair.old] if pair.old is not None else None
        after = new[pair.new] if pair.new is not None else None
        if change := _change(before, after, pair.moved):
            found.append(change)
    return tuple(found)


def _change(before: _Text | None, after: _Text | None, moved: bool) -> BlockChange | None:
    if before is None and after is not None:
        return BlockChange(after.key, after.section, Change.ADDED, "", after.text)
    if after is None and before is not None:
        return BlockChange(before.key, before.section, Change.REMOVED, before.text, "")
    if before is None or after is None:
        return None
    if before.text != after.text:
        spans = words(before.text, after.text)
        return BlockChange(after.key, after.section, Change.CHANGED, before.text, after.text, spans)
    if moved:
        return BlockChange(after.key, after.section, Change.MOVED, before.text, after.text)
    return None
