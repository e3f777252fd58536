"""What changed between two drafts: conclusions, text, and the facts that moved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct

from drafter.composition.blocks import Block, BlockKind, Run, RunKind, text_of
from drafter.versions.align import Piece, Words, align, words
from drafter.versions.causes import (
    BY_HAND,
    UNTOLD,
    Attribution,
    Causes,
    inputs_changed,
)
from drafter.versions.changes import Change, FactChange, changed_facts
from drafter.versions.draft import Draft

if TYPE_CHECKING:
    from drafter.word.reading.reader import ReadBlock


class ConclusionChange(Struct, frozen=True):
    """A conclusion that moved, with the facts that moved among what it rests on."""

    id: str
    label: str
    old: str
    new: str
    facts: tuple[FactChange, ...]
    causes: Causes = UNTOLD


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
    causes: Causes = UNTOLD


class Same(Struct, frozen=True):
    """A passage that reads the same in both, at the same place."""

    text: str
    heading: bool = False


class Comparison(Struct, frozen=True):
    """Everything that differs; equal drafts give an empty one."""

    conclusions: tuple[ConclusionChange, ...]
    passages: tuple[BlockChange | Same, ...]
    """Both texts whole, in the order of the newer; what was removed stands where it stood."""
    facts: tuple[FactChange, ...] = ()
    causes: tuple[str, ...] = ()
    """What changed among the inputs: ``case``, ``law``, ``templates``, ``software``, ``as_of``."""

    @property
    def blocks(self) -> tuple[BlockChange, ...]:
        """The passages that changed."""
        return tuple(each for each in self.passages if isinstance(each, BlockChange))

    @property
    def empty(self) -> bool:
        """Whether the two say the same."""
        return not (self.conclusions or self.blocks)


def compare(old: Draft, new: Draft) -> Comparison:
    """Return what changed from one draft to another of the same series, and why."""
    facts = changed_facts(old.facts, new.facts)
    why = Attribution(old, new, facts)
    before = _texts(old)
    after = _texts(new, {each.key: each for each in before})
    return Comparison(
        tuple(_conclusions(old, new, facts, why)),
        tuple(_passages(before, after, _Drafts(why, _settled(old, new)))),
        facts,
        tuple(inputs_changed(old, new)),
    )


def compare_files(
    old: Sequence[ReadBlock], new: Sequence[ReadBlock], *, by_hand: bool = False
) -> Comparison:
    """Return what changed between two Word files.

    ``by_hand``: the newer was made of the older, so that each difference is a hand edit; else
    nothing is known of their reasons.
    """
    return Comparison((), tuple(_passages(_read(old), _read(new), _Files(by_hand))))


def _conclusions(
    old: Draft, new: Draft, facts: tuple[FactChange, ...], why: Attribution
) -> Iterable[ConclusionChange]:
    before = {each.id: each for each in old.conclusions}
    after = {each.id: each for each in new.conclusions}
    for id in (*after, *(id for id in before if id not in after)):
        was, now = before.get(id), after.get(id)
        values = (was.value if was else "", now.value if now else "")
        if values[0] == values[1]:
            continue
        because = {name for each in (was, now) if each for name in why.because(each)}
        moved = tuple(fact for fact in facts if fact.id in because)
        label = now.label if now else was.label if was else id
        yield ConclusionChange(id, label, *values, moved, why.of_conclusion(was, now))


class _Text(Struct, frozen=True):
    key: str
    section: str
    text: str
    heading: bool
    block: Block | None = None
    """As it was composed, unless it was read from a Word file."""


_NONE: Mapping[str, _Text] = {}


class _Files(Struct, frozen=True):
    """How passages of two Word files are compared: by every word."""

    by_hand: bool

    def same(self, old: _Text, new: _Text) -> bool:
        return old.text == new.text

    def causes(self, old: _Text | None, new: _Text | None, spans: tuple[Words, ...]) -> Causes:
        return BY_HAND if self.by_hand else UNTOLD


class _Drafts(Struct, frozen=True):
    """How passages of two drafts are compared."""

    why: Attribution
    settled: frozenset[str]
    """The authorities of which both drafts know the same."""

    def same(self, old: _Text, new: _Text) -> bool:
        """Whether they say the same, wherever the mark of an authority is written out.

        A document has it in full where it first cites the authority, which says nothing of
        that passage.
        """
        if old.text == new.text:
            return True
        cites = bool(old.block and old.block.authorities)
        return cites and self._unmarked(old) == self._unmarked(new)

    def causes(self, old: _Text | None, new: _Text | None, spans: tuple[Words, ...]) -> Causes:
        before, after = (each.block if each else None for each in (old, new))
        return self.why.of_block(before, after, spans)

    def _unmarked(self, told: _Text) -> list[str]:
        parts = told.block.parts if told.block else ()
        return [text_of(tuple(filter(self._counts, runs)), stamp="…") for runs in parts]

    def _counts(self, run: Run) -> bool:
        return run.kind is not RunKind.MARK or run.ref not in self.settled


def _settled(old: Draft, new: Draft) -> frozenset[str]:
    """The authorities that have the same mark in full in both."""
    before, after = _marks(old), _marks(new)
    return frozenset(ref for ref, words in before.items() if after.get(ref) == words)


def _marks(draft: Draft) -> dict[str, str]:
    found: dict[str, str] = {}
    for block in draft.document.blocks:
        for run in chain.from_iterable(block.parts) if block.authorities else ():
            if run.kind is RunKind.MARK and len(run.text) > len(found.get(run.ref, "")):
                found[run.ref] = run.text
    return found


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


def _texts(draft: Draft, known: Mapping[str, _Text] = _NONE) -> list[_Text]:
    """The passages of a draft; a block that is among the known ones has its text from there."""
    section, found = _Section(), []
    for block in draft.document.blocks:
        heading = block.kind is BlockKind.HEADING
        if heading:
            section.enter(block.level, block.text)
        before = known.get(block.id)
        same = before is not None and before.block == block
        text = before.text if before and same else _without_stamps(block)
        found.append(_Text(block.id, section.name, text, heading, block))
    return found


def _without_stamps(block: Block) -> str:
    """Return the text a reader compares: the day and the inputs a draft prints are not in it."""
    return "\t".join(text_of(runs, stamp="…") for runs in block.parts)


def _read(blocks: Sequence[ReadBlock]) -> list[_Text]:
    section, found = _Section(), []
    seen: set[str] = set()
    for block in blocks:
        level = block.style.removeprefix("Heading ")
        if heading := level.isdecimal():
            section.enter(int(level), block.text)
        # A paragraph split in Word leaves its anchor in both halves: the first keeps it.
        key = "" if block.anchor in seen else block.anchor
        seen.add(key)
        found.append(_Text(key, section.name, block.text, heading))
    return found


def _passages(
    old: list[_Text], new: list[_Text], way: _Drafts | _Files
) -> Iterable[BlockChange | Same]:
    pairs = align(
        [Piece(each.key, each.text) for each in old], [Piece(each.key, each.text) for each in new]
    )
    for pair in pairs:
        before = old[pair.old] if pair.old is not None else None
        after = new[pair.new] if pair.new is not None else None
        spans: tuple[Words, ...] = ()
        if before and after and way.same(before, after):
            if not pair.moved:
                yield Same(after.text, after.heading)
                continue
            change = Change.MOVED
        elif before and after:
            change, spans = Change.CHANGED, words(before.text, after.text)
        else:
            change = Change.ADDED if after else Change.REMOVED
        yield _changed(before, after, change, spans, way.causes(before, after, spans))


def _changed(
    before: _Text | None,
    after: _Text | None,
    change: Change,
    spans: tuple[Words, ...],
    causes: Causes,
) -> BlockChange:
    told = after or before
    assert told is not None
    texts = before.text if before else "", after.text if after else ""
    return BlockChange(told.key, told.section, change, *texts, spans, causes)
