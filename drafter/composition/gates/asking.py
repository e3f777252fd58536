"""What a paper for others may cite, whether it was just drafted or since edited by hand."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from drafter.composition.gates.cited import Cite
from drafter.doctrine.authority import Authority, Outward
from drafter.doctrine.marks import CHECK_DAYS
from drafter.errors import Problem

if TYPE_CHECKING:
    from drafter.casefile.case import Case


def uncited(authority: Authority, day: date) -> Problem:
    """Return why a paper for others may not cite an authority on that day."""
    if authority.outward is Outward.NEVER:
        message = f"{authority.citation} (`{authority.id}`) may never be cited outside the office"
        return Problem(None, message, "take it out of the template")
    message = (
        f"{authority.citation} (`{authority.id}`) has no cite-check of the {CHECK_DAYS} days "
        f"up to {day.isoformat()}"
    )
    hint = f"check it, and enter `cite_check:` under authorities/{authority.id}.yaml in --law"
    return Problem(None, message, hint)


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
        elif cite.authorities and not any(_passes(each, day, asked) for each in cite.authorities):
            found = uncited(cite.authorities[0], day)
            yield Problem(None, f"{cite.where} cites {cite.said}: {found.message}", found.hint)


def _passes(authority: Authority, day: date, asked: Collection[str]) -> bool:
    return authority.id in asked or authority.may_go_outward(day)


def own_names(case: Case) -> Iterator[str]:
    """Yield the names by which the caption of the case itself may call it."""
    client = (case.client.name, case.client.short_name, case.client.alias or "")
    for name in (*client, *(each.name for each in case.people)):
        words = name.split()
        yield from (" ".join(words[at:]) for at in range(len(words)))
