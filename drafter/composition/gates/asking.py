"""What a paper for others may cite, whether it was just drafted or since edited by hand."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from drafter.composition.gates.cited import Cite
from drafter.errors import Problem

if TYPE_CHECKING:
    from drafter.casefile.case import Case


def cite_problems(
    cites: Iterable[Cite], day: date, asked: Collection[str] = ()
) -> Iterator[Problem]:
    """Yield authorities that no attorney has checked of late, or that may never be cited outside.

    ``asked``: ids of those of which that was asked already.
    """
    for cite in cites:
        if cite.blocked:
            message = f"{cite.where} names {cite.said} without citing it. {cite.blocked}"
            yield Problem(None, message, "cite what is meant, or take it out")
        elif cite.decided and not cite.authorities:
            message = f"{cite.where} cites {cite.said}, of which the law library has no record"
            yield Problem(None, message, "enter it in --law with its `cite_check:`, or take it out")
        elif refused := _refusal(cite, day, asked):
            message = f"{cite.where} cites {cite.said}: {refused.message}"
            yield Problem(None, message, refused.hint)


def _refusal(cite: Cite, day: date, asked: Collection[str]) -> Problem | None:
    """What refuses each authority that a citation may mean; that of the first is told."""
    problems = [None if e.id in asked else e.outward_problem(day) for e in cite.authorities]
    return problems[0] if problems and all(problems) else None


def own_names(case: Case) -> Iterator[str]:
    """Yield the names by which the caption of the case itself may call it, and its docket."""
    yield case.matter.docket
    client = (case.client.name, case.client.short_name, case.client.alias or "")
    for name in (*client, *(each.name for each in case.people)):
        words = name.split()
        yield from (" ".join(words[at:]) for at in range(len(words)))
