"""The tables of docs/case-file.md, made from the schema of case files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from drafter.analysis.predicates.table import LATE, LESSER, TESTS, Sort
from drafter.casefile.fact import Fact
from drafter.casefile.record import Evidence

Schema = Mapping[str, Any]

_MARK = re.compile(r"<!-- fields of (?P<name>\w+) -->\n.*?<!-- end -->", re.DOTALL)
_TRAITS = re.compile(r"<!-- traits -->\n.*?<!-- end -->", re.DOTALL)
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_GAP = " Left out, it is a gap."
_MANY = 40
"""Words past which a table names the command that lists them."""


def models_in(page: str) -> list[str]:
    """The models whose fields a page lists, in the order of the page."""
    return [match["name"] for match in _MARK.finditer(page)]


def with_tables(page: str, schema: Schema) -> str:
    """Return a page with each of its tables as the schema has it now."""
    places = {match["name"]: _slug(page[: match.start()]) for match in _MARK.finditer(page)}
    return _MARK.sub(lambda match: _Table(schema, places).of(match["name"]), page)


def with_traits(page: str, traits: Mapping[str, str]) -> str:
    """Return a page with its table of the traits of items as the program has them now."""
    rows = ["| trait | what it says | of | recorded in |", "|---|---|---|---|"]
    for trait, words in sorted(traits.items()):
        # A threat is of one of three sorts, of which two are asked in order to be answered no.
        tests = {of: test for of, test in TESTS[trait].items() if of not in (LESSER, LATE)}
        of = ", ".join(map(_of, tests)) or "the item"
        fields = dict.fromkeys(field for test in tests.values() for field in test.fields)
        named = ", ".join(f"`{field}`" for field in fields)
        rows.append(re.sub(" +", " ", f"| `{trait}` | {words} | {of} | {named} |"))
    made = "\n".join(["<!-- traits -->", "", *rows, "", "<!-- end -->"])
    return _TRAITS.sub(lambda _: made, page)


def _of(sort: Sort) -> str:
    """What a trait is said of, as the case file has it."""
    if sort is Evidence:
        return "the item"
    return f"`{sort}`" if isinstance(sort, str) else f"{sort.__name__.lower()}"


def _slug(above: str) -> str:
    """The anchor of the last heading, as GitHub makes it."""
    heading = _HEADING.findall(above)[-1].lower()
    return re.sub(r"[^a-z0-9_ -]", "", heading).replace(" ", "-")


class _Table:
    def __init__(self, schema: Schema, places: Mapping[str, str]) -> None:
        self.schema = schema
        self.models: Mapping[str, Schema] = {**schema["$defs"], "Case": schema}
        self.places = places

    def of(self, name: str) -> str:
        rows = ["| field | takes | left out | what belongs there |", "|---|---|---|---|"]
        rows += self.rows(name)
        return "\n".join([f"<!-- fields of {name} -->", "", *rows, "", "<!-- end -->"])

    def rows(self, name: str) -> Iterator[str]:
        # Every fact is one of several models, so the fields of a fact are shown on one of them.
        model = self.models["Event" if name == "Fact" else name]
        for field, described in model["properties"].items():
            if self.belongs(name, field, described):
                required = field in model.get("required", ())
                text = described.get("description") or self.of_model(described)
                cells = (
                    f"`{field}`",
                    self.takes(described),
                    _left_out(described, required=required),
                    text.removesuffix(_GAP),
                )
                yield re.sub(" +", " ", f"| {' | '.join(cells)} |")

    def belongs(self, name: str, field: str, described: Schema) -> bool:
        """Whether a field stands in the table of a model: what every fact has stands in one."""
        shared = field in Fact.model_fields
        if name == "Fact":
            return shared
        fact = self.models["Event"]["properties"]
        is_fact = "derives_from" in self.models[name]["properties"]
        same = shared and described.get("default") == fact[field].get("default")
        return not (is_fact and same)

    def of_model(self, described: Schema) -> str:
        """What the model or the words that stand at a field say of themselves."""
        choices = [*described.get("anyOf", (described,)), described.get("items", {})]
        names = [each["$ref"].rpartition("/")[2] for each in choices if "$ref" in each]
        said = [self.models[name].get("description", "") for name in names]
        return " ".join(said[0].split()) if said else ""

    def takes(self, described: Schema) -> str:
        choices = described.get("anyOf", (described,))
        return " or ".join(self.one(each) for each in choices if each.get("type") != "null")

    def one(self, kind: Schema) -> str:
        match kind:
            case {"$ref": str(ref)}:
                name = ref.rpartition("/")[2]
                target = self.models[name]
                return self.one(target) if "enum" in target else f"[{name}](#{self.places[name]})"
            case {"enum": ["yes", *_]}:
                return "yes, no or unknown"
            case {"enum": words}:
                return _words(dict.fromkeys(map(str, words)))
            case {"type": "array"}:
                return f"list of: {self.takes(kind['items'])}"
            case {"type": "object"}:
                by_id = kind.get("patternProperties", {}).values()
                values = kind.get("additionalProperties") or next(iter(by_id))
                return f"by id or name: {self.takes(values)}"
            case {"const": word}:
                return f"`{word}`"
            case {"type": "integer"}:
                return "whole number"
        return _text(kind)


def _text(kind: Schema) -> str:
    if kind.get("format") == "date":
        return "day"
    if "pattern" in kind:
        return "hour, as `10:30`" if ":" in kind["pattern"] else "id"
    said = kind.get("description", "")
    if "2026-03-14 21:40" in said:
        return "moment"
    return "source" if "at pin" in said else "text"


def _words(words: Mapping[str, None]) -> str:
    if len(words) > _MANY:
        return "a word that `drafter schema` lists"
    return ", ".join(f"`{word}`" for word in words)


def _left_out(described: Schema, *, required: bool) -> str:
    if required:
        return "not allowed"
    if described.get("description", "").endswith(_GAP):
        return "a gap"
    default = described.get("default")
    if isinstance(default, bool):
        return "yes" if default else "no"
    return f"`{default}`" if isinstance(default, str) else ""
