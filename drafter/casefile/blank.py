"""A case file to begin with, made from the schema of case files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

Schema = Mapping[str, Any]

_GAP = "Left out, it is a gap."
_FEW = 12
"""Words past which a field has too many to be named beside it."""
_HEAD = """\
# {id}: what counsel knows of one client’s case. Every document is drafted from this file.
# What stands here is required, or is a gap that every document names until it is entered.
# To begin a section, take the "# " from its lines. A list has a "- " for each thing in it;
# several words at one field stand in brackets, as in [death, property].
# `drafter check` says what is missing or mistaken; docs/case-file.md has every field there is.
"""


def blank_case(id: str, schema: Schema) -> str:
    """Return a case file with that id and nothing else entered.

    ``schema``: that of case files (`casefile.schema_export`).  The required sections stand in it
    with the fields that are required or whose absence is a gap, the other sections as comments.
    """
    return _HEAD.format(id=id) + "\n".join((*_Blank(schema).lines(id), ""))


class _Blank:
    def __init__(self, schema: Schema) -> None:
        self._case = schema
        self._models: Mapping[str, Schema] = schema["$defs"]

    def lines(self, id: str) -> Iterator[str]:
        yield "schema: 1"
        yield f"id: {id}"
        for name, described in self._case["properties"].items():
            if name in ("schema", "id"):
                continue
            yield ""
            mark = "" if name in self._case["required"] else "# "
            for line in self._field(name, described, 0, opened=True):
                yield f"{mark}{line}"

    def _field(self, name: str, described: Schema, depth: int, *, opened: bool) -> Iterator[str]:
        """The lines of one field and, where it is opened, of the fields in it."""
        blank = "  " * depth
        model, listed = self._model(described)
        inside = self._inside(model, depth + 1 + listed) if opened and model else []
        remark = self._remark(described, model, closed=not inside)
        yield f"{blank}{name}:{f'  # {remark}' if remark else ''}"
        for at, line in enumerate(inside):
            yield f"{blank}  - {line.lstrip()}" if listed and at == 0 else line

    def _inside(self, model: Schema, depth: int) -> list[str]:
        fields = model.get("properties", {})
        required = model.get("required", ())
        wanted = [name for name in fields if name in required or _is_gap(fields[name])]
        return [
            line
            for name in wanted
            for line in self._field(name, fields[name], depth, opened=name in required)
        ]

    def _model(self, described: Schema) -> tuple[Schema | None, bool]:
        """What stands at a field and has a name of its own, and whether in a list."""
        for each in described.get("anyOf", (described,)):
            listed = each.get("type") == "array"
            ref = (each["items"] if listed else each).get("$ref", "")
            if ref:
                return self._models[ref.rpartition("/")[2]], listed
        return None, False

    def _remark(self, described: Schema, model: Schema | None, *, closed: bool) -> str:
        """What belongs there, and the words or fields among which to choose."""
        said = described.get("description", "").removesuffix(_GAP).strip()
        words = described.get("enum") or (model or {}).get("enum") or ()
        if closed and model and not words:
            words = [*model.get("properties", ())]
        words = list(dict.fromkeys(each for each in words if isinstance(each, str)))
        choice = f"({', '.join(words)})" if 0 < len(words) <= _FEW else ""
        return " ".join(filter(None, (said, choice)))


def _is_gap(described: Schema) -> bool:
    return bool(described.get("description", "").endswith(_GAP))
