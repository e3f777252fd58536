"""Filters and functions every template has: counting, joining, inflecting."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar, cast

from msgspec.structs import replace

from drafter.composition.blocks import Audience, Run
from drafter.composition.templating.pieces import Captured, Spoken
from drafter.composition.templating.printing import printable
from drafter.composition.templating.sight import NO_FACTS
from drafter.composition.templating.values import Value, Words, described, plain, refuse
from drafter.typography import without_stop

Item = TypeVar("Item")
_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_FULL_STOP = Words(".")
_ARTICLES = frozenset(("a", "an", "the", "one", "another", "some"))
"""What no name begins with, and a description does."""
_NAMES = ("American", "Canadian", "Indian", "Medicaid", "Medicare", "Mexican", "Native", "Ponzi")
"""First words of the titles of counts that keep their capital with nothing but small ones after."""
_NAME = re.compile(rf"(?!An? |The )[^\W\d_][\w’'.]*[ -](?=[A-Z])|(?:{'|'.join(_NAMES)})\b")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def count(items: object) -> Value:
    """How many things a list holds; a number that comes from every fact among them."""
    raw = plain(items)
    if type(items) is Value and type(raw) is tuple and NO_FACTS.issuperset(map(type, raw)):
        return items.with_raw(len(raw))
    things = _listed(items)
    seen = [thing for thing in (items, *things) if type(thing) is Value]
    facts = tuple(dict.fromkeys(fact for value in seen for fact in value.facts))
    audience = max((value.audience for value in seen), default=Audience.OUTWARD)
    return Value(len(things), facts, audience)


def first(items: Iterable[Item]) -> Item:
    """The first thing of a list that is not empty."""
    return cast("Item", _some(items)[0])


def last(items: Iterable[Item]) -> Item:
    """The last thing of a list that is not empty."""
    return cast("Item", _some(items)[-1])


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


def possessive(name: object, thing: object = None) -> Captured:
    """A singular name and ``’s``, and a thing of that person’s.

    Of somebody who is only described: ``the threat by a man who gave no name``.
    """
    who = printable(name)
    if thing is None:
        return Captured((who, Words("’s")))
    if _first_words(who).partition(" ")[0] in _ARTICLES:
        return Captured((Words("the "), printable(thing), Words(" by "), who))
    return Captured((who, Words("’s "), printable(thing)))


def sentence(words: object) -> object:
    """The same words, the first letter large."""
    return _first_letter(printable(words), _large)


def lower_first(words: object) -> object:
    """The same words, the first letter small: a title inside a sentence.

    What begins with more capitals, or a capital and a full stop, is a name and stays.
    """
    return _first_letter(printable(words), _small)


def title_within(words: object) -> object:
    """The title of a count inside a sentence: the first letter small, but not that of a name.

    A name is a first word that another word with a capital follows, as in `Hobbs Act robbery`,
    and one of those that are names by themselves.
    """
    return _first_letter(printable(words), _small_unless_named)


def capitals(words: object) -> object:
    """One text in capitals, as courts print the name of a party."""
    piece = printable(words)
    if type(piece) is Value:
        return piece.with_raw(piece.text.upper())
    if type(piece) is Words:
        return Words(piece.upper())
    raise refuse("`capitals` takes one text", "write the other words in capitals")


def stop(words: object) -> object:
    """The words and a full stop, unless they end in a mark that closes a sentence."""
    pieces = printable(words)
    if _last_words(pieces).rstrip('”’")]').endswith((".", "!", "?", "…")):
        return pieces
    if type(pieces) is Value:
        return pieces.with_raw(f"{pieces.text}.")
    return Captured((pieces, _FULL_STOP))


def bare(words: object) -> object:
    """The words of a sentence without its full stop, to stand inside another sentence.

    Initials at their end keep their point.
    """
    return _last_piece(printable(words), without_stop)


def plural(number: object, one: object, many: object) -> object:
    """``one`` for 1 or a list of one, else ``many``; comes from the facts of the number."""
    size = number if type(plain(number)) is int else count(number)
    word = printable(one if plain(size) == 1 else many)
    if type(size) is Value and (size.facts or size.audience):
        return Captured((Spoken((), size.facts, size.audience), word))
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


def _first_letter(words: object, change: Callable[[str], str]) -> object:
    """The words with their first piece that has any changed."""
    changed = _changed(words, change, 1)
    return words if changed is None else changed


def _last_piece(words: object, change: Callable[[str], str]) -> object:
    """The words with the end of their last piece that has any changed."""
    changed = _changed(words, lambda text: change(text.rstrip()), -1)
    return words if changed is None else changed


def _changed(piece: object, change: Callable[[str], str], step: int) -> object | None:
    """The piece with its first (``step`` 1) or last (-1) words changed; None: it has no words."""
    if type(piece) is Value:
        return piece.with_raw(change(piece.text)) if piece.text.strip() else None
    if (inner := _parts(piece)) is not None:
        parts: list[Any] = list(inner)
        for place in range(len(parts))[::step]:
            if (changed := _changed(parts[place], change, step)) is not None:
                parts[place] = changed
                if isinstance(piece, Spoken):
                    return replace(piece, runs=tuple(parts))
                return Captured(parts)
        return None
    text = _text(piece)
    if not text.strip():
        return None
    if type(piece) is Run:
        return replace(piece, text=change(text))
    return Words(change(text)) if type(piece) is Words else change(text)


def _last_words(piece: object) -> str:
    """The text of the last piece that has words, or nothing."""
    return next((said for part in reversed(_flat(piece)) if (said := part.rstrip())), "")


def _first_words(piece: object) -> str:
    """The text of the first piece that has words, or nothing."""
    return next((said for part in _flat(piece) if (said := part.lstrip())), "")


def _flat(piece: object) -> list[str]:
    """The text of each piece, in order."""
    if type(piece) is Value:
        return [piece.text]
    if (parts := _parts(piece)) is not None:
        return [said for part in parts for said in _flat(part)]
    return [_text(piece)]


def _parts(piece: object) -> tuple[object, ...] | None:
    """The pieces that a piece is made of; None if it is one of its own."""
    if type(piece) is Captured:
        return piece
    return piece.runs if type(piece) is Spoken else None


def _text(piece: object) -> str:
    """The text of one piece; nothing for what only opens or closes."""
    if type(piece) is Run:
        return piece.text
    return piece if isinstance(piece, str) else ""


def _large(text: str) -> str:
    return _with_first(text, str.upper)


def _small(text: str) -> str:
    """The first letter small, but not that of `FBI` or of `U.S.`: a name stays."""
    word = text.lstrip()
    named = len(word) > 1 and not (word[1].islower() or word[1].isspace())
    return text if named else _with_first(text, str.lower)


def _small_unless_named(text: str) -> str:
    return text if _NAME.match(text.lstrip()) else _small(text)


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
    "capitals": capitals,
    "lower_first": lower_first,
    "title_within": title_within,
    "stop": stop,
    "bare": bare,
    "plural": plural,
    "number_word": number_word,
}
