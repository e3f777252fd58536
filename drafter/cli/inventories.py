"""What is in a Word file, in words and as JSON."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import to_builtins

from drafter.word.reading.inventory import Inventory
from drafter.word.reading.unfit import unfit

_CONTROL = re.compile("[\x7f-\x9f]")
"""What XML may hold and a terminal would obey."""
_WIDEST = 160
"""Characters of what a file says that are shown; JSON has all of it."""

Told = Callable[[Inventory], Iterable[str]]


def inventory_value(file: Path, inventory: Inventory) -> dict[str, Any]:
    """Return the inventory as JSON has it, and what is unfit to leave."""
    found: dict[str, Any] = to_builtins(inventory)
    return {"format": 1, "file": str(file), **found, "unfit": to_builtins(unfit(inventory))}


def inventory_lines(file: Path, inventory: Inventory) -> Iterator[str]:
    """Yield the inventory for a person: what is unfit to leave, then all that is there."""
    yield str(file)
    yield ""
    yield from _unfit(inventory)
    found = {heading: list(told(inventory)) for heading, told in _SECTIONS.items()}
    for heading, lines in found.items():
        if lines:
            yield ""
            yield f"{heading}: {len(lines):,}"
            yield from (f"  {_short(line)}" for line in lines)
    yield ""
    if lacking := [heading.lower() for heading, lines in found.items() if not lines]:
        yield f"Of these it has none: {'; '.join(lacking)}."
    yield "Not looked into: what pictures, fonts and embedded files hold of their own."


def _unfit(inventory: Inventory) -> Iterator[str]:
    found = unfit(inventory)
    if not found:
        yield "Nothing in it, beside its words, is unfit to leave the office."
        return
    yield "Not fit to leave the office:"
    for each in found:
        yield f"  {each.count:,} × {each.words}"
        yield from (f"      {_short(example)}" for example in each.examples if example)


def _short(text: str) -> str:
    line = " ".join(_CONTROL.sub("", text).split())
    return line if len(line) <= _WIDEST else f"{line[: _WIDEST - 1]}…"


def _parts(inventory: Inventory) -> Iterator[str]:
    for part in inventory.parts:
        lost = "" if part.reached else "; nothing leads to it"
        yield f"{part.name}  {part.size:,} bytes  {part.type or 'of no known type'}{lost}"


def _bookmarks(inventory: Inventory) -> Iterator[str]:
    if inventory.anchors:
        yield f"{len(inventory.anchors):,} anchors of a draft"
    yield from (each.name for each in inventory.bookmarks if not each.anchor)


def _fields(inventory: Inventory) -> Iterator[str]:
    counted = Counter(each.instruction for each in inventory.fields)
    shown = {each.instruction: each.shown for each in inventory.fields}
    for instruction, count in counted.items():
        yield f"{count:,} × {instruction}, shows: {shown[instruction]}"


_SECTIONS: Mapping[str, Told] = {
    "Parts": _parts,
    "What the file says of itself": lambda i: (
        f"{each.group} {each.name}: {each.value}" for each in i.properties
    ),
    "Names": lambda i: (f"{each.name}: {', '.join(each.places)}" for each in i.authors),
    "Headers and footers": lambda i: (f"{each.part}: {each.text}" for each in i.margins),
    "Comments": lambda i: (
        f"{each.author} {each.date} on “{each.about}”: {each.text}" for each in i.comments
    ),
    "Footnotes and endnotes": lambda i: (f"{each.kind} {each.id}: {each.text}" for each in i.notes),
    "Tracked changes": lambda i: (
        f"{each.kind}, {each.author} {each.date}: {each.text}" for each in i.changes
    ),
    "Hidden words": lambda i: (f"{each.how}: {each.text}" for each in i.hidden),
    "Missing facts": lambda i: i.missing,
    "Bookmarks": _bookmarks,
    "Content controls": lambda i: (
        f"{each.title or each.tag or 'unnamed'}: {each.text}" for each in i.controls
    ),
    "Fields": _fields,
    "Links out of the file": lambda i: (
        f"{each.kind} of {each.part}: {each.target}" for each in i.links
    ),
    "Embedded": lambda i: (
        f"{each.kind} {each.part}, {each.size:,} bytes {each.type}" for each in i.embedded
    ),
    "Descriptions for those who cannot see": lambda i: (each.text for each in i.alternatives),
    "Settings that tell of work": lambda i: (f"{each.name} {each.value}" for each in i.settings),
    "Sessions of editing told apart": lambda i: [f"{i.revisions:,} numbers"] if i.revisions else [],
    "Damaged parts": lambda i: i.unread,
}
