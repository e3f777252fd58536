"""Two Word files side by side, whoever wrote them last."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from drafter.pipeline.documents import contents, naming
from drafter.pipeline.settling import settled
from drafter.pipeline.stored import Compared
from drafter.versions.beside import beside
from drafter.versions.compare import compare_files
from drafter.versions.origin import Seen, identical, likeliest
from drafter.versions.store import Store
from drafter.versions.told import LOOK
from drafter.word.reading.inspection import inspect
from drafter.word.reading.inventory import Inventory
from drafter.word.reading.reader import ReadBlock, read_blocks
from drafter.word.reading.resolved import Reading


def compare_documents(
    output: Path, old: Path, new: Path, reading: Reading | None = None
) -> Compared:
    """Compare two Word files; CaseFileError when one is none, or cannot be read.

    They are compared as they are, or without their tracked changes as ``reading`` has it.

    Where the older is a version as it was drafted, and the newer came from that version and
    is none itself, every difference is a hand edit.
    """
    before, after = _read(old, reading), _read(new, reading)
    found = compare_files(before.blocks, after.blocks, by_hand=_by_hand(output, before, after))
    others = beside(before.inventory, after.inventory)
    return Compared(old, new, found, others, (LOOK,))


class _File(Struct, frozen=True):
    """A Word file, and everything in it."""

    data: bytes
    blocks: list[ReadBlock]
    inventory: Inventory

    @property
    def seen(self) -> Seen:
        """As the search for its version sees it."""
        told = (self.inventory.property("core", name) for name in ("title", "created"))
        return Seen(self.blocks, *told)


def _by_hand(output: Path, old: _File, new: _File) -> bool:
    versions = list(Store(output).every())
    drafted = identical(old.data, versions)
    if not drafted or identical(new.data, versions):
        return False
    found = likeliest(new.seen, versions)
    return found is not None and found.enough and found.version in drafted


def _read(path: Path, reading: Reading | None) -> _File:
    data = contents(path) if reading is None else settled(path, reading)
    with naming(path):
        return _File(data, read_blocks(data), inspect(data))
