"""What counsel set once for a section, given to each of its facts."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.casefile.case import FACT_SECTIONS
from drafter.casefile.suggest import did_you_mean
from drafter.errors import Problem
from drafter.yamlfile import Value, YamlFile, YamlPath

_FIELDS = ("basis", "handling")


def present(value: Value) -> Value:
    """Return a copy without the keys that were left empty: nothing stands for not given."""
    # Most values are text, and for text a call would cost more than the question.
    if isinstance(value, dict):
        return {
            key: item if isinstance(item, str) else present(item)
            for key, item in value.items()
            if item is not None
        }
    if isinstance(value, list):
        return [item if isinstance(item, str) else present(item) for item in value]
    return value


def apply_defaults(value: Value, file: YamlFile) -> tuple[dict[str, Value], list[Problem]]:
    """Return the case with section defaults filled in, and what is wrong with the defaults."""
    filled = dict(value) if isinstance(value, dict) else {}
    defaults = filled.get("defaults")
    problems: list[Problem] = []
    if not isinstance(defaults, dict):
        return filled, problems
    for section, chosen in defaults.items():
        if section not in FACT_SECTIONS:
            hint = did_you_mean(section, FACT_SECTIONS)
            message = f"`{section}` is not a section that takes defaults."
            problems.append(file.problem(("defaults", section), message, hint, key=True))
        elif isinstance(chosen, dict) and section in filled:
            filled[section] = _filled(filled[section], chosen)
    return filled, problems


def is_from_defaults(path: YamlPath, file: YamlFile) -> bool:
    """Whether the value at a path came from the defaults: a mistake in it is one mistake there."""
    if path[0] not in FACT_SECTIONS or path[-1] not in _FIELDS:
        return False
    return file.locate_key(path) == file.locate_key(path[:-1])


def _filled(section: Value, chosen: Mapping[str, Value]) -> Value:
    if isinstance(section, list):
        return [_filled(item, chosen) for item in section]
    if isinstance(section, dict):
        return {name: chosen[name] for name in _FIELDS if name in chosen} | section
    return section
