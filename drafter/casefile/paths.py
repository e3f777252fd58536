"""Values looked up in a case file by the pattern of their place, whether valid or not.

Problems are looked for in the values as read, so that one wrong field does not
hide what is wrong elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.casefile.case import FACT_SECTIONS
from drafter.yamlfile import Value, YamlPath

_LISTS = ("client.conditions.*", "sentencing.history.*", *(f"{name}.*" for name in FACT_SECTIONS))
_FACTS = (*_LISTS, *FACT_SECTIONS)

FactAt = tuple[YamlPath, dict[str, Value]]
"""A fact as it was read, with its place."""


def texts_at(value: Value, *patterns: str) -> Iterator[tuple[YamlPath, str]]:
    """Yield each text at a place like ``threats.*.against.*``, with that place.

    ``*`` stands for every entry of a list, ``?`` for every key of a mapping.
    """
    for pattern in patterns:
        for path, found in _at(value, pattern):
            if isinstance(found, str):
                yield path, found


def mappings_at(value: Value, *patterns: str) -> Iterator[tuple[YamlPath, dict[str, Value]]]:
    """Yield each mapping at a place like ``threats.*``, with that place."""
    for pattern in patterns:
        for path, found in _at(value, pattern):
            if isinstance(found, dict):
                yield path, found


def facts_at(value: Value) -> tuple[FactAt, ...]:
    """Return every fact of a case with its place."""
    return tuple(mappings_at(value, *_FACTS))


def texts_of(fact: dict[str, Value], field: str) -> Iterator[tuple[YamlPath, str]]:
    """Yield each text of a field of a fact that holds a list, with its place in the fact."""
    listed = fact.get(field)
    if isinstance(listed, list):
        for number, item in enumerate(listed):
            if isinstance(item, str):
                yield (field, number), item


def _at(value: Value, pattern: str) -> list[tuple[YamlPath, Value]]:
    found: list[tuple[YamlPath, Value]] = []
    _gather(value, tuple(pattern.split(".")), (), found)
    return found


def _gather(
    value: Value, steps: tuple[str, ...], path: YamlPath, found: list[tuple[YamlPath, Value]]
) -> None:
    """Add to ``found``: to yield through every level would take longer than the search."""
    if not steps:
        found.append((path, value))
        return
    step, rest = steps[0], steps[1:]
    if step == "*":
        if isinstance(value, list):
            for number, item in enumerate(value):
                _gather(item, rest, (*path, number), found)
    elif isinstance(value, dict):
        if step == "?":
            found += (((*path, key), key) for key in value)
        elif step in value:
            _gather(value[step], rest, (*path, step), found)
