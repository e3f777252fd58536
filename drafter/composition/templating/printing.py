"""What a ``{{ }}`` may put into a document."""

from __future__ import annotations

from jinja2 import Undefined

from drafter.composition.templating.pieces import Captured, Drawn, Item, Spoken
from drafter.composition.templating.values import Value, Words, digits, unprintable

_FINAL = (Words, Captured, Spoken, Drawn, Item)


def printable(value: object) -> object:
    """Let pass what has words of its own; raises TemplateError for all else."""
    kind = type(value)
    if kind is Value:
        raw = value.raw  # type: ignore[attr-defined]
        if type(raw) is str or type(raw) is int:
            return value
        raise unprintable(raw)
    if kind in _FINAL:
        return value
    if kind is int:
        return Words(digits(value))  # type: ignore[arg-type]
    if isinstance(value, Undefined):
        str(value)  # Says which name is not defined.
    raise unprintable(value)
