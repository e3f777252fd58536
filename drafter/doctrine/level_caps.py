"""How far a guideline lowers a base level with a role adjustment: a step whose size is given."""

from __future__ import annotations

from msgspec import Struct

from drafter.doctrine.records import Record


class LevelCap(Struct, frozen=True):
    """One clause: from which base level, or result, to which, or by how much."""

    base_level: int | None
    """The base level it is for; None: each ``above``."""
    above: int | None
    levels: int | None
    """Negative; None: down ``to_level``."""
    to_level: int | None
    role_levels: int | None
    """The role adjustment that it takes, and then it looks at the result; None: any."""

    @classmethod
    def from_record(cls, record: Record) -> LevelCap:
        """Read a clause."""
        record.only(cls)
        return cls(
            record.whole("base_level"),
            record.whole("above"),
            record.whole("levels"),
            record.whole("to_level"),
            record.whole("role_levels"),
        )

    def lowered(self, base: int, level: int, role: int) -> int:
        """The level that it makes of one, which began at the base level."""
        if self.role_levels is not None and role > self.role_levels:
            return level
        looked_at = base if self.role_levels is None else level
        higher = self.above is not None and looked_at > self.above
        if looked_at != self.base_level and not higher:
            return level
        return level + (self.levels or 0) if self.to_level is None else min(level, self.to_level)


class LevelCaps(Struct, frozen=True):
    """The clauses of one provision, each on what the ones before it leave."""

    provision: str
    """As a step of a computation cites it: `2D1.1(a)(5)`."""
    clauses: tuple[LevelCap, ...]

    @classmethod
    def from_record(cls, record: Record) -> LevelCaps:
        """Read a provision."""
        record.only(cls)
        clauses = record.children("clauses")
        return cls(record.text("provision"), tuple(map(LevelCap.from_record, clauses)))

    def levels(self, base: int, role: int) -> int:
        """What it takes off a base level, as a negative number; 0: nothing at that level."""
        level = base
        for clause in self.clauses:
            level = clause.lowered(base, level, role)
        return level - base
