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


def texts_at(value: Value, *patterns: str) -> Iterator[tuple[YamlPath, str]]:
    """Yield each text at a place like ``threats.*.against.*``, with that place.

    ``*`` stands for every entry of a list, ``?`` for every key of a mapping.
    """
    for pattern in patterns:
        for path, found in _at(value, tuple(pattern.split(".")), ()):
            if isinstance(found, str):
                yield path, found


def mappings_at(value: Value, *patterns: str) -> Iterator[tuple[YamlPath, dict[str, Value]]]:
    """Yield each mapping at a place like ``threats.*``, with that place."""
    for pattern in patterns:
        for path, found in _at(value, tuple(pattern.split(".")), ()):
            if isinstance(found, dict):
                yield path, found


def facts_at(value: Value) -> Iterator[tuple[YamlPath, dict[str, Value]]]:
    """Yield every fact of a case with its place."""
    return mappings_at(value, *_FACTS)


def _at(value: Value, steps: tuple[str, ...], path: YamlPath) -> Iterator[tuple[YamlPath, Value]]:
    if not steps:
        yield path, value
        return
    step, rest = steps[0], steps[1:]
    if step == "*":
        if isinstance(value, list):
            for number, item in enumerate(value):
                yield from _at(item, rest, (*path, number))
    elif isinstance(value, dict):
        if step == "?":
            yield from (((*path, key), key) for key in value)
        elif step in value:
            yield from _at(value[step], rest, (*path, step))
