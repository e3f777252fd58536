"""Who may see a fact, from whose word it is and how it is to be handled."""

from __future__ import annotations

from enum import IntEnum

from drafter.casefile.fact import Basis, Fact, Handling
from drafter.casefile.matter import Client, Person


class Reader(IntEnum):
    """The widest circle that may see something, widest first."""

    PUBLIC = 0
    """The court, the government, a jury, the public docket."""
    SEALED = 1
    """The court and those it admits to a sealed filing."""
    TEAM = 2
    """The defense team only."""


_BY_HANDLING = {
    Handling.OPEN: Reader.PUBLIC,
    Handling.SEALED: Reader.SEALED,
    Handling.MEDICAL: Reader.SEALED,
    Handling.PRESENTENCE_REPORT: Reader.SEALED,
    Handling.VICTIM_IDENTIFYING: Reader.SEALED,
    Handling.COOPERATION: Reader.SEALED,
    Handling.PROTECTIVE_ORDER: Reader.SEALED,
    Handling.PRIVILEGED: Reader.TEAM,
    Handling.WORK_PRODUCT: Reader.TEAM,
    Handling.GRAND_JURY: Reader.TEAM,
}
_OURS = frozenset({Basis.CLIENT_ACCOUNT, Basis.COUNSEL_INFERENCE})
"""What the client told counsel, and what counsel made of it, whatever handling is entered."""


def reader_of(fact: Fact) -> Reader:
    """Return who may see a fact.

    The notes, strategy and arguments written into it are the defense team's in any case.
    """
    return Reader.TEAM if fact.basis in _OURS else _BY_HANDLING[fact.handling]


def may_be_named(person: Person) -> bool:
    """Return whether a paper for others may name a person; one who may be a minor may not."""
    return person.minor is False and person.protected is None


def public_name(person: Person) -> str:
    """Return the name that a paper for others may print: the alias of who may not be named.

    The case file has seen to it that whoever needs an alias has one.
    """
    return person.name if may_be_named(person) else person.alias or ""


def public_client(client: Client) -> Client:
    """Return the client by the names a paper for others may print: the alias, if there is one."""
    if client.alias is None:
        return client
    return client.model_copy(update={"name": client.alias, "short_name": client.alias})
