"""The fields of a record, whichever of the two bases it stands on."""

from __future__ import annotations

from typing import Any


def names_of(kind: type) -> tuple[str, ...]:
    """The names of a record type's fields; empty for any other type."""
    fields: Any = getattr(kind, "__struct_fields__", None)
    return tuple(fields or getattr(kind, "__dataclass_fields__", ()))
