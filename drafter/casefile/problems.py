"""What pydantic found wrong, said in our own words at its place in the file.

Only the type of an error and its context are used, never pydantic's English.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from drafter.casefile.defaults import is_from_defaults
from drafter.casefile.suggest import did_you_mean
from drafter.errors import Problem
from drafter.yamlfile import Value, YamlFile, YamlPath

_QUOTED = re.compile(r"'([^']*)'")
_CUT = "If it is part of the text before it, put that text in quotation marks."
_ID = "An id has letters, digits, `-`, `_` and `.`, starts with a letter or digit, at most 60."


def problems_of(
    error: ValidationError, model: type[BaseModel], file: YamlFile
) -> Iterator[Problem]:
    """Yield the problems that validating ``file`` against ``model`` found, one for each mistake."""
    for each in error.errors(include_url=False):
        # A list whose entries are all wrong counts as too short as well.
        echoed = each["type"] == "too_short" and each["input"]
        repeated = each["type"] != "missing" and is_from_defaults(each["loc"], file)
        if not echoed and not repeated:
            yield _problem(each, model, file)


def empty_key_problems(model: type[BaseModel], file: YamlFile) -> Iterator[Problem]:
    """Yield the keys with nothing behind them that a file of ``model`` does not have.

    A known key left empty is a fact not given; an unknown one is often the rest of a text
    that was cut in two at a comma.
    """
    for path in _empty(file.value):
        known = _keys(model, path[:-1])
        if known and path[-1] not in known:
            yield _unknown_key(path, known, file, f" {_CUT}")


def _empty(value: Value) -> Iterator[YamlPath]:
    waiting: list[tuple[YamlPath, Value]] = [((), value)]
    while waiting:
        path, inside = waiting.pop()
        for step, item in inside.items() if isinstance(inside, dict) else enumerate(inside or ()):
            if item is None:
                yield (*path, step)
            elif not isinstance(item, str):
                waiting.append(((*path, step), item))


def _unknown_key(path: YamlPath, known: Iterable[str], file: YamlFile, more: str = "") -> Problem:
    message = f"`{path[-1]!s:.60}` is not a key of this part of the file."
    return file.problem(path, message, did_you_mean(str(path[-1]), known) + more, key=True)


def _problem(error: ErrorDetails, model: type[BaseModel], file: YamlFile) -> Problem:
    path = _path(error["loc"], file)
    kind, context = error["type"], error.get("ctx", {})
    if kind == "extra_forbidden":
        return _unknown_key(path, _keys(model, path[:-1]), file)
    if kind == "missing" and _stands(path, file):
        return file.problem(path, f"`{path[-1]}:` has no value.", "Enter it here.", key=True)
    if kind == "missing":
        message = f"`{path[-1]}:` is missing here."
        return file.problem(path[:-1], message, f"Add `{path[-1]}:` with its value.")
    message, hint = _MESSAGES.get(kind, _unusable)(error["input"], context)
    return file.problem(path, message, hint)


def _stands(path: YamlPath, file: YamlFile) -> bool:
    """Whether the key that a path ends in is in the file, with nothing behind it."""
    value: Any = file.value
    for step in path[:-1]:
        value = value[step]
    return isinstance(value, Mapping) and path[-1] in value


def _path(loc: tuple[int | str, ...], file: YamlFile) -> YamlPath:
    """Leave out what pydantic adds for unions: steps that are not in the file."""
    value: Any = file.value
    path: list[int | str] = []
    for position, step in enumerate(loc):
        last = position == len(loc) - 1
        if isinstance(value, Mapping) and (step in value or last):
            path.append(step)
            value = value.get(step) if isinstance(step, str) else None
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            path.append(step)
            value = value[step]
    return tuple(path)


def _keys(annotation: object, path: YamlPath) -> list[str]:
    """Return the keys that the mapping at ``path`` under an annotated value may have."""
    for step in path:
        annotation = _below(annotation, step)
    return [field.alias or name for name, field in _fields(annotation).items()]


def _below(annotation: object, step: int | str) -> object:
    """Return the annotation of what stands at a step; None if nothing may."""
    arguments = get_args(annotation)
    if get_origin(annotation) in (Union, UnionType):
        return next((found for each in arguments if (found := _below(each, step))), None)
    if get_origin(annotation) in (tuple, dict):
        return arguments[0 if isinstance(step, int) else 1]
    fields = {field.alias or name: field for name, field in _fields(annotation).items()}
    return fields[step].annotation if step in fields else None


def _fields(annotation: object) -> Mapping[str, FieldInfo]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation.model_fields
    return next((found for each in _union(annotation) if (found := _fields(each))), {})


def _union(annotation: object) -> tuple[object, ...]:
    return get_args(annotation) if get_origin(annotation) in (Union, UnionType) else ()


def _shown(value: object) -> str:
    if isinstance(value, Mapping):
        return "a mapping (lines of `name: value`)"
    if isinstance(value, list | tuple):
        return "a list"
    return "nothing" if value is None else f"`{value!s:.60}`"


_Words = tuple[str, str]
_Context = Mapping[str, Any]


def _unusable(value: object, context: _Context) -> _Words:
    return f"{_shown(value)} cannot stand here.", "See `drafter schema` for what may."


def _expected(what: str, hint: str) -> Callable[[object, _Context], _Words]:
    return lambda value, context: (f"{what} is expected here, not {_shown(value)}.", hint)


def _choice(value: object, context: _Context) -> _Words:
    options = _QUOTED.findall(str(context.get("expected", "")))
    if isinstance(value, str):
        return f"`{value:.60}` is not known here.", did_you_mean(value, options)
    return f"A word is expected here, not {_shown(value)}.", f"One of: {', '.join(options)}."


def _said(value: object, context: _Context) -> _Words:
    sentence = str(context["error"])
    return f"{_shown(value)} cannot be read.", f"{sentence[:1].upper()}{sentence[1:]}."


def _bound(value: object, context: _Context) -> _Words:
    if "ge" in context:
        return f"{_shown(value)} is too small.", f"The least it can be is {context['ge']}."
    return f"{_shown(value)} is too large.", f"The most it can be is {context['le']}."


_TEXT = _expected("Text", "Write one line of text; for several lines put them under a |.")
_LIST = _expected("A list", "Put each entry on a line that begins with `- `.")
_IDS = _expected("An id, or a list of ids,", "Write one id, or several in brackets.")
_MAPPING = _expected("A mapping", "Write lines of the form `name: value`, indented.")
_SCALAR = _expected("A single value", "Write the value itself.")
_MESSAGES: Mapping[str, Callable[[object, _Context], _Words]] = {
    "enum": _choice,
    "literal_error": _choice,
    "value_error": _said,
    "string_type": _TEXT,
    "string_too_short": lambda value, context: (
        "The text is empty.",
        "Write it, or delete the key.",
    ),
    "string_pattern_mismatch": lambda value, context: (f"{_shown(value)} is not an id.", _ID),
    "tuple_type": _LIST,
    "one_or_several": _IDS,
    "too_short": lambda value, context: ("The list is empty.", "Give at least one entry."),
    "model_type": _MAPPING,
    "model_attributes_type": _MAPPING,
    "dict_type": _MAPPING,
    "is_instance_of": _SCALAR,
    "int_type": _SCALAR,
    "bool_type": _SCALAR,
    "date_type": _SCALAR,
    "greater_than_equal": _bound,
    "less_than_equal": _bound,
}
