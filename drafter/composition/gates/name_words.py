"""Names that are words too, and where in a text one of them can only be the name.

`Faith` is a child and a noun, `Will` a man and a verb.  A capital tells them apart but where
every word has one: at the beginning of a sentence, and in a heading.
"""

from __future__ import annotations

import re

FIRST_NAMES = frozenset(
    "Christian Dean Faith Frank Grace Grant Hope Joy Mark Page Rich Rose Sunny Will".split()
)
"""Names that are words too: a part of a name that is one is looked for where it is no word."""
NEVER_ALONE = frozenset(
    """
    April August June May
    An As At Be By Do Go He If In Is It Me My No Of On Or So To Up Us We
    Agent Captain Chief Deputy Det Detective Doctor Dr Father Judge Lieutenant Lt Miss Mr Mrs Ms Mx
    Nurse Officer Pastor Sergeant Sgt Sister Special Trooper
    """.split()
)
"""Months, titles and words that a heading may capitalize: no name but in a whole one."""
PLACE_KINDS = frozenset(
    """
    academy apartment apt avenue ave boulevard blvd building camp center centre church city clinic
    college county court daycare district drive east elementary floor high highway home hospital
    hotel house institute kindergarten lane middle motel north northeast northwest park parish
    place police precinct preschool primary public road room route saint school shelter south
    southeast southwest square st state station street suite terrace town trail university unit
    village way west
    """.split()
)
"""What many places are called beside their own names."""

_APART = re.compile(r"[\n\t]")
"""What parts the lines and cells of a passage."""
_LISTED = re.compile(r"\W*\w{1,3}[.)]\s*")
"""The number or letter of an entry, before its first word."""
_TITLES = re.compile(r"\b(?:Mr|Mrs|Ms|Mx|Dr|Sgt|Lt|Det|Jr|St|v|[A-Z])\.\s*$")
"""A full stop that ends no sentence."""
_SENTENCE_ENDS = re.compile(r"[.!?]\W*$")
_OPENS = re.compile(r"[“\"‘'«]$")
_CLOSES = re.compile(r"[.,;:!?]*[”\"’'»](?!\w)")
_OWNS = re.compile(r"[’']s\b")
_ACTS = re.compile(
    r"\s+(?:was|were|is|has|had|said|told|asked|saw|knew|went|came|left|lives|lived|slept|stayed)\b"
)
"""Verbs that people are the subject of: `Faith was seven` begins with no noun."""
_NUMBERED = re.compile(r"\s+\d|\s+v\.\s")
"""After `Page`, and after the first party of a decision."""
_CAPITALS = re.compile(r"(?:\s+[A-Z][\w’'-]*)+")


def stands_as_name(word: str, text: str) -> bool:
    """Whether a word, written so or in capitals, stands in a text as somebody's name."""
    found = re.finditer(rf"(?<![\w-])(?:{re.escape(word)}|{re.escape(word.upper())})(?!\w)", text)
    return any(_is_name(text[: each.start()], each[0], text[each.end() :]) for each in found)


def _is_name(before: str, word: str, after: str) -> bool:
    line, rest = _APART.split(before)[-1], _APART.split(after)[0]
    if word.isupper() and not any(map(str.islower, line + rest)):
        return False  # a heading in capitals
    if _NUMBERED.match(rest) or _of_a_place(rest):
        return False
    quoted = _OPENS.search(line) and _CLOSES.match(rest)
    if quoted or _OWNS.match(rest) or _ACTS.match(rest):
        return True
    return not _begins(line)


def _of_a_place(after: str) -> bool:
    """Whether a word is part of what a place is called: `Grace Street`."""
    named = _CAPITALS.match(after)
    return named is not None and not PLACE_KINDS.isdisjoint(named[0].casefold().split())


def _begins(before: str) -> bool:
    """Whether what follows is the first word of a line, an entry, a quotation or a sentence."""
    bare = before.rstrip()
    if not re.search(r"\w", bare) or _LISTED.fullmatch(before) or _OPENS.search(bare):
        return True
    return _SENTENCE_ENDS.search(bare) is not None and _TITLES.search(bare) is None
