"""What each item of a case file said when a draft was made, for those who ask what moved."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.facts.record import Record
from drafter.versions.draft import FactSnapshot
from drafter.yamlfile import Value, YamlPath


def snapshots_of(record: Record) -> dict[str, FactSnapshot]:
    """Return every item of a case file by its id, and what has none by its place.

    Whose word a fact is and how it is handled are said also where the file leaves them
    to the section, so that a new default shows at each fact it reaches.
    """
    taken = _Snapshots(record)
    taken.mapping(record.case_file.file.value, ())
    return taken.found


class _Snapshots:
    """The items found so far; lists and loops, since every draft takes them of a whole file."""

    def __init__(self, record: Record) -> None:
        self.found: dict[str, FactSnapshot] = {}
        self._facts = record.facts
        self._locate = record.case_file.file.locate

    def mapping(self, value: Mapping[str, Value], path: YamlPath) -> None:
        """Take what stands in a mapping: as one item if it has an id, else each by its place."""
        id = value.get("id") if path else None
        if isinstance(id, str):
            self._item(id, value, path)
        for key, inside in value.items():
            if isinstance(inside, list) and _has_ids(inside):
                self._list(inside, (*path, key))
            elif id is None and isinstance(inside, dict):
                self.mapping(inside, (*path, key))
            elif id is None and inside is not None:
                self._take(".".join(map(str, (*path, key))), (*path, key), _text(inside))

    def _list(self, values: list[Value], path: YamlPath) -> None:
        for at, each in enumerate(values):
            if isinstance(each, dict):
                self.mapping(each, (*path, at))

    def _item(self, id: str, value: Mapping[str, Value], path: YamlPath) -> None:
        said = dict(value)
        del said["id"]
        if fact := self._facts.get(id):
            said |= {"basis": fact.basis.value, "handling": fact.handling.value}
        self._take(id, path, _fields(said))

    def _take(self, id: str, path: YamlPath, text: str) -> None:
        self.found[id] = FactSnapshot(self._locate(path).line, text)


def _has_ids(values: list[Value]) -> bool:
    return bool(values) and isinstance(values[0], dict) and "id" in values[0]


def _fields(value: Mapping[str, Value]) -> str:
    """What a mapping says in one line; items in it that have an id speak for themselves."""
    return "; ".join(
        [
            f"{key}: {_text(each)}"
            for key, each in value.items()
            if not (isinstance(each, list) and _has_ids(each))
        ]
    )


def _text(value: Value) -> str:
    if isinstance(value, str):
        return value if "\n" not in value else " ".join(value.split())
    if isinstance(value, dict):
        return f"({_fields(value)})"
    return ", ".join([_text(each) for each in value]) if value else ""
