"""Things to do: instructions to the client, preservation, requests, notices, motions."""

from __future__ import annotations

from msgspec import Struct

from drafter.doctrine.occasion import Occasion, occasions
from drafter.doctrine.records import Record


class Task(Struct, frozen=True):
    """One thing to do, why, and when it arises."""

    id: str
    kind: str
    """A word of ``TASK_KINDS``."""
    title: str
    """What to do, as an imperative sentence without a full stop."""
    brief: str
    """The same in few words, for a list that only names it; the title where that is short."""
    because: str
    authority: str | None
    """Authority id."""
    when: tuple[Occasion, ...]
    """Occasions, each of which must hold, as in a rule; empty: raised in every case."""
    deadline: str | None
    """Id of the deadline by which it must be done."""
    order: int
    """Its place among tasks equally urgent, the lowest first; below ``AT_ONCE`` it comes before
    anything that has a day."""

    @classmethod
    def from_record(cls, record: Record) -> Task:
        """Read a task."""
        record.only(cls)
        kind = record.text("kind")
        if kind not in TASK_KINDS:
            allowed = ", ".join(sorted(TASK_KINDS))
            raise record.fault("kind", f"{kind!r} is not known", f"one of: {allowed}")
        return cls(
            record.text("id"),
            kind,
            record.text("title"),
            record.optional("brief") or record.text("title"),
            record.text("because"),
            record.optional("authority"),
            occasions(record, "when"),
            record.optional("deadline"),
            record.whole("order") or 0,
        )


PRESERVATION = "preservation"
TASK_KINDS = frozenset(
    {"client_instruction", PRESERVATION, "investigation", "request", "notice", "motion",
     "sealing", "screening", "research", "advice", "sentencing"}
)  # fmt: skip

AT_ONCE = 20
"""Orders below this are what is to be done at once."""
