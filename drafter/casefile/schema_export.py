"""The JSON Schema of case files, for editors that complete and check as one types."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import Any

from drafter.casefile import case, coercion, fact, matter, plea, record, resolution
from drafter.casefile.case import Case
from drafter.casefile.fact import Section, Wanted
from drafter.casefile.vocabulary import Vocabulary

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_GAP = "Left out, it is a gap."
_GAP_IF_WRITTEN = "Written as `unknown`, it is a gap."
_MODULES = (fact, matter, coercion, record, plea, resolution, case)


def json_schema(vocabulary: Vocabulary) -> dict[str, Any]:
    """Return the schema of draft 2020-12, with the law library's words as choices.

    Each field says what belongs there, in the words of its docstring or of the
    gap its absence makes.
    """
    schema = Case.model_json_schema(by_alias=True)
    definitions = schema["$defs"]
    described = {name: texts for module in _MODULES for name, texts in _descriptions(module)}
    for name, definition in (*definitions.items(), (Case.__name__, schema)):
        for base in _bases(name):
            for field, text in described.get(base, {}).items():
                definition["properties"].get(field, {}).setdefault("description", text)
    _add_words(definitions, vocabulary)
    # An editor reads `1` as a number; the product reads every scalar as text.
    schema["properties"]["schema"] = {"enum": [1, "1"], "description": "The format's number."}
    return {"$schema": _DIALECT, **schema, "title": "drafter case file"}


def _add_words(definitions: dict[str, Any], vocabulary: Vocabulary) -> None:
    for model, name, words in (
        ("Evidence", "kind", vocabulary.evidence_kinds),
        ("Charge", "offense", vocabulary.offenses),
        ("Said", "element", vocabulary.elements),
        ("Matter", "district", frozenset(vocabulary.districts)),
    ):
        definitions[model]["properties"][name]["enum"] = sorted(words)
    traits = definitions["Evidence"]["properties"]["traits"]
    said = dict(sorted(vocabulary.traits.items()))
    # Editors show these beside the words; to a validator they are nothing.
    told = {"enum": list(said), "enumDescriptions": list(said.values())}
    traits["items"] = {"type": "string", **told}


def _bases(name: str) -> list[str]:
    """Return the names of a model and of those it takes fields from, itself first."""
    models = (getattr(module, name, None) for module in _MODULES)
    model = next((each for each in models if isinstance(each, type)), Section)
    return [base.__name__ for base in model.__mro__ if issubclass(base, Section)]


def _descriptions(module: ModuleType) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield each model's name, with field name to the text that describes the field."""
    for node in ast.parse(inspect.getsource(module)).body:
        model = getattr(module, node.name, None) if isinstance(node, ast.ClassDef) else None
        if (
            isinstance(node, ast.ClassDef)
            and isinstance(model, type)
            and issubclass(model, Section)
        ):
            said = _docstrings(node)
            yield node.name, said | _wanted(model, said)


def _wanted(model: type[Section], said: Mapping[str, str]) -> dict[str, str]:
    """Return what to say of the fields whose absence is a gap; ``said`` are their docstrings."""
    return {
        name: f"{said.get(name) or f'{mark.phrase[:1].upper()}{mark.phrase[1:]}.'} "
        + (_GAP_IF_WRITTEN if mark.only_written else _GAP)
        for name, field in model.model_fields.items()
        for mark in field.metadata
        if isinstance(mark, Wanted)
    }


def _docstrings(node: ast.ClassDef) -> dict[str, str]:
    """Return the texts that stand directly under the fields of a class, each in one line."""
    found = {}
    for field, text in zip(node.body, node.body[1:], strict=False):
        if (
            isinstance(field, ast.AnnAssign)
            and isinstance(field.target, ast.Name)
            and isinstance(text, ast.Expr)
            and isinstance(text.value, ast.Constant)
            and isinstance(text.value.value, str)
        ):
            found[field.target.id] = " ".join(text.value.value.split())
    return found
