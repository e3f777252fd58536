"""What surrender is in this case: an element, a duty, or evidence on escape."""

from __future__ import annotations

from msgspec import Struct

from drafter.casefile.matter import Charge
from drafter.doctrine.point import SurrenderRole
from drafter.facts.surrender import SurrenderTimeline


class ChargeSurrender(Struct, frozen=True):
    """What surrender is for one count in this circuit."""

    charge: Charge
    role: SurrenderRole | None
    """With statement, marks and authority; None: not known, weighed as evidence on escape."""
    continuing: bool | None
    """Whether duress must cover the whole period: by the offense's nature or as recorded."""

    @property
    def id(self) -> str:
        """The count's id."""
        return self.charge.id


class RoleOfCounts(Struct, frozen=True):
    """One role, and the counts that share it."""

    role: SurrenderRole | None
    continuing: bool | None
    charges: tuple[Charge, ...]

    @property
    def id(self) -> str:
        """The id of the first of its counts."""
        return self.charges[0].id


class SurrenderRoles(Struct, frozen=True):
    """The roles of surrender by count, beside the recorded intervals."""

    by_charge: tuple[ChargeSurrender, ...]
    timeline: SurrenderTimeline
    """Moments and spans, with the facts they come from; see ``drafter.facts``."""

    @property
    def by_role(self) -> tuple[RoleOfCounts, ...]:
        """The same by role, in the order of the counts, so that what is alike is said once."""
        found: dict[tuple[SurrenderRole | None, bool], list[ChargeSurrender]] = {}
        for each in self.by_charge:
            found.setdefault((each.role, bool(each.continuing)), []).append(each)
        return tuple(
            RoleOfCounts(alike[0].role, alike[0].continuing, tuple(e.charge for e in alike))
            for alike in found.values()
        )
