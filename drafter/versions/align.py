"""Two texts side by side: paragraphs by name or likeness, then the words inside them."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import Protocol

from msgspec import Struct

try:
    from cydifflib import SequenceMatcher
except ImportError:  # as on a Python for which it is not built yet: slower, and the same
    from difflib import SequenceMatcher

TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
"""What a text is compared by: words, blanks, single signs."""
_WORD = re.compile(r"\w+")
_FEW = 2
"""Words that may stand between two changes and be told as part of one."""
_ALIKE = 0.5
"""Share of common words from which two unnamed paragraphs count as one that changed."""


class Op(StrEnum):
    """What happened to a stretch of words."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


class Words(Struct, frozen=True):
    """A stretch of text and what happened to it."""

    op: Op
    text: str


class Piece(Struct, frozen=True):
    """One paragraph or row to be aligned."""

    key: str
    """What names it in both texts; empty when nothing does."""
    text: str


class Named(Protocol):
    """What is aligned: a piece, or what has its text read only when it is asked for."""

    @property
    def key(self) -> str:
        """As a piece has it."""

    @property
    def text(self) -> str:
        """As a piece has it."""


class Pair(Struct, frozen=True):
    """A piece of the old text and the piece of the new one that it became."""

    old: int | None
    new: int | None
    moved: bool = False


def words(old: str, new: str) -> tuple[Words, ...]:
    """Return the words of both, in order; the same and removed ones give ``old`` again.

    A word or two that two changes have between them count as changed with them: nobody
    reads a sentence that is rewritten around its small words.
    """
    a, b = TOKEN.findall(old), TOKEN.findall(new)
    found: list[Words] = []
    for same, i1, i2, j1, j2 in stretches(a, b, a):
        if same:
            found.append(Words(Op.SAME, "".join(a[i1:i2])))
        else:
            found += _changed("".join(a[i1:i2]), "".join(b[j1:j2]))
    return tuple(found)


class Exchange(Struct, frozen=True):
    """The words that went and those that came, each once."""

    gone: frozenset[str]
    come: frozenset[str]

    def within(self, other: Exchange) -> bool:
        """Whether all of these went and came there too."""
        return self.gone <= other.gone and self.come <= other.come


def exchanged(spans: Iterable[Words]) -> Exchange:
    """Return what went and came between two texts, whose ``words`` are given."""
    gone, come = set[str](), set[str]()
    for span in spans:
        if span.op is not Op.SAME:
            (gone if span.op is Op.REMOVED else come).update(_WORD.findall(span.text))
    return Exchange(frozenset(gone - come), frozenset(come - gone))


def stretches(
    old: Sequence[Hashable], new: Sequence[Hashable], texts: Sequence[str]
) -> Iterator[tuple[bool, int, int, int, int]]:
    """Yield what is the same (true) and what differs, as ranges of both, in order.

    ``texts``: how each of ``old`` reads, by which it is told what is next to nothing.
    """
    codes = _codes(old, new)
    i, j, last = 0, 0, len(codes) - 1  # where what differs begins
    for at, (tag, i1, i2, j1, j2) in enumerate(codes):
        if tag == "equal" and not (0 < at < last and _few(texts[i1:i2])):
            if (i, j) != (i1, j1):
                yield False, i, i1, j, j1
            yield True, i1, i2, j1, j2
            i, j = i2, j2
    if (i, j) != (len(old), len(new)):
        yield False, i, len(old), j, len(new)


_Code = tuple[str, int, int, int, int]
"""What becomes what, as `SequenceMatcher.get_opcodes` has it."""


def _codes(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[_Code]:
    """How one becomes the other; what both begin and end with is no matter for the matcher.

    It takes time by the square of what it is given, and most changes are of a few words.
    """
    least = min(len(a), len(b))
    begin = next((at for at in range(least) if a[at] != b[at]), least)
    least -= begin
    end = next((at for at in range(least) if a[-1 - at] != b[-1 - at]), least)
    inside = a[begin : len(a) - end], b[begin : len(b) - end]
    found: list[_Code] = [("equal", 0, begin, 0, begin)] if begin else []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, *inside, autojunk=False).get_opcodes():
        found.append((tag, i1 + begin, i2 + begin, j1 + begin, j2 + begin))
    if end:
        found.append(("equal", len(a) - end, len(a), len(b) - end, len(b)))
    return found


def _few(tokens: Sequence[str]) -> bool:
    """Whether next to nothing stands there; the end of a cell is more than a word."""
    return "\t" not in "".join(tokens) and sum(token[:1].isalnum() for token in tokens) <= _FEW


