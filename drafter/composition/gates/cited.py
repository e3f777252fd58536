"""Authorities in finished text: what a stranger's paper cites, found by its citations.

A paper of ours knows what it cites.  One that was edited by hand is read again: each
citation in it is looked up among those of the law library, which are read by the same rules.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from drafter.composition.gates.citations import Key, citations, even
from drafter.composition.gates.passages import Passage
from drafter.doctrine import kinds
from drafter.doctrine.authority import Authority, Outward
from drafter.doctrine.in_force import Doctrine

_AFTER = re.compile(r"(?:\s*\([^()]*\))+$")
"""What stands in parentheses at the end of a citation: court, year, edition."""
_DOCKET = re.compile(r"\bNos?\. (.+?)(?: et al\.)? \(")
_VERSUS = " v. "
_DIGIT = re.compile(r"\d").search
_PROSECUTION = f"united states{_VERSUS}"


class Cite(Struct, frozen=True):
    """A citation in a text."""

    where: str
    said: str
    authorities: tuple[Authority, ...] = ()
    """What it may be: it passes with any of them that may go outward.  Empty: no record has it."""
    known: bool = True
    """Whether the library has a record of it."""
    decided: bool = False
    """Whether it is of a decision, which no paper cites without its cite-check."""
    blocked: str = ""
    """Why no decision of that name stands for what it is cited for."""


class Citations:
    """The citations of a law library, and what of them a text has."""

    def __init__(self, doctrine: Doctrine) -> None:
        """Read the citation of every authority, in force or not: repealed texts are cited too."""
        shelf = doctrine.library.shelf(kinds.AUTHORITIES)
        self._by_key: dict[Key, list[Authority]] = {}
        self._by_words: dict[str, list[Authority]] = {}
        self._by_name: dict[str, list[Authority]] = {}
        for id in sorted(shelf):
            if "@" not in id:  # an earlier text of it has the same citation
                self._add(doctrine.authority(id))
        self._blocked: Mapping[str, tuple[str, str]] = {
            _folded(each.name): (each.name, each.reason) for each in doctrine.every(kinds.BLOCKED)
        }
        self._names = frozenset((*self._by_name, *self._blocked))

    def _add(self, authority: Authority) -> None:
        cite = even(authority.cite)
        keys = [key for key, _ in citations(cite) if key[0] not in ("bare", "slip")]
        for key in keys:
            for each in _also(key):
                self._by_key.setdefault(each, []).append(authority)
        dockets = _DOCKET.findall(cite)
        literal = [] if keys or dockets or authority.name else [_AFTER.sub("", cite)]
        for words in (*dockets, *literal):
            self._by_words.setdefault(_folded(words), []).append(authority)
        if _VERSUS in authority.name:
            self._by_name.setdefault(_folded(authority.name), []).append(authority)

    def find(self, passages: Sequence[Passage], own: Iterable[str] = ()) -> tuple[Cite, ...]:
        """Return what is cited, each once, where it comes first.

        ``own``: names of the people whose case it is, and its docket; no decision is meant by
        those.
        """
        texts = [(each.where, even(each.text)) for each in passages]
        once: dict[tuple[str, ...], Cite] = {}
        ours = {_folded(name) for name in own}
        for where, text in texts:
            for cite in (*self._keyed(where, text, ours), *self._worded(where, text)):
                once.setdefault(_identity(cite), cite)
        cited = {each.id for cite in once.values() for each in cite.authorities}
        # The longest first: `United States v. Gonzalez` stands in the name of another case, and
        # `United States v. Christian` in the caption of a client called Christian Page.
        captions = {f"{_PROSECUTION}{name}" for name in ours}
        names = sorted(self._names | captions, key=len, reverse=True)
        for where, text in texts:
            for cite in self._named(where, text, cited, ours, names):
                once.setdefault(_identity(cite), cite)
        return tuple(_without_short(once.values()))

    def _keyed(self, where: str, text: str, own: set[str]) -> Iterator[Cite]:
        for key, said in citations(text):
            if key[0] == "slip":
                if not self._recorded(_folded(said), own):
                    yield Cite(where, said, known=False, decided=True)
                continue
            authorities = self._looked_up(key)
            if authorities:
                yield Cite(where, said, tuple(authorities), decided=key[0] in ("page", "volume"))
            elif key[0] in ("page", "volume"):
                yield Cite(where, said, known=False, decided=True)
            elif key[0] != "bare":
                yield Cite(where, said, known=False)

    def _recorded(self, said: str, own: set[str]) -> bool:
        """Whether a decision by its docket or name is on record, and so told by that; or ours."""
        names = (name.partition(_VERSUS)[2] for name in self._names)
        named = any(f"v. {name} (" in said for name in (*names, *own) if name)
        return named or any(number in said for number in (*self._by_words, *own) if _DIGIT(number))

    def _looked_up(self, key: Key) -> list[Authority]:
        """The records with that citation; else the nearest text around it, or all within it."""
        if key[0] == "bare":
            return self._within(lambda each: each[0] == "usc" and each[2:] == key[1:])
        if key[0] in ("page", "volume"):
            return self._by_key.get(key, [])
        least = 3 if key[0] == "usc" else 2
        for end in range(len(key), least - 1, -1):
            if records := self._by_key.get(key[:end]):
                return records
        return self._within(lambda each: each[: len(key)] == key)

    def _within(self, chosen: Callable[[Key], bool]) -> list[Authority]:
        """The records of parts of what is cited; one that may never be cited is not meant."""
        found = (each for key, records in self._by_key.items() if chosen(key) for each in records)
        return [each for each in found if each.outward is not Outward.NEVER]

    def _worded(self, where: str, text: str) -> Iterator[Cite]:
        line = text.casefold()
        for words, authorities in self._by_words.items():
            if words in line and _standing(words).search(line):
                decided = bool(authorities[0].name)
                yield Cite(where, authorities[0].cite, tuple(authorities), decided=decided)

    def _named(
        self, where: str, text: str, cited: set[str], own: set[str], names: Sequence[str]
    ) -> Iterator[Cite]:
        """Decisions that are named, and cited nowhere in the paper."""
        line = text.casefold().replace(f"u.s.{_VERSUS}", _PROSECUTION)
        for name in names if _VERSUS in line else ():
            if name not in line:
                continue
            line, times = _standing(name).subn("", line)
            records = self._by_name.get(name, [])
            ours = not own.isdisjoint(name.split(_VERSUS))
            if times and not ours and not cited & {each.id for each in records}:
                yield self._by_its_name(where, name, records)

    def _by_its_name(self, where: str, name: str, records: list[Authority]) -> Cite:
        """Of several of a name, those are meant that may never be cited, if there are any."""
        said, blocked = self._blocked.get(name, ("", ""))
        never = tuple(each for each in records if each.outward is Outward.NEVER)
        said = said or records[0].name
        return Cite(where, said, never or tuple(records), bool(records), True, blocked)


def _also(key: Key) -> Iterator[Key]:
    yield key
    if key[0] == "page":
        yield ("volume", *key[1:3])


def _identity(cite: Cite) -> tuple[str, ...]:
    return tuple(each.id for each in cite.authorities) or (cite.said,)


def _without_short(cites: Iterable[Cite]) -> Iterator[Cite]:
    """All but the short forms of decisions without a record that are cited in full too."""
    every = list(cites)
    full = {each.said.rpartition(" ")[0] for each in every if not each.known}
    for cite in every:
        volume, short, _ = cite.said.partition(" at ")
        if cite.known or not short or volume not in full:
            yield cite


def _folded(text: str) -> str:
    return even(text).casefold()


def _standing(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(words)}(?![\w-])")
