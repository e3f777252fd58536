"""Accounts compared: who said what on each element, what moved, and what can be used."""

from __future__ import annotations

import re
from enum import StrEnum

from msgspec import Struct

from drafter.casefile.fact import Fact
from drafter.casefile.record import Event, Invocation, Protection, Statement
from drafter.casefile.references import CLIENT
from drafter.doctrine.element import Element
from drafter.doctrine.vocabulary import Concept
from drafter.facts.moments import Moment

_CHANGED = re.compile(
    r"\b(?:reversed|changed|corrected|differently|recanted|retracted|contradicted|took back)\b"
    r"|\bin another order\b|\b(?:at first|first said)\b.*\bthen\b|\bno longer (?:said|sure)\b",
    re.IGNORECASE | re.DOTALL,
)
"""Words by which counsel's summary of an account tells that it moved."""


class Use(StrEnum):
    """Something that bears on the use of a statement; never a rating of the evidence."""

    PRIVILEGED = "privileged"
    PROTECTED = "protected"
    """A proffer letter, immunity, plea talks, an examination, an asylum interview."""
    INVOKED = "invoked"
    """Silence or counsel was invoked: a motion task, never bad evidence."""
    SUPPRESSION_ISSUE = "suppression_issue"
    """Counsel recorded one."""
    UNWARNED_IN_CUSTODY = "unwarned_in_custody"
    WARNING_UNKNOWN = "warning_unknown"
    """In custody; whether warnings were given is not recorded."""
    CUSTODY_UNKNOWN = "custody_unknown"
    """Without warnings; whether it was in custody is not recorded."""
    NEITHER_KNOWN = "neither_known"
    """Neither custody nor warnings are recorded."""
    NOT_THE_CLIENTS = "not_the_clients"
    """Said by somebody else: what brings it in is the item’s question, and told beside it."""
    NOT_RECORDED = "not_recorded"
    """Known from somebody's account of it."""
    NO_LIMIT_RECORDED = "no_limit_recorded"


class Account(Struct, frozen=True):
    """One account of the client or of somebody else."""

    statement: Statement
    moment: Moment | None
    uses: tuple[Use, ...]
    """Never empty."""
    conflicts: tuple[Fact, ...]
    """Facts and statements recorded as conflicting with it, either way round."""
    leaves_out_duress: bool | None
    """None where not known, and where a right was invoked: silence is never an omission."""
    ways_in: tuple[str, ...] = ()
    """How the items that hold it come in, as recorded, each once."""

    @property
    def id(self) -> str:
        """The statement's id."""
        return self.statement.id

    @property
    def tells_of_change(self) -> bool:
        """Whether the summary itself says that something in it changed, by our reading of it."""
        return _CHANGED.search(self.statement.summary) is not None

    @property
    def telling_open(self) -> bool:
        """Whether it is not known if an account of the client's that may be used tells of it."""
        own = self.statement
        return (
            own.speaker == CLIENT
            and own.omits_duress is None
            and own.invoked is Invocation.NO
            and own.protection is Protection.NONE
            and not any(each.element == Concept.THREAT for each in own.says)
        )

    @property
    def denies_duress(self) -> bool:
        """Whether it speaks to the threat and tells of no coercion: more than an omission."""
        said = any(each.element == Concept.THREAT for each in self.statement.says)
        return bool(self.leaves_out_duress) and said


class Constancy(StrEnum):
    """What the accounts do on one element."""

    SAID_ONCE = "said_once"
    NO_CONFLICT_RECORDED = "no_conflict_recorded"
    DISPUTED = "disputed"
    """Counsel recorded a conflict of one of them with another fact, and none between them."""
    MOVED = "moved"
    """Counsel recorded a conflict between accounts that speak to it."""


class SaidInAccount(Struct, frozen=True):
    """What one account says on an element."""

    account: Account
    text: str

    @property
    def id(self) -> str:
        """The statement's id."""
        return self.account.id


class AccountsOnElement(Struct, frozen=True):
    """One element across the accounts, in time order."""

    element: Element
    said: tuple[SaidInAccount, ...]
    constancy: Constancy

    @property
    def id(self) -> str:
        """The concept."""
        return self.element.id.value

    @property
    def disputed(self) -> tuple[Account, ...]:
        """The client’s accounts recorded as conflicting with something that is none of these."""
        accounts = {each.account.id: each.account for each in self.said}
        return tuple(
            each
            for each in accounts.values()
            if each.statement.speaker == CLIENT
            and any(fact.id not in accounts for fact in each.conflicts)
        )


class Accounts(Struct, frozen=True):
    """Every account, and every element on which some account speaks."""

    accounts: tuple[Account, ...]
    """In time order."""
    by_element: tuple[AccountsOnElement, ...]
    elsewhere: tuple[Event, ...] = ()
    """Reports of which no account is recorded: what was said is to be found out."""

    @property
    def changed(self) -> tuple[Account, ...]:
        """The client’s accounts whose summaries tell of a change within them or from another."""
        own = (each for each in self.accounts if each.statement.speaker == CLIENT)
        return tuple(each for each in own if each.tells_of_change)