def _changed(gone: str, come: str) -> list[Words]:
    both = ((Op.REMOVED, gone), (Op.ADDED, come))
    return [Words(op, text) for op, text in both if text]


def align(old: Sequence[Named], new: Sequence[Named]) -> list[Pair]:
    """Pair the pieces: by key where both have it, else by likeness within a gap.

    Pairs come in the new text's order, a removed piece after what stood before
    it; every piece is in exactly one pair.
    """
    if len(old) == len(new) == 1:
        return _of_two(old[0], new[0])
    places = {piece.key: index for index, piece in enumerate(old) if piece.key}
    partner = {index: places[piece.key] for index, piece in enumerate(new) if piece.key in places}
    _pair_unnamed(old, new, partner)
    moved: set[int] = set()
    if any(one >= next for one, next in pairwise(partner[at] for at in sorted(partner))):
        same = {at for at, match in partner.items() if old[match].text == new[at].text}
        moved = _moved(partner, same)
    return list(_in_order(len(old), len(new), partner, moved))


def _of_two(old: Named, new: Named) -> list[Pair]:
    """The same of one piece and one, as in most cells, where nothing is to be looked for."""
    named = old.key or new.key
    same = bool(named) and old.key == new.key
    same = same or old.text == new.text or (not named and _alike(old.text, new.text))
    return [Pair(0, 0)] if same else [Pair(None, 0), Pair(0, None)]


def _pair_unnamed(old: Sequence[Named], new: Sequence[Named], partner: dict[int, int]) -> None:
    taken = set(partner.values())
    left = [index for index in range(len(old)) if index not in taken]
    right = [index for index in range(len(new)) if index not in partner]
    a, b = ([text[i].text for i in rest] for text, rest in ((old, left), (new, right)))
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            partner.update(zip(right[j1:j2], left[i1:i2], strict=True))
        elif tag == "replace":
            _pair_alike(old, new, left[i1:i2], right[j1:j2], partner)


def _pair_alike(
    old: Sequence[Named],
    new: Sequence[Named],
    left: list[int],
    right: list[int],
    partner: dict[int, int],
) -> None:
    """Pair what is alike within one gap; a piece with a name is only paired by it."""
    free = [index for index in left if not old[index].key]
    for index in right:
        if new[index].key:
            continue
        for position, candidate in enumerate(free[:20]):
            if _alike(old[candidate].text, new[index].text):
                partner[index] = candidate
                del free[: position + 1]
                break


def _alike(old: str, new: str) -> bool:
    matcher = SequenceMatcher(None, old.split(), new.split(), autojunk=False)
    return bool(matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE)


def _moved(partner: dict[int, int], same: set[int]) -> set[int]:
    """Return the new pieces that left the common order.

    Of the orders that could be kept it is the one with the most pieces that read the same:
    where a row that changed went past one that did not, it is the changed one that moved.
    """
    places = sorted(partner)
    order = [partner[index] for index in places]
    weights = [len(order) + 1 if index in same else 1 for index in places]
    return set(places) - {places[at] for at in _heaviest(order, weights)}


def _heaviest(order: Sequence[int], weights: Sequence[int]) -> Iterator[int]:
    """Yield the places of the increasing subsequence that weighs most, from its end."""
    size = max(order) + 1
    best: list[tuple[int, int]] = [(0, -1)] * (size + 1)
    """A Fenwick tree: by value, the weight of the best subsequence up to it, and its end."""
    before = [-1] * len(order)
    for at, value in enumerate(order):
        found, place = (0, -1), value
        while place > 0:
            found, place = max(found, best[place]), place & (place - 1)
        before[at] = found[1]
        total, place = (found[0] + weights[at], at), value + 1
        while place <= size:
            best[place] = max(best[place], total)
            place += place & -place
    end, place = (0, -1), size
    while place > 0:
        end, place = max(end, best[place]), place & (place - 1)
    at = end[1]
    while at >= 0:
        yield at
        at = before[at]


def _in_order(old: int, new: int, partner: dict[int, int], moved: set[int]) -> Iterator[Pair]:
    paired = set(partner.values())
    following = 0
    for index in range(new):
        match = partner.get(index)
        if match is not None and index not in moved:
            yield from (Pair(i, None) for i in range(following, match) if i not in paired)
            following = max(following, match + 1)
        yield Pair(match, index, index in moved)
    yield from (Pair(i, None) for i in range(following, old) if i not in paired)


def plain(text: str) -> str:
    """Return text without what writing it for Word may change: kinds of blank and line end."""
    return " ".join(text.split())
