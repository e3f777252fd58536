"""Filters and functions every template has: counting, joining, inflecting."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import cast

from drafter.composition.blocks import Audience, Run
from drafter.composition.pieces import Captured, Literal, Origin
from drafter.composition.printing import printable
from drafter.composition.values import Value, Words, described, plain, refuse

_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_FULL_STOP = Words(".")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def count(items: object) -> Value:
    """How many things a list holds; a number that comes from every fact among them."""
    things = _listed(items)
    seen = [thing for thing in (items, *things) if type(thing) is Value]
    facts = tuple(dict.fromkeys(fact for value in seen for fact in value.facts))
    audience = max((value.audience for value in seen), default=Audience.OUTWARD)
    return Value(len(things), facts, audience)


def first(items: object) -> object:
    """The first thing of a list that is not empty."""
    return _some(items)[0]


def last(items: object) -> object:
    """The last thing of a list that is not empty."""
    return _some(items)[-1]


def join_and(items: object, word: str = "and") -> Captured:
    """``a``, ``a and b``, ``a, b, and c``: with the serial comma."""
    parts = [printable(item) for item in _listed(items)]
    pieces: list[object] = []
    for number, part in enumerate(parts, 1):
        if number > 1:
            comma = "," if len(parts) > 2 else ""
            pieces.append(Words(f"{comma} {word} " if number == len(parts) else ", "))
        pieces.append(part)
    return Captured(pieces)


def possessive(name: object) -> Captured:
    """A singular name and ``’s``."""
    return Captured((printable(name), Words("’s")))


def sentence(words: object) -> object:
    """The same words, the first letter large."""
    return _first_letter(printable(words), _large)


def lower_first(words: object) -> object:
    """The same words, the first letter small: a title inside a sentence.

    What begins with more capitals, or a capital and a full stop, is a name and stays.
    """
    return _first_letter(printable(words), _small)


def stop(words: object) -> Captured:
    """The words and a full stop, unless they end in a mark that closes a sentence."""
    pieces = printable(words)
    closed = _last_words(pieces).rstrip('”’")]').endswith((".", "!", "?", "…"))
    return Captured((pieces,) if closed else (pieces, _FULL_STOP))


def bare(words: object) -> object:
    """The words of a sentence without its full stop, to stand inside another sentence."""
    return _last_piece(printable(words), lambda text: text[:-1] if text.endswith(".") else text)


def plural(number: object, one: object, many: object) -> object:
    """``one`` for 1 or a list of one, else ``many``; comes from the facts of the number."""
    size = number if type(plain(number)) is int else count(number)
    word = printable(one if plain(size) == 1 else many)
    if type(size) is Value and (size.facts or size.audience):
        return Captured((Origin(size.facts, size.audience), word))
    return word


def number_word(number: object) -> object:
    """``zero`` to ``ninety-nine`` in words; from 100 in digits, negative numbers too."""
    size = plain(number)
    if type(size) is not int:
        raise refuse(f"`number_word` is for whole numbers, not {described(size)}")
    words = _spelled(size)
    return number.with_raw(words) if type(number) is Value else Words(words)


def _listed(items: object) -> list[object]:
    if isinstance(plain(items), (list, tuple, Mapping)) and type(items) is not Captured:
        return list(cast("Iterable[object]", items))
    raise refuse(f"a list is needed here, not {described(plain(items))}")


def _some(items: object) -> list[object]:
    things = _listed(items)
    if not things:
        raise refuse("the list is empty", "ask for it first: `{% if … %}`")
    return things


def _spelled(size: int) -> str:
    if not 0 <= size < 100:
        return f"{size:,}"
    if size < 20:
        return _ONES[size]
    tens, ones = divmod(size, 10)
    return _TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")


def _first_letter(piece: object, change: Callable[[str], str]) -> object:
    """The piece with its first words changed; pieces without words before them stay."""
    if type(piece) is Value:
        return piece.with_raw(change(piece.text))
    if isinstance(piece, Words):
        return Words(change(piece))
    if isinstance(piece, Run):
        return Run(change(piece.text), piece.bold, piece.italic, piece.kind, piece.ref)
    if isinstance(piece, str):
        return change(piece)
    if isinstance(piece, (Captured, Literal)):
        parts = list(piece)
        for place, part in enumerate(parts):
            if _has_words(part):
                parts[place] = _first_letter(part, change)
                break
        return type(piece)(parts)  # type: ignore[arg-type]
    return piece


def _last_piece(piece: object, change: Callable[[str], str]) -> object:
    """The piece with the end of its last words changed."""
    if type(piece) is Value:
        return piece.with_raw(change(piece.text.rstrip()))
    if isinstance(piece, Words):
        return Words(change(piece.rstrip()))
    if isinstance(piece, Run):
        text = change(piece.text.rstrip())
        return Run(text, piece.bold, piece.italic, piece.kind, piece.ref)
    if isinstance(piece, str):
        return change(piece.rstrip())
    if isinstance(piece, (Captured, Literal)):
        parts = list(piece)
        for place in reversed(range(len(parts))):
            if _has_words(parts[place]):
                parts[place] = _last_piece(parts[place], change)
                break
        return type(piece)(parts)  # type: ignore[arg-type]
    return piece


def _last_words(piece: object) -> str:
    """The text of the last piece that has words, or nothing."""
    if type(piece) is Value:
        return piece.text.rstrip()
    if isinstance(piece, (Captured, Literal)):
        return next((found for part in reversed(piece) if (found := _last_words(part))), "")
    text = piece.text if isinstance(piece, (Value, Run)) else piece
    return text.rstrip() if isinstance(text, str) else ""


def _has_words(piece: object) -> bool:
    if isinstance(piece, (Captured, Literal)):
        return any(_has_words(part) for part in piece)
    text = piece.text if isinstance(piece, (Value, Run)) else piece
    return isinstance(text, str) and bool(text.strip())


def _large(text: str) -> str:
    return _with_first(text, str.upper)


def _small(text: str) -> str:
    """The first letter small, but not that of `FBI` or of `U.S.`: a name stays."""
    word = text.lstrip()
    named = len(word) > 1 and not (word[1].islower() or word[1].isspace())
    return text if named else _with_first(text, str.lower)


def _with_first(text: str, change: Callable[[str], str]) -> str:
    start = len(text) - len(text.lstrip())
    letter = change(text[start : start + 1])
    # One letter for one: `ß` would become two.
    return text[:start] + letter + text[start + 1 :] if len(letter) == 1 else text


WORDING: Mapping[str, Callable[..., object]] = {
    "count": count,
    "length": count,
    "first": first,
    "last": last,
    "join_and": join_and,
    "possessive": possessive,
    "sentence": sentence,
    "lower_first": lower_first,
    "stop": stop,
    "bare": bare,
    "plural": plural,
    "number_word": number_word,
}
