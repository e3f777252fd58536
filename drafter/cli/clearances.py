"""What the gates say of a file, in words and as JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from drafter.cli.problems import problem_value
from drafter.composition.blocks import Audience
from drafter.composition.kinds import Edition, View
from drafter.pipeline.clearing import Clearance, Untold

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""What a file may hold and a terminal would obey."""
_UNTOLD: Mapping[Untold, str] = {
    Untold.RETOLD: "facts told in other words than those of the case file, and words of it that "
    "are fewer than five in a row",
    Untold.SHORT_NAMES: "whether a quotation is right, and which decision is meant where only a "
    "short name stands",
    Untold.PICTURES: "what its pictures show; look at each",
    Untold.ADDRESSES: "whether a street with its number is somebody’s home",
    Untold.STATUTES: "texts of which the law library has no record",
    Untold.LOOK: "which words of the PDF nobody sees: those under others, outside a page or too "
    "pale were read like any",
}


def clearance_lines(found: Clearance) -> Iterator[str]:
    """Yield what a person reads: the verdict, every reason, and what no gate could tell."""
    count = len(found.refused)
    verdict = f"refused, for {count:,} reason{'s' * (count > 1)}" if count else "clear"
    yield f"{found.file}: {verdict}; read as {_read_as(found.edition)}, case {found.case_id}."
    for problem in found.refused:
        yield from (f"  {_CONTROL.sub('', line)}" for line in str(problem).splitlines())
    yield "Not told by any gate:"
    listed = {Untold.STATUTES: found.statutes, Untold.ADDRESSES: found.addresses}
    for each in found.untold:
        more = f": {'; '.join(listed[each])}" if each in listed else ""
        yield f"  {_UNTOLD[each]}{_CONTROL.sub('', more)}."


def _read_as(edition: Edition | None) -> str:
    if edition is None:
        return "a paper for the public docket"
    if edition.view is View.LETTER:
        return f"{edition.title}, which says nothing of the case"
    readers = "under seal" if edition.audience is Audience.SEALED else "for the public docket"
    return f"{edition.title}, {readers}"


def clearance_value(found: Clearance) -> dict[str, object]:
    """Return the same as JSON has it."""
    return {
        "format": 1,
        "file": str(found.file),
        "case": found.case_id,
        "edition": found.edition and found.edition.id,
        "clear": not found.refused,
        "problems": [problem_value(each) for each in found.refused],
        "untold": [each.value for each in found.untold],
        "statutes": list(found.statutes),
        "addresses": list(found.addresses),
    }
