"""What differs between two Word files beside the text of the body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from drafter.versions.align import plain

if TYPE_CHECKING:
    from drafter.word.reading.inventory import Inventory

_SAYING = frozenset(("title", "subject", "creator", "language", "lastModifiedBy", "description"))
"""Of what a file says of itself, that which somebody wrote."""


class BesideChange(Struct, frozen=True):
    """One sort of thing of which one file has something that the other has not."""

    id: str
    """``comments``, ``notes``, ``changes``, ``hidden``, ``margins``, ``properties`` and so on."""
    added: tuple[str, ...]
    removed: tuple[str, ...]


def beside(old: Inventory, new: Inventory) -> tuple[BesideChange, ...]:
    """Return what was added and removed; an empty one means that nothing of this differs."""
    found = []
    for id, told in _TOLD.items():
        before, after = Counter(told(old)), Counter(told(new))
        added, removed = after - before, before - after
        if added or removed:
            found.append(BesideChange(id, tuple(added.elements()), tuple(removed.elements())))
    return tuple(found)


_TOLD: Mapping[str, Callable[[Inventory], Iterable[str]]] = {
    "changes": lambda i: (f"{each.kind}, {each.author}: {each.text}" for each in i.changes),
    "comments": lambda i: (f"{each.author}: {each.text}" for each in i.comments),
    "notes": lambda i: (f"{each.kind}: {each.text}" for each in i.notes),
    "hidden": lambda i: (each.text for each in i.hidden),
    "margins": lambda i: sorted({plain(each.text) for each in i.margins if each.text}),
    "controls": lambda i: (each.text for each in i.controls),
    "embedded": lambda i: (each.kind for each in i.embedded if each.kind != "thumbnail"),
    "links": lambda i: (each.target for each in i.links),
    "fields": lambda i: (" ".join(e.instruction.split()) for e in i.fields if not e.shown.strip()),
    "descriptions": lambda i: (each.text for each in i.alternatives),
    "properties": lambda i: (
        f"{each.name}: {each.value}"
        for each in i.properties
        if each.name in _SAYING or each.group == "custom"
    ),
}
"""Fields that show something are left out: that is compared as words, or is Word's to compute."""
