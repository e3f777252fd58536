"""Clients of the office whom the defense must blame, or who are charged with the client."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from drafter.analysis.defenses.conflict_types import ClientAgainst
from drafter.casefile.case import Case
from drafter.casefile.matter import Person

_NONE = frozenset("none never refused declined rejected".split())
_NOT = frozenset(("no", "not"))
_STILL_OPEN = frozenset("yet answer answered decision decided settled signed discussed".split())
"""Words with which these say that something is open, and not that there is nothing."""
_SHORT = 3
"""Letters of which a name has more where it is looked for as a word."""
_TITLES = frozenset("mr mrs ms miss mx dr don doña sr sra".split())
_BETWEEN = frozenset("of against to with by from for".split())
"""Words after which a name tells whose relative, case or helper somebody is."""
_MATTERS = frozenset(
    "appeal arraignment bail case cases defense matter plea sentencing trial"
    " release revocation".split()
)
"""What of somebody the office handles only for that client."""


class _Word(Struct, frozen=True):
    text: str
    """Without its case."""
    capital: bool
    start: int
    end: int


def denied(words: str) -> bool:
    """Whether an entry of the engagement says that there are none."""
    said = words_of(words)
    nothing = not said.isdisjoint(_NOT) and said.isdisjoint(_STILL_OPEN)
    return nothing or not said.isdisjoint(_NONE)


def words_of(text: str) -> frozenset[str]:
    """The words of an entry, without their case."""
    return frozenset(re.findall(r"\w+", text.casefold()))


def clients_against(case: Case) -> tuple[ClientAgainst, ...]:
    """The coercers and co-defendants whom what is recorded of other clients names.

    Our reading: a full name comes before a last name, which then names nobody else; a name after
    which a relative comes, or before which `of` does, is not itself that of the client.
    """
    others = case.engagement.other_clients
    if others is None or denied(others):
        return ()
    speakers = {each.speaker for each in case.threats}
    charged = {each.person for each in case.codefendants}
    near = tuple(each for each in case.people if each.id in speakers | charged)
    words = _split(others)
    return tuple(
        ClientAgainst(each, any(sure), each.id in speakers, each.id in charged)
        for each in near
        if (sure := tuple(_mentions(each, words, case.people, near)))
    )


def _mentions(
    person: Person, words: list[_Word], people: tuple[Person, ...], near: tuple[Person, ...]
) -> Iterator[bool]:
    """Yield for each mention of a person whether it reads as that of a client."""
    last = _last(person)
    for at, word in enumerate(words):
        if last is None or word.text != last:
            continue
        namesakes = [each for each in people if _last(each) == last]
        before = {each.text for each in words[:at]}
        in_full = [each for each in namesakes if _names(each)[0] in before]
        if person in in_full:
            yield _of_client(person, words, at)
        elif not in_full:
            alone = [each for each in near if each in namesakes] == [person]
            yield alone and not _other_first(person, words, at) and _of_client(person, words, at)


def _of_client(person: Person, words: list[_Word], at: int) -> bool:
    """Whether a mention is of the person, and not of somebody or something of that person."""
    own = {*_names(person), *_TITLES}
    before = [each.text for each in words[:at] if each.text not in own][-1:]
    after = [each.text for each in words[at + 1 : at + 3]]
    possessive = after[:1] == ["s"] and words[at + 1].start == words[at].end + 1
    of_another = possessive and not _MATTERS.intersection(after[1:])
    return not of_another and _BETWEEN.isdisjoint(before)


def _other_first(person: Person, words: list[_Word], at: int) -> bool:
    """Whether another first name than the person's stands before the last name."""
    known = {*_names(person), *_TITLES}
    return at > 1 and words[at - 1].capital and words[at - 1].text not in known


def _split(text: str) -> list[_Word]:
    found = re.finditer(r"\w+", text)
    return [_Word(e[0].casefold(), e[0][0].isupper(), e.start(), e.end()) for e in found]


def _names(person: Person) -> list[str]:
    return re.findall(r"\w+", person.name.casefold()) or [""]


def _last(person: Person) -> str | None:
    """The last word of a name; None: it is too short to be looked for."""
    last = _names(person)[-1]
    return last if len(last) > _SHORT else None
