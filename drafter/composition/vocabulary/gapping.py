"""Markers that stand where a fact is missing, and the list of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from drafter.composition.blocks import Block, Run, RunKind
from drafter.composition.templating.values import described, refuse
from drafter.facts.gaps import Gap
from drafter.facts.record import Record

_BEFORE, _AFTER = "[NEED: ", "]"
_WEAK = "[WEAK: "
_STRAIGHT, _CURLED = "'", "’"


class Needing:
    """What one document marks as missing beside the gaps it lists.

    A list may stand before what it lists.  So of a document that marks more than it lists,
    the lists are made again with what is ``unlisted``.
    """

    def __init__(self, marked: tuple[Gap, ...] = ()) -> None:
        self.marked = marked
        """What was found to be marked and in no list."""
        self._listed: set[str] | None = None
        self._asked: set[str] = set()
        """The markers made so far."""

    def need(self, missing: str | Gap) -> Run:
        """As ``need`` alone, and kept in mind."""
        marker = need(missing)
        self._asked.add(marker.text)
        return marker

    def fill(self, value: object, missing: str | Gap) -> object:
        """The value, or what to ask for where it is missing or empty."""
        empty = value is None or (isinstance(value, (str, Sequence)) and not value)
        return self.need(missing) if empty else value

    def needed(self, listed: Collection[Gap]) -> tuple[Gap, ...]:
        """What the document marks as missing and is not among the gaps that it lists."""
        texts = {need(gap).text for gap in listed}
        self._listed = texts if self._listed is None else self._listed & texts
        return tuple(gap for gap in self.marked if need(gap).text not in texts)

    def unlisted(self, blocks: Iterable[Block], record: Record) -> tuple[Gap, ...]:
        """The markers of a rendering that no list of it has; none where it has no list."""
        if self._listed is None or self._asked <= self._listed:
            return ()
        found = {gap.id: gap for gap in marked_in(blocks, record)}
        return tuple(gap for gap in found.values() if need(gap).text not in self._listed)


def need(missing: str | Gap) -> Run:
    """`[NEED: the judge’s name]`, from a phrase or a gap."""
    phrase = missing if isinstance(missing, str) else getattr(missing, "phrase", None)
    if not isinstance(phrase, str) or not phrase.strip():
        raise refuse(f"`need` says what is missing, not {described(missing)}")
    return _marker(_BEFORE, phrase, RunKind.GAP)


def weak(phrase: str) -> Run:
    """`[WEAK: nothing meets it]`, from the template’s own words."""
    if not isinstance(phrase, str) or not phrase.strip():
        raise refuse(f"`weak` says what the weak point is, not {described(phrase)}")
    return _marker(_WEAK, phrase, RunKind.WEAK)


def _marker(opening: str, phrase: str, kind: RunKind) -> Run:
    return Run(f"{opening}{phrase.strip().replace(_STRAIGHT, _CURLED)}{_AFTER}", kind=kind)


def marked_in(blocks: Iterable[Block], record: Record) -> Iterator[Gap]:
    """Yield what blocks mark as missing, each of the fact after which its block is named, if so."""
    for block in blocks:
        yield from _gaps(block, record)


def _gaps(block: Block, record: Record) -> Iterator[Gap]:
    name = block.id.rpartition("/")[2]
    fact = record.facts.get(name) or record.facts.get(name.rpartition(".")[0])
    owner, noun = (fact.id, fact.noun) if fact else ("", "")
    for runs in (block.runs, *block.cells):
        for run in runs:
            if run.kind is RunKind.GAP:
                phrase = run.text.removeprefix(_BEFORE).removesuffix(_AFTER)
                yield Gap(f"{owner}.{phrase}", phrase, owner, noun)
