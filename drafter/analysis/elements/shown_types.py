"""What an element needs shown, and for which counts nothing shows it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from drafter.analysis.findings import Reason
from drafter.casefile.coercion import Threat
from drafter.casefile.fact import Fact
from drafter.casefile.matter import Charge
from drafter.doctrine.element import Element, Showing
from drafter.facts.moments import Moment


class ShownState(StrEnum):
    """What the record does for one showing."""

    SHOWN = "shown"
    ABSENT = "absent"
    """The record answers every question behind it, and the answer is no."""
    UNSETTLED = "unsettled"
    """Not shown, and nothing behind it is missing: what stands near it is for counsel to argue."""
    MISSING = "missing"
    """Not shown, but not all is known."""


class Shown(Struct, frozen=True):
    """One thing the element needs shown, and the reasons that show it."""

    showing: Showing
    state: ShownState
    reasons: tuple[Reason, ...]
    """Admissible reasons for the defense that bear it out; client testimony counts."""
    denied_by: tuple[Fact, ...] = ()
    """Where it is absent, the facts that say so."""
    near: tuple[Reason, ...] = ()
    """Where it is unsettled, the reasons that stand near it and do not show it."""

    @property
    def id(self) -> str:
        """The showing's id."""
        return self.showing.id

    @property
    def left_open_by(self) -> tuple[Fact, ...]:
        """The facts that leave it unsettled, each once."""
        return tuple({each.fact.id: each.fact for each in self.near if each.fact}.values())


class Untied(Struct, frozen=True):
    """A count that no threat by which an element is shown is recorded as demanding."""

    charge: Charge
    threats: tuple[Threat, ...]
    """Those that did demand it, and bear on the element without showing it."""
    missed: tuple[Threat, ...] = ()
    """Those that demanded it among others, and did not stand for it."""

    @property
    def id(self) -> str:
        """The id of the count."""
        return self.charge.id


class UntiedCount(Struct, frozen=True):
    """A count with the elements that no threat recorded as demanding it shows."""

    charge: Charge
    threats: tuple[Threat, ...]
    """Those that did demand it and bear on some of these elements, and show none by itself."""
    elements: tuple[Element, ...]
    """Never empty."""
    missed: tuple[Threat, ...] = ()
    """Those that demanded it among others, and were over before it began or came after it."""

    @property
    def id(self) -> str:
        """The id of the count."""
        return self.charge.id


class Stretch(Struct, frozen=True):
    """A part of a lasting count over which no threat stood by which an element is shown."""

    charge: Charge
    start: Moment
    """The beginning of the count, or the recorded end of ``after``."""
    end: Moment
    """When ``before`` was made."""
    after: Threat | None
    """The threat that is recorded as over at its start; None: the count began there."""
    before: Threat
    """The threat that comes at its end."""
    lesser: tuple[Threat, ...]
    """Where the count began there, the threats of lesser harm that demanded it and were made
    before ``end``."""

    @property
    def id(self) -> str:
        """Unique in one element."""
        return f"{self.charge.id}.{self.after.id if self.after else 'start'}"

    @property
    def told(self) -> bool:
        """Whether the record says what stood there instead; otherwise it is a question."""
        return bool(self.after or self.lesser)

    @property
    def facts(self) -> tuple[Threat, ...]:
        """The threats it is found by, each once."""
        ends = (self.after, self.before) if self.after else (self.before,)
        return tuple({each.id: each for each in (*ends, *self.lesser)}.values())


class OnWord(Struct, frozen=True):
    """The later part of a lasting count over which the client alone says that a threat stood."""

    charge: Charge
    since: Moment
    """Until when somebody else bears a threat out."""
    threats: tuple[Threat, ...]
    """Those that stood after it, by the client's word.  Never empty."""

    @property
    def id(self) -> str:
        """The id of the count."""
        return self.charge.id


class Covered(Struct, frozen=True):
    """How far what is shown reaches, by count; each count stands in one of the four."""

    whole: tuple[Charge, ...]
    partly: tuple[Charge, ...]
    """Lasting counts that have a ``Stretch``."""
    untied: tuple[Charge, ...]
    closed: tuple[Charge, ...]
    """Those for which a rule of law defeats an element, where it does not for others."""


def covered(
    charges: Iterable[Charge],
    stretches: Iterable[Stretch],
    untied: Iterable[Untied],
    closed: Iterable[Charge] = (),
) -> Covered:
    """Part the counts."""
    apart, part = {each.charge.id for each in untied}, {each.charge.id for each in stretches}
    shut = {each.id for each in closed}
    found: tuple[list[Charge], ...] = ([], [], [], [])
    for each in charges:
        found[3 if each.id in shut else 2 if each.id in apart else each.id in part].append(each)
    return Covered(*map(tuple, found))
