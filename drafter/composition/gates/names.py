"""Names that may not leave the office, looked for in finished text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from datetime import date

from msgspec import Struct

from drafter.casefile.case import Case
from drafter.casefile.reader import CaseFile
from drafter.casefile.references import CLIENT
from drafter.composition.gates.leaks import Passage, line_of, plain, texts_of, words_of
from drafter.composition.gates.name_words import FIRST_NAMES, NEVER_ALONE, stands_as_name
from drafter.errors import Problem
from drafter.facts.disclosure import may_be_named, public_client
from drafter.facts.youth import may_be_minor
from drafter.yamlfile import YamlPath

_WORD = re.compile(r"\w+")
_NO_ALIAS = "enter here the `alias:` that papers for others print, and write it there"


def name_problems(passages: Iterable[Passage], case_file: CaseFile) -> Iterator[Problem]:
    """Real names of who may not be named: the whole name, or a part that is theirs alone.

    That is minors, people who are protected or at risk, and the client where an alias is entered.
    """
    shared = open_names(case_file.case)
    printed = [(each, _WORD.findall(plain(each.text))) for each in passages]
    everybody = tuple(_hidden(case_file.case))
    for hidden in everybody:
        parts = _WORD.findall(plain(hidden.name))
        many = len(parts) > 1
        own = _own(parts, shared)
        alone = own - FIRST_NAMES - NEVER_ALONE if many else own
        alone |= {part.upper() for part in alone}
        for passage, words in printed:
            whole = many and line_of(parts) in line_of(words)
            found = parts if whole else alone.intersection(words)
            if not found and many:
                found = _as_names(own & FIRST_NAMES, passage, words)
            said = {part.casefold() for part in found}
            if said:
                message = f"`{hidden.id}` may not be named, and {passage.where} does"
                hint = hidden.instead if whole else _instead_of(hidden, said, everybody)
                path = _said_at(passage, said, case_file) if hidden.alias else None
                yield case_file.file.problem(path or hidden.path, message, hint)


def _own(parts: Iterable[str], shared: Set[str]) -> set[str]:
    """The parts of a name that nobody who may be named bears, each as running text writes it."""
    own = {part for part in parts if len(part) > 1 and part.casefold() not in shared}
    return own | {part.capitalize() for part in own if part.isupper()}


def _as_names(doubtful: Set[str], passage: Passage, words: Sequence[str]) -> set[str]:
    """The parts of a name that are words too and stand in a passage where they are a name."""
    there = {each for each in doubtful if each in words or each.upper() in words}
    return {each for each in there if stands_as_name(each, plain(passage.text))}


def _instead_of(hidden: _Hidden, said: Set[str], everybody: Sequence[_Hidden]) -> str:
    """What to write for a part of a name, which may mean somebody else who bears it too.

    The initials of a child, written where the surname means the client, would say of the child
    what the case says of the client.
    """
    others = {
        f"{'the client' if each.id == CLIENT else f'`{each.id}`'} (then write {each.alias})"
        for each in everybody
        if each.id != hidden.id and each.alias and said <= set(words_of(each.name))
    }
    if not others:
        return hidden.instead
    names = [f"“{word}”" for word in _WORD.findall(hidden.name) if said & set(words_of(word))]
    return f"{' '.join(names)} may mean {' or '.join(sorted(others))}; otherwise {hidden.instead}"


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
    for number, person in enumerate(case.people):
        if may_be_named(person, case):
            continue
        if person.alias:
            path: YamlPath = ("people", number, "name")
            yield _Hidden(person.id, person.name, person.alias, _instead(person.alias), path)
        else:
            yield _Hidden(person.id, person.name, None, _NO_ALIAS, ("people", number))
    client = case.client
    if client.alias is not None:
        for field in ("name", "short_name"):
            name = getattr(client, field)
            yield _Hidden(CLIENT, name, client.alias, _instead(client.alias), (CLIENT, field))


def _instead(alias: str) -> str:
    return f"write {alias} wherever others may read it"


def open_names(case: Case) -> set[str]:
    """Parts of names that somebody who may be named bears too, in small letters."""
    people = [person.name for person in case.people if may_be_named(person, case)]
    aliases = [person.alias or "" for person in case.people]
    client = public_client(case.client)
    names = (*people, *aliases, client.name, client.short_name)
    return {word for name in names for word in words_of(name)}
