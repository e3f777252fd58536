"""The terms of months that words of a sentence tell, in digits or in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = {
    **{word: at for at, word in enumerate(_SMALL)},
    **{word: 10 * at for at, word in enumerate(_TENS, 2)},
    "a": 1,
    "hundred": 100,
}
_WORD = "|".join(sorted(_VALUES, key=len, reverse=True))
_NUMBER = rf"(?<![\d.,\w-])(?:\d+|(?:{_WORD})(?:(?:-| and | )(?:{_WORD}))*)(?![\w-])"
_UNSERVED = r"(?:supervis|probation|home|community|halfway|residential|house|electronic)"
"""What begins a term that is not one of imprisonment."""
_TERM = re.compile(
    rf"(?:(?P<low>{_NUMBER})\)? ?(?:to|or|[-–]) ?)?(?P<number>{_NUMBER})\)?[ -]"
    rf"(?:(?P<months>months?)|years?(?:(?: and|,| and,|, and) (?P<more>{_NUMBER}) months?)?)"
    r"(?! (?:below|above|less|more|under|over|short)\b)"
    rf"\b(?![’']?s?,? (?:(?:of|on|in|at|under|term of) )*{_UNSERVED})",
    re.IGNORECASE,
)
_UNSERVED_BEFORE = re.compile(
    rf"{_UNSERVED}\w*(?: \w+)?(?: term)?(?: of| for|:|,)* (?:a term of )?$", re.IGNORECASE
)

_OF_ANOTHER = re.compile(
    r"\b(?:follow|consecutive|concurrent|credit|after|serv(?:ed|ing)|addition|beyond|range|"
    r"minimum|maximum|instead|rather)[^,;:.]*$",
    re.IGNORECASE,
)
"""What leads in a term that is not the one asked for, within its clause."""


def terms_in(words: str) -> tuple[int, ...]:
    """The terms of imprisonment that are asked for in words, in months; of a range both ends.

    Not that of the supervision after it, of another sentence or of time served, nor how far
    it lies from something.
    """
    return tuple(_terms(" ".join(words.split())))


def tells(words: str, months: int) -> bool:
    """Whether words ask for a term of so many months, as one or as the sum of several."""
    terms = terms_in(words)
    return months in terms or (bool(terms) and sum(terms) == months)


def _terms(words: str) -> Iterator[int]:
    for found in _TERM.finditer(words):
        before = words[: found.start()]
        if not (_UNSERVED_BEFORE.search(before) or _OF_ANOTHER.search(before)):
            times = 1 if found["months"] else 12
            if found["low"]:
                yield times * _number(found["low"])
            more = _number(found["more"]) if found["more"] else 0
            yield times * _number(found["number"]) + more


def _number(written: str) -> int:
    if written.isdigit():
        return int(written)
    total = 0
    for word in re.split(r"-| and | ", written.lower()):
        value = _VALUES[word]
        total = max(total, 1) * value if value == 100 else total + value
    return total
