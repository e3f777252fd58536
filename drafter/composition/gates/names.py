"""Names that may not leave the office, looked for in finished text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from datetime import date

from msgspec import Struct

from drafter.casefile.case import Case
from drafter.casefile.reader import CaseFile
from drafter.casefile.references import CLIENT
from drafter.composition.gates.leaks import texts_of
from drafter.composition.gates.letters import plain
from drafter.composition.gates.name_words import FIRST_NAMES, NEVER_ALONE, stands_as_name
from drafter.composition.gates.passages import WORD, Passage, line_of, words_of
from drafter.errors import Problem
from drafter.facts.disclosure import may_be_named, public_client
from drafter.facts.youth import may_be_minor
from drafter.yamlfile import YamlPath

_WORDS = FIRST_NAMES | NEVER_ALONE
_NO_NAME = re.compile(r"^(?:\W*[^\W\d_]\b)+\W*$|\d|\b(?:Doe|Roe)\b")
_NO_ALIAS = "enter here the `alias:` that papers for others print, and write it there"


def name_problems(passages: Iterable[Passage], case_file: CaseFile) -> Iterator[Problem]:
    """Real names of who may not be named: the whole name, or a part that is theirs alone.

    That is minors, people who are protected or at risk, and the client where an alias is entered.
    Of a place and a name there is one problem, whoever may be meant by it.
    """
    names = tuple(_hidden(case_file.case))
    shared = open_names(case_file.case)
    looked_for = [(each, _Parts.of(each, shared)) for each in names]
    # The longest first: what is part of a whole name is nobody else's there.
    looked_for.sort(key=lambda each: -len(each[1].whole))
    for passage in passages:
        found: dict[tuple[str, ...], tuple[tuple[_Hidden, ...], set[str]]] = {}
        for said in _said(passage, looked_for):
            meant = tuple(
                {each.id: each for each in names if said <= set(words_of(each.name))}.values()
            )
            _, words = found.setdefault(tuple(each.id for each in meant), (meant, set()))
            words |= said
        for meant, words in found.values():
            yield _problem(passage, meant, words, case_file)


class _Parts(Struct, frozen=True):
    """The words of a name, by how they are looked for."""

    whole: tuple[str, ...]
    """All of them, one after the other; empty of a name that is one word."""
    alone: frozenset[str]
    """Those that tell by themselves."""
    doubtful: frozenset[str]
    """Those that are words too."""

    @classmethod
    def of(cls, hidden: _Hidden, shared: Set[str]) -> _Parts:
        """Part a name; ``shared``: words of names that may be printed."""
        parts = WORD.findall(plain(hidden.name))
        own = {part for part in parts if len(part) > 1 and part.casefold() not in shared}
        own |= {part.capitalize() for part in own if part.isupper()}
        many = len(parts) > 1
        alone = own - FIRST_NAMES - NEVER_ALONE if many else own
        return cls(
            tuple(parts) if many else (),
            frozenset(alone | {part.upper() for part in alone}),
            frozenset(own & FIRST_NAMES) if many else frozenset(),
        )

    def stands_at(self, place: int, words: Sequence[str]) -> bool:
        """Whether the whole name stands there; `in good faith may` names nobody."""
        there = words[place : place + len(self.whole)]
        if line_of(there) != line_of(self.whole):
            return False
        return not _WORDS.issuperset(self.whole) or all(each[0].isupper() for each in there)


def _said(
    passage: Passage, looked_for: Iterable[tuple[_Hidden, _Parts]]
) -> Iterator[frozenset[str]]:
    """What a passage says of names, in small letters: of each whole one its words, or a part."""
    text = plain(passage.text)
    words = WORD.findall(text)
    for _, parts in looked_for:
        size = len(parts.whole)
        for place in range(len(words) - size + 1 if size else 0):
            if parts.stands_at(place, words):
                words[place : place + size] = [""] * size
                own = {each.casefold() for each in parts.whole if each not in NEVER_ALONE}
                yield frozenset(own or map(str.casefold, parts.whole))
    left = set(words)
    for _, parts in looked_for:
        yield from (frozenset({each.casefold()}) for each in parts.alone & left)
        for each in parts.doubtful:
            if (each in left or each.upper() in left) and stands_as_name(each, text):
                yield frozenset({each.casefold()})


def _problem(
    passage: Passage, meant: Sequence[_Hidden], said: Set[str], case_file: CaseFile
) -> Problem:
    """Where a name stands that others may not read, and what is to stand there instead."""
    without = [each for each in meant if not each.alias]
    at = None if without else _said_at(passage, said, case_file)
    path = at or (*without, *meant)[0].path
    who = " or ".join(f"`{each.id}`" for each in meant)
    message = f"{who} may not be named, and {passage.where} does"
    return case_file.file.problem(path, message, _instead_of(meant, said))


def _instead_of(meant: Sequence[_Hidden], said: Set[str]) -> str:
    """What to write for a name, or for the part of one that several people bear.

    The initials of a child, written where the surname means the client, would say of the child
    what the case says of the client.
    """
    if len(meant) == 1:
        return meant[0].instead
    told = [
        f"{'the client' if each.id == CLIENT else f'`{each.id}`'} "
        + (f"(then write {each.alias})" if each.alias else f"(then {each.instead})")
        for each in sorted(meant, key=lambda each: each.id != CLIENT)
    ]
    words = dict.fromkeys(WORD.findall(meant[0].name))
    names = [f"“{word}”" for word in words if said & set(words_of(word))]
    return f"{' '.join(names)} may mean {' or '.join(told)}"


def _said_at(passage: Passage, said: Set[str], case_file: CaseFile) -> YamlPath | None:
    """Where the fact stands that a block is of, if it is its words that say a name."""
    id = passage.where.rpartition("/")[2]
    texts = (text for owner, text in texts_of(case_file.case) if owner == id)
    return case_file.paths.get(id) if any(said & set(words_of(each)) for each in texts) else None


def minor_problems(case_file: CaseFile, day: date) -> Iterator[Problem]:
    """That the client may be a minor on the day of a paper, and no alias is entered."""
    case = case_file.case
    if case.client.alias is None and may_be_minor(case, day):
        message = (
            f"The client was {case.client.age_at_offense} at the offense, may be a minor on "
            f"{day.isoformat()}, and has no `client.alias`."
        )
        hint = "Enter `alias:` under `client:`, the initials that a filing may show a minor by."
        yield case_file.file.problem((CLIENT, "alias"), message, hint)


class _Hidden(Struct, frozen=True):
    """A name that others may not read, where it stands in the file, and what to write instead."""

    id: str
    name: str
    alias: str | None
    instead: str
    path: YamlPath


def _hidden(case: Case) -> Iterator[_Hidden]:
    client = case.client
    for number, person in enumerate(case.people):
        if may_be_named(person, case):
            continue
        path: YamlPath = ("people", number)
        if not person.alias:
            yield _Hidden(person.id, person.name, None, _NO_ALIAS, path)
        elif not (_same(person.name, person.alias) and tells_nobody(person.name)):
            told = _instead(person.name, person.alias)
            yield _Hidden(person.id, person.name, person.alias, told, (*path, "name"))
    if client.alias is not None:
        told = _instead(client.name, client.alias)
        if not (_same(client.name, client.alias) and tells_nobody(client.name)):
            yield _Hidden(CLIENT, client.name, client.alias, told, (CLIENT, "name"))
        if not _same(client.short_name, client.alias):
            yield _Hidden(CLIENT, client.short_name, client.alias, told, (CLIENT, "short_name"))


def _instead(name: str, alias: str) -> str:
    if _same(name, alias):
        return f"enter as `alias:` another name than {name}, as initials, and write that"
    return f"write {alias} wherever others may read it"


def _same(name: str, alias: str) -> bool:
    """Whether a name is what papers for others print in its place, so that it hides nothing."""
    return words_of(name) == words_of(alias)


def tells_nobody(name: str) -> bool:
    """Whether what is entered as a name is none: initials, `Person 1`, `Jane Doe`."""
    return _NO_NAME.search(name) is not None


def open_names(case: Case) -> set[str]:
    """Parts of names that somebody who may be named bears too, in small letters."""
    people = [person.name for person in case.people if may_be_named(person, case)]
    aliases = [person.alias or "" for person in case.people]
    client = public_client(case.client)
    names = (*people, *aliases, client.name, client.short_name)
    return {word for name in names for word in words_of(name)}
