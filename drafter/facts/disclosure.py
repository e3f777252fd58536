"""Who may see a fact, from whose word it is and how it is to be handled."""

from __future__ import annotations

from enum import IntEnum

from drafter.casefile.case import Case
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


def at_risk(case: Case) -> frozenset[str]:
    """Return the ids of the people whom a safety concern of the case has in danger."""
    return frozenset(id for each in case.safety for id in each.at_risk)


def may_be_named(person: Person, case: Case) -> bool:
    """Return whether a paper for others may name a person of a case.

    One who may be a minor may not, nor one who is protected or at risk.
    """
    hidden = person.minor is not False or person.protected is not None
    return not hidden and person.id not in at_risk(case)


def public_name(person: Person, case: Case) -> str:
    """Return the name that a paper for others may print: the alias of who may not be named.

    The case file has seen to it that a minor and a protected person have one.  Of somebody
    at risk without one the name is returned, which no outward paper passes with: its gate
    asks for the alias.
    """
    return person.name if may_be_named(person, case) else person.alias or person.name


def public_client(client: Client) -> Client:
    """Return the client by the names a paper for others may print: the alias, if there is one."""
    if client.alias is None:
        return client
    return client.model_copy(update={"name": client.alias, "short_name": client.alias})
