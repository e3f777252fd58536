"""What names another case of the office: a paper that was begun from one for another client."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from drafter.casefile.reader import CaseFile
from drafter.composition.gates.leaks import texts_of
from drafter.composition.gates.names import tells_nobody
from drafter.composition.gates.passages import Passage, line_of, words_of
from drafter.errors import Problem

_DOCKET = re.compile(r"\d+:\d\d-[a-z]+-\d+", re.IGNORECASE)
"""Without the letters of the judges, which one paper has and the next has not."""
_HINT = "take it out; if that case bears on this one, say so in the case file"


class OtherCase(Struct, frozen=True):
    """A case that drafts are kept of."""

    id: str
    client: str
    docket: str


def other_problems(
    passages: Iterable[Passage], case_file: CaseFile, others: Sequence[OtherCase]
) -> Iterator[Problem]:
    """Yield where a paper names the client or the docket of another case, without repeating it.

    What stands anywhere in the case file itself is of its own case too, as a related one is.
    """
    if not others:
        return
    own = _own(case_file)
    printed = [(each.where, line_of(words_of(each.text))) for each in passages]
    for other in others:
        lines = [line for line in _telling(other) if not any(line in text for text in own)]
        for where, text in printed:
            if any(line in text for line in lines):
                message = f"{where} names another case of the office, `{other.id}`"
                yield Problem(None, message, _HINT)


def _own(case_file: CaseFile) -> list[str]:
    case = case_file.case
    texts = (case.matter.docket, *(text for _, text in texts_of(case)))
    return [line_of(words_of(text)) for text in texts]


def _telling(other: OtherCase) -> Iterator[str]:
    """The whole name and the number, as lines to look for; initials and `John Doe` tell nobody."""
    name = words_of(other.client)
    if len(name) > 1 and not tells_nobody(other.client):
        yield line_of(name)
    if found := _DOCKET.search(other.docket):
        yield line_of(words_of(found[0]))
