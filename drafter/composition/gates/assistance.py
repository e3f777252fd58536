"""The road of cooperation, looked for in finished text that anybody may read.

Coercion opens no statutory minimum: a paper on the docket that names the government's motion for
substantial assistance, or the law that it rests on, tells that the client cooperates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from drafter.casefile.case import Case, facts_of
from drafter.casefile.reader import CaseFile
from drafter.casefile.resolution import CooperationStatus
from drafter.composition.audience import audience_of
from drafter.composition.blocks import Audience
from drafter.composition.gates.passages import Passage
from drafter.errors import Problem

_ROAD = re.compile(r"substantial\s+assistance|\b5K1\.1|\b3553\s*\(e\)", re.IGNORECASE)


def assistance_problems(
    passages: Iterable[Passage], case_file: CaseFile, audience: Audience
) -> Iterator[Problem]:
    """Yield where a public paper names it, in a case whose client's cooperation is not public.

    What the case file has in public of somebody else may be said.
    """
    told = case_file.case.cooperation
    if told is None or told.status is CooperationStatus.NONE:
        return
    if audience is not Audience.OUTWARD or audience_of(told) is Audience.OUTWARD:
        return
    said = set(_public(case_file.case))
    for each in passages:
        if any(_plain(found) not in said for found in _ROAD.findall(each.text)):
            message = f"{each.where} names the road of cooperation, which is not public here"
            hint = "take it out; the sealed supplement may have it"
            yield case_file.file.problem(("cooperation",), message, hint)


def _public(case: Case) -> Iterator[str]:
    """What of it stands in facts that anybody may be told."""
    for _, fact in facts_of(case):
        if audience_of(fact) is Audience.OUTWARD:
            texts = (str(value) for _, value in fact if value is not None)
            yield from (_plain(found) for text in texts for found in _ROAD.findall(text))


def _plain(found: str) -> str:
    return "".join(found.split()).casefold()
