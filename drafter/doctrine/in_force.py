"""The law as it stands on one day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol, TypeVar, cast

from msgspec import Struct
from msgspec.structs import replace

from drafter.doctrine import kinds
from drafter.doctrine.authority import Authority
from drafter.doctrine.circuit import Circuit
from drafter.doctrine.element import Element
from drafter.doctrine.evidence import EvidenceKind
from drafter.doctrine.kinds import Kind
from drafter.doctrine.offense import Offense
from drafter.doctrine.route import Route
from drafter.doctrine.rule import Rule
from drafter.doctrine.vocabulary import Concept
from drafter.errors import LawDataError

if TYPE_CHECKING:
    from drafter.doctrine.claim import Claim
    from drafter.doctrine.library import Library

T = TypeVar("T")


class Dated(Protocol):
    """A record that is law in one period."""

    def in_force(self, day: date) -> bool:
        """Whether it is law on ``day``."""
        ...


class Doctrine(Struct, frozen=True):
    """What the law says on ``day``: every look-up gives the version in force then."""

    library: Library
    day: date

    @property
    def digest(self) -> str:
        """The digest of the library this is a view of."""
        return self.library.digest

    @property
    def current_through(self) -> date | None:
        """The last day up to which this is still the law; None: no later change is known."""
        turn = self.library.next_turn(self.day)
        return turn - timedelta(days=1) if turn else None

    def get(self, kind: Kind[T], id: str) -> T:
        """The record of that id as it stood on the day.

        A record of which no version is in force is given in its latest, since
        documents cite what was repealed: ask ``stands``.  LawDataError: no such id.
        """
        versions = self.library.shelf(kind).versions(id)
        if not versions:
            raise LawDataError(f"{kind.place}: there is no {kind.noun} {id!r}")
        return next((each for each in versions if self._stands(each)), versions[0])

    def only(self, kind: Kind[T]) -> T:
        """The record of a kind that is one file: the districts, the sentencing table."""
        return self.get(kind, kind.key)

    def every(self, kind: Kind[T]) -> tuple[T, ...]:
        """Every record of a kind that is in force on the day, by key."""
        shelf = self.library.shelf(kind)
        return tuple(record for key in sorted(shelf) if self._stands(record := shelf[key]))

    def stands(self, authority: str) -> bool:
        """Whether the authority is law, or already decided, on the day."""
        return self.authority(authority).in_force(self.day)

    def authority(self, id: str) -> Authority:
        """The authority of that id; an earlier version of it is `id@first-day`, and is named so."""
        found = self.get(kinds.AUTHORITIES, id)
        return replace(found, id=id) if "@" in id else found

    def circuit(self, id: str) -> Circuit:
        """The law of duress in a court: `ca9`, `scotus`."""
        return self.get(kinds.CIRCUITS, id)

    def element(self, id: Concept) -> Element:
        """The concept of that id."""
        return self.get(kinds.ELEMENTS, id)

    @property
    def elements(self) -> tuple[Element, ...]:
        """The concepts, in the order in which documents take them."""
        return tuple(sorted(self.every(kinds.ELEMENTS), key=lambda element: element.order))

    @property
    def protective_list(self) -> tuple[Element, ...]:
        """Every concept that some court is known to require: a checklist, no court's law."""
        return tuple(element for element in self.elements if element.protective)

    def evidence_kind(self, id: str) -> EvidenceKind:
        """The kind of evidence of that id."""
        return self.get(kinds.EVIDENCE, id)

    def offense(self, id: str) -> Offense:
        """The category of offense of that id."""
        return self.get(kinds.OFFENSES, id)

    def route(self, id: str) -> Route:
        """The statutory route of that id: `section_28`."""
        return self.get(kinds.ROUTES, id)

    def claim(self, id: str) -> Claim:
        """The ledger entry of that id: `L05`."""
        return self.get(kinds.CLAIMS, id)

    def rule(self, id: str) -> Rule:
        """The rule of that id."""
        return self.get(kinds.RULES, id)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules in force whose authority, if they rest on one, stands on the day."""
        return tuple(
            rule
            for rule in self.every(kinds.RULES)
            if rule.authority is None or self.stands(rule.authority)
        )

    def _stands(self, record: object) -> bool:
        # Not isinstance: checking a protocol costs more than the rest of a look-up.
        return not hasattr(record, "in_force") or cast(Dated, record).in_force(self.day)
