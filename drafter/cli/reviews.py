"""What waits for a person, as lines, as rows of a table and as JSON."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from drafter.cli.problems import problem_value
from drafter.composition.vocabulary.days import day

if TYPE_CHECKING:
    from drafter.pipeline.reviewing import DraftState, DueDay, Review

HEADINGS = ("Case", "Client", "Due next", "Duress", "Missing", "Waiting", "Drafts")
_SINCE = {
    "case": "the case file has changed",
    "law": "the law has changed",
    "templates": "the templates have changed",
    "software": "it was drafted by another drafter",
    "options": "it was drafted with other options",
    "day": "its days have moved",
}


def urgency(found: Review) -> tuple[date, str]:
    """Order cases by what is overdue and by the next day, then by their ids."""
    days = [each.day for each in (*found.overdue, *found.coming)]
    return (min(days, default=date.max), found.id)


def row(found: Review) -> tuple[str, ...]:
    """Return what a table has of a case."""
    late = f"{len(found.overdue)} overdue" if found.overdue else ""
    coming = _due(found.coming[0]) if found.coming else ""
    return (
        found.id,
        found.client,
        "; ".join(filter(None, (late, coming))) or "no day is known",
        f"{found.production}, {found.persuasion}{_barred(found)}",
        str(found.missing),
        str(len(found.waiting)),
        "; ".join(map(_draft, found.drafts)) or "none",
    )


def lines(found: Review) -> Iterator[str]:
    """Yield what is printed of one case."""
    yield f"{found.id}: {found.client}, No. {found.docket} ({found.court})"
    duress = f"Duress: {found.production} for the jury, {found.persuasion} on the whole record"
    yield f"{duress}{_barred(found)}."
    count = found.missing
    yield f"Missing: {count or 'no'} fact{'' if count == 1 else 's'}; `drafter analyze` lists them."
    yield from _listed("Overdue", [_due(each) for each in found.overdue])
    yield from _listed("Due next", [_due(each) for each in found.coming])
    waiting = [f"{each.location}: {each.message}" for each in found.waiting]
    yield from _listed("Waiting for somebody", waiting)
    yield from _listed("Drafts", list(map(_draft, found.drafts)) or ["none"])


def review_value(found: Review) -> dict[str, object]:
    """Return a case as JSON has it."""
    return {
        "case": found.id,
        "case_file": str(found.path),
        "client": found.client,
        "docket": found.docket,
        "court": found.court,
        "production": found.production,
        "persuasion": found.persuasion,
        "barred": found.barred,
        "overdue": list(map(_due_value, found.overdue)),
        "coming": list(map(_due_value, found.coming)),
        "missing": found.missing,
        "waiting": list(map(problem_value, found.waiting)),
        "drafts": [
            {
                "series": each.version.series,
                "version": each.version.number,
                "as_of": each.version.as_of.isoformat(),
                "document": str(each.version.document),
                "edited": each.version.by_hand,
                "since": each.since,
            }
            for each in found.drafts
        ],
    }


def _listed(heading: str, entries: Sequence[str]) -> Iterator[str]:
    if entries:
        yield f"{heading}:"
        yield from (f"  {each}" for each in entries)


def _barred(found: Review) -> str:
    counts = "count" if len(found.barred) == 1 else "counts"
    return f"; unavailable for {counts} {', '.join(found.barred)}" if found.barred else ""


def _due(due: DueDay) -> str:
    return f"{day(due.day)}: {due.what}"


def _due_value(due: DueDay) -> dict[str, str]:
    return {"day": due.day.isoformat(), "what": due.what}


def _draft(state: DraftState) -> str:
    version = state.version
    told = [_SINCE[each] for each in state.since]
    if not os.path.isfile(version.document):
        told.insert(0, "its Word file is missing")
    elif version.by_hand:
        told.insert(0, "edited by hand")
    said = f" ({', '.join(told)})" if told else ""
    return f"{version.series} v{version.number:03}{said}"
