"""Which of the attorneys who read a memo only advise the client on immigration."""

from __future__ import annotations

import re

from drafter.casefile.case import Case
from drafter.casefile.matter import Attorney


def immigration_counsel(case: Case) -> tuple[Attorney, ...]:
    """Those of counsel who advise the client on immigration.

    Our reading: whom the case file names so, and whose role has the word.
    """
    adviser = (case.client.immigration_lawyer or "").casefold()
    return tuple(
        each
        for each in case.matter.attorneys
        if each.name.casefold() in adviser or re.search(r"\bimmigration\b", each.role.casefold())
    )
