"""People in a document: names as its readers may have them, and the client's pronouns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from drafter.analysis.predicates.family import kinship
from drafter.casefile.case import Case
from drafter.casefile.matter import Person, Pronouns
from drafter.casefile.references import CLIENT
from drafter.composition.blocks import Audience
from drafter.composition.templating.values import described, refuse
from drafter.facts.disclosure import public_client, public_name

if TYPE_CHECKING:
    from drafter.analysis.sentencing.filed import FiledFact

_FORMS = ("subject", "object", "possessive", "reflexive")
_PRONOUNS = {
    Pronouns.SHE: ("she", "her", "her", "herself"),
    Pronouns.HE: ("he", "him", "his", "himself"),
    Pronouns.THEY: ("they", "them", "their", "themselves"),
}


_NAMING = ("speaker", "against", "person")
"""Fields of a fact by which a paper names people."""
_TOLD = ("what", "summary", "words", "how", "role", "status")
"""Fields of a fact whose words a paper prints."""


class Relative(Struct, frozen=True):
    """Whom a paper for others calls by an alias, and what that person is to the client."""

    name: str
    relation: str
    """One word: `daughter`."""


class Naming:
    """The names of one case, for documents of one audience."""

    def __init__(self, case: Case, audience: Audience) -> None:
        self._inside = audience is Audience.INTERNAL
        self._case = case
        self._client = case.client if self._inside else public_client(case.client)
        self._people = {person.id: person for person in case.people}

    @property
    def functions(self) -> Mapping[str, Callable[..., object]]:
        """The functions by the names that templates use."""
        return {
            "name": self.name,
            "relatives": self.relatives,
            "they": self.they,
            "verb": self.verb,
        }

    def name(self, who: str | Person) -> str:
        """A person's name; where others may read it, the alias of who must not be named."""
        if who == CLIENT:
            return self._client.short_name
        person = who if isinstance(who, Person) else self._people.get(who)
        if person is None:
            raise refuse("nobody in the case has that id", "it is `client`, or one under `people:`")
        return person.name if self._inside else public_name(person, self._case)

    def relatives(self, told: Sequence[FiledFact]) -> tuple[Relative, ...]:
        """Who the aliases in what a paper tells are to the client, as far as it tells of such.

        Of nobody who is entered as protected, whom a relation may betray; and only where a fact
        told has the word itself, so that a paper says no more of a family than such facts do.
        """
        named = {id for each in told for id in _ids(each)}
        words = " ".join(text for each in told for text in _texts(each))
        return tuple(
            Relative(person.alias, relation)
            for person in self._people.values()
            if person.alias is not None
            and not self._inside
            and person.alias == public_name(person, self._case)
            and person.protected is None
            and (relation := kinship(person.relation))
            and (person.id in named or _stands(person.alias, words))
            and _stands(relation, words.casefold())
        )

    def they(self, form: str = "subject") -> str:
        """The client's pronoun: `subject`, `object`, `possessive` or `reflexive`."""
        if form not in _FORMS:
            raise refuse(f"a pronoun has no form {described(form)}", f"forms: {', '.join(_FORMS)}")
        return _PRONOUNS[self._client.pronouns][_FORMS.index(form)]

    def verb(self, one: str, many: str) -> str:
        """The form that goes with the client's pronoun as its subject."""
        return many if self._client.pronouns is Pronouns.THEY else one


def _ids(told: FiledFact) -> Iterator[str]:
    for field in _NAMING:
        found = getattr(told.fact, field, None) or ()
        yield from (found,) if isinstance(found, str) else found


def _texts(told: FiledFact) -> Iterator[str]:
    for field in _TOLD:
        if isinstance(found := getattr(told.fact, field, None), str):
            yield found


def _stands(words: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None
