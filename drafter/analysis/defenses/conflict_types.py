"""A coercer or co-defendant whom the entry on other clients of the office names."""

from __future__ import annotations

from msgspec import Struct

from drafter.casefile.matter import Person


class ClientAgainst(Struct, frozen=True):
    """Somebody the defense must blame, or who is charged too, and may be the office's client."""

    person: Person
    was_client: bool
    """Whether the entry reads as naming a client, and not a relative or a case of that person."""
    threatened: bool
    """Whether the person made a threat of the case."""
    charged: bool
    """Whether the person is among the co-defendants."""

    @property
    def id(self) -> str:
        """The person's id."""
        return self.person.id

    @property
    def name(self) -> str:
        """The person's name."""
        return self.person.name
