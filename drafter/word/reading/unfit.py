"""What of a Word file would not be fit to leave the office, in plain words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from drafter.word.reading.inventory import Inventory

_OURS = "drafter"
_MARKED = re.compile(
    r"privileged|work[ -]product|not for (?:service|filing|distribution)|internal use|draft only",
    re.IGNORECASE,
)
_TELLING_FIELDS = frozenset(
    "AUTHOR USERNAME USERINITIALS LASTSAVEDBY FILENAME TEMPLATE COMMENTS DOCPROPERTY".split()
)
_FETCHING_FIELDS = frozenset("DDE DDEAUTO INCLUDETEXT INCLUDEPICTURE LINK IMPORT DATABASE".split())
_LOCAL = re.compile(r"(?:file:|\\\\|[A-Za-z]:[\\/])", re.IGNORECASE)
_WORK = frozenset(
    "Manager Company HyperlinkBase Template TotalTime keywords description category contentStatus"
    " revision".split()
)


class Unfit(Struct, frozen=True):
    """One sort of thing that should not leave, how often it is there, and the first of it."""

    id: str
    count: int
    words: str
    examples: tuple[str, ...]


def unfit(inventory: Inventory) -> tuple[Unfit, ...]:
    """Return everything a careful office would take out first; empty when nothing is there.

    Words on the page are judged only where they mark the paper as internal or as
    unfinished: what else they give away, ``drafter clear`` compares with the case.
    """
    found = ((id, tuple(gather(inventory)), words) for id, (words, gather) in _RULES.items())
    return tuple(
        Unfit(id, len(examples), words, examples[:3]) for id, examples, words in found if examples
    )


def _people(inventory: Inventory) -> Iterable[str]:
    """Names of people; the author of a file of ours is the office."""
    ours = inventory.property("app", "Application") == _OURS
    for each in inventory.authors:
        if not ours or set(each.places) != {"property creator"}:
            yield f"{each.name} ({', '.join(each.places)})"


def _marked(inventory: Inventory) -> Iterable[str]:
    lines = (line for margin in inventory.margins for line in margin.text.splitlines())
    # The first page may have margins of its own, with the same lines.
    return dict.fromkeys(line for line in lines if _MARKED.search(line))


def _instructed(inventory: Inventory, names: frozenset[str]) -> Iterable[str]:
    for field in inventory.fields:
        if field.instruction.partition(" ")[0].upper() in names:
            yield field.instruction


def _properties(inventory: Inventory) -> Iterable[str]:
    for each in inventory.properties:
        if each.group == "custom" or each.name in _WORK:
            yield f"{each.name}: {each.value}"


def _embedded(inventory: Inventory, *kinds: str) -> Iterable[str]:
    return (each.part for each in inventory.embedded if each.kind in kinds)


_RULES: Mapping[str, tuple[str, Callable[[Inventory], Iterable[str]]]] = {
    "comments": (
        "Comments in the margin; delete them all.",
        lambda i: (f"{each.author}: {each.text}" for each in i.comments),
    ),
    "changes": (
        "Tracked changes: what was taken out and put in, by whom and when, can be read. "
        "Accept or reject them all.",
        lambda i: (f"{each.kind}, {each.author}: {each.text}" for each in i.changes),
    ),
    "hidden": (
        "Words that are in the file and not on the page; delete them.",
        lambda i: (each.text for each in i.hidden),
    ),
    "macros": (
        "Macros: programs that run when the file is opened. Save it as .docx without them.",
        lambda i: _embedded(i, "macro"),
    ),
    "objects": (
        "Other files inside this one, each with all that it holds itself.",
        lambda i: _embedded(i, "object", "other document"),
    ),
    "data": (
        "Data that no page shows, put there by a program; remove it.",
        lambda i: _embedded(i, "data"),
    ),
    "thumbnail": (
        "A picture of the first page as it was when somebody saved it.",
        lambda i: _embedded(i, "thumbnail"),
    ),
    "people": (
        "Names of people who wrote or changed it.",
        _people,
    ),
    "properties": (
        "Properties that tell how, where and on what it was worked.",
        _properties,
    ),
    "settings": (
        "Settings that tell how it is worked on, by whom or with which template.",
        lambda i: (f"{each.name} {each.value}".rstrip() for each in i.settings),
    ),
    "anchors": (
        "Marks that tie its passages to an internal draft; only a file drafted to leave has none.",
        lambda i: ("",) * len(i.anchors),
    ),
    "controls": (
        "Content controls, with the names that whoever made them gave them.",
        lambda i: (each.title or each.tag or each.text for each in i.controls),
    ),
    "fetched": (
        "It fetches something from outside when it is opened, or shows what was fetched.",
        lambda i: (
            *(each.target for each in i.links if each.kind != "hyperlink"),
            *_instructed(i, _FETCHING_FIELDS),
        ),
    ),
    "paths": (
        "Links to places on a machine or network of the office.",
        lambda i: (each.target for each in i.links if _LOCAL.match(each.target)),
    ),
    "telling_fields": (
        "Fields that print a name, a path or a property of the file.",
        lambda i: _instructed(i, _TELLING_FIELDS),
    ),
    "unreached": (
        "Parts that nothing in the file leads to; nobody sees them in Word, and they are there.",
        lambda i: (each.name for each in i.parts if not each.reached),
    ),
    "unread": (
        "Parts that are damaged, so that nobody knows what they hold.",
        lambda i: i.unread,
    ),
    "revisions": (
        "Numbers that tell apart the sessions in which it was written.",
        lambda i: ("",) * i.revisions,
    ),
    "marked": (
        "Its header or footer says that it is not for others.",
        _marked,
    ),
    "missing": (
        "Markers of missing facts; fill them in.",
        lambda i: i.missing,
    ),
}
"""By id: what it is and what to do about it, and what finds it."""
