"""People in a document: names as its readers may have them, and the client's pronouns."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from drafter.casefile.case import Case
from drafter.casefile.matter import Person, Pronouns
from drafter.casefile.references import CLIENT
from drafter.composition.blocks import Audience
from drafter.composition.templating.values import described, refuse
from drafter.facts.disclosure import public_client, public_name

_FORMS = ("subject", "object", "possessive", "reflexive")
_PRONOUNS = {
    Pronouns.SHE: ("she", "her", "her", "herself"),
    Pronouns.HE: ("he", "him", "his", "himself"),
    Pronouns.THEY: ("they", "them", "their", "themselves"),
}


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
        return {"name": self.name, "they": self.they, "verb": self.verb}

    def name(self, who: str | Person) -> str:
        """A person's name; where others may read it, the alias of who must not be named."""
        if who == CLIENT:
            return self._client.short_name
        person = who if isinstance(who, Person) else self._people.get(who)
        if person is None:
            raise refuse("nobody in the case has that id", "it is `client`, or one under `people:`")
        return person.name if self._inside else public_name(person, self._case)

    def they(self, form: str = "subject") -> str:
        """The client's pronoun: `subject`, `object`, `possessive` or `reflexive`."""
        if form not in _FORMS:
            raise refuse(f"a pronoun has no form {described(form)}", f"forms: {', '.join(_FORMS)}")
        return _PRONOUNS[self._client.pronouns][_FORMS.index(form)]

    def verb(self, one: str, many: str) -> str:
        """The form that goes with the client's pronoun as its subject."""
        return many if self._client.pronouns is Pronouns.THEY else one
