"""Causes and inputs as a person calls them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from drafter.versions.causes import Cause, CauseKind, Causes, How

INPUTS: Mapping[str, str] = {
    "case": "the case file",
    "law": "the law library",
    "templates": "the templates",
    "software": "the version of drafter",
    "options": "the options",
    "as_of": "the as-of date",
}
"""What a draft depends on."""
LOOK = "Not compared: how it looks (fonts, spacing, page setup), and what pictures show."
BESIDE: Mapping[str, str] = {
    "changes": "Tracked changes",
    "comments": "Comments",
    "notes": "Footnotes and endnotes",
    "hidden": "Hidden words",
    "margins": "Headers and footers",
    "controls": "Content controls",
    "embedded": "Embedded files",
    "links": "Links out of the file",
    "fields": "Fields that show nothing",
    "descriptions": "Descriptions of pictures and tables",
    "properties": "What the file says of itself",
}
"""What a Word file has beside the text of its body, by the ids of `versions.beside`."""
_MANY = 5
"""Causes of one change that are named; the rest are counted."""
HOW: Mapping[How, str] = {
    How.ONLY: "Cause: ",
    How.TIED: "Tied to ",
    How.POSSIBLE: "One or more of: ",
}


def causes_words(causes: Causes, case_file: str) -> str:
    """Return where a change comes from, in one line; empty where nothing is known of it.

    ``case_file`` is the newer case file as a person would open it.
    """
    if not causes.found:
        return ""
    named = [_cause(each, case_file) for each in causes.found[:_MANY]]
    rest = len(causes.found) - len(named)
    return HOW[causes.how] + ", ".join([*named, *_more(rest)])


def beside_facts(causes: Causes, facts: Iterable[str], case_file: str) -> str:
    """Return the same where some facts are named already; empty if those are all."""
    told = frozenset(facts)
    rest = tuple(each for each in causes.found if each.id not in told)
    if rest and len(rest) < len(causes.found):
        return "Perhaps also " + ", ".join(_cause(each, case_file) for each in rest)
    return causes_words(causes, case_file) if rest else ""


def _more(rest: int) -> Iterator[str]:
    if rest:
        yield f"and {rest:,} more"


def _cause(cause: Cause, case_file: str) -> str:
    match cause.kind:
        case CauseKind.FACT:
            return f"{cause.id} ({fact_place(cause.line, case_file, removed=cause.removed)})"
        case CauseKind.LAW if cause.id.endswith("/"):
            return f"the law library ({cause.id[:-1]})"
        case CauseKind.LAW if cause.id:
            return f"law record {cause.id}"
        case CauseKind.HAND_EDIT:
            return "hand edit"
        case _:
            return INPUTS[cause.kind.value]


def fact_place(line: int, case_file: str, *, removed: bool) -> str:
    """Return where a fact stands, or stood."""
    return f"line {line} before" if removed else f"{case_file}:{line}"
